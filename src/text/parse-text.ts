import { badUserInput } from '../graph/errors.ts';
import { candidateStems } from './stems.ts';
import { tokensOf } from './tokens.ts';

/** What a thing must hold and must not hold. `include` is empty where the text says only what to leave out. */
export interface TextQuery {
  include: Term[];
  exclude: Term[];
}

/**
 * One word, or a phrase. A thing holds it when it has, for each of `words`, one of its candidate stems, in whatever
 * field, and, with `phrase`, one field whose `foldedTokens` contain that.
 */
export interface Term {
  words: string[][];
  phrase?: string;
}

const maxCharacters = 1000;
const maxWords = 32;

/**
 * Reads `all words`, `"a phrase"`, `-not` and `-"not a phrase"`. A phrase that does not end goes to the end of the text;
 * a word that is several tokens, such as `Iranian-backed`, is a phrase of them. A term that is said twice counts once.
 *
 * @throws BAD_USER_INPUT for a text without a word, of more than 1,000 characters or 32 words, with NUL, or with half a
 * surrogate pair. Each character of a script without spaces between words is a word.
 */
export function parseText(text: string, argument: string): TextQuery {
  checkText(text, argument);
  const include = new Map<string, Term>();
  const exclude = new Map<string, Term>();
  let count = 0;
  for (const { hyphens, phrase, word } of terms(text)) {
    const tokens = tokensOf(phrase ?? word ?? '');
    if (tokens.length === 0) continue;
    count += tokens.length;
    if (count > maxWords) throw badUserInput(argument, `a text of at most ${maxWords} words`, text);
    const isPhrase = phrase !== undefined || tokens.length > 1;
    const joined = isPhrase ? ` ${tokens.join(' ')} ` : tokens.join('');
    const words = [...new Set(tokens)].map(candidateStems);
    (hyphens ? exclude : include).set(joined, isPhrase ? { words, phrase: joined } : { words });
  }
  if (count === 0) throw badUserInput(argument, 'a text with a word', text);
  return { include: [...include.values()], exclude: [...exclude.values()] };
}

function checkText(text: string, argument: string): void {
  if (text.length > maxCharacters && [...text].length > maxCharacters) {
    throw badUserInput(argument, `a text of at most ${maxCharacters.toLocaleString('en')} characters`, text);
  }
  if (text.includes('\0')) throw badUserInput(argument, 'a text without NUL', text);
  if (/\p{Surrogate}/u.test(text)) throw badUserInput(argument, 'a text without lone surrogates', text);
}

const term = /(?<hyphens>-*)(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<word>[^\s"“”„«»]+))/gu;

/** In Hebrew, a quotation mark between two letters belongs to the word. */
const gershayim = /(?<=\p{sc=Hebr})"(?=\p{sc=Hebr})/gu;

function terms(text: string): { hyphens?: string; phrase?: string; word?: string }[] {
  return [...text.replace(gershayim, '\u05F4').matchAll(term)].map(({ groups }) => groups ?? {});
}
