import { constants } from 'node:os';
import { say } from './stderr.ts';

/** Signals within this time count as one: terminals and process managers may send the same signal twice. */
const patienceMs = 1000;

/**
 * Aborts `signal` on the first SIGINT or SIGTERM, calls `beforeSaying`, and reports it on standard error. A later signal
 * ends the process immediately.
 */
export function createStopper(
  beforeSaying: () => void,
  message = 'stopping after the batches in progress; a second signal stops immediately',
) {
  const controller = new AbortController();
  let first: { code: number; at: number } | undefined;

  function stop(name: NodeJS.Signals): void {
    const code = 128 + constants.signals[name];
    if (first && performance.now() - first.at > patienceMs) process.exit(code);
    if (first) return;
    first = { code, at: performance.now() };
    controller.abort();
    beforeSaying();
    say(`${name}: ${message}`);
  }

  process.on('SIGINT', stop).on('SIGTERM', stop);
  return {
    signal: controller.signal,
    /** The exit code, 130 or 143; undefined if no signal arrived. */
    exitCode: (): number | undefined => first?.code,
    /** Restores the default handling of signals. */
    close(): void {
      process.off('SIGINT', stop).off('SIGTERM', stop);
    },
  };
}
