import type { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { decimalParts } from './decimal.ts';
import { compareNumbers, plainNumber, timestampBits } from './order.ts';
import {
  orderOfArray,
  orderOfBinary,
  orderOfBoolean,
  orderOfCode,
  orderOfDate,
  orderOfEmptyArray,
  orderOfNumber,
  orderOfObject,
  orderOfObjectId,
  orderOfRegex,
  orderOfString,
  orderOfTimestamp,
  typeOrderOf,
} from './type-order.ts';
import type { Document, NumberValue, Value } from './value.ts';

/** The key of an empty array in indexes and sorts, below null. A symbol, because no value has this key. */
export const emptyArrayKey = Symbol('empty array');

let scratch = Buffer.allocUnsafe(4096);
let used = 0;

/**
 * The key of a value. Keys compare, as unsigned bytes, as the values do, and no key is a prefix of another one, so keys
 * can be concatenated. Values that compare equal have equal keys: 1 and 1.0, null and missing.
 */
export function encodeKey(value: Value | typeof emptyArrayKey, descending = false): Buffer {
  used = 0;
  writeKey(value);
  const bytes = Buffer.allocUnsafe(used);
  scratch.copy(bytes, 0, 0, used);
  return descending ? invert(bytes) : bytes;
}

/**
 * The concatenated keys of several values, each in its own direction. A Buffer among the values is a key and is copied
 * as it is. `before` and `after` are the numbers of bytes to leave free around them.
 */
export function encodeKeys(
  values: readonly (Value | typeof emptyArrayKey | Buffer)[],
  descending: readonly boolean[],
  before: number,
  after: number,
): Buffer {
  used = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const start = used;
    if (Buffer.isBuffer(value)) writeBytes(value);
    else writeKey(value);
    if (descending[i]) for (let at = start; at < used; at++) scratch[at] = 255 - (scratch[at] as number);
  }
  const bytes = Buffer.allocUnsafe(before + used + after);
  scratch.copy(bytes, before, 0, used);
  return bytes;
}

/** The bytes of `encodeKey` as a string of code units 0 to 255. It compares with `<` and can be the key of a Map. */
export function encodeKeyText(value: Value | typeof emptyArrayKey, descending = false): string {
  used = 0;
  writeKey(value);
  if (descending) invert(scratch.subarray(0, used));
  return scratch.toString('latin1', 0, used);
}

/** Inverts the bytes in place, which reverses their order. */
export function invert(bytes: Buffer): Buffer {
  for (let i = 0; i < bytes.length; i++) bytes[i] = 255 - (bytes[i] as number);
  return bytes;
}

/** The first key above all keys that begin with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 255) end--;
  const bytes = Buffer.from(prefix.subarray(0, end));
  if (end > 0) bytes[end - 1] = (bytes[end - 1] as number) + 1;
  return bytes;
}

function writeKey(value: Value | typeof emptyArrayKey): void {
  if (value === emptyArrayKey) {
    writeByte(orderOfEmptyArray);
    return;
  }
  const typeOrder = typeOrderOf(value);
  writeByte(typeOrder);
  writePayload(typeOrder, value);
}

function writePayload(typeOrder: number, value: Value): void {
  switch (typeOrder) {
    case orderOfNumber:
      writeNumber(value as NumberValue);
      return;
    case orderOfString:
      writeText(value as string);
      return;
    case orderOfObject:
      for (const [name, field] of value as Document) {
        const fieldTypeOrder = typeOrderOf(field);
        writeByte(fieldTypeOrder);
        writeText(name);
        writePayload(fieldTypeOrder, field);
      }
      writeByte(0);
      return;
    case orderOfArray:
      for (const element of value as Value[]) writeKey(element);
      writeByte(0);
      return;
    case orderOfBinary: {
      const data = (value as Binary).value();
      reserve(data.length + 5);
      used = scratch.writeUInt32BE(data.length, used);
      scratch[used++] = (value as Binary).sub_type;
      scratch.set(data, used);
      used += data.length;
      return;
    }
    case orderOfObjectId:
      reserve(12);
      scratch.set((value as ObjectId).id, used);
      used += 12;
      return;
    case orderOfBoolean:
      writeByte(value === true ? 1 : 0);
      return;
    case orderOfDate: {
      reserve(8);
      const ms = (value as Date).getTime();
      const high = Math.floor(ms / 2 ** 32);
      used = scratch.writeUInt32BE((high ^ 0x80000000) >>> 0, used);
      used = scratch.writeUInt32BE(ms - high * 2 ** 32, used);
      return;
    }
    case orderOfTimestamp:
      reserve(8);
      used = scratch.writeBigUInt64BE(timestampBits(value as Timestamp), used);
      return;
    case orderOfRegex:
      writeText((value as BSONRegExp).pattern);
      writeText((value as BSONRegExp).options);
      return;
    case orderOfCode:
      writeText((value as Code).code);
      return;
  }
}

/**
 * Writes the greatest double that is not above the value, in sortable form; then 0 if the value is that double.
 * Otherwise 1 and the value in decimal, which orders values that share the double.
 */
