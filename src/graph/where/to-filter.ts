import type { Document } from 'mongodb';
import type { Condition, Count, Elements, Related, Test } from './condition.ts';

/** How the related things of a condition were resolved. */
export type Resolutions = ReadonlyMap<Related, Resolution>;

export type Resolution =
  /** The values that the parent's `local` path may have. */
  | { values: readonly unknown[] }
  /** A field of the parent that holds what was found. */
  | { found: string }
  /** A field of the parent, or of its element, that holds how many there are. */
  | { number: string };

export interface Naming {
  resolutions: Resolutions;
  /** Where a list of elements stands once its elements hold numbers. */
  listOf: (path: string) => string;
}

const nothing: Document = { _id: { $in: [] } };

/** A condition as MongoDB's query language has it. */
export function toFilter(condition: Condition, naming: Naming): Document {
  switch (condition.kind) {
    case 'all':
      return allOf(condition.of.map((each) => toFilter(each, naming)));
    case 'any':
      return condition.of.length === 0 ? nothing : { $or: condition.of.map((each) => toFilter(each, naming)) };
    case 'not':
      return { $nor: [toFilter(condition.of, naming)] };
    case 'test':
      return { [condition.path]: operatorOf(condition) };
    case 'elements':
      return elementsFilter(condition, naming);
    case 'related':
      return relatedFilter(condition, naming);
  }
}

/** The filter of a condition without relations. */
export function plainFilter(condition: Condition): Document {
  return toFilter(condition, { resolutions: new Map(), listOf: (path) => path });
}

function allOf(filters: readonly Document[]): Document {
  const telling = filters.filter((filter) => Object.keys(filter).length > 0);
  return telling.length > 1 ? { $and: telling } : (telling[0] ?? {});
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

/** Literally. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function elementsFilter({ path, of, count }: Elements, naming: Naming): Document {
  const list = naming.listOf(path);
  if (count.least === 1 && count.most === Number.POSITIVE_INFINITY)
    return { [list]: { $elemMatch: valuesOf(of) ?? toFilter(of, naming) } };
  const meeting = { $filter: { input: `$${list}`, as: 'it', cond: toExpression(of, naming) } };
  return { $expr: betweenExpression({ $size: meeting }, count) };
}

/** The operators for an element that is a plain value; undefined for one with fields. */
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

/** `eq`, `in` and `notIn`, each at most once. */
function merged(operators: Document[]): Document {
  return Object.assign({}, ...operators);
}

function relatedFilter(related: Related, { resolutions }: Naming): Document {
  const resolution = resolutions.get(related);
  if (!resolution) throw new Error('A related condition was not resolved');
  if ('values' in resolution) return { [related.local]: { $in: resolution.values } };
  if ('found' in resolution) return { [`${resolution.found}.0`]: { $exists: true } };
  const { least, most } = related.count;
  return {
    [resolution.number]: {
      ...(least > 0 && { $gte: least }),
      ...(most < Number.POSITIVE_INFINITY && { $lte: most }),
    },
  };
}

/** A condition on an element `it`, as an expression. Absent values meet nothing but their absence. */
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
      if ('found' in resolution) throw new Error('An element holds numbers');
      if ('number' in resolution) return betweenExpression(`$$it.${resolution.number}`, condition.count);
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
      return { $ne: [{ $type: found }, 'missing'] };
    case 'lt':
    case 'lte':
      // What is missing is less than anything, to an expression.
      return { $and: [{ $gt: [found, null] }, { [`$${operator}`]: [found, literal] }] };
    case 'contains':
      return { $gte: [{ $indexOfCP: [found, literal] }, 0] };
    case 'startsWith':
      return { $eq: [{ $indexOfCP: [found, literal] }, 0] };
    case 'firstLineContains':
      throw new Error('No element has a text');
    case 'geoWithin':
      throw new Error('No element has a place');
    default:
      return { [`$${operator}`]: [found, literal] };
  }
}

function betweenExpression(number: unknown, { least, most }: Count): Document {
  return {
    $and: [
      ...(least > 0 ? [{ $gte: [number, least] }] : []),
      ...(most < Number.POSITIVE_INFINITY ? [{ $lte: [number, most] }] : []),
    ],
  };
}

/** A value or a list of values, as a list. */
export function asList(value: string): Document {
  return { $cond: [{ $isArray: [value] }, value, [value]] };
}
