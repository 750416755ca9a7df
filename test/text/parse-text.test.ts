import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidText, parseText, type Term } from '../../src/text/parse-text.ts';
import { type Field, foldedTokens, indexText } from '../../src/text/words.ts';
import { tries } from '../support/runs.ts';
import { anyLanguage, anyText } from './any-text.ts';
import { matchesText } from './matches.ts';

const article: Field[] = [
  { mark: 't', usualLength: 10, text: 'Iranian-backed militias attack U.S. forces' },
  { mark: 'b', usualLength: 10, text: 'Three drones struck the air base in Iraq’s west; nobody was wounded.' },
];

describe('parseText', () => {
  it.each([
    ['drone', true],
    ['DRONES wounded', true],
    ['drones Syria', false],
    ['attacks on', false],
    ['"air base"', true],
    ['“air base” militia', true],
    ['"base air"', false],
    ['"air bases"', false],
    ['"forces three"', false],
    ['"air base', true],
    ['"air base in Syria', false],
    ['"drones"', true],
    ['"drone"', false],
    ['Iranian-backed', true],
    ['backed-Iranian', false],
    ['US "us forces" U.S.', true],
    ["Iraq's", true],
    ['Iraq', true],
    ['drones -Syria', true],
    ['drones -Iraq', false],
    ['-Syria', true],
    ['-drone', false],
    ['-"air base"', false],
    ['-"base air"', true],
    ['drones - & …', true],
    ['drone"air base"', true],
  ])('parses %s; it matches the article: %s', (text, found) => {
    expect(matchesText(article, parseText(text))).toBe(found);
  });

  it('returns the stems of each word in every language', () => {
    expect(parseText('drones')).toEqual({
      include: [{ words: [['drone', 'drones', '~dron', '~drones']] }],
      exclude: [],
    });
  });

  it('returns the distinct words and the tokens of a phrase', () => {
    expect(parseText('-"Boko-Boko 7"')).toEqual({
      include: [],
      exclude: [{ words: [expect.arrayContaining(['boko', '~boko']), ['7']], phrase: ' boko boko 7 ' }],
    });
  });

  it('returns duplicate terms once', () => {
    expect(parseText('7 7 "7" 7-8 "7 8" -7')).toEqual({
      include: [{ words: [['7']] }, { words: [['7']], phrase: ' 7 ' }, { words: [['7'], ['8']], phrase: ' 7 8 ' }],
      exclude: [{ words: [['7']] }],
    });
  });

  it.each([
    ['', 'a text with a word'],
    ['- "" …', 'a text with a word'],
    ['a\0b', 'a text without NUL'],
    ['a\uD800', 'a text without lone surrogates'],
    ['a '.repeat(33), 'a text of at most 32 words'],
    ['x'.repeat(1001), 'a text of at most 1,000 characters'],
  ])('rejects %j', (text, expected) => {
    expect(errorOf(text)?.expected).toBe(expected);
  });

  it('accepts 32 words and 1,000 characters', () => {
    expect(errorOf('a '.repeat(32))).toBeUndefined();
    expect(errorOf('\u{10400}'.repeat(1000))).toBeUndefined();
  });

  it('throws only InvalidText', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        ),
        (text) => {
          expect(() => errorOf(text)).not.toThrow();
        },
      ),
      tries(),
    );
  });

  it('matches a text by each of its tokens, and not by their exclusion', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const fields = [{ mark: 'b', usualLength: 10, text, language }];
        for (const token of new Set(foldedTokens(text).trim().split(' '))) {
          if (token === '') continue;
          expect(matchesText(fields, parseText(token))).toBe(true);
          expect(matchesText(fields, parseText(`-${token}`))).toBe(false);
        }
      }),
      tries(),
    );
  });

  it('matches a text by any sequence of its words', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, fc.nat(), fc.nat(), (text, language, from, count) => {
        const words = text.replace(/["“”„«»\0]|\p{Surrogate}/gu, ' ').split(/\s+/u);
        const part = words.slice(from % words.length).slice(0, 1 + (count % 4));
        if (foldedTokens(part.join(' ')) === ' ' || foldedTokens(part.join(' ')).split(' ').length > 30) return;
        const query = parseText(`"${part.join(' ')}"`);
        expect(matchesText([{ mark: 'b', usualLength: 10, text: words.join('\n'), language }], query)).toBe(true);
      }),
      tries(),
    );
  });

  it('matches the index if and only if it matches the texts', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyLanguage, (title, body, text, language) => {
        if (errorOf(text) !== undefined) return;
        const query = parseText(text);
        const fields = [
          { mark: 't', usualLength: 10, text: `${title} ${text}`, language },
          { mark: 'b', usualLength: 10, text: body },
        ];
        const indexed = indexText(fields);
        const words = new Set(indexed.words.map((word) => word.replace(/\d:/, ':')));
        const holds = (term: Term) =>
          term.words.every((stems) => stems.some((stem) => words.has(`t:${stem}`) || words.has(`b:${stem}`))) &&
          (term.phrase === undefined || indexed.folded.some((plain) => plain.includes(term.phrase ?? '')));
        const found = query.include.every(holds) && !query.exclude.some(holds);
        expect(matchesText(fields, query)).toBe(found);
      }),
      tries(),
    );
  });
});

function errorOf(text: string): InvalidText | undefined {
  try {
    parseText(text);
  } catch (error) {
    if (error instanceof InvalidText) return error;
    throw error;
  }
  return undefined;
}
