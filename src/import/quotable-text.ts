import type { EvidenceInput } from '../entities/article/article.ts';
import { countOccurrences } from '../ingest/parse/anchor-evidence.ts';

/** Returns the words of a text from `start` to `end` as evidence; none if they are too long to be quoted, or blank. */
export function evidenceAt(text: string, start: number, end: number): EvidenceInput[] {
  const quote = text.slice(start, end);
  if (quote.length > 10_000 || !/[^\s\p{Cc}\p{Cf}]/u.test(quote)) return [];
  const before = countOccurrences(text.slice(0, end - 1), quote, Number.POSITIVE_INFINITY);
  const isOnly = before === 0 && text.indexOf(quote, start + 1) === -1;
  if (isOnly) return [{ quote }];
  return before < 10_000 ? [{ quote, occurrence: before + 1 }] : [];
}

/** A part of a text that is being written. It can be quoted when the text is finished. */
export interface Span {
  start: number;
  end: number;
}

export interface TextWriter {
  /** Appends words and returns their position. */
  write(words: string): Span;
  /** Returns the text so far, and a function that makes evidence from spans of it. */
  finish(): { text: string; evidence: (...spans: Span[]) => EvidenceInput[] };
}

/** Creates a writer of a text whose parts are quoted as evidence. */
export function createTextWriter(): TextWriter {
  let text = '';
  return {
    write(words) {
      const start = text.length;
      text += words;
      return { start, end: text.length };
    },
    finish() {
      const whole = text;
      return { text: whole, evidence: (...spans) => spans.flatMap(({ start, end }) => evidenceAt(whole, start, end)) };
    },
  };
}
