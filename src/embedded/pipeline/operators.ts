import { CommandError } from '../errors.ts';
import {
  add,
  addToSum,
  createSum,
  divide,
  isDouble,
  meanOf,
  multiply,
  remainder,
  subtract,
  sumOf,
} from '../values/arithmetic.ts';
import { compareValues, encodeKeyText, equalValues } from '../values/order.ts';
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

export interface Operator {
  least: number;
  most: number;
  /** The names of the arguments, when they are given by name. */
  named?: readonly string[];
  apply(values: Value[]): Value;
}

const any = Number.POSITIVE_INFINITY;

/** The allow-list: operators that take the values of their arguments. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    $eq: of(2, 2, ([a, b]) => compareStrictly(a, b) === 0),
    $ne: of(2, 2, ([a, b]) => compareStrictly(a, b) !== 0),
    $lt: of(2, 2, ([a, b]) => compareStrictly(a, b) < 0),
    $lte: of(2, 2, ([a, b]) => compareStrictly(a, b) <= 0),
    $gt: of(2, 2, ([a, b]) => compareStrictly(a, b) > 0),
    $gte: of(2, 2, ([a, b]) => compareStrictly(a, b) >= 0),
    $cmp: of(2, 2, ([a, b]) => Math.sign(compareStrictly(a, b))),
    $not: of(1, 1, ([a]) => a === undefined || a === null || a === false || (isNumber(a) && toNumber(a) === 0)),
    $add: of(0, any, addAll),
    $subtract: of(2, 2, subtractAny),
    $multiply: of(0, any, (values) => numeric('$multiply', values, (numbers) => numbers.reduce(multiply, 1))),
    $divide: of(2, 2, (values) => numeric('$divide', values, ([a, b]) => divide(a as NumberValue, b as NumberValue))),
    $mod: of(2, 2, (values) => numeric('$mod', values, ([a, b]) => remainder(a as NumberValue, b as NumberValue))),
    $abs: of(1, 1, (values) => numeric('$abs', values, ([a]) => absolute(a as NumberValue))),
    $ceil: of(1, 1, (values) => numeric('$ceil', values, ([a]) => rounded(a as NumberValue, Math.ceil))),
    $floor: of(1, 1, (values) => numeric('$floor', values, ([a]) => rounded(a as NumberValue, Math.floor))),
    $trunc: of(1, 1, (values) => numeric('$trunc', values, ([a]) => rounded(a as NumberValue, Math.trunc))),
    $sum: of(0, any, (values) => {
      const sum = createSum();
      for (const value of spread(values)) if (isNumber(value)) addToSum(sum, value);
      return sumOf(sum);
    }),
    $avg: of(0, any, (values) => {
      const sum = createSum();
      for (const value of spread(values)) if (isNumber(value)) addToSum(sum, value);
      return meanOf(sum);
    }),
    $min: of(0, any, (values) => extreme(spread(values), -1)),
    $max: of(0, any, (values) => extreme(spread(values), 1)),
    $type: of(1, 1, ([a]) => typeName(a)),
    $isNumber: of(1, 1, ([a]) => isNumber(a)),
    $isArray: of(1, 1, ([a]) => Array.isArray(a)),
    $size: of(1, 1, ([a]) => arrayOf('$size', 'Location17124', a).length),
    $in: of(2, 2, ([a, b]) => arrayOf('$in', 'Location40081', b).some((item) => equalStrictly(item, a))),
    $arrayElemAt: of(2, 2, ([a, at]) => elementAt(a, at)),
    $first: of(1, 1, ([a]) => elementAt(a, 0)),
    $last: of(1, 1, ([a]) => elementAt(a, -1)),
    $slice: of(2, 3, slice),
    $concatArrays: of(0, any, (values) =>
      inTurn(
        values,
        (value) => arrayOf('$concatArrays', 'Location28664', value),
        () => (values as Value[][]).flat(),
      ),
    ),
    $reverseArray: of(1, 1, ([a]) => unlessNull([a], () => arrayOf('$reverseArray', 'Location34435', a).toReversed())),
    $setUnion: of(0, any, (values) =>
      inTurn(
        values,
        (value) => arrayOf('$setUnion', 'Location17043', value),
        () => distinct((values as Value[][]).flat()),
      ),
    ),
    $setIntersection: of(0, any, (values) =>
      unlessNull(values, () => {
        const [first = [], ...others] = sets('$setIntersection', 'Location17047', values);
        const keys = others.map((items) => new Set(items.map((item) => encodeKeyText(item))));
        return distinct(first.filter((item) => keys.every((set) => set.has(encodeKeyText(item)))));
      }),
    ),
    $setDifference: of(2, 2, (values) =>
      unlessNull(values, () => {
        const [a = [], b = []] = sets('$setDifference', 'Location17048', values);
        const keys = new Set(b.map((item) => encodeKeyText(item)));
        return distinctInOrder(a).filter((item) => !keys.has(encodeKeyText(item)));
      }),
    ),
    $setIsSubset: of(2, 2, (values) => {
      const [a = [], b = []] = sets('$setIsSubset', 'Location17046', values);
      const keys = new Set(b.map((item) => encodeKeyText(item)));
      return a.every((item) => keys.has(encodeKeyText(item)));
    }),
    $mergeObjects: of(0, any, mergeObjects),
    $getField: {
      ...of(1, 1, ([name, input]) =>
        isDocument(input) ? input.get(stringOf('$getField', 'Location5654602', name)) : undefined,
      ),
      named: ['field', 'input'],
    },
    $setField: {
      ...of(1, 1, ([name, input, value]) => unlessNull([input], () => setField(name, input, value))),
      named: ['field', 'input', 'value'],
    },
    $objectToArray: of(1, 1, ([a]) => unlessNull([a], () => objectToArray(a))),
    $arrayToObject: of(1, 1, ([a]) => unlessNull([a], () => arrayToObject(a))),
    $concat: of(0, any, (values) =>
      inTurn(
        values,
        (value) => stringOf('$concat', 'Location16702', value),
        () => values.join(''),
      ),
    ),
    $toLower: of(1, 1, ([a]) =>
      asciiCase('$toLower', a, (text) => text.replace(/[A-Z]+/g, (part) => part.toLowerCase())),
    ),
    $toUpper: of(1, 1, ([a]) =>
      asciiCase('$toUpper', a, (text) => text.replace(/[a-z]+/g, (part) => part.toUpperCase())),
    ),
    $strLenCP: of(1, 1, ([a]) => [...stringOf('$strLenCP', 'Location34471', a)].length),
    $strLenBytes: of(1, 1, ([a]) => Buffer.byteLength(stringOf('$strLenBytes', 'Location34473', a))),
    $substrCP: of(3, 3, ([a, from, count]) => substring(a, from, count)),
    $split: of(2, 2, (values) =>
      unlessNull(values, () => {
        const [text, by] = values.map((value) => stringOf('$split', 'Location40085', value)) as [string, string];
        if (by === '') throw new CommandError('Location40087', '$split requires a non-empty separator');
        return text.split(by);
      }),
    ),
    ...dateOperators,
  } satisfies Record<string, Operator>),
);

function of(least: number, most: number, apply: (values: Value[]) => Value): Operator {
  return { least, most, apply };
}

/** In expressions a missing value stands below null, and equals only another missing one. */
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

