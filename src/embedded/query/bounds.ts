import type { IndexComponent } from '../storage/catalog.ts';
import { orderedBytes } from '../storage/keys.ts';
import { afterPrefix } from '../values/key-writer.ts';
import { type Conjunct, type Interval, intersect, intervalsOf } from './intervals.ts';

export interface KeyRange {
  start: Buffer;
  end: Buffer;
  /** How many first bytes are the same for all keys of the range. */
  prefixLength: number;
  /** Whether `start` is the only key there can be: a document's own. */
  single?: boolean;
}

export interface Bounds {
  ranges: KeyRange[];
  used: Conjunct[];
  /** How the bounded components are: by one value, by several, or by a range (the last one then). */
  shapes: ('one' | 'several' | 'range')[];
  exact: boolean;
  /** Whether no bound had to be cut. */
  whole: boolean;
}

/** More ranges than these are not worked out: the rest of the bounds is left to the matcher. */
const maxRanges = 20_000;

/** How tests bound the keys that begin with `prefix`, component by component, as far as each is bounded. */
export function boundsOf(
  prefix: Buffer,
  components: IndexComponent[],
  multikey: boolean[],
  conjuncts: Conjunct[],
  lead?: Conjunct,
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

/** Long bounds are cut where entries are, which makes the range wider. */
function keyRange(prefix: Buffer, start: Buffer, end: Buffer): { range: KeyRange; whole: boolean } {
  const most = orderedBytes + 4;
  const whole = start.length <= most && end.length <= most;
  const range = {
    start: start.subarray(0, most),
    end: end.length > most ? afterPrefix(end.subarray(0, most)) : end,
    prefixLength: Math.min(prefix.length, most),
  };
  return { range, whole };
}

/**
 * The intervals of one component. Where documents have arrays, two tests may be passed by two elements: then one test
 * bounds, and a second component only by the same `$elemMatch`.
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
