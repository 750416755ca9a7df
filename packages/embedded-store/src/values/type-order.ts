import { Binary, BSONRegExp, Code, Decimal128, Double, MinKey, ObjectId, Timestamp } from 'bson';
import type { Value } from './value.ts';

// These are also the first bytes of keys; 0 and 0xff are reserved for terminators and bounds.
export const orderOfMin = 0x01;
export const orderOfEmptyArray = 0x02;
export const orderOfNull = 0x03;
export const orderOfNumber = 0x05;
export const orderOfString = 0x07;
export const orderOfObject = 0x09;
export const orderOfArray = 0x0b;
export const orderOfBinary = 0x0d;
export const orderOfObjectId = 0x0f;
export const orderOfBoolean = 0x11;
export const orderOfDate = 0x13;
export const orderOfTimestamp = 0x15;
export const orderOfRegex = 0x17;
export const orderOfCode = 0x19;
export const orderOfMax = 0x7f;

/**
 * The rank of a value's type. Values of types with different ranks never match `$gt`, `$lt` and the like. Missing has
 * the rank of null; all numbers share one rank.
 */
export function typeOrderOf(value: Value): number {
  if (value === undefined || value === null) return orderOfNull;
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return orderOfNumber;
    case 'string':
      return orderOfString;
    case 'boolean':
      return orderOfBoolean;
  }
  if (value instanceof Map) return orderOfObject;
  if (Array.isArray(value)) return orderOfArray;
  if (value instanceof Date) return orderOfDate;
  if (value instanceof ObjectId) return orderOfObjectId;
  if (value instanceof Double || value instanceof Decimal128) return orderOfNumber;
  if (value instanceof Binary) return orderOfBinary;
  if (value instanceof Timestamp) return orderOfTimestamp;
  if (value instanceof BSONRegExp) return orderOfRegex;
  if (value instanceof Code) return orderOfCode;
  return value instanceof MinKey ? orderOfMin : orderOfMax;
}
