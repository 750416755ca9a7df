import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabaseOptionsWithPath } from 'lmdb';
import { newestTransaction } from './data-file.ts';

/** Who has a folder open, told by a lock that the system takes from whoever dies. */
export interface Presence {
  /**
   * Runs `opening` while no other process runs its own, and tells it whether none has the folder open. Who throws in it
   * has not opened the folder.
   */
  enter<T>(opening: (isAlone: boolean) => T): T;
  /** When everything else in the folder is closed. */
  close(): void;
}

const key = 'open';
/** Below it there is no state before the newest that LMDB could go back to. */
const begun = 4;

/**
 * LMDB opens a file in the state before its newest, and drops the newest, if asked to and if no other process has the
 * file open; else in the newest. So in a file of two states, one without a key and one with it, who is alone finds none,
 * and sets it for those who come next.
 */
export function openPresence(dataDir: string): Presence {
  const file = join(dataDir, 'presence.mdb');
  const map = open<boolean, string>({
    path: file,
    noSubdir: true,
    overlappingSync: false,
    usePreviousSnapshot: existsSync(file) && newestTransaction(file) >= begun,
  } as RootDatabaseOptionsWithPath);
  for (let i = 1; i < begun; i++) {
    map.transactionSync(() => {
      if (map.getWriteTxnId() < begun) map.put('begun', true);
    });
  }
  return {
    enter: (opening) =>
      map.transactionSync(() => {
        const isAlone = map.get(key) === undefined;
        const result = opening(isAlone);
        if (isAlone) map.put(key, true);
        return result;
      }),
    close() {
      void map.close();
    },
  };
}
