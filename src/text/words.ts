import { stemOf } from './stems.ts';
import { tokensOf } from './tokens.ts';

/**
 * A text of a node. `mark` identifies the field, such as `t` for the title; `language` is a BCP 47 tag, English by
 * default.
 */
export interface Field {
  mark: string;
  text: string;
  language?: string;
}

/** The search terms of a node's texts. */
export interface IndexedText {
  /**
   * `mark:stem` of every token, distinct, sorted by code units. There are no stop words, since phrases need all words.
   */
  words: string[];
  /** `foldedTokens` of each field. */
  folded: string[];
}

/** Computes the search terms of a node, in one pass over each text. */
export function indexText(fields: readonly Field[]): IndexedText {
  const words = new Set<string>();
  const folded = fields.map(({ mark, text, language }) => {
    const tokens = tokensOf(text);
    for (const token of new Set(tokens)) words.add(`${mark}:${stemOf(token, language)}`);
    return joinTokens(tokens);
  });
  return { words: [...words].sort(), folded };
}

/** Returns the folded, unstemmed tokens of a text with a space before and after each, in which phrases are searched. */
export function foldedTokens(text: string): string {
  return joinTokens(tokensOf(text));
}

function joinTokens(tokens: readonly string[]): string {
  return tokens.length === 0 ? ' ' : ` ${tokens.join(' ')} `;
}
