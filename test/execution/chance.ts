/** Decisions that follow from a seed. */
export class Chance {
  readonly #below: (limit: number) => number;

  /** `below` returns an integer from 0 to `limit` - 1. */
  constructor(below: (limit: number) => number) {
    this.#below = below;
  }

  /** Returns the decisions that follow from a text, always the same ones. */
  static of(text: string): Chance {
    let state = hash(text);
    return new Chance((limit) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    });
  }

  below(limit: number): number {
    return this.#below(limit);
  }

  percent(likelihood: number): boolean {
    return this.#below(100) < likelihood;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('Expected items to pick from, but got none');
    return items[this.#below(items.length)] as T;
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}
