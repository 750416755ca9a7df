/** The documents that the last transactions of this process changed. */
export interface RecentChanges {
  /** Adds a document, by its key, to the transaction that runs. */
  add(key: Buffer): void;
  /** Ends the transaction: it was committed with this number. */
  commit(transaction: number): void;
  /** Ends the transaction: nothing was written. */
  abort(): void;
  /**
   * The keys of all documents that differ between two states, as latin1; null if that is not known, because another
   * process committed in between, or too much was changed.
   */
  between(after: number, upTo: number): string[] | null;
}

/** The max number of keys that are kept, of which each transaction counts as one more. */
const maxKeys = 20_000;

export function createRecentChanges(): RecentChanges {
  let current: string[] = [];
  let isTooMuch = false;
  /** By the number of the transaction, oldest first. */
  const kept = new Map<number, string[]>();
  let count = 0;
  return { add, commit, abort, between };

  function add(key: Buffer): void {
    if (current.length < maxKeys) current.push(key.toString('latin1'));
    else isTooMuch = true;
  }

  function commit(transaction: number): void {
    if (!isTooMuch) {
      count += current.length + 1;
      kept.set(transaction, current);
    }
    for (const [number, keys] of kept) {
      if (count <= maxKeys) break;
      kept.delete(number);
      count -= keys.length + 1;
    }
    abort();
  }

  function abort(): void {
    current = [];
    isTooMuch = false;
  }

  function between(after: number, upTo: number): string[] | null {
    if (upTo - after > kept.size) return null;
    const all: string[] = [];
    for (let number = after + 1; number <= upTo; number++) {
      const keys = kept.get(number);
      if (keys === undefined) return null;
      for (const key of keys) all.push(key);
    }
    return all;
  }
}
