import DataLoader from 'dataloader';
import type { LimitAnswer, LimitCall } from './limit-calls.ts';
import { busy } from './server/busy.ts';
import type { ClientLimits } from './server/client-limits.ts';
import type { BudgetState } from './server/cost-budget.ts';
import type { Admission } from './server/failure-delays.ts';
import { withinTime } from './store/within-time.ts';

/** That process has nothing else to do: when it takes longer, the machine has no time for it. */
const answeredWithinMs = 500;

/** Counts in another process: the calls of one turn of the event loop go to it together, in order. */
export function createSharedLimits(
  costPerMinute: number,
  ask: (calls: readonly LimitCall[]) => Promise<readonly LimitAnswer[]>,
): ClientLimits {
  const calls = new DataLoader<LimitCall, LimitAnswer>(
    (calls) => withinTime(ask(calls), answeredWithinMs, () => new Error('What clients did was not counted in time')),
    { cache: false, batchScheduleFn: (send) => setImmediate(send) },
  );
  const call = (call: LimitCall) =>
    calls.load(call).catch(() => {
      throw busy();
    });
  return {
    budget:
      costPerMinute > 0
        ? {
            perMinute: costPerMinute,
            take: (address, cost) => call({ method: 'take', address, cost }) as Promise<BudgetState>,
            charge: (address, cost) => {
              call({ method: 'charge', address, cost }).catch(() => undefined);
            },
          }
        : undefined,
    admit: (address, isRight) => call({ method: 'admit', address, isRight }) as Promise<Admission>,
  };
}
