import { describe, expect, it } from 'vitest';
import { spanInWords } from '../../../web/explorer/state/day-words.ts';
import { quantityInWords } from '../../../web/explorer/state/quantity-words.ts';
import { webAddress } from '../../../web/explorer/state/web-address.ts';

describe('spanInWords', () => {
  it.each([
    ['2023-11-09', 'DAY', '2023-11-09', '2023-11-09', '9 November 2023'],
    ['2023-11', 'MONTH', '2023-11-01', '2023-11-30', 'November 2023'],
    ['2023', 'YEAR', '2023-01-01', '2023-12-31', '2023'],
    ['2023-11-09/2023-11-12', 'RANGE', '2023-11-09', '2023-11-12', '9 to 12 November 2023'],
    ['2023-10-07/2023-11-12', 'RANGE', '2023-10-07', '2023-11-12', '7 October to 12 November 2023'],
    ['2022-12-30/2023-01-02', 'RANGE', '2022-12-30', '2023-01-02', '30 December 2022 to 2 January 2023'],
    ['2022/2023', 'RANGE', '2022-01-01', '2023-12-31', '2022 to 2023'],
    ['2023-11~', 'APPROXIMATE', '2023-11-01', '2023-11-30', 'around November 2023'],
    ['2023-10-26/..', 'OPEN', '2023-10-26', null, 'from 26 October 2023 on'],
    ['../2023-10-26', 'OPEN', null, '2023-10-26', 'until 26 October 2023'],
  ] as const)('writes %s', (edtf, precision, start, end, words) => {
    expect(spanInWords({ edtf, precision, start, end })).toBe(words);
  });
});

describe('quantityInWords', () => {
  it.each([
    [{ min: 3, max: 3, best: null }, '3'],
    [{ min: 0, max: 0, best: 0 }, '0'],
    [{ min: 41, max: null, best: null }, 'at least 41'],
    [{ min: 10, max: 12, best: 12 }, '10 to 12, best estimate 12'],
    [{ min: 1200, max: 2000, best: null }, '1,200 to 2,000'],
  ])('writes %j', (quantity, words) => {
    expect(quantityInWords(quantity)).toBe(words);
  });
});

describe('webAddress', () => {
  it.each(['https://example.org/a?b#:~:text=c', 'http://example.org/'])('takes %s', (address) => {
    expect(webAddress(address)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/graphql',
    '',
    null,
    undefined,
  ])('refuses %j', (address) => {
    expect(webAddress(address)).toBeNull();
  });
});
