import { describe, expect, it } from 'vitest';
import { dayInWords } from '../../../web/explorer/list/day-in-words.ts';
import { highlight } from '../../../web/explorer/list/highlight.ts';
import { peopleInWords, quantityInWords } from '../../../web/explorer/list/people-in-words.ts';
import { nearness } from '../../../web/explorer/list/place-in-words.ts';

describe('a day in words', () => {
  it.each([
    ['2023-11-09', '2023-11-09', 'DAY', '9 November 2023'],
    ['2023-11-01', '2023-11-30', 'MONTH', 'in November 2023'],
    ['2024-02-01', '2024-02-29', 'MONTH', 'in February 2024'],
    ['2023-01-01', '2023-12-31', 'YEAR', 'in 2023'],
    ['2022-10-14', '2022-10-16', 'RANGE', 'between 14 and 16 October 2022'],
    ['2022-09-30', '2022-10-02', 'RANGE', 'between 30 September and 2 October 2022'],
    ['2022-12-30', '2023-01-02', 'RANGE', 'between 30 December 2022 and 2 January 2023'],
    ['2023-11-09', '2023-11-09', 'APPROXIMATE', 'about 9 November 2023'],
    ['2019-01-01', '2019-12-31', 'APPROXIMATE', 'about 2019'],
    ['2023-10-07', null, 'OPEN', 'on or after 7 October 2023'],
    [null, '2023-10-07', 'OPEN', 'until 7 October 2023'],
  ] as const)('of an event from %s to %s (%s) is “%s”', (start, end, precision, words) => {
    expect(dayInWords({ start, end, precision }, 'EVENT')).toBe(words);
  });

  it.each([
    ['2023-10-07', '2023-11-12', 'RANGE', '7 October – 12 November 2023'],
    ['2022-10-14', '2022-10-16', 'RANGE', '14–16 October 2022'],
    ['2023-10-07', null, 'OPEN', 'since 7 October 2023'],
  ] as const)('of several events from %s to %s (%s) is “%s”', (start, end, precision, words) => {
    expect(dayInWords({ start, end, precision }, 'AGGREGATE')).toBe(words);
  });

  it('is not stated without a date', () => {
    expect(dayInWords(null, 'EVENT')).toBe('day not stated');
  });
});

describe('a number of people in words', () => {
  const entry = (min: number, max: number | null, best: number | null = null, within = false) => ({
    kind: 'KILLED' as const,
    within,
    count: { min, max, best },
  });

  it.each([
    [[entry(3, 3)], '3 killed'],
    [[entry(41, null)], 'at least 41 killed'],
    [[entry(10, 12)], '10–12 killed'],
    [[entry(10, 12, 11)], 'about 11 (10–12) killed'],
    [[entry(0, 5)], 'up to 5 killed'],
    [[entry(0, 0)], 'none killed'],
    [[entry(3, 3), entry(2, 4)], '5–7 killed'],
    [[entry(3, 3), entry(2, null)], 'at least 5 killed'],
    [[entry(3, 3), entry(1, 1, null, true)], '3 killed'],
    [[entry(1200, 1200)], '1,200 killed'],
  ])('is %#: %s', (entries, words) => {
    expect(peopleInWords('KILLED', entries)).toBe(words);
  });

  it('is null where nobody states one, and never 0', () => {
    expect(peopleInWords('KILLED', [])).toBeNull();
    expect(peopleInWords('INJURED', [entry(3, 3)])).toBeNull();
  });

  it('names the best estimate of an open range', () => {
    expect(quantityInWords({ min: 40, max: null, best: 50 })).toBe('about 50 (at least 40)');
  });
});

describe('the words of a search', () => {
  const found = (text: string, search: string) =>
    highlight(text, search)
      .filter((piece) => piece.found)
      .map((piece) => piece.text);

  it.each([
    ['Drone attack on the air base', 'drone "air base"', ['Drone', 'air', 'base']],
    ['Drones over Kirkuk', 'drone -kirkuk', ['Drones']],
    ['Rāmādī town', 'ramadi', ['Rāmādī']],
    ['A war of words', 'warning', []],
    ['Attack', '', []],
  ])('are marked in “%s” for “%s”', (text, search, words) => {
    expect(found(text, search)).toEqual(words);
  });

  it('loses nothing of the text', () => {
    const text = '  “Two” attacks — one drone!  ';
    const pieces = highlight(text, 'drone attack');
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('nearness to a place', () => {
  it.each([
    ['EXACT', 'CITY', ''],
    ['EXACT', 'COUNTRY', 'in'],
    ['NEAR', 'INFRASTRUCTURE', 'near'],
    ['AREA', 'ADMIN1', 'somewhere in'],
    ['UNKNOWN', 'CITY', ''],
  ] as const)('%s of a %s is “%s”', (precision, kind, word) => {
    expect(nearness(precision, kind)).toBe(word);
  });
});
