import { impactLevel } from './impact.ts';
import { stemOf } from './stems.ts';
import { tokensOf } from './tokens.ts';

/**
 * A text of a node. `mark` identifies the field, such as `n` for the name; `usualLength` is that of its texts, in words;
 * `language` is a BCP 47 tag, English by default.
 */
export interface Field {
  mark: string;
  usualLength: number;
  text: string;
  language?: string;
}

/** The search terms of a node's texts. */
export interface IndexedText {
  /**
   * The index word of each mark and stem, sorted by code units: `n4:stem`, with the highest level of the stem in the texts
   * of the mark. There are no stop words, since phrases need all words.
   */
  words: string[];
  /** `foldedTokens` of each field. */
  folded: string[];
}

/** Computes the search terms of a node, in one pass over each text. */
export function indexText(fields: readonly Field[]): IndexedText {
  const levels = new Map<string, Map<string, number>>();
  const folded = fields.map(({ mark, usualLength, text, language }) => {
    const tokens = tokensOf(text);
    const known = levels.get(mark) ?? new Map<string, number>();
    levels.set(mark, known);
    for (const [stem, count] of countStems(tokens, language)) {
      const level = impactLevel(count, tokens.length, usualLength);
      if (level > (known.get(stem) ?? 0)) known.set(stem, level);
    }
    return joinTokens(tokens);
  });
  const words = [...levels].flatMap(([mark, known]) => [...known].map(([stem, level]) => `${mark}${level}:${stem}`));
  return { words: words.sort(), folded };
}

function countStems(tokens: readonly string[], language: string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    const stem = stemOf(token, language);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Returns the folded, unstemmed tokens of a text with a space before and after each, in which phrases are searched. */
export function foldedTokens(text: string): string {
  return joinTokens(tokensOf(text));
}

function joinTokens(tokens: readonly string[]): string {
  return tokens.length === 0 ? ' ' : ` ${tokens.join(' ')} `;
}
