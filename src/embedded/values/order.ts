import { type Binary, type BSONRegExp, type Code, Decimal128, Double, type ObjectId, type Timestamp } from 'bson';
import { compareExact, specialDecimal } from './decimal.ts';
import {
  rankArray,
  rankBinary,
  rankBoolean,
  rankCode,
  rankDate,
  rankNumber,
  rankObject,
  rankObjectId,
  rankOf,
  rankRegex,
  rankTimestamp,
} from './ranks.ts';
import type { Document, NumberValue, Value } from './value.ts';

/*
 * The one order of BSON values (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/). It stands
 * twice: `compareValues` compares two values, `encodeKey` of `key-writer.ts` gives bytes that compare as the values do.
 * The matcher, sorts, groups and indexes all stand on these two, and a property test holds them together.
 */

/** Negative, 0 or positive, as BSON orders them. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  if (difference !== 0) return difference;
  switch (rank) {
    case rankNumber:
      return compareNumbers(a as NumberValue, b as NumberValue);
    case rankBoolean:
      return Number(a) - Number(b);
    case rankDate:
      return (a as Date).getTime() - (b as Date).getTime();
    case rankObject:
      return compareDocuments(a as Document, b as Document);
    case rankArray:
      return compareArrays(a as Value[], b as Value[]);
    case rankObjectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case rankBinary:
      return compareBinaries(a as Binary, b as Binary);
    case rankTimestamp: {
      const [x, y] = [timestampBits(a as Timestamp), timestampBits(b as Timestamp)];
      return x < y ? -1 : x > y ? 1 : 0;
    }
    case rankRegex:
      return (
        compareStrings((a as BSONRegExp).pattern, (b as BSONRegExp).pattern) ||
        compareStrings((a as BSONRegExp).options, (b as BSONRegExp).options)
      );
    case rankCode:
      return compareStrings((a as Code).code, (b as Code).code);
    default:
      return 0;
  }
}

export function equalValues(a: Value, b: Value): boolean {
  return a === b || compareValues(a, b) === 0;
}

/** By UTF-8 bytes, which is by code points: only surrogates and what lies above them order otherwise in UTF-16. */
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

/** By mathematical value over all four types; NaN is equal to itself and below everything. */
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
      rankOf(value) - rankOf(otherValue) || compareStrings(name, otherName) || compareValues(value, otherValue);
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
