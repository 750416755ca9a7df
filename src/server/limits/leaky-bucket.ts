import { clientKey } from './client-key.ts';

/** The cost budgets of clients: leaky buckets that hold `perMinute` and leak that much per minute. */
export interface LeakyBuckets {
  perMinute: number;
  /** Takes `cost` from the budget of the client, or nothing if too little remains. `now`: a monotonic time in ms. */
  take(address: string, cost: number, now: number): BudgetState;
  /** Takes `cost` even if too little remains, for work already done. */
  charge(address: string, cost: number, now: number): void;
}

export interface BudgetState {
  remaining: number;
  /** The time until enough remains; 0 if the cost was taken. */
  retryAfterMs: number;
}

/** Beyond this number, the clients with the oldest requests are forgotten. They take about 3 MB of memory. */
const maxClients = 20_000;

interface Bucket {
  level: number;
  at: number;
}

export function createLeakyBuckets(perMinute: number): LeakyBuckets {
  const buckets = new Map<string, Bucket>();
  const leakPerMs = perMinute / 60_000;

  function levelOf(client: string, now: number): number {
    const bucket = buckets.get(client);
    return bucket ? Math.max(bucket.level - (now - bucket.at) * leakPerMs, 0) : 0;
  }

  function fill(client: string, level: number, now: number): void {
    buckets.delete(client); // moves it to the end
    buckets.set(client, { level, at: now });
    const [oldest] = buckets.keys();
    if (buckets.size > maxClients && oldest !== undefined) buckets.delete(oldest);
  }

  return {
    perMinute,
    take(address, cost, now) {
      const client = clientKey(address);
      const level = levelOf(client, now);
      const excess = level + cost - perMinute;
      if (excess > 0) return { remaining: wholeRemaining(perMinute - level), retryAfterMs: excess / leakPerMs };
      fill(client, level + cost, now);
      return { remaining: wholeRemaining(perMinute - level - cost), retryAfterMs: 0 };
    },
    charge(address, cost, now) {
      const client = clientKey(address);
      fill(client, levelOf(client, now) + cost, now);
    },
  };
}

function wholeRemaining(remaining: number): number {
  return Math.max(Math.floor(remaining), 0);
}
