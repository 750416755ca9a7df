import { Binary, BSONRegExp, Code, Decimal128, Double, type MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { fail } from '../errors.ts';
import { maxDepth } from './document-limits.ts';
import { type Document, isInt32, type Value } from './value.ts';

/** A document that may contain encoded ones. */
export type ReplyDocument = Map<string, Value | Buffer | Buffer[] | ReplyDocument>;

let scratch = Buffer.allocUnsafe(64 * 1024);
let used = 0;

/**
 * The document's BSON, in a new buffer. A Buffer among the values is an encoded document and is copied as it is.
 * `before` is the number of bytes to leave free before it.
 */
export function encodeDocument(document: Document | ReplyDocument, before = 0): Buffer {
  used = 0;
  writeDocument(document as Document, 0);
  const bytes = Buffer.allocUnsafe(before + used);
  scratch.copy(bytes, before, 0, used);
  if (scratch.length > 1024 * 1024) scratch = Buffer.allocUnsafe(64 * 1024);
  return bytes;
}

function reserve(count: number): void {
  if (used + count <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, used + count));
  scratch.copy(larger, 0, 0, used);
  scratch = larger;
}

function writeDocument(document: Document, depth: number): void {
  if (depth > maxDepth) fail('InvalidBSON', `Documents nest at most ${maxDepth} levels`);
  const start = beginDocument();
  for (const [name, value] of document) writeField(name, value, depth);
  endDocument(start);
}

function beginDocument(): number {
  reserve(5);
  used += 4;
  return used - 4;
}

function endDocument(start: number): void {
  reserve(1);
  scratch[used++] = 0;
  scratch.writeInt32LE(used - start, start);
}

function writeField(name: string, value: Value, depth: number): void {
  if (value === undefined) return;
  const typeAt = used;
  reserve(1);
  used++;
  writeText(name);
  // Not in one statement: writing the value may replace the buffer.
  const type = writeValue(value, depth);
  scratch[typeAt] = type;
}

function writeText(text: string): void {
  reserve(text.length * 3 + 1);
  used = text.length > maxShortText ? used + scratch.write(text, used, 'utf8') : writeShortText(text);
  scratch[used++] = 0;
}

/** The max length of a text that a loop writes faster than a call of `write`. */
const maxShortText = 24;

/** Writes a text, and returns where it ends. */
function writeShortText(text: string): number {
  let end = used;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return used + scratch.write(text, used, 'utf8');
    scratch[end++] = code;
  }
  return end;
}

function writeString(text: string): void {
  reserve(4);
  const at = used;
  used += 4;
  writeText(text);
  scratch.writeInt32LE(used - at - 4, at);
}

/** Writes the value and returns its BSON type number. */
function writeValue(value: Exclude<Value, undefined>, depth: number): number {
  if (value === null) return 0x0a;
  reserve(16);
  switch (typeof value) {
    case 'string':
      writeString(value);
      return 0x02;
    case 'number':
      if (isInt32(value)) {
        used = scratch.writeInt32LE(value, used);
        return 0x10;
      }
      used = scratch.writeDoubleLE(value, used);
      return 0x01;
    case 'boolean':
      scratch[used++] = value ? 1 : 0;
      return 0x08;
    case 'bigint':
      used = scratch.writeBigInt64LE(value, used);
      return 0x12;
  }
  if (value instanceof Map) {
    writeDocument(value, depth + 1);
    return 0x03;
  }
  if (Array.isArray(value)) {
    const start = beginDocument();
    for (let i = 0; i < value.length; i++) writeField(String(i), value[i] ?? null, depth + 1);
    endDocument(start);
    return 0x04;
  }
  if (Buffer.isBuffer(value)) {
    reserve(value.length);
    scratch.set(value, used);
    used += value.length;
    return 0x03;
  }
  return writeRareValue(value);
}

function writeRareValue(
  value: Date | ObjectId | Double | Decimal128 | Binary | Timestamp | BSONRegExp | Code | MinKey | MaxKey,
): number {
  if (value instanceof Date) {
    used = scratch.writeBigInt64LE(BigInt(value.getTime()), used);
    return 0x09;
  }
  if (value instanceof ObjectId) {
    scratch.set(value.id, used);
    used += 12;
    return 0x07;
  }
  if (value instanceof Double) {
    used = scratch.writeDoubleLE(value.value, used);
    return 0x01;
  }
  if (value instanceof Decimal128) {
    scratch.set(value.bytes, used);
    used += 16;
    return 0x13;
  }
  if (value instanceof Binary) {
    const data = value.value();
    reserve(data.length + 5);
    used = scratch.writeInt32LE(data.length, used);
    scratch[used++] = value.sub_type;
    scratch.set(data, used);
    used += data.length;
    return 0x05;
  }
  if (value instanceof Timestamp) {
    used = scratch.writeBigUInt64LE(value.toBigInt() & 0xffffffffffffffffn, used);
    return 0x11;
  }
  if (value instanceof BSONRegExp) {
    writeText(value.pattern);
    writeText(value.options);
    return 0x0b;
  }
  if (value instanceof Code) {
    writeString(value.code);
    return 0x0d;
  }
  return value instanceof MinKey ? 0xff : 0x7f;
}
