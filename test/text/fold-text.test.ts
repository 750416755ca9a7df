import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/text/fold-text.ts';
import { tries } from '../support/runs.ts';
import { anyText } from './any-text.ts';

/** By script: spellings of one word. */
const same: Record<string, readonly (readonly string[])[]> = {
  Latin: [
    ['Bogotá', 'BOGOTA\u0301', 'bogota'],
    ['Việt Nam, Đà Nẵng', 'viet nam, da nang'],
    ['Łódź', 'LODZ'],
    ['Sørensen', 'sorensen'],
    ['İstanbul', 'ISTANBUL', 'ıstanbul'],
    ['Əliyev', 'eliyev'],
    ['Ɓauchi Ƙano', 'bauchi kano'],
    ['fiﬂ ﬃ ſ', 'fifl ffi s'],
    ['ＡＢＣ\u3000２０２３', 'abc 2023'],
  ],
  'two letters': [
    ['Æther', 'ÆTHER', 'aether'],
    ['Œuvre', 'oeuvre'],
    ['Straße', 'STRASSE', 'STRAẞE'],
    ['Þingvellir', 'thingvellir'],
    ['Ĳssel', 'ijssel'],
    ['ǅ Ǉ ǌ', 'dz\u030C lj nj'],
    ['Ꜳ Ꝏ Ȣ', 'aa oo ou'],
    ['Երևան', 'ԵՐԵՎԱՆ', 'ԵՐԵՒԱՆ'],
    ['ײדיש', 'יידיש'],
    ['ﷲ', 'الله'],
    ['ໜ', 'ຫນ'],
  ],
  Greek: [
    ['Οδός', 'ΟΔΟΣ', 'οδοσ', 'ὁδός'],
    ['ᾠδή', 'ωδη'],
    ['µ', 'μ'],
  ],
  Cyrillic: [
    ['Ёлка', 'ЕЛКА'],
    ['Росси\u0301я', 'россия'],
    ['Їжак', 'іжак'],
    ['российский', 'РОССИИ\u0306СКИИ\u0306'],
  ],
  Arabic: [
    ['مُحَمَّد', 'محمد', 'محـــمد'],
    ['إيران', 'أيران', 'آيران', 'ٱيران', 'ايران', 'ایران'],
    ['ﻣﺤﻤﺪ', 'محمد'],
    ['کابل', 'كابل'],
    ['خانهٔ', 'خانۀ', 'خانه'],
    ['می\u200Cخواهم', 'میخواهم'],
    ['مؤسسة', 'موسسة'],
    ['رئيس', 'رييس'],
    ['ہندوستان', 'هندوستان', 'ھندوستان'],
    ['كوردستان', 'کوردستان'],
    ['هەولێر', 'هەوليڕ'],
    ['سلێمانی', 'سليماني'],
    ['بارزانی، ڕۆژ', 'بارزانی، روژ'],
    ['٢٠٢٣', '۲۰۲۳', '2023'],
  ],
  Hebrew: [
    ['שָׁלוֹם', 'שלום', '\uFB2A\u05DC\uFB4B\u05DD', 'שלומ'],
    ['ארץ', 'ארצ'],
    ['דרך הכף לבנון', 'דרכ הכפ לבנונ'],
  ],
  Indic: [
    ['लड़का', 'लड\u093Cका', 'ल\u095Cका'],
    ['ক\u09CBন', 'ক\u09C7\u09BEন'],
    ['ක්\u200Dෂ', 'ක්ෂ'],
    ['അവൻ', 'അവന്\u200D'],
    ['উৎসব', 'উত্\u200Dসব'],
  ],
  'South-East Asian': [
    ['น้ำ', 'น้ํา'],
    ['ຳ', 'ໍາ'],
    ['\u1025\u102E', '\u1026'],
  ],
  Hangul: [
    ['간', '간'.normalize('NFD')],
    ['ﾡￂ ￜ ﾾ', 'ㄱㅏ ㅣ ㅎ'],
  ],
  kana: [
    ['ガザ', 'ｶﾞｻﾞ', 'カ\u3099サ\u3099'],
    ['ハーグ', 'ﾊｰｸﾞ'],
  ],
  'what is not seen': [
    ['software', 'soft\u00ADware', 'soft\u200Bware', 'soft\u200Dware', 'soft\u2060ware', '\uFEFFsoftware'],
    ['drone', '\u202Adrone\u202C', '\u2067drone\u2069', 'drone\u200E', 'dr\uFE0Fone', 'dr\u034Fone', 'dr\u{E0101}one'],
    ['❤', '❤\uFE0F'],
  ],
};

