import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../entities/article/article.ts';
import { isJsonObject, type JsonObject } from '../ingest/json/json-object.ts';
import type { ToCheck } from './draft.ts';

/**
 * Merges a new draft into an article that a person has edited since the last draft of it: what the person changed,
 * added or removed stays so, and everything else becomes as in the new draft. Entities are compared by their ids, parts
 * by what they are about (a participant by actor and role, a casualty by kind, group and demographic), evidence by its
 * quote. `last` is the last draft; without one, all of `edited` is taken for the person's. All three are in canonical
 * form.
 */
export function mergeDrafts(last: Article | undefined, edited: Article, next: Article): Article {
  const merged = merge(last, edited, next, '') as JsonObject;
  return merged as unknown as Article;
}

/** Moves the list of what to check from a draft to the merged article; what a person changed needs no check. */
export function moveChecks(toCheck: readonly ToCheck[], from: Article, to: Article): ToCheck[] {
  return toCheck.flatMap((each) => {
    const path = each.pointer.split('/').slice(1);
    const moved: string[] = [];
    let [source, target]: unknown[] = [from, to];
    for (const key of path) {
      if (Array.isArray(source) && Array.isArray(target)) {
        const element: unknown = source[Number(key)];
        const index = target.findIndex((other) => keyOf(other) === keyOf(element));
        if (index === -1) return [];
        moved.push(String(index));
        [source, target] = [element, target[index]];
      } else if (isJsonObject(source) && isJsonObject(target)) {
        moved.push(key);
        [source, target] = [source[key], target[key]];
      } else return [];
    }
    const isUnchanged = path.length === 2 || isDeepStrictEqual(source, target);
    return isUnchanged ? [{ ...each, pointer: `/${moved.join('/')}` }] : [];
  });
}

function merge(last: unknown, edited: unknown, next: unknown, key: string): unknown {
  if (isDeepStrictEqual(edited, next) || isDeepStrictEqual(last, next)) return edited;
  if (isDeepStrictEqual(last, edited)) return next;
  // Values that only mean something as a whole are the person's if the person changed any of them.
  if (key === 'count' || key === 'date' || key === 'point') return edited;
  if (isList(last) && isList(edited) && isList(next)) return mergeLists(last ?? [], edited ?? [], next ?? []);
  if (!isJsonObject(edited) || !isJsonObject(next)) return edited;
  const before = isJsonObject(last) ? last : {};
  const merged: JsonObject = {};
  for (const each of new Set([...Object.keys(edited), ...Object.keys(next)])) {
    const value = merge(before[each], edited[each], next[each], each);
    if (value !== undefined) merged[each] = value;
  }
  return merged;
}

function isList(value: unknown): value is unknown[] | undefined {
  return value === undefined || Array.isArray(value);
}

function mergeLists(last: readonly unknown[], edited: readonly unknown[], next: readonly unknown[]): unknown[] {
  const [before, after] = [byKey(last), byKey(next)];
  const own = byKey(edited);
  const kept = [...own].flatMap(([key, element]) => {
    if (after.has(key)) return [merge(before.get(key), element, after.get(key), '')];
    // The new draft no longer has it: it goes, unless the person wrote or changed it.
    return before.has(key) && isDeepStrictEqual(before.get(key), element) ? [] : [element];
  });
  const added = [...after].flatMap(([key, element]) => (own.has(key) || before.has(key) ? [] : [element]));
  return [...kept, ...added];
}

function byKey(list: readonly unknown[]): Map<string, unknown> {
  const elements = new Map<string, unknown>();
  for (const element of list) {
    let key = keyOf(element);
    while (elements.has(key)) key += ' again';
    elements.set(key, element);
  }
  return elements;
}

/** The fields that tell elements without an id apart. */
const telling = [
  ...['quote', 'occurrence', 'actor', 'role', 'type', 'kind', 'group', 'demographic', 'within', 'method', 'location'],
  ...['name', 'incident', 'statement', 'title'],
];

/** Returns what an element of a list is about. */
function keyOf(element: unknown): string {
  if (!isJsonObject(element)) return JSON.stringify(element) ?? '';
  if (typeof element.id === 'string') return element.id;
  return JSON.stringify(telling.map((key) => element[key] ?? null));
}
