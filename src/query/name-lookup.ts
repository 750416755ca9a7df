import { BSONRegExp, type Document } from 'mongodb';
import { consonantSigns } from '../text/consonants.ts';
import type { TypedName, TypedWord } from '../text/match-name.ts';
import {
  consonantsKey,
  maxConsonants,
  maxRestLength,
  minConsonants,
  restKey,
  wholeKey,
  wholeStart,
} from '../text/name-keys.ts';
import { oneErrorAway } from '../text/spelling-variants.ts';

/** The stored path of a node's name keys. */
const path = 'nameKeys';

/** The letters that are looked up with an error among them, if two errors are forgiven. */
const firstLetters = 5;
/** With an error among fewer consonants, a lookup would find too much. */
const minFaultyConsonants = 5;

export function wholeLookup({ variants }: TypedName): Document {
  return { [path]: { $in: variants.map(({ letters }) => wholeKey(letters)) } };
}

export function startLookup({ variants }: TypedName): Document {
  return beginning(variants.map(({ letters }) => wholeStart(letters)));
}

/** Finds names that have a word from which they begin with the text, or with several words, words that begin so. */
export function wordLookups({ sought, variants }: TypedName): Document[] {
  return [
    beginning(variants.map(({ letters }) => restKey(letters))),
    ...(sought.length > 1 ? [allWordsLookup(sought.map((word) => [word]))] : []),
  ];
}

/** Finds names that have, for each list, a word that begins with one of its words. */
export function allWordsLookup(words: readonly (readonly string[])[]): Document {
  return { $and: words.map((alternatives) => beginning(alternatives.map(restKey))) };
}

/**
 * Returns a filter that finds the names which sound like a text, or differ from it by one forgiven error, and some
 * others. Undefined if nothing is forgiven.
 */
export function nearLookup({ variants }: TypedName): Document | undefined {
  const starts = variants.flatMap((word) => [...faultyStarts(word), ...consonantStarts(word)]);
  return starts.length > 0 ? beginning(starts) : undefined;
}

/** The same for two errors, of which at most one is among the first letters. It finds many others. */
export function firstLettersLookup({ variants }: TypedName): Document | undefined {
  const starts = variants.flatMap(({ letters, forgiven, alphabet }) => {
    if (forgiven < 2) return [];
    const start = letters.slice(0, firstLetters);
    return [start, ...oneErrorAway(letters.slice(0, firstLetters + 1), alphabet, firstLetters)].map(restKey);
  });
  return starts.length > 0 ? beginning(starts) : undefined;
}

/** Errors in words for which two are forgiven are mostly found by the consonants, or by the first letters. */
function faultyStarts({ letters, forgiven, alphabet }: TypedWord): string[] {
  if (forgiven === 0) return [];
  const faulty = forgiven === 1 ? oneErrorAway(letters.slice(0, maxRestLength), alphabet) : [];
  return [letters, ...faulty].map(restKey);
}

function consonantStarts({ consonants }: TypedWord): string[] {
  const signs = consonants.slice(0, maxConsonants);
  if (signs.length < minConsonants) return [];
  const faulty = signs.length < minFaultyConsonants ? [] : oneErrorAway(signs, consonantSigns);
  return [signs, ...faulty].map(consonantsKey);
}

/** Returns a filter for the keys that begin with one of these texts, which consist of letters and marks of keys. */
function beginning(starts: readonly string[]): Document {
  const [only, ...others] = new Set(starts);
  if (only !== undefined && others.length === 0) return { [path]: { $regex: `^${only}` } };
  return { [path]: { $in: [...new Set(starts)].map((start) => new BSONRegExp(`^${start}`)) } };
}
