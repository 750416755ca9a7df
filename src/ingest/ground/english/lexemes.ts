import { stemOf } from '../../../text/stems.ts';
import type { TextWords } from '../words-of-text.ts';
import { mayBeginCountry } from './countries.ts';
import { mayBeginDate } from './dates.ts';
import { casualtyWords, methodWords } from './method-words.ts';
import { mayBeginNumber } from './numbers.ts';
import { speechWords } from './words.ts';

/** The numbers of the words at which something may begin, in order, and the stem of each word of the text. */
export interface Beginnings {
  stems: readonly string[];
  numbers: readonly number[];
  dates: readonly number[];
  countries: readonly number[];
  methods: readonly number[];
  casualties: readonly number[];
  speech: readonly number[];
}

interface Lexeme {
  stem: string;
  begins: readonly (keyof Omit<Beginnings, 'stems'>)[];
}

const tests: readonly [keyof Omit<Beginnings, 'stems'>, (word: string) => boolean][] = [
  ['numbers', mayBeginNumber],
  ['dates', mayBeginDate],
  ['countries', mayBeginCountry],
  ['methods', methodWords.mayBegin],
  ['casualties', casualtyWords.mayBegin],
  ['speech', (word) => speechWords.has(word)],
];

/** The maximum number of words in the cache. It exceeds the number of frequent words. */
const cacheSize = 50_000;
const cache = new Map<string, Lexeme>();

/** Returns, for each kind of beginning, the words of a text at which one may begin. Looks up each word once. */
export function beginningsOf({ words }: TextWords): Beginnings {
  const stems: string[] = [];
  const found = { numbers: [], dates: [], countries: [], methods: [], casualties: [], speech: [] } as Record<
    Lexeme['begins'][number],
    number[]
  >;
  for (const [at, word] of words.entries()) {
    const { stem, begins } = lexemeOf(word);
    stems.push(stem);
    for (const each of begins) found[each].push(at);
  }
  return { stems, ...found };
}

function lexemeOf(word: string): Lexeme {
  const known = cache.get(word);
  if (known) return known;
  const begins = tests.flatMap(([name, test]) => (test(word) ? [name] : []));
  const lexeme = { stem: stemOf(word), begins };
  if (cache.size >= cacheSize) cache.clear();
  // A short substring is copied; V8 keeps the whole text for a longer one, so it stays out.
  if (word.length < 13) cache.set(word, lexeme);
  return lexeme;
}
