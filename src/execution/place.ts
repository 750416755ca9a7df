import type { GraphQLResolveInfo } from 'graphql';
import type { Completion, FieldPlan } from './plan.ts';

type Path = GraphQLResolveInfo['path'];

/**
 * The position of a level's values in the response. It links each value to the value above that contains it, so that a
 * path is computed only when it is needed.
 */
export interface Place {
  /** The level above; undefined for the root. */
  above: Place | undefined;
  /** For each value, the index of the value above it; absent if it is the same index. */
  owners?: readonly number[];
  /** The field, on the objects above, that these values belong to. */
  field?: FieldPlan;
  /** For each value, its index in the list above. */
  positions?: readonly number[];
  /** The type of the values; absent for the root, and where only some of the values above go on. */
  completion?: Completion;
}

export const rootPlace: Place = { above: undefined };

/** Returns the path of a value as graphql-js passes it to resolvers; undefined for the root. */
export function pathTo(place: Place, index: number): Path | undefined {
  const { above, owners, field, positions } = place;
  if (!above) return undefined;
  const prev = pathTo(above, owners ? (owners[index] as number) : index);
  if (field) return { prev, key: field.key, typename: field.parentType.name };
  return positions ? { prev, key: positions[index] as number, typename: undefined } : prev;
}

/** Returns the keys of a path, from the root. */
export function keysTo(place: Place, index: number): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let path = pathTo(place, index); path; path = path.prev) keys.push(path.key);
  return keys.reverse();
}

/**
 * Returns the path of the nearest nullable position at or above this value: the one that becomes null if the value fails.
 * Empty if that is the whole response.
 */
export function nullableKeysTo(place: Place, index: number): (string | number)[] {
  const { above, owners, completion } = place;
  if (!above) return [];
  if (completion && !completion.isNonNull) return keysTo(place, index);
  return nullableKeysTo(above, owners ? (owners[index] as number) : index);
}

/** Returns the place and index of the field that contains a value, which may be a list item. */
export function fieldOf(place: Place, index: number): { place: Place; index: number } {
  if (place.field || !place.above) return { place, index };
  return fieldOf(place.above, place.owners ? (place.owners[index] as number) : index);
}
