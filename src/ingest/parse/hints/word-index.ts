import { editDistance } from '../by-edit-distance.ts';
import type { FoldedSpelling } from './fold-spelling.ts';

/** The words of a folded text, numbered from 0. */
export interface WordIndex {
  words: string[];
  /** The offset in the folded text at which each word begins. */
  offsets: number[];
  /** The numbers of each word's occurrences, ascending. */
  occurrences: Map<string, number[]>;
}

export function indexWords({ folded }: Pick<FoldedSpelling, 'folded'>): WordIndex {
  const words: string[] = [];
  const offsets: number[] = [];
  const occurrences = new Map<string, number[]>();
  for (const { 0: word, index } of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    const number = words.push(word) - 1;
    offsets.push(index);
    const found = occurrences.get(word);
    if (found) found.push(number);
    else occurrences.set(word, [number]);
  }
  return { words, offsets, occurrences };
}

/**
 * Creates a function that returns the word of the index with the smallest edit distance, which is at most 2 and less
 * than a third of the letters; undefined if there is none.
 */
export function createNearestWord({ occurrences }: WordIndex): (word: string) => string | undefined {
  const vocabulary = [...occurrences.keys()].filter((word) => word.length <= maxLength);
  const letters = Uint32Array.from(vocabulary, lettersOf);
  return (word) => {
    if (word.length < 3 || word.length > maxLength) return undefined;
    const wanted = lettersOf(word);
    let best = Math.min(2, Math.floor((word.length - 1) / 3)) + 1;
    let nearest: string | undefined;
    for (const [index, candidate] of vocabulary.entries()) {
      if (Math.abs(candidate.length - word.length) >= best) continue;
      // A replaced letter changes two bits at most.
      if (bitsOf((letters[index] ?? 0) ^ wanted) > 2 * (best - 1)) continue;
      const distance = editDistance(word, candidate, best);
      if (distance >= best) continue;
      best = distance;
      nearest = candidate;
    }
    return nearest;
  };
}

const maxLength = 30;

/** Returns a number with one bit for each letter that occurs in a word. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters >>> 0;
}

function bitsOf(number: number): number {
  let bits = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
