import { fail } from '../errors.ts';
import { divide, isDouble, multiply, remainder, subtract } from '../values/arithmetic.ts';
import { encodeKeyText } from '../values/key-writer.ts';
import { compareValues, equalValues } from '../values/order.ts';
import { addToSum, createSum, meanOf, sumOf } from '../values/sum.ts';
import {
  type Document,
  double,
  isDocument,
  isInt32,
  isNumber,
  type NumberValue,
  toNumber,
  typeName,
  type Value,
} from '../values/value.ts';
import { dateOperators } from './dates.ts';
import type { Operator } from './operator.ts';

const any = Number.POSITIVE_INFINITY;

/** The allow-list of operators that take the values of their arguments. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    $eq: of(2, 2, ([a, b]) => compareStrictly(a, b) === 0),
    $ne: of(2, 2, ([a, b]) => compareStrictly(a, b) !== 0),
    $lt: of(2, 2, ([a, b]) => compareStrictly(a, b) < 0),
    $lte: of(2, 2, ([a, b]) => compareStrictly(a, b) <= 0),
    $gt: of(2, 2, ([a, b]) => compareStrictly(a, b) > 0),
    $gte: of(2, 2, ([a, b]) => compareStrictly(a, b) >= 0),
    $cmp: of(2, 2, ([a, b]) => Math.sign(compareStrictly(a, b))),
    $not: of(1, 1, ([a]) => !truthy(a)),
    $add: of(0, any, addAll),
    $subtract: of(2, 2, subtractAny),
    $multiply: of(0, any, (values) => numeric('$multiply', values, (numbers) => numbers.reduce(multiply, 1))),
    $divide: of(2, 2, (values) => numeric('$divide', values, ([a, b]) => divide(a as NumberValue, b as NumberValue))),
    $mod: of(2, 2, (values) => numeric('$mod', values, ([a, b]) => remainder(a as NumberValue, b as NumberValue))),
    $floor: of(1, 1, (values) => numeric('$floor', values, ([a]) => floor(a as NumberValue))),
    $sum: of(0, any, (values) => sumOf(sumNumbers(spread(values)))),
    $avg: of(0, any, (values) => meanOf(sumNumbers(spread(values)))),
    $min: of(0, any, (values) => spread(values).reduce((found, value) => moreExtreme(found, value, -1), null)),
    $max: of(0, any, (values) => spread(values).reduce((found, value) => moreExtreme(found, value, 1), null)),
    $type: of(1, 1, ([a]) => typeName(a)),
    $isNumber: of(1, 1, ([a]) => isNumber(a)),
    $isArray: of(1, 1, ([a]) => Array.isArray(a)),
    $size: of(1, 1, ([a]) => arrayOf('$size', 'Location17124', a).length),
    $in: of(2, 2, ([a, b]) => isIn(a, arrayOf('$in', 'Location40081', b))),
    $arrayElemAt: of(2, 2, ([a, at]) => elementAt(a, at)),
    $first: of(1, 1, ([a]) => elementAt(a, 0)),
    $last: of(1, 1, ([a]) => elementAt(a, -1)),
    $concatArrays: of(0, any, (values) => concatenated('$concatArrays', 'Location28664', values)),
    $setUnion: of(0, any, (values) => {
      const all = concatenated('$setUnion', 'Location17043', values);
      return all && distinct(all);
    }),
    $setIntersection: of(0, any, (values) =>
      unlessNull(values, () => {
        const [first = [], ...others] = values.map((value) => arrayOf('$setIntersection', 'Location17047', value));
        const keys = others.map((items) => new Set(items.map((item) => encodeKeyText(item))));
        return distinct(first.filter((item) => keys.every((set) => set.has(encodeKeyText(item)))));
      }),
    ),
    $mergeObjects: of(0, any, mergeObjects),
    $setField: {
      ...of(3, 3, ([name, input, value]) => unlessNull([input], () => setField(name, input, value))),
      named: ['field', 'input', 'value'],
    },
    $objectToArray: of(1, 1, ([a]) => unlessNull([a], () => objectToArray(a))),
    $concat: of(0, any, (values) =>
      inTurn(
        values,
        (value) => stringOf('$concat', 'Location16702', value),
        () => values.join(''),
      ),
    ),
    $indexOfCP: of(2, 2, ([text, part]) => indexOf(text, part)),
    $substrCP: of(3, 3, ([text, start, length]) => substring(text, start, length)),
    ...dateOperators,
  } satisfies Record<string, Operator>),
);

function of(minArguments: number, maxArguments: number, apply: (values: Value[]) => Value): Operator {
  return { minArguments, maxArguments, apply };
}

/** The truth value of an expression, as in `$expr`. */
export function truthy(value: Value): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumber(value) || toNumber(value) !== 0;
}

