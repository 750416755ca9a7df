import { consonantsOf } from './consonants.ts';
import { typingErrors } from './edit-distance.ts';
import { minConsonants, nameForms, withoutJoinedArticle } from './name-keys.ts';
import { alphabetOf } from './spelling-variants.ts';

/** A name, or its beginning, as it was typed. */
export interface TypedName {
  /** Its words, as `nameForms` returns them; empty if there are none. */
  words: string[];
  /** Those of `words` that are looked up. */
  sought: string[];
  /** All words as one, with and without a leading article. */
  variants: TypedWord[];
}

/** Letters without spaces, as they are compared. */
export interface TypedWord {
  letters: string;
  consonants: string;
  /** The number of typing errors that are forgiven. */
  forgiven: number;
  alphabet: readonly string[];
}

/** How well a name fits. If the whole name sounds alike, or is typed with errors, `wholeBonus` is added. */
const fit = {
  whole: 1,
  start: 0.9,
  wordStart: 0.8,
  words: 0.7,
  sound: 0.6,
  oneError: 0.5,
  twoErrors: 0.4,
  wordsWithErrors: 0.3,
} as const;

const wholeBonus = 0.05;
/** How much worse an alias fits than a name. */
export const aliasMalus = 0.02;

/** In fewer letters, errors are only forgiven if the word is complete. */
const minUnfinished = 5;

export function parseTypedName(text: string): TypedName {
  const { words, sought, wholes } = nameForms(text);
  const bare = wholes.flatMap((whole) => withoutJoinedArticle(whole) ?? []);
  const variants = [...new Set([...wholes, ...bare])].filter((variant) => variant !== '');
  return { words, sought, variants: variants.map(typedWord) };
}

/** Returns a name of one word, given as `lettersOf` returns it. */
export function ofWord(letters: string): TypedName {
  return { words: [letters], sought: [letters], variants: [typedWord(letters)] };
}

/** In longer words, more errors are forgiven; in short ones, none. */
export function typedWord(letters: string): TypedWord {
  const { length } = letters;
  const forgiven = length < 4 ? 0 : length < 8 ? 1 : 2;
  return { letters, consonants: consonantsOf(letters), forgiven, alphabet: alphabetOf(letters) };
}

/** Returns how well a name fits what was typed, from 0, if it does not, to 1. */
export function fitOf({ words, variants }: TypedName, name: string): number {
  const { wholes, words: named, rests } = nameForms(name);
  const isAny = (found: (variant: TypedWord) => boolean) => variants.some(found);
  if (isAny(({ letters }) => wholes.includes(letters))) return fit.whole;
  if (isAny(({ letters }) => wholes.some((whole) => whole.startsWith(letters)))) return fit.start;
  if (isAny(({ letters }) => rests.some((rest) => rest.startsWith(letters)))) return fit.wordStart;
  const isTyped = (word: string, other: string) => other.startsWith(word);
  if (words.length > 1 && isEachAmong(words, named, isTyped)) return fit.words;
  const bonus = () => (isAny((variant) => wholes.some((whole) => isNearWord(variant, whole))) ? wholeBonus : 0);
  if (isAny((variant) => isSound(variant, named, rests))) return fit.sound + bonus();
  const errors = Math.min(
    ...variants.flatMap((variant) => [
      ...rests.map((rest) => errorsOf(variant, rest, named.includes(rest))),
      ...named.map((word) => (rests.includes(word) ? Number.POSITIVE_INFINITY : errorsOf(variant, word, true))),
    ]),
  );
  if (errors <= 1) return fit.oneError + bonus();
  if (errors <= 2) return fit.twoErrors + bonus();
  if (words.length === 1) return 0;
  const isNear = (word: string, other: string) => isTyped(word, other) || isNearWord(typedWord(word), other);
  return isEachAmong(words, named, isNear) ? fit.wordsWithErrors : 0;
}

/** Whether a word is another one with forgiven errors, or sounds the same. */
export function isNearWord(word: TypedWord, other: string): boolean {
  const { letters, consonants, forgiven } = word;
  if (forgiven > 0 && typingErrors(letters, other, forgiven + 1, true) <= forgiven) return true;
  return consonants.length >= minConsonants && isAlike(word, other) && consonants === consonantsOf(other);
}

/** Whether each word fits a different one of a name. */
function isEachAmong(
  words: readonly string[],
  named: readonly string[],
  fits: (word: string, other: string) => boolean,
): boolean {
  const left = [...named];
  return words.every((word) => {
    const at = left.findIndex((other) => fits(word, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Returns the forgiven errors; infinity if there are more. */
function errorsOf({ letters, forgiven }: TypedWord, text: string, isWord: boolean): number {
  const isWhole = letters.length < minUnfinished;
  if (forgiven === 0 || (isWhole && !isWord)) return Number.POSITIVE_INFINITY;
  const errors = typingErrors(letters, text, forgiven + 1, isWhole);
  return errors > forgiven ? Number.POSITIVE_INFINITY : errors;
}

/**
 * Whether a text has the consonants of a name from one of its words on. A few consonants must be those of a whole word.
 * In one script, half of the letters must be the same too.
 */
function isSound(typed: TypedWord, named: readonly string[], rests: readonly string[]): boolean {
  const { consonants } = typed;
  if (consonants.length < minConsonants) return false;
  if (named.some((word) => isAlike(typed, word) && consonantsOf(word) === consonants)) return true;
  if (consonants.length === minConsonants) return false;
  return rests.some((rest) => isAlike(typed, rest) && consonantsOf(rest).startsWith(consonants));
}

function isAlike({ letters, alphabet }: TypedWord, text: string): boolean {
  if (alphabet !== alphabetOf(text)) return true;
  const half = letters.length >> 1;
  return typingErrors(letters, text, half + 1, false) <= half;
}
