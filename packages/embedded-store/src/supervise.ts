import { setTimeout as sleep } from 'node:timers/promises';

/** A process that runs until it is asked to close, or dies. */
export interface Running {
  /** Resolves when it has closed; rejects when it died. */
  ended: Promise<void>;
  close(): void;
}

export interface Supervised {
  /** Resolves after `close`; rejects with the last error if it died too often. */
  ended: Promise<void>;
  /** Closes the current process, or the one being started. May be called more than once. */
  close(): Promise<void>;
  /** The number of restarts so far. */
  restarts(): number;
}

const firstPauseMs = 50;
const maxPauseMs = 2000;
/** The max number of deaths within `memoryMs`. Beyond it, restarting is unlikely to help. */
const maxDeaths = 5;
const memoryMs = 60_000;

/** Restarts a process that dies, after a pause that doubles with each death. Calls `onRestart` before each restart. */
export function supervise(
  first: Running,
  start: () => Promise<Running>,
  onRestart: (cause: Error) => void = () => {},
): Supervised {
  const closing = new AbortController();
  let current: Running | undefined = first;
  let restarts = 0;
  const ended = run();
  ended.catch(() => {});

  async function run(): Promise<void> {
    let deaths: number[] = [];
    for (;;) {
      try {
        current ??= await start();
        if (closing.signal.aborted) current.close();
        return await current.ended;
      } catch (cause) {
        current = undefined;
        if (closing.signal.aborted) return;
        deaths = [...deaths.filter((at) => at > performance.now() - memoryMs), performance.now()];
        if (deaths.length > maxDeaths) throw cause;
        restarts++;
        onRestart(cause as Error);
        const pauseMs = Math.min(firstPauseMs * 2 ** (deaths.length - 1), maxPauseMs);
        await sleep(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined);
        if (closing.signal.aborted) return;
      }
    }
  }

  return {
    ended,
    restarts: () => restarts,
    async close() {
      closing.abort();
      current?.close();
      await ended.catch(() => {}); // `ended` itself reports it
    },
  };
}
