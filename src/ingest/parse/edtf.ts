import type { DatePrecision } from '../../generated/schema.ts';

/** The days on which something may have happened: `start` is the earliest, `end` the latest; absent if open. */
export interface DateSpan {
  start?: string;
  end?: string;
  precision: DatePrecision;
  edtf: string;
}

/**
 * Parses the forms of EDTF (ISO 8601-2) that articles may use:
 *
 * - `2023-11-09`, `2023-11`, `2023`: a day, a month, a year of 0000 to 9999
 * - `a/b`, where a and b are any of those three: from the first day of a to the last day of b, which is not earlier
 * - `a/..` and `../b`: open at one end
 * - `a~`: approximate. The span is not widened. `~` is not allowed within an interval
 *
 * Returns undefined for anything else: days that do not exist, times, seasons, `?`, `%`, `X`, and intervals with an
 * empty end or two open ones.
 */
export function parseEdtf(text: string): DateSpan | undefined {
  const parts = text.split('/');
  const [first = '', second] = parts;
  if (parts.length > 2) return undefined;
  if (second !== undefined) return parseInterval(first, second, text);
  const approximate = first.endsWith('~');
  const period = parsePeriod(approximate ? first.slice(0, -1) : first);
  return period && { ...period, precision: approximate ? 'APPROXIMATE' : period.precision, edtf: text };
}

/** Returns whether `text` is an existing day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return parsePeriod(text)?.precision === 'DAY';
}

interface Period {
  start: string;
  end: string;
  precision: DatePrecision;
}

function parseInterval(first: string, second: string, edtf: string): DateSpan | undefined {
  const from = parsePeriod(first);
  const to = parsePeriod(second);
  if (from && second === '..') return { start: from.start, precision: 'OPEN', edtf };
  if (to && first === '..') return { end: to.end, precision: 'OPEN', edtf };
  if (!from || !to || from.start > to.end) return undefined;
  return { start: from.start, end: to.end, precision: 'RANGE', edtf };
}

function parsePeriod(text: string): Period | undefined {
  const [whole, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (whole === undefined || year === undefined) return undefined;
  if (month === undefined) return { start: `${year}-01-01`, end: `${year}-12-31`, precision: 'YEAR' };
  const lastDay = daysInMonth(Number(year), Number(month));
  if (day === undefined) return { start: `${whole}-01`, end: `${whole}-${lastDay}`, precision: 'MONTH' };
  if (day === '00' || Number(day) > lastDay) return undefined;
  return { start: whole, end: whole, precision: 'DAY' };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
