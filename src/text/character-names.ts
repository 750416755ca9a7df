/**
 * Returns how a message names a character: `’ RIGHT SINGLE QUOTATION MARK U+2019`, `é U+00E9`, and, if it cannot be
 * seen, its name alone: `NO-BREAK SPACE U+00A0`. The names are Unicode's, or
 * those of a block; only characters that are easily confused or invisible have one here.
 */
export function nameCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names.get(code) ?? rangeName(code);
  if (isUnseen(character)) return name === undefined ? `invisible character ${point}` : `${name} ${point}`;
  return name === undefined ? `${character} ${point}` : `${character} ${name} ${point}`;
}

/** Returns whether nothing, or only blank space, is drawn for a character, or it is drawn onto the one before. */
export function isUnseen(character: string): boolean {
  return /^[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(character);
}

function rangeName(code: number): string | undefined {
  if (code >= 0xfe00 && code <= 0xfe0f) return `VARIATION SELECTOR-${code - 0xfe00 + 1}`;
  if (code >= 0xe0020 && code <= 0xe007f) return 'TAG CHARACTER';
  if (code >= 0x300 && code <= 0x36f) return 'COMBINING MARK';
  if (code >= 0x370 && code <= 0x3ff) return 'GREEK LETTER';
  if (code >= 0x400 && code <= 0x52f) return 'CYRILLIC LETTER';
  return code < 0x20 || (code >= 0x7f && code < 0xa0) ? 'CONTROL CHARACTER' : undefined;
}

const names: ReadonlyMap<number, string> = new Map([
  [0x09, 'TAB'],
  [0x0a, 'LINE FEED'],
  [0x0b, 'LINE TABULATION'],
  [0x0c, 'FORM FEED'],
  [0x0d, 'CARRIAGE RETURN'],
  [0x20, 'SPACE'],
  [0x22, 'QUOTATION MARK'],
  [0x27, 'APOSTROPHE'],
  [0x2d, 'HYPHEN-MINUS'],
  [0x2e, 'FULL STOP'],
  [0x60, 'GRAVE ACCENT'],
  [0x85, 'NEXT LINE'],
  [0xa0, 'NO-BREAK SPACE'],
  [0xab, 'LEFT-POINTING DOUBLE ANGLE QUOTATION MARK'],
  [0xad, 'SOFT HYPHEN'],
  [0xb4, 'ACUTE ACCENT'],
  [0xb7, 'MIDDLE DOT'],
  [0xbb, 'RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK'],
  [0x2b9, 'MODIFIER LETTER PRIME'],
  [0x2bb, 'MODIFIER LETTER TURNED COMMA'],
  [0x2bc, 'MODIFIER LETTER APOSTROPHE'],
  [0x2be, 'MODIFIER LETTER RIGHT HALF RING'],
  [0x2bf, 'MODIFIER LETTER LEFT HALF RING'],
  [0x300, 'COMBINING GRAVE ACCENT'],
  [0x301, 'COMBINING ACUTE ACCENT'],
  [0x302, 'COMBINING CIRCUMFLEX ACCENT'],
  [0x303, 'COMBINING TILDE'],
  [0x304, 'COMBINING MACRON'],
  [0x306, 'COMBINING BREVE'],
  [0x307, 'COMBINING DOT ABOVE'],
  [0x308, 'COMBINING DIAERESIS'],
  [0x30a, 'COMBINING RING ABOVE'],
  [0x30b, 'COMBINING DOUBLE ACUTE ACCENT'],
  [0x30c, 'COMBINING CARON'],
  [0x323, 'COMBINING DOT BELOW'],
  [0x326, 'COMBINING COMMA BELOW'],
  [0x327, 'COMBINING CEDILLA'],
  [0x328, 'COMBINING OGONEK'],
  [0x34f, 'COMBINING GRAPHEME JOINER'],
  [0x61c, 'ARABIC LETTER MARK'],
  [0x640, 'ARABIC TATWEEL'],
  [0x1680, 'OGHAM SPACE MARK'],
  [0x180e, 'MONGOLIAN VOWEL SEPARATOR'],
  [0x2000, 'EN QUAD'],
  [0x2001, 'EM QUAD'],
  [0x2002, 'EN SPACE'],
  [0x2003, 'EM SPACE'],
  [0x2004, 'THREE-PER-EM SPACE'],
  [0x2005, 'FOUR-PER-EM SPACE'],
  [0x2006, 'SIX-PER-EM SPACE'],
  [0x2007, 'FIGURE SPACE'],
  [0x2008, 'PUNCTUATION SPACE'],
  [0x2009, 'THIN SPACE'],
  [0x200a, 'HAIR SPACE'],
  [0x200b, 'ZERO WIDTH SPACE'],
  [0x200c, 'ZERO WIDTH NON-JOINER'],
  [0x200d, 'ZERO WIDTH JOINER'],
  [0x200e, 'LEFT-TO-RIGHT MARK'],
  [0x200f, 'RIGHT-TO-LEFT MARK'],
  [0x2010, 'HYPHEN'],
  [0x2011, 'NON-BREAKING HYPHEN'],
  [0x2012, 'FIGURE DASH'],
  [0x2013, 'EN DASH'],
  [0x2014, 'EM DASH'],
  [0x2015, 'HORIZONTAL BAR'],
  [0x2018, 'LEFT SINGLE QUOTATION MARK'],
  [0x2019, 'RIGHT SINGLE QUOTATION MARK'],
  [0x201a, 'SINGLE LOW-9 QUOTATION MARK'],
  [0x201b, 'SINGLE HIGH-REVERSED-9 QUOTATION MARK'],
  [0x201c, 'LEFT DOUBLE QUOTATION MARK'],
  [0x201d, 'RIGHT DOUBLE QUOTATION MARK'],
  [0x201e, 'DOUBLE LOW-9 QUOTATION MARK'],
  [0x201f, 'DOUBLE HIGH-REVERSED-9 QUOTATION MARK'],
  [0x2022, 'BULLET'],
  [0x2026, 'HORIZONTAL ELLIPSIS'],
  [0x2028, 'LINE SEPARATOR'],
  [0x2029, 'PARAGRAPH SEPARATOR'],
  [0x202a, 'LEFT-TO-RIGHT EMBEDDING'],
  [0x202b, 'RIGHT-TO-LEFT EMBEDDING'],
  [0x202c, 'POP DIRECTIONAL FORMATTING'],
  [0x202d, 'LEFT-TO-RIGHT OVERRIDE'],
  [0x202e, 'RIGHT-TO-LEFT OVERRIDE'],
  [0x202f, 'NARROW NO-BREAK SPACE'],
  [0x2032, 'PRIME'],
  [0x2033, 'DOUBLE PRIME'],
  [0x2039, 'SINGLE LEFT-POINTING ANGLE QUOTATION MARK'],
  [0x203a, 'SINGLE RIGHT-POINTING ANGLE QUOTATION MARK'],
  [0x205f, 'MEDIUM MATHEMATICAL SPACE'],
  [0x2060, 'WORD JOINER'],
  [0x2066, 'LEFT-TO-RIGHT ISOLATE'],
  [0x2067, 'RIGHT-TO-LEFT ISOLATE'],
  [0x2068, 'FIRST STRONG ISOLATE'],
  [0x2069, 'POP DIRECTIONAL ISOLATE'],
  [0x2212, 'MINUS SIGN'],
  [0x3000, 'IDEOGRAPHIC SPACE'],
  [0xfb00, 'LATIN SMALL LIGATURE FF'],
  [0xfb01, 'LATIN SMALL LIGATURE FI'],
  [0xfb02, 'LATIN SMALL LIGATURE FL'],
  [0xfb03, 'LATIN SMALL LIGATURE FFI'],
  [0xfb04, 'LATIN SMALL LIGATURE FFL'],
  [0xfeff, 'ZERO WIDTH NO-BREAK SPACE (byte order mark)'],
  [0xfffc, 'OBJECT REPLACEMENT CHARACTER'],
  [0xfffd, 'REPLACEMENT CHARACTER'],
]);
