import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { open as openFile, type RootDatabaseOptionsWithPath } from 'lmdb';
import { newestTransaction } from './data-file.ts';

/** A lock that each process holds while it has the folder open. The system releases it when the process ends. */
export interface OpenLock {
  /**
   * Runs `opening` while no other process runs its own. `isAlone` says that no other process has the folder open. If
   * `opening` throws, the folder does not count as open.
   */
  enter<T>(opening: (isAlone: boolean) => T): T;
  /**
   * Runs `action` while no process is opening the folder. Every commit must be inside it: a process that opens a data
   * file tells the others which transaction it found to be the newest, which would undo one that was committed
   * meanwhile.
   */
  whileNoneOpens<T>(action: () => T): T;
}

/** The transaction that marks the folder as open. LMDB cannot go back before transaction `open` − 1. */
const open = 4;

/**
 * Locks are never closed, nor garbage-collected, before the process ends: LMDB destroys its locks when the last handle
 * closes, and a process that opens the file at that moment would have none.
 */
const present: unknown[] = [];

/**
 * With `usePreviousSnapshot`, LMDB opens a file in the state before its newest one and drops the newest, but only if no
 * other process has the file open. So a process that is alone finds the state before `open`, and commits `open` for the
 * processes that follow. The transaction number is read from the file because LMDB's own may have been reset, as
 * described above.
 */
export function createOpenLock(dataDir: string): OpenLock {
  const file = join(dataDir, 'presence.mdb');
  const map = openFile<boolean, string>({
    path: file,
    noSubdir: true,
    overlappingSync: false,
    usePreviousSnapshot: existsSync(file) && newestTransaction(file) >= open,
  } as RootDatabaseOptionsWithPath);
  present.push(map);
  return {
    enter(opening) {
      for (;;) {
        const entered = map.transactionSync(() => {
          const isBegun = map.getWriteTxnId() >= open;
          const isAlone = newestTransaction(file) < open;
          const opened = isBegun ? { result: opening(isAlone) } : undefined;
          if (isAlone || !isBegun) void map.put('is', true);
          return opened;
        });
        if (entered !== undefined) return entered.result;
      }
    },
    whileNoneOpens: (action) => map.transactionSync(action),
  };
}
