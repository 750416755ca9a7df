import type { Admission } from '../server/limits/auth-backoff.ts';
import type { LimitCounts } from '../server/limits/client-limits.ts';
import type { BudgetState } from '../server/limits/leaky-bucket.ts';

/** A call of `LimitCounts` as a message to the supervisor. */
export type LimitRequest =
  | { method: 'take' | 'charge'; address: string; cost: number }
  | { method: 'admit'; address: string; isRight: boolean };
export type LimitResponse = BudgetState | Admission | null;

/** Executes a call in the supervisor. */
export function handleLimitRequest(counts: LimitCounts, call: LimitRequest): LimitResponse {
  switch (call.method) {
    case 'take':
      return counts.take(call.address, call.cost);
    case 'charge':
      counts.charge(call.address, call.cost);
      return null;
    case 'admit':
      return counts.admit(call.address, call.isRight);
  }
}
