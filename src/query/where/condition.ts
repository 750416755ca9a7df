import type { Document } from 'mongodb';
import type { Entity } from '../entity.ts';
import type { Pairs } from '../relation.ts';
import type { MergedType } from '../survivors.ts';

/**
 * A checked `where` with stored paths, before anything is read. It still contains relations; `resolveCondition` turns
 * it into a filter and stages for the store.
 */
export type Condition =
  | { kind: 'all' | 'any'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition }
  | Test
  | Elements
  | Related;

/** A test of the value at a path. An array passes if any of its elements does. */
export interface Test {
  kind: 'test';
  path: string;
  operator: Operator;
  value: unknown;
  /** Set if the value is a slug, or a list of slugs, of this type. They may be merged ids. */
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

/**
 * A condition on the number of elements in an array that meet `of`. Paths in `of` start at an element; '' is the
 * element.
 */
export interface Elements {
  kind: 'elements';
  path: string;
  of: Condition;
  count: Count;
  /** Set if `of` only tests the two values of these pairs. */
  pairs?: Pairs;
}

/** A condition on the number of nodes, found by a join, that meet `of`. */
export interface Related {
  kind: 'related';
  to: Pick<Entity, 'collection'>;
  local: string;
  foreign: string;
  /** Stages that turn the nodes found into the documents that `of` tests; without them, it tests the nodes. */
  derive?: readonly Document[];
  of: Condition;
  count: Count;
}

/** A number from `min` to `max`, both included. */
export interface Count {
  min: number;
  max: number;
}

export const some: Count = { min: 1, max: Number.POSITIVE_INFINITY };

export function isSome({ min, max }: Count): boolean {
  return min === some.min && max === some.max;
}

export const everything: Condition = { kind: 'all', of: [] };
export const nothing: Condition = { kind: 'any', of: [] };

export function all(conditions: readonly Condition[]): Condition {
  const restricting = conditions.filter((condition) => !isEverything(condition));
  if (restricting.some(isNothing)) return nothing;
  return restricting.length === 1 ? (restricting[0] as Condition) : { kind: 'all', of: restricting };
}

export function any(conditions: readonly Condition[]): Condition {
  const possible = conditions.filter((condition) => !isNothing(condition));
  if (possible.some(isEverything)) return everything;
  return possible.length === 1 ? (possible[0] as Condition) : { kind: 'any', of: possible };
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

/** Returns the condition that the array at a path has `min` to `max` elements. An absent array has none. */
export function hasLength(path: string, { min, max }: Count): Condition {
  return all([
    ...(min > 0 ? [exists(`${path}.${min - 1}`)] : []),
    ...(max < Number.POSITIVE_INFINITY ? [not(exists(`${path}.${max}`))] : []),
  ]);
}

export function hasCount(path: string, { min, max }: Count): Condition {
  return all([
    ...(min > 0 ? [test(path, 'gte', min)] : []),
    ...(max < Number.POSITIVE_INFINITY ? [test(path, 'lte', max)] : []),
  ]);
}

/** Whether a condition is met only by documents with a value at some path that it tests. */
export function requiresValue(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.some(requiresValue);
    case 'any':
      return condition.of.every(requiresValue);
    case 'not':
      return false;
    case 'test':
      return true;
    default:
      return condition.count.min > 0;
  }
}

/** Returns the same condition with its tests replaced. */
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

/** Returns a text that is equal for equal conditions. */
export function conditionKey(condition: Condition): string {
  return JSON.stringify(condition, (key, value) => {
    if (key === 'to') return (value as Related['to']).collection;
    return value === Number.POSITIVE_INFINITY ? 'Infinity' : value;
  });
}

/** A relation in a condition. */
export interface PlacedRelation {
  related: Related;
  /** The path of the list whose elements have the relation; undefined if the document has it. */
  list: string | undefined;
}

/** Returns the relations that a condition tests, without those behind them. */
export function relatedIn(condition: Condition, list?: string): PlacedRelation[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((each) => relatedIn(each, list));
    case 'not':
      return relatedIn(condition.of, list);
    case 'elements':
      return relatedIn(condition.of, condition.path);
    case 'related':
      return [{ related: condition, list }];
    case 'test':
      return [];
  }
}
