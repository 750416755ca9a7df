import { type Binary, type BSONRegExp, type Code, Decimal128, Double, type ObjectId, type Timestamp } from 'bson';
import { compareExact, specialDecimal } from './decimal.ts';
import {
  orderOfArray,
  orderOfBinary,
  orderOfBoolean,
  orderOfCode,
  orderOfDate,
  orderOfNumber,
  orderOfObject,
  orderOfObjectId,
  orderOfRegex,
  orderOfTimestamp,
  typeOrderOf,
} from './type-order.ts';
import type { Document, NumberValue, Value } from './value.ts';

/*
 * The order of BSON values (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/). It is
 * implemented twice: `compareValues` compares two values, and `encodeKey` of `key-writer.ts` returns bytes that compare
 * as the values do. Matcher, sorts, groups and indexes use these two; a property test checks that they agree.
 */

/** Negative, 0 or positive, by BSON's order. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const typeOrder = typeOrderOf(a);
  const difference = typeOrder - typeOrderOf(b);
  if (difference !== 0) return difference;
  switch (typeOrder) {
    case orderOfNumber:
      return compareNumbers(a as NumberValue, b as NumberValue);
    case orderOfBoolean:
      return Number(a) - Number(b);
    case orderOfDate:
      return (a as Date).getTime() - (b as Date).getTime();
    case orderOfObject:
      return compareDocuments(a as Document, b as Document);
    case orderOfArray:
      return compareArrays(a as Value[], b as Value[]);
    case orderOfObjectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case orderOfBinary:
      return compareBinaries(a as Binary, b as Binary);
    case orderOfTimestamp: {
      const [x, y] = [timestampBits(a as Timestamp), timestampBits(b as Timestamp)];
      return x < y ? -1 : x > y ? 1 : 0;
    }
    case orderOfRegex:
      return (
        compareStrings((a as BSONRegExp).pattern, (b as BSONRegExp).pattern) ||
        compareStrings((a as BSONRegExp).options, (b as BSONRegExp).options)
      );
    case orderOfCode:
      return compareStrings((a as Code).code, (b as Code).code);
    default:
      return 0;
  }
}

export function equalValues(a: Value, b: Value): boolean {
  return a === b || compareValues(a, b) === 0;
}

/**
 * By UTF-8 bytes, which is the order of code points. UTF-16 order differs for surrogates and the code units above them.
 */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      const high = x >= 0xd800 && y >= 0xd800;
      const highSurrogates = Number(x <= 0xdfff) - Number(y <= 0xdfff);
      return high && highSurrogates !== 0 ? highSurrogates : x - y;
    }
  }
  return a.length - b.length;
}

/** By mathematical value across all four types. NaN equals itself and is below everything else. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  const x = plainNumber(a);
  const y = plainNumber(b);
  if (x instanceof Decimal128 || y instanceof Decimal128) return compareWithDecimal(x, y);
  if (x < y) return -1;
  if (x > y) return 1;
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number of the same value are equal here
  if (x == y) return 0;
  return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
}

function compareWithDecimal(a: number | bigint | Decimal128, b: number | bigint | Decimal128): number {
  if (notFinite(a) || notFinite(b)) {
    const x = notFinite(a) ? (a as number) : 0;
    const y = notFinite(b) ? (b as number) : 0;
    return compareNumbers(x, y);
  }
  return compareExact(a, b);
}

function notFinite(x: number | bigint | Decimal128): boolean {
  return typeof x === 'number' && !Number.isFinite(x);
}

export function plainNumber(value: NumberValue): number | bigint | Decimal128 {
  if (value instanceof Double) return value.value;
  return value instanceof Decimal128 ? (specialDecimal(value) ?? value) : value;
}

function compareDocuments(a: Document, b: Document): number {
  const others = b.entries();
  for (const [name, value] of a) {
    const other = others.next();
    if (other.done) return 1;
    const [otherName, otherValue] = other.value;
    const order =
      typeOrderOf(value) - typeOrderOf(otherValue) ||
      compareStrings(name, otherName) ||
      compareValues(value, otherValue);
    if (order !== 0) return order;
  }
  return others.next().done ? 0 : -1;
}

function compareArrays(a: Value[], b: Value[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareBinaries(a: Binary, b: Binary): number {
  return a.length() - b.length() || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value());
}

export function timestampBits(timestamp: Timestamp): bigint {
  return timestamp.toBigInt() & 0xffffffffffffffffn;
}
