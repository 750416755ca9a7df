import type { Band } from '../data/quantity-text.ts';
import { type DayNumber, type IntervalName, intervalAround, toDayNumber } from './days.ts';

/** A bar of the timeline. */
export interface Bar {
  start: DayNumber;
  end: DayNumber;
  count: number;
  uncertain: number;
  killed: Band | null;
  injured: Band | null;
  killedKnown: number;
  injuredKnown: number;
}

interface Bucket {
  start: string;
  end: string;
  count: number;
  uncertain: number;
  killed?: Band | null;
  injured?: Band | null;
  killedKnown?: number | null;
  injuredKnown?: number | null;
}

export function barsOf(buckets: readonly Bucket[]): Bar[] {
  return buckets.map(({ start, end, count, uncertain, killed, injured, killedKnown, injuredKnown }) => ({
    start: toDayNumber(start),
    end: toDayNumber(end),
    count,
    uncertain,
    killed: killed ?? null,
    injured: injured ?? null,
    killedKnown: killedKnown ?? 0,
    injuredKnown: injuredKnown ?? 0,
  }));
}

/** Where days and counts are on the screen, in pixels. */
export interface Scale {
  from: DayNumber;
  to: DayNumber;
  left: number;
  right: number;
  top: number;
  /** The line on which bars stand. Spans are below it, and the axis below them. */
  base: number;
  bottom: number;
  x(day: DayNumber): number;
  dayAt(x: number): DayNumber;
  largest: number;
  heightOf(count: number): number;
}

const axisPx = 16;
const spansPx = 11;
const minBars = 6;

export function scaleOf(
  bars: readonly Bar[],
  interval: IntervalName,
  range: { from: string; to: string } | null,
  { width, height, side }: { width: number; height: number; side: number },
): Scale {
  const [from, to] = range ? [toDayNumber(range.from), toDayNumber(range.to)] : daysOf(bars, interval);
  const [left, right, top] = [side, Math.max(side + 1, width - side), 5];
  const bottom = height - axisPx;
  const base = bottom - spansPx;
  const perDay = (right - left) / (to + 1 - from);
  const largest = bars.reduce((most, { count }) => Math.max(most, count), 1);
  return {
    from,
    to,
    left,
    right,
    top,
    base,
    bottom,
    x: (day) => left + (day - from) * perDay,
    dayAt: (x) => Math.max(from, Math.min(to, Math.floor(from + (x - left) / perDay))),
    largest,
    heightOf: (count) => (count / largest) * (base - top),
  };
}

/** Returns the days of all bars, and some more if the bars are so few that they would be blocks. */
function daysOf(bars: readonly Bar[], interval: IntervalName): [from: DayNumber, to: DayNumber] {
  let [from, to] = [bars[0]?.start ?? 0, bars.at(-1)?.end ?? 0];
  const length = to - from + 1;
  const each = (bars[0]?.end ?? 0) - (bars[0]?.start ?? 0) + 1;
  const missing = Math.max(0, minBars - length / each);
  for (let i = 0; i < Math.ceil(missing / 2); i++) {
    from = intervalAround(from - 1, interval)[0];
    to = intervalAround(to + 1, interval)[1];
  }
  return [from, to];
}
