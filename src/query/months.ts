import type { Day } from './values.ts';

/** The maximum number of months that are listed for a span. */
const maxMonths = 24;

/**
 * Returns the months that a span touches, which are indexed for `possibly` filters. Returns `['long']` if the span
 * lacks a start or an end, or touches more than 24 months.
 */
export function monthsOf({ start, end }: { start?: Day; end?: Day }): string[] {
  return (start !== undefined && end !== undefined && monthsBetween(start, end, maxMonths)) || ['long'];
}

/** Returns the months from one day to another, `YYYY-MM`; undefined if there are more than `max`. */
export function monthsBetween(from: Day, to: Day, max: number): string[] | undefined {
  const first = monthNumber(from);
  const count = monthNumber(to) - first + 1;
  return count > max ? undefined : Array.from({ length: count }, (_, i) => formatMonth(first + i));
}

/** Returns the number of a day's month. Months are numbered in order, without gaps. */
export function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** Formats a month as `YYYY-MM`; after the year 9999 in the expanded form of ISO 8601, which `Date` parses. */
export function formatMonth(number: number): string {
  const year = Math.floor(number / 12);
  const month = String((number % 12) + 1).padStart(2, '0');
  return `${year > 9999 ? `+0${year}` : String(year).padStart(4, '0')}-${month}`;
}
