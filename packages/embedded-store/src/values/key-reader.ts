import { ObjectId } from 'bson';
import {
  orderOfBoolean,
  orderOfDate,
  orderOfEmptyArray,
  orderOfMax,
  orderOfMin,
  orderOfNull,
  orderOfNumber,
  orderOfObjectId,
  orderOfString,
  orderOfTimestamp,
} from './type-order.ts';
import type { Value } from './value.ts';

/*
 * Decodes keys into values. A key does not hold what several values share: null and missing have the same key, and so
 * do equal numbers of different types.
 */

/** Returned for a value that its key does not hold. */
export const notInKey = Symbol('notInKey');

export type KeyValue = Exclude<Value, undefined> | typeof notInKey;

/** The end of the key that was read or passed last; -1 if unknown. */
let keyEnd = 0;

export function endOfKey(): number {
  return keyEnd;
}

/** The value of the key at `start`. `inverted` says that the key is of a descending field. */
export function readKey(bytes: Buffer, start: number, inverted: boolean): KeyValue {
  const turn = inverted ? 255 : 0;
  const at = start + 1;
  switch ((bytes[start] as number) ^ turn) {
    case orderOfString:
      return readText(bytes, at, turn);
    case orderOfObjectId:
      keyEnd = at + 12;
      return new ObjectId(plain(bytes, at, keyEnd, turn));
    case orderOfBoolean:
      keyEnd = at + 1;
      return (bytes[at] as number) !== turn;
    case orderOfDate: {
      keyEnd = at + 8;
      const date = plain(bytes, at, keyEnd, turn);
      return new Date(((date.readUInt32BE(0) ^ 0x80000000) | 0) * 2 ** 32 + date.readUInt32BE(4));
    }
    default:
      passKey(bytes, start, inverted);
      return notInKey;
  }
}

/** Sets `keyEnd` to the end of the key at `start`, without decoding it; to -1 for documents, arrays and rare types. */
export function passKey(bytes: Buffer, start: number, inverted: boolean): void {
  const turn = inverted ? 255 : 0;
  const at = start + 1;
  switch ((bytes[start] as number) ^ turn) {
    case orderOfMin:
    case orderOfEmptyArray:
    case orderOfNull:
    case orderOfMax:
      keyEnd = at;
      return;
    case orderOfNumber:
      keyEnd = endOfNumber(bytes, at, turn);
      return;
    case orderOfString:
      keyEnd = endOfText(bytes, at, turn) + 2;
      return;
    case orderOfObjectId:
      keyEnd = at + 12;
      return;
    case orderOfBoolean:
      keyEnd = at + 1;
      return;
    case orderOfDate:
    case orderOfTimestamp:
      keyEnd = at + 8;
      return;
    default:
      keyEnd = -1;
  }
}

/**
 * Returns the offset after a number: 8 bytes of a double, then a flag. After flag 1 come a sign, two bytes of magnitude, and digits up to a 0.
 */
function endOfNumber(bytes: Buffer, at: number, turn: number): number {
  if (((bytes[at + 8] as number) ^ turn) === 0) return at + 9;
  const isNegative = ((bytes[at + 9] as number) ^ turn) === 0;
  const last = isNegative ? 255 ^ turn : turn;
  let end = at + 12;
  while (end < bytes.length && bytes[end] !== last) end++;
  return end + 1;
}

/** The offset of the two bytes that end the text: a 0 that no 255 follows. */
function endOfText(bytes: Buffer, at: number, turn: number): number {
  let end = at;
  for (;;) {
    while (bytes[end] !== turn) {
      end++;
      if (end >= bytes.length) throw new Error('A key is not terminated');
    }
    if (bytes[end + 1] === turn) return end;
    end += 2;
  }
}

function readText(bytes: Buffer, at: number, turn: number): string {
  const end = endOfText(bytes, at, turn);
  keyEnd = end + 2;
  const text = turn === 0 ? bytes.toString('utf8', at, end) : plain(bytes, at, end, turn).toString('utf8');
  return text.includes('\0') ? unescaped(bytes, at, end, turn) : text;
}

/** The text with each 0 255 replaced by 0. */
function unescaped(bytes: Buffer, at: number, end: number, turn: number): string {
  const escaped = plain(bytes, at, end, turn).toString('latin1').replaceAll('\0\xff', '\0');
  return Buffer.from(escaped, 'latin1').toString('utf8');
}

/** A copy of the bytes, inverted back if `turn` says so. */
function plain(bytes: Buffer, start: number, end: number, turn: number): Buffer {
  const copy = Buffer.from(bytes.subarray(start, end));
  if (turn !== 0) for (let i = 0; i < copy.length; i++) copy[i] = 255 - (copy[i] as number);
  return copy;
}
