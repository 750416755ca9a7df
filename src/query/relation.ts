import type { Document } from 'mongodb';
import type { NodeType } from './node-id.ts';

/** A relation to one node, whose slug is in the parent: always (`toOne`), or if there is such a node (`toOptional`). */
export interface ToOne {
  kind: 'toOne' | 'toOptional';
  to: NodeType;
  path: string;
  /** Fields of the other node's `Where` that are copied into the parent's document. */
  copies?: Readonly<Record<string, WhereField>>;
}

/** A relation to a few nodes, whose slugs are in the parent, in order. */
export interface ToList {
  kind: 'toList';
  to: NodeType;
  path: string;
}

/** A relation to any number of nodes: those whose `foreign` path has the parent's `local` value, or one of them. */
export interface ToConnection extends Join {
  kind: 'toConnection';
  to: NodeType;
  /** The path of the stored number of nodes, regardless of arguments; absent if it is not stored. */
  count?: string;
  /** A boolean argument that changes the join if it is false. `narrowed` is then the path of the next argument. */
  unless?: { argument: string; narrowed?: string } & Partial<Join>;
  /** An argument that selects edges by a value: `foreign` is the path with `VALUE slug` of each edge. */
  narrowed?: { argument: string; foreign: string };
  /** The paths of lists in the parent with all values that a path of the nodes has. */
  copies?: Readonly<Record<string, string>>;
}

export interface Join {
  local: string;
  foreign: string;
}

export type Relation = ToOne | ToList | ToConnection;

export function toOne<T extends NodeType>(to: T, path: string, copies: ToOne['copies'] = {}) {
  return { kind: 'toOne', to, path, copies } as const;
}

export function toOptional<T extends NodeType>(to: T, path: string, copies: ToOne['copies'] = {}) {
  return { kind: 'toOptional', to, path, copies } as const;
}

export function toList<T extends NodeType>(to: T, path: string) {
  return { kind: 'toList', to, path } as const;
}

export function toConnection<T extends NodeType>(to: T, join: Join & Omit<ToConnection, 'kind' | 'to' | keyof Join>) {
  return { kind: 'toConnection', to, ...join } as const;
}

/** Returns the join of a relation with these arguments. `values` are those of a narrowing argument. */
export function joinOf(
  relation: ToConnection,
  args: Readonly<Record<string, unknown>>,
): Join & { values?: readonly string[] } {
  const { local, foreign, unless, narrowed } = relation;
  const changed = unless && args[unless.argument] === false ? unless : undefined;
  const values = narrowed && args[narrowed.argument];
  if (narrowed && Array.isArray(values)) return { local, foreign: changed?.narrowed ?? narrowed.foreign, values };
  return { local, foreign, ...changed };
}

/** The kind of a field of a `Where` input, and its path in a stored document or in an element of one of its lists. */
export type WhereField =
  /** The slug of a node of the type `of`. */
  | { kind: 'id'; of: NodeType; path: string }
  /** A value that is compared as stored: an enum value, a code, a number, a day, a boolean. */
  | { kind: 'value'; path: string }
  /** A string, with a copy without case and accents. */
  | { kind: 'string'; path: string; folded: string }
  /** A date span. `months` is the path of its months, or `long`; `start` that of its start, '' if open. */
  | { kind: 'span'; path: string; months?: string; start?: string }
  | { kind: 'quantity'; path: string }
  /** A list of values. */
  | { kind: 'values'; path: string }
  /** A list of strings, stored as `{ text, folded }`. */
  | { kind: 'strings'; path: string }
  /** A list of objects, with the fields of their `Where`. */
  | {
      kind: 'parts';
      path: string;
      fields: Readonly<Record<string, WhereField>>;
      /** The paths of indexed lists with all values that a path of the elements has. */
      copies?: Readonly<Record<string, string>>;
      pairs?: Pairs;
    }
  /** Another node, or other nodes. */
  | { kind: 'relation'; relation: Relation }
  /** The slugs of a node of the type `of` and of all nodes that contain it. */
  | { kind: 'within'; of: NodeType; path: string }
  /**
   * A GeoJSON point, matched against an area of the earth. If `area` is present in the document, the point is only the
   * centre of an area, and matches only with `areasByCentre: true` in the same input.
   */
  | { kind: 'near' | 'box' | 'polygon'; path: string; area: string }
  | { kind: 'areasByCentre' }
  /**
   * Lists of entries, computed from the nodes of the type `to` that a join finds: one entry for each value of `key`.
   */
  | {
      kind: 'stances';
      to: NodeType;
      local: string;
      foreign: string;
      /** The fields of an entry; `key` is the one that leads to the node which identifies the entry. */
      fields: Readonly<Record<string, WhereField>>;
      key: string;
      /** For each list: the path of the keys in the joined nodes, and the stages that turn those nodes into entries. */
      lists: Readonly<Record<string, { keys: string; entries: readonly Document[] }>>;
    }
  /**
   * Full text. `words` is the path of the index words, `<field><level>:<stem>`, of which only fields with a weight are searched;
   * `plain` that of the folded tokens, one line per text, of which `firstLine` limits phrases to the first.
   */
  | { kind: 'text'; words: string; plain: string; firstLine?: true; weights: WordWeights };

/** An indexed list with the values that each element of another list has at two paths, such as `TARGET iran`. */
export interface Pairs {
  path: string;
  of: readonly [string, string];
}

/** The weight of a word for relevance, by the mark of the field that it is in. */
export type WordWeights = Readonly<Record<string, number>>;
