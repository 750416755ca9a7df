import type { Document } from 'mongodb';
import type { Pairs } from '../relation.ts';
import type { Condition, Count, Elements, Related, Test } from './condition.ts';
import { allOf } from './store-match.ts';

/** How the related nodes of a condition were resolved. */
export type Resolutions = ReadonlyMap<Related, Resolution>;

export type Resolution =
  /** The values of the parent's `local` path that meet the condition. */
  | { values: readonly unknown[] }
  /** The parent's field with the nodes found. */
  | { found: string }
  /** The field of the parent, or of its element, with the number of nodes found. */
  | { number: string };

export interface Naming {
  resolutions: Resolutions;
  /** Returns the path of a list, or of its copy whose elements also hold the numbers of related nodes. */
  listOf: (path: string) => string;
}

const matchesNone: Document = { _id: { $in: [] } };

/** Compiles a condition to a filter in MongoDB's query language. */
export function compileFilter(condition: Condition, naming: Naming): Document {
  switch (condition.kind) {
    case 'all':
      return allOf(condition.of.map((each) => compileFilter(each, naming)));
    case 'any':
      return condition.of.length === 0 ? matchesNone : { $or: condition.of.map((each) => compileFilter(each, naming)) };
    case 'not':
      return { $nor: [compileFilter(condition.of, naming)] };
    case 'test':
      return { [condition.path]: operatorOf(condition) };
    case 'elements':
      return elementsFilter(condition, naming);
    case 'related':
      return relatedFilter(condition, naming);
  }
}

/** Compiles a condition without relations. */
export function plainFilter(condition: Condition): Document {
  return compileFilter(condition, { resolutions: new Map(), listOf: (path) => path });
}

function operatorOf({ operator, value }: Test): Document {
  switch (operator) {
    case 'contains':
      return { $regex: escaped(value as string) };
    case 'firstLineContains':
      return { $regex: `^[^\\n]*${escaped(value as string)}` };
    case 'startsWith':
      return { $regex: `^${escaped(value as string)}` };
    default:
      return { [`$${operator}`]: value };
  }
}

/** Escapes a text, so that a regular expression matches it literally. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function elementsFilter({ path, of, count, pairs }: Elements, naming: Naming): Document {
  if (pairs && of.kind === 'all') return { [pairs.path]: { $in: pairsOf(of.of as Test[], pairs) } };
  const list = naming.listOf(path);
  if (count.min === 1 && count.max === Number.POSITIVE_INFINITY)
    return { [list]: { $elemMatch: valuesOf(of) ?? compileFilter(of, naming) } };
  const meeting = { $filter: { input: `$${list}`, as: 'it', cond: toExpression(of, naming) } };
  return { $expr: countExpression({ $size: meeting }, count) };
}

/** Returns `TARGET iran` for each value of the one test and each of the other. */
function pairsOf(tests: readonly Test[], { of: [first, second] }: Pairs): string[] {
  const valuesAt = (path: string) => [tests.find((test) => test.path === path)?.value].flat();
  return valuesAt(first).flatMap((left) => valuesAt(second).map((right) => `${left} ${right}`));
}

/** Returns the operators for an element that is a plain value; undefined for one with fields. */
function valuesOf(condition: Condition): Document | undefined {
  switch (condition.kind) {
    case 'test':
      return condition.path === '' ? operatorOf(condition) : undefined;
    case 'not': {
      const operators = valuesOf(condition.of);
      return operators && { $not: operators };
    }
    case 'all': {
      const all = condition.of.map(valuesOf);
      return all.length > 0 && all.every((each) => each !== undefined) ? merged(all as Document[]) : undefined;
    }
    default:
      return undefined;
  }
}

/** Merges `eq`, `in` and `notIn`, each of which occurs at most once. */
function merged(operators: Document[]): Document {
  return Object.assign({}, ...operators);
}

function relatedFilter(related: Related, { resolutions }: Naming): Document {
  const resolution = resolutions.get(related);
  if (!resolution) throw new Error('A related condition was not resolved');
  if ('values' in resolution) return { [related.local]: { $in: resolution.values } };
  if ('found' in resolution) return { [`${resolution.found}.0`]: { $exists: true } };
  const { min, max } = related.count;
  return {
    [resolution.number]: {
      ...(min > 0 && { $gte: min }),
      ...(max < Number.POSITIVE_INFINITY && { $lte: max }),
    },
  };
}

/**
 * Compiles a condition on an element `it` to an expression. An absent value fails every test but the one for absence.
 */
function toExpression(condition: Condition, naming: Naming): Document | boolean {
  switch (condition.kind) {
    case 'all':
      return { $and: condition.of.map((each) => toExpression(each, naming)) };
    case 'any':
      return { $or: condition.of.map((each) => toExpression(each, naming)) };
    case 'not':
      return { $not: [toExpression(condition.of, naming)] };
    case 'test':
      return testExpression(condition);
    case 'related': {
      const resolution = naming.resolutions.get(condition);
      if (!resolution) throw new Error('A related condition was not resolved');
      if ('found' in resolution) throw new Error('Expected numbers for an element, but got nodes');
      if ('number' in resolution) return countExpression(`$$it.${resolution.number}`, condition.count);
      const common = { $setIntersection: [asList(`$$it.${condition.local}`), { $literal: resolution.values }] };
      return { $gt: [{ $size: common }, 0] };
    }
    case 'elements':
      throw new Error('No element has a list of elements');
  }
}

function testExpression({ path, operator, value }: Test): Document {
  const found = path === '' ? '$$it' : `$$it.${path}`;
  const literal = { $literal: value };
  switch (operator) {
    case 'in':
      return { $in: [found, literal] };
    case 'exists':
      return existsExpression(path, found);
    case 'lt':
    case 'lte':
      // In expressions, a missing value is less than any other.
      return { $and: [{ $gt: [found, null] }, { [`$${operator}`]: [found, literal] }] };
    case 'contains':
      return { $gte: [{ $indexOfCP: [found, literal] }, 0] };
    case 'startsWith':
      return { $eq: [{ $indexOfCP: [found, literal] }, 0] };
    case 'firstLineContains':
      throw new Error('No element has a text');
    case 'geoWithin':
      throw new Error('No element has a point');
    default:
      return { [`$${operator}`]: [found, literal] };
  }
}

/** `hasLength` tests paths such as `deniedBy.0`. Filters read the number as an index; paths in expressions do not. */
function existsExpression(path: string, found: string): Document {
  const [, list, index] = /^(.+)\.(\d+)$/.exec(path) ?? [];
  if (list === undefined) return { $ne: [{ $type: found }, 'missing'] };
  return { $gt: [{ $size: { $ifNull: [`$$it.${list}`, []] } }, Number(index)] };
}

function countExpression(number: unknown, { min, max }: Count): Document {
  return {
    $and: [
      ...(min > 0 ? [{ $gte: [number, min] }] : []),
      ...(max < Number.POSITIVE_INFINITY ? [{ $lte: [number, max] }] : []),
    ],
  };
}

/** Returns an expression that turns a single value into a list, and leaves a list unchanged. */
export function asList(value: string): Document {
  return { $cond: [{ $isArray: [value] }, value, [value]] };
}
