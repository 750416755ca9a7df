import type { Document } from 'mongodb';
import type { Entity } from '../entity.ts';
import type { MergedType } from '../survivors.ts';

/**
 * What a `where` asks of a document, before anything is read: checked, with stored paths, and with relations still in
 * it. `resolveCondition` turns it into what the store understands.
 */
export type Condition =
  | { kind: 'all' | 'any'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition }
  | Test
  | Elements
  | Related;

/** A test of the value at a path; of an array's elements, where any of them passes. */
export interface Test {
  kind: 'test';
  path: string;
  operator: Operator;
  value: unknown;
  /** Of what the value is a slug, or a list of slugs, as it was asked for: it may have been given up since. */
  of?: MergedType;
}

export type Operator =
  | 'eq'
  | 'in'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'exists'
  | 'contains'
  | 'firstLineContains'
  | 'startsWith'
  | 'geoWithin';

/** How many elements of an array of objects meet a condition. Paths in `of` are those of an element; '' is the element. */
export interface Elements {
  kind: 'elements';
  path: string;
  of: Condition;
  count: Count;
}

/** How many things of another type, found by a join, meet a condition. */
export interface Related {
  kind: 'related';
  to: Pick<Entity, 'collection'>;
  local: string;
  foreign: string;
  /** Stages that make of those found what the condition is about; without any they are asked themselves. */
  derive?: readonly Document[];
  of: Condition;
  count: Count;
}

/** From `least` to `most`, both included. */
export interface Count {
  least: number;
  most: number;
}

export const some: Count = { least: 1, most: Number.POSITIVE_INFINITY };

export const everything: Condition = { kind: 'all', of: [] };
export const nothing: Condition = { kind: 'any', of: [] };

export function all(conditions: readonly Condition[]): Condition {
  const telling = conditions.filter((condition) => !isEverything(condition));
  if (telling.some(isNothing)) return nothing;
  return telling.length === 1 ? (telling[0] as Condition) : { kind: 'all', of: telling };
}

export function any(conditions: readonly Condition[]): Condition {
  const telling = conditions.filter((condition) => !isNothing(condition));
  if (telling.some(isEverything)) return everything;
  return telling.length === 1 ? (telling[0] as Condition) : { kind: 'any', of: telling };
}

export function not(condition: Condition): Condition {
  if (isEverything(condition)) return nothing;
  if (isNothing(condition)) return everything;
  return condition.kind === 'not' ? condition.of : { kind: 'not', of: condition };
}

export function test(path: string, operator: Operator, value: unknown): Condition {
  return { kind: 'test', path, operator, value };
}

export function exists(path: string): Condition {
  return test(path, 'exists', true);
}

/** The array at a path has at least `least` and at most `most` elements; an absent one has none. */
export function hasLength(path: string, { least, most }: Count): Condition {
  return all([
    ...(least > 0 ? [exists(`${path}.${least - 1}`)] : []),
    ...(most < Number.POSITIVE_INFINITY ? [not(exists(`${path}.${most}`))] : []),
  ]);
}

export function between(path: string, { least, most }: Count): Condition {
  return all([
    ...(least > 0 ? [test(path, 'gte', least)] : []),
    ...(most < Number.POSITIVE_INFINITY ? [test(path, 'lte', most)] : []),
  ]);
}

/** The same condition with other tests. */
export function mapTests(condition: Condition, map: (test: Test) => Test): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map((each) => mapTests(each, map)) };
    case 'test':
      return map(condition);
    default:
      return { ...condition, of: mapTests(condition.of, map) };
  }
}

export function isEverything(condition: Condition): boolean {
  return condition.kind === 'all' && condition.of.length === 0;
}

export function isNothing(condition: Condition): boolean {
  return condition.kind === 'any' && condition.of.length === 0;
}
