import { plainLetter } from '../../../text/plain-letters.ts';

/** A text without the differences that a copy of it often has, and the origin of each of its units. */
export interface FoldedSpelling {
  folded: string;
  /**
   * For each UTF-16 code unit of `folded`, its offset in the text; then the length of the text. Ascending, with
   * repetitions.
   */
  starts: Uint32Array;
}

/**
 * Folds the differences between a text and a careless copy of it: case, accents, curly and straight quotes, dashes and
 * the spaces around them, white space of all kinds and lengths, invisible characters, ellipses, ligatures, and letters
 * of other scripts that look like Latin ones. Takes linear time.
 */
export function foldSpelling(text: string): FoldedSpelling {
  const units: string[] = [];
  let starts = new Uint32Array(text.length + 16);
  let previous = '';
  for (let at = 0; at < text.length; at++) {
    const start = at;
    const code = text.charCodeAt(at);
    const isPair = code >= 0xd800 && code < 0xdc00 && at + 1 < text.length;
    const folded = foldCharacter(isPair ? text.slice(at, at + 2) : text.charAt(at));
    if (isPair) at++;
    for (let unit = 0; unit < folded.length; unit++) add(folded.charAt(unit), start);
  }
  const folded = units.join('');
  starts[folded.length] = text.length;
  return { folded, starts: starts.subarray(0, folded.length + 1) };

  function add(unit: string, start: number): void {
    if (unit === previous && (unit === ' ' || unit === '-' || unit === "'")) return;
    if (unit === ' ' && previous === '-') return;
    if (unit === '-' && previous === ' ') units.pop();
    if (units.length + 2 > starts.length) {
      const larger = new Uint32Array(2 * starts.length);
      larger.set(starts);
      starts = larger;
    }
    starts[units.length] = start;
    units.push(unit);
    previous = unit;
  }
}

/**
 * Returns the end, in the text, of the unit at `index`, including the marks and the white space that are folded into
 * it.
 */
export function endOfUnit(text: string, { folded, starts }: FoldedSpelling, index: number): number {
  const start = starts[index] ?? 0;
  const following = folded[index] === ' ' ? /[\s\p{Z}]*/uy : /[\s\S]\p{M}*/uy;
  following.lastIndex = start;
  following.test(text);
  return following.lastIndex;
}

/** The folded forms of the characters that have occurred. */
const known = new Map<string, string>();

function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = fold(character);
  if (known.size < 20_000) known.set(character, folded);
  return folded;
}

function fold(character: string): string {
  if (/[\s\p{Z}]/u.test(character)) return ' ';
  if (/['"`´‘’‚‛“”„‟«»‹›′″ʹʺʻʼʽʾʿ]/u.test(character)) return "'";
  if (/[\p{Pd}\u2212]/u.test(character)) return '-';
  if (/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(character)) return '';
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/\P{ASCII}/gu, (letter) => likeLatin.get(letter) ?? plainLetter(letter));
}

/** Small letters of Cyrillic and Greek that look like Latin ones. */
const likeLatin: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    х: 'x',
    у: 'y',
    і: 'i',
    ј: 'j',
    ѕ: 's',
    һ: 'h',
    ο: 'o',
    ν: 'v',
    α: 'a',
    ρ: 'p',
    ι: 'i',
  }),
);
