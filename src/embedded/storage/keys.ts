import { createHash } from 'node:crypto';
import { refuse } from '../errors.ts';
import { encodeKey } from '../values/order.ts';
import type { Value } from '../values/value.ts';

/*
 * documents: collection id (4 bytes), key of `_id`.
 * entries: index id (4 bytes), keys of the components, key of `_id`, the length of the latter (2 bytes).
 * LMDB's keys end at 1,978 bytes: an `_id` has at most 900, an entry's components 1,000, of which a longer one
 * keeps 960 and a hash of the whole.
 */
const maxIdBytes = 900;
/** An entry has no more than these. */
export const maxEntryBytes = 1978;
const maxBodyBytes = 1000;

/** How many bytes of an entry's components are sure to be in order. */
export const orderedBytes = 960;

export function idPrefix(id: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(id, 0);
  return bytes;
}

/** The key of a document in its collection. Refuses an `_id` that is too long to be one. */
export function documentKey(collectionId: number, id: Value): Buffer {
  const key = encodeKey(id);
  if (key.length > maxIdBytes) refuse('KeyTooLong', `An _id has at most ${maxIdBytes} bytes here`);
  return Buffer.concat([idPrefix(collectionId), key]);
}

/** An entry that leads to the document with this key. */
export function entryKey(indexId: number, body: Buffer, key: Buffer): Buffer {
  const entry = Buffer.allocUnsafe(4 + body.length + key.length - 4 + 2);
  entry.writeUInt32BE(indexId, 0);
  body.copy(entry, 4);
  key.copy(entry, 4 + body.length, 4);
  entry.writeUInt16BE(key.length - 4, entry.length - 2);
  return entry;
}

/** The components' keys, one after the other, as an entry holds them. */
export function entryBody(body: Buffer): { body: Buffer; truncated: boolean } {
  if (body.length <= maxBodyBytes) return { body, truncated: false };
  const hash = createHash('sha256').update(body).digest();
  return { body: Buffer.concat([body.subarray(0, orderedBytes), hash]), truncated: true };
}

/** Takes an entry apart. */
export function splitEntry(entry: Buffer): { indexId: number; body: Buffer; idKey: Buffer } {
  const idStart = entryIdStart(entry);
  return {
    indexId: entry.readUInt32BE(0),
    body: entry.subarray(4, idStart),
    idKey: entry.subarray(idStart, entry.length - 2),
  };
}

/** Where in an entry the key of `_id` begins. */
export function entryIdStart(entry: Buffer): number {
  return entry.length - 2 - entry.readUInt16BE(entry.length - 2);
}

/** The key of the document that an entry leads to. */
export function documentKeyOfEntry(collectionId: number, entry: Buffer): Buffer {
  const idLength = entry.readUInt16BE(entry.length - 2);
  const key = Buffer.allocUnsafe(4 + idLength);
  key.writeUInt32BE(collectionId, 0);
  entry.copy(key, 4, entry.length - 2 - idLength, entry.length - 2);
  return key;
}
