import { BSONRegExp, MaxKey, MinKey } from 'bson';
import { geoRanges } from '../geo/geo-keys.ts';
import { afterPrefix, encodeKey, invert } from '../values/key-writer.ts';
import { orderOfNull, orderOfNumber, typeOrderOf } from '../values/type-order.ts';
import type { Value } from '../values/value.ts';
import type { Filter, Test } from './filter.ts';
import { isNaNValue } from './match.ts';
import { regexPrefix } from './regex.ts';

/**
 * A range of one component's keys: `start` inclusive, `end` exclusive. A point contains all keys that begin with
 * `start`.
 */
export interface Interval {
  start: Buffer;
  end: Buffer;
  point: boolean;
}

/** A test that every matching document passes. Tests of the same `$elemMatch` are passed by the same element. */
export interface Conjunct {
  path: string;
  test: Test;
  /** 0 outside of `$elemMatch`; otherwise a number unique to the `$elemMatch`. */
  scope: number;
  /** Whether it tests the array's element itself, so that several such tests hold for one key. */
  elementItself: boolean;
}

/** The filter's conjuncts, and whether they are equivalent to the whole filter. */
export function conjunctsOf(filter: Filter): { conjuncts: Conjunct[]; complete: boolean } {
  const conjuncts: Conjunct[] = [];
  let scopes = 0;
  let complete = true;
  collect(filter, '', 0);
  return { conjuncts, complete };

  function collect(part: Filter, prefix: string, scope: number): void {
    if (part.kind === 'and') for (const inner of part.filters) collect(inner, prefix, scope);
    else if (part.kind !== 'path') complete = false;
    else if (part.test.op === 'elemMatch') {
      complete = false;
      collect(part.test.filter, `${prefix}${part.path}.`, ++scopes);
    } else if (part.test.op === 'elemMatchValue') {
      complete = false;
      const own = ++scopes;
      for (const test of part.test.tests) {
        conjuncts.push({ path: prefix + part.path, test, scope: own, elementItself: true });
      }
    } else conjuncts.push({ path: prefix + part.path, test: part.test, scope, elementItself: false });
  }
}

/**
 * The keys that a test allows; null if the test gives no bounds. `exact` says that all values with such keys pass the
 * test. `shapes` says that a geospatial index contains polygons.
 */
export function intervalsOf(
  test: Test,
  direction: 1 | -1 | '2dsphere',
  shapes = false,
): { intervals: Interval[]; exact: boolean } | null {
  if (direction === '2dsphere') {
    if (test.op !== 'geoWithin' && test.op !== 'geoIntersects') return null;
    const intervals = geoRanges(test.region, shapes).map(({ start, last }) => ({
      start,
      end: afterPrefix(last),
      point: false,
    }));
    return { intervals: normalize(intervals), exact: false };
  }
  const bounds = segmentsOf(test);
  if (bounds === null) return null;
  const segments =
    direction === 1
      ? bounds.segments
      : bounds.segments.map(({ low, high, point }) => ({ low: flip(high), high: flip(low), point }));
  const intervals = segments.map(({ low, high, point }) => ({
    start: position(low),
    end: position(high),
    point: point === true && low.bytes.length > 1,
  }));
  return { intervals: normalize(intervals), exact: bounds.exact };
}

/** A position between keys: before or after all keys that begin with `bytes`. */
interface Endpoint {
  bytes: Buffer;
  after: boolean;
}

interface Segments {
  segments: { low: Endpoint; high: Endpoint; point?: boolean | undefined }[];
  exact: boolean;
}

function segmentsOf(test: Test): Segments | null {
  switch (test.op) {
    case 'eq':
      return Array.isArray(test.value)
        ? null
        : { segments: [pointSegment(test.value)], exact: typeOrderOf(test.value) !== orderOfNull };
    case 'in': {
      const each = test.values.map((value) =>
        value instanceof BSONRegExp
          ? regexSegments(value)
          : Array.isArray(value)
            ? null
            : { segments: [pointSegment(value)], exact: typeOrderOf(value) !== orderOfNull },
      );
      if (!each.every((one) => one !== null)) return null;
      return { segments: each.flatMap(({ segments }) => segments), exact: each.every(({ exact }) => exact) };
    }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return rangeSegments(test.op, test.value);
    case 'regex':
      return regexSegments(test.source);
    default:
      return null;
  }
}

function pointSegment(value: Value): Segments['segments'][number] {
  const bytes = encodeKey(value);
  return { low: { bytes, after: false }, high: { bytes, after: true }, point: true };
}

function rangeSegments(op: 'lt' | 'lte' | 'gt' | 'gte', value: Value): Segments | null {
  if (Array.isArray(value) || value instanceof MinKey || value instanceof MaxKey) return null;
  const orEqual = op === 'lte' || op === 'gte';
  if (typeOrderOf(value) === orderOfNull || isNaNValue(value)) {
    return { segments: orEqual ? [pointSegment(value)] : [], exact: typeOrderOf(value) !== orderOfNull };
  }
  const bytes = encodeKey(value);
  const typeByte = bytes.subarray(0, 1);
  const isNumber = typeByte[0] === orderOfNumber;
  if (op === 'gt' || op === 'gte') {
    return { segments: [{ low: { bytes, after: op === 'gt' }, high: { bytes: typeByte, after: true } }], exact: true };
  }
  // NaN is below all numbers, but not less than any of them.
  const low: Endpoint = isNumber ? { bytes: encodeKey(Number.NaN), after: true } : { bytes: typeByte, after: false };
  return { segments: [{ low, high: { bytes, after: op === 'lte' } }], exact: true };
}

function regexSegments(source: BSONRegExp): Segments | null {
  const found = regexPrefix(source.pattern, source.options);
  if (found === null) return null;
  const bytes = encodeKey(found.prefix).subarray(0, -2);
  return {
    segments: [{ low: { bytes, after: false }, high: { bytes, after: true } }, pointSegment(source)],
    exact: found.exact,
  };
}

function flip(endpoint: Endpoint): Endpoint {
  return { bytes: invert(Buffer.from(endpoint.bytes)), after: !endpoint.after };
}

function position(endpoint: Endpoint): Buffer {
  return endpoint.after ? afterPrefix(endpoint.bytes) : endpoint.bytes;
}

/** Sorted, without empty intervals and overlaps. */
function normalize(intervals: Interval[]): Interval[] {
  const sorted = intervals
    .filter(({ start, end }) => Buffer.compare(start, end) < 0)
    .sort((a, b) => Buffer.compare(a.start, b.start));
  const result: Interval[] = [];
  for (const interval of sorted) {
    const last = result.at(-1);
    if (last === undefined || Buffer.compare(interval.start, last.end) >= 0) result.push(interval);
    else if (Buffer.compare(interval.end, last.end) > 0) {
      result[result.length - 1] = { start: last.start, end: interval.end, point: false };
    }
  }
  return result;
}

/** The intersection of two normalized lists. */
export function intersect(a: Interval[], b: Interval[]): Interval[] {
  const result: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as Interval, b[j] as Interval];
    const start = Buffer.compare(x.start, y.start) > 0 ? x.start : y.start;
    const xFirst = Buffer.compare(x.end, y.end) < 0;
    const end = xFirst ? x.end : y.end;
    if (Buffer.compare(start, end) < 0)
      result.push({ start, end, point: (xFirst ? x : y).point || (x.point && y.point) });
    if (xFirst) i++;
    else j++;
  }
  return result;
}
