import type { GraphQLError } from 'graphql';
import type { Document } from 'mongodb';
import { badUserInput } from '../../errors/bad-user-input.ts';
import type { Interval } from '../../generated/schema.ts';
import type { Entity, TimelinePaths } from '../entity.ts';
import type { Day } from '../values.ts';
import { bucketOf, daysOfBucket } from './buckets.ts';
import { listsBy } from './lists-by.ts';
import { type TollField, type TollModel, tollAccumulators, tollStages, toToll } from './tolls.ts';

/** The arguments of a timeline, after validation. */
export interface TimelineRequest {
  interval: Interval;
  from: Day | null;
  to: Day | null;
  empty: boolean;
}

/** A period, with the number and the toll of the nodes in it. */
export interface BucketModel extends TollModel {
  start: Day;
  end: Day;
  count: number;
  uncertain: number;
}

const maxBuckets = 1000;
/** The number of characters of a day that decide its bucket. */
const prefixes: Partial<Record<Interval, number>> = {
  MONTH: 'YYYY-MM'.length,
  QUARTER: 'YYYY-MM'.length,
  YEAR: 'YYYY'.length,
};
const shortestFirst: readonly Interval[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];

/** Throws `BAD_USER_INPUT` if `from` is after `to`, or if there would be too many buckets between them. */
export function parseTimeline({
  interval,
  from = null,
  to = null,
  empty,
}: {
  interval: Interval;
  from?: Day | null;
  to?: Day | null;
  empty?: boolean | null;
}): TimelineRequest {
  const request = { interval, from, to, empty: empty ?? true };
  if (from === null || to === null) return request;
  if (from > to) throw badUserInput('to', `${from} or later, because "from" is that day`, to);
  if (request.empty) checkSize(request, [from, to]);
  return request;
}

/**
 * Returns the stages from documents to one row for each day `d` that they count in, each end `e` and, if given, each
 * `key`. The end is '' if it is uncertain. Days are shortened to months or years where these decide the bucket.
 */
export function timelineStages(
  { timeline: paths = {}, toll }: Entity,
  request: TimelineRequest,
  wanted: readonly TollField[],
  key?: string,
): Document[] {
  const end = paths.span === undefined ? `$${paths.day}` : sureEnd(paths.span);
  const length = prefixes[request.interval];
  const shortened = (day: unknown) => (length === undefined ? day : { $substrCP: [day, 0, length] });
  return [
    ...datedStages(paths, request),
    ...tollStages(toll, wanted),
    {
      $group: {
        _id: { ...(key !== undefined && { k: key }), d: shortened(startOf(paths)), e: shortened(end) },
        count: { $sum: 1 },
        ...tollAccumulators(toll, wanted),
      },
    },
  ];
}

/** Returns stages that select the documents in the buckets from `from` to `to`. */
export function datedStages(paths: TimelinePaths, { interval, from, to }: TimelineRequest): Document[] {
  const start = startOf(paths);
  const within = [
    ...(from === null ? [] : [{ $gte: [start, daysOfBucket(interval, bucketOf(interval, from)).start] }]),
    ...(to === null ? [] : [{ $lte: [start, daysOfBucket(interval, bucketOf(interval, to)).end] }]),
  ];
  return [
    ...(paths.day === undefined && paths.span !== undefined ? [{ $match: { [paths.span]: { $exists: true } } }] : []),
    ...(within.length > 0 ? [{ $match: { $expr: { $and: within } } }] : []),
  ];
}

/** Returns the expression for the day that a document counts in. */
export function startOf({ span, day }: TimelinePaths): unknown {
  const days = [
    ...(span === undefined ? [] : [`$${span}.start`, `$${span}.end`]),
    ...(day === undefined ? [] : [`$${day}`]),
  ];
  return days.length === 1 ? days[0] : { $ifNull: days };
}

/** Returns an expression for the end of a span; it is '' if the span is approximate or lacks an end. */
function sureEnd(span: string): Document {
  const isMissing = (path: string) => ({ $eq: [{ $type: `$${span}.${path}` }, 'missing'] });
  const unsure = { $or: [{ $eq: [`$${span}.precision`, 'APPROXIMATE'] }, isMissing('start'), isMissing('end')] };
  return { $cond: [unsure, '', `$${span}.end`] };
}

/**
 * Returns the buckets from `from` to `to`. Without `from` they begin at the first bucket that is not empty, and without
 * `to` they end at the last one. Empty buckets are included if the request says so. `related` are documents of
 * `relatedStages`, with their day `d`.
 */
export function toTimeline(
  rows: readonly Document[],
  related: readonly Document[],
  request: TimelineRequest,
  wanted: readonly TollField[],
): BucketModel[] {
  const { interval, from, to, empty } = request;
  const rowsOf = listsBy(rows, (row) => bucketOf(interval, row._id.d));
  const relatedOf = listsBy(related, ({ d }) => bucketOf(interval, d));
  const filled = [...rowsOf.keys()].sort((a, b) => a - b).map((bucket) => daysOfBucket(interval, bucket));
  const [start, end] = [from ?? filled[0]?.start, to ?? filled.at(-1)?.end];
  if (start === undefined || end === undefined) return [];
  checkSize(request, [start, end], empty ? undefined : rows);
  const buckets = empty ? range(bucketOf(interval, start), bucketOf(interval, end)) : [...rowsOf.keys()];
  return buckets
    .sort((a, b) => a - b)
    .map((bucket) => {
      const counted = rowsOf.get(bucket) ?? [];
      const isUncertain = ({ _id: { e } }: Document) => e === '' || bucketOf(interval, e) !== bucket;
      return {
        ...daysOfBucket(interval, bucket),
        count: countOf(counted),
        uncertain: countOf(counted.filter(isUncertain)),
        ...toToll(counted, relatedOf.get(bucket) ?? [], wanted),
      };
    });
}

/** Throws if there are too many buckets between two days. With `rows`, only buckets that contain some are counted. */
function checkSize({ interval }: TimelineRequest, days: [from: Day, to: Day], rows?: readonly Document[]) {
  const sizeIn = (each: Interval) =>
    rows
      ? new Set(rows.map((row) => bucketOf(each, row._id.d))).size
      : bucketOf(each, days[1]) - bucketOf(each, days[0]) + 1;
  if (sizeIn(interval) > maxBuckets) throw tooManyBuckets(interval, sizeIn, days);
}

/** Returns an error that names the shortest interval with few enough buckets, if there is one. */
function tooManyBuckets(
  interval: Interval,
  sizeIn: (interval: Interval) => number,
  [from, to]: [Day, Day],
): GraphQLError {
  const longer = shortestFirst.slice(shortestFirst.indexOf(interval) + 1);
  const fitting = longer.find((each) => sizeIn(each) <= maxBuckets);
  const [size, max] = [sizeIn(interval), maxBuckets].map((number) => number.toLocaleString('en'));
  const expected = fitting ? `${fitting} or longer` : `YEAR, with "from" and "to" at most ${max} years apart`;
  const hint = `From ${from} to ${to} there would be ${size} buckets; the limit is ${max}`;
  return badUserInput('interval', expected, interval, hint);
}

function countOf(rows: readonly Document[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
