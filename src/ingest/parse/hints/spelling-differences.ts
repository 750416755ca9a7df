import type { Difference } from './differences.ts';

/** A piece of the text and the piece of the quote in its place. Both fold to the same. */
export type Piece = readonly [text: string, quote: string];

/**
 * Returns the differences between a text and a quote that fold to the same, given as pieces in order. If letters
 * differ, a difference has whole words; other characters are separate differences.
 */
export function spellingDifferences(pieces: readonly Piece[]): Difference[] {
  const differences: Difference[] = [];
  for (let at = 0; at < pieces.length; at++) {
    if (isSame(pieces[at])) continue;
    let [from, to] = [at, at + 1];
    if (isRespelled(pieces[at])) {
      while (from > 0 && isInWord(pieces[from - 1])) from--;
      while (to < pieces.length && isInWord(pieces[to])) to++;
    } else if (isExpanded(pieces[at])) {
      while (to < pieces.length && !isSame(pieces[to]) && (isExpanded(pieces[to]) || isExpanded(pieces[to - 1]))) to++;
    }
    const run = pieces.slice(from, to);
    differences.push({ text: run.map(([text]) => text).join(''), quote: run.map(([, quote]) => quote).join('') });
    at = to - 1;
  }
  return differences;
}

function isSame(piece: Piece | undefined): boolean {
  return piece?.[0] === piece?.[1];
}

/** Returns whether letters differ in more than their encoding. */
function isRespelled([text, quote]: Piece = ['', '']): boolean {
  return /\p{L}/u.test(text) && /\p{L}/u.test(quote) && text.normalize('NFC') !== quote.normalize('NFC');
}

function isInWord(piece: Piece | undefined): boolean {
  return /^[\p{L}\p{N}]/u.test(piece?.[0] ?? '') && /^[\p{L}\p{N}]/u.test(piece?.[1] ?? '');
}

/** Returns whether one character replaces several, such as an ellipsis for three full stops. */
function isExpanded([text, quote]: Piece = ['', '']): boolean {
  return text === '' || quote === '';
}
