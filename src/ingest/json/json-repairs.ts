/** One repair of a syntax error: the `length` characters at `at` are replaced. */
export interface JsonRepair {
  at: number;
  length: number;
  /** The replacement, exactly `length` characters long, so that offsets do not change. */
  inPlace: string;
  /** The replacement in the text from which the value is parsed: an escape where `inPlace` has a blank. */
  inValue: string;
}

/** JSON text without its syntax errors. */
export interface RepairedJson {
  /**
   * Returns the repaired text between two offsets. It is as long as the original and has the same tokens at the same
   * offsets.
   */
  inPlace(start: number, end: number): string;
  /** Returns the repaired source of the value between two offsets, for `JSON.parse`. */
  valueSource(start: number, end: number): string;
}

/** Applies repairs that do not overlap, given in any order. */
export function repairJson(text: string, repairs: readonly JsonRepair[]): RepairedJson {
  const sorted = [...repairs].sort((a, b) => a.at - b.at);
  return {
    inPlace: (start, end) => apply(start, end, ({ inPlace }) => inPlace),
    valueSource: (start, end) => apply(start, end, ({ inValue }) => inValue),
  };

  function apply(start: number, end: number, replacement: (repair: JsonRepair) => string): string {
    const pieces: string[] = [];
    let from = start;
    for (let index = firstFrom(start); index < sorted.length; index++) {
      const repair = sorted[index] as JsonRepair;
      if (repair.at >= end) break;
      pieces.push(text.slice(from, repair.at), replacement(repair));
      from = repair.at + repair.length;
    }
    pieces.push(text.slice(from, end));
    return pieces.join('');
  }

  /** Returns the number of the first repair at `offset` or after it. */
  function firstFrom(offset: number): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as JsonRepair).at < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
