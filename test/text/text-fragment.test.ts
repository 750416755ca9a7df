import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPage } from '../../src/text/page.ts';
import { linkToText } from '../../src/text/text-fragment.ts';
import { tries } from '../support/runs.ts';
import { findTextDirective, readTextDirective, type TextDirective } from './find-text-directive.ts';

const address = 'https://example.org/news';

function link(text: string, quote: string, url = address, occurrence = 1): string {
  let start = -1;
  for (let i = 0; i < occurrence; i++) start = text.indexOf(quote, start + 1);
  return linkToText(url, createPage(text), start, start + quote.length);
}

describe('a link to a text', () => {
  it.each<[string, string, string, string]>([
    ['the quote, encoded', 'Three US troops, it said.', 'Three US troops', 'Three%20US%20troops'],
    [
      'dashes, commas and ampersands, encoded',
      'Iranian-backed, Q&A.',
      'Iranian-backed, Q&A',
      'Iranian%2Dbacked%2C%20Q%26A',
    ],
    ['white space as one space', 'They  \u00a0 spoke.', 'They  \u00a0 spoke', 'They%20spoke'],
    ['no white space around it', 'They spoke up.', ' spoke ', 'spoke'],
    ['what precedes it if it begins within a word', 'On Wednesday.', 'day', 'Wednes-,day'],
    ['what follows it if it ends within a word', 'On Wednesday.', 'On Wed', 'On%20Wed,-nesday'],
    [
      'the first and last words of several lines',
      'It said:\nThe dam was hit.\n\nNobody died.',
      'The dam was hit.\n\nNobody died',
      'The%20dam%20was%20hit.,Nobody%20died',
    ],
    ['nothing more if it is the first that matches', 'A dam. A dam.', 'A dam', 'A%20dam'],
    ['nothing more if what matches is within a word', 'Justus spoke to us.', 'us', 'us'],
  ])('has %s', (_, text, quote, directive) => {
    const occurrence = quote === 'us' ? 3 : 1;
    expect(link(text, quote, address, occurrence)).toBe(`${address}#:~:text=${directive}`);
  });

  it('has words around a quote that stands there earlier, as many as are needed', () => {
    const text =
      'On Monday a convoy was hit near Mosul. On Friday a convoy was hit near Mosul, they said. A CONVOY was lost.';
    expect(link(text, 'a convoy', address, 2)).toBe(`${address}#:~:text=Friday-,a%20convoy,-was%20hit`);
    expect(link(text, 'A CONVOY')).toBe(`${address}#:~:text=said.-,A%20CONVOY,-was`);
  });

  it('has the first and last words of a long quote', () => {
    const words = Array.from({ length: 100 }, (_, i) => `word${i}`);
    const { start, end } = readTextDirective(link(`Before. ${words.join(' ')} after.`, words.join(' ')));
    expect([start, end]).toEqual([words.slice(0, 10).join(' '), words.slice(-8).join(' ')]);
  });

  it.each([
    ['https://example.org/a#section', 'https://example.org/a#section:~:text=dam'],
    ['https://example.org/a#', 'https://example.org/a#:~:text=dam'],
    ['https://example.org/a#:~:text=other', 'https://example.org/a#:~:text=dam'],
    ['https://example.org/a?b=c#d#e:~:text=other', 'https://example.org/a?b=c#d#e:~:text=dam'],
  ])('keeps another fragment, and no other text fragment: %s', (url, linked) => {
    expect(link('The dam.', 'dam', url)).toBe(linked);
  });

  const word = fc.constantFrom(
    'a',
    'b',
    'A',
    'ab',
    'ba',
    "b's",
    'é',
    'İ',
    'A.B',
    '1,2',
    '3',
    '摩苏尔',
    '大坝',
    'เขื่อน',
    '😀',
    '-',
    '&',
    '(',
  );
  const space = (breaks: number) =>
    fc.constantFrom(
      ...Array(9).fill(' '),
      '',
      ', ',
      '  ',
      '\u00a0',
      ...Array(breaks).fill('\n'),
      ...Array(breaks).fill(' \n\n'),
    );
  const anyText = (length: number, breaks: number) =>
    fc.array(fc.tuple(word, space(breaks)), { minLength: 1, maxLength: length }).map((parts) => parts.flat().join(''));
  const anyRange = (text: fc.Arbitrary<string>) =>
    text.chain((text) =>
      fc.record({
        text: fc.constant(text),
        start: fc.nat(text.length - 1),
        length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: text.length })),
      }),
    );

  /** Returns the range without the white space around it, or null if nothing is left. */
  const inner = (text: string, start: number, length: number): [number, number] | null => {
    const quote = text.slice(start, start + length);
    if (quote.trim() === '' || /^[\udc00-\udfff]|[\ud800-\udbff]$/u.test(quote)) return null;
    return [start + quote.length - quote.trimStart().length, start + quote.trimEnd().length];
  };

  it.each([
    ['one line', 60, 0],
    ['a long line', 400, 0],
    ['several lines', 60, 1],
  ])('is followed by browsers to its words, in %s', (_, size, breaks) => {
    fc.assert(
      fc.property(anyRange(anyText(size, breaks)), ({ text, start, length }) => {
        const range = inner(text, start, length);
        fc.pre(range !== null);
        const url = linkToText(address, createPage(text), start, Math.min(start + length, text.length));
        const directive = readTextDirective(url);
        const found = findTextDirective(text, directive);
        if (range && found?.join() !== range.join() && breaks > 0)
          expect(hasNoOther(text, range, directive)).toBe(true);
        else expect({ url, found }).toEqual({ url, found: range });
      }),
      tries(2000),
    );
  });
});

/** Whether a directive has all the context that the lines offer on both sides, or on one if it has first and last words. */
function hasNoOther(text: string, [start, end]: [number, number], { end: last, ...directive }: TextDirective): boolean {
  const [before = ''] = text.slice(0, start).trimEnd().split('\n').slice(-1);
  const [after = ''] = text.slice(end).trimStart().split('\n');
  const collapsed = (line: string) => line.trim().replace(/\s+/gu, ' ');
  const isAll = [collapsed(before) === (directive.prefix ?? ''), collapsed(after) === (directive.suffix ?? '')];
  return last === undefined ? isAll.every(Boolean) : isAll.some(Boolean);
}
