/** A day as a number: days since 1970-01-01, which is what the axis is measured in. */
export type DayNumber = number;

const msPerDay = 86_400_000;

export function toDayNumber(day: string): DayNumber {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / msPerDay);
}

export function toDay(number: DayNumber): string {
  return new Date(number * msPerDay).toISOString().slice(0, 10);
}

/** Returns the days of a date's interval, both ends included. Weeks begin on Monday. */
export function intervalAround(day: DayNumber, interval: IntervalName): [start: DayNumber, end: DayNumber] {
  if (interval === 'DAY') return [day, day];
  if (interval === 'WEEK') {
    const start = day - ((((day + 3) % 7) + 7) % 7);
    return [start, start + 6];
  }
  const date = new Date(day * msPerDay);
  const months = monthsOf[interval];
  const first = Math.floor(date.getUTCMonth() / months) * months;
  const start = firstOf(date.getUTCFullYear(), first);
  return [start, firstOf(date.getUTCFullYear(), first + months) - 1];
}

export type IntervalName = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const monthsOf = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** The first day of a month, which is counted from 0 and may be beyond the year. */
export function firstOf(year: number, month: number): DayNumber {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / msPerDay;
}

const dayFormat = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Returns a period in words: `Q2 2015`, `Mar 2015`, `9 Nov 2023`, or two days with a dash between them. */
export function periodText(start: DayNumber, end: DayNumber): string {
  const date = new Date(start * msPerDay);
  const is = (interval: IntervalName) => {
    const [first, last] = intervalAround(start, interval);
    return first === start && last === end;
  };
  if (start === end) return dayText(start);
  if (is('YEAR')) return String(date.getUTCFullYear());
  if (is('QUARTER')) return `Q${date.getUTCMonth() / 3 + 1} ${date.getUTCFullYear()}`;
  if (is('MONTH')) return monthFormat.format(date);
  return `${dayText(start)} – ${dayText(end)}`;
}

export function dayText(day: DayNumber): string {
  const parts = dayFormat.formatToParts(new Date(day * msPerDay));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')}`;
}
