import type { DatePrecision } from '../generated/graphql.ts';

/** A span of days as the gateway answers it. */
export interface DaySpan {
  edtf: string;
  start: string | null;
  end: string | null;
  precision: DatePrecision;
}

/** A span in words: `2023-10-07/2023-11-12` is “7 October to 12 November 2023”, and `2023-11~` “around November 2023”. */
export function spanInWords({ edtf, start, end, precision }: DaySpan): string {
  if (precision === 'OPEN') {
    if (start) return `from ${partInWords(start)} on`;
    return end ? `until ${partInWords(end)}` : edtf;
  }
  const [first = '', last] = edtf.replace(/~/g, '').split('/');
  if (precision === 'APPROXIMATE') return `around ${last ? rangeInWords(first, last) : partInWords(first)}`;
  return last ? rangeInWords(first, last) : partInWords(first);
}

/** How precisely the span is known, where its words alone do not say so; empty otherwise. */
export function precisionInWords({ precision }: Pick<DaySpan, 'precision'>): string {
  if (precision === 'MONTH') return 'a day in this month';
  if (precision === 'YEAR') return 'a day in this year';
  if (precision === 'RANGE') return 'all of these days, or some of them';
  return '';
}

/** A day, a month or a year in words: `2023-11-09` is “9 November 2023”. */
export function partInWords(part: string): string {
  const [year = '', month, day] = part.split('-');
  const name = month && months[Number(month) - 1];
  if (!name) return year || part;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

function rangeInWords(first: string, last: string): string {
  const [firstYear, firstMonth, firstDay] = first.split('-');
  const [lastYear, lastMonth] = last.split('-');
  const end = partInWords(last);
  if (firstYear !== lastYear || !firstMonth) return `${partInWords(first)} to ${end}`;
  if (firstMonth === lastMonth && firstDay) return `${Number(firstDay)} to ${end}`;
  return `${partInWords(first).replace(` ${firstYear}`, '')} to ${end}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
