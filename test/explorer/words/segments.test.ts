import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Span, segment, spansOver } from '../../../web/explorer/words/segments.ts';

const spans = fc.array(
  fc.record({ start: fc.nat(60), length: fc.nat(40) }).map(({ start, length }) => ({ start, end: start + length })),
  { maxLength: 40 },
);

/** The smallest span over one character, found by looking at all of them; of equal ones, the first. */
function smallestOver(at: number, length: number, all: readonly Span[]): Span | null {
  const over = all.filter(({ start, end }) => start <= at && at < Math.min(end, length));
  const size = Math.min(...over.map(({ start, end }) => end - start));
  return over.find(({ start, end }) => end - start === size) ?? null;
}

describe('segment', () => {
  it('gives each character to the smallest span over it', () => {
    fc.assert(
      fc.property(fc.nat(60), spans, (length, all) => {
        const segments = segment(length, all);
        for (let at = 0; at < length; at++) {
          const found = segments.find(({ start, end }) => start <= at && at < end);
          expect(found?.span ?? null).toBe(smallestOver(at, length, all));
        }
      }),
    );
  });

  it('covers the text without gaps, overlaps or empty pieces, and joins neighbours under one span', () => {
    fc.assert(
      fc.property(fc.nat(60), spans, (length, all) => {
        const segments = segment(length, all);
        expect(segments.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(length);
        for (const [index, { start, end, span }] of segments.entries()) {
          const before = segments[index - 1];
          expect(start).toBe(before?.end ?? 0);
          expect(start).toBeLessThan(end);
          if (before) expect(before.span).not.toBe(span);
        }
      }),
    );
  });

  it('cuts a megabyte under 1,000 spans on one word within half a second', () => {
    const length = 1_000_000;
    const all = Array.from({ length: 1000 }, (_, index) => ({ start: 500_000 - index, end: 500_001 + index }));
    const started = performance.now();
    const segments = segment(length, all);
    expect(performance.now() - started).toBeLessThan(500);
    expect(segments).toHaveLength(2001);
    expect(segments[1000]?.span).toBe(all[0]);
  });
});

describe('spansOver', () => {
  it('returns all spans over a piece, smallest first', () => {
    const [wide, narrow, beside] = [
      { start: 0, end: 10 },
      { start: 2, end: 6 },
      { start: 6, end: 8 },
    ];
    expect(spansOver({ start: 2, end: 6 }, [wide, narrow, beside])).toEqual([narrow, wide]);
  });
});
