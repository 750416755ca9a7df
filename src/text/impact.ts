/*
 * What a word counts in a text by BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, section 3.3):
 * more if it is there often, less if the text is long. How rare the word is, the other factor of BM25, depends on all
 * texts, and is only known when somebody searches.
 */

/** How fast further occurrences count less, and how much long texts count less; the usual values. */
const saturation = 1.2;
const lengthShare = 0.75;

/** The impacts of the levels, in tenths. The index holds a level for each word, since it holds no numbers. */
export const impactsByLevel: Readonly<Record<string, number>> = { 1: 3, 2: 7, 3: 10, 4: 15 };

/** The lowest impacts of the levels from the second on. */
const steps = [0.45, 0.85, 1.25];

/**
 * Returns the level of a word that is in a text `count` times, 1 to 4. `length` and `usualLength` are in words. BM25
 * compares with the average length of all texts; a constant instead keeps the index words of a node independent of others.
 */
export function impactLevel(count: number, length: number, usualLength: number): number {
  const relative = 1 - lengthShare + (lengthShare * length) / usualLength;
  const impact = (count * (saturation + 1)) / (count + saturation * relative);
  return 1 + steps.filter((step) => impact >= step).length;
}
