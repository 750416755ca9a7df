import type { IndexDefinition } from '../storage/catalog.ts';
import { idPrefix } from '../storage/keys.ts';
import type { View } from '../storage/view.ts';
import { afterPrefix, encodeKey } from '../values/key-writer.ts';

/** Strings in the arrays at the first component of an index. */
export interface Memberships {
  /** Each row has at least one string of each of these lists. */
  required: readonly (readonly string[])[];
  /** More strings of which to say whether a row has them. */
  asked: readonly string[];
  /** The field of the arrays, if nothing else of them is read, so that they need not be decoded; otherwise null. */
  instead: string | null;
}

/** A document that has the required strings. */
interface Member {
  /** One of its entries. */
  entry: Buffer;
  /** The required and asked strings that it has. */
  found: string[];
}

/** Whether the entries of a document differ only in the string, so that `findMembers` can match them. */
export function hasPostingLists({ components, multikey, truncated }: IndexDefinition): boolean {
  const [first] = components;
  return (
    !truncated &&
    first?.parts.length === 1 &&
    multikey[0] === true &&
    !multikey.includes(true, 1) &&
    components.every(({ direction }) => direction !== '2dsphere')
  );
}

/** The number of keys examined so far. */
type Examined = { keys: number };

const minChunk = 8;
const maxChunk = 512;
const zero = Buffer.alloc(1);

/**
 * Intersects the entries of the required strings. The entries of a string are in the order of what follows it, which
 * is equal in all entries of a document: a document's other components and its `_id`. Rows are in that order, each
 * document once. If one string is rare, the entries of the others are mostly skipped.
 *
 * The index must have arrays at its first component only, and no truncated keys. Nothing stays open between rows.
 */
export function* findMembers(
  view: View,
  index: IndexDefinition,
  { required, asked }: Memberships,
  examined: Examined,
  checkInterrupt: () => void,
): Generator<Member> {
  const lists = new Map([...required.flat(), ...asked].map((value) => [value, createPostingList(index, value)]));
  const listsOf = (values: readonly string[]) => values.map((value) => lists.get(value) as PostingList);
  const open = (behind: Position | null) => {
    for (const list of lists.values()) list.open(view, behind, examined, checkInterrupt);
    const all = [...lists.values()].filter(({ entry }) => entry !== undefined);
    return { all, groups: required.map((values) => listsOf(values).filter((list) => all.includes(list))) };
  };
  let { all, groups } = open(null);
  for (;;) {
    const target = latestFirst(groups);
    if (target === null) return;
    let isMember = true;
    for (const group of groups) if (!seekAny(group, target)) isMember = false;
    if (!isMember) continue;
    const { entry, from } = target;
    const found: string[] = [];
    for (const list of all) {
      list.seek(target);
      if (list.isAt(target)) found.push(list.value);
    }
    const { epoch } = view;
    yield { entry, found };
    if (view.epoch !== epoch) ({ all, groups } = open({ entry, from }));
    else for (const group of groups) for (const list of group) list.pass({ entry, from });
  }

  /** The latest of the groups' first entries, before which no row can be; null if a group has no more. */
  function latestFirst(of: readonly (readonly PostingList[])[]): Position | null {
    let latest: Position | null = null;
    for (const group of of) {
      let first: PostingList | null = null;
      for (const list of group) {
        if (list.entry !== undefined && (first === null || compareRests(list as Position, first as Position) < 0))
          first = list;
      }
      if (first?.entry === undefined) return null;
      if (latest === null || compareRests(first as Position, latest) > 0)
        latest = { entry: first.entry, from: first.from };
    }
    return latest;
  }

  function seekAny(group: readonly PostingList[], target: Position): boolean {
    let isAny = false;
    for (const list of group) {
      list.seek(target);
      if (list.isAt(target)) isAny = true;
    }
    return isAny;
  }
}

/** An entry, and where the bytes after its string begin. */
interface Position {
  entry: Buffer;
  from: number;
}

/** The entries of one string, read forwards in chunks. */
interface PostingList {
  value: string;
  from: number;
  /** The current entry; undefined at the end. */
  entry: Buffer | undefined;
  /** Reads the first entry, or the first one behind a position. */
  open(view: View, behind: Position | null, examined: Examined, checkInterrupt: () => void): void;
  /** Goes to the first entry that is not before the position. */
  seek(position: Position): void;
  /** Goes to the next entry if the current one is at the position. */
  pass(position: Position): void;
  isAt(position: Position): boolean;
}

function createPostingList(index: IndexDefinition, value: string): PostingList {
  const prefix = Buffer.concat([idPrefix(index.id), encodeKey(value, index.components[0]?.direction === -1)]);
  const end = afterPrefix(prefix);
  const from = prefix.length;
  let keys: Buffer[] = [];
  let at = 0;
  let size = minChunk;
  /** The number of entries of the chunk that were the current one. */
  let visited = 0;
  let read = (_start: Buffer) => {};
  let counted: Examined = { keys: 0 };
  const list: PostingList = {
    value,
    from,
    entry: undefined,
    open(view, behind, examined, checkInterrupt) {
      counted = examined;
      read = (start) => {
        checkInterrupt();
        keys = view.range('entries', { start, end, reverse: false, limit: size, values: false }).keys;
        visited = 0;
        visit(0);
      };
      size = minChunk;
      read(behind === null ? prefix : Buffer.concat([prefix, behind.entry.subarray(behind.from), zero]));
    },
    seek(position) {
      if (list.entry === undefined || compareRests(list as Position, position) >= 0) return;
      const last = keys[keys.length - 1] as Buffer;
      if (compareRests({ entry: last, from }, position) < 0) {
        readFrom(() => Buffer.concat([prefix, position.entry.subarray(position.from)]));
        return;
      }
      visit(firstFrom(position));
    },
    pass(position) {
      if (!list.isAt(position)) return;
      const last = keys[at] as Buffer;
      visit(at + 1);
      if (list.entry === undefined) readFrom(() => Buffer.concat([last, zero]));
    },
    isAt: (position) => list.entry !== undefined && compareRests(list as Position, position) === 0,
  };
  return list;

  function visit(place: number): void {
    at = place;
    list.entry = keys[at];
    if (list.entry === undefined) return;
    visited++;
    counted.keys++;
  }

  /** Reads larger chunks if most of the last one was used, and smaller ones if not. */
  function readFrom(start: () => Buffer): void {
    if (keys.length < size) {
      list.entry = undefined;
      return;
    }
    size = visited * 4 >= keys.length ? Math.min(size * 4, maxChunk) : Math.max(size >> 1, minChunk);
    read(start());
  }

  /** The first entry of the chunk after the current one that is not before the position: mostly one of the next. */
  function firstFrom(position: Position): number {
    let step = 1;
    let low = at + 1;
    while (low + step < keys.length && isBefore(low + step, position)) {
      low += step + 1;
      step *= 2;
    }
    let high = Math.min(low + step, keys.length - 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(middle, position)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function isBefore(place: number, position: Position): boolean {
    return compareRests({ entry: keys[place] as Buffer, from }, position) < 0;
  }
}

/** Compares the bytes after the strings. A loop is faster than `compare` of short buffers. */
function compareRests(a: Position, b: Position): number {
  const [x, y] = [a.entry, b.entry];
  let i = a.from;
  let j = b.from;
  while (i < x.length && j < y.length) {
    const difference = (x[i++] as number) - (y[j++] as number);
    if (difference !== 0) return difference;
  }
  return x.length - i - (y.length - j);
}