/** The operands up to the first null one are checked; a null one makes the result null. */
function inTurn(values: Value[], check: (value: Value) => void, compute: () => Value): Value {
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
    if (!isNumber(value))
      throw new CommandError('TypeMismatch', `${name} only supports numeric types, not ${typeName(value)}`);
  };
  return inTurn(values, check, () => compute(values as NumberValue[]));
}

function addAll(values: Value[]): Value {
  let date: Date | undefined;
  const check = (value: Value) => {
    if (value instanceof Date && date === undefined) date = value;
    else if (value instanceof Date)
      throw new CommandError('Location16612', 'only one date allowed in an $add expression');
    else if (!isNumber(value))
      throw new CommandError('TypeMismatch', `$add only supports numeric or date types, not ${typeName(value)}`);
  };
  return inTurn(values, check, () => {
    const total = sumNumbers(values.filter(isNumber)) as NumberValue;
    return date === undefined ? total : dateAt(date.getTime() + Math.round(toNumber(total)));
  });
}

function sumNumbers(numbers: NumberValue[]): Value {
  if (numbers.length <= 2) return numbers.reduce(add, 0);
  const sum = createSum();
  for (const number of numbers) addToSum(sum, number);
  return sumOf(sum);
}

function subtractAny([a, b]: Value[]): Value {
  return unlessNull([a, b], () => {
    if (!(a instanceof Date))
      return numeric('$subtract', [a, b], ([x, y]) => subtract(x as NumberValue, y as NumberValue));
    if (b instanceof Date) return BigInt(a.getTime()) - BigInt(b.getTime());
    if (!isNumber(b)) throw new CommandError('TypeMismatch', `can't $subtract ${typeName(b)} from date`);
    return dateAt(a.getTime() - Math.round(toNumber(b)));
  });
}

function dateAt(ms: number): Date {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) throw new CommandError('Location15', 'date overflow');
  return date;
}

function absolute(value: NumberValue): Value {
  if (isDouble(value)) return double(Math.abs(toNumber(value)));
  return toNumber(value) < 0 ? subtract(0, value) : value;
}

