import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/text/highlight.ts';
import { matchesText } from '../../src/text/matches.ts';
import { parseText } from '../../src/text/parse-text.ts';
import { foldedTokens } from '../../src/text/words.ts';
import { tries } from '../support/runs.ts';
import { anyLanguage, anyText } from './any-text.ts';

describe('highlight', () => {
  it.each([
    ['drone', 'Two Drones struck.', 'Two **Drones** struck.'],
    ['bogota', '  In \n\t BOGOTÁ  today ', 'In **BOGOTÁ** today'],
    ['"air base" struck', 'A drone struck the air  base', 'A drone **struck** the **air base**'],
    ['air "air base"', 'The air base.', 'The **air base**.'],
    ['Iraq', "Iraq's west, pro-Iraq", "**Iraq's** west, pro-**Iraq**"],
    ['us', 'The U.S. said', 'The **U.S.** said'],
    ['etat', "coup d'état", "coup d'**état**"],
    ['東京', '昨日、東京都庁で', '昨日、**東京**都庁で'],
    ['-drone', 'A drone', null],
    ['rocket', 'A drone', null],
    ['"base air"', 'The air base', null],
  ])('of %s in %j is %j', (query, text, expected) => {
    expect(highlight([{ text }], parseText(query, 'text'))).toBe(expected);
  });

  it('shows whole words around the fit, as many as the length leaves room for', () => {
    const text = 'One two three four five six seven eight nine ten';
    expect(highlight([{ text }], parseText('five', 'text'), 24)).toBe('…four **five** six seven…');
    expect(highlight([{ text }], parseText('two', 'text'), 24)).toBe('One **two** three four five…');
    expect(highlight([{ text }], parseText('nine', 'text'), 24)).toBe('…six seven eight **nine** ten');
    expect(highlight([{ text }], parseText('seven', 'text'), 2)).toBe('…**seven**…');
  });

  it('shows where most different words are, and a phrase before any words', () => {
    const text = `A drone, a drone, a drone. ${'No. '.repeat(60)} A base was struck by a drone. ${'No. '.repeat(60)} An air base.`;
    expect(highlight([{ text }], parseText('drone base struck', 'text'), 40)).toContain(
      '**base** was **struck** by a **drone**',
    );
    expect(highlight([{ text }], parseText('drone base struck "air base"', 'text'), 40)).toContain('**air base**');
  });

  it('takes the best of several texts, of equals the first, each in its language', () => {
    const texts = [{ text: 'Des drones', language: 'fr' }, { text: 'Drones struck' }, { text: 'A drone struck' }];
    expect(highlight(texts, parseText('drone struck', 'text'))).toBe('**Drones** **struck**');
    expect(highlight(texts, parseText('drone', 'text'))).toBe('Des **drones**');
    expect(highlight([{ text: 'بعد الهجوم', language: 'ar' }], parseText('هجوم', 'text'))).toBe('بعد **الهجوم**');
    expect(highlight([{ text: 'A drone, two drones' }], parseText('drone', 'text'), 7)).toBe('…**drone**,…');
  });

  it('is a part of the text, of no more than the length, and there when the text is found', () => {
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
          const query = parseText(quoted ? `"${token}"` : token, 'text');
          const shown = highlight([{ text, language }], query, length);
          expect(shown !== null).toBe(matchesText([{ mark: 'b', text, language }], query));
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
