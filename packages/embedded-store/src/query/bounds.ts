import type { IndexComponent } from '../storage/catalog.ts';
import { orderedBytes } from '../storage/keys.ts';
import { afterPrefix } from '../values/key-writer.ts';
import { type Conjunct, type Interval, intersect, intervalsOf } from './intervals.ts';

export interface KeyRange {
  start: Buffer;
  end: Buffer;
  /** The number of leading bytes that all keys of the range share. */
  prefixLength: number;
  /** Whether `start` is the only possible key: that of a single document. */
  single?: boolean;
}

export interface Bounds {
  ranges: KeyRange[];
  used: Conjunct[];
  /** How each bounded component is bounded: to one value, to several, or to a range (only the last one). */
  shapes: ('one' | 'several' | 'range')[];
  exact: boolean;
  /** Whether no bound was truncated. */
  whole: boolean;
}

/** The max number of ranges. Further components are left unbounded, for the matcher. */
const maxRanges = 20_000;
/**
 * The max number of values of a component after the one that a join bounds. The few entries of the join's values are
 * read sooner than that many ranges are planned.
 */
const maxBehindJoin = 4;

/**
 * The ranges of keys after `prefix`, bounded component by component until one is unbounded. `joined` is the path of a
 * join's values, for a query that runs repeatedly.
 */
export function boundsOf(
  prefix: Buffer,
  components: IndexComponent[],
  multikey: boolean[],
  conjuncts: Conjunct[],
  lead?: Conjunct,
  joined?: string,
): Bounds {
  let prefixes = [prefix];
  const used: Conjunct[] = [];
  const shapes: Bounds['shapes'] = [];
  let exact = true;
  let arrayScope: number | null = null;
  for (const [i, component] of components.entries()) {
    const isMulti = multikey[i] === true;
    const bound = componentBounds(
      component,
      isMulti,
      isMulti ? arrayScope : null,
      conjuncts,
      i === 0 ? lead : undefined,
    );
    if (bound === null || prefixes.length * bound.intervals.length > maxRanges) break;
    if (bound.intervals.length > maxBehindJoin && used.some(({ path }) => path === joined)) break;
    if (multikey[i]) arrayScope = (bound.used[0] as Conjunct).scope;
    used.push(...bound.used);
    exact &&= bound.exact;
    if (bound.intervals.every(({ point }) => point)) {
      prefixes = prefixes.flatMap((before) => bound.intervals.map(({ start }) => Buffer.concat([before, start])));
      shapes.push(bound.intervals.length === 1 ? 'one' : 'several');
      continue;
    }
    shapes.push('range');
    const ranges = prefixes.flatMap((before) =>
      bound.intervals.map(({ start, end }) =>
        keyRange(before, Buffer.concat([before, start]), Buffer.concat([before, end])),
      ),
    );
    return { ranges: ranges.map(({ range }) => range), used, shapes, exact, whole: ranges.every((one) => one.whole) };
  }
  const ranges = prefixes.map((before) => keyRange(before, before, afterPrefix(before)));
  return { ranges: ranges.map(({ range }) => range), used, shapes, exact, whole: ranges.every((one) => one.whole) };
}

/** Truncates long bounds as entries are truncated, which widens the range. */
function keyRange(prefix: Buffer, start: Buffer, end: Buffer): { range: KeyRange; whole: boolean } {
  const maxLength = orderedBytes + 4;
  const whole = start.length <= maxLength && end.length <= maxLength;
  const range = {
    start: start.subarray(0, maxLength),
    end: end.length > maxLength ? afterPrefix(end.subarray(0, maxLength)) : end,
    prefixLength: Math.min(prefix.length, maxLength),
  };
  return { range, whole };
}

/**
 * The intervals of one component. If documents have arrays there, different elements can pass different tests: only
 * tests of the same element are combined, and a second component is bounded only by tests of the same `$elemMatch`.
 */
function componentBounds(
  component: IndexComponent,
  isMulti: boolean,
  scope: number | null,
  conjuncts: Conjunct[],
  lead: Conjunct | undefined,
): { intervals: Interval[]; used: Conjunct[]; exact: boolean } | null {
  const found = conjuncts
    .filter((conjunct) => conjunct.path === component.path)
    .map((conjunct) => ({ conjunct, bounds: intervalsOf(conjunct.test, component.direction, isMulti) }))
    .filter(
      (one): one is { conjunct: Conjunct; bounds: { intervals: Interval[]; exact: boolean } } => one.bounds !== null,
    )
    .toSorted(
      (a, b) =>
        Number(b.conjunct === lead) - Number(a.conjunct === lead) ||
        rating(a.bounds.intervals) - rating(b.bounds.intervals),
    );
  const usable =
    isMulti && scope !== null ? found.filter(({ conjunct }) => scope !== 0 && conjunct.scope === scope) : found;
  const [first, ...others] = usable;
  if (first === undefined) return null;
  let { intervals, exact } = first.bounds;
  const used = [first.conjunct];
  for (const { conjunct, bounds } of others) {
    const sameElement =
      first.conjunct.elementItself && conjunct.elementItself && conjunct.scope === first.conjunct.scope;
    if (isMulti && !sameElement) continue;
    intervals = intersect(intervals, bounds.intervals);
    exact &&= bounds.exact;
    used.push(conjunct);
  }
  return { intervals, used, exact };
}

/** Fewer values first, ranges last. */
function rating(intervals: Interval[]): number {
  return intervals.every(({ point }) => point) ? intervals.length : 1e9;
}
