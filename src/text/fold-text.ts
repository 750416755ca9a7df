import { collationKey } from '../graph/collation-key.ts';

/**
 * A text without what two writers of one word may differ in: case, accents, vowel points, compatibility forms, invisible
 * characters, and letters that Unicode does not take apart, such as ø. Marks that spell another word stay: those of
 * Indic and South-East Asian scripts, of kana, and the breve of й. Idempotent.
 */
export function foldText(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (foldedUnits[unit] === undefined) foldedUnits[unit] = foldUnit(text.charAt(at));
    const folding = foldedUnits[unit] ?? null;
    if (folding === null) return foldWhole(text);
    folded += folding;
  }
  return folded;
}

/** What each code unit folds to, null where that depends on its neighbours: a table is ten times as fast as `foldWhole`. */
const foldedUnits: (string | null | undefined)[] = new Array(0x10000);

const joining = /[\p{M}\p{Surrogate}\u1100-\u11FF]/u;

function foldUnit(character: string): string | null {
  const folded = foldWhole(character);
  return joining.test(character + character.normalize('NFKC') + folded) ? null : folded;
}

function foldWhole(text: string): string {
  return text
    .normalize('NFKC')
    .replace(accented, collationKey)
    .toLowerCase()
    .replace(dropped, '')
    .replace(arabicDigit, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(special, (letter) => plain.get(letter) ?? letter)
    .replace(/\u0E4D\u0E32/gu, '\u0E33')
    .replace(/\u0ECD\u0EB2/gu, '\u0EB3')
    .normalize('NFC');
}

/** What stands within a word unseen: soft hyphens, joiners, marks of direction. A class for regular expressions. */
export const unseen = '\\u00AD\\u061C\\u200C-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF';

const accented =
  /(?:(?![йЙ])[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Armn}\p{sc=Geor}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Zyyy}\p{sc=Zinh}])+/gu;

const tatweel = '\\u0640';
const dropped = new RegExp(`[${unseen}${tatweel}]+`, 'gu');

const arabicDigit = /[\u0660-\u0669\u06F0-\u06F9]/gu;

const plain = new Map(
  Object.entries({
    ...{ æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ŋ: 'n', ə: 'e', ɓ: 'b', ɗ: 'd', ƙ: 'k', ƴ: 'y' },
    // Keyboards for Arabic, Persian and Urdu write one letter by several code points.
    ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ہ: 'ه', ھ: 'ه' },
  }),
);
const special = new RegExp(`[${[...plain.keys()].join('')}]`, 'gu');
