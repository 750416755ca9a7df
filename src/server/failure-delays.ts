import { clientOf } from './client-of.ts';

/** Whether and when a client may be answered. */
export type Admission =
  | { waitMs: number }
  /** It has too many waiting already: what it said is as if it had not been looked at. */
  | { retryAfterMs: number };

export interface FailureDelays {
  /** `isRight` tells whether the client is right; `now` is a time in ms, from whatever beginning. */
  admit(address: string, isRight: boolean, now: number): Admission;
}

/** The time after the first failure; each further one doubles it, up to the longest. */
const firstDelayMs = 100;
const longestDelayMs = 5000;
/** Who would wait longer is turned away, so that few can wait at once. */
const longestWaitMs = 10_000;
/** Failures are forgotten when there were none for so long. */
const memoryMs = 10 * 60_000;
/** Those that failed longest ago are forgotten first. */
const mostClients = 10_000;

interface Client {
  failures: number;
  /** Before this, nothing else that the client says is looked at. */
  freeAt: number;
}

/**
 * Slows down who guesses: after a failure, what the same client says next waits its turn, right or wrong, so that giving
 * up early tells nothing. Others do not wait.
 */
export function createFailureDelays(): FailureDelays {
  const clients = new Map<string, Client>();
  return {
    admit(address, isRight, now) {
      const key = clientOf(address);
      const known = clients.get(key);
      const client = known && known.freeAt + memoryMs > now ? known : { failures: 0, freeAt: now };
      const waitMs = Math.max(client.freeAt - now, 0);
      if (waitMs > longestWaitMs) return { retryAfterMs: waitMs };
      if (!isRight) {
        const delayMs = Math.min(firstDelayMs * 2 ** client.failures, longestDelayMs);
        clients.delete(key); // to stand last
        clients.set(key, { failures: client.failures + 1, freeAt: now + waitMs + delayMs });
        const [oldest] = clients.keys();
        if (clients.size > mostClients && oldest !== undefined) clients.delete(oldest);
      }
      return { waitMs };
    },
  };
}
