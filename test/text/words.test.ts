import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/text/fold-text.ts';
import { matchesText } from '../../src/text/matches.ts';
import { parseText } from '../../src/text/parse-text.ts';
import { type Field, foldedTokens, indexText } from '../../src/text/words.ts';
import { tries } from '../support/runs.ts';
import { anyLanguage, anyText } from './any-text.ts';

describe('foldText', () => {
  it.each([
    ['Bogotá', 'bogota'],
    ['Łódź, Ærø, straße, Đà Nẵng', 'lodz, aero, strasse, da nang'],
    ['ISTANBUL İstanbul ıstanbul', 'istanbul istanbul istanbul'],
    ['Ёлка, Российский', 'елка, российский'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['مُحَمَّد کـــرد إيران', 'محمد كرد ايران'],
    ['שָׁלוֹם', 'שלום'],
    ['कि की', 'कि की'],
    ['ｶﾞｻﾞ ガザ', 'ガザ ガザ'],
    ['ＡＢＣ ２０２３ ٢٠٢٣', 'abc 2023 2023'],
    ['soft\u00ADware', 'software'],
  ])('folds %j to %j', (text, folded) => expect(foldText(text)).toBe(folded));

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      tries(),
    );
  });
});

describe('foldedTokens', () => {
  it.each([
    ['', ' '],
    ['… — “”', ' '],
    ['US forces struck.', ' us forces struck '],
    ["Iran's and the Iranians' d’état", ' iran and the iranians etat '],
    ["Sana'a, Ba‘ath, ʿAli, O'Brien", ' sanaa baath ali obrien '],
    ['U.S.-backed I.R.G.C. at 3.5 a.m.', ' us backed irgc at 3 5 am '],
    ['1,000 a_b ½ m²', ' 1 000 a b 1 2 m2 '],
    ['イラン軍', ' イ ラ ン 軍 '],
    ['이란은', ' 이 란 은 '],
    ['이란은'.normalize('NFD'), ' 이 란 은 '],
    ['กำลัง', ' ก ำ ลั ง '],
    ['צה"ל צה״ל', ' צהל צהל '],
  ])('of %j are %j', (text, tokens) => expect(foldedTokens(text)).toBe(tokens));

  it('are their own tokens', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldedTokens(foldedTokens(text))).toBe(foldedTokens(text));
      }),
      tries(),
    );
  });
});

describe('indexText', () => {
  it('marks the stems of each field, distinct and sorted by code units', () => {
    const words = wordsOf([
      { mark: 't', text: 'Drones! A drone, 2023' },
      { mark: 's', text: 'Attaques de drones', language: 'fr' },
    ]);
    expect(words).toEqual(['s:~attaqu', 's:~de', 's:~dron', 't:2023', 't:a', 't:drone']);
  });

  it.each([
    ['en-GB', 'striking', 'strikes'],
    ['FR', 'attaques', 'attaque'],
    ['de', 'Angriffe', 'Angriff'],
    ['es', 'misiles', 'misil'],
    ['ar', 'الهجوم', 'هجوم'],
    ['ru', 'российской', 'российские'],
    ['uk', 'дронами', 'дронів'],
    ['sr', 'Вучића', 'Vučić'],
    ['hi', 'लड़का', 'लड़के'],
    ['he', 'drones', 'DRONES'],
    ['ar', 'drones', 'drone'],
  ])('has one stem in %s for %s and %s', (language, one, other) => {
    expect(wordsOf([{ mark: 't', text: one, language }])).toEqual(wordsOf([{ mark: 't', text: other, language }]));
  });

  it.each([
    ['Hamas', 'Hama'],
    ['ISIS', 'ISI'],
    ['news', 'new'],
    ['theme', 'the'],
    ['Iranian', 'Iran'],
  ])('tells %s from %s', (one, other) => {
    const query = parseText(one, 'text');
    expect(matchesText([{ mark: 't', text: one }], query)).toBe(true);
    expect(matchesText([{ mark: 't', text: other }], query)).toBe(false);
  });

  it('cuts a word after 64 code units, not within a character', () => {
    expect(wordsOf([{ mark: 't', text: 'x'.repeat(1000) }])).toEqual([`t:${'x'.repeat(64)}`]);
    expect(wordsOf([{ mark: 't', text: `x${'\u{10400}'.repeat(64)}` }])).toEqual([`t:x${'\u{10428}'.repeat(31)}`]);
  });

  it('never has an empty word', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        for (const word of wordsOf([{ mark: 't', text, language }])) expect(word).toMatch(/^t:~?[^\s~]{1,64}$/u);
      }),
      tries(),
    );
  });
});

function wordsOf(fields: readonly Field[]): string[] {
  return indexText(fields).words;
}
