import { stemOf } from './stems.ts';
import { tokensOf } from './tokens.ts';

/** A text of a thing: `mark` says which, as `t` its title; without `language`, a BCP 47 tag, it is English. */
export interface Field {
  mark: string;
  text: string;
  language?: string;
}

/**
 * The words by which a thing is found: `mark:stem` of every token of its fields, distinct, sorted by code units. No word
 * is left out for being frequent: phrases need them all.
 */
export function wordsOf(fields: readonly Field[]): string[] {
  const words = new Set<string>();
  for (const { mark, text, language } of fields) {
    for (const token of new Set(tokensOf(text))) words.add(`${mark}:${stemOf(token, language)}`);
  }
  return [...words].sort();
}

/** The folded tokens of a text, unstemmed, with a space before and after each: what a phrase is looked for in. */
export function foldedTokens(text: string): string {
  const tokens = tokensOf(text);
  return tokens.length === 0 ? ' ' : ` ${tokens.join(' ')} `;
}
