import { type BSONRegExp, MaxKey, MinKey } from 'bson';
import { geoRanges } from '../geo/cells.ts';
import { afterPrefix, encodeKey, invert } from '../values/key-writer.ts';
import { rankOf } from '../values/ranks.ts';
import type { Value } from '../values/value.ts';
import type { Filter, Test } from './filter.ts';
import { isNaNValue } from './match.ts';
import { regexPrefix } from './regex.ts';

/** A range of one component's keys: `start` inclusive, `end` exclusive. A point is all that begins with `start`. */
export interface Interval {
  start: Buffer;
  end: Buffer;
  point: boolean;
}

/** A test that every answer of the filter passes. Those of one `$elemMatch` are passed by the same element. */
export interface Conjunct {
  path: string;
  test: Test;
  /** 0 outside of `$elemMatch`, else a number of its own for each. */
  scope: number;
  /** Whether the test is about the array's element itself, so that several hold for one key. */
  elementItself: boolean;
}

/** The filter's conjuncts, and whether they are all there is to it. */
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
 * The keys a test allows, or null when it bounds nothing; `exact` when all values with such keys pass. `shapes`: whether
 * a geospatial index holds more than points.
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
  const bounds = cutsOf(test);
  if (bounds === null) return null;
  const cuts =
    direction === 1
      ? bounds.cuts
      : bounds.cuts.map(({ low, high, point }) => ({ low: flip(high), high: flip(low), point }));
  const intervals = cuts.map(({ low, high, point }) => ({
    start: position(low),
    end: position(high),
    point: point === true && low.bytes.length > 1,
  }));
  return { intervals: normalize(intervals), exact: bounds.exact };
}

/** A place between keys: before or after all that begin with `bytes`. */
interface Cut {
  bytes: Buffer;
  after: boolean;
}

interface Cuts {
  cuts: { low: Cut; high: Cut; point?: boolean | undefined }[];
  exact: boolean;
}

const nullRank = rankOf(null);

function cutsOf(test: Test): Cuts | null {
  switch (test.op) {
    case 'eq':
      return Array.isArray(test.value)
        ? null
        : { cuts: [pointCut(test.value)], exact: rankOf(test.value) !== nullRank };
    case 'in': {
      if (test.regexes.length > 0 || test.values.some(Array.isArray)) return null;
      return { cuts: test.values.map(pointCut), exact: test.values.every((value) => rankOf(value) !== nullRank) };
    }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return rangeCuts(test.op, test.value);
    case 'regex':
      return regexCuts(test.source);
    default:
      return null;
  }
}

function pointCut(value: Value): Cuts['cuts'][number] {
  const bytes = encodeKey(value);
  return { low: { bytes, after: false }, high: { bytes, after: true }, point: true };
}

function rangeCuts(op: 'lt' | 'lte' | 'gt' | 'gte', value: Value): Cuts | null {
  if (Array.isArray(value) || value instanceof MinKey || value instanceof MaxKey) return null;
  const orEqual = op === 'lte' || op === 'gte';
  if (rankOf(value) === nullRank || isNaNValue(value)) {
    return { cuts: orEqual ? [pointCut(value)] : [], exact: rankOf(value) !== nullRank };
  }
  const bytes = encodeKey(value);
  const rank = bytes.subarray(0, 1);
  const isNumber = rank[0] === rankOf(0);
  if (op === 'gt' || op === 'gte') {
    return { cuts: [{ low: { bytes, after: op === 'gt' }, high: { bytes: rank, after: true } }], exact: true };
  }
  // NaN stands below all numbers, and is less than none.
  const low: Cut = isNumber ? { bytes: encodeKey(Number.NaN), after: true } : { bytes: rank, after: false };
  return { cuts: [{ low, high: { bytes, after: op === 'lte' } }], exact: true };
}

function regexCuts(source: BSONRegExp): Cuts | null {
  const found = regexPrefix(source.pattern, source.options);
  if (found === null) return null;
  const bytes = encodeKey(found.prefix).subarray(0, -2);
  return {
    cuts: [{ low: { bytes, after: false }, high: { bytes, after: true } }, pointCut(source)],
    exact: found.exact,
  };
}

function flip(cut: Cut): Cut {
  return { bytes: invert(Buffer.from(cut.bytes)), after: !cut.after };
}

function position(cut: Cut): Buffer {
  return cut.after ? afterPrefix(cut.bytes) : cut.bytes;
}

/** In order, without what is empty, and without overlaps. */
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

/** What lies in both of two normal lists. */
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
