import { CommandError, fail } from '../errors.ts';
import { arrayIndex } from '../values/paths.ts';
import { type Document, isDocument, type Value } from '../values/value.ts';

/** A path in a specific document, with positional parts resolved: field names, and indexes of arrays. */
export type ConcretePath = readonly string[];

/** A copy whose documents and arrays can be changed. Other values are shared. */
export function cloneValue(value: Value): Value {
  if (isDocument(value)) return cloneDocument(value);
  return Array.isArray(value) ? value.map(cloneValue) : value;
}

export function cloneDocument(document: Document): Document {
  const copy: Document = new Map();
  for (const [name, value] of document) copy.set(name, cloneValue(value));
  return copy;
}

export function valueAt(document: Document, path: ConcretePath): Value {
  let value: Value = document;
  for (const part of path) {
    if (isDocument(value)) value = value.get(part);
    else if (Array.isArray(value)) value = arrayIndex(part) >= 0 ? value[arrayIndex(part)] : undefined;
    else return undefined;
  }
  return value;
}

/** The max number of nulls that pad an array, as in MongoDB. */
const maxPadding = 1_500_000;

/**
 * Sets the value at a path, creating documents on the way. Throws PathNotViable if the path leads through another
 * value.
 */
export function setAt(document: Document, path: ConcretePath, value: Value): void {
  let container: Document | Value[] = document;
  path.forEach((part, i) => {
    if (i === path.length - 1) put(container, part, value, path);
    else {
      const next = get(container, part);
      if (isDocument(next) || Array.isArray(next)) container = next;
      else if (next === undefined) {
        const made: Document = new Map();
        put(container, part, made, path);
        container = made;
      } else throw notViable(path, path[i + 1] as string, part);
    }
  });
}

/** Removes the value at a path; an array element is replaced by null. Does nothing if the path leads nowhere. */
export function unsetAt(document: Document, path: ConcretePath): void {
  const last = path.at(-1) as string;
  const container = valueAt(document, path.slice(0, -1));
  if (isDocument(container)) container.delete(last);
  else if (Array.isArray(container)) {
    const index = arrayIndex(last);
    if (index >= 0 && index < container.length) container[index] = null;
  }
}

/** Throws PathNotViable if the path leads through a value that cannot contain fields. */
export function checkViable(document: Document, path: ConcretePath): void {
  path.forEach((part, i) => {
    const container = valueAt(document, path.slice(0, i));
    const holds =
      container === undefined || isDocument(container) || (Array.isArray(container) && arrayIndex(part) >= 0);
    if (!holds) throw notViable(path, part, path[i - 1] ?? '');
  });
}

function get(container: Document | Value[], part: string): Value {
  if (isDocument(container)) return container.get(part);
  const index = arrayIndex(part);
  if (index < 0) fail('PathNotViable', `Cannot create field '${part}' in an array`);
  return container[index];
}

function put(container: Document | Value[], part: string, value: Value, path: ConcretePath): void {
  if (isDocument(container)) {
    container.set(part, value);
    return;
  }
  const index = arrayIndex(part);
  if (index < 0) throw notViable(path, part, 'array');
  if (index - container.length > maxPadding) fail('BadValue', `can't backfill more than ${maxPadding} elements`);
  while (container.length < index) container.push(null);
  container[index] = value;
}

function notViable(path: ConcretePath, part: string, at: string): CommandError {
  return new CommandError('PathNotViable', `Cannot create field '${part}' in element ${at} of ${path.join('.')}`);
}
