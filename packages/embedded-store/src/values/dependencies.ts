import type { Value } from './value.ts';

/** How much of a path is read: its value; whether it exists; or which of these strings are among its values. */
export type Dependency = 'value' | 'existence' | readonly string[];

/** What a query reads of a document, by path. */
export type Dependencies = ReadonlyMap<string, Dependency>;

/** Dependencies under construction. */
export type MutableDependencies = Map<string, Dependency>;

export const noDependencies: Dependencies = new Map();

export function addDependency(reads: MutableDependencies, path: string, read: Dependency): void {
  reads.set(path, bothOf(reads.get(path) ?? read, read));
}

function bothOf(a: Dependency, b: Dependency): Dependency {
  if (typeof a === 'string' || typeof b === 'string') return a === b ? a : 'value';
  return [...new Set([...a, ...b])];
}

/** The union; null, which means the whole document, if any of them is null. */
export function mergeDependencies(all: readonly (Dependencies | null)[]): Dependencies | null {
  const merged: MutableDependencies = new Map();
  for (const reads of all) {
    if (reads === null) return null;
    for (const [path, read] of reads) addDependency(merged, path, read);
  }
  return merged;
}

/** Dependencies on the values of the paths. */
export function dependenciesOn(paths: Iterable<string>): Dependencies {
  return new Map([...paths].map((path) => [path, 'value']));
}

/** The top-level fields of the paths, each once. */
export function topLevelFields(reads: Dependencies): string[] {
  return [...new Set([...reads.keys()].map(topLevelField))];
}

export function topLevelField(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

/** The values if all are strings, else null. */
export function stringsIn(values: readonly Value[]): readonly string[] | null {
  return values.every((value) => typeof value === 'string') ? (values as string[]) : null;
}
