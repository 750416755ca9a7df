import type { WordPair } from './align-words.ts';
import type { Difference } from './differences.ts';
import { endOfUnit, type FoldedSpelling } from './fold-spelling.ts';
import type { WordIndex } from './word-index.ts';

/** A text, its folded form, and the words of the folded form. */
export interface WordText {
  text: string;
  folding: FoldedSpelling;
  index: WordIndex;
}

/** Returns the offset in the text at which a word begins. */
export function startOfWord({ folding, index }: WordText, word: number): number {
  return folding.starts[index.offsets[word] ?? 0] ?? 0;
}

/** Returns the offset in the text at which a word ends. */
export function endOfWord({ text, folding, index: { words, offsets } }: WordText, word: number): number {
  return endOfUnit(text, folding, (offsets[word] ?? 0) + (words[word]?.length ?? 1) - 1);
}

/**
 * Returns the differences of aligned words, in order: words that are replaced, added, left out or spelled differently,
 * and differences between two words.
 */
export function wordDifferences(
  pairs: readonly WordPair[],
  isEqual: (pair: WordPair) => boolean,
  text: WordText,
  quote: WordText,
): Difference[] {
  const differences: Difference[] = [];
  let run: WordPair[] = [];
  let last: WordPair | undefined;
  for (const pair of pairs) {
    if (!isEqual(pair)) {
      run.push(pair);
      last = undefined;
      continue;
    }
    flush();
    if (last) {
      add(
        text.text.slice(endOfWord(text, last.text), startOfWord(text, pair.text)),
        quote.text.slice(endOfWord(quote, last.quote), startOfWord(quote, pair.quote)),
      );
    }
    add(sliceOf(text, [pair.text]), sliceOf(quote, [pair.quote]));
    last = pair;
  }
  flush();
  return differences;

  function flush(): void {
    if (run.length > 0) add(sliceOf(text, numbers('text')), sliceOf(quote, numbers('quote')));
    run = [];
  }

  function numbers(side: keyof WordPair): number[] {
    return run.map((pair) => pair[side]).filter((word) => word !== -1);
  }

  function add(inText: string, inQuote: string): void {
    if (inText !== inQuote) differences.push({ text: inText, quote: inQuote });
  }
}

/** Returns the text from the first to the last of the words; empty if there are none. */
function sliceOf(of: WordText, words: readonly number[]): string {
  const [first] = words;
  return first === undefined ? '' : of.text.slice(startOfWord(of, first), endOfWord(of, words.at(-1) ?? first));
}
