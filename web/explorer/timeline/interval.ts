import { type IntervalName, toDayNumber } from './days.ts';

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

/** Returns the interval for the days from a first to a last one. */
export function intervalOf({ from, to }: { from: string; to: string }, widthPx: number): IntervalName {
  return intervalFor(toDayNumber(to) - toDayNumber(from) + 1, widthPx);
}

/** Returns the interval that fits some years; null if there are none. */
export function fittingInterval(
  years: readonly { start: string; end: string }[],
  widthPx: number,
): IntervalName | null {
  const [first, last] = [years[0], years.at(-1)];
  return first && last ? intervalOf({ from: first.start, to: last.end }, widthPx) : null;
}
