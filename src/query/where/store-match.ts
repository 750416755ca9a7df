import type { Document } from 'mongodb';

/** A match in the store's language: a filter, which indexes can serve, and further stages if it is not sufficient. */
export interface Match {
  filter: Document;
  stages: readonly Document[];
}

/** Returns a match as the first stages of a pipeline. */
export function matchStages({ filter, stages }: Match): Document[] {
  return [...filterStages(filter), ...stages];
}

/** Returns a filter as one stage, or none if it is empty. */
export function filterStages(filter: Document): Document[] {
  return isEmpty(filter) ? [] : [{ $match: filter }];
}

/** Combines filters into one that requires all of them. */
export function allOf(filters: readonly Document[]): Document {
  const nonEmpty = filters.filter((filter) => !isEmpty(filter));
  return nonEmpty.length > 1 ? { $and: nonEmpty } : (nonEmpty[0] ?? {});
}

function isEmpty(filter: Document): boolean {
  return Object.keys(filter).length === 0;
}

/** Returns an equivalent filter without conditions that a path has some of many values, where another says some of few. */
export function withoutImplied(filter: Document): Document {
  const conditions = conditionsOf(filter);
  const lists = conditions.flatMap((condition) => listIn(condition) ?? []);
  return allOf(
    conditions.filter((condition) => {
      const list = listIn(condition);
      return !list || !lists.some((other) => other.path === list.path && isProperPart(other.values, list.values));
    }),
  );
}

/** Returns what a filter requires. */
export function conditionsOf(filter: Document): Document[] {
  return Object.entries(filter).flatMap(([key, value]) =>
    key === '$and' ? (value as Document[]).flatMap(conditionsOf) : [{ [key]: value }],
  );
}

function listIn(condition: Document): { path: string; values: ReadonlySet<unknown> } | undefined {
  const [[path, operators] = []] = Object.entries(condition) as [string, Document][];
  if (path === undefined || path.startsWith('$') || !operators || Object.keys(operators).join() !== '$in')
    return undefined;
  return { path, values: new Set(operators.$in) };
}

function isProperPart(part: ReadonlySet<unknown>, whole: ReadonlySet<unknown>): boolean {
  return part.size < whole.size && [...part].every((value) => whole.has(value));
}
