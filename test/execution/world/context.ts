import type { Chance } from '../chance.ts';

/** How many of a hundred values are troubled; a seed chooses one. */
const troubles = [0, 1, 3, 8, 20];

/**
 * What the resolvers of a world receive as context. All that they return follows from the seed, the parent, the field and
 * the arguments, not from the time of the call; `isLate` decides whether some of it is a promise.
 */
export class WorldContext {
  readonly seed: number;
  readonly isLate: boolean;
  /** How often each field of each parent was resolved. */
  readonly calls = new Map<string, number>();
  /** How many promises are still to be settled. */
  pending = 0;

  constructor(seed: number, isLate: boolean) {
    this.seed = seed;
    this.isLate = isLate;
  }

  get troubles(): number {
    return troubles[this.seed % troubles.length] as number;
  }

  count(call: string): void {
    this.calls.set(call, (this.calls.get(call) ?? 0) + 1);
  }

  /** Returns what `give` returns, or a promise of it. */
  later<T>(chance: Chance, give: () => T): T | PromiseLike<T> {
    const moment = chance.below(20);
    if (!this.isLate || moment < 10) return give();
    const start = moment < 17 ? Promise.resolve() : new Promise<void>((resolve) => void setImmediate(() => resolve()));
    const promise = start.then(give);
    this.pending++;
    const settled = () => {
      this.pending--;
    };
    promise.then(settled, settled);
    return moment === 10 ? thenable(promise) : promise;
  }
}

/** Returns an object that is no `Promise` but has its `then`. */
function thenable<T>(promise: Promise<T>): PromiseLike<T> {
  // biome-ignore lint/suspicious/noThenProperty: this is what it is for
  return { then: (resolved, rejected) => promise.then(resolved, rejected) };
}
