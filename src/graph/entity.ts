import type { Document } from 'mongodb';
import type { NodeType } from './node-id.ts';
import type { Relation } from './relation.ts';
import type { WhereField } from './where/where-field.ts';

/** The collections that hold documents with an id of their own. */
export type CollectionName = 'incidents' | 'actors' | 'statements' | 'locations' | 'articles';

/**
 * All that the shared machinery has to know of one of the five types. The names are those of schema.graphql;
 * paths are those of the stored document.
 */
export interface Entity {
  type: NodeType;
  collection: CollectionName;
  /** For each field: the stored paths that its resolver reads; for `words`: those that highlights are cut from. */
  reads: Readonly<Record<string, readonly string[]>>;
  /** For each field of the type's `Where`, but for relations: what it is, and where it lies. */
  where: Readonly<Record<string, WhereField>>;
  /**
   * For each field of the type's `Order`: the stored paths, first to last. They are never absent in a document
   * (absent values have a lowest stand-in), so that a keyset is one range of an index.
   */
  orders: Readonly<Record<string, readonly string[]>>;
  defaultOrder: readonly OrderStep[];
  /** The fields that are other things; each is a field of the type's `Where` too. */
  relations: Readonly<Record<string, Relation>>;
  /** What `groups` can be made by, for each value of the type's `GroupBy`. */
  groups: Readonly<Record<string, GroupKey>>;
  /** What a timeline counts by; absent where there is none. */
  timeline?: TimelinePaths;
  /** The stored path of a GeoJSON point; absent where the type has none. */
  point?: string;
  /** What is added up in groups and timelines; absent where there is nothing to add. */
  toll?: Toll;
}

/** The paths of quantities to add up, and an expression that says of which documents they are left out. */
export interface Toll {
  killed: string;
  injured: string;
  unless: Document;
}

/** Where the keys of groups lie: a value, or a list of distinct ones. A thing without any is in no group. */
export interface GroupKey {
  path: string;
  /** Whether the path holds a list. */
  list?: true;
  /** What the key is: the slug of a thing, a code that has a name of its own, or (absent) a word or an enum value. */
  is?: NodeType | 'country' | 'language' | 'word';
}

export interface TimelinePaths {
  /** A date span; or absent, where the day is exact. */
  span?: string;
  /** The day of what has no span. Absent where that is counted nowhere. */
  day?: string;
}

export interface OrderStep {
  field: string;
  direction: 'ASC' | 'DESC';
}

export type Entities = Readonly<Record<NodeType, Entity>>;

/** The stored paths that the selected fields of a type are read from, without doubles, sorted. */
export function readsOf(entity: Entity, fields: Iterable<string>): string[] {
  const paths = new Set<string>();
  for (const field of fields) for (const path of entity.reads[field] ?? []) paths.add(path);
  return [...paths].sort();
}
