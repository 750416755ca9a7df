import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import { type RootDatabase, TransactionFlags } from 'lmdb';
import type { Journal, JournaledMap } from './journal.ts';
import type { Maps } from './maps.ts';
import type { OpenLock } from './open-lock.ts';
import type { RecentChanges } from './recent-changes.ts';

/** Writes to a folder in transactions. */
export interface Writer {
  /** Runs `action` in a transaction that is durable when this returns. If `action` throws, nothing is written. */
  transaction<T>(action: () => T): T;
  /** Runs `action` in a nested transaction: if it throws, only its own writes are undone. Call inside `transaction`. */
  nested<T>(action: () => T): T;
  /** Call `put` and `remove` only inside `transaction`. */
  put(map: JournaledMap, key: Buffer, value: Buffer): void;
  remove(map: JournaledMap, key: Buffer): void;
  /** Flushes all transactions to the data file, then closes. */
  close(): void;
}

type Root = RootDatabase<Buffer, Buffer>;

const withoutFlush = TransactionFlags.ABORTABLE | TransactionFlags.SYNCHRONOUS_COMMIT | TransactionFlags.NO_SYNC_FLUSH;

/**
 * LMDB writes pages before the commit once a transaction has changed 131,072 of them; one change needs fewer than 100.
 */
const manyChanges = 1000;

/**
 * Makes a transaction durable with one flush of its journal entry, a few consecutive pages. Its pages in the data file
 * are scattered; they are flushed in the background, before the next transaction adds any.
 *
 * So at most the last transaction is incomplete on disk at any moment. LMDB never overwrites the pages of the previous
 * state, so that state and its meta page are intact. After a power cut `recover.ts` goes back to it and redoes the last
 * transaction from the journal.
 *
 * Before transaction n commits, these hold on disk, whichever process wrote n − 1: n − 1 is complete in the data file,
 * and the journal has an entry for it. A process that did not write n − 1 ensures both (`settle`). All of this happens
 * under LMDB's write lock. The pages that n writes were free in n − 1 and n − 2, so recovery can go back to both.
 */
export function createDurableWriter(
  root: Root,
  maps: Maps,
  dataFile: string,
  journal: Journal,
  openLock: OpenLock,
  recentChanges: RecentChanges,
): Writer {
  const data = openSync(dataFile, 'r+');
  // The system reports a flush error once per descriptor: the background flush must not consume the report for `data`.
  const dataBehind = openSync(dataFile, 'r+');
  /** The newest transaction whose journal entry is known to be durable. */
  let journaled = 0;
  /** The newest transaction known to be complete in the data file. */
  let whole = 0;
  let isFlushing = false;
  let failure: Error | undefined;
  /** The current transaction, and its number of changes so far. */
  let number = 0;
  let changes = 0;

  return {
    transaction(action) {
      if (failure !== undefined) throw failure;
      changes = 0;
      journal.begin();
      const result = commit(action);
      // LMDB gives the number of a transaction without changes to the next one, which may be another process's.
      if (journal.state() === 'empty') recentChanges.abort();
      else recentChanges.commit(number);
      if (journal.state() === 'recorded') {
        flushed(() => journal.flush(number));
        journaled = number;
        flushBehind();
      } else if (journal.state() === 'too long') inTurn(settle);
      return result;
    },
    nested(action) {
      const mark = journal.mark();
      try {
        return root.transactionSync(action);
      } catch (error) {
        journal.rewind(mark);
        throw error;
      }
    },
    put(map, key, value) {
      maps[map].putSync(key, value);
      add(map, key, value);
    },
    remove(map, key) {
      // Removing a missing key changes nothing. LMDB may then not count the transaction, so it must not be journaled.
      if (maps[map].removeSync(key)) add(map, key, null);
    },
    close() {
      // Includes commits of processes that were killed: once they have been read here, they must not disappear.
      if (failure === undefined) {
        inTurn((before) => {
          settle(before);
          journal.recordWhole(before);
          flushed(() => journal.flush(before));
        });
      }
      journal.close();
      closeSync(data);
      closeSync(dataBehind);
    },
  };

  function add(map: JournaledMap, key: Buffer, value: Buffer | null): void {
    if (map === 'documents') recentChanges.add(key);
    journal.add(map, key, value);
    if (++changes === manyChanges) settle(number - 1);
  }

  function commit<T>(action: () => T): T {
    let isRecorded = false;
    const run = () => {
      number = root.getWriteTxnId();
      const result = action();
      if (journal.state() === 'empty') return result;
      settle(number - 1);
      if (journal.state() === 'too long') {
        // A process that was killed before its commit may have left an entry with this number.
        journal.erase(number);
        return result;
      }
      journal.record(number);
      isRecorded = true;
      return result;
    };
    try {
      return openLock.whileNoneOpens(() => root.transactionSync(run, withoutFlush));
    } catch (error) {
      recentChanges.abort();
      if (isRecorded) takeBack(number);
      throw error;
    }
  }

  /** Erases the journal entry of a transaction that failed, so that recovery does not redo it. */
  function takeBack(transaction: number): void {
    flushed(() =>
      inTurn((before) => {
        if (before >= transaction) return;
        journal.erase(transaction);
        journal.flush(transaction);
      }),
    );
  }

  /**
   * Makes the last transaction, `before`, complete in the data file and journaled. Call only under LMDB's write lock.
   */
  function settle(before: number): void {
    if (whole < before) flushed(() => fdatasyncSync(data));
    whole = before;
    if (journaled === before) return;
    if (!journal.has(before)) journal.recordWhole(before);
    flushed(() => journal.flush(before));
    journaled = before;
  }

  function inTurn(action: (before: number) => void): void {
    root.transactionSync(() => action(root.getWriteTxnId() - 1));
  }

  function flushBehind(): void {
    if (isFlushing) return;
    isFlushing = true;
    const upTo = journaled;
    fdatasync(dataBehind, (error) => {
      isFlushing = false;
      if (error) stopWriting(error);
      else whole = Math.max(whole, upTo);
      if (whole < journaled && failure === undefined) flushBehind();
    });
  }

  /** After a failed flush the state on disk is unknown, so the writer rejects all further writes. */
  function flushed(flush: () => void): void {
    try {
      flush();
    } catch (error) {
      throw stopWriting(error);
    }
  }

  function stopWriting(cause: unknown): Error {
    const what = cause instanceof Error ? cause.message : String(cause);
    failure = new Error(`Flushing to the disk failed (${what}): open the folder again`, { cause });
    return failure;
  }
}
