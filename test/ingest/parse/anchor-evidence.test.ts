import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorEvidence, countOccurrences } from '../../../src/ingest/parse/anchor-evidence.ts';
import { tries } from '../../support/runs.ts';

describe('anchorEvidence', () => {
  it.each([
    ['a drone, a drone', 'drone', undefined, 2, 7],
    ['a drone, a drone', 'drone', 2, 11, 16],
    ['aaa', 'aa', 1, 0, 2],
    ['aaa', 'aa', 2, 1, 3],
    ['😀 hit 😀', '😀', 2, 7, 9],
    ['one\r\ntwo', 'one\r\ntwo', undefined, 0, 8],
  ])('finds in %j the quote %j, occurrence %s, at %i to %i', (text, quote, occurrence, start, end) => {
    expect(anchorEvidence(text, quote, occurrence)).toEqual({ start, end });
  });

  it.each([
    ['aaa', 'aa', 3],
    ['a', 'b', undefined],
    ['a  b', 'a b', undefined],
    ['It’s', "It's", undefined],
  ])('throws in %j for the absent quote %j, occurrence %s', (text, quote, occurrence) => {
    expect(() => anchorEvidence(text, quote, occurrence)).toThrow('Quote occurs fewer than');
  });

  it('finds every match of a quote, in text order, and no other', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 12 });
    fc.assert(
      fc.property(
        letters,
        fc.string({ unit: fc.constantFrom('a', 'b', '😀'), minLength: 1, maxLength: 3 }),
        (text, quote) => {
          const starts = [...text.matchAll(new RegExp(`(?=${quote})`, 'g'))].map((match) => match.index);
          expect(countOccurrences(text, quote, 100)).toBe(starts.length);
          expect(starts.map((_, index) => anchorEvidence(text, quote, index + 1).start)).toEqual(starts);
        },
      ),
      tries(),
    );
  });
});

describe('countOccurrences', () => {
  it('stops at the limit', () => {
    expect(countOccurrences('aaaa', 'a', 2)).toBe(2);
  });
});
