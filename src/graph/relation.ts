import type { NodeType } from './node-id.ts';
import type { WhereField } from './where/where-field.ts';

/** To one thing: the parent holds its slug, always (`one`) or where there is such a thing (`maybe`). */
export interface ToOne {
  kind: 'one' | 'maybe';
  to: NodeType;
  path: string;
  /** Fields of the other thing's `Where` that the parent's own document answers. */
  copies?: Readonly<Record<string, WhereField>>;
}

/** To a few things in an order of their own: the parent holds their slugs. */
export interface ToList {
  kind: 'list';
  to: NodeType;
  path: string;
}

/** To any number of things, a page at a time: those whose `foreign` path holds the parent's `local` value, or one of them. */
export interface ToPage extends Join {
  kind: 'page';
  to: NodeType;
  /** The stored number of them, arguments left out; absent where the parent's own list says it. */
  count?: string;
  /** Where an argument, when it is false, makes another join of it. */
  unless?: { argument: string } & Partial<Join>;
  /** Where an argument lists values of the joining edge: the path that holds `VALUE slug` of each edge. */
  narrowed?: { argument: string; foreign: string };
}

export interface Join {
  local: string;
  foreign: string;
}

export type Relation = ToOne | ToList | ToPage;

export function one<T extends NodeType>(to: T, path: string, copies: ToOne['copies'] = {}) {
  return { kind: 'one', to, path, copies } as const;
}

export function maybe<T extends NodeType>(to: T, path: string, copies: ToOne['copies'] = {}) {
  return { kind: 'maybe', to, path, copies } as const;
}

export function list<T extends NodeType>(to: T, path: string) {
  return { kind: 'list', to, path } as const;
}

export function page<T extends NodeType>(to: T, join: Join & Omit<ToPage, 'kind' | 'to' | keyof Join>) {
  return { kind: 'page', to, ...join } as const;
}

/** The join that a relation makes with these arguments; `values` are those of a narrowing argument. */
export function joinOf(
  relation: ToPage,
  args: Readonly<Record<string, unknown>>,
): Join & { values?: readonly string[] } {
  const { local, foreign, unless, narrowed } = relation;
  if (unless && args[unless.argument] === false) return { local, foreign, ...unless };
  const values = narrowed && args[narrowed.argument];
  if (narrowed && Array.isArray(values)) return { local, foreign: narrowed.foreign, values };
  return { local, foreign };
}
