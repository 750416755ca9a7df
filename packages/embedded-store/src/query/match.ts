import { BSONRegExp, Decimal128, MaxKey, MinKey } from 'bson';
import type { Vars } from '../expression/expression.ts';
import { intersects, isWithin } from '../geo/region.ts';
import { encodeKeyText } from '../values/key-writer.ts';
import { compareValues, equalValues } from '../values/order.ts';
import { parsePath, somePathValue } from '../values/paths.ts';
import { typeOrderOf } from '../values/type-order.ts';
import { type Document, isDocument, isNumber, toNumber, typeName, type Value } from '../values/value.ts';
import { type Filter, isTrue, type Test } from './filter.ts';

export type Matcher = (document: Document, vars: Vars) => boolean;

const compiled = new WeakMap<Filter, Matcher>();

/**
 * Compiles a filter. The result is cached, because joins use the same filter repeatedly. The matcher needs the fields
 * that the filter names, and never changes the document.
 */
export function compileMatcher(filter: Filter): Matcher {
  const known = compiled.get(filter) ?? compile(filter);
  compiled.set(filter, known);
  return known;
}

function compile(filter: Filter): Matcher {
  switch (filter.kind) {
    case 'and': {
      const matchers = filter.filters.map(compileMatcher);
      return (document, vars) => matchers.every((matches) => matches(document, vars));
    }
    case 'or': {
      const matchers = filter.filters.map(compileMatcher);
      return (document, vars) => matchers.some((matches) => matches(document, vars));
    }
    case 'nor': {
      const matchers = filter.filters.map(compileMatcher);
      return (document, vars) => !matchers.some((matches) => matches(document, vars));
    }
    case 'expression':
      return (document, vars) => isTrue(filter.evaluate(document, vars));
    case 'path': {
      const path = parsePath(filter.path);
      const test = compilePathTest(filter.test, path);
      return (document, vars) => test(document, vars);
    }
  }
}

type PathTest = (value: Value, vars: Vars) => boolean;

/** Compiles the test for the values at `path` below a value. */
function compilePathTest(test: Test, path: readonly string[]): PathTest {
  if (test.op === 'not') {
    const tests = test.tests.map((inner) => compilePathTest(inner, path));
    return (value, vars) => !tests.every((inner) => inner(value, vars));
  }
  if (test.op === 'exists') {
    const exists = (value: Value) => somePathValue(value, path, (found) => found !== undefined);
    return test.exists ? exists : (value) => !exists(value);
  }
  const decide = compileTest(test);
  if (path.length === 1 && path[0] !== undefined && wholeArrays.has(test.op) === false) {
    const [name] = path;
    return (value, vars) => eachOrWhole((value as Document).get(name), (one) => decide(one, vars), test);
  }
  return (value, vars) =>
    somePathValue(value, path, (found) =>
      wholeArrays.has(test.op) ? decide(found, vars) : eachOrWhole(found, (one) => decide(one, vars), test),
    );
}

/** These tests apply to an array as a whole; all others apply to its elements and then to the array itself. */
const wholeArrays: ReadonlySet<Test['op']> = new Set([
  'size',
  'elemMatch',
  'elemMatchValue',
  'geoWithin',
  'geoIntersects',
]);

function eachOrWhole(value: Value, decide: (value: Value) => boolean, test: Test): boolean {
  if (!Array.isArray(value)) return decide(value);
  for (const element of value) if (decide(element)) return true;
  return test.op !== 'mod' && test.op !== 'regex' && decide(value);
}

