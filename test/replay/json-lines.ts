import { BSONRegExp, ObjectId } from 'mongodb';

/*
 * Extended JSON would read operators such as `$regex` as values. Here, only these objects stand for values, and none of
 * their names is an operator.
 */
const date = '$date';
const objectId = '$oid';
const pattern = '$pattern';

/** Writes a value as JSON on one line. Throws for a type that JSON and this file have no form for. */
export function toLine(value: unknown): string {
  return JSON.stringify(encode(value));
}

export function fromLine(line: string): any {
  return JSON.parse(line, (_key, value) => {
    if (value instanceof BSONRegExp && value.options === '') return { [pattern]: value.pattern };
    if (typeof value !== 'object' || value === null) return value;
    if (date in value) return new Date(value[date]);
    if (pattern in value) return new BSONRegExp(value[pattern] as string);
    return objectId in value ? new ObjectId(value[objectId] as string) : value;
  });
}

function encode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Date) return { [date]: value.toISOString() };
  if (value instanceof ObjectId) return { [objectId]: value.toHexString() };
  if (value instanceof BSONRegExp && value.options === '') return { [pattern]: value.pattern };
  if (typeof value !== 'object' || '_bsontype' in value || value instanceof RegExp)
    throw new Error(`A recording has no form for ${typeof value} ${String(value)}: add one in json-lines.ts`);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encode(each)]));
}
