import type { IndexDefinition } from '../storage/catalog.ts';
import { idKeyIn } from '../storage/keys.ts';
import type { View } from '../storage/view.ts';
import type { Dependencies } from '../values/dependencies.ts';
import { endOfKey, notInKey, passKey, readKey } from '../values/key-reader.ts';
import type { Document, Value } from '../values/value.ts';
import { createMembershipProbe, type MembershipProbe } from './membership-probe.ts';

/**
 * Reads the needed fields of a document from its index entry. Returns null if a key does not hold its value: for null,
 * missing values, numbers (the key does not hold the type), documents and arrays. `found` are the strings in the array
 * of the first component, for a cover that was made to be told them.
 */
export interface Cover {
  read(view: View, entry: Buffer, found?: Value[]): Document | null;
  /** Whether it reads one array element per entry instead of the array. */
  isEach: boolean;
  /** Whether it is still valid for the index: no component has become multikey and no key was truncated. */
  fits(index: IndexDefinition): boolean;
}

/** The max number of strings to probe for, each with one lookup in the index. */
const maxProbes = 16;

/**
 * The covered read of `reads`; null if the index's entries do not hold all of them. `isTold` says that the reader knows
 * which strings the array of the first component has; otherwise they are probed for.
 */
export function coverOf(
  index: IndexDefinition,
  reads: Dependencies,
  { each, isTold = false }: { each?: string | undefined; isTold?: boolean } = {},
): Cover | null {
  const { components, multikey } = index;
  if (index.truncated || components.some(({ direction }) => direction === '2dsphere')) return null;
  const steps: Step[] = components.map(({ direction }) => ({
    inverted: direction === -1,
    put: null,
    probes: null,
    isTold: false,
  }));
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
      if (typeof read === 'string' || parts.length > 1 || !isOnlyArray) return null;
      step.isTold = isTold && at === 0;
      if (!step.isTold && read.length > maxProbes) return null;
      step.probes = step.isTold ? [] : read.map((value) => createMembershipProbe(index, at, value));
    }
    step.put = (components[at] as (typeof components)[number]).parts;
    last = Math.max(last, at);
  }
  const used = steps.slice(0, last + 1);
  // Definitions are changed in place.
  const before = [...multikey];
  return {
    read: (view, entry, found = []) => readEntry(view, entry, used, reads.has('_id'), found),
    isEach,
    fits: (now) => now.id === index.id && !now.truncated && now.multikey.every((multi, i) => multi === before[i]),
  };
}

interface Step {
  inverted: boolean;
  /** Where to put the value; null if it is not read. */
  put: readonly string[] | null;
  /** For a component with arrays, the strings to look for in them. */
  probes: MembershipProbe[] | null;
  /** Whether the strings in the arrays are given. */
  isTold: boolean;
}

function readEntry(
  view: View,
  entry: Buffer,
  steps: readonly Step[],
  withId: boolean,
  found: Value[],
): Document | null {
  const document: Document = new Map();
  if (withId) {
    const { start, inverted } = idKeyIn(entry);
    const id = readKey(entry, start, inverted);
    if (id === notInKey) return null;
    document.set('_id', id);
  }
  let at = 4;
  for (const { inverted, put, probes, isTold } of steps) {
    if (put === null || probes !== null) passKey(entry, at, inverted);
    const value = put === null ? null : probes === null ? readKey(entry, at, inverted) : undefined;
    const end = endOfKey();
    if (end < 0 || value === notInKey) return null;
    if (isTold && put !== null) putAt(document, put, found);
    else if (put !== null)
      putAt(document, put, value === undefined ? presentOf(view, entry, at, end, probes ?? []) : value);
    at = end;
  }
  return document;
}

/** The strings that the document has. For each of them it has an entry that is otherwise equal to this one. */
function presentOf(view: View, entry: Buffer, start: number, end: number, probes: readonly MembershipProbe[]): Value[] {
  const found: Value[] = [];
  for (const one of probes) {
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