function compileTest(test: Exclude<Test, { op: 'not' | 'exists' }>): PathTest {
  switch (test.op) {
    case 'eq':
      return equalTo(test.value);
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return compileComparison(test.op, test.value);
    case 'in':
      return compileIn(test.values, test.regexes);
    case 'regex':
      return matchesRegex(test.regex, test.source);
    case 'type':
      return (value) => value !== undefined && test.types.has(typeName(value));
    case 'size':
      return (value) => Array.isArray(value) && value.length === test.size;
    case 'mod':
      return (value) => {
        if (!isNumber(value)) return false;
        const integer = truncated(value);
        return integer !== undefined && integer % test.divisor === test.remainder;
      };
    case 'elemMatch': {
      const matches = compileMatcher(test.filter);
      return (value, vars) =>
        Array.isArray(value) &&
        value.some((element) => {
          if (isDocument(element)) return matches(element, vars);
          // An array inside the array is matched by position.
          return Array.isArray(element) && matches(positions(element), vars);
        });
    }
    case 'elemMatchValue': {
      const tests = test.tests.map(compileElementTest);
      return (value, vars) => Array.isArray(value) && value.some((element) => tests.every((t) => t(element, vars)));
    }
    case 'geoWithin':
      return (value) => isWithin(value, test.region);
    case 'geoIntersects':
      return (value) => intersects(value, test.region);
  }
}

function positions(array: Value[]): Document {
  return new Map(array.map((value, i) => [String(i), value]));
}

/** Compiles a test for one array element. If the element is an array, its own elements are not tested. */
function compileElementTest(test: Test): PathTest {
  if (test.op === 'not') {
    const tests = test.tests.map(compileElementTest);
    return (value, vars) => !tests.every((inner) => inner(value, vars));
  }
  if (test.op === 'exists') return (value) => (value !== undefined) === test.exists;
  return compileTest(test);
}

function equalTo(expected: Value): PathTest {
  if (typeof expected === 'string') return (value) => value === expected;
  if (expected instanceof BSONRegExp) return (value) => equalValues(value, expected);
  return (value) => equalValues(value, expected);
}

/**
 * Values compare only with values of the same kind, and NaN only with itself. Every value, even a missing one, is
 * greater than MinKey and less than MaxKey.
 */
function compileComparison(op: 'lt' | 'lte' | 'gt' | 'gte', operand: Value): PathTest {
  const orEqual = op === 'lte' || op === 'gte';
  const direction = op === 'lt' || op === 'lte' ? -1 : 1;
  if (isNaNValue(operand)) return (value) => orEqual && isNaNValue(value);
  const typeOrder = typeOrderOf(operand);
  if (operand instanceof MinKey || operand instanceof MaxKey) {
    const isOther = operand instanceof MinKey ? direction > 0 : direction < 0;
    return (value) => (value !== undefined && typeOrderOf(value) === typeOrder ? orEqual : isOther);
  }
  return (value) => {
    if (typeOrderOf(value) !== typeOrder) return false;
    const order = compareValues(value, operand);
    if (order === 0) return orEqual;
    return Math.sign(order) === direction && !isNaNValue(value);
  };
}

export function isNaNValue(value: Value): boolean {
  return isNumber(value) && typeof value !== 'bigint' && Number.isNaN(toNumber(value));
}

/** Looks values up by their keys, so the length of the list does not matter. */
function compileIn(values: Value[], regexes: Pick<RegExp, 'test'>[]): PathTest {
  const strings = new Set<Value>();
  const keys = new Set<string>();
  for (const value of values) {
    if (typeof value === 'string') strings.add(value);
    else keys.add(encodeKeyText(value));
  }
  return (value) => {
    if (typeof value === 'string') return strings.has(value) || regexes.some((regex) => regex.test(value));
    return keys.size > 0 && keys.has(encodeKeyText(value));
  };
}

function matchesRegex(regex: RegExp, source: BSONRegExp): PathTest {
  return (value) =>
    typeof value === 'string' ? regex.test(value) : value instanceof BSONRegExp && equalValues(value, source);
}

function truncated(value: Value): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (!isNumber(value)) return undefined;
  const number = toNumber(value);
  if (!Number.isFinite(number) || (value instanceof Decimal128 && Math.abs(number) > 2 ** 53)) return undefined;
  return Math.abs(number) < 2 ** 63 ? BigInt(Math.trunc(number)) : undefined;
}
