import type { Value } from './value.ts';

/**
 * What is read of a path: its value; only whether there is anything; or only whether these strings are among what is
 * there.
 */
export type Read = 'value' | 'existence' | readonly string[];

/** What is read of a document, by path. */
export type Reads = ReadonlyMap<string, Read>;

/** Reads that grow. */
export type GrowingReads = Map<string, Read>;

export const nothingRead: Reads = new Map();

export function addRead(reads: GrowingReads, path: string, read: Read): void {
  reads.set(path, bothOf(reads.get(path) ?? read, read));
}

function bothOf(a: Read, b: Read): Read {
  if (typeof a === 'string' || typeof b === 'string') return a === b ? a : 'value';
  return [...new Set([...a, ...b])];
}

/** Null, which stands for everything, as soon as one is. */
export function mergeReads(all: readonly (Reads | null)[]): Reads | null {
  const merged: GrowingReads = new Map();
  for (const reads of all) {
    if (reads === null) return null;
    for (const [path, read] of reads) addRead(merged, path, read);
  }
  return merged;
}

/** The values of paths. */
export function readsOf(paths: Iterable<string>): Reads {
  return new Map([...paths].map((path) => [path, 'value']));
}

/** The fields of the document that the paths begin with. */
export function topLevelFields(reads: Reads): string[] {
  return [...new Set([...reads.keys()].map(topLevelField))];
}

export function topLevelField(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

/** The strings a list of values consists of; null when there is anything else in it. */
export function stringsIn(values: readonly Value[]): readonly string[] | null {
  return values.every((value) => typeof value === 'string') ? (values as string[]) : null;
}
