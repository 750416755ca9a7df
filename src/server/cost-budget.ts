import { clientOf } from './client-of.ts';

/** What each client may ask for: a leaky bucket that holds `perMinute` and leaks as much in a minute. */
export interface CostBudget {
  perMinute: number;
  /** Takes `cost` from what the client at the address has left, or nothing where that is less. `now` is a time in ms. */
  take(address: string, cost: number, now: number): BudgetState;
  /** Takes `cost` whatever is left: for what was done already. */
  charge(address: string, cost: number, now: number): void;
}

export interface BudgetState {
  left: number;
  /** After so long there will be enough; 0 where there was. */
  retryAfterMs: number;
}

/** Who asked longest ago is forgotten first: about 3 MB of memory, and more addresses than one attacker has. */
const mostClients = 20_000;

interface Bucket {
  level: number;
  at: number;
}

export function createCostBudget(perMinute: number): CostBudget {
  const buckets = new Map<string, Bucket>();
  const leakPerMs = perMinute / 60_000;

  function levelOf(client: string, now: number): number {
    const bucket = buckets.get(client);
    return bucket ? Math.max(bucket.level - (now - bucket.at) * leakPerMs, 0) : 0;
  }

  function fill(client: string, level: number, now: number): void {
    buckets.delete(client); // to stand last
    buckets.set(client, { level, at: now });
    const [oldest] = buckets.keys();
    if (buckets.size > mostClients && oldest !== undefined) buckets.delete(oldest);
  }

  return {
    perMinute,
    take(address, cost, now) {
      const client = clientOf(address);
      const level = levelOf(client, now);
      const excess = level + cost - perMinute;
      if (excess > 0) return { left: wholeLeft(perMinute - level), retryAfterMs: excess / leakPerMs };
      fill(client, level + cost, now);
      return { left: wholeLeft(perMinute - level - cost), retryAfterMs: 0 };
    },
    charge(address, cost, now) {
      const client = clientOf(address);
      fill(client, levelOf(client, now) + cost, now);
    },
  };
}

function wholeLeft(left: number): number {
  return Math.max(Math.floor(left), 0);
}
