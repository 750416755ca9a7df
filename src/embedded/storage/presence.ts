import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { open as openFile, type RootDatabaseOptionsWithPath } from 'lmdb';
import { newestTransaction } from './data-file.ts';

/** Who has a folder open, told by a lock that the system takes from whoever ends. */
export interface Presence {
  /**
   * Runs `opening` while no other process runs its own, and tells it whether none has the folder open. Who throws in it
   * has not opened the folder.
   */
  enter<T>(opening: (isAlone: boolean) => T): T;
  /**
   * Runs `action` while no process opens the folder. Any commit has to be within it: whoever opens a data file tells the
   * others which transaction it has found to lead there, and takes them back to it if one was committed meanwhile.
   */
  whileNoneOpens<T>(action: () => T): T;
}

/** The state before it is the first that LMDB can go back to. */
const open = 4;

/**
 * None is closed before its process ends: LMDB's last one to close a file destroys its locks, and who opens it just then
 * is left without. What is held here is not collected, which would close it.
 */
const present: unknown[] = [];

/**
 * LMDB opens a file in the state before its newest, and drops the newest, if asked to and if no other process has the
 * file open; else in the newest. So who is alone finds the state before `open`, and makes that one for those who come next.
 * The file itself is looked at: LMDB's number may have been taken back, as said above.
 */
export function openPresence(dataDir: string): Presence {
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
          if (isAlone || !isBegun) map.put('is', true);
          return opened;
        });
        if (entered !== undefined) return entered.result;
      }
    },
    whileNoneOpens: (action) => map.transactionSync(action),
  };
}
