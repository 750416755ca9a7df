import { Binary, BSONRegExp, Code, Decimal128, Double, type MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/**
 * A BSON value as the store computes with it. Each BSON type has one representation, so that types survive a round
 * trip: a `number` is an int32 if it is an integer in that range (and not -0), else a double; a double with such an
 * integer value is a `Double`; an int64 is a `bigint`. `undefined` means missing, never null.
 */
export type Value =
  | undefined
  | null
  | boolean
  | string
  | number
  | bigint
  | Double
  | Decimal128
  | Date
  | ObjectId
  | Binary
  | Timestamp
  | BSONRegExp
  | Code
  | MinKey
  | MaxKey
  | Value[]
  | Document;

/** A Map, so that the fields keep their order even if they are named like integers or `__proto__`. */
export type Document = Map<string, Value>;

export type NumberValue = number | bigint | Double | Decimal128;

/** `x` as a value of BSON type double, even if it is an integer. */
export function double(x: number): number | Double {
  return isInt32(x) ? new Double(x) : x;
}

/** Whether the JavaScript number represents an int32. */
export function isInt32(x: number): boolean {
  return (x | 0) === x && !Object.is(x, -0);
}

export function isDocument(value: Value): value is Document {
  return value instanceof Map;
}

export function isNumber(value: Value): value is NumberValue {
  return (
    typeof value === 'number' || typeof value === 'bigint' || value instanceof Double || value instanceof Decimal128
  );
}

/** The value as a JavaScript number, rounded if necessary. */
export function toNumber(value: NumberValue): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double) return value.value;
  return Number(value.toString());
}

/** The type's name for `$type`; `missing` for undefined. */
export function typeName(value: Value): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    case 'bigint':
      return 'long';
    case 'boolean':
      return 'bool';
    default:
      return objectTypeName(value as object);
  }
}

function objectTypeName(value: object): string {
  if (value instanceof Map) return 'object';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Double) return 'double';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary) return 'binData';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof BSONRegExp) return 'regex';
  if (value instanceof Code) return 'javascript';
  return value instanceof MinKey ? 'minKey' : 'maxKey';
}

/** The type numbers that `$type` accepts, by name. */
export const typeNumbers: ReadonlyMap<string, number> = new Map([
  ['double', 1],
  ['string', 2],
  ['object', 3],
  ['array', 4],
  ['binData', 5],
  ['undefined', 6],
  ['objectId', 7],
  ['bool', 8],
  ['date', 9],
  ['null', 10],
  ['regex', 11],
  ['dbPointer', 12],
  ['javascript', 13],
  ['symbol', 14],
  ['javascriptWithScope', 15],
  ['int', 16],
  ['timestamp', 17],
  ['long', 18],
  ['decimal', 19],
  ['minKey', -1],
  ['maxKey', 127],
]);
