import type { DirectView } from '../storage/view.ts';

/** Writes that wait for the next durable commit, which they share. */
export interface Commits {
  /** Runs `action` in a transaction; resolves when it is on disk. */
  write<T>(action: () => T): Promise<T>;
}

interface Waiting {
  action: () => unknown;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

/** A commit takes on no more work after so long, since it holds the lock that other processes wait for. */
const longestMs = 50;

/**
 * Group commit: writes that arrive in one turn of the event loop become one transaction. Each has a nested one of its
 * own when there are several, so that one that fails takes nothing of the others along.
 */
export function createCommits(view: DirectView): Commits {
  let waiting: Waiting[] = [];
  return {
    write: (action) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ action, resolve, reject });
      }),
  };

  function flush(): void {
    const taken: { one: Waiting; result: unknown; failed: boolean }[] = [];
    const batch = waiting;
    waiting = [];
    try {
      view.refresh();
      view.write(() => {
        const start = performance.now();
        while (batch.length > 0 && performance.now() - start < longestMs) {
          const one = batch.shift() as Waiting;
          const alone = taken.length === 0 && batch.length === 0;
          taken.push({ one, ...attempt(one.action, alone) });
        }
      });
      for (const { one, result, failed } of taken) {
        if (failed) one.reject(result);
        else one.resolve(result as never);
      }
    } catch (error) {
      for (const { one } of taken) one.reject(error);
      if (taken.length === 0) batch.shift()?.reject(error);
    }
    if (batch.length > 0) {
      const first = waiting.length === 0;
      waiting = [...batch, ...waiting];
      if (first) setImmediate(flush);
    }
  }

  function attempt(action: () => unknown, alone: boolean): { result: unknown; failed: boolean } {
    if (alone) return { result: action(), failed: false };
    try {
      return { result: view.nested(action), failed: false };
    } catch (error) {
      return { result: error, failed: true };
    }
  }
}
