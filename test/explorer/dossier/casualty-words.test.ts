import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../web/explorer/dossier/casualty-words.ts';

const quantity = fc
  .record({
    min: fc.nat(1000),
    more: fc.option(fc.nat(1000)),
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ min, more, share }) => ({
    min,
    max: more === null ? null : min + more,
    best: share === null ? null : min + Math.floor((more ?? 500) * share),
  }));

describe('bandsOf', () => {
  it('keeps lowest, best and highest numbers in order, within the scale', () => {
    fc.assert(
      fc.property(fc.array(quantity, { minLength: 1, maxLength: 8 }), (counts) => {
        for (const { from, to, best } of bandsOf(counts)) {
          const marks = [0, from, best ?? from, to, 1];
          expect([...marks].sort((a, b) => a - b)).toEqual(marks);
        }
      }),
    );
  });

  it('draws all numbers on one scale', () => {
    const [ten, five] = bandsOf([
      { min: 10, max: 10, best: null },
      { min: 5, max: 5, best: null },
    ]);
    expect([ten?.from, five?.from]).toEqual([1, 0.5]);
  });

  it('leaves an open end room beyond every number', () => {
    const [open] = bandsOf([{ min: 41, max: null, best: null }]);
    expect(open).toMatchObject({ to: 1, open: true });
    expect(open?.from).toBeLessThan(1);
  });
});
