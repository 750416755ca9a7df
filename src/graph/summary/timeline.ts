import type { GraphQLError } from 'graphql';
import type { Document } from 'mongodb';
import type { Interval, Quantity } from '../../generated/schema.ts';
import type { Entity, TimelinePaths } from '../entity.ts';
import { badUserInput } from '../errors.ts';
import type { Day } from '../values.ts';
import { tollSums, toToll } from './groups.ts';

/** A stretch of time, and what counts in it. */
export interface BucketModel {
  start: Day;
  end: Day;
  count: number;
  uncertain: number;
  killed: Quantity | null;
  injured: Quantity | null;
}

const mostBuckets = 1000;
const narrowestFirst: readonly Interval[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];

/**
 * The stages from documents to one row for each pair of a day `d` that counts and an end `e`: '' where nobody knows for
 * sure where it lies.
 */
export function timelineStages(entity: Entity, paths: TimelinePaths, withToll: boolean): Document[] {
  return [
    ...(paths.day === undefined && paths.span !== undefined ? [{ $match: { [paths.span]: { $exists: true } } }] : []),
    {
      $group: {
        _id: { d: startOf(paths), e: paths.span === undefined ? `$${paths.day}` : sureEnd(paths.span) },
        count: { $sum: 1 },
        ...(withToll && entity.toll && tollSums(entity.toll)),
      },
    },
  ];
}

function startOf({ span, day }: TimelinePaths): unknown {
  const days = [
    ...(span === undefined ? [] : [`$${span}.start`, `$${span}.end`]),
    ...(day === undefined ? [] : [`$${day}`]),
  ];
  return days.length === 1 ? days[0] : { $ifNull: days };
}

/** The end of a span that has both ends and is not approximate, else ''. */
function sureEnd(span: string): Document {
  const isMissing = (path: string) => ({ $eq: [{ $type: `$${span}.${path}` }, 'missing'] });
  const unsure = { $or: [{ $eq: [`$${span}.precision`, 'APPROXIMATE'] }, isMissing('start'), isMissing('end')] };
  return { $cond: [unsure, '', `$${span}.end`] };
}

/** Buckets from the first to the last that holds something, empty ones included. */
export function toTimeline(rows: readonly Document[], interval: Interval, withToll: boolean): BucketModel[] {
  const buckets = new Map<number, { count: number; uncertain: number; rows: Document[] }>();
  for (const row of rows) {
    const number = bucketOf(interval, row._id.d);
    const bucket = buckets.get(number) ?? { count: 0, uncertain: 0, rows: [] };
    bucket.count += row.count;
    if (row._id.e === '' || bucketOf(interval, row._id.e) !== number) bucket.uncertain += row.count;
    bucket.rows.push(row);
    buckets.set(number, bucket);
  }
  if (buckets.size === 0) return [];
  const [first, last] = extremes(buckets.keys());
  const length = last - first + 1;
  if (length > mostBuckets) throw tooManyBuckets(interval, length, rows);
  return Array.from({ length }, (_, i) => {
    const { count = 0, uncertain = 0, rows = [] } = buckets.get(first + i) ?? {};
    const [start, end] = [startOfBucket(interval, first + i), dayBefore(startOfBucket(interval, first + i + 1))];
    return { start, end, count, uncertain, ...(withToll ? sumTolls(rows) : { killed: null, injured: null }) };
  });
}

/** Names the narrowest interval that is wide enough, if one is. */
function tooManyBuckets(interval: Interval, length: number, rows: readonly Document[]): GraphQLError {
  const [from, to] = extremes(rows.map((row) => dayNumber(row._id.d))).map(formatDay) as [Day, Day];
  const wider = narrowestFirst.slice(narrowestFirst.indexOf(interval) + 1);
  const fitting = wider.find((each) => bucketOf(each, to) - bucketOf(each, from) < mostBuckets);
  const narrowed = `${wider.length > 0 ? 'YEAR, and ' : ''}asked of fewer years by a filter`;
  const numbers = `${length.toLocaleString('en')} buckets, and ${mostBuckets.toLocaleString('en')} is the most`;
  const expected = `${fitting ?? narrowed}: from ${from} to ${to} this would be ${numbers}`;
  return badUserInput('interval', fitting ? `wider, such as ${expected}` : expected, interval);
}

function sumTolls(rows: readonly Document[]): { killed: Quantity; injured: Quantity } {
  const names = ['killedMin', 'killedMax', 'killedOpen', 'injuredMin', 'injuredMax', 'injuredOpen'];
  return toToll(Object.fromEntries(names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])));
}

function extremes(numbers: Iterable<number>): [least: number, most: number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) [least, most] = [Math.min(least, number), Math.max(most, number)];
  return [least, most];
}

/** Buckets are numbered without gaps, in order. */
function bucketOf(interval: Interval, day: Day): number {
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

function startOfBucket(interval: Interval, number: number): Day {
  switch (interval) {
    case 'DAY':
      return formatDay(number);
    case 'WEEK':
      return formatDay(number * 7 - daysFromMonday);
    case 'MONTH':
      return formatMonth(number);
    case 'QUARTER':
      return formatMonth(number * 3);
    case 'YEAR':
      return formatMonth(number * 12);
  }
}

const dayMs = 86_400_000;
/** 1970-01-01 was a Thursday. */
const daysFromMonday = 3;

function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

/** The day after 9999-12-31 has no form of its own; only the day before it is asked for. */
function formatDay(number: number): Day {
  return new Date(number * dayMs).toISOString().slice(0, -14);
}

function dayBefore(day: Day): Day {
  return formatDay(dayNumber(day) - 1);
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function formatMonth(number: number): Day {
  const year = Math.floor(number / 12);
  const month = String((number % 12) + 1).padStart(2, '0');
  return year > 9999 ? `+0${year}-${month}-01` : `${String(year).padStart(4, '0')}-${month}-01`;
}
