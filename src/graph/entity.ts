import type { NodeType } from './node-id.ts';
import type { Relation } from './relation.ts';

/** The collections that hold documents with an id of their own. */
export type CollectionName = 'incidents' | 'actors' | 'statements' | 'locations' | 'articles';

/**
 * All that the shared machinery has to know of one of the five types. The names are those of schema.graphql;
 * paths are those of the stored document.
 */
export interface Entity {
  type: NodeType;
  collection: CollectionName;
  /** For each field: the stored paths that its resolver reads. */
  reads: Readonly<Record<string, readonly string[]>>;
  /** For each field of the type's `Where` that is answered by the document alone: what it is, and where it lies. */
  where: Readonly<Record<string, WhereField>>;
  /**
   * For each field of the type's `Order`: the stored paths, first to last. They are never absent in a document
   * (absent values have a lowest stand-in), so that a keyset is one range of an index.
   */
  orders: Readonly<Record<string, readonly string[]>>;
  defaultOrder: readonly OrderStep[];
  relations: Readonly<Record<string, Relation>>;
}

export interface WhereField {
  kind: 'id' | 'enum';
  path: string;
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
