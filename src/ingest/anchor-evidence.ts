/** Where a quote stands: `text.slice(start, end) === quote`, in UTF-16 code units. */
export interface Anchor {
  start: number;
  end: number;
}

/**
 * Finds the `occurrence`th place (from 1) where `quote` stands in `text`, to the letter. Occurrences may overlap: `aa`
 * stands twice in `aaa`. Throws when it does not stand there so often; what the parser let through does.
 */
export function anchorEvidence(text: string, quote: string, occurrence = 1): Anchor {
  let start = text.indexOf(quote);
  for (let seen = 1; seen < occurrence && start !== -1; seen++) start = text.indexOf(quote, start + 1);
  if (start === -1) throw new Error(`Quote stands less than ${occurrence} times in the text: ${JSON.stringify(quote)}`);
  return { start, end: start + quote.length };
}

/** How often `quote` stands in `text`, overlapping ones counted, and no further than `limit`. */
export function countOccurrences(text: string, quote: string, limit: number): number {
  let count = 0;
  for (let start = text.indexOf(quote); start !== -1 && count < limit; start = text.indexOf(quote, start + 1)) count++;
  return count;
}
