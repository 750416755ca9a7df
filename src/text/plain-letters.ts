/**
 * Returns the plain form of a lower-case letter that Unicode does not decompose: the two letters of a ligature, the
 * letter without its stroke or hook, or one code point for letters that have several. Returns other letters unchanged.
 */
export function plainLetter(letter: string): string {
  return plainLetters.get(letter) ?? digit(letter) ?? letter;
}

/** Ligatures and similar letters that NFKC does not decompose, unlike ĳ and ﬁ. */
const twoLetters = {
  ...{ æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ȣ: 'ou', ƕ: 'hv', ᵫ: 'ue', ꭣ: 'uo', ỻ: 'll' },
  ...{ ꜳ: 'aa', ꜵ: 'ao', ꜷ: 'au', ꜹ: 'av', ꜻ: 'av', ꜽ: 'ay', ꝏ: 'oo', ꝡ: 'vy', ꜩ: 'tz', ᴂ: 'ae', ᴔ: 'oe' },
  ...{ ȸ: 'db', ȹ: 'qp', ʣ: 'dz', ʤ: 'dz', ʥ: 'dz', ʦ: 'ts', ʧ: 'ts', ʨ: 'tc', ʩ: 'fn', ʪ: 'ls', ʫ: 'lz' },
  ...{ ӕ: 'ае', ѹ: 'оу' },
  ...{ װ: 'וו', ױ: 'וי', ײ: 'יי' },
};

/** For each letter, its forms with a stroke or hook, and letters that most Latin keyboards have no key for. */
const withStrokes = {
  ...{ a: 'ⱥ', b: 'ƀɓƃ', c: 'ȼƈ', d: 'đɖɗƌð', e: 'ɇəǝɛ', f: 'ƒ', g: 'ǥɠɣ', h: 'ħɦⱨ', i: 'ıɨɩ', j: 'ȷɉ', k: 'ƙꝁⱪ' },
  ...{ l: 'łƚⱡɫ', n: 'ŋɲƞ', o: 'øɵɔ', p: 'ƥᵽ', q: 'ɋ', r: 'ɍɽ', s: 'ȿ', t: 'ŧƭʈⱦ', u: 'ʉ', v: 'ʋ', w: 'ⱳ', y: 'ƴɏ' },
  ...{ z: 'ƶȥɀⱬ' },
};

/** Letters for which Arabic, Persian and Urdu keyboards use different code points. */
const oneArabicLetter = { ٱ: 'ا', ٲ: 'ا', ٳ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ہ: 'ه', ھ: 'ه', ۃ: 'ة' };

/** Kurdish letters that Arabic and Persian keyboards lack, with the letters that are written instead. */
const kurdishLetters = { ێ: 'ي', ۆ: 'و', ڕ: 'ر', ڵ: 'ل' };

/** Hebrew letters at the end of a word. */
const finalLetters = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

const plainLetters = new Map([
  ...Object.entries({ ...twoLetters, ...oneArabicLetter, ...kurdishLetters, ...finalLetters, ς: 'σ' }),
  ...Object.entries(withStrokes).flatMap(([plain, letters]) => [...letters].map((letter) => [letter, plain] as const)),
]);

function digit(letter: string): string | undefined {
  return arabicDigit.test(letter) ? String(letter.charCodeAt(0) & 0xf) : undefined;
}

const arabicDigit = /^[\u0660-\u0669\u06F0-\u06F9]$/u;
