import type { WordIndex } from './word-index.ts';

const maxAnchors = 8;
const maxOccurrences = 200;

/**
 * Returns the number of the word of the text at which words in this order would begin: the place on which most of the
 * rarest words agree, within `slack` words. Undefined if the text has none of the words. Looks at 1,600 occurrences at
 * most.
 */
export function findPlace({ occurrences }: WordIndex, words: readonly string[], slack: number): number | undefined {
  const places = new Map<string, number>();
  for (const [place, word] of words.entries()) if (occurrences.has(word) && !places.has(word)) places.set(word, place);
  const begins = [...places]
    .map(([word, place]) => ({ place, found: occurrences.get(word) ?? [] }))
    .sort((a, b) => a.found.length - b.found.length)
    .slice(0, maxAnchors)
    .flatMap(({ place, found }, anchor) => found.slice(0, maxOccurrences).map((at) => ({ begin: at - place, anchor })))
    .sort((a, b) => a.begin - b.begin);
  let best: { begin: number; votes: number } | undefined;
  const inWindow = new Map<number, number>();
  let low = 0;
  for (const { begin, anchor } of begins) {
    inWindow.set(anchor, (inWindow.get(anchor) ?? 0) + 1);
    for (let first = begins[low]; first && begin - first.begin > slack; first = begins[++low]) {
      const others = (inWindow.get(first.anchor) ?? 0) - 1;
      if (others > 0) inWindow.set(first.anchor, others);
      else inWindow.delete(first.anchor);
    }
    if (inWindow.size > (best?.votes ?? 0)) best = { begin: begins[low]?.begin ?? begin, votes: inWindow.size };
  }
  return best && Math.max(0, best.begin);
}
