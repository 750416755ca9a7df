import { type Document, isDocument, type Value } from '../values/value.ts';

/** A copy with the value set at a path; undefined removes the field. Creates documents on the way. */
export function withValue(document: Document, [name, ...rest]: readonly string[], value: Value): Document {
  const copy: Document = new Map(document);
  const present = document.get(name as string);
  const set = rest.length === 0 ? value : withValue(isDocument(present) ? present : new Map(), rest, value);
  if (set === undefined) copy.delete(name as string);
  else if (rest.length === 0 || value !== undefined || isDocument(present)) copy.set(name as string, set);
  return copy;
}
