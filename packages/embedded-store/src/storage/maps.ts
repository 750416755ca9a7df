import type { Database, DatabaseOptions, RootDatabase } from 'lmdb';
import type { JournaledMap } from './journal.ts';

export type Bytes = Database<Buffer, Buffer>;

/** The LMDB databases of a folder, which map bytes to bytes. */
export interface Maps extends Record<JournaledMap, Bytes> {
  /** The catalog and its version. */
  meta: Bytes;
  /** Collection id, key of `_id` → the document's BSON. */
  documents: Bytes;
  /** Index id, keys, document key → nothing. */
  entries: Bytes;
  /** Session id → the reply of its last retryable write. */
  sessions: Bytes;
}

/** Opens the databases, creating them if missing. */
export function openMaps(root: RootDatabase<Buffer, Buffer>): Maps {
  return {
    meta: openMap('meta'),
    documents: openMap('documents'),
    entries: openMap('entries'),
    sessions: openMap('sessions'),
  };

  function openMap(name: JournaledMap): Bytes {
    const map = root.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoder: copier } as DatabaseOptions & {
      name: string;
    });
    return Object.assign(map, { decoderCopies: true, readKey });
  }
}

/**
 * lmdb returns values in a buffer that the next read overwrites. Copying from it into Node's buffer pool takes a third
 * of the time of lmdb's own copy for binary values.
 */
let source: Buffer | undefined;
const copier = {
  encode: (bytes: Buffer) => bytes,
  decode(bytes: Buffer & { maxLength?: number }): Buffer {
    const { length } = bytes;
    if (bytes.maxLength === undefined) return Buffer.from(bytes);
    if (source?.buffer !== bytes.buffer) source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.maxLength);
    const copy = Buffer.allocUnsafe(length);
    source.copy(copy, 0, 0, length);
    return copy;
  },
};

/** Copies a key into the pool too; lmdb would allocate memory for each. */
function readKey(source: Buffer, start: number, end: number): Buffer {
  const copy = Buffer.allocUnsafe(end - start);
  source.copy(copy, 0, start, end);
  return copy;
}
