import DataLoader from 'dataloader';
import type { Admission } from '../server/limits/auth-backoff.ts';
import type { ClientLimits } from '../server/limits/client-limits.ts';
import type { BudgetState } from '../server/limits/leaky-bucket.ts';
import { overloaded } from '../server/limits/overloaded.ts';
import { withTimeout } from '../store/with-timeout.ts';
import type { LimitRequest, LimitResponse } from './limit-rpc.ts';

/** The supervisor does little else, so a longer delay means that the machine is overloaded. */
const responseTimeoutMs = 500;

/** Counts in the supervisor. The calls of one turn of the event loop are sent together, in order. */
export function createClusterLimits(
  costPerMinute: number,
  ask: (calls: readonly LimitRequest[]) => Promise<readonly LimitResponse[]>,
): ClientLimits {
  const calls = new DataLoader<LimitRequest, LimitResponse>(
    (calls) => withTimeout(ask(calls), responseTimeoutMs, () => new Error('The supervisor did not respond in time')),
    { cache: false, batchScheduleFn: (send) => setImmediate(send) },
  );
  const call = (call: LimitRequest) =>
    calls.load(call).catch(() => {
      throw overloaded();
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
