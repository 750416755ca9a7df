import type { DirectView } from '../storage/view.ts';

/** Groups writes into shared durable commits. */
export interface GroupCommit {
  /** Runs `action` in a transaction. Resolves when it is durable. */
  write<T>(action: () => T): Promise<T>;
}

interface Waiting {
  action: () => unknown;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

/** A commit accepts no more writes after this time, since it holds the lock that other processes wait for. */
const maxBatchMs = 50;

/**
 * Writes that arrive in one turn of the event loop share a transaction. If there are several, each runs in a nested
 * transaction, so that a failure undoes only its own writes.
 */
export function createGroupCommit(view: DirectView): GroupCommit {
  let waiting: Waiting[] = [];
  return {
    write: (action) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ action, resolve, reject });
      }),
  };

  function flush(): void {
    const batch = waiting;
    const done: { one: Waiting; result: unknown }[] = [];
    const started: Waiting[] = [];
    waiting = [];
    try {
      view.refresh();
      view.write(() => {
        const start = performance.now();
        while (batch.length > 0 && performance.now() - start < maxBatchMs) {
          const one = batch.shift() as Waiting;
          const alone = started.length === 0 && batch.length === 0;
          started.push(one);
          if (alone) done.push({ one, result: one.action() });
          else attempt(one, done);
        }
      });
      for (const { one, result } of done) one.resolve(result as never);
    } catch (error) {
      // The transaction was undone. Actions that failed on their own are rejected already, which makes this a no-op for
      // them.
      const concerned = started.length > 0 ? started : batch.splice(0);
      for (const one of concerned) one.reject(error);
    }
    if (batch.length === 0) return;
    if (waiting.length === 0) setImmediate(flush);
    waiting = [...batch, ...waiting];
  }

  function attempt(one: Waiting, done: { one: Waiting; result: unknown }[]): void {
    try {
      done.push({ one, result: view.nested(one.action) });
    } catch (error) {
      one.reject(error);
    }
  }
}
