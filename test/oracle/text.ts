/** A text of a node. `mark` is the field, such as `n` for its name; without `language` it is English. */
export interface Field {
  mark: string;
  text: string;
  language?: string;
}

/** A parsed search text: terms that a node must contain, and terms that it must not. Each once. */
export interface AskedText {
  include: Term[];
  exclude: Term[];
}

/** A word, or the words of a phrase. */
export interface Term {
  words: string[];
  isPhrase: boolean;
}

/**
 * A text in lower case, without accents, vowel points and what is not seen, but with the marks that are letters: what
 * `contains`, `startsWith` and the orders by name go by.
 */
export function folded(text: string): string {
  const letters = text
    .normalize('NFD')
    .replace(/[\p{Cf}\u0640]/gu, '')
    .replace(/(?![\p{sc=Deva}\p{sc=Thai}])\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return letters.replaceAll('ß', 'ss').replaceAll('æ', 'ae');
}

/**
 * Parses `all words`, `"a phrase"`, `-word` and `-"a phrase"`. Several words written together, such as
 * `Iranian-backed`, are a phrase.
 */
export function readText(text: string): AskedText {
  const asked: AskedText = { include: [], exclude: [] };
  for (const [, minus, quoted, bare = ''] of text.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)) {
    const words = wordsOf(quoted ?? bare);
    const term = { words, isPhrase: quoted !== undefined || words.length > 1 };
    const terms = minus ? asked.exclude : asked.include;
    if (!terms.some((other) => JSON.stringify(other) === JSON.stringify(term))) terms.push(term);
  }
  return asked;
}

/** Returns whether the texts together contain all words, one of them each phrase, and none an excluded term. */
export function holdsText(fields: readonly Field[], { include, exclude }: AskedText): boolean {
  const holds = ({ words, isPhrase }: Term) =>
    isPhrase
      ? fields.some(({ text }) => ` ${wordsOf(text).join(' ')} `.includes(` ${words.join(' ')} `))
      : words.every((word) => fields.some((field) => holdsWord(field, word)));
  return include.every(holds) && !exclude.some(holds);
}

/** Returns whether a text has a word, or a form that its language's stemmer equates with it. */
function holdsWord({ text, language = 'en' }: Field, word: string): boolean {
  const accepted = [word, ...(forms[language]?.[word] ?? [])];
  return wordsOf(text).some((each) => accepted.includes(each));
}

/**
 * Returns ten times the impact of a word in a text by BM25, with k1 = 1.2 and b = 0.75, in the steps that the guide names.
 * Forms with one stem count together, and of several stems the best counts.
 */
export function impactOf({ text, language = 'en' }: Field, word: string, usualLength: number): number {
  const all = wordsOf(text);
  const accepted = [word, ...(forms[language]?.[word] ?? [])].filter((each) => all.includes(each));
  const stems = new Set(accepted.map((each) => stemOf(each, language)));
  const impacts = [...stems].map((stem) => {
    const count = all.filter((each) => stemOf(each, language) === stem).length;
    const impact = (2.2 * count) / (count + 1.2 * (0.25 + (0.75 * all.length) / usualLength));
    if (impact < 0.45) return 3;
    if (impact < 0.85) return 7;
    return impact < 1.25 ? 10 : 15;
  });
  return Math.max(0, ...impacts);
}

/** The stem of a word of the worlds. Only English equates `attacked` with `attack`. */
function stemOf(word: string, language: string): string {
  if (!(language in forms)) return word;
  if (word === 'attacked') return language === 'en' ? 'attack' : word;
  return { attacks: 'attack', grenades: 'grenade' }[word] ?? word;
}

/**
 * Letters and digits, one by one in Thai and Korean; `U.S.` is one word and `d'état` is `etat`. This is all there is in
 * the worlds: scripts, elisions and signs beyond that have tests of their own.
 */
function wordsOf(text: string): string[] {
  const plain = folded(text)
    .replace(/\b[a-z](?:\.[a-z])+\b/g, (initials) => initials.replaceAll('.', ''))
    .replace(/\bd'/g, '');
  return plain.match(/\p{sc=Thai}\p{M}*|\p{sc=Hang}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}

const attacks = { attack: ['attacks'], attacks: ['attack'], attacked: ['attack', 'attacks'] };
const grenades = { grenade: ['grenades'], grenades: ['grenade'] };

/**
 * The other words of a text that a searched word finds, by the language of the text. A searched word may be of any
 * language, a text is of one. `attacked` therefore finds a French `attack`, but `attack` does not find a French
 * `attacked`, because only English stems it; and `iranian` finds `iran` if it is a form of it in another language.
 */
const forms: Record<string, Record<string, readonly string[]>> = {
  en: {
    ...grenades,
    attack: ['attacks', 'attacked'],
    attacks: ['attack', 'attacked'],
    attacked: ['attack', 'attacks'],
  },
  fr: { ...grenades, ...attacks, iranian: ['iran'] },
  de: { ...grenades, ...attacks, iranian: ['iran'] },
};