function rounded(value: NumberValue, round: (x: number) => number): Value {
  return isDouble(value) ? double(round(toNumber(value))) : value;
}

/** A single array stands for its elements. */
function spread(values: Value[]): Value[] {
  return values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
}

/** The least (-1) or greatest (1) value; null and missing are passed over. */
function extreme(values: Value[], direction: -1 | 1): Value {
  let found: Value = null;
  for (const value of values) {
    if (value === undefined || value === null) continue;
    if (found === null || compareValues(value, found) * direction > 0) found = value;
  }
  return found;
}

function arrayOf(name: string, code: `Location${number}`, value: Value): Value[] {
  if (!Array.isArray(value))
    throw new CommandError(code, `The argument to ${name} must be an array, but was of type: ${typeName(value)}`);
  return value;
}

function stringOf(name: string, code: `Location${number}`, value: Value): string {
  if (typeof value !== 'string') throw new CommandError(code, `${name} only supports strings, not ${typeName(value)}`);
  return value;
}

function integerOf(name: string, value: Value): number {
  if (!isNumber(value) || !isInt32(toNumber(value))) {
    throw new CommandError(
      'Location28690',
      `${name}'s argument must be representable as a 32-bit integer, not ${typeName(value)}`,
    );
  }
  return toNumber(value);
}

function elementAt(array: Value, at: Value): Value {
  if (array === undefined || array === null || at === undefined || at === null) return null;
  return arrayOf('$arrayElemAt', 'Location28689', array).at(integerOf('$arrayElemAt', at));
}

function slice(values: Value[]): Value {
  return unlessNull(values, () => {
    const array = arrayOf('$slice', 'Location28724', values[0]);
    const [from, count] = values.slice(1).map((value) => integerOf('$slice', value)) as [number, number | undefined];
    if (count === undefined) return from >= 0 ? array.slice(0, from) : array.slice(from);
    if (count <= 0) throw new CommandError('Location28729', 'Third argument to $slice must be positive');
    const start = from < 0 ? Math.max(array.length + from, 0) : from;
    return array.slice(start, start + count);
  });
}

function sets(name: string, code: `Location${number}`, values: Value[]): Value[][] {
  return values.map((value) => arrayOf(name, code, value));
}

/** Each value once, in BSON order. */
function distinct(values: Value[]): Value[] {
  return distinctInOrder(values).sort(compareValues);
}

/** Each value once, where it came first. */
function distinctInOrder(values: Value[]): Value[] {
  const seen = new Map<string, Value>();
  for (const value of values) {
    const key = encodeKeyText(value);
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}

function mergeObjects(values: Value[]): Value {
  const merged: Document = new Map();
  for (const value of spread(values)) {
    if (value === undefined || value === null) continue;
    if (!isDocument(value))
      throw new CommandError('Location40400', `$mergeObjects requires object inputs, not ${typeName(value)}`);
    for (const [name, field] of value) merged.set(name, field);
  }
  return merged;
}

/** A missing value takes the field away. */
function setField(name: Value, input: Value, value: Value): Value {
  if (!isDocument(input))
    throw new CommandError(
      'Location4161105',
      `$setField requires 'input' to evaluate to an object, not ${typeName(input)}`,
    );
  const copy: Document = new Map(input);
  const field = stringOf('$setField', 'Location4161107', name);
  if (value === undefined) copy.delete(field);
  else copy.set(field, value);
  return copy;
}

function objectToArray(value: Value): Value {
  if (!isDocument(value))
    throw new CommandError('Location40390', `$objectToArray requires a document input, not ${typeName(value)}`);
  return [...value].map(
    ([name, field]): Document =>
      new Map([
        ['k', name],
        ['v', field],
      ] as [string, Value][]),
  );
}

function arrayToObject(value: Value): Value {
  const document: Document = new Map();
  for (const item of arrayOf('$arrayToObject', 'Location40386', value)) {
    const [name, field] = isDocument(item)
      ? [item.get('k'), item.get('v')]
      : arrayOf('$arrayToObject', 'Location40398', item);
    document.set(stringOf('$arrayToObject', 'Location40394', name), field);
  }
  return document;
}

function asciiCase(name: string, value: Value, convert: (text: string) => string): Value {
  if (value === undefined || value === null) return '';
  return convert(stringOf(name, 'Location16007', value));
}

function substring(value: Value, from: Value, count: Value): Value {
  if (value === undefined || value === null) return '';
  const [start, length] = [integerOf('$substrCP', from), integerOf('$substrCP', count)];
  if (start < 0 || length < 0)
    throw new CommandError('Location34453', '$substrCP needs a start and a length that are not negative');
  return [...stringOf('$substrCP', 'Location34450', value)].slice(start, start + length).join('');
}
