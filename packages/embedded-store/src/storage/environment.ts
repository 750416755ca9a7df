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
import { createOpenLock } from './open-lock.ts';
import { createRecentChanges, type RecentChanges } from './recent-changes.ts';
import { redo, rollBack } from './recover.ts';
import { dataFileName, formatFile } from './store-folder.ts';

/** An open data folder. */
export interface Environment extends Maps {
  root: RootDatabase<Buffer, Buffer>;
  /** The only way to write to the maps. */
  writer: Writer;
  /** What its transactions changed. */
  recentChanges: RecentChanges;
  close(): Promise<void>;
}

const format = 'incident-graph embedded store, format 4\n';

/**
 * Opens the folder, creating it if missing, and recovers it if it was not closed. Throws a StoreError, before changing
 * anything, for another format, a foreign data file or a truncated one.
 */
export function openEnvironment(dataDir: string): Environment {
  prepareFolder(dataDir);
  const dataFile = join(dataDir, dataFileName);
  const journal = openJournal(dataDir);
  const openLock = createOpenLock(dataDir);
  try {
    const { root, maps } = openLock.enter((isAlone) => openData(dataFile, journal, isAlone));
    const recentChanges = createRecentChanges();
    const writer = createDurableWriter(root, maps, dataFile, journal, openLock, recentChanges);
    return {
      ...maps,
      root,
      writer,
      recentChanges,
      async close() {
        writer.close();
        root.transactionSync(() => completeDataFile(dataFile));
        // LMDB destroys its locks when the last handle closes; a process that opens the file at that moment would have
        // none.
        let closed: Promise<void> | undefined;
        openLock.whileNoneOpens(() => {
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
    maxReaders: 512, // transactions and snapshots of all processes
    overlappingSync: false,
    encoding: 'binary',
    keyEncoding: 'binary',
    cache: false,
    // At each commit lmdb scans the free pages it holds in memory, which takes 5 ms with the default of 50,000. With
    // 200, the free list also fits one page, and a small commit writes 17 pages instead of 19.
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
    const dataFile = join(dataDir, dataFileName);
    const marker = join(dataDir, formatFile);
    // Check for data first: a process that is creating the folder right now writes the marker before the data.
    const hasData = existsSync(dataFile);
    const found = existsSync(marker) ? readFileSync(marker, 'utf8') : '';
    if (found !== '') checkFormat(dataDir, found);
    else if (hasData) {
      throw new StoreError(
        'FOREIGN_DATA',
        `${dataFile} was not written by this store (its folder has no ${formatFile} file)`,
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
    `${dataDir} has the format "${name}", but this version reads "${format.trim()}". Open it with the version that wrote it`,
  );
}

/**
 * Overwrites the file without truncating it, so that it is never empty if another process has written the same text.
 */
function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, constants.O_WRONLY | constants.O_CREAT, 0o666);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Flushes the parent of each created folder. */
function flushFolders(last: string, first: string): void {
  for (let folder = last; ; folder = dirname(folder)) {
    flushNames(dirname(folder));
    if (folder === first || folder === dirname(folder)) return;
  }
}

/** Flushes a folder's list of files, which flushing the files does not guarantee. */
function flushNames(folder: string): void {
  // Windows can neither open folders nor needs this.
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
    return new StoreError('NO_PERMISSION', `${dataDir} is not writable: ${(cause as Error).message}`, { cause });
  }
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new StoreError('NOT_A_FOLDER', `${dataDir} is not a folder`, { cause });
  return new StoreError('UNUSABLE_FOLDER', `${dataDir} cannot be used: ${(cause as Error).message}`, { cause });
}
