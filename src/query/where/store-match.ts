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
