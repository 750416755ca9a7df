import { isUtf8 } from 'node:buffer';
import { Binary, BSONRegExp, Code, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { CommandError, fail } from '../errors.ts';
import { maxDepth } from './document-limits.ts';
import { type Document, double, type Value } from './value.ts';

/**
 * Decodes the document at `offset`. Checks every length, terminator and string, so untrusted bytes are safe. With
 * `fields`, decodes only those top-level fields and skips the others.
 * Throws InvalidBSON, or BadValue for the deprecated types (undefined, symbol, DBPointer, code with scope).
 */
export function decodeDocument(bytes: Buffer, offset = 0, fields?: readonly string[]): Document {
  const end = documentEnd(bytes, offset, bytes.length);
  return readDocument(bytes, offset, end, fields, 0);
}

/** The offset after the document that begins at `offset`. */
export function documentEnd(bytes: Buffer, offset: number, limit: number): number {
  if (offset + 5 > limit) throw invalid('a document is truncated');
  const size = bytes.readInt32LE(offset);
  if (size < 5 || offset + size > limit) throw invalid(`a document has the wrong length ${size}`);
  if (bytes[offset + size - 1] !== 0) throw invalid('a document does not end in 0');
  return offset + size;
}

function readDocument(
  bytes: Buffer,
  start: number,
  end: number,
  fields: readonly string[] | undefined,
  depth: number,
): Document {
  if (fields !== undefined) return readFields(bytes, start, end, fields);
  if (depth > maxDepth) throw new CommandError('InvalidBSON', `Documents nest at most ${maxDepth} levels`);
  const document: Document = new Map();
  let position = start + 4;
  const last = end - 1;
  while (position < last) {
    const type = bytes[position] as number;
    const name = readName(bytes, position + 1, last);
    document.set(name, readValue(bytes, type, nameEnd + 1, last, depth));
    position = valueEnd;
  }
  if (position !== last) throw invalid('a value runs past its document');
  return document;
}

/** Like `readDocument`, but decodes only `fields`: the names of the other fields are not decoded either. */
function readFields(bytes: Buffer, start: number, end: number, fields: readonly string[]): Document {
  const document: Document = new Map();
  const names = namesOf(fields);
  let position = start + 4;
  const last = end - 1;
  while (position < last) {
    const type = bytes[position] as number;
    const nameStart = position + 1;
    position = nameStart;
    while (bytes[position] !== 0) position++;
    if (position >= last) throw invalid('a field name does not end');
    const found = positionOf(names, bytes, nameStart, position);
    if (found < 0) position = skipValue(bytes, type, position + 1, last);
    else {
      document.set(fields[found] as string, readValue(bytes, type, position + 1, last, 0));
      if (document.size === fields.length) return document;
      position = valueEnd;
    }
  }
  if (position !== last) throw invalid('a value runs past its document');
  return document;
}

/**
 * Calls back for each of these fields that the document at `offset` has, with the position of its name in `names`, its
 * type and the bytes of its value.
 */
export function eachField(
  bytes: Buffer,
  offset: number,
  names: readonly Buffer[],
  found: (index: number, type: number, start: number, end: number) => void,
): void {
  const last = documentEnd(bytes, offset, bytes.length) - 1;
  let missing = names.length;
  let position = offset + 4;
  while (position < last && missing > 0) {
    const type = bytes[position] as number;
    const nameStart = position + 1;
    position = nameStart;
    while (bytes[position] !== 0) position++;
    if (position >= last) throw invalid('a field name does not end');
    const index = positionOf(names, bytes, nameStart, position);
    const start = position + 1;
    position = skipValue(bytes, type, start, last);
    if (index < 0) continue;
    missing--;
    found(index, type, start, position);
  }
}

/** Decodes a value of this type. */
export function decodeValueAt(bytes: Buffer, type: number, start: number, end: number): Value {
  return readValue(bytes, type, start, end, 0);
}

/** The position of the name in `names`; -1 if it is none of them. */
function positionOf(names: readonly Buffer[], bytes: Buffer, start: number, end: number): number {
  for (let i = 0; i < names.length; i++) if (sameBytes(names[i] as Buffer, bytes, start, end)) return i;
  return -1;
}

let namedFields: readonly string[] | undefined;
let namedBytes: Buffer[] = [];

/** The names' bytes, cached because consecutive documents are read with the same `fields`. */
function namesOf(fields: readonly string[]): Buffer[] {
  if (namedFields !== fields) {
    namedFields = fields;
    namedBytes = fields.map((field) => Buffer.from(field));
  }
  return namedBytes;
}

function readArray(bytes: Buffer, start: number, end: number, depth: number): Value[] {
  if (depth > maxDepth) fail('InvalidBSON', `Documents nest at most ${maxDepth} levels`);
  const array: Value[] = [];
  let position = start + 4;
  const last = end - 1;
  while (position < last) {
    const type = bytes[position] as number;
    position++;
    while (bytes[position] !== 0) position++;
    array.push(readValue(bytes, type, position + 1, last, depth));
    position = valueEnd;
  }
  if (position !== last) throw invalid('a value runs past its array');
  return array;
}

// Where the last name or value ended. Module variables because returning a pair would allocate in the hot path.
let nameEnd = 0;
let valueEnd = 0;

/** Recent names by a hash of their bytes. Names repeat, and creating a string for each would dominate decoding. */
const nameCache: { bytes: Buffer; name: string }[] = [];

function readName(bytes: Buffer, start: number, limit: number): string {
  let end = start;
  let hash = 0;
  let byte = bytes[end] as number;
  while (byte !== 0) {
    hash = (hash * 31 + byte) | 0;
    end++;
    if (end >= limit) throw invalid('a field name does not end');
    byte = bytes[end] as number;
  }
  nameEnd = end;
  const slot = hash & 1023;
  const cached = nameCache[slot];
  if (cached !== undefined && sameBytes(cached.bytes, bytes, start, end)) return cached.name;
  const name = readString(bytes, start, end);
  if (end - start < 64) nameCache[slot] = { bytes: ownCopy(bytes, start, end), name };
  return name;
}

/** A copy outside of Node's buffer pool, of which a few bytes would keep a whole slab in memory. */
function ownCopy(bytes: Buffer, start: number, end: number): Buffer {
  const copy = Buffer.allocUnsafeSlow(end - start);
  bytes.copy(copy, 0, start, end);
  return copy;
}

function sameBytes(cached: Buffer, bytes: Buffer, start: number, end: number): boolean {
  if (cached.length !== end - start) return false;
  for (let i = 0; i < cached.length; i++) if (cached[i] !== bytes[start + i]) return false;
  return true;
}

function readString(bytes: Buffer, start: number, end: number): string {
  let ascii = true;
  for (let i = start; i < end; i++) {
    if ((bytes[i] as number) > 127) {
      ascii = false;
      break;
    }
  }
  if (ascii) return bytes.toString('latin1', start, end);
  if (!isUtf8(bytes.subarray(start, end))) throw invalid('a string is not UTF-8');
  return bytes.toString('utf8', start, end);
}

/** The offset after the terminator of a length-prefixed string. */
function stringEnd(bytes: Buffer, position: number, limit: number): number {
  need(position, 4, limit);
  const size = bytes.readInt32LE(position);
  if (size < 1 || position + 4 + size > limit) throw invalid(`a string has the wrong length ${size}`);
  const end = position + 4 + size;
  if (bytes[end - 1] !== 0) throw invalid('a string does not end in 0');
  return end;
}

function need(position: number, count: number, limit: number): void {
  if (position + count > limit) throw invalid('a value is truncated');
}

function readValue(bytes: Buffer, type: number, position: number, limit: number, depth: number): Value {
  switch (type) {
    case 0x01:
      need(position, 8, limit);
      valueEnd = position + 8;
      return double(bytes.readDoubleLE(position));
    case 0x02: {
      const end = stringEnd(bytes, position, limit);
      valueEnd = end;
      return readString(bytes, position + 4, end - 1);
    }
    case 0x03: {
      const end = documentEnd(bytes, position, limit);
      const document = readDocument(bytes, position, end, undefined, depth + 1);
      valueEnd = end;
      return document;
    }
    case 0x04: {
      const end = documentEnd(bytes, position, limit);
      const array = readArray(bytes, position, end, depth + 1);
      valueEnd = end;
      return array;
    }
    case 0x07:
      need(position, 12, limit);
      valueEnd = position + 12;
      return new ObjectId(Buffer.from(bytes.subarray(position, position + 12)));
    case 0x08:
      need(position, 1, limit);
      valueEnd = position + 1;
      if ((bytes[position] as number) > 1) throw invalid('a boolean is neither 0 nor 1');
      return bytes[position] === 1;
    case 0x0a:
      valueEnd = position;
      return null;
    case 0x10:
      need(position, 4, limit);
      valueEnd = position + 4;
      return bytes.readInt32LE(position);
    case 0x12:
      need(position, 8, limit);
      valueEnd = position + 8;
      return bytes.readBigInt64LE(position);
    default:
      return readRareValue(bytes, type, position, limit);
  }
}

function readRareValue(bytes: Buffer, type: number, position: number, limit: number): Value {
  switch (type) {
    case 0x05: {
      need(position, 5, limit);
      const size = bytes.readInt32LE(position);
      if (size < 0) throw invalid(`a binary value has the wrong length ${size}`);
      need(position + 5, size, limit);
      valueEnd = position + 5 + size;
      return new Binary(Buffer.from(bytes.subarray(position + 5, valueEnd)), bytes[position + 4] as number);
    }
    case 0x09: {
      need(position, 8, limit);
      valueEnd = position + 8;
      const date = new Date(bytes.readInt32LE(position + 4) * 2 ** 32 + bytes.readUInt32LE(position));
      if (Number.isNaN(date.getTime())) fail('BadValue', 'A date must be within 8.64e15 ms of 1970');
      return date;
    }
    case 0x0b: {
      const pattern = readName(bytes, position, limit);
      const flags = readName(bytes, nameEnd + 1, limit);
      valueEnd = nameEnd + 1;
      return new BSONRegExp(pattern, flags);
    }
    case 0x0d: {
      const end = stringEnd(bytes, position, limit);
      valueEnd = end;
      return new Code(readString(bytes, position + 4, end - 1));
    }
    case 0x11:
      need(position, 8, limit);
      valueEnd = position + 8;
      return new Timestamp(bytes.readBigUInt64LE(position));
    case 0x13:
      need(position, 16, limit);
      valueEnd = position + 16;
      return new Decimal128(Buffer.from(bytes.subarray(position, valueEnd)));
    case 0xff:
      valueEnd = position;
      return new MinKey();
    case 0x7f:
      valueEnd = position;
      return new MaxKey();
    case 0x06:
    case 0x0c:
    case 0x0e:
    case 0x0f:
      return fail('BadValue', `The deprecated BSON type ${type} is not supported by this store`);
    default:
      throw invalid(`unknown type ${type}`);
  }
}

function skipValue(bytes: Buffer, type: number, position: number, limit: number): number {
  switch (type) {
    case 0x02:
      return position + 4 + bytes.readInt32LE(position);
    case 0x03:
    case 0x04:
      return position + bytes.readInt32LE(position);
    case 0x01:
    case 0x09:
    case 0x12:
      return position + 8;
    case 0x10:
      return position + 4;
    case 0x08:
      return position + 1;
    case 0x0a:
      return position;
    case 0x07:
      return position + 12;
    default:
      readRareValue(bytes, type, position, limit);
      return valueEnd;
  }
}

function invalid(what: string): CommandError {
  return new CommandError('InvalidBSON', `Invalid BSON: ${what}`);
}
