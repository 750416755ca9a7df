import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/entities/article/article.ts';
import { createQuoteFinder } from '../../../src/ingest/ground/anchors.ts';
import { groundArticle } from '../../../src/ingest/ground/ground-article.ts';
import { sentencesOf } from '../../../src/ingest/ground/sentences.ts';
import { anchorEvidence } from '../../../src/ingest/parse/anchor-evidence.ts';
import { tries } from '../../support/runs.ts';
import { anyArticle } from '../any-articles.ts';

const words = [
  'Iran',
  'U.S.',
  'said',
  'killed',
  'twelve',
  '12',
  'more',
  'than',
  'on',
  'Thursday',
  'Nov.',
  '9',
  '2023',
  'a',
  'dozen',
  'drone',
  'the',
  '“',
  '”',
  '.',
  ',',
  '\n\n',
  '-',
  'of',
  '[',
  '…',
  'no',
  'one',
  'constructor',
  '__proto__',
  '\ud83d',
  '1,000',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' })), { maxLength: 60 })
  .map((parts) => parts.join(' '));

/** The article with its text after words that its evidence needs, in English. */
const article = fc
  .tuple(anyArticle, text)
  .map(([each, more]): Article => ({ ...each, language: 'en', text: `One two One two ${more}` }));

describe('groundArticle', () => {
  it('accepts any article', () => {
    fc.assert(
      fc.property(article, (each) => {
        for (const { pointer, code, message } of groundArticle(each))
          expect(`${pointer} ${code} ${message}`).not.toMatch(/undefined|NaN/);
      }),
      tries(500),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(article, (each) => {
        expect(groundArticle(reversed(each) as Article)).toEqual(groundArticle(each));
      }),
      tries(200),
    );
  });

  it('returns the same warnings for an article, whatever was grounded before', () => {
    fc.assert(
      fc.property(article, article, (a, b) => {
        const alone = groundArticle(a);
        groundArticle(b);
        expect(groundArticle(a)).toEqual(alone);
      }),
      tries(100),
    );
  });
});

describe('createQuoteFinder', () => {
  it('finds the same positions as a separate search for each quote', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 40 });
    const quotes = fc.array(
      fc.record({
        quote: fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 9 }),
        occurrence: fc.integer({ min: 1, max: 5 }),
      }),
    );
    fc.assert(
      fc.property(letters, quotes, (whole, wanted) => {
        const find = createQuoteFinder(whole, wanted);
        for (const each of wanted) expect(find(each)).toEqual(searched(whole, each.quote, each.occurrence));
      }),
      tries(1_000),
    );
  });
});

describe('sentencesOf', () => {
  it('covers all but white space, in order, in parts of at most 2,000 characters', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((each) => each.replaceAll('.', '').repeat(40)),
        ),
        (whole) => {
          const sentences = sentencesOf(whole);
          expect(
            sentences
              .map(({ start, end }) => whole.slice(start, end))
              .join('')
              .replace(/\s/gu, ''),
          ).toBe(whole.replace(/\s/gu, ''));
          for (const { start, end } of sentences) expect(end - start).toBeLessThanOrEqual(2_000);
        },
      ),
      tries(300),
    );
  });
});

describe('a large article', () => {
  // Quadratic work would take many minutes here.
  const minutes = 4 * 60_000;

  it.each([
    [
      '1,000 facts in 1 MB of sentences',
      large(1_000_000, 1_000, 'Iranian forces said on Thursday that 12 drones killed at least 3 people in Mosul. '),
    ],
    ['1,000 facts in one sentence without an end', large(250_000, 1_000, 'a 12 of the ')],
    ['1,000 facts in opened quotes', large(250_000, 1_000, '“a said [ " ')],
    ['1,000 facts in one long word', large(250_000, 1_000, 'aaaaaaaaaa')],
    ['1,000 facts in digits and dashes', large(250_000, 1_000, '12-12-12-')],
  ])(
    'is grounded within minutes if it has %s',
    (_name, huge) => {
      const before = process.cpuUsage();
      groundArticle(huge);
      const { user } = process.cpuUsage(before);
      expect(user / 1_000).toBeLessThan(minutes);
    },
    2 * minutes,
  );
});

/** An article of a repeated sentence, with facts that quote all parts of it. */
function large(size: number, facts: number, sentence: string): Article {
  const whole = sentence.repeat(Math.ceil(size / sentence.length)).slice(0, size);
  const actors = Array.from({ length: facts / 5 }, (_, at) => ({
    id: `a${at}`,
    name: `Iranian force ${at} of 12`,
    country: 'IR',
  }));
  const incidents = Array.from({ length: facts / 5 }, (_, at) => {
    const evidence = [{ quote: whole.slice(at % 80, (at % 80) + 200), occurrence: Math.min(at + 1, 1_000) }];
    return {
      id: `i${at}`,
      title: 'I',
      date: { edtf: '2023-11-08' },
      participants: [{ actor: `a${at}`, role: 'TARGET' as const, evidence }],
      casualties: [{ kind: 'KILLED' as const, count: { min: 7, max: 7 }, evidence }],
      evidence,
    };
  });
  const statements = incidents.map(({ id, evidence }, at) => ({
    id,
    type: 'COMMENT' as const,
    text: 'T',
    quote: `${sentence} ${at}`,
    speaker: `a${at}`,
    evidence,
  }));
  return { id: 'large', published: '2023-11-12', language: 'en', text: whole, actors, incidents, statements };
}

function searched(whole: string, quote: string, occurrence: number) {
  try {
    return anchorEvidence(whole, quote, occurrence);
  } catch {
    return undefined;
  }
}

/** The same value with its keys in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}
