import type { LimitCounts } from './server/client-limits.ts';
import type { BudgetState } from './server/cost-budget.ts';
import type { Admission } from './server/failure-delays.ts';

/** A call of `LimitCounts`, as it travels to the process that counts. */
export type LimitCall =
  | { method: 'take' | 'charge'; address: string; cost: number }
  | { method: 'admit'; address: string; isRight: boolean };
export type LimitAnswer = BudgetState | Admission | null;

/** What the process says that counts. */
export function answerLimitCall(counts: LimitCounts, call: LimitCall): LimitAnswer {
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
