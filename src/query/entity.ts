import type { CollectionName, NodeType } from './node-id.ts';
import type { Relation, WhereField } from './relation.ts';

/**
 * The declaration of one type, from which shared code works. Names are those of schema.graphql; paths are those of the
 * stored document.
 */
export interface Entity {
  type: NodeType;
  collection: CollectionName;
  /** The stored paths that the resolver of each field reads; under `words`, the paths of the texts for highlights. */
  reads: Readonly<Record<string, readonly string[]>>;
  /** The kind and path of each field of the type's `Where`, except relations. */
  where: Readonly<Record<string, WhereField>>;
  /**
   * The stored paths of each field of the type's `Order`, first to last. Every document has them, with a lowest value
   * for absent ones, so that a keyset is one range of an index.
   */
  orders: Readonly<Record<string, readonly string[]>>;
  defaultOrder: readonly OrderStep[];
  /** The fields that lead to other nodes. Each is a field of the type's `Where` too. */
  relations: Readonly<Record<string, Relation>>;
  /** The group key of each value of the type's `GroupBy`. */
  groups: Readonly<Record<string, GroupKey>>;
  /** The dates that a timeline counts by; absent if the type has no timeline. */
  timeline?: TimelinePaths;
  /** The point on a map; absent if the type has none. */
  point?: PointPaths;
  /** The quantities that groups, timelines and cells add up; absent if there are none. */
  toll?: Toll;
}

/** The paths of the quantities to add up, and of the fields that say which documents are parts of others. */
export interface Toll {
  /** Quantities, absent where nobody states a number. */
  killed: string;
  injured: string;
  /** The slug of the document that this one is part of; absent if there is none. */
  whole: string;
  /** The document's own slug, then those of the documents that it is part of, nearest first. */
  chain: string;
  /** The number of its parts. */
  parts: string;
}

/** The path of a group's key: a value, or a list of distinct values. A node without a value is in no group. */
export interface GroupKey {
  path: string;
  /** Whether the path holds a list. */
  list?: true;
  /** What the key is: the slug of a node, a code, or a word; absent for an enum value. */
  is?: NodeType | 'country' | 'language' | 'word';
}

export interface TimelinePaths {
  /** The path of a date span; absent if the type has only a day. */
  span?: string;
  /** The path of a day, for nodes without a span; absent if these are not counted. */
  day?: string;
}

export interface PointPaths {
  /** The path of a GeoJSON point. */
  path: string;
  /** The path of the mark that the point is only the centre of an area. */
  area: string;
  /** The path of the slug of the location whose point it is. */
  place: string;
}

export interface OrderStep {
  field: string;
  direction: 'ASC' | 'DESC';
}

export type Entities = Readonly<Record<NodeType, Entity>>;

/**
 * Returns the stored paths that the selected fields read, sorted and each once. Paths inside other paths are left out,
 * because a projection must not contain both.
 */
export function readsOf(entity: Entity, fields: ReadonlySet<string>): readonly string[] {
  let reads = known.get(fields);
  if (!reads) {
    reads = new Map();
    known.set(fields, reads);
  }
  let paths = reads.get(entity);
  if (!paths) {
    paths = pathsOf(entity, fields);
    reads.set(entity, paths);
  }
  return paths;
}

/** By the set of fields, which belongs to the selection of a document, and must not change. */
const known = new WeakMap<ReadonlySet<string>, Map<Entity, readonly string[]>>();

/** Returns a text that is equal for equal paths of `readsOf`. */
export function readsKey(reads: readonly string[]): string {
  let key = keys.get(reads);
  if (key === undefined) {
    key = reads.join();
    keys.set(reads, key);
  }
  return key;
}

const keys = new WeakMap<readonly string[], string>();

function pathsOf(entity: Entity, fields: ReadonlySet<string>): string[] {
  const paths = new Set<string>();
  for (const field of fields) for (const path of entity.reads[field] ?? []) paths.add(path);
  return [...paths].filter((path) => !isWithinAny(path, paths)).sort();
}

function isWithinAny(path: string, paths: ReadonlySet<string>): boolean {
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1))
    if (paths.has(path.slice(0, dot))) return true;
  return false;
}
