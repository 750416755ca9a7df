import { CommandError, fail } from '../errors.ts';
import { type CollectionDefinition, cloneCatalog, createCollection } from './catalog.ts';
import { isTaken } from './documents.ts';
import type { Environment } from './environment.ts';
import { splitEntry } from './keys.ts';
import { type DirectView, type MapName, type Range, type Rows, readRange, type WriteView } from './view.ts';

/**
 * A transaction's view: the snapshot from its start, overlaid with its own writes, which stay in memory until commit.
 */
export interface TransactionView extends WriteView {
  /** Checks for conflicts with later commits, then writes everything. Call inside `DirectView.write`. */
  commit(direct: DirectView): void;
  /** Discards the writes and releases the snapshot. */
  release(): void;
}

interface Change {
  key: Buffer;
  /** null if removed. */
  value: Buffer | null;
}

/** MongoDB's former limit was 16 MB. This one bounds memory. */
const maxTransactionBytes = 256 * 1024 * 1024;

/** Begins a transaction; takes its snapshot immediately. */
export function createTransactionView(
  environment: Environment,
  direct: DirectView,
  owners: Map<string, object>,
): TransactionView {
  environment.root.resetReadTxn();
  const snapshot = environment.root.useReadTransaction();
  const changes = { documents: new Map<string, Change>(), entries: new Map<string, Change>() };
  /** Entries written since the last read of entries, in order. Most transactions never read entries they wrote. */
  let unread: Change[] = [];
  const sorted: Record<MapName, string[] | null> = { documents: [], entries: [] };
  /** For each document that the transaction writes, the stored value before its first write. */
  const bases = new Map<string, { key: Buffer; value: Buffer | undefined }>();
  const made: string[] = [];
  let bytes = 0;
  const view: TransactionView = {
    catalog: cloneCatalog(direct.catalog),
    epoch: 0,
    get(map, key) {
      if (map === 'entries') sortUnread();
      const change = changes[map].get(key.toString('latin1'));
      if (change !== undefined) return change.value ?? undefined;
      return stored(map, key);
    },
    range: (map, range) => mergedRange(map, range),
    count: () => null,
    put: (map, key, value) => write(map, key, value),
    remove: (map, key) => write(map, key, null),
    catalogChanged() {},
    ensureCollection(database, name) {
      const namespace = `${database}.${name}`;
      const present = view.catalog.collections.get(namespace);
      if (present !== undefined) return present;
      // The id is consumed at once and for good; other commands see the collection after the commit.
      view.catalog.nextId = direct.write(() => {
        direct.catalogChanged();
        return direct.catalog.nextId++;
      });
      made.push(namespace);
      return createCollection(view.catalog, database, name);
    },
    commit,
    release() {
      for (const text of bases.keys()) if (owners.get(text) === view) owners.delete(text);
      // A session keeps its last transaction for long; that must not keep its writes in memory.
      for (const map of [bases, changes.documents, changes.entries]) map.clear();
      unread = [];
      snapshot.done();
    },
  };
  return view;

  function stored(map: MapName, key: Buffer): Buffer | undefined {
    return environment[map].get(key, { transaction: snapshot });
  }

  /** Keeps the buffers without copying, since keys and values are never modified after creation. */
  function write(map: MapName, key: Buffer, value: Buffer | null): void {
    if (map === 'entries') {
      unread.push({ key, value });
    } else {
      const text = key.toString('latin1');
      if (!bases.has(text)) claim(text, key);
      setChange(map, text, { key, value });
    }
    bytes += key.length + (value?.length ?? 0) + 100;
    if (bytes > maxTransactionBytes)
      fail('TransactionTooLarge', `A transaction must write at most ${maxTransactionBytes} bytes`);
  }

  function setChange(map: MapName, text: string, change: Change): void {
    if (!changes[map].has(text)) sorted[map] = null;
    changes[map].set(text, change);
  }

  function sortUnread(): void {
    for (const change of unread) setChange('entries', change.key.toString('latin1'), change);
    unread = [];
  }

  /**
   * Claims a document for this transaction. Throws WriteConflict if another one has it, or if it changed since the
   * snapshot.
   */
  function claim(text: string, key: Buffer): void {
    const base = stored('documents', key);
    const owner = owners.get(text);
    if ((owner !== undefined && owner !== view) || !sameBytes(base, direct.get('documents', key)))
      throw writeConflict();
    owners.set(text, view);
    bases.set(text, { key, value: base });
  }

  function mergedRange(map: MapName, range: Range): Rows {
    if (map === 'entries') sortUnread();
    const rows = readRange(environment, map, range, snapshot);
    const own = changes[map];
    if (own.size === 0) return rows;
    const more = rows.keys.length === range.limit;
    // Past the last key that was read, the store may have keys that precede this transaction's own.
    const edge = more ? (rows.keys.at(-1) as Buffer) : null;
    const merged = new Map<string, { key: Buffer; value: Buffer | undefined }>();
    rows.keys.forEach((key, i) => {
      merged.set(key.toString('latin1'), { key, value: rows.values[i] });
    });
    for (const text of keysWithin(map, range, edge)) {
      const { key, value } = own.get(text) as Change;
      if (value === null) merged.delete(text);
      else merged.set(text, { key, value });
    }
    const texts = [...merged.keys()].sort();
    if (range.reverse) texts.reverse();
    if (texts.length === 0 && edge !== null) {
      // The transaction has removed everything that was read: continue after it.
      return mergedRange(
        map,
        range.reverse ? { ...range, end: edge } : { ...range, start: Buffer.concat([edge, Buffer.alloc(1)]) },
      );
    }
    // A caller takes a short list for the end of the range, so a list with removed keys is filled up with the keys that
    // follow.
    if (edge !== null && texts.length < range.limit) {
      const rest = { ...range, limit: range.limit - texts.length };
      const following = mergedRange(
        map,
        range.reverse ? { ...rest, end: edge } : { ...rest, start: Buffer.concat([edge, Buffer.alloc(1)]) },
      );
      const found = toRows(texts);
      return { keys: [...found.keys, ...following.keys], values: [...found.values, ...following.values] };
    }
    return toRows(texts.slice(0, range.limit));

    function toRows(list: string[]): Rows {
      const found = list.map((text) => merged.get(text) as { key: Buffer; value: Buffer | undefined });
      return {
        keys: found.map(({ key }) => key),
        values: range.values ? found.map(({ value }) => value as Buffer) : [],
      };
    }
  }

  function keysWithin(map: MapName, range: Range, edge: Buffer | null): string[] {
    sorted[map] ??= [...changes[map].keys()].sort();
    const list = sorted[map] as string[];
    const first = edge !== null && range.reverse ? edge : range.start;
    const low = lowerBound(list, first.toString('latin1'));
    const last = edge !== null && !range.reverse ? `${edge.toString('latin1')}\0` : range.end.toString('latin1');
    return list.slice(low, lowerBound(list, last));
  }

  function commit(current: DirectView): void {
    for (const { key, value } of bases.values()) {
      if (!sameBytes(value, current.get('documents', key))) throw writeConflict();
    }
    for (const namespace of made) {
      if (current.catalog.collections.has(namespace)) throw writeConflict();
      current.catalog.collections.set(namespace, view.catalog.collections.get(namespace) as CollectionDefinition);
      current.catalogChanged();
    }
    const unique = checkCatalog(current);
    if (unique.size > 0) commitUnique(current, unique);
    for (const map of [changes.entries.values(), unread]) apply(current, 'entries', map);
    apply(current, 'documents', changes.documents.values());
  }

  /** Applies the removals first, so that keys they free can be taken. */
  function commitUnique(current: DirectView, unique: ReadonlySet<number>): void {
    sortUnread();
    for (const { key, value } of changes.entries.values()) if (value === null) current.remove('entries', key);
    for (const { key, value } of changes.entries.values()) {
      if (value === null || !unique.has(key.readUInt32BE(0))) continue;
      const { indexId, body, idKey } = splitEntry(key);
      if (isTaken(current, indexId, body, Buffer.concat([Buffer.alloc(4), idKey]))) throw writeConflict();
    }
  }

  function apply(current: DirectView, map: MapName, written: Iterable<Change>): void {
    for (const { key, value } of written) {
      if (value === null) current.remove(map, key);
      else current.put(map, key, value);
    }
  }

  /**
   * Checks that the written collections have the same indexes as before, and merges the multikey flags. Returns the ids
   * of their unique indexes.
   */
  function checkCatalog(current: DirectView): Set<number> {
    const touched = new Set([...changes.documents.values()].map(({ key }) => key.readUInt32BE(0)));
    const unique = new Set<number>();
    for (const [namespace, collection] of view.catalog.collections) {
      if (!touched.has(collection.id)) continue;
      const now = current.catalog.collections.get(namespace);
      const ids = (indexes: { id: number }[] = []) => indexes.map(({ id }) => id).join();
      if (now?.id !== collection.id || ids(now.indexes) !== ids(collection.indexes)) throw writeConflict();
      now.indexes.forEach((index, i) => {
        const own = collection.indexes[i] as typeof index;
        if (index.unique) unique.add(index.id);
        const learned = own.multikey.some((multi, component) => multi && !index.multikey[component]);
        if (!learned && (index.truncated || !own.truncated)) return;
        index.multikey = index.multikey.map((multi, component) => multi || own.multikey[component] === true);
        index.truncated ||= own.truncated;
        current.catalogChanged();
      });
    }
    return unique;
  }
}

function writeConflict(): CommandError {
  return new CommandError(
    'WriteConflict',
    'Caused by :: Write conflict during plan execution and yielding is disabled. Please retry your operation or multi-document transaction.',
    {},
    ['TransientTransactionError'],
  );
}

function sameBytes(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}

function lowerBound(list: string[], text: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
