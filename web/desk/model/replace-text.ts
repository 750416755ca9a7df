import type { ArticleJson, Quote } from './article-json.ts';
import { mapEvidence, quoteAt, spanOf, trimSpan } from './evidence.ts';

/**
 * The article with another text. Evidence follows its words: what stands before or after the change moves with them, and
 * what stands across it keeps the words that are left. Evidence whose words are gone is kept as it was, for the check to
 * refuse, unless its words now stand elsewhere.
 */
export function replaceText(article: ArticleJson, text: string): ArticleJson {
  const before = article.text;
  if (before === text) return article;
  const lines = withoutReturns(before);
  const change = changeBetween(lines.text, text);
  const follow = (quote: Quote): Quote => {
    const span = spanOf(before, quote);
    if (!span) return quote;
    const start = change.move(lines.move(span.start), 'start');
    const end = change.move(lines.move(span.end), 'end');
    const kept = start < end ? trimSpan(text, { start, end }) : null;
    return kept ? quoteAt(text, kept) : (nearest(text, quote.quote, start) ?? { quote: quote.quote });
  };
  return { ...mapEvidence(article, follow), text };
}

/** The words where they stand nearest to an offset; null if the text has them no more. */
function nearest(text: string, words: string, offset: number): Quote | null {
  const after = text.indexOf(words, offset);
  const before = text.lastIndexOf(words, offset);
  const isBefore = before >= 0 && (after < 0 || offset - before <= after - offset);
  const start = isBefore ? before : after;
  return start < 0 ? null : quoteAt(text, { start, end: start + words.length });
}

/** A text as a text area holds it: with line feeds only; and where its offsets are then. */
function withoutReturns(text: string): { text: string; move(offset: number): number } {
  if (!text.includes('\r')) return { text, move: (offset) => offset };
  const clean = (part: string) => part.replace(/\r\n?/g, '\n');
  return { text: clean(text), move: (offset) => clean(text.slice(0, offset)).length };
}

/**
 * The one stretch of whole words in which two texts differ, as the function that leads from offsets of the first to the
 * second.
 */
function changeBetween(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  const isInWord = (text: string, at: number) => isLetter(text[at - 1]) && isLetter(text[at]);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  while (isInWord(before, head) || isInWord(after, head)) head--;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  while (isInWord(before, before.length - tail) || isInWord(after, after.length - tail)) tail--;
  const end = before.length - tail;
  return {
    move(offset: number, edge: 'start' | 'end'): number {
      if (edge === 'end' && offset <= head) return offset;
      if (offset >= end) return offset + after.length - before.length;
      if (offset <= head) return offset;
      // Within what changed: a quote that begins here begins after it, and one that ends here ends before it, unless the
      // change is all that it has.
      return edge === 'start' ? after.length - tail : head;
    },
  };
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}\p{M}\p{Surrogate}]/u.test(character);
}