/** In expressions a missing value is below null, and equals only another missing value. */
function compareStrictly(a: Value, b: Value): number {
  if (a === undefined || b === undefined) {
    if (a === b) return 0;
    const other = a ?? b;
    const below = other === undefined || compareValues(other, null) >= 0;
    return (a === undefined ? -1 : 1) * (below ? 1 : -1);
  }
  return compareValues(a, b);
}

function equalStrictly(a: Value, b: Value): boolean {
  return (a === undefined) === (b === undefined) && equalValues(a, b);
}

/** Checks the operands up to the first null one. Returns null if there is one, otherwise the computed result. */
function inTurn<T extends Value>(values: Value[], check: (value: Value) => void, compute: () => T): T | null {
  for (const value of values) {
    if (value === undefined || value === null) return null;
    check(value);
  }
  return compute();
}

function unlessNull(values: Value[], compute: () => Value): Value {
  return values.some((value) => value === undefined || value === null) ? null : compute();
}

function numeric(name: string, values: Value[], compute: (numbers: NumberValue[]) => Value): Value {
  const check = (value: Value) => {
    if (!isNumber(value)) fail('TypeMismatch', `${name} only supports numeric types, not ${typeName(value)}`);
  };
  return inTurn(values, check, () => compute(values as NumberValue[]));
}

function addAll(values: Value[]): Value {
  let date: Date | undefined;
  const check = (value: Value) => {
    if (value instanceof Date && date === undefined) date = value;
    else if (value instanceof Date) fail('Location16612', 'only one date allowed in an $add expression');
    else if (!isNumber(value)) fail('TypeMismatch', `$add only supports numeric or date types, not ${typeName(value)}`);
  };
  return inTurn(values, check, () => {
    const total = sumOf(sumNumbers(values));
    return date === undefined ? total : dateAt(rounded(date.getTime() + toNumber(total)));
  });
}

/** The sum of the numbers among the values; others are ignored. */
function sumNumbers(values: Value[]): ReturnType<typeof createSum> {
  const sum = createSum();
  for (const value of values) if (isNumber(value)) addToSum(sum, value);
  return sum;
}

function subtractAny([a, b]: Value[]): Value {
  return unlessNull([a, b], () => {
    if (!(a instanceof Date))
      return numeric('$subtract', [a, b], ([x, y]) => subtract(x as NumberValue, y as NumberValue));
    if (b instanceof Date) return BigInt(a.getTime()) - BigInt(b.getTime());
    if (!isNumber(b)) fail('TypeMismatch', `can't $subtract ${typeName(b)} from date`);
    return dateAt(a.getTime() - Math.trunc(toNumber(b)));
  });
}

/** Halves are rounded away from 0. */
function rounded(ms: number): number {
  return Math.sign(ms) * Math.round(Math.abs(ms));
}

function dateAt(ms: number): Date {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) fail('Location15', 'date overflow');
  return date;
}

/** The elements of a single array operand, otherwise the operands. */
function spread(values: Value[]): Value[] {
  return values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
}

/** The lesser (-1) or greater (1) of two values; null and missing are ignored. */
export function moreExtreme(found: Value, value: Value, direction: -1 | 1): Value {
  if (value === undefined || value === null) return found;
  return found === null || compareValues(value, found) * direction > 0 ? value : found;
}

