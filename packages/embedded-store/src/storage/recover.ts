import { existsSync } from 'node:fs';
import type { RootDatabase } from 'lmdb';
import { StoreError } from '../store-error.ts';
import { checkDataFile, goBackOneTransaction, newestTransaction } from './data-file.ts';
import type { Journal } from './journal.ts';
import type { Maps } from './maps.ts';

/*
 * If a folder was not closed, its last transaction may be incomplete on disk. That happens only after a power cut, but
 * a folder cannot tell a power cut from a killed process. The newest intact journal entry, of transaction n, decides
 * (`durable-writer.ts` explains why these are all cases). If the newest transaction in the data file is
 *
 * - n + 1: it was not acknowledged. Go back to n, which is complete.
 * - n or n − 1: n was acknowledged and may be incomplete. Go back to n − 1, which is complete, and redo n.
 * - n, and the entry says that it is complete: do nothing.
 *
 * Recovery may be interrupted and repeated. No other process may have the folder open.
 */

/** The first step, before LMDB opens the data file. Checks the file before writing to it. */
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
      `${dataFile} does not match its journal: the file is at transaction ${leading}, the journal at ` +
        `${transaction}. If that is intended, remove the journal`,
    );
  }
}

/** The second step, after LMDB has opened the data file: applies the changes in the journal. */
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