/** By script: words that must all differ. */
const different: Record<string, readonly (readonly string[])[]> = {
  Cyrillic: [
    ['мой', 'мои'],
    ['ґ', 'г'],
    ['ђ', 'д'],
  ],
  Arabic: [
    ['كتابة', 'كتابه'],
    ['ب', 'ت', 'ث', 'پ'],
    ['گ', 'ك'],
    ['ە', 'ه'],
  ],
  Devanagari: [
    ['मेला', 'मैला', 'मिल', 'मल', 'माल'],
    ['लड़का', 'लडका'],
    ['कं', 'कँ', 'क', 'क्'],
  ],
  Bengali: [
    ['কি', 'কী', 'কে', 'ক'],
    ['ড়', 'ড'],
    ['ৎ', 'ত', 'ত্'],
  ],
  Gurmukhi: [
    ['ਸ਼', 'ਸ'],
    ['ਕੀ', 'ਕਿ'],
  ],
  Tamil: [['கை', 'கே', 'க', 'க்']],
  Malayalam: [['അവൻ', 'അവന്']],
  Thai: [
    ['ปี', 'ปู', 'ปิ', 'ป'],
    ['ไก่', 'ไก้', 'ไก'],
    ['นำ', 'นา'],
  ],
  Lao: [['ກິ', 'ກີ', 'ກຸ', 'ກ']],
  Khmer: [['កា', 'កិ', 'ក']],
  Burmese: [['ကို', 'ကူ', 'ကီ', 'က', 'က်']],
  Tibetan: [['བོད', 'བད', 'བུད']],
  Thaana: [['ދި', 'ދު']],
  Hangul: [
    ['가', '간', '각', '개'],
    ['ㄱㅏ', '가'],
    ['ㄳ', 'ㄱㅅ'],
  ],
  kana: [
    ['か', 'が'],
    ['は', 'ば', 'ぱ'],
    ['か', 'か\u309A'],
    ['か', 'カ'],
  ],
};

const rows = (table: Record<string, readonly (readonly string[])[]>) =>
  Object.entries(table).flatMap(([script, words]) => words.map((each) => [script, each] as const));

describe('foldText', () => {
  it.each(rows(same))('folds to one form, %s: %j', (_, ways) => {
    expect(new Set(ways.map(foldText)).size).toBe(1);
  });

  it.each(rows(different))('keeps distinct, %s: %j', (_, words) => {
    expect(new Set(words.map(foldText)).size).toBe(words.length);
  });

  it.each([
    ['Łódź, Ærø, straße, Đà Nẵng', 'lodz, aero, strasse, da nang'],
    ['مُحَمَّد کـــرد إيران', 'محمد كرد ايران'],
    ['कि की', 'कि की'],
    ['ｶﾞｻﾞ ガザ', 'ガザ ガザ'],
  ])('folds %j to %j', (text, folded) => expect(foldText(text)).toBe(folded));

  it.each([
    ['가', '간'],
    ['가', '가\u11F0'],
    ['ㄱ', '가'],
    ['か', 'が'],
    ['и', 'й'],
  ])('does not find %j in %j', (part, whole) => expect(foldText(whole)).not.toContain(foldText(part)));

  it('folds every Unicode letter like its other case and normal forms, and removes no vowel sign', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      const letter = String.fromCodePoint(code);
      if (!/[\p{L}\p{M}]/u.test(letter)) continue;
      const folded = foldText(letter);
      const forms = [folded, letter.normalize('NFC'), letter.normalize('NFD'), letter.toLowerCase()];
      // In upper case, the iota below a letter becomes a letter of its own.
      if (!letter.normalize('NFD').includes('\u0345')) forms.push(letter.toUpperCase());
      for (const form of forms) if (foldText(form) !== folded) expect.fail(`${code.toString(16)} as ${form}`);
      const written = letter.normalize('NFKC').replace(/[\p{DI}\p{sc=Zyyy}\p{sc=Zinh}\u0640\u07FA]/gu, '');
      if (/[\p{L}\p{Mc}]/u.test(written) && folded === '') expect.fail(`${code.toString(16)} is left out`);
    }
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      tries(1000),
    );
  });

  it('folds canonically equivalent texts to one form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text));
        expect(foldText(text.normalize('NFC'))).toBe(foldText(text));
      }),
      tries(1000),
    );
  });

  it('folds each word independently of the others', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(foldText(`${one} ${other}`)).toBe(`${foldText(one)} ${foldText(other)}`);
      }),
      tries(1000),
    );
  });

  it('folds a prefix of a word, split between whole letters, to a prefix of the folded word', () => {
    const letters = fc.constantFrom(
      ...rows(same).flatMap(([, ways]) => ways),
      ...rows(different).flatMap(([, w]) => w),
    );
    const startsAlone = /^(?![\p{DI}\u1100-\u11FF\u0552\u0582\uFF9E\uFF9F\u0E33\u0EB3])[\p{L}\p{N}\p{P}\p{Zs}\p{S}]/u;
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        fc.pre(startsAlone.test(other) && !/[եԵ]$/u.test(one));
        expect(foldText(one + other)).toBe(foldText(one) + foldText(other));
      }),
      tries(1000),
    );
  });
});
