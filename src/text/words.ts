import { stemOf } from './stems.ts';
import { tokensOf } from './tokens.ts';

/** A text of a thing: `mark` says which, as `t` its title; without `language`, a BCP 47 tag, it is English. */
export interface Field {
  mark: string;
  text: string;
  language?: string;
}

/** What fields are found by. */
export interface IndexedText {
  /**
   * `mark:stem` of every token, distinct, sorted by code units. No word is left out for being frequent: phrases need
   * them all.
   */
  words: string[];
  /** `foldedTokens` of each field. */
  folded: string[];
}

/** Reads each text once. */
export function indexText(fields: readonly Field[]): IndexedText {
  const words = new Set<string>();
  const folded = fields.map(({ mark, text, language }) => {
    const tokens = tokensOf(text);
    for (const token of new Set(tokens)) words.add(`${mark}:${stemOf(token, language)}`);
    return joinTokens(tokens);
  });
  return { words: [...words].sort(), folded };
}

/** The folded tokens of a text, unstemmed, with a space before and after each: what a phrase is looked for in. */
export function foldedTokens(text: string): string {
  return joinTokens(tokensOf(text));
}

function joinTokens(tokens: readonly string[]): string {
  return tokens.length === 0 ? ' ' : ` ${tokens.join(' ')} `;
}
