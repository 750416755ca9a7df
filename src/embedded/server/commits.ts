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
    const batch = waiting;
    const done: { one: Waiting; result: unknown }[] = [];
    const started: Waiting[] = [];
    waiting = [];
    try {
      view.refresh();
      view.write(() => {
        const start = performance.now();
        while (batch.length > 0 && performance.now() - start < longestMs) {
          const one = batch.shift() as Waiting;
          const alone = started.length === 0 && batch.length === 0;
          started.push(one);
          if (alone) done.push({ one, result: one.action() });
          else attempt(one, done);
        }
      });
      for (const { one, result } of done) one.resolve(result as never);
    } catch (error) {
      // Nothing was written. What has been refused already does not hear of it a second time.
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
