import { createHash } from 'node:crypto';
import { fail } from '../errors.ts';
import { encodeKey, encodeKeys, invert } from '../values/key-writer.ts';
import type { KeyPart } from '../values/paths.ts';
import type { Value } from '../values/value.ts';
import type { IndexDefinition } from './catalog.ts';

/*
 * documents: collection id (4 bytes), key of `_id`.
 * entries: index id (4 bytes), keys of the components, key of `_id` unless it is the last component, then its length
 * with two flags (2 bytes).
 * LMDB's keys have at most 1,978 bytes: an `_id` up to 900, the components of an entry up to 1,000. Longer components
 * are stored as their first 960 bytes and a hash of all of them.
 */
const maxIdBytes = 900;
/** The max length of an entry. */
export const maxEntryBytes = 1978;
const maxBodyBytes = 1000;

// Bits of the last two bytes of an entry.
const idLengthMask = 0x3fff;
/** The last component is the key of `_id`. */
const sharedId = 0x8000;
const invertedId = 0x4000;

/** The number of leading bytes of an entry's components that keep their order; a hash may follow. */
export const orderedBytes = 960;

export function idPrefix(id: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(id, 0);
  return bytes;
}

/** The key of a document. Throws KeyTooLong if the `_id` is too long. */
export function documentKey(collectionId: number, id: Value): Buffer {
  const key = encodeKey(id);
  if (key.length > maxIdBytes) fail('KeyTooLong', `An _id must have at most ${maxIdBytes} bytes in this store`);
  return Buffer.concat([idPrefix(collectionId), key]);
}

/**
 * The index entry for these values and the document at `key`. If the last component of the index is `_id`, the entry
 * contains its key only once.
 */
export function entryKey(
  index: Pick<IndexDefinition, 'id' | 'descending' | 'endsInId'>,
  parts: readonly (KeyPart | Buffer)[],
  key: Buffer,
): { entry: Buffer; truncated: boolean } {
  const idLength = key.length - 4;
  const after = index.endsInId ? 2 : idLength + 2;
  const whole = encodeKeys(parts, index.descending, 4, after);
  const truncated = whole.length - 4 - after > maxBodyBytes;
  const entry = truncated ? truncateEntry(whole.subarray(4, whole.length - after), idLength + 2) : whole;
  const shared = index.endsInId && !truncated;
  entry.writeUInt32BE(index.id, 0);
  if (!shared) key.copy(entry, entry.length - idLength - 2, 4);
  const inverted = index.descending.at(-1) === true;
  entry.writeUInt16BE(idLength | (shared ? sharedId : 0) | (shared && inverted ? invertedId : 0), entry.length - 2);
  return { entry, truncated };
}

function truncateEntry(body: Buffer, after: number): Buffer {
  const hash = createHash('sha256').update(body).digest();
  return Buffer.concat([Buffer.alloc(4), body.subarray(0, orderedBytes), hash, Buffer.alloc(after)]);
}

/** The parts of an entry. */
export function splitEntry(entry: Buffer): { indexId: number; body: Buffer; idKey: Buffer } {
  const end = entry.length - 2;
  const ending = entry.readUInt16BE(end);
  const idStart = end - (ending & idLengthMask);
  const idKey = entry.subarray(idStart, end);
  return {
    indexId: entry.readUInt32BE(0),
    body: entry.subarray(4, (ending & sharedId) === 0 ? idStart : end),
    idKey: (ending & invertedId) === 0 ? idKey : invert(Buffer.from(idKey)),
  };
}

/** Where the key of `_id` begins in an entry, and whether its bytes are inverted. */
export function idKeyIn(entry: Buffer): { start: number; inverted: boolean } {
  const end = entry.length - 2;
  const ending = entry.readUInt16BE(end);
  return { start: end - (ending & idLengthMask), inverted: (ending & invertedId) !== 0 };
}

/** The key of the document that an entry refers to. */
export function documentKeyOfEntry(collectionId: number, entry: Buffer): Buffer {
  const end = entry.length - 2;
  const ending = entry.readUInt16BE(end);
  const idLength = ending & idLengthMask;
  const key = Buffer.allocUnsafe(4 + idLength);
  key.writeUInt32BE(collectionId, 0);
  entry.copy(key, 4, end - idLength, end);
  if ((ending & invertedId) !== 0) invert(key.subarray(4));
  return key;
}
