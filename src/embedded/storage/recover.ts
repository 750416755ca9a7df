import { existsSync } from 'node:fs';
import type { RootDatabase } from 'lmdb';
import { StoreError } from '../store-error.ts';
import { checkDataFile, goBackOneTransaction, newestTransaction } from './data-file.ts';
import type { Journal } from './journal.ts';
import type { Maps } from './maps.ts';

/*
 * Where a folder was not closed, its last transaction may be on the disk in parts: after a power cut, that is, but a folder
 * cannot tell that from a process that was killed. Which one it is, and what was promised of it, tells the journal's newest
 * intact entry, that of transaction n (`durable-writer.ts` says why these are all cases):
 *
 * - n + 1 leads in the data file. It was not acknowledged: back to n, which is whole.
 * - n leads, or n − 1. It was acknowledged and may be in parts: back to n − 1, which is whole, and n is done again.
 * - n leads, and is noted as whole: there is nothing to do.
 *
 * All of it may be cut short and begun anew. None of it may be done while another process has the folder open.
 */

/** Before LMDB opens the data file, which is checked before anything is written to it. */
export function rollBack(dataFile: string, journal: Journal): void {
  const entry = journal.newest();
  if (entry === undefined) {
    checkDataFile(dataFile);
    return;
  }
  const { transaction, changes } = entry;
  const leading = existsSync(dataFile) ? newestTransaction(dataFile) : 0;
  if (leading === transaction + 1 || (leading === transaction && changes !== null)) {
    checkDataFile(dataFile, 'before');
    goBackOneTransaction(dataFile);
  } else if (leading === transaction || (leading === transaction - 1 && changes !== null)) checkDataFile(dataFile);
  else {
    throw new StoreError(
      'CORRUPT_DATA',
      `${dataFile} is not what the journal beside it was written for: it is at transaction ${leading}, the journal at ` +
        `${transaction}. If that is on purpose, take the journal away`,
    );
  }
}

/** After LMDB has opened it. */
export function redo(root: RootDatabase<Buffer, Buffer>, maps: Maps, journal: Journal): void {
  const entry = journal.newest();
  if (entry === undefined) return;
  let last = 0;
  root.transactionSync(() => {
    last = root.getWriteTxnId() - 1;
    if (last !== entry.transaction - 1) return;
    for (const { map, key, value } of entry.changes ?? []) {
      if (value === null) maps[map].remove(key);
      else maps[map].put(key, value);
    }
    last++;
  });
  journal.recordWhole(last);
  journal.flush(last);
}
