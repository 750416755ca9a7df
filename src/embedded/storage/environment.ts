import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Database, type DatabaseOptions, open, type RootDatabase } from 'lmdb';
import { StoreError } from '../store-error.ts';

type Bytes = Database<Buffer, Buffer>;

/** One folder's LMDB environment: four maps of bytes to bytes. */
export interface Environment {
  root: RootDatabase<Buffer, Buffer>;
  /** The catalog and its version. */
  meta: Bytes;
  /** Collection id, key of `_id` → the document's BSON. */
  documents: Bytes;
  /** Index id, keys, document key → nothing. */
  entries: Bytes;
  /** Session id → the answer of its last retryable write. */
  sessions: Bytes;
}

/**
 * lmdb gives values in a buffer of its own that the next read overwrites. Copying out of it in one go, into Node's pool,
 * takes a third of the time of what lmdb does by itself for binary values.
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

const formatFile = 'FORMAT';
const format = 'incident-graph embedded store, format 1\n';

/**
 * Opens the folder, which is made when it is not there. A folder of another format, with a data file that is not
 * ours, or with one that is cut off, is refused before anything in it is touched.
 */
export function openEnvironment(dataDir: string): Environment {
  prepareFolder(dataDir);
  const root = open<Buffer, Buffer>({
    path: dataDir,
    noSubdir: false,
    maxDbs: 8,
    overlappingSync: false,
    encoding: 'binary',
    keyEncoding: 'binary',
    cache: false,
  });
  const openMap = (name: string): Bytes => {
    const map = root.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoder: copier } as DatabaseOptions & {
      name: string;
    });
    return Object.assign(map, { decoderCopies: true });
  };
  return {
    root,
    meta: openMap('meta'),
    documents: openMap('documents'),
    entries: openMap('entries'),
    sessions: openMap('sessions'),
  };
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!statSync(dataDir).isDirectory()) throw new StoreError('NOT_A_FOLDER', `${dataDir} is not a folder`);
    const dataFile = join(dataDir, 'data.mdb');
    const marker = join(dataDir, formatFile);
    // Asked first: another process that makes the folder right now makes the marker before the data.
    const hasData = existsSync(dataFile);
    if (existsSync(marker)) checkFormat(dataDir, readFileSync(marker, 'utf8'));
    else if (hasData) {
      throw new StoreError(
        'FOREIGN_DATA',
        `${dataFile} was not written by this store (there is no ${formatFile} file beside it)`,
      );
    } else writeDurably(marker, format);
    if (existsSync(dataFile)) checkDataFile(dataFile);
    closeSync(openSync(marker, 'r+'));
  } catch (cause) {
    throw asStoreError(dataDir, cause);
  }
}

function checkFormat(dataDir: string, found: string): void {
  if (found === format || found === '') return;
  const name = found.slice(0, 80).trim();
  throw new StoreError(
    'INCOMPATIBLE_VERSION',
    `${dataDir} holds "${name}", and this version reads "${format.trim()}". Open it with the version that wrote it`,
  );
}

/**
 * LMDB trusts its file and dies of what lies past its end, so the two meta pages are looked at first: the magic
 * number, the version, and that the last page in use is inside the file (`struct MDB_meta` in LMDB's mdb.c).
 */
function checkDataFile(file: string): void {
  if (statSync(file).size === 0) return;
  const corrupt = (what: string) => new StoreError('CORRUPT_DATA', `${file} is no intact data file: ${what}`);
  const head = readAt(file, 0, 160);
  if (head.length < 160 || head.readUInt32LE(magicAt) !== 0xbeefc0de) throw corrupt('it does not begin as one');
  const pageSize = head.readUInt32LE(pageSizeAt);
  if (pageSize < 512 || pageSize > 65536 || (pageSize & (pageSize - 1)) !== 0)
    throw corrupt(`its page size is ${pageSize}`);
  const second = readAt(file, pageSize, 160);
  if (second.length < 160 || second.readUInt32LE(magicAt) !== 0xbeefc0de) throw corrupt('its second page is damaged');
  const newest = head.readBigUInt64LE(transactionAt) > second.readBigUInt64LE(transactionAt) ? head : second;
  const lastPage = Number(newest.readBigUInt64LE(lastPageAt));
  // Asked last: another process may be making it longer.
  const { size } = statSync(file);
  if ((lastPage + 1) * pageSize > size) throw corrupt(`it is cut off after ${size} bytes`);
}

// Where lmdb's own LMDB (data version 2, 64 bits) keeps them, counted from the page's start.
const magicAt = 24;
const pageSizeAt = 48;
const lastPageAt = 144;
const transactionAt = 152;

function readAt(file: string, position: number, length: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position));
  } finally {
    closeSync(descriptor);
  }
}

function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'w');
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function asStoreError(dataDir: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StoreError('NO_PERMISSION', `${dataDir} cannot be written: ${(cause as Error).message}`, { cause });
  }
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new StoreError('NOT_A_FOLDER', `${dataDir} is not a folder`, { cause });
  return new StoreError('UNUSABLE_FOLDER', `${dataDir} cannot be used: ${(cause as Error).message}`, { cause });
}
