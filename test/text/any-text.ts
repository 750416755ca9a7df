import fc from 'fast-check';

const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('drone', 'Drones', 'struck', 'Iranian-backed', 'the', 'Hamas', '2023', '1,000'),
  },
  fc.constantFrom(
    "Iran's",
    'US’s',
    "d'état",
    "L'Iran",
    "Sana'a",
    'ʿAli',
    'U.S.',
    'U.S.-led',
    'a.b.com',
    'Bogotá',
    'Łódź',
  ),
  fc.constantFrom(
    'straße',
    'ΟΔΟΣ',
    'российской',
    'Войны',
    'Београда',
    'الإيرانيّة',
    'کـــرد',
    'צה״ל',
    'צה"ל',
    'हिन्दी',
    'தமிழ்',
  ),
  fc.constantFrom(
    '東京都庁で',
    'ガザ',
    'ｶﾞｻﾞ',
    '이란은',
    '이란'.normalize('NFD'),
    'กำลัง',
    '½',
    '㎏',
    'ﷺ',
    'soft\u00ADware',
    '1️⃣',
  ),
  { weight: 4, arbitrary: fc.constantFrom(' ', '\n', '  ', '\t', ', ', '. ', '-', '"', "'", '’', '(', '**', '…', '.') },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** Words in many scripts, with separators and marks between and within them. */
export const anyText = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

export const anyLanguage = fc.constantFrom(
  'en',
  'en-GB',
  'ar',
  'da',
  'de',
  'el',
  'es',
  'fa',
  'fr',
  'hi',
  'id',
  'nl',
  'ru',
  'sr',
  'ta',
  'tr',
  'zh',
);
