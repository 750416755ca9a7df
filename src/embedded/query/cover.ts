import type { IndexDefinition } from '../storage/catalog.ts';
import { idKeyIn } from '../storage/keys.ts';
import type { View } from '../storage/view.ts';
import { endOfKey, passKey, readKey, untold } from '../values/key-reader.ts';
import type { Reads } from '../values/reads.ts';
import type { Document, Value } from '../values/value.ts';
import { createSought, type Sought } from './sought.ts';

/**
 * What is read of a document, from an index entry that leads to it, without the document; null where the entry's key
 * does not tell: of null and missing values, of numbers (whose type it does not hold), documents and arrays.
 */
export interface Cover {
  read(view: View, entry: Buffer): Document | null;
  /** Whether of an array it tells the one element of each entry. */
  isEach: boolean;
  /** Whether it holds of the index as it is by now: no array and no long key has come into it. */
  fits(index: IndexDefinition): boolean;
}

/** So many strings are looked for, at one search in the index each. */
const mostSought = 16;

/** How an index's entries tell all that is read; null where they do not. */
export function coverOf(index: IndexDefinition, reads: Reads, each?: string): Cover | null {
  const { components, multikey } = index;
  if (index.truncated || components.some(({ direction }) => direction === '2dsphere')) return null;
  const steps: Step[] = components.map(({ direction }) => ({ inverted: direction === -1, put: null, sought: null }));
  const isOnlyArray = multikey.filter((multi) => multi).length === 1;
  let last = -1;
  let isEach = false;
  for (const [path, read] of reads) {
    if (path === '_id') continue;
    const at = components.findIndex((component) => component.path === path);
    const step = steps[at];
    if (step === undefined) return null;
    if (multikey[at] && path === each && isOnlyArray) isEach = true;
    else if (multikey[at]) {
      const { parts } = components[at] as (typeof components)[number];
      if (typeof read === 'string' || read.length > mostSought || parts.length > 1 || !isOnlyArray) return null;
      step.sought = read.map((value) => createSought(index, at, value));
    }
    step.put = (components[at] as (typeof components)[number]).parts;
    last = Math.max(last, at);
  }
  const used = steps.slice(0, last + 1);
  // Definitions are changed in place.
  const before = [...multikey];
  return {
    read: (view, entry) => readEntry(view, entry, used, reads.has('_id')),
    isEach,
    fits: (now) => now.id === index.id && !now.truncated && now.multikey.every((multi, i) => multi === before[i]),
  };
}

interface Step {
  inverted: boolean;
  /** Where the value goes; null when nobody reads it. */
  put: readonly string[] | null;
  /** Of a component of arrays, what is looked for in them. */
  sought: Sought[] | null;
}

function readEntry(view: View, entry: Buffer, steps: readonly Step[], withId: boolean): Document | null {
  const document: Document = new Map();
  if (withId) {
    const { start, inverted } = idKeyIn(entry);
    const id = readKey(entry, start, inverted);
    if (id === untold) return null;
    document.set('_id', id);
  }
  let at = 4;
  for (const { inverted, put, sought } of steps) {
    if (put === null || sought !== null) passKey(entry, at, inverted);
    const value = put === null ? null : sought === null ? readKey(entry, at, inverted) : undefined;
    const end = endOfKey();
    if (end < 0 || value === untold) return null;
    if (put !== null) putAt(document, put, value === undefined ? present(view, entry, at, end, sought ?? []) : value);
    at = end;
  }
  return document;
}

/** Those of the strings that the document has: for each of them it has an entry that is otherwise like this one. */
function present(view: View, entry: Buffer, start: number, end: number, sought: readonly Sought[]): Value[] {
  const found: Value[] = [];
  for (const one of sought) {
    const isOwn = one.key.length === end - start && one.key.compare(entry, start, end) === 0;
    if (isOwn || one.has(view, entry, start, end)) found.push(one.value);
  }
  return found;
}

function putAt(document: Document, [name, ...rest]: readonly string[], value: Value): void {
  if (rest.length === 0) {
    document.set(name as string, value);
    return;
  }
  const inner = document.get(name as string);
  const below: Document = inner instanceof Map ? inner : new Map();
  document.set(name as string, below);
  putAt(below, rest, value);
}
