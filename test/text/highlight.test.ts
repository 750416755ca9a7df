import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/text/highlight.ts';
import { parseText } from '../../src/text/parse-text.ts';
import { foldedTokens } from '../../src/text/words.ts';
import { tries } from '../support/runs.ts';
import { anyLanguage, anyText } from './any-text.ts';
import { matchesText } from './matches.ts';

describe('highlight', () => {
  it.each([
    ['drone', 'Two Drones struck.', 'Two **Drones** struck.'],
    ['bogota', '  In \n\t BOGOTÁ  today ', 'In **BOGOTÁ** today'],
    ['"air base" struck', 'A drone struck the air  base', 'A drone **struck** the **air base**'],
    ['air "air base"', 'The air base.', 'The **air base**.'],
    ['Iraq', "Iraq's west, pro-Iraq", "**Iraq's** west, pro-**Iraq**"],
    ['us', 'The U.S. said', 'The **U.S.** said'],
    ['etat', "coup d'état", "coup d'**état**"],
    ['aether', 'The Æther', 'The **Æther**'],
    ['software', 'The soft\u00ADware\u200B.', 'The **soft\u00ADware**\u200B.'],
    ['ปี', 'ปูปีปู', 'ปู**ปี**ปู'],
    ['가', '간가간', '간**가**간'],
    ['가', '간가간'.normalize('NFD'), '간**가**간'.normalize('NFD')],
    ['मेला', 'मैला मेला', 'मैला **मेला**'],
    ['東京', '昨日、東京都庁で', '昨日、**東京**都庁で'],
    ['-drone', 'A drone', null],
    ['rocket', 'A drone', null],
    ['"base air"', 'The air base', null],
  ])('for %s in %j returns %j', (query, text, expected) => {
    expect(highlight([{ text }], parseText(query))).toBe(expected);
  });

  it('shows as many whole words around a match as the length allows', () => {
    const text = 'One two three four five six seven eight nine ten';
    expect(highlight([{ text }], parseText('five'), 24)).toBe('…four **five** six seven…');
    expect(highlight([{ text }], parseText('two'), 24)).toBe('One **two** three four five…');
    expect(highlight([{ text }], parseText('nine'), 24)).toBe('…six seven eight **nine** ten');
    expect(highlight([{ text }], parseText('seven'), 2)).toBe('…**seven**…');
  });

  it('prefers the extract with the most distinct words, and phrases over words', () => {
    const text = `A drone, a drone, a drone. ${'No. '.repeat(60)} A base was struck by a drone. ${'No. '.repeat(60)} An air base.`;
    expect(highlight([{ text }], parseText('drone base struck'), 40)).toContain(
      '**base** was **struck** by a **drone**',
    );
    expect(highlight([{ text }], parseText('drone base struck "air base"'), 40)).toContain('**air base**');
  });

  it('returns the best of several texts, each stemmed in its language, and the first one in a tie', () => {
    const texts = [{ text: 'Des drones', language: 'fr' }, { text: 'Drones struck' }, { text: 'A drone struck' }];
    expect(highlight(texts, parseText('drone struck'))).toBe('**Drones** **struck**');
    expect(highlight(texts, parseText('drone'))).toBe('Des **drones**');
    expect(highlight([{ text: 'بعد الهجوم', language: 'ar' }], parseText('هجوم'))).toBe('بعد **الهجوم**');
    expect(highlight([{ text: 'A drone, two drones' }], parseText('drone'), 7)).toBe('…**drone**,…');
  });

  it('returns a part of the text within the length exactly if the text matches', () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        anyLanguage,
        fc.nat(),
        fc.boolean(),
        fc.integer({ min: 10, max: 80 }),
        (a, b, language, at, quoted, length) => {
          const text = a + b;
          const tokens = foldedTokens(`${b} drone`).trim().split(' ');
          const token = tokens[at % tokens.length] ?? '';
          const query = parseText(quoted ? `"${token}"` : token);
          const shown = highlight([{ text, language }], query, length);
          expect(shown !== null).toBe(matchesText([{ mark: 'b', usualLength: 10, text, language }], query));
          if (shown === null) return;
          expect(plain(text)).toContain(plain(shown));
          expect(shown).toMatch(/\*\*[^\s*][^*]*\*\*/u);
          const [, fit = ''] = /\*\*(.*?)\*\*/u.exec(shown.replace(/^…?\*{3,}/u, '**')) ?? [];
          expect(shown.replaceAll('**', '').length).toBeLessThanOrEqual(Math.max(length, fit.length) + 18);
        },
      ),
      tries(),
    );
  });
});

function plain(text: string): string {
  return text
    .replace(/\*\*|…/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
