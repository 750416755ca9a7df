/** A range of days, both ends included, as numbers of days since 1970-01-01. */
export interface Days {
  first: number;
  last: number;
}

/**
 * The days, counted since 1970-01-01, from which relative dates are resolved: the day of publication or, for a moment,
 * the days that it falls on in all time zones.
 */
export type Anchors = readonly number[];

const msPerDay = 86_400_000;

/** Returns the number of days from 1970-01-01 to a day; undefined if the day does not exist. Months count from 0. */
export function dayOf(year: number | undefined, month: number, day: number | undefined): number | undefined {
  if (year === undefined || day === undefined || month < 0 || month > 11) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date.getTime() / msPerDay : undefined;
}

function yearOf(day: number): number {
  return new Date(day * msPerDay).getUTCFullYear();
}

/** Returns the day of the week, from 0 for Sunday. Day 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function monthOf(year: number, month: number): Days {
  const first = dayOf(year, month, 1) ?? 0;
  return { first, last: (month === 11 ? (dayOf(year + 1, 0, 1) ?? 0) : (dayOf(year, month + 1, 1) ?? 0)) - 1 };
}

export function shiftMonth(anchor: number, by: number): Days {
  const date = new Date(anchor * msPerDay);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + by;
  return monthOf(Math.floor(month / 12), month % 12);
}

export function yearAt(anchor: number, by: number): Days {
  const year = yearOf(anchor) + by;
  return { first: dayOf(year, 0, 1) ?? 0, last: dayOf(year, 11, 31) ?? 0 };
}

export function oneDay(day: number): Days {
  return { first: day, last: day };
}

/**
 * Returns the years that a day may be in if no year is written: for each anchor, the year of the last such day up to
 * it, and that of the next one if it is less than 120 days away. Returns only `year` if it is given.
 */
export function yearsOf(year: number | undefined, anchors: Anchors, month: number, day: number): number[] {
  if (year !== undefined) return [year];
  const years = anchors.flatMap((anchor) => {
    const own = yearOf(anchor);
    const here = dayOf(own, month, day) ?? dayOf(own, month, 28) ?? 0;
    if (here <= anchor) {
      const next = dayOf(own + 1, month, Math.min(day, 28)) ?? 0;
      return next - anchor < 120 ? [own, own + 1] : [own];
    }
    return here - anchor < 120 ? [own, own - 1] : [own - 1];
  });
  return [...new Set(years)];
}

/**
 * Returns the days with this month, day and day of the week, as numbers of days, in the latest year of the anchors and
 * the six years before it. Such a day may lie after the anchors.
 */
export function yearsByWeekday(
  anchors: Anchors,
  { day, month, weekday }: { day: number; month: number; weekday: number },
): number[] {
  const own = Math.max(...anchors.map(yearOf));
  return [0, 1, 2, 3, 4, 5, 6].flatMap((back) => {
    const found = dayOf(own - back, month, day);
    return found !== undefined && weekdayOf(found) === weekday ? [found] : [];
  });
}
