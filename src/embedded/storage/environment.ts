import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, type DatabaseOptions, open, type RootDatabase, type RootDatabaseOptionsWithPath } from 'lmdb';
import { StoreError } from '../store-error.ts';
import { checkDataFile, completeDataFile } from './data-file.ts';

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
  close(): Promise<void>;
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

/** Keys likewise: lmdb would give each of them memory of its own. */
function readKey(source: Buffer, start: number, end: number): Buffer {
  const copy = Buffer.allocUnsafe(end - start);
  source.copy(copy, 0, start, end);
  return copy;
}

const formatFile = 'FORMAT';
const format = 'incident-graph embedded store, format 2\n';

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
    // At each commit lmdb goes through all free pages it holds in memory: with its usual 50,000 that takes 5 ms. With so
    // few, what is left free keeps to one page, and a small commit writes 17 pages where it wrote 19.
    maxFreeSpaceToLoad: 200,
    maxFreeSpaceToRetain: 200,
  } as RootDatabaseOptionsWithPath);
  const openMap = (name: string): Bytes => {
    const map = root.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoder: copier } as DatabaseOptions & {
      name: string;
    });
    return Object.assign(map, { decoderCopies: true, readKey });
  };
  const complete = () => root.transactionSync(() => completeDataFile(join(dataDir, 'data.mdb')));
  complete();
  return {
    root,
    meta: openMap('meta'),
    documents: openMap('documents'),
    entries: openMap('entries'),
    sessions: openMap('sessions'),
    async close() {
      complete();
      await root.close();
    },
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
