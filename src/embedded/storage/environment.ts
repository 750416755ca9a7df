import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { open, type RootDatabase, type RootDatabaseOptionsWithPath } from 'lmdb';
import { StoreError } from '../store-error.ts';
import { checkDataFile, completeDataFile, newestTransaction } from './data-file.ts';
import { createDurableWriter, type Writer } from './durable-writer.ts';
import { type Journal, openJournal } from './journal.ts';
import { type Maps, openMaps } from './maps.ts';
import { openPresence } from './presence.ts';
import { redo, rollBack } from './recover.ts';

/** One folder, open. */
export interface Environment extends Maps {
  root: RootDatabase<Buffer, Buffer>;
  /** The one way into the maps. */
  writer: Writer;
  close(): Promise<void>;
}

const formatFile = 'FORMAT';
const format = 'incident-graph embedded store, format 4\n';

/**
 * Opens the folder, which is made when it is not there, and recovers what was not closed. A folder of another format, with
 * a data file that is not ours, or with one that is cut off, is refused before anything in it is touched.
 */
export function openEnvironment(dataDir: string): Environment {
  prepareFolder(dataDir);
  const dataFile = join(dataDir, 'data.mdb');
  const journal = openJournal(dataDir);
  const presence = openPresence(dataDir);
  try {
    const { root, maps } = presence.enter((isAlone) => openData(dataFile, journal, isAlone));
    const writer = createDurableWriter(root, maps, dataFile, journal, presence);
    return {
      ...maps,
      root,
      writer,
      async close() {
        writer.close();
        root.transactionSync(() => completeDataFile(dataFile));
        // LMDB's last one to close a file destroys its locks: who opens it just then would be left without.
        let closed: Promise<void> | undefined;
        presence.whileNoneOpens(() => {
          closed = root.close();
        });
        await closed;
      },
    };
  } catch (error) {
    journal.close();
    throw error;
  }
}

function openData(
  dataFile: string,
  journal: Journal,
  isAlone: boolean,
): { root: RootDatabase<Buffer, Buffer>; maps: Maps } {
  if (isAlone) rollBack(dataFile, journal);
  else checkDataFile(dataFile);
  const root = open<Buffer, Buffer>({
    path: dirname(dataFile),
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
  try {
    const maps = openMaps(root);
    if (isAlone) redo(root, maps, journal);
    root.transactionSync(() => completeDataFile(dataFile));
    flushNames(dirname(dataFile));
    return { root, maps };
  } catch (error) {
    void root.close();
    throw error;
  }
}

function prepareFolder(dataDir: string): void {
  try {
    const made = mkdirSync(dataDir, { recursive: true });
    if (made !== undefined) flushFolders(resolve(dataDir), resolve(made));
    if (!statSync(dataDir).isDirectory()) throw new StoreError('NOT_A_FOLDER', `${dataDir} is not a folder`);
    const dataFile = join(dataDir, 'data.mdb');
    const marker = join(dataDir, formatFile);
    // Asked first: another process that makes the folder right now makes the marker before the data.
    const hasData = existsSync(dataFile);
    const found = existsSync(marker) ? readFileSync(marker, 'utf8') : '';
    if (found !== '') checkFormat(dataDir, found);
    else if (hasData) {
      throw new StoreError(
        'FOREIGN_DATA',
        `${dataFile} was not written by this store (there is no ${formatFile} file beside it)`,
      );
    } else writeDurably(marker, format);
    if (existsSync(dataFile)) newestTransaction(dataFile);
    closeSync(openSync(marker, 'r+'));
  } catch (cause) {
    throw asStoreError(dataDir, cause);
  }
}

function checkFormat(dataDir: string, found: string): void {
  if (found === format) return;
  const name = found.slice(0, 80).trim();
  throw new StoreError(
    'INCOMPATIBLE_VERSION',
    `${dataDir} holds "${name}", and this version reads "${format.trim()}". Open it with the version that wrote it`,
  );
}

/** Where another process has written the same, it is never seen without. */
function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, constants.O_WRONLY | constants.O_CREAT, 0o666);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The folders that were made, in the ones that they are in. */
function flushFolders(last: string, first: string): void {
  for (let folder = last; ; folder = dirname(folder)) {
    flushNames(dirname(folder));
    if (folder === first || folder === dirname(folder)) return;
  }
}

/** Makes durable which files a folder has: flushing a file does not promise that. */
function flushNames(folder: string): void {
  // There folders cannot be opened, nor need be.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
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
