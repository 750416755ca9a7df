import type { IntervalName } from './days.ts';

const daysIn: [IntervalName, days: number][] = [
  ['DAY', 1],
  ['WEEK', 7],
  ['MONTH', 30.44],
  ['QUARTER', 91.3],
  ['YEAR', 365.25],
];

const minBarPx = 4;
const maxBars = 200;

/** Returns the shortest interval whose bars are wide enough and not too many, for a number of days and of pixels. */
export function intervalFor(days: number, widthPx: number): IntervalName {
  const bars = Math.max(10, Math.min(maxBars, widthPx / minBarPx));
  return daysIn.find(([, length]) => days / length <= bars)?.[0] ?? 'YEAR';
}

/** Returns the interval to begin with when nothing is known of the days but the interval of before. */
export function cautiousInterval(before: IntervalName): IntervalName {
  return before === 'DAY' || before === 'WEEK' ? 'MONTH' : before;
}
