import type { Term, TextQuery } from './parse-text.ts';
import { stemOf } from './stems.ts';
import { tokensOf } from './tokens.ts';
import { type Field, foldedTokens } from './words.ts';

/** Whether a thing of these fields is found: what the store answers from `indexText`. */
export function matchesText(fields: readonly Field[], { include, exclude }: TextQuery): boolean {
  const stems = new Set(fields.flatMap(({ text, language }) => tokensOf(text).map((token) => stemOf(token, language))));
  const holds = ({ words, phrase }: Term) =>
    words.every((candidates) => candidates.some((stem) => stems.has(stem))) &&
    (phrase === undefined || fields.some(({ text }) => foldedTokens(text).includes(phrase)));
  return include.every(holds) && !exclude.some(holds);
}
