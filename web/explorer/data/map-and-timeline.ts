import { batch, computed, effect, signal } from '@preact/signals';
import {
  DetailDocument,
  type IncidentsQuery,
  type IncidentWhere,
  type MapCellFragment,
  type TimelineBarFragment,
} from '../generated/graphql.ts';
import { mustFit } from '../map/fit.ts';
import { mergeCells } from '../map/geohash.ts';
import { askedCells } from '../map/map-view.ts';
import type { IntervalName } from '../timeline/days.ts';
import { fittingInterval, intervalOf } from '../timeline/interval.ts';
import { timelineRange, timelineWidth } from '../timeline/timeline-view.ts';
import { periodFilter, pointsFilter, pointsIn } from './filters.ts';
import { currentList } from './list.ts';
import { currentOverview } from './overview.ts';
import { createResource } from './resource.ts';

type Extent = NonNullable<NonNullable<IncidentsQuery['placed']>['extent']>;

/** A cell of the map. One that came with the list tells where it is, and may lack some of its incidents. */
export type ShownCell = MapCellFragment | Extent[number];

/** The cells of the map, and what they are the answer to. */
interface ShownCells {
  points: IncidentWhere;
  key: string;
  cells: ShownCell[];
}

interface ShownBars {
  period: IncidentWhere | null;
  key: string;
  interval: IntervalName;
  bars: TimelineBarFragment[];
}

/** The last cells and bars that arrived: they stay drawn until others do. */
export const shownCells = signal<ShownCells | null>(null);
export const shownBars = signal<ShownBars | null>(null);

/**
 * The cells for the map of the moment. The overview has them, unless they are of another size or beyond its box. Null
 * until the map went to where the filter leads.
 */
const wantedCells = computed(() => {
  const current = currentOverview.value;
  if (!current || mustFit.value) return null;
  const { precision, box } = askedCells.value;
  const { asked, data } = current;
  const areAll = asked.points === pointsFilter.value;
  const isThere = areAll || JSON.stringify(asked.points) === JSON.stringify(pointsIn(box));
  const isAnswered = (areAll && data.points?.cells?.length === 0) || (isThere && precision === asked.precision);
  return { isAnswered, precision, box, key: JSON.stringify([precision, isAnswered && areAll ? null : box]) };
});

const wantedBars = computed(() => {
  const current = currentOverview.value;
  if (!current) return null;
  const range = timelineRange.value;
  const width = timelineWidth.value;
  const interval = range ? intervalOf(range, width) : fittingInterval(currentList.value?.dated?.years ?? [], width);
  const { asked } = current;
  const isAnswered =
    interval === null ||
    (interval === asked.interval && asked.from === (range?.from ?? null) && asked.to === (range?.to ?? null));
  return { isAnswered, interval: interval ?? asked.interval, range, key: JSON.stringify([interval, range]) };
});

// The first points do not wait for the overview: the list's answer tells where they are, and about how many.
effect(() => {
  const extent = currentList.value?.placed?.extent;
  if (!extent || mustFit.value || shownCells.peek()) return;
  shownCells.value = { points: pointsFilter.value, key: '', cells: mergeCells(extent, askedCells.value.precision) };
});

effect(() => {
  const wanted = wantedCells.value;
  const cells = currentOverview.value?.data.points?.cells;
  if (!cells) return;
  const points = pointsFilter.value;
  const key = wanted?.isAnswered ? wanted.key : '';
  const shown = shownCells.peek();
  if (wanted?.isAnswered || shown?.points !== points || shown.key === '') shownCells.value = { points, key, cells };
});

effect(() => {
  const current = currentOverview.value;
  const wanted = wantedBars.value;
  const bars = current?.data.period?.bars;
  if (!current || !wanted || !bars) return;
  const { period = null, interval } = current.asked;
  const key = wanted.isAnswered ? wanted.key : '';
  if (wanted.isAnswered || shownBars.peek()?.period !== period) shownBars.value = { period, key, interval, bars };
});

/** What the overview did not foresee: the cells of another view, or bars of a length that fits better. */
export const detail = createResource(DetailDocument, () => {
  const [cells, bars] = [wantedCells.value, wantedBars.value];
  if (!cells || !bars) return null;
  const isMap = shownCells.value?.points !== pointsFilter.value || shownCells.value.key !== cells.key;
  const isTimeline = shownBars.value?.period !== periodFilter.value || shownBars.value.key !== bars.key;
  if (!isMap && !isTimeline) return null;
  return {
    isMap,
    points: isMap ? pointsIn(cells.box) : pointsFilter.value,
    precision: cells.precision,
    isTimeline,
    period: periodFilter.value,
    interval: bars.interval,
    from: bars.range?.from ?? null,
    to: bars.range?.to ?? null,
  };
});

effect(() => {
  // An answer arrives only while what it was asked for is still wanted.
  const { points, period } = detail.answer.value?.data ?? {};
  const [cells, bars] = [wantedCells.peek(), wantedBars.peek()];
  batch(() => {
    if (points?.cells && cells) shownCells.value = { points: pointsFilter.peek(), key: cells.key, cells: points.cells };
    if (period?.bars && bars)
      shownBars.value = { period: periodFilter.peek(), key: bars.key, interval: bars.interval, bars: period.bars };
  });
});
