import { constants } from 'node:os';
import { say } from './say.ts';

/** Terminals, and what starts processes, may send one signal twice at once. */
const patienceMs = 1000;

/**
 * Turns the first SIGINT or SIGTERM into a request to end soon, and says so after `beforeSaying`. A later one ends the
 * process at once.
 */
export function createStopper(beforeSaying: () => void) {
  const controller = new AbortController();
  let first: { code: number; at: number } | undefined;

  function stop(name: NodeJS.Signals): void {
    const code = 128 + constants.signals[name];
    if (first && performance.now() - first.at > patienceMs) process.exit(code);
    if (first) return;
    first = { code, at: performance.now() };
    controller.abort();
    beforeSaying();
    say(`${name}: ending after the batches in hand; once more ends at once`);
  }

  process.on('SIGINT', stop).on('SIGTERM', stop);
  return {
    signal: controller.signal,
    /** What to exit with: 130 or 143; undefined where no signal came. */
    exitCode: (): number | undefined => first?.code,
    /** Leaves signals to do what they else do. */
    close(): void {
      process.off('SIGINT', stop).off('SIGTERM', stop);
    },
  };
}
