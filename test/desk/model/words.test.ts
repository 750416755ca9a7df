import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateMeaning } from '../../../web/desk/cards/date-meaning.ts';
import { readQuantity, writeQuantity } from '../../../web/desk/model/quantity.ts';
import { readWords } from '../../../web/desk/model/read-words.ts';
import { maxTextBytes, tooLong } from '../../../web/desk/text/text-limit.ts';
import { moveCursor, spanOfCursor } from '../../../web/desk/text/word-cursor.ts';

describe('a number', () => {
  it.each([
    ['3', { min: 3, max: 3 }],
    ['10-12', { min: 10, max: 12 }],
    ['10 to 12', { min: 10, max: 12 }],
    ['41+', { min: 41 }],
    ['at least 41', { min: 41 }],
    ['more than 40', { min: 41 }],
    ['1,200', { min: 1200, max: 1200 }],
    ['10-12, best 11', { min: 10, max: 12, best: 11 }],
    ['12-10', null],
    ['many', null],
    ['-3', null],
    ['3.5', null],
    ['99999999999999999999', null],
  ])('%s is read as %j', (text, expected) => {
    expect(readQuantity(text)).toEqual(expected);
  });

  it('is read as it was written', () => {
    const quantity = fc
      .tuple(fc.nat(), fc.option(fc.nat(), { nil: undefined }), fc.boolean())
      .map(([min, more, best]) => ({ min, ...(more !== undefined && { max: min + more }), ...(best && { best: min }) }))
      .filter(({ min, max, best }) => !(min === max && best !== undefined));
    fc.assert(
      fc.property(quantity, (value) => {
        expect(readQuantity(writeQuantity(value))).toEqual(value);
      }),
    );
  });
});

describe('selected words', () => {
  it.each([
    ['on Sunday', { edtf: '2024-01-14' }],
    ['in November 2023', { edtf: '2023-11' }],
    ['Two soldiers were wounded', { casualty: 'INJURED', count: { min: 2, max: 2, original: 'Two' } }],
    ['killed at least 40 people', { casualty: 'KILLED', count: { min: 40 } }],
    ['hit by drones', { methods: ['DRONE'] }],
  ])('%s prefill %j', (words, expected) => {
    expect(readWords(words, '2024-01-15')).toMatchObject(expected);
  });

  it('prefill no date if they give two, or the day of publication is missing', () => {
    expect(readWords('on Sunday or on Monday', '2024-01-15').edtf).toBeUndefined();
    expect(readWords('on Sunday', '').edtf).toBeUndefined();
  });
});

describe('a date', () => {
  it.each([
    ['2024-01-14', 'Sunday, 14 January 2024'],
    ['2023-11', 'November 2023: a day in this month'],
    ['2023-10-26/..', 'from 26 October 2023 on'],
    ['2023-02-30', null],
    ['soon', null],
  ])('%s means %s', (edtf, meaning) => {
    expect(dateMeaning(edtf)).toBe(meaning);
  });
});

describe('the keys in the text', () => {
  const text = 'One two. Three four five!';
  const words = (...moves: Parameters<typeof moveCursor>[2][]) => {
    let cursor: Parameters<typeof moveCursor>[1] = null;
    for (const move of moves) cursor = moveCursor(text, cursor, move);
    const span = cursor && spanOfCursor(cursor);
    return span && text.slice(span.start, span.end);
  };
  const next = { unit: 'word', forward: true, extend: false } as const;
  const back = { ...next, forward: false };
  const more = { ...next, extend: true };
  const sentence = { ...next, unit: 'sentence' } as const;

  it.each([
    ['the first word', [next], 'One'],
    ['the next word', [next, next, next], 'Three'],
    ['the word before', [next, next, back], 'One'],
    ['several words', [next, next, more, more], 'two. Three four'],
    ['one word less', [next, more, more, { ...back, extend: true }], 'One two'],
    ['a sentence', [next, sentence], 'Three four five!'],
    ['a character less', [next, { ...back, unit: 'character', extend: true }], 'On'],
    ['the last word, at the end', [next, next, next, next, next, next, next], 'five'],
  ] as const)('select %s', (_what, moves, expected) => {
    expect(words(...moves)).toBe(expected);
  });
});

describe('a long text', () => {
  it('is refused by its bytes, in words', () => {
    expect(tooLong('a'.repeat(maxTextBytes))).toBeNull();
    expect(tooLong('é'.repeat(maxTextBytes / 2 + 1))).toContain('200,002 bytes');
    expect(tooLong('a'.repeat(1_048_576))).toContain('1,048,576 characters');
  });
});
