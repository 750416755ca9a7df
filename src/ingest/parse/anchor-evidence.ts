/** The position of a quote in UTF-16 code units: `text.slice(start, end) === quote`. */
export interface Anchor {
  start: number;
  end: number;
}

/**
 * Finds the `occurrence`th exact match of `quote` in `text`, counted from 1. Matches may overlap: `aa` occurs twice in
 * `aaa`. Throws if there are fewer, which cannot happen for parsed articles.
 */
export function anchorEvidence(text: string, quote: string, occurrence = 1): Anchor {
  let start = text.indexOf(quote);
  for (let seen = 1; seen < occurrence && start !== -1; seen++) start = text.indexOf(quote, start + 1);
  if (start === -1)
    throw new Error(`Quote occurs fewer than ${occurrence} times in the text: ${JSON.stringify(quote)}`);
  return { start, end: start + quote.length };
}

/** Counts the matches of `quote` in `text`, including overlapping ones, up to `limit`. */
export function countOccurrences(text: string, quote: string, limit: number): number {
  let count = 0;
  for (let start = text.indexOf(quote); start !== -1 && count < limit; start = text.indexOf(quote, start + 1)) count++;
  return count;
}
