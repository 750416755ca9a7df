import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandText, counted } from '../../web/explorer/data/quantity-text.ts';
import { type IntervalName, intervalAround, periodText, toDay, toDayNumber } from '../../web/explorer/timeline/days.ts';
import { fittingInterval, intervalFor } from '../../web/explorer/timeline/interval.ts';
import { lanesOf } from '../../web/explorer/timeline/lanes.ts';
import { barsOf, scaleOf } from '../../web/explorer/timeline/scale.ts';
import { dragged, stepped } from '../../web/explorer/timeline/selection.ts';
import { ticksOf } from '../../web/explorer/timeline/ticks.ts';

const at = toDayNumber;
const day = fc.integer({ min: at('0001-01-01'), max: at('9998-12-31') });
const interval = fc.constantFrom<IntervalName[]>('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR');

describe('intervalFor', () => {
  it.each([
    [30, 700, 'DAY'],
    [365, 700, 'WEEK'],
    [365 * 10, 700, 'MONTH'],
    [365 * 34, 700, 'QUARTER'],
    [365 * 34, 300, 'YEAR'],
    [365 * 300, 300, 'YEAR'],
  ])('for %d days on %d px is %3$s', (days, px, expected) => expect(intervalFor(days, px)).toBe(expected));

  it('makes at most 200 bars, unless years are too short', () => {
    const length = { DAY: 1, WEEK: 7, MONTH: 30.4, QUARTER: 91, YEAR: 365 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 73_000 }), fc.integer({ min: 200, max: 3000 }), (days, px) => {
        const chosen = intervalFor(days, px);
        expect(chosen === 'YEAR' || days / length[chosen] <= 201).toBe(true);
      }),
    );
  });

  it('follows from the first and the last year', () => {
    const year = (number: number) => ({ start: `${number}-01-01`, end: `${number}-12-31` });
    expect(fittingInterval([year(2019)], 2000)).toBe('WEEK');
    expect(fittingInterval([year(1990), year(2005), year(2019)], 700)).toBe('QUARTER');
    expect(fittingInterval([], 700)).toBeNull();
  });
});

describe('intervalAround', () => {
  it.each<[string, IntervalName, string, string]>([
    ['2023-11-09', 'WEEK', '2023-11-06', '2023-11-12'],
    ['2024-02-29', 'MONTH', '2024-02-01', '2024-02-29'],
    ['2023-11-09', 'QUARTER', '2023-10-01', '2023-12-31'],
    ['0044-03-15', 'YEAR', '0044-01-01', '0044-12-31'],
    ['1969-12-31', 'WEEK', '1969-12-29', '1970-01-04'],
  ])('of %s by %s is %s to %s', (date, by, start, end) =>
    expect(intervalAround(at(date), by).map(toDay)).toEqual([start, end]),
  );

  it('contains its day and is the same for all of its days', () => {
    fc.assert(
      fc.property(day, interval, (date, by) => {
        const [start, end] = intervalAround(date, by);
        expect(start <= date && date <= end).toBe(true);
        expect(intervalAround(start, by)).toEqual([start, end]);
        expect(intervalAround(end, by)).toEqual([start, end]);
      }),
    );
  });
});

describe('periodText', () => {
  it.each([
    ['2023-11-09', '2023-11-09', '9 Nov 2023'],
    ['2023-11-01', '2023-11-30', 'Nov 2023'],
    ['2023-10-01', '2023-12-31', 'Q4 2023'],
    ['2023-01-01', '2023-12-31', '2023'],
    ['2023-11-06', '2023-11-12', '6 Nov 2023 – 12 Nov 2023'],
  ])('from %s to %s is %s', (start, end, text) => expect(periodText(at(start), at(end))).toBe(text));
});

describe('ticksOf', () => {
  it('are within the axis, in order, and not too close to each other', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 200, max: 1500 }), (from, days, px) => {
        const positions = ticksOf(from, from + days, px).map((tick) => ((tick.day - from) / (days + 1)) * px);
        expect(positions.every((x) => x >= 0 && x <= px)).toBe(true);
        for (const [i, x] of positions.entries()) if (i > 0) expect(x - (positions[i - 1] ?? 0)).toBeGreaterThan(40);
      }),
    );
  });

  it('name years, months or days', () => {
    const texts = (from: string, to: string) => ticksOf(at(from), at(to), 700).map(({ text }) => text);
    expect(texts('1989-01-01', '2023-12-31')).toContain('2000');
    expect(texts('2023-01-01', '2023-12-31').slice(0, 2)).toEqual(['Jan 2023', 'Feb']);
    expect(texts('2023-11-01', '2023-11-08').at(-1)).toBe('8 Nov');
  });
});

