import { alignWords, type WordPair } from './align-words.ts';
import type { Difference } from './differences.ts';
import { findPlace } from './find-place.ts';
import { endOfUnit, type FoldedSpelling, foldSpelling } from './fold-spelling.ts';
import { type Piece, spellingDifferences } from './spelling-differences.ts';
import { endOfWord, startOfWord, type WordText, wordDifferences } from './word-differences.ts';
import { createNearestWord, indexWords } from './word-index.ts';

/** The words of a text that are nearest to a quote, and the differences between them, in order. */
export interface NearWords {
  start: number;
  end: number;
  differences: Difference[];
  /** Whether they differ only in spelling: case, accents, quotes, dashes, white space. */
  isSpelling: boolean;
  /** Whether the whole quote was compared. */
  isWhole: boolean;
}

/**
 * The maximum length of a text that is indexed. Longer ones are searched only for other spellings, because their index
 * would take too much memory.
 */
const maxIndexed = 2_000_000;
/** The maximum numbers of words of a quote that are looked up, and that are compared. */
const maxLookedUp = 400;
const maxCompared = 100;
/** The number of words of the text next to the compared ones that may belong to them. */
const slack = 20;
/** The approximate number of characters that all searches of a text may look at, which takes a second. */
const maxWork = 200_000_000;

/**
 * Creates a search for the words of `text` that a quote is meant to repeat. The text is folded and indexed once, at the
 * first search. A search looks for the folded quote, then for the place of its rarest words, and compares a bounded
 * number of words around it. Returns `none` if nothing in the text is near; undefined if the text was not searched,
 * because it is too large or all searches together have used up `work`.
 */
export function createNearWordsSearch(text: string, work = maxWork): (quote: string) => NearWords | 'none' | undefined {
  let left = work;
  let folding: FoldedSpelling | undefined;
  let indexed: WordText | undefined;
  let nearestWord: ((word: string) => string | undefined) | undefined;

  return (quote) => {
    if (left <= 0) return undefined;
    folding ??= foldSpelling(text);
    const foldedQuote = foldSpelling(quote);
    // V8 moves at most 250 characters at a time, and may compare as many as the quote has at each.
    left -= folding.folded.length * (1 + quote.length / 250) + quote.length + 50_000;
    const near = findSpelling(folding, foldedQuote, quote);
    if (near || text.length > maxIndexed) return near;
    return findWords(folding, foldedQuote, quote) ?? 'none';
  };

  function findSpelling(
    within: FoldedSpelling,
    { folded, starts }: FoldedSpelling,
    quote: string,
  ): NearWords | undefined {
    const trimmed = folded.trim();
    const at = /[\p{L}\p{N}]/u.test(trimmed) ? within.folded.indexOf(trimmed) : -1;
    if (at === -1) return undefined;
    const lead = folded.indexOf(trimmed);
    const last = trimmed.length - 1;
    const end = endOfUnit(text, within, at + last);
    const pieces = Array.from({ length: trimmed.length }, (_, unit): Piece => {
      const textEnd = unit === last ? end : within.starts[at + unit + 1];
      return [text.slice(within.starts[at + unit], textEnd), quote.slice(starts[lead + unit], starts[lead + unit + 1])];
    });
    const differences = spellingDifferences([['', quote.slice(0, starts[lead])], ...pieces]);
    return { start: within.starts[at] ?? 0, end, differences, isSpelling: true, isWhole: true };
  }

  function findWords(within: FoldedSpelling, foldedQuote: FoldedSpelling, written: string): NearWords | undefined {
    indexed ??= { text, folding: within, index: indexWords(within) };
    const ofText = indexed;
    const quote = { text: written, folding: foldedQuote, index: indexWords(foldedQuote) };
    const inText = ofText.index.words;
    const words = correct(quote.index.words);
    const place = findPlace(ofText.index, words.slice(0, maxLookedUp), slack);
    if (place === undefined) return undefined;
    const first = firstToCompare(words, place);
    const compared = words.slice(first, first + maxCompared);
    const from = Math.max(0, place + first - (first === 0 ? slack : 0));
    const pairs = alignWords(inText.slice(from, place + first + compared.length + slack), compared).map((pair) => ({
      text: pair.text === -1 ? -1 : pair.text + from,
      quote: pair.quote === -1 ? -1 : pair.quote + first,
    }));
    const isEqual = (pair: WordPair) =>
      pair.text !== -1 && pair.quote !== -1 && inText[pair.text] === words[pair.quote];
    const equal = pairs.filter(isEqual).length;
    if (equal === 0 || equal * 5 < compared.length * 2) return undefined;
    const numbers = pairs.flatMap((pair) => (pair.text === -1 ? [] : pair.text));
    const [start, end] = [startOfWord(ofText, numbers[0] ?? 0), endOfWord(ofText, numbers.at(-1) ?? 0)];
    const isWhole = first + compared.length >= words.length;
    const lead = first === 0 ? written.slice(0, startOfWord(quote, 0)) : '';
    const tail = isWhole ? written.slice(endOfWord(quote, words.length - 1)) : '';
    const differences = [
      ...edge(text.slice(Math.max(0, start - lead.length), start), lead),
      ...wordDifferences(pairs, isEqual, ofText, quote),
      ...edge(text.slice(end, end + tail.length), tail),
    ];
    return differences.length === 0 ? undefined : { start, end, differences, isSpelling: false, isWhole };

    /**
     * Returns the number of the first word to compare: of the words that are equal from the beginning, only the last
     * few are compared.
     */
    function firstToCompare(wanted: readonly string[], begin: number): number {
      let equal = 0;
      while (equal < wanted.length && inText[begin + equal] === wanted[equal]) equal++;
      return Math.max(0, Math.min(equal, wanted.length - maxCompared / 2) - 5);
    }
  }

  /**
   * Returns the words with the first ones replaced by similar words of the text, because they may be misspelled;
   * unchanged if the text has any of them.
   */
  function correct(words: readonly string[]): readonly string[] {
    const { index } = indexed as WordText;
    if (words.slice(0, maxLookedUp).some((word) => index.occurrences.has(word))) return words;
    nearestWord ??= createNearestWord(index);
    return words.map((word, number) => {
      if (number > 2 || !nearestWord) return word;
      left -= 4 * index.occurrences.size;
      return nearestWord(word) ?? word;
    });
  }
}

/**
 * Returns the difference before or after the words of a quote; none if there is none. Of the text, only punctuation
 * counts as belonging to the words.
 */
function edge(around: string, written: string): Difference[] {
  if (written === '' || around === written) return [];
  return [{ text: /^[\p{P}\p{S}]+$/u.test(around) ? around : '', quote: written }];
}
