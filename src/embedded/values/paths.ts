import { refuse } from '../errors.ts';
import { emptyArrayKey } from './key-writer.ts';
import { type Document, isDocument, type Value } from './value.ts';

/** `a.b.0` in its parts, with what traversal asks of each. */
export type Path = readonly string[];

export function parsePath(text: string): Path {
  return text.split('.');
}

/** The array position a path part stands for, or -1. */
export function arrayIndex(part: string): number {
  return /^(?:0|[1-9]\d{0,8})$/.test(part) ? Number(part) : -1;
}

/**
 * Calls `visit` with each value the path leads to, until one call answers true; answers whether one did. Arrays on
 * the way are entered, by position and through their documents; an array at the end is given as it is. A missing
 * value is visited as undefined, but an array's elements that are no documents are passed over.
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
 * What an index or a sort sees of a document: tuples of the values at `paths`, one for each element of the array the
 * paths go through (elements of one array stay together), with missing as undefined; and which paths met an array, null
 * for none. Two different arrays answer CannotIndexParallelArrays, a position in an array CommandNotSupported.
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

  function expand(places: Place[]): void {
    let array: Value[] | undefined;
    for (const place of places) {
      if (place.array === undefined) continue;
      if (array !== undefined && array !== place.array)
        refuse('CannotIndexParallelArrays', 'cannot index parallel arrays');
      array = place.array;
    }
    if (array === undefined) {
      tuples.push(places.map((place) => place.value));
      return;
    }
    const at = places.map((place) => place.array === array);
    for (let i = 0; i < multi.length; i++) if (at[i]) multi[i] = true;
    if (array.length === 0) expand(places.map((place, i) => (at[i] ? inEmpty(paths[i] as Path, place.from) : place)));
    for (let position = 0; position < array.length; position++) {
      expand(places.map((place, i) => (at[i] ? enter(array, position, paths[i] as Path, place.from) : place)));
    }
  }
}

/** The values at the paths; null when an array is met. */
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

/** Where a path stands: at a value, or at an array (its own last one, or one on the way at part `from`). */
interface Place {
  value: KeyPart;
  array?: Value[];
  from: number;
}

function walk(start: Value, path: Path, from: number): Place {
  let value = start;
  for (let i = from; i < path.length; i++) {
    if (Array.isArray(value)) {
      if (arrayIndex(path[i] as string) >= 0)
        refuse('CommandNotSupported', `A position in an array has no key in this store: '${path.join('.')}'`);
      return { value: undefined, array: value, from: i };
    }
    value = isDocument(value) ? value.get(path[i] as string) : undefined;
  }
  return Array.isArray(value) ? { value: undefined, array: value, from: path.length } : { value, from: path.length };
}

/** An empty array is a value at the end of a path; on its way nothing is there. */
function inEmpty(path: Path, from: number): Place {
  return { value: from === path.length ? emptyArrayKey : undefined, from };
}

function enter(array: Value[], position: number, path: Path, from: number): Place {
  const element = array[position];
  if (from === path.length) return { value: element, from };
  return isDocument(element) ? walk(element, path, from) : { value: undefined, from };
}

/** The values at a path, elements of arrays one by one. */
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
