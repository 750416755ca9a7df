import { eachRun, tokensOfRun } from '../../text/tokens.ts';

/** The folded words of a text, in order, with their positions in UTF-16 code units. */
export interface TextWords {
  text: string;
  words: readonly string[];
  starts: readonly number[];
  ends: readonly number[];
}

/** Reads the words of a text. `U.S.` is one word, `us`; `Israel-Hamas` two; `Iran's` one, `iran`. */
export function wordsOf(text: string): TextWords {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const known = new Map<string, ReturnType<typeof tokensOfRun>>();
  eachRun(text, (run, at) => {
    let tokens = known.get(run);
    if (!tokens) {
      tokens = tokensOfRun(run);
      known.set(run, tokens);
    }
    for (const { token, start, end } of tokens) {
      words.push(token);
      starts.push(at + start);
      ends.push(at + end);
    }
  });
  return { text, words, starts, ends };
}

/** The words from `from` up to `to`. */
export interface WordRange {
  from: number;
  to: number;
}

/** Returns the range of the words that begin in a part of the text. */
export function wordsWithin({ starts }: TextWords, start: number, end: number): WordRange {
  return { from: firstAtLeast(starts, start), to: firstAtLeast(starts, end) };
}

/** Returns the index of the first of the ascending `values` that is at least `wanted`; their number if none is. */
export function firstAtLeast(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the characters between the word `at` and the next one; empty at the end. */
export function gapAfter({ text, starts, ends }: TextWords, at: number): string {
  const next = starts[at + 1];
  const end = ends[at] ?? 0;
  return next === undefined || next - end > 16 ? ' ' : text.slice(end, next);
}
