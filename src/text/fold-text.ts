import { plainLetter } from './plain-letters.ts';

/**
 * Returns the form of a text that filters, full text and orders compare, for stored texts and arguments alike. It
 * removes differences between spellings of one word. Idempotent; canonically equivalent texts have the same form.
 *
 * Removed: case; the accents of Latin, Greek and Cyrillic; vowel points of Arabic, Hebrew and Syriac; presentation and
 * compatibility forms; invisible characters, and strokes that only stretch a word; ligatures and letters that have a
 * plain form (`plainLetter`). The result is in NFC: a Hangul syllable or a kana with its voicing mark is one character,
 * and a search does not find its parts.
 *
 * Kept: marks that are letters, such as the vowel signs and tones of Indic and South-East Asian scripts, the nukta,
 * kana's voicing marks, and the breve of й.
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

/** A regular expression class of invisible characters: soft hyphens, joiners, direction marks. */
export const unseen = '\\p{Default_Ignorable_Code_Point}\\uFFF9-\\uFFFB';

/** The folded form of each code unit; null if it depends on its neighbours. Ten times as fast as `foldWhole`. */
const foldedUnits: (string | null | undefined)[] = new Array(0x10000);

/** Marks, surrogates, jamo, and the Armenian letter of the ligature `և`. */
const joining = /[\p{M}\p{Surrogate}\u1100-\u11FF\uD7B0-\uD7FB\u0552\u0582]/u;

function foldUnit(character: string): string | null {
  const folded = foldWhole(character);
  return joining.test(character + character.normalize('NFKC') + folded) ? null : folded;
}

function foldWhole(text: string): string {
  return withPlainForms(text.replace(finalConsonant, (written) => finalConsonants.get(written.charAt(0)) ?? written))
    .replace(dropped, '')
    .normalize('NFD')
    .replaceAll(hehWithHamza, 'ه')
    .replace(marked, withoutAccents)
    .toUpperCase()
    .toLowerCase()
    .replace(/\P{ASCII}/gu, plainLetter)
    .replaceAll('եւ', 'եվ')
    .replaceAll('\u0E4D\u0E32', '\u0E33')
    .replaceAll('\u0ECD\u0EB2', '\u0EB3')
    .normalize('NFC')
    .replace(oldSyllable, (syllable) => syllable.normalize('NFD'));
}

/** Applies NFKC, except to single letters of Hangul, such as ㅏ, which NFKC would join into syllables. */
function withPlainForms(text: string): string {
  return text
    .replace(/[\uFFA1-\uFFDC]/gu, fullWidthJamo)
    .replace(/[^\u3131-\u318E]+/gu, (others) => others.normalize('NFKC'));
}

/** Half-width letters have the order of the others: consonants, then vowels in groups of six with gaps between them. */
function fullWidthJamo(halfWidth: string): string {
  const code = halfWidth.charCodeAt(0);
  if (code <= 0xffbe) return String.fromCharCode(code - 0xffa1 + 0x3131);
  const vowel = code - 0xffc2;
  return String.fromCharCode(0x314f + vowel - 2 * Math.floor(vowel / 8));
}

/**
 * Consonants without a vowel, which were written with a joiner before they became letters. They spell other words than
 * `ന്`, so they stay distinct from it.
 */
const finalConsonants = new Map(Object.entries({ ണ: 'ൺ', ന: 'ൻ', ര: 'ർ', ല: 'ൽ', ള: 'ൾ', ക: 'ൿ', ত: 'ৎ' }));
const finalConsonant = /[ണനരലളക]\u0D4D\u200D|ত\u09CD\u200D/gu;

/** Tatweel, and its equivalents in N'Ko and Mongolian. */
const stretching = '\\u0640\\u07FA\\u180A';
const dropped = new RegExp(`[${unseen}${stretching}]+`, 'gu');

/** ۀ in NFD. Persian uses it for ه, not for the Kurdish letter in its decomposition. */
const hehWithHamza = '\u06D5\u0654';

/** The scripts in which a mark only shows how a letter is read, and the characters common to all scripts. */
const accentedScripts = [
  ...['Latn', 'Grek', 'Cyrl', 'Copt', 'Glag', 'Goth', 'Armn', 'Geor'],
  ...['Arab', 'Hebr', 'Syrc', 'Samr', 'Ethi', 'Zyyy', 'Zinh'],
]
  .map((script) => `\\p{sc=${script}}`)
  .join('');

const otherLetter = `[\\p{Any}--[\\p{M}${accentedScripts}]]\\p{M}*`;
const voicingMarks = '\\u3099\\u309A';
const accents = `[[\\p{M}&&[${accentedScripts}]]--[${voicingMarks}]]+`;
const marked = new RegExp(`(?<other>${otherLetter})|(?<short>[иИ]\\p{M}+)|${accents}`, 'gv');
const breve = '\u0306';

function withoutAccents(_: string, other: string | undefined, short: string | undefined): string {
  if (other !== undefined) return other;
  if (short === undefined) return '';
  return short.charAt(0) + (short.includes(breve) ? breve : '');
}

/** A syllable that ends in a letter of old Hangul. It is decomposed, so that it does not match the one without it. */
const oldSyllable = /[\uAC00-\uD7A3][\u1160-\u11FF\uD7B0-\uD7FB]+/gu;
