import { createRequire } from 'node:module';
import { foldText } from './fold-text.ts';

/**
 * Returns the stem of a folded token. `language` is a BCP 47 tag, English by default. The stem is the token itself in
 * languages without a stemmer, and for tokens with a digit. Stems of languages other than English begin with `~`; without
 * that, `theme` would match `the`, which is its stem in other languages. At most 64 code units.
 */
export function stemOf(token: string, language = 'en'): string {
  return cachedStem(token, languageOf(language));
}

/** Returns all stems that a folded token may have in any language, including the token; distinct and sorted. */
export function candidateStems(token: string): string[] {
  const stems = new Set([truncate(token)]);
  for (const language of new Set(languages.values())) stems.add(cachedStem(token, language));
  return [...stems].sort();
}

/**
 * Returns a test for tokens that may have one of these stems. It is much faster than `stemOf`, but may give false
 * positives.
 */
export function stemFilter(stems: readonly string[], language = 'en'): (token: string) => boolean {
  const known = languageOf(language);
  if (known && withPrefixes.has(known)) return () => stems.length > 0;
  const starts = new Set(stems.map((stem) => stem.charCodeAt(stem.startsWith(foreign) ? 1 : 0)));
  return (token) => starts.has(token.charCodeAt(0));
}

const foreign = '~';

interface Language {
  script: RegExp;
  /** The name of the stemmer's module. */
  stemmer: string;
  stems: Map<string, string>;
}

const latin = /^\p{sc=Latn}/u;
const cyrillic = /^\p{sc=Cyrl}/u;
const devanagari = /^\p{sc=Deva}/u;

const inEnglish = stemsBy(latin, 'english');
const inNorwegian = stemsBy(latin, 'norwegian');

const languages = new Map<string, Language>([
  ['ar', stemsBy(/^\p{sc=Arab}/u, 'arabic')],
  ['bg', stemsBy(cyrillic, 'bulgarian')],
  ['da', stemsBy(latin, 'danish')],
  ['de', stemsBy(latin, 'german')],
  ['el', stemsBy(/^\p{sc=Grek}/u, 'greek')],
  ['en', inEnglish],
  ['es', stemsBy(latin, 'spanish')],
  ['fi', stemsBy(latin, 'finnish')],
  ['fr', stemsBy(latin, 'french')],
  ['ga', stemsBy(latin, 'irish')],
  ['hi', stemsBy(devanagari, 'indian')],
  ['hu', stemsBy(latin, 'hungarian')],
  ['hy', stemsBy(/^\p{sc=Armn}/u, 'armenian')],
  ['id', stemsBy(latin, 'indonesian')],
  ['it', stemsBy(latin, 'italian')],
  ['lt', stemsBy(latin, 'lithuanian')],
  ['nb', inNorwegian],
  ['ne', stemsBy(devanagari, 'nepali')],
  ['nl', stemsBy(latin, 'dutch')],
  ['nn', inNorwegian],
  ['no', inNorwegian],
  ['pt', stemsBy(latin, 'portuguese')],
  ['ro', stemsBy(latin, 'romanian')],
  ['ru', stemsBy(cyrillic, 'russian')],
  ['sr', stemsBy(/^[\p{sc=Latn}\p{sc=Cyrl}]/u, 'serbian')],
  ['sv', stemsBy(latin, 'swedish')],
  ['ta', stemsBy(/^\p{sc=Taml}/u, 'tamil')],
  ['tr', stemsBy(latin, 'turkish')],
  ['uk', stemsBy(cyrillic, 'ukrainian')],
]);

/** Languages whose stems may begin with another letter than their tokens. */
const withPrefixes = new Set(['ar', 'el', 'ga', 'id', 'ne', 'sr', 'ta', 'tr'].map((tag) => languages.get(tag)));

function languageOf(language: string): Language | undefined {
  const known = languages.get(language);
  if (known) return known;
  const [tag = ''] = language.toLowerCase().split('-', 1);
  return languages.get(tag);
}

/** Words that the stemmer would turn into other ones, such as Hama, ISI and new. */
const kept = new Set(['hamas', 'isis', 'homs', 'abbas', 'laos', 'news', 'gas']);

const maxLength = 64;

/** Exceeds the number of frequent words of a language. */
const cacheSize = 20_000;

function stemsBy(script: RegExp, stemmer: string): Language {
  return { script, stemmer, stems: new Map() };
}

function cachedStem(token: string, language: Language | undefined): string {
  if (language === undefined) return truncate(token);
  // V8 represents substrings of 13 or more code units as views: as keys, they would keep whole articles in memory.
  if (token.length >= 13) return stem(token, language);
  let found = language.stems.get(token);
  if (found === undefined) {
    if (language.stems.size >= cacheSize) language.stems.clear();
    found = stem(token, language);
    language.stems.set(token, found);
  }
  return found;
}

const require = createRequire(import.meta.url);
const loaded = new Map<string, (word: string) => string>();

/** Loads a stemmer on first use: loading all would add 0.1 s to every start. */
function load(language: string): (word: string) => string {
  const known = loaded.get(language);
  if (known) return known;
  const { stemmer } = require(`@orama/stemmers/${language}`) as { stemmer: (word: string) => string };
  loaded.set(language, stemmer);
  return stemmer;
}

function stem(token: string, { script, stemmer }: Language): string {
  const word = truncate(token);
  if (kept.has(word) || /\p{N}/u.test(word)) return word;
  if (script.test(word)) {
    const found = foldText(load(stemmer)(word)) || word;
    return stemmer === 'english' ? truncate(found) : truncate(`${foreign}${found}`);
  }
  // In texts of other scripts, words in Latin letters are stemmed as English.
  return latin.test(word) ? truncate(load('english')(word)) : word;
}

function truncate(word: string): string {
  return word.length <= maxLength ? word : word.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '');
}
