import { ObjectId } from 'bson';
import {
  rankBoolean,
  rankDate,
  rankEmptyArray,
  rankMax,
  rankMin,
  rankNull,
  rankNumber,
  rankObjectId,
  rankString,
  rankTimestamp,
} from './ranks.ts';
import type { Value } from './value.ts';

/*
 * Keys read back into values. What several values share, a key does not tell: null from missing, and the types of
 * numbers from each other.
 */

/** Stands for a value that its key does not tell. */
export const untold = Symbol('untold');

export type Told = Exclude<Value, undefined> | typeof untold;

/** Where the key that was read or passed last ended; -1 where nobody knows. */
let keyEnd = 0;

export function endOfKey(): number {
  return keyEnd;
}

/** The value of the key that begins at `start`; `inverted` for descending ones. */
export function readKey(bytes: Buffer, start: number, inverted: boolean): Told {
  const turn = inverted ? 255 : 0;
  const at = start + 1;
  switch ((bytes[start] as number) ^ turn) {
    case rankString:
      return readText(bytes, at, turn);
    case rankObjectId:
      keyEnd = at + 12;
      return new ObjectId(plain(bytes, at, keyEnd, turn));
    case rankBoolean:
      keyEnd = at + 1;
      return (bytes[at] as number) !== turn;
    case rankDate: {
      keyEnd = at + 8;
      const date = plain(bytes, at, keyEnd, turn);
      return new Date(((date.readUInt32BE(0) ^ 0x80000000) | 0) * 2 ** 32 + date.readUInt32BE(4));
    }
    default:
      passKey(bytes, start, inverted);
      return untold;
  }
}

/** Sets the end of the key that begins at `start`. Of documents, arrays and rare types it is not looked for. */
export function passKey(bytes: Buffer, start: number, inverted: boolean): void {
  const turn = inverted ? 255 : 0;
  const at = start + 1;
  switch ((bytes[start] as number) ^ turn) {
    case rankMin:
    case rankEmptyArray:
    case rankNull:
    case rankMax:
      keyEnd = at;
      return;
    case rankNumber:
      keyEnd = endOfNumber(bytes, at, turn);
      return;
    case rankString:
      keyEnd = endOfText(bytes, at, turn) + 2;
      return;
    case rankObjectId:
      keyEnd = at + 12;
      return;
    case rankBoolean:
      keyEnd = at + 1;
      return;
    case rankDate:
    case rankTimestamp:
      keyEnd = at + 8;
      return;
    default:
      keyEnd = -1;
  }
}

/** Eight bytes of a double and a 0; or a 1, the sign, two bytes of magnitude, and digits up to their end. */
function endOfNumber(bytes: Buffer, at: number, turn: number): number {
  if (((bytes[at + 8] as number) ^ turn) === 0) return at + 9;
  const isNegative = ((bytes[at + 9] as number) ^ turn) === 0;
  const last = isNegative ? 255 ^ turn : turn;
  let end = at + 12;
  while (end < bytes.length && bytes[end] !== last) end++;
  return end + 1;
}

/** Where the text's two last bytes begin: a 0 that no 255 follows. */
function endOfText(bytes: Buffer, at: number, turn: number): number {
  let end = at;
  for (;;) {
    while (bytes[end] !== turn) {
      end++;
      if (end >= bytes.length) throw new Error('A key does not end');
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

/** A 0 is written with a 255 behind it. */
function unescaped(bytes: Buffer, at: number, end: number, turn: number): string {
  const escaped = plain(bytes, at, end, turn).toString('latin1').replaceAll('\0\xff', '\0');
  return Buffer.from(escaped, 'latin1').toString('utf8');
}

/** A copy, turned back. */
function plain(bytes: Buffer, start: number, end: number, turn: number): Buffer {
  const copy = Buffer.from(bytes.subarray(start, end));
  if (turn !== 0) for (let i = 0; i < copy.length; i++) copy[i] = 255 - (copy[i] as number);
  return copy;
}
