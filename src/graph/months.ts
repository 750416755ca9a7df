import type { Day } from './values.ts';

/** How many months a span may touch to have them listed. */
const mostMonths = 24;

/** The months that a span touches, for the index of `possibly`; a long or open one says so instead. */
export function monthsOf({ start, end }: { start?: Day; end?: Day }): string[] {
  return (start !== undefined && end !== undefined && monthsBetween(start, end, mostMonths)) || ['long'];
}

/** All months from one day's to another's, `YYYY-MM`; undefined where there are more than `most`. */
export function monthsBetween(from: Day, to: Day, most: number): string[] | undefined {
  const first = monthNumber(from);
  const count = monthNumber(to) - first + 1;
  return count > most ? undefined : Array.from({ length: count }, (_, i) => formatMonth(first + i));
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function formatMonth(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