function arrayOf(name: string, code: `Location${number}`, value: Value): Value[] {
  if (!Array.isArray(value))
    fail(code, `The argument to ${name} must be an array, but was of type: ${typeName(value)}`);
  return value;
}

function stringOf(name: string, code: `Location${number}`, value: Value): string {
  if (typeof value !== 'string') fail(code, `${name} only supports strings, not ${typeName(value)}`);
  return value;
}

function integerOf(name: string, value: Value): number {
  if (!isNumber(value) || !isInt32(toNumber(value)))
    fail('Location28690', `${name}'s argument must be representable as a 32-bit integer, not ${typeName(value)}`);
  return toNumber(value);
}

function elementAt(array: Value, at: Value): Value {
  if (array === undefined || array === null || at === undefined || at === null) return null;
  return arrayOf('$arrayElemAt', 'Location28689', array).at(integerOf('$arrayElemAt', at));
}

function concatenated(name: string, code: `Location${number}`, values: Value[]): Value[] | null {
  return inTurn(
    values,
    (value) => arrayOf(name, code, value),
    () => (values as Value[][]).flat(),
  );
}

/** The distinct values in BSON order, keeping the first of equal ones. */
function distinct(values: Value[]): Value[] {
  const first = new Map(values.toReversed().map((value) => [encodeKeyText(value), value]));
  return [...first.values()].sort(compareValues);
}

function mergeObjects(values: Value[]): Value {
  const merged: Document = new Map();
  for (const value of spread(values)) mergeInto(merged, value);
  return merged;
}

export function mergeInto(merged: Document, value: Value): void {
  if (value === undefined || value === null) return;
  if (!isDocument(value)) fail('Location40400', `$mergeObjects requires object inputs, not ${typeName(value)}`);
  for (const [name, field] of value) merged.set(name, field);
}

/** Sets the field; removes it if the value is missing. */
function setField(name: Value, input: Value, value: Value): Value {
  if (!isDocument(input))
    fail('Location4161105', `$setField requires 'input' to evaluate to an object, not ${typeName(input)}`);
  const copy: Document = new Map(input);
  const field = stringOf('$setField', 'Location4161107', name);
  if (value === undefined) copy.delete(field);
  else copy.set(field, value);
  return copy;
}

function objectToArray(value: Value): Value {
  if (!isDocument(value)) fail('Location40390', `$objectToArray requires a document input, not ${typeName(value)}`);
  return [...value].map(
    ([name, field]): Document =>
      new Map([
        ['k', name],
        ['v', field],
      ] as [string, Value][]),
  );
}

/** A fast path for strings: a string equals only strings. */
function isIn(value: Value, items: readonly Value[]): boolean {
  return typeof value === 'string' ? items.includes(value) : items.some((item) => equalStrictly(item, value));
}

function floor(value: NumberValue): Value {
  return isDouble(value) ? double(Math.floor(toNumber(value))) : value;
}

function indexOf(text: Value, part: Value): Value {
  if (text === undefined || text === null) return null;
  const found = stringOf('$indexOfCP', 'Location40093', text).indexOf(stringOf('$indexOfCP', 'Location40094', part));
  return found <= 0 ? found : [...(text as string).slice(0, found)].length;
}

function substring(text: Value, start: Value, length: Value): string {
  const from = positionOf('a starting index', 'Location34450', start);
  const count = positionOf('a length', 'Location34452', length);
  if (text === undefined || text === null) return '';
  const whole = stringOf('$substrCP', 'Location16007', text);
  // A fast path for ASCII, where a code point is a code unit.
  return /^[\0-\x7f]*$/.test(whole) ? whole.slice(from, from + count) : [...whole].slice(from, from + count).join('');
}

function positionOf(what: string, code: `Location${number}`, value: Value): number {
  if (!isNumber(value)) fail(code, `$substrCP requires ${what} that is numeric, not ${typeName(value)}`);
  const number = toNumber(value);
  if (!isInt32(number) || number < 0)
    fail(code, `$substrCP requires ${what} that is a 32-bit integer from 0, not ${number}`);
  return number;
}
