import { setTimeout as sleep } from 'node:timers/promises';

/** Something that runs until it is asked to close, or dies. */
export interface Running {
  /** Resolves once it has closed; rejects when it died. */
  ended: Promise<void>;
  close(): void;
}

export interface KeptRunning {
  /** Resolves after `close`; rejects with the last death when there were too many. */
  ended: Promise<void>;
  /** Closes what runs now, or what is being started. May be called more than once. */
  close(): Promise<void>;
  /** How often it was started again. */
  restarts(): number;
}

const firstPauseMs = 50;
const longestPauseMs = 2000;
/** What dies more often than this within a minute will do so again. */
const mostDeaths = 5;
const memoryMs = 60_000;

/** Starts again what dies, after a pause that doubles with each death. `told` hears of each one that is followed by a start. */
export function keepRunning(
  first: Running,
  start: () => Promise<Running>,
  told: (cause: Error) => void = () => {},
): KeptRunning {
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
        if (deaths.length > mostDeaths) throw cause;
        restarts++;
        told(cause as Error);
        const pauseMs = Math.min(firstPauseMs * 2 ** (deaths.length - 1), longestPauseMs);
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
      await ended.catch(() => {}); // told by `ended` itself
    },
  };
}
