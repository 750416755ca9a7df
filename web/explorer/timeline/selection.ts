import type { DayNumber } from './days.ts';

/** Days that are chosen; null where they have no end. */
export interface Selection {
  from: DayNumber | null;
  to: DayNumber | null;
}

export interface Days {
  from: DayNumber;
  to: DayNumber;
}

/** Returns the first and the last day of the interval that a day is in. */
export type Snap = (day: DayNumber) => [start: DayNumber, end: DayNumber];

/** What a drag changes of a selection: the whole, one of its ends, or all anew from the day where it began. */
export type Grip = 'move' | 'from' | 'to' | 'new';

/** Returns the selection after a drag from one day to another, in whole intervals. */
export function dragged(grip: Grip, before: Days, start: DayNumber, now: DayNumber, snap: Snap, limits: Days): Days {
  const within = (day: DayNumber) => Math.max(limits.from, Math.min(limits.to, day));
  if (grip === 'new') return { from: snap(within(Math.min(start, now)))[0], to: snap(within(Math.max(start, now)))[1] };
  if (grip === 'move') {
    const room = [limits.from - before.from, limits.to - before.to] as const;
    const moved = Math.max(Math.min(0, room[0]), Math.min(Math.max(0, room[1]), now - start));
    const from = nearestStart(before.from + moved, snap, limits.to - (before.to - before.from));
    return { from, to: endAfter(from, before.to - before.from, snap) };
  }
  const fixed = grip === 'from' ? before.to : before.from;
  const day = within(now);
  const [first, last] = [Math.min(fixed, day), Math.max(fixed, day)];
  return grip === 'from'
    ? { from: day > fixed ? fixed : snap(first)[0], to: day > fixed ? snap(last)[1] : fixed }
    : { from: day < fixed ? snap(first)[0] : fixed, to: day < fixed ? fixed : snap(last)[1] };
}

/** Returns the selection moved, or with its end moved, by one interval. */
export function stepped(before: Days, direction: 1 | -1, isResize: boolean, snap: Snap, limits: Days): Days {
  const next = (day: DayNumber) => (direction > 0 ? snap(snap(day)[1] + 1) : snap(snap(day)[0] - 1));
  const to = next(before.to)[1];
  const from = isResize ? before.from : next(before.from)[0];
  const isPossible = from >= snap(limits.from)[0] && to <= snap(limits.to)[1] && from <= to;
  return isPossible ? { from, to } : before;
}

/** The first day of the interval, or of the next one if that is nearer and not too late. */
function nearestStart(day: DayNumber, snap: Snap, latest: DayNumber): DayNumber {
  const [start, end] = snap(day);
  return day - start > (end - start) / 2 && end + 1 <= latest ? end + 1 : start;
}

/** The end of the interval that is about as many days later. */
function endAfter(from: DayNumber, days: number, snap: Snap): DayNumber {
  const [start, end] = snap(from + days);
  const isMostly = from + days - start >= (end - start) / 2;
  return isMostly || start <= from ? end : start - 1;
}
