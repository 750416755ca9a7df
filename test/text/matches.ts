import type { Term, TextQuery } from '../../src/text/parse-text.ts';
import { stemOf } from '../../src/text/stems.ts';
import { tokensOf } from '../../src/text/tokens.ts';
import { type Field, foldedTokens } from '../../src/text/words.ts';

/** Whether a node with these fields matches, computed from the texts instead of `indexText`. */
export function matchesText(fields: readonly Field[], { include, exclude }: TextQuery): boolean {
  const stems = new Set(fields.flatMap(({ text, language }) => tokensOf(text).map((token) => stemOf(token, language))));
  const holds = ({ words, phrase }: Term) =>
    words.every((candidates) => candidates.some((stem) => stems.has(stem))) &&
    (phrase === undefined || fields.some(({ text }) => foldedTokens(text).includes(phrase)));
  return include.every(holds) && !exclude.some(holds);
}
