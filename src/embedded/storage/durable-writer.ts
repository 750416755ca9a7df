import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import { type RootDatabase, TransactionFlags } from 'lmdb';
import type { Journal, JournaledMap } from './journal.ts';
import type { Maps } from './maps.ts';
import type { Presence } from './presence.ts';

/** What writes to a folder, in whole transactions. */
export interface Writer {
  /** Runs `action` in one transaction, durable when this returns; if it throws, nothing was written. */
  transaction<T>(action: () => T): T;
  /** Inside `transaction`: a part that, if it throws, leaves nothing behind while the rest goes on. */
  nested<T>(action: () => T): T;
  /** Inside `transaction` only, as is `remove`. */
  put(map: JournaledMap, key: Buffer, value: Buffer): void;
  remove(map: JournaledMap, key: Buffer): void;
  /** Brings all that was written into the data file. */
  close(): void;
}

type Root = RootDatabase<Buffer, Buffer>;

const withoutFlush = TransactionFlags.ABORTABLE | TransactionFlags.SYNCHRONOUS_COMMIT | TransactionFlags.NO_SYNC_FLUSH;

/** LMDB writes pages ahead of the commit once a transaction has changed 131,072 of them; no change takes a hundred. */
const manyChanges = 1000;

/**
 * A transaction is durable by its entry in the journal, a few pages in a row and one flush, while its pages in the data
 * file, which lie far apart, are flushed behind its back, before the next transaction adds any.
 *
 * So at every moment at most the last transaction is not whole on the disk, and LMDB, which never writes into pages of the
 * state before, still has that state, and the page that leads there. After a power cut `recover.ts` goes back to it and
 * does the last transaction again as the journal has it.
 *
 * Before transaction n commits, these hold on the disk, whoever wrote what: n − 1 is whole in the data file, and the
 * journal has an entry of n − 1. A process that did not write n − 1 itself makes sure of both (`settle`). All of this is
 * done while LMDB's lock for writers is held. Pages that n writes were free in n − 1 and n − 2: both can be gone back to.
 */
export function createDurableWriter(
  root: Root,
  maps: Maps,
  dataFile: string,
  journal: Journal,
  presence: Presence,
): Writer {
  const data = openSync(dataFile, 'r+');
  // The system tells of a failure once for each opening of a file: a flush behind must not hear of it for the next.
  const dataBehind = openSync(dataFile, 'r+');
  /** The newest transaction whose entry in the journal is known to be durable. */
  let journaled = 0;
  /** The newest that is known to be whole in the data file. */
  let whole = 0;
  let isFlushing = false;
  let failure: Error | undefined;
  /** The transaction under way, and how many changes it has made. */
  let number = 0;
  let changes = 0;

  return {
    transaction(action) {
      if (failure !== undefined) throw failure;
      changes = 0;
      journal.begin();
      const result = commit(action);
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
      // Of a key that is not there nothing is changed, and then LMDB may end the transaction as none.
      if (maps[map].removeSync(key)) add(map, key, null);
    },
    close() {
      // Also what others wrote, who may have been killed: once it has been read here, it stays.
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
        // Who was killed before its commit has left an entry of this number.
        journal.erase(number);
        return result;
      }
      journal.record(number);
      isRecorded = true;
      return result;
    };
    try {
      return presence.whileNoneOpens(() => root.transactionSync(run, withoutFlush));
    } catch (error) {
      if (isRecorded) takeBack(number);
      throw error;
    }
  }

  /** What was refused must not be done after a power cut. */
  function takeBack(transaction: number): void {
    flushed(() =>
      inTurn((before) => {
        if (before >= transaction) return;
        journal.erase(transaction);
        journal.flush(transaction);
      }),
    );
  }

  /** With LMDB's lock for writers: makes `before`, the last transaction of all, whole in the data file and journaled. */
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
      if (error) fail(error);
      else whole = Math.max(whole, upTo);
      if (whole < journaled && failure === undefined) flushBehind();
    });
  }

  /** After a flush has failed nobody knows what is on the disk: nothing is written any more. */
  function flushed(flush: () => void): void {
    try {
      flush();
    } catch (error) {
      throw fail(error);
    }
  }

  function fail(cause: unknown): Error {
    const what = cause instanceof Error ? cause.message : String(cause);
    failure = new Error(`The disk has failed to flush what was written (${what}): open the folder anew`, { cause });
    return failure;
  }
}