function writeNumber(value: NumberValue): void {
  const x = plainNumber(value);
  if (typeof x === 'number') {
    writeDouble(x);
    writeByte(0);
    return;
  }
  let floor = Number(x.toString());
  if (floor === Number.POSITIVE_INFINITY) floor = Number.MAX_VALUE;
  if (Number.isFinite(floor) && compareNumbers(floor, x) > 0) floor = nextBelow(floor);
  writeDouble(floor);
  const exact = Number.isFinite(floor) && compareNumbers(floor, x) === 0;
  writeByte(exact ? 0 : 1);
  if (!exact) writeDecimal(typeof x === 'bigint' ? x : decimalParts(x));
}

const doubleBits = new DataView(new ArrayBuffer(8));

function writeDouble(x: number): void {
  reserve(9);
  if (Number.isNaN(x)) {
    scratch.fill(0, used, used + 8);
  } else {
    doubleBits.setFloat64(0, x === 0 ? 0 : x);
    const high = doubleBits.getUint32(0);
    const low = doubleBits.getUint32(4);
    const negative = high >= 0x80000000;
    scratch.writeUInt32BE((negative ? ~high : high | 0x80000000) >>> 0, used);
    scratch.writeUInt32BE((negative ? ~low : low) >>> 0, used + 4);
  }
  used += 8;
}

function nextBelow(x: number): number {
  doubleBits.setFloat64(0, x);
  const bits = doubleBits.getBigInt64(0);
  if (x === 0) return -Number.MIN_VALUE;
  doubleBits.setBigInt64(0, x > 0 ? bits - 1n : bits + 1n);
  return doubleBits.getFloat64(0);
}

/** Writes the sign, the magnitude of the first digit, and the digits; inverted for negative numbers. */
function writeDecimal(value: bigint | { coefficient: bigint; exponent: number }): void {
  const { coefficient, exponent } = typeof value === 'bigint' ? { coefficient: value, exponent: 0 } : value;
  const negative = coefficient < 0n;
  const digits = String(negative ? -coefficient : coefficient).replace(/0+$/, '');
  const magnitude = String(negative ? -coefficient : coefficient).length + exponent;
  writeByte(negative ? 0 : 1);
  const start = used;
  reserve(digits.length + 3);
  used = scratch.writeUInt16BE(magnitude + 0x4000, used);
  used += scratch.write(digits, used, 'latin1');
  scratch[used++] = 0;
  if (negative) invert(scratch.subarray(start, used));
}

/** Writes the text as UTF-8, with each 0 escaped as 0 255, terminated by 0 0. */
function writeText(text: string): void {
  reserve(text.length * 3 + 2);
  const start = used;
  used += scratch.write(text, used, 'utf8');
  if (text.includes('\0')) {
    const escaped = Buffer.from(scratch.toString('latin1', start, used).replaceAll('\0', '\0\xff'), 'latin1');
    used = start;
    reserve(escaped.length + 2);
    scratch.set(escaped, used);
    used += escaped.length;
  }
  scratch[used++] = 0;
  scratch[used++] = 0;
}

function writeBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  scratch.set(bytes, used);
  used += bytes.length;
}

function writeByte(byte: number): void {
  reserve(1);
  scratch[used++] = byte;
}

function reserve(count: number): void {
  if (used + count <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, used + count));
  scratch.copy(larger, 0, 0, used);
  scratch = larger;
}
