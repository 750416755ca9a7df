import type { EvidenceInput } from '../article/article.ts';
import { countOccurrences } from '../ingest/anchor-evidence.ts';

/** The evidence for the words from `start` to `end` of a text; none where they are too long to be quoted, or blank. */
export function evidenceAt(text: string, start: number, end: number): EvidenceInput[] {
  const quote = text.slice(start, end);
  if (quote.length > 10_000 || !/[^\s\p{Cc}\p{Cf}]/u.test(quote)) return [];
  const before = countOccurrences(text.slice(0, end - 1), quote, Number.POSITIVE_INFINITY);
  const isOnly = before === 0 && text.indexOf(quote, start + 1) === -1;
  if (isOnly) return [{ quote }];
  return before < 10_000 ? [{ quote, occurrence: before + 1 }] : [];
}

/** Words of a text that is being written, to be quoted once it is whole. */
export interface Span {
  start: number;
  end: number;
}

export interface TextWriter {
  /** Adds words, and says where they stand. */
  write(words: string): Span;
  /** The text so far, and what tells the evidence for spans of it. */
  finish(): { text: string; evidence: (...spans: Span[]) => EvidenceInput[] };
}

/** Writes a text of which parts are quoted as evidence. */
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
