import { isUnseen, nameCharacter } from '../../../text/character-names.ts';

/** A place where a text and a quote differ. */
export interface Difference {
  text: string;
  quote: string;
}

const maxShown = 6;
const maxCharacters = 40;

/**
 * Describes the differences, equal ones once: `’ RIGHT SINGLE QUOTATION MARK U+2019 where the quote has ' APOSTROPHE
 * U+0027 (2 times)`. Words are quoted; punctuation, white space and invisible characters are named.
 */
export function describeDifferences(differences: readonly Difference[]): string {
  const counts = new Map<string, number>();
  for (const difference of differences.flatMap(divide)) {
    const shown = describe(difference);
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  const lines = [...counts].map(([shown, count]) => (count === 1 ? shown : `${shown} (${count} times)`));
  const others = lines.length - maxShown;
  return [...lines.slice(0, maxShown), ...(others > 0 ? [`and ${others} more`] : [])].join('; ');
}

/** Splits a difference in punctuation or blanks of equal length into one for each character that differs. */
function divide(difference: Difference): Difference[] {
  const [inText, inQuote] = [[...difference.text], [...difference.quote]];
  const isOther = (text: string) => /^[^\p{L}\p{N}\p{M}]+$/u.test(text);
  if (inText.length !== inQuote.length || !isOther(difference.text) || !isOther(difference.quote)) return [difference];
  return inText.flatMap((text, at) => (text === inQuote[at] ? [] : { text, quote: inQuote[at] ?? '' }));
}

function describe(difference: Difference): string {
  const { text, quote } = difference;
  if (isWords(text) && isWords(quote) && !looksAlike(text, quote))
    return `${quoted(text)} where the quote has ${quoted(quote)}`;
  const isBlank = /^\s+$/u.test(text) && /^\s+$/u.test(quote);
  const { text: has, quote: lacks } = isBlank ? difference : withoutCommonEnds(difference);
  return `${named(has)} where the quote has ${named(lacks)}`;
}

function withoutCommonEnds({ text, quote }: Difference): Difference {
  const [a, b] = [[...text], [...quote]];
  while (a.length > 0 && a[0] === b[0] && !isMark(a[1]) && !isMark(b[1])) {
    a.shift();
    b.shift();
  }
  while (a.length > 0 && a.at(-1) === b.at(-1) && !isMark(a.at(-1))) {
    a.pop();
    b.pop();
  }
  return { text: a.join(''), quote: b.join('') };
}

function isMark(character: string | undefined): boolean {
  return character !== undefined && /\p{M}/u.test(character);
}

/** Returns whether a text consists of visible words, so that quoting it shows the difference. */
function isWords(text: string): boolean {
  return (
    text === '' ||
    (/[\p{L}\p{N}]/u.test(text) && ![...text].some((character) => character !== ' ' && isUnseen(character)))
  );
}

/** Returns whether two texts look alike: composed and decomposed, or with letters of another script. */
function looksAlike(text: string, quote: string): boolean {
  if (visible(text) === visible(quote)) return true;
  const isMixed = /[\p{sc=Cyrl}\p{sc=Grek}]/u;
  return isMixed.test(text) !== isMixed.test(quote) && /\p{sc=Latn}/u.test(text + quote);
}

/** Returns a text without invisible characters, in one normalization. */
function visible(text: string): string {
  return text.normalize('NFKC').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
}

function quoted(text: string): string {
  if (text === '') return 'nothing';
  return JSON.stringify(text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text);
}

/** Returns the names of the characters, with a run of one character named once. */
function named(text: string): string {
  if (text === '') return 'nothing';
  const runs: { character: string; count: number }[] = [];
  for (const character of text.slice(0, maxCharacters)) {
    const last = runs.at(-1);
    if (last?.character === character) last.count++;
    else runs.push({ character, count: 1 });
  }
  const names = runs.slice(0, 6).map(({ character, count }) => {
    const name = /^[A-Za-z0-9]$/.test(character) ? character : nameCharacter(character);
    return count === 1 ? name : `${count} × ${name}`;
  });
  return names.join(' + ');
}
