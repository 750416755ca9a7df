import { consonantsOf } from './consonants.ts';
import { tokensOf } from './tokens.ts';

/*
 * Names are looked up by keys that an index holds. Each key has a mark: `=` for a whole name, which ends with `.`, `>`
 * for a name from one of its words on, and `~` for the consonants of that. All are without spaces, articles and doubled
 * letters, so that a beginning of a key is found by whatever is typed of it, in one word or several.
 */

/** A name as it is compared. */
export interface NameForms {
  /** Its folded words without doubled letters and articles, at most `maxWords` of them. */
  words: string[];
  /** Those of `words` from which a name is looked up: all but frequent ones such as `of`, if there are others. */
  sought: string[];
  /** The whole name, and the same with its leading article. */
  wholes: string[];
  /** The name from each of the words in `sought` on. */
  rests: string[];
}

const maxWords = 12;
const maxWholeLength = 40;
export const maxRestLength = 24;
export const maxConsonants = 10;
/** Fewer consonants are too frequent to be looked up. */
export const minConsonants = 3;
/** The max number of keys of a node, which may have 1,000 aliases. */
const maxKeys = 1000;

/**
 * Returns the keys of a node's name or title and of its aliases, distinct and sorted, at most 1,000: those of the name,
 * then those of whole aliases, then those of their later words.
 */
export function nameKeys([name = '', ...aliases]: readonly string[]): string[] {
  const [own, others] = [nameForms(name), aliases.map(nameForms)];
  const all = [...wholeKeys(own), ...partKeys(own), ...others.flatMap(wholeKeys), ...others.flatMap(partKeys)];
  return [...new Set(all)].slice(0, maxKeys).sort();
}

function wholeKeys({ wholes }: NameForms): string[] {
  return wholes.map(wholeKey);
}

function partKeys({ rests }: NameForms): string[] {
  return rests.flatMap((rest) => {
    const consonants = consonantsOf(rest);
    return consonants.length < minConsonants ? [restKey(rest)] : [restKey(rest), consonantsKey(consonants)];
  });
}

/** Returns the key of a whole name; without the final `.` it is the beginning of other names' keys. */
export function wholeKey(whole: string): string {
  return whole.length > maxWholeLength ? wholeStart(whole) : `${wholeStart(whole)}.`;
}

export function wholeStart(whole: string): string {
  return `=${whole.slice(0, maxWholeLength)}`;
}

export function restKey(rest: string): string {
  return `>${rest.slice(0, maxRestLength)}`;
}

export function consonantsKey(consonants: string): string {
  return `~${consonants.slice(0, maxConsonants)}`;
}

export function nameForms(name: string): NameForms {
  const tokens = tokensOf(name);
  const words = tokens.filter((token, i) => i === tokens.length - 1 || !isArticle(token, tokens[i + 1] ?? ''));
  const kept = words.slice(0, maxWords);
  const isSought = kept.map((word) => !unsought.has(word));
  const isAny = isSought.includes(true);
  const starts = kept.flatMap((_, i) => (isSought[i] || !isAny ? [i] : []));
  const whole = joined(words);
  const written = joined(tokens);
  return {
    words: kept.map(lettersOf),
    sought: starts.map((i) => lettersOf(kept[i] as string)),
    wholes: written !== whole && articles.has(tokens[0] ?? '') ? [whole, written] : [whole],
    rests: starts.map((i) => joined(words.slice(i))),
  };
}

/** Returns a text without its joined Arabic article, as in `alharir`; undefined if it has none. */
export function withoutJoinedArticle(whole: string): string | undefined {
  const [, rest] = /^[ae]l(\p{L}{3,})$/u.exec(whole) ?? [];
  return rest;
}

/** Returns a folded token as it is compared. */
export function lettersOf(token: string): string {
  return joined([token]);
}

/** Joins words and reduces doubled letters to one. Digits stay as they are. */
function joined(words: readonly string[]): string {
  return words.join('').replace(/(\p{L})\1/gu, '$1');
}

/** Whether a word is an article before the next one; the Arabic one adapts to it, as in `ash Shabab`. */
function isArticle(word: string, next: string): boolean {
  return articles.has(word) || (assimilated.has(word) && next.startsWith(word.slice(1)));
}

const articles: ReadonlySet<string> = new Set(['al', 'el', 'ul', 'the']);
const assimilated: ReadonlySet<string> = new Set(
  ['t', 'th', 'd', 'dh', 'r', 'z', 's', 'sh', 'n'].flatMap((letter) => [`a${letter}`, `e${letter}`]),
);

/** Words from which nobody begins to type a name. */
const unsought: ReadonlySet<string> = new Set(
  'a an and as at by during for from in into near of off on or over the to under with'.split(' '),
);
