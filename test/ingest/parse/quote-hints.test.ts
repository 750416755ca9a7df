import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQuoteExplainer } from '../../../src/ingest/parse/hints/explain-quote.ts';
import { createNearWordsSearch } from '../../../src/ingest/parse/hints/near-words.ts';
import { tries } from '../../support/runs.ts';

/** What a copy of a text may turn a character into. */
const respelled: Record<string, string[]> = {
  ' ': ['\u00a0', '  ', '\n', ' \r\n ', '\u2009', '\u202f'],
  '’': ["'", '‘', '´', '`'],
  "'": ['’'],
  '“': ['"', '„', '«'],
  '”': ['"', '“', '»'],
  '—': ['-', '–', '--', ' - ', ' — '],
  '…': ['...'],
  é: ['e\u0301', 'e', 'É'],
  ü: ['u', 'Ü', 'u\u0308'],
  ﬁ: ['fi'],
  a: ['A', 'а', 'a\u200b', '\u00ada'],
  s: ['S', 's\u2060'],
};

const words = [
  'troops',
  'fire',
  'café',
  'Müller',
  '“no”',
  'it’s',
  'gate—hit',
  'of',
  'a',
  'ﬁve',
  'soon…',
  'as',
  "O'Neil",
  '12',
];
const sentences = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 40 }).map((list) => list.join(' '));

/** A text, a stretch of it between two words, and a careless copy of that. */
const copied = fc
  .tuple(sentences, fc.nat(), fc.nat(), fc.infiniteStream(fc.nat(40)))
  .map(([text, from, count, choices]) => {
    const list = text.split(' ');
    const start = from % list.length;
    const original = list.slice(start, start + 1 + (count % 8)).join(' ');
    const copy = [...original]
      .map((character) => {
        const choice = choices.next().value ?? 0;
        const others = respelled[character] ?? [];
        return others[choice] ?? character;
      })
      .join('');
    return { text, original, copy };
  });

describe('the hint for a quote with another spelling', () => {
  it('says to write words of the text that differ only in spelling', () => {
    fc.assert(
      fc.property(copied, ({ text, original, copy }) => {
        fc.pre(!text.includes(copy));
        const hint = createQuoteExplainer(text, undefined).missing(copy) ?? '';
        expect(hint).toMatch(/^The text has .+ where the quote has .+\. Write /su);
        const { quote } = quoteIn(hint);
        expect(text).toContain(quote);
        expect(bare(quote)).toBe(bare(original));
      }),
      tries(500),
    );
  });

  it('lists each difference', () => {
    const { missing } = createQuoteExplainer('He said “no” — twice —\nand left.', undefined);
    expect(missing('he said "no" - twice - and left')).toBe(
      'The text has "He" where the quote has "he"; “ LEFT DOUBLE QUOTATION MARK U+201C where the quote has " QUOTATION MARK U+0022; ' +
        '” RIGHT DOUBLE QUOTATION MARK U+201D where the quote has " QUOTATION MARK U+0022; ' +
        '— EM DASH U+2014 where the quote has - HYPHEN-MINUS U+002D (2 times); ' +
        'LINE FEED U+000A where the quote has SPACE U+0020. Write "He said “no” — twice —\\nand left"',
    );
  });
});

describe('the hint for any quote', () => {
  const anything = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\n', '’', '"', '—', '…', '.', 'é', '\u0301', '\u200b', '😀'),
    maxLength: 30,
  });

  it('says to write only what the text contains', () => {
    fc.assert(
      fc.property(anything, anything, (text, quote) => {
        fc.pre(!text.includes(quote));
        const hint = createQuoteExplainer(text, undefined).missing(quote);
        if (hint?.includes(' Write {') || hint?.includes('Write "')) expect(text).toContain(quoteIn(hint).quote);
      }),
      tries(1_000),
    );
  });

  it('shows the nearest of several places', () => {
    const text = `${'The bridge near Mosul was hit by a rocket. '.repeat(50)}The bridge near Erbil was hit by a drone. ${'The road near Mosul was hit by a drone. '.repeat(50)}`;
    const { missing } = createQuoteExplainer(text, undefined);
    expect(missing('bridge near Erbil was struck by a drone')).toContain('"hit" where the quote has "struck"');
    expect(missing('bridge near Erbil was struck by a drone')).toContain(
      'Write "bridge near Erbil was hit by a drone"',
    );
  });

  it('shows the first difference of a long quote', () => {
    const list = Array.from({ length: 1_500 }, (_, index) => `word${index}`);
    const { missing } = createQuoteExplainer(list.join(' '), undefined);
    const quote = list.map((word, index) => (index === 1_200 ? 'other' : word)).join(' ');
    expect(missing(quote)).toContain('"word1200" where the quote has "other"');
  });
});

describe('the search for near words', () => {
  /** Texts of 256 kB and quotes that make naive searches quadratic. */
  const size = 256 * 1024;
  const unique = Array.from({ length: 40_000 }, (_, index) => `w${index.toString(36)}x`);
  const hostile: [string, string, (index: number) => string][] = [
    ['one letter', 'a'.repeat(size), (index) => `b${'a'.repeat(500)}${index}`],
    ['one word', 'a '.repeat(size / 2), (index) => `a a a a b${index} a a`],
    ['one word and long quotes', 'a '.repeat(size / 2), (index) => `${'a '.repeat(600)}b${index}`],
    ['distinct words', unique.join(' ').slice(0, size), (index) => `${unique[index]} zzz${index} ${unique[index + 1]}`],
    ['misspelled words', unique.join(' ').slice(0, size), (index) => `${unique[index]}q`],
    ['marks', `e${'\u0301'.repeat(60)}`.repeat(size / 61), (index) => `e ${index}`],
    ['blanks', ' x'.padStart(100).repeat(size / 100), (index) => `${' '.repeat(500)}x${index}`],
  ];

  it.each(hostile)('ends after a bounded amount of work in a text of %s', (_, text, quote) => {
    const find = createNearWordsSearch(text, 20_000_000);
    const found = Array.from({ length: 5_000 }, (_each, index) => find(quote(index)));
    const searched = found.filter((each) => each !== undefined).length;
    // Each search is charged at least the text's folded length, or a part for the comparisons after it.
    expect(searched).toBeGreaterThan(0);
    expect(searched).toBeLessThan(400);
  });

  it('finds only other spellings in texts beyond its limit', () => {
    const text = `It’s ${'so '.repeat(700_000)}`;
    const find = createNearWordsSearch(text);
    expect(find("It's so")).toMatchObject({ isSpelling: true });
    expect(find('It was so')).toBeUndefined();
  });
});

/** Returns the evidence that a hint says to write. */
function quoteIn(hint: string): { quote: string } {
  const json = hint.slice(hint.lastIndexOf('Write ') + 'Write '.length).replace(/, the first of .*$/su, '');
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? { quote: value } : (value as { quote: string });
}

/** The letters and digits of a text, without case and accents. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('а', 'a')
    .replace(/[^a-z0-9]/g, '');
}
