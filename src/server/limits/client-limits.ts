import { type Admission, createAuthBackoff } from './auth-backoff.ts';
import { type BudgetState, createLeakyBuckets } from './leaky-bucket.ts';

/**
 * The limits that are counted per client. If several processes share a port, one process counts for all, so that the
 * limits do not grow with the number of processes. Rejects with `overloaded` if that process does not respond in time:
 * requests that cannot be counted are not allowed.
 */
export interface ClientLimits {
  /** Undefined if the cost of a client is unlimited. */
  budget: ClientBudget | undefined;
  /**
   * Returns whether and when a request with a token gets a response. `isRight`: whether the token is valid. See
   * `createAuthBackoff`.
   */
  admit(address: string, isRight: boolean): Promise<Admission>;
}

/** See `LeakyBuckets`. */
export interface ClientBudget {
  perMinute: number;
  take(address: string, cost: number): Promise<BudgetState>;
  /** Never rejects, and returns without waiting. */
  charge(address: string, cost: number): void;
}

/** Creates limits that this process counts. A `costPerMinute` of 0 disables the budget. */
export function createClientLimits(costPerMinute: number): ClientLimits {
  const { take, charge, admit } = createLimitCounts(costPerMinute);
  return {
    budget:
      costPerMinute > 0
        ? { perMinute: costPerMinute, take: async (address, cost) => take(address, cost), charge }
        : undefined,
    admit: async (address, isRight) => admit(address, isRight),
  };
}

/** The synchronous counters behind `ClientLimits`. */
export interface LimitCounts {
  take(address: string, cost: number): BudgetState;
  charge(address: string, cost: number): void;
  admit(address: string, isRight: boolean): Admission;
}

export function createLimitCounts(costPerMinute: number): LimitCounts {
  const buckets = createLeakyBuckets(costPerMinute);
  const backoff = createAuthBackoff();
  return {
    take: (address, cost) => buckets.take(address, cost, performance.now()),
    charge: (address, cost) => buckets.charge(address, cost, performance.now()),
    admit: (address, isRight) => backoff.admit(address, isRight, performance.now()),
  };
}
