import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { matchesText } from '../../src/text/matches.ts';
import { parseText, type Term } from '../../src/text/parse-text.ts';
import { type Field, foldedTokens, indexText } from '../../src/text/words.ts';
import { tries } from '../support/runs.ts';
import { anyLanguage, anyText } from './any-text.ts';

const article: Field[] = [
  { mark: 't', text: 'Iranian-backed militias attack U.S. forces' },
  { mark: 'b', text: 'Three drones struck the air base in Iraq’s west; nobody was wounded.' },
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
  ])('%s finds the article: %s', (text, found) => {
    expect(matchesText(article, parseText(text, 'where.text'))).toBe(found);
  });

  it('gives each word the stems that it has in every language', () => {
    expect(parseText('drones', 'text')).toEqual({
      include: [{ words: [['drone', 'drones', '~dron', '~drones']] }],
      exclude: [],
    });
  });

  it('gives a phrase its words, each once, and its tokens', () => {
    expect(parseText('-"Boko-Boko 7"', 'text')).toEqual({
      include: [],
      exclude: [{ words: [expect.arrayContaining(['boko', '~boko']), ['7']], phrase: ' boko boko 7 ' }],
    });
  });

  it('takes a term that is said twice once', () => {
    expect(parseText('7 7 "7" 7-8 "7 8" -7', 'text')).toEqual({
      include: [{ words: [['7']] }, { words: [['7']], phrase: ' 7 ' }, { words: [['7'], ['8']], phrase: ' 7 8 ' }],
      exclude: [{ words: [['7']] }],
    });
  });

  it.each([
    ['', 'a text with a word, but got: ""'],
    ['- "" …', 'a text with a word, but got: "- \\"\\" …"'],
    ['a\0b', 'a text without NUL, but got: "a\\u0000b"'],
    ['a\uD800', 'a text without lone surrogates, but got: "a\\ud800"'],
    ['a '.repeat(33), 'a text of at most 32 words'],
    ['x'.repeat(1001), 'a text of at most 1,000 characters'],
  ])('refuses %j', (text, expected) => {
    const error = refusalOf(text);
    expect(error?.message).toContain(`Argument "where.text" must be ${expected}`);
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'where.text' });
  });

  it('takes 32 words and 1,000 characters', () => {
    expect(refusalOf('a '.repeat(32))).toBeUndefined();
    expect(refusalOf('\u{10400}'.repeat(1000))).toBeUndefined();
  });

  it('throws nothing but BAD_USER_INPUT', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        ),
        (text) => {
          const error = refusalOf(text);
          if (error !== undefined) expect(error.extensions.code).toBe('BAD_USER_INPUT');
        },
      ),
      tries(),
    );
  });

  it('finds a text by each of its tokens, and not by what leaves that out', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const fields = [{ mark: 'b', text, language }];
        for (const token of new Set(foldedTokens(text).trim().split(' '))) {
          if (token === '') continue;
          expect(matchesText(fields, parseText(token, 'text'))).toBe(true);
          expect(matchesText(fields, parseText(`-${token}`, 'text'))).toBe(false);
        }
      }),
      tries(),
    );
  });

  it('finds a text by whatever words follow each other in it', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, fc.nat(), fc.nat(), (text, language, from, count) => {
        const words = text.replace(/["“”„«»\0]|\p{Surrogate}/gu, ' ').split(/\s+/u);
        const part = words.slice(from % words.length).slice(0, 1 + (count % 4));
        if (foldedTokens(part.join(' ')) === ' ' || foldedTokens(part.join(' ')).split(' ').length > 30) return;
        const query = parseText(`"${part.join(' ')}"`, 'text');
        expect(matchesText([{ mark: 'b', text: words.join('\n'), language }], query)).toBe(true);
      }),
      tries(),
    );
  });

  it('finds by the stored words and tokens what it finds in the texts', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyLanguage, (title, body, text, language) => {
        if (refusalOf(text) !== undefined) return;
        const query = parseText(text, 'text');
        const fields = [
          { mark: 't', text: `${title} ${text}`, language },
          { mark: 'b', text: body },
        ];
        const indexed = indexText(fields);
        const words = new Set(indexed.words);
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

function refusalOf(text: string): GraphQLError | undefined {
  try {
    parseText(text, 'where.text');
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  return undefined;
}
