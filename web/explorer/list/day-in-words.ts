import type { DatePrecision, IncidentScope } from '../generated/graphql.ts';

interface Span {
  start?: string | null;
  end?: string | null;
  precision: DatePrecision;
}

/**
 * A date in words, with its doubt: “9 November 2023”, “in November 2023”, “about 2019”, “between 14 and 16 October 2022”
 * for one event on a day in that range, and “14–16 October 2022” for several events.
 */
export function dayInWords(span: Span | null | undefined, scope: IncidentScope): string {
  if (!span) return 'day not stated';
  const { start, end, precision } = span;
  if (!start && !end) return 'day not known';
  if (!start) return `until ${day(end ?? '')}`;
  if (!end) return scope === 'EVENT' ? `on or after ${day(start)}` : `since ${day(start)}`;
  const whole = wholePeriod(start, end);
  if (precision === 'APPROXIMATE') return `about ${whole ?? range(start, end, '–')}`;
  if (start === end) return day(start);
  if (whole) return `in ${whole}`;
  return scope === 'EVENT' ? `between ${range(start, end, ' and ')}` : range(start, end, '–');
}

/** A day in words; a text that is no day as it stands. */
export function day(text: string): string {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? text : dayFormat.format(time);
}

/** The month or the year that the days are the first and the last of; null if they are not. */
function wholePeriod(start: string, end: string): string | null {
  if (start === end) return day(start);
  const year = start.slice(0, 4);
  if (start === `${year}-01-01` && end === `${year}-12-31`) return String(Number(year));
  const month = start.slice(0, 7);
  const last = new Date(Date.UTC(Number(year), Number(start.slice(5, 7)), 0)).toISOString().slice(0, 10);
  return start === `${month}-01` && end === last ? monthFormat.format(Date.parse(`${start}T00:00:00Z`)) : null;
}

/** Two days, without repeating a month or a year that they share. */
function range(start: string, end: string, between: string): string {
  const [from, to] = [day(start), day(end)];
  const spaced = between.trim() === between ? ` ${between} ` : between;
  if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}${between}${to}`;
  if (start.slice(0, 4) === end.slice(0, 4)) return `${from.replace(/ \d+$/, '')}${spaced}${to}`;
  return `${from}${spaced}${to}`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
