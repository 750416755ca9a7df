import { type BudgetState, createCostBudget } from './cost-budget.ts';
import { type Admission, createFailureDelays } from './failure-delays.ts';

/**
 * What is counted of each client. Where several processes share a port, one of them counts for all, so that what a client
 * may do does not grow with their number. Rejects with `busy` where that one does not answer in time: what cannot be
 * counted is not allowed.
 */
export interface ClientLimits {
  /** Undefined where a client may ask for as much as it likes. */
  budget: ClientBudget | undefined;
  /** Whether and when who brought a token may be answered; told whether that was right. See `createFailureDelays`. */
  admit(address: string, isRight: boolean): Promise<Admission>;
}

/** See `CostBudget`. */
export interface ClientBudget {
  perMinute: number;
  take(address: string, cost: number): Promise<BudgetState>;
  /** Never rejects, and is not waited for. */
  charge(address: string, cost: number): void;
}

/** Those of a process by itself. `costPerMinute` of 0 is without an end. */
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

/** Where the counting is done. */
export interface LimitCounts {
  take(address: string, cost: number): BudgetState;
  charge(address: string, cost: number): void;
  admit(address: string, isRight: boolean): Admission;
}

export function createLimitCounts(costPerMinute: number): LimitCounts {
  const budget = createCostBudget(costPerMinute);
  const delays = createFailureDelays();
  return {
    take: (address, cost) => budget.take(address, cost, performance.now()),
    charge: (address, cost) => budget.charge(address, cost, performance.now()),
    admit: (address, isRight) => delays.admit(address, isRight, performance.now()),
  };
}
