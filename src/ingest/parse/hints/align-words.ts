/** The numbers of a word of a quote and of the word of the text that is aligned with it; -1 if either has none. */
export interface WordPair {
  text: number;
  quote: number;
}

/**
 * The cost of an edit. It exceeds the gain of all equal words, so the fewest edits win, and then the most equal words.
 */
const edit = 1_000;
const equal = -1;

/**
 * Aligns the words of a quote with a stretch of text so that the fewest words are replaced, added and left out. The
 * stretch may begin and end anywhere in the text. Takes time and memory in the product of the numbers of words.
 */
export function alignWords(text: readonly string[], quote: readonly string[]): WordPair[] {
  const width = text.length + 1;
  const costs = new Int32Array((quote.length + 1) * width);
  const at = (i: number, j: number): number => costs[i * width + j] ?? 0;
  for (let i = 1; i <= quote.length; i++) {
    costs[i * width] = edit * i;
    for (let j = 1; j <= text.length; j++) {
      const replaced = at(i - 1, j - 1) + (quote[i - 1] === text[j - 1] ? equal : edit);
      costs[i * width + j] = Math.min(replaced, at(i - 1, j) + edit, at(i, j - 1) + edit);
    }
  }
  let end = 0;
  for (let j = 1; j <= text.length; j++) if (at(quote.length, j) < at(quote.length, end)) end = j;
  const pairs: WordPair[] = [];
  for (let i = quote.length, j = end; i > 0; ) {
    const isEqual = j > 0 && quote[i - 1] === text[j - 1];
    if (j > 0 && at(i, j) === at(i - 1, j - 1) + (isEqual ? equal : edit)) pairs.push({ text: --j, quote: --i });
    else if (j > 0 && at(i, j) === at(i, j - 1) + edit) pairs.push({ text: --j, quote: -1 });
    else pairs.push({ text: -1, quote: --i });
  }
  return pairs.reverse();
}
