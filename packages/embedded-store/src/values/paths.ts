import { fail } from '../errors.ts';
import { emptyArrayKey } from './key-writer.ts';
import { type Document, isDocument, type Value } from './value.ts';

/** The parts of a dotted path: `['a', 'b', '0']` for `a.b.0`. */
export type Path = readonly string[];

export function parsePath(text: string): Path {
  return text.split('.');
}

/** The array index that the part of a path denotes, or -1. */
export function arrayIndex(part: string): number {
  return /^(?:0|[1-9]\d{0,8})$/.test(part) ? Number(part) : -1;
}

/**
 * Calls `visit` with each value at the path until a call returns true, and returns whether one did. Enters arrays on
 * the way, by index and through their documents; passes an array at the end as it is. Passes undefined for a missing
 * value, but skips elements of arrays that are not documents.
 */
export function somePathValue(value: Value, path: Path, visit: (value: Value) => boolean, from = 0): boolean {
  if (from === path.length) return visit(value);
  const part = path[from] as string;
  if (isDocument(value)) return somePathValue(value.get(part), path, visit, from + 1);
  if (!Array.isArray(value)) return visit(undefined);
  for (const element of value) {
    if (isDocument(element) && somePathValue(element, path, visit, from)) return true;
  }
  const index = arrayIndex(part);
  return index >= 0 && index < value.length && somePathValue(value[index], path, visit, from + 1);
}

export type KeyPart = Value | typeof emptyArrayKey;

/**
 * The tuples of values at `paths` that an index or a sort uses: one for each element of the array that the paths go
 * through (elements of one array stay together), with undefined for a missing value. Also which paths met an array;
 * null if none did. Throws CannotIndexParallelArrays for two different arrays, and CommandNotSupported for a position
 * in an array.
 */
export function expandPaths(
  document: Document,
  paths: readonly Path[],
): { tuples: KeyPart[][]; multi: boolean[] | null } {
  const values = valuesWithoutArrays(document, paths);
  if (values !== null) return { tuples: [values], multi: null };
  const multi = paths.map(() => false);
  const tuples: KeyPart[][] = [];
  expand(paths.map((path) => walk(document, path, 0)));
  return { tuples, multi };

  function expand(ends: PathEnd[]): void {
    let array: Value[] | undefined;
    for (const end of ends) {
      if (end.array === undefined) continue;
      if (array !== undefined && array !== end.array) fail('CannotIndexParallelArrays', 'cannot index parallel arrays');
      array = end.array;
    }
    if (array === undefined) {
      tuples.push(ends.map((end) => end.value));
      return;
    }
    const at = ends.map((end) => end.array === array);
    for (let i = 0; i < multi.length; i++) if (at[i]) multi[i] = true;
    if (array.length === 0) expand(ends.map((end, i) => (at[i] ? inEmpty(paths[i] as Path, end.from) : end)));
    for (let position = 0; position < array.length; position++) {
      expand(ends.map((end, i) => (at[i] ? enter(array, position, paths[i] as Path, end.from) : end)));
    }
  }
}

/** The values at the paths; null if one of them meets an array. */
function valuesWithoutArrays(document: Document, paths: readonly Path[]): KeyPart[] | null {
  const values: KeyPart[] = [];
  for (const path of paths) {
    let value: Value = document;
    for (const part of path) value = isDocument(value) ? value.get(part) : Array.isArray(value) ? value : undefined;
    if (Array.isArray(value)) return null;
    values.push(value);
  }
  return values;
}

/** Where a path ends: at a value, or at an array (the last one, or one on the way, at part `from`). */
interface PathEnd {
  value: KeyPart;
  array?: Value[];
  from: number;
}

function walk(start: Value, path: Path, from: number): PathEnd {
  let value = start;
  for (let i = from; i < path.length; i++) {
    if (Array.isArray(value)) {
      if (arrayIndex(path[i] as string) >= 0)
        fail(
          'CommandNotSupported',
          `Keys by a position in an array are not supported by this store: '${path.join('.')}'`,
        );
      return { value: undefined, array: value, from: i };
    }
    value = isDocument(value) ? value.get(path[i] as string) : undefined;
  }
  return Array.isArray(value) ? { value: undefined, array: value, from: path.length } : { value, from: path.length };
}

/** An empty array has its own key at the end of a path; on the way, the value is missing. */
function inEmpty(path: Path, from: number): PathEnd {
  return { value: from === path.length ? emptyArrayKey : undefined, from };
}

function enter(array: Value[], position: number, path: Path, from: number): PathEnd {
  const element = array[position];
  if (from === path.length) return { value: element, from };
  return isDocument(element) ? walk(element, path, from) : { value: undefined, from };
}

/** The values at a path, with arrays replaced by their elements. */
export function valuesAt(document: Document, path: readonly string[]): Value[] {
  const values: Value[] = [];
  collect(document, 0);
  return values;

  function collect(value: Value, from: number): void {
    if (Array.isArray(value)) {
      if (from === path.length) for (const item of value) values.push(item);
      else for (const item of value) if (isDocument(item)) collect(item, from);
    } else if (from < path.length) collect(isDocument(value) ? value.get(path[from] as string) : undefined, from + 1);
    else if (value !== undefined) values.push(value);
  }
}
