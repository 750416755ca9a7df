import type { Term, TextQuery } from '../../src/text/parse-text.ts';
import { stemOf } from '../../src/text/stems.ts';
import { tokensOf } from '../../src/text/tokens.ts';
import { type Field, foldedTokens } from '../../src/text/words.ts';

/** Whether a node with these fields matches, computed from the texts instead of `indexText`. */
export function matchesText(fields: readonly Field[], { include, exclude }: TextQuery): boolean {
  const stems = new Set(fields.flatMap(({ text, language }) => tokensOf(text).map((token) => stemOf(token, language))));
  const hasAll = (words: readonly (readonly string[])[]) =>
    words.every((candidates) => candidates.some((stem) => stems.has(stem)));
  const hasPhrase = (phrase: string) => fields.some(({ text }) => foldedTokens(text).includes(phrase));
  const holds = ({ words, phrase, instead }: Term) =>
    (hasAll(words) && (phrase === undefined || hasPhrase(phrase))) ||
    instead?.stems.some((stem) => stems.has(stem)) ||
    instead?.phrases.some((each) => hasAll(each.words) && hasPhrase(each.beginning));
  return include.every(holds) && !exclude.some(holds);
}
