import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../src/text/parse-text.ts';
import { type Field, foldedTokens, indexText } from '../../src/text/words.ts';
import { tries } from '../support/runs.ts';
import { anyLanguage, anyText } from './any-text.ts';
import { matchesText } from './matches.ts';

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
    ['dr\u00ADone dr\u200Bone \u2066drone\u2069 dr\uFE0Fone', ' drone drone drone drone '],
    ['मेला मैला मिल मल', ' मेला मैला मिल मल '],
    ['Ærø, Þór', ' aero thor '],
    ['ㅏ ﾡￂ', ' ㅏ ㄱ ㅏ '],
  ])('of %j are %j', (text, tokens) => expect(foldedTokens(text)).toBe(tokens));

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldedTokens(foldedTokens(text))).toBe(foldedTokens(text));
      }),
      tries(),
    );
  });
});

describe('indexText', () => {
  it('returns the marked stems of each field, distinct and sorted by code units', () => {
    const words = wordsOf([
      { mark: 't', usualLength: 10, text: 'Drones! A drone, 2023' },
      { mark: 's', usualLength: 10, text: 'Attaques de drones', language: 'fr' },
    ]);
    expect(words).toEqual(['s4:~attaqu', 's4:~de', 's4:~dron', 't4:2023', 't4:a', 't4:drone']);
  });

  it.each([
    ['en-GB', 'striking', 'strikes'],
    ['FR', 'attaques', 'attaque'],
    ['de', 'Angriffe', 'Angriff'],
    ['es', 'misiles', 'misil'],
    ['ar', 'الهجوم', 'هجوم'],
    ['ru', 'российской', 'российские'],
    ['uk', 'дронами', 'дронів'],
    ['bg', 'градовете', 'град'],
    ['sr', 'Вучића', 'Vučić'],
    ['hi', 'लड़का', 'लड़के'],
    ['he', 'drones', 'DRONES'],
    ['ar', 'drones', 'drone'],
  ])('has the same stem in %s for %s and %s', (language, one, other) => {
    expect(wordsOf([{ mark: 't', usualLength: 10, text: one, language }])).toEqual(
      wordsOf([{ mark: 't', usualLength: 10, text: other, language }]),
    );
  });

  it.each([
    ['Hamas', 'Hama'],
    ['ISIS', 'ISI'],
    ['news', 'new'],
    ['theme', 'the'],
    ['Iranian', 'Iran'],
  ])('distinguishes %s from %s', (one, other) => {
    const query = parseText(one);
    expect(matchesText([{ mark: 't', usualLength: 10, text: one }], query)).toBe(true);
    expect(matchesText([{ mark: 't', usualLength: 10, text: other }], query)).toBe(false);
  });

  // The impact by BM25 is 2.2 count / (count + 0.3 + 0.9 length / usual length).
  it.each([
    ['once among few words', 1, 5, 4], // 1.26
    ['once in a text of usual length', 1, 10, 3], // 1
    ['once in a longer text', 1, 20, 2], // 0.71
    ['twice in a longer text', 2, 20, 3], // 1.07
    ['once in a much longer text', 1, 38, 2], // 0.47
    ['once in a very long text', 1, 45, 1], // 0.41
    ['often in a very long text', 9, 45, 4], // 1.49
  ])('has the level of a word that is there %s', (_how, count, length, level) => {
    const text = [...Array(count).fill('drone'), ...Array(length - count).fill('other')].join(' ');
    expect(wordsOf([{ mark: 't', usualLength: 10, text }])).toContain(`t${level}:drone`);
  });

  it('has the highest level of a word in texts with the same mark', () => {
    const long = `drone ${'other '.repeat(50)}`;
    const texts = [long, 'drone', long].map((text) => ({ mark: 't', usualLength: 10, text }));
    expect(wordsOf(texts).filter((word) => word.endsWith(':drone'))).toEqual(['t4:drone']);
  });

  it('truncates words to 64 code units, not within a character', () => {
    expect(wordsOf([{ mark: 't', usualLength: 10, text: 'x'.repeat(1000) }])).toEqual([`t4:${'x'.repeat(64)}`]);
    expect(wordsOf([{ mark: 't', usualLength: 10, text: `x${'\u{10400}'.repeat(64)}` }])).toEqual([
      `t4:x${'\u{10428}'.repeat(31)}`,
    ]);
  });

  it('never returns an empty word', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        for (const word of wordsOf([{ mark: 't', usualLength: 10, text, language }]))
          expect(word).toMatch(/^t[1-4]:~?[^\s~]{1,64}$/u);
      }),
      tries(),
    );
  });
});

function wordsOf(fields: readonly Field[]): string[] {
  return indexText(fields).words;
}
