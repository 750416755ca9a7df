import type { Expansion } from './expand-words.ts';
import { candidateStems } from './stems.ts';
import { tokensOf } from './tokens.ts';

/** The terms that a node must and must not contain. `include` is empty if the text only excludes terms. */
export interface TextQuery {
  include: Term[];
  exclude: Term[];
}

/**
 * A word or a phrase. A node contains it if, for each of `words`, any of its fields has one of the candidate stems,
 * and, with `phrase`, the `foldedTokens` of one field contain the phrase.
 */
export interface Term {
  words: string[][];
  phrase?: string;
  /** What a node may contain instead of the one word of the term. */
  instead?: Expansion;
}

/** A text that is not a valid query. */
export class InvalidText extends Error {
  /** Completes "must be", such as `a text with a word`. */
  readonly expected: string;

  constructor(expected: string) {
    super(`Must be ${expected}`);
    this.name = 'InvalidText';
    this.expected = expected;
  }
}

const maxCharacters = 1000;
const maxWords = 32;

/**
 * Parses `all words`, `"a phrase"`, `-not` and `-"not a phrase"`. A phrase without a closing quote extends to the end
 * of the text. A word of several tokens, such as `Iranian-backed`, is a phrase of them. Duplicate terms count once.
 * Included words that are no phrase are expanded by `expansions`.
 *
 * @throws InvalidText for a text without a word, with more than 1,000 characters or 32 words, with NUL, or with a lone
 * surrogate. In scripts without spaces between words, each character is a word.
 */
export function parseText(text: string, expansions?: ReadonlyMap<string, Expansion>): TextQuery {
  checkText(text);
  const include = new Map<string, Term>();
  const exclude = new Map<string, Term>();
  let count = 0;
  for (const { hyphens, phrase, word } of terms(text)) {
    const tokens = tokensOf(phrase ?? word ?? '');
    if (tokens.length === 0) continue;
    count += tokens.length;
    if (count > maxWords) throw new InvalidText(`a text of at most ${maxWords} words`);
    const isPhrase = phrase !== undefined || tokens.length > 1;
    const joined = isPhrase ? ` ${tokens.join(' ')} ` : tokens.join('');
    const words = [...new Set(tokens)].map(candidateStems);
    const instead = isPhrase || hyphens ? undefined : expansions?.get(joined);
    (hyphens ? exclude : include).set(
      joined,
      isPhrase ? { words, phrase: joined } : { words, ...(instead && { instead }) },
    );
  }
  if (count === 0) throw new InvalidText('a text with a word');
  return { include: [...include.values()], exclude: [...exclude.values()] };
}

/** Returns the folded words that a text includes and that are not in phrases, each once, in order. */
export function plainWords(text: string): string[] {
  const words = terms(text).flatMap(({ hyphens, word }) => (hyphens || word === undefined ? [] : [tokensOf(word)]));
  return [...new Set(words.flatMap((tokens) => (tokens.length === 1 ? tokens : [])))];
}

/** @throws InvalidText for more than 1,000 characters, NUL, or a lone surrogate. */
export function checkText(text: string): void {
  if (text.length > maxCharacters && [...text].length > maxCharacters) {
    throw new InvalidText(`a text of at most ${maxCharacters.toLocaleString('en')} characters`);
  }
  if (text.includes('\0')) throw new InvalidText('a text without NUL');
  if (/\p{Surrogate}/u.test(text)) throw new InvalidText('a text without lone surrogates');
}

const term = /(?<hyphens>-*)(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<word>[^\s"“”„«»]+))/gu;

/** In Hebrew, a quotation mark between two letters belongs to the word. */
const gershayim = /(?<=\p{sc=Hebr})"(?=\p{sc=Hebr})/gu;

function terms(text: string): { hyphens?: string; phrase?: string; word?: string }[] {
  return [...text.replace(gershayim, '\u05F4').matchAll(term)].map(({ groups }) => groups ?? {});
}
