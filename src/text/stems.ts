import { createRequire } from 'node:module';
import { foldText } from './fold-text.ts';

/**
 * The stem of a folded token in a language, a BCP 47 tag, without which it is English. In a language that has no
 * stemmer, and of a token with a digit, it is the token. A stem that is not English begins with `~`: `theme` would find
 * `the` by the stem that it has in other languages. At most 64 code units.
 */
export function stemOf(token: string, language = 'en'): string {
  return cachedStem(token, languageOf(language));
}

/** Every stem that a folded token has in a document of whatever language, itself among them; distinct and sorted. */
export function candidateStems(token: string): string[] {
  const stems = new Set([cut(token)]);
  for (const language of new Set(languages.values())) stems.add(cachedStem(token, language));
  return [...stems].sort();
}

/** Says of a token, much faster than `stemOf`, whether it may have one of these stems in a language. */
export function stemFilter(stems: readonly string[], language = 'en'): (token: string) => boolean {
  const known = languageOf(language);
  if (known && withPrefixes.has(known)) return () => stems.length > 0;
  const starts = new Set(stems.map((stem) => stem.charCodeAt(stem.startsWith(foreign) ? 1 : 0)));
  return (token) => starts.has(token.charCodeAt(0));
}

const foreign = '~';

interface Language {
  script: RegExp;
  /** The name of its module. */
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

/** Those whose stems may begin otherwise than their tokens. */
const withPrefixes = new Set(['ar', 'el', 'ga', 'id', 'ne', 'sr', 'ta', 'tr'].map((tag) => languages.get(tag)));

function languageOf(language: string): Language | undefined {
  const known = languages.get(language);
  if (known) return known;
  const [tag = ''] = language.toLowerCase().split('-', 1);
  return languages.get(tag);
}

/** Names and words that a stemmer would make others of: Hama, ISI, new. */
const kept = new Set(['hamas', 'isis', 'homs', 'abbas', 'laos', 'news', 'gas']);

const longest = 64;

/** More than the different words of a language that are frequent. */
const cacheSize = 20_000;

function stemsBy(script: RegExp, stemmer: string): Language {
  return { script, stemmer, stems: new Map() };
}

function cachedStem(token: string, language: Language | undefined): string {
  if (language === undefined) return cut(token);
  // V8 cuts strings of 13 and more code units as views: as keys, they would keep whole articles alive.
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

/** Loads a language when it is first met: all of them would take a tenth of a second of every start. */
function load(language: string): (word: string) => string {
  const known = loaded.get(language);
  if (known) return known;
  const { stemmer } = require(`@orama/stemmers/${language}`) as { stemmer: (word: string) => string };
  loaded.set(language, stemmer);
  return stemmer;
}

function stem(token: string, { script, stemmer }: Language): string {
  const word = cut(token);
  if (kept.has(word) || /\p{N}/u.test(word)) return word;
  if (script.test(word)) {
    const found = foldText(load(stemmer)(word)) || word;
    return stemmer === 'english' ? cut(found) : cut(`${foreign}${found}`);
  }
  // Names and terms in Latin letters stand in texts of every script as they stand in English ones.
  return latin.test(word) ? cut(load('english')(word)) : word;
}

function cut(word: string): string {
  return word.length <= longest ? word : word.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}