describe('lanesOf', () => {
  it('puts spans that overlap into different lanes while there are any', () => {
    const spans = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }));
    expect(lanesOf(spans([1, 5], [3, 4], [6, 9], [7, 7]), 3)).toEqual([0, 1, 0, 1]);
    expect(lanesOf(spans([1, 9], [2, 9], [3, 9]), 2)).toEqual([0, 1, 1]);
  });
});

describe('a selection', () => {
  const snap = (date: number) => intervalAround(date, 'MONTH');
  const limits = { from: at('2020-01-01'), to: at('2020-12-31') };
  const march = { from: at('2020-03-01'), to: at('2020-03-31') };
  const days = ({ from, to }: { from: number; to: number }) => [toDay(from), toDay(to)];

  it('that is dragged anew has whole intervals, in either direction', () => {
    const [a, b] = [at('2020-03-20'), at('2020-05-02')];
    expect(days(dragged('new', march, a, b, snap, limits))).toEqual(['2020-03-01', '2020-05-31']);
    expect(days(dragged('new', march, b, a, snap, limits))).toEqual(['2020-03-01', '2020-05-31']);
  });

  it('that is moved keeps its length and stays within the axis', () => {
    const moved = (to: string) => days(dragged('move', march, at('2020-03-10'), at(to), snap, limits));
    expect(moved('2020-06-12')).toEqual(['2020-06-01', '2020-06-30']);
    expect(moved('2021-06-12')[1]).toBe('2020-12-31');
  });

  it('that is dragged by an end changes that end, and turns over when it passes the other', () => {
    expect(days(dragged('to', march, march.to, at('2020-07-04'), snap, limits))).toEqual(['2020-03-01', '2020-07-31']);
    expect(days(dragged('from', march, march.from, at('2020-01-04'), snap, limits))).toEqual([
      '2020-01-01',
      '2020-03-31',
    ]);
    const turned = dragged('from', march, march.from, at('2020-07-04'), snap, limits);
    expect(turned.from).toBeLessThanOrEqual(turned.to);
  });

  it('steps by one interval, and by its end when it is resized', () => {
    expect(days(stepped(march, 1, false, snap, limits))).toEqual(['2020-04-01', '2020-04-30']);
    expect(days(stepped(march, 1, true, snap, limits))).toEqual(['2020-03-01', '2020-04-30']);
    expect(stepped({ from: limits.from, to: at('2020-01-31') }, -1, false, snap, limits).from).toBe(limits.from);
  });

  it('is never the wrong way round, whatever is dragged', () => {
    const grip = fc.constantFrom<('move' | 'from' | 'to' | 'new')[]>('move', 'from', 'to', 'new');
    const inYear = fc.integer({ min: limits.from - 400, max: limits.to + 400 });
    fc.assert(
      fc.property(grip, inYear, inYear, (by, start, now) => {
        const { from, to } = dragged(by, march, start, now, snap, limits);
        expect(from).toBeLessThanOrEqual(to);
      }),
    );
  });
});

describe('the scale', () => {
  const bars = barsOf([{ start: '2023-11-01', end: '2023-11-30', count: 4, uncertain: 1 }]);
  const size = { width: 400, height: 100, side: 30 };

  it('finds every day of the axis where it is drawn', () => {
    const scale = scaleOf(bars, 'MONTH', null, size);
    for (let date = scale.from; date <= scale.to; date++) expect(scale.dayAt(scale.x(date) + 0.01)).toBe(date);
    expect(scale.heightOf(4)).toBe(scale.base - scale.top);
  });

  it('shows a few empty intervals around a single bar', () => {
    const { from, to } = scaleOf(bars, 'MONTH', null, size);
    expect([toDay(from), toDay(to)]).toEqual(['2023-08-01', '2024-02-29']);
  });
});

describe('numbers in words', () => {
  it.each([
    [{ min: 3, max: 3, best: null }, '3'],
    [{ min: 12, max: 15, best: 13 }, '12–15 (best estimate 13)'],
    [{ min: 41, max: null, best: null }, '41 or more'],
    [{ min: 1200, max: 1200, best: 1200 }, '1,200'],
  ])('%j is written as %s', (band, text) => expect(bandText(band)).toBe(text));

  it('come with their noun', () => {
    expect(counted(1, 'incident')).toBe('1 incident');
    expect(counted(1204, 'incident')).toBe('1,204 incidents');
  });
});
