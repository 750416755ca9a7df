import { clientKey } from './client-key.ts';

/** Whether and when a client gets a response. */
export type Admission =
  | { waitMs: number }
  /** Too many requests of the client are waiting; the request is rejected, and its token has no effect. */
  | { retryAfterMs: number };

export interface AuthBackoff {
  /** `isRight`: whether the token is valid. `now`: a monotonic time in ms. */
  admit(address: string, isRight: boolean, now: number): Admission;
}

/** The delay after the first failure. Each further failure doubles it, up to the max. */
const firstDelayMs = 100;
const maxDelayMs = 5000;
/** Requests that would wait longer are rejected, which bounds how many wait at once. */
const maxWaitMs = 10_000;
/** Failures are forgotten after this time without another. */
const memoryMs = 10 * 60_000;
/** Beyond this number, the clients that failed longest ago are forgotten. */
const maxClients = 10_000;

interface Client {
  failures: number;
  /** Further tokens of the client wait until this time. */
  freeAt: number;
}

/**
 * Slows down token guessing: after a failure, further tokens of the same client wait in a queue, whether valid or not, so
 * that disconnecting early reveals nothing. Other clients do not wait.
 */
export function createAuthBackoff(): AuthBackoff {
  const clients = new Map<string, Client>();
  return {
    admit(address, isRight, now) {
      const key = clientKey(address);
      const known = clients.get(key);
      const client = known && known.freeAt + memoryMs > now ? known : { failures: 0, freeAt: now };
      const waitMs = Math.max(client.freeAt - now, 0);
      if (waitMs > maxWaitMs) return { retryAfterMs: waitMs };
      if (!isRight) {
        const delayMs = Math.min(firstDelayMs * 2 ** client.failures, maxDelayMs);
        clients.delete(key); // moves it to the end
        clients.set(key, { failures: client.failures + 1, freeAt: now + waitMs + delayMs });
        const [oldest] = clients.keys();
        if (clients.size > maxClients && oldest !== undefined) clients.delete(oldest);
      }
      return { waitMs };
    },
  };
}
