import type { Interval } from '../../generated/schema.ts';
import { formatMonth, monthNumber } from '../months.ts';
import type { Day } from '../values.ts';

const dayMs = 86_400_000;
/** 1970-01-01 was a Thursday. */
const daysFromMonday = 3;

/** Returns the number of the bucket that contains a day, of which a prefix suffices. Buckets are numbered without gaps. */
export function bucketOf(interval: Interval, day: Day): number {
  switch (interval) {
    case 'DAY':
      return dayNumber(day);
    case 'WEEK':
      return Math.floor((dayNumber(day) + daysFromMonday) / 7);
    case 'MONTH':
      return monthNumber(day);
    case 'QUARTER':
      return Math.floor(monthNumber(day) / 3);
    case 'YEAR':
      return Number(day.slice(0, 4));
  }
}

/** Returns the first and the last day of a bucket, limited to the years 0 to 9999. */
export function daysOfBucket(interval: Interval, bucket: number): { start: Day; end: Day } {
  return { start: formatDay(firstDayOf(interval, bucket)), end: formatDay(firstDayOf(interval, bucket + 1) - 1) };
}

function firstDayOf(interval: Interval, bucket: number): number {
  switch (interval) {
    case 'DAY':
      return bucket;
    case 'WEEK':
      return bucket * 7 - daysFromMonday;
    case 'MONTH':
      return dayNumber(`${formatMonth(bucket)}-01`);
    case 'QUARTER':
      return dayNumber(`${formatMonth(bucket * 3)}-01`);
    case 'YEAR':
      return dayNumber(`${formatMonth(bucket * 12)}-01`);
  }
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

const firstDay = dayNumber('0000-01-01');
const lastDay = dayNumber('9999-12-31');

function formatDay(number: number): Day {
  return new Date(Math.min(Math.max(number, firstDay), lastDay) * dayMs).toISOString().slice(0, 10);
}
