import { Binary, BSONRegExp, Code, Decimal128, Double, MinKey, ObjectId, Timestamp } from 'bson';
import type { Value } from './value.ts';

// Ranks double as the first byte of a key; 0 and 0xff stay free for terminators and bounds.
export const rankMin = 0x01;
export const rankEmptyArray = 0x02;
export const rankNull = 0x03;
export const rankNumber = 0x05;
export const rankString = 0x07;
export const rankObject = 0x09;
export const rankArray = 0x0b;
export const rankBinary = 0x0d;
export const rankObjectId = 0x0f;
export const rankBoolean = 0x11;
export const rankDate = 0x13;
export const rankTimestamp = 0x15;
export const rankRegex = 0x17;
export const rankCode = 0x19;
export const rankMax = 0x7f;

/** Values of different ranks never match `$gt` and its like. Missing ranks with null, numbers of all kinds together. */
export function rankOf(value: Value): number {
  if (value === undefined || value === null) return rankNull;
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return rankNumber;
    case 'string':
      return rankString;
    case 'boolean':
      return rankBoolean;
  }
  if (value instanceof Map) return rankObject;
  if (Array.isArray(value)) return rankArray;
  if (value instanceof Date) return rankDate;
  if (value instanceof ObjectId) return rankObjectId;
  if (value instanceof Double || value instanceof Decimal128) return rankNumber;
  if (value instanceof Binary) return rankBinary;
  if (value instanceof Timestamp) return rankTimestamp;
  if (value instanceof BSONRegExp) return rankRegex;
  if (value instanceof Code) return rankCode;
  return value instanceof MinKey ? rankMin : rankMax;
}
