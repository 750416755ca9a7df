import { batch, computed, effect, signal } from '@preact/signals';
import {
  DatePrecision,
  type IncidentWhere,
  LocationKind,
  LocationPrecision,
  MapAndTimelineDetailDocument,
  MapAndTimelineDocument,
  type MapCellFragment,
  type TimelineBarFragment,
} from '../generated/graphql.ts';
import { mustFit } from '../map/fit.ts';
import { askedCells } from '../map/map-view.ts';
import { state } from '../state/store.ts';
import { whereOf } from '../state/where.ts';
import { type IntervalName, toDayNumber } from '../timeline/days.ts';
import { cautiousInterval, intervalFor } from '../timeline/interval.ts';
import { timelineRange, timelineWidth } from '../timeline/timeline-view.ts';
import { createResource } from './resource.ts';

const onPoint: IncidentWhere = { locationPrecision: { in: [LocationPrecision.EXACT, LocationPrecision.NEAR] } };

const inArea: IncidentWhere = {
  locationPrecision: { in: [LocationPrecision.AREA, LocationPrecision.COUNTRY, LocationPrecision.REGION] },
};

/** The kinds of locations that `cells` leaves out. */
const areaKinds = [
  LocationKind.REGION,
  LocationKind.COUNTRY,
  LocationKind.ADMIN1,
  LocationKind.ADMIN2,
  LocationKind.WATER,
  LocationKind.BORDER_AREA,
];

const isArea: IncidentWhere = { location: { kind: { in: areaKinds } } };

/** Where the map draws no point: somewhere in an area. */
const somewhere: IncidentWhere = {
  and: [{ location: { exists: true } }, { or: [inArea, { and: [onPoint, isArea] }] }],
};

const nowhere: IncidentWhere = {
  or: [
    { location: { exists: false } },
    { locationPrecision: { in: [LocationPrecision.UNKNOWN] } },
    { and: [onPoint, { location: { kind: { notIn: areaKinds }, point: { exists: false } } }] },
  ],
};

const isSpan: IncidentWhere = { date: { exists: true, precision: { notIn: [DatePrecision.DAY] } } };

function both(...parts: (IncidentWhere | null)[]): IncidentWhere {
  return { and: parts.filter((part) => part !== null) };
}

/** Filters as text, which stays the same while only other parts of the state change, such as the open incident. */
const filterText = computed(() => JSON.stringify(whereOf(state.value)));
const periodText = computed(() => JSON.stringify(whereOf(state.value, 'from', 'to')));
const within = computed(() => state.value.within);

const pointsFilter = computed(() => both(JSON.parse(filterText.value), onPoint));
/** The filter without its days: the timeline keeps showing what the brush leaves out. */
const periodFilter = computed<IncidentWhere | null>(() => JSON.parse(periodText.value));

/** The interval of the last bars, with which the next filter begins. */
let lastInterval: IntervalName = 'QUARTER';

/** All that the map and the timeline show after a change of the filter. */
export const mapAndTimeline = createResource(
  MapAndTimelineDocument,
  () => {
    const filter: IncidentWhere | null = JSON.parse(filterText.value);
    const range = timelineRange.peek();
    return {
      points: pointsFilter.value,
      precision: askedCells.peek().precision,
      areas: both(filter, somewhere),
      unplaced: both(filter, nowhere),
      within: within.value ?? '',
      isWithin: within.value !== null,
      period: periodFilter.value,
      interval: range ? intervalOf(range) : cautiousInterval(lastInterval),
      from: range?.from ?? null,
      to: range?.to ?? null,
      spans: both(periodFilter.value, isSpan),
      undated: both(periodFilter.value, { date: { exists: false } }),
    };
  },
  { delayMs: 200 },
);

/** The answer to the filter of the moment; null while it is loading. */
export const currentAnswer = computed(() => {
  const { answer, answered } = mapAndTimeline;
  if (!answer.value || !answered.value) return null;
  const isCurrent = answered.value.points === pointsFilter.value && answered.value.period === periodFilter.value;
  return isCurrent ? { asked: answered.value, data: answer.value.data } : null;
});

/** The cells of the map, and what they are the answer to. */
interface ShownCells {
  points: IncidentWhere;
  key: string;
  cells: MapCellFragment[];
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

const maxCells = 1000;

/**
 * The cells for the map of the moment. The overview has them, unless it left some out or they are of another size. Null
 * until the map went to where the filter leads.
 */
const wantedCells = computed(() => {
  const current = currentAnswer.value;
  if (!current || mustFit.value) return null;
  const { precision, box } = askedCells.value;
  const isComplete = (current.data.points?.cells?.length ?? 0) < maxCells;
  const isAnswered = precision === current.asked.precision && (isComplete || box === null);
  return { isAnswered, precision, box, key: JSON.stringify([precision, isAnswered ? null : box]) };
});

const wantedBars = computed(() => {
  const current = currentAnswer.value;
  if (!current) return null;
  const range = timelineRange.value;
  const interval = range ? intervalOf(range) : fittingInterval(current.data.period?.years ?? []);
  const { asked } = current;
  const isAnswered =
    interval === null ||
    (interval === asked.interval && asked.from === (range?.from ?? null) && asked.to === (range?.to ?? null));
  return { isAnswered, interval: interval ?? asked.interval, range, key: JSON.stringify([interval, range]) };
});

effect(() => {
  const current = currentAnswer.value;
  const wanted = wantedCells.value;
  const cells = current?.data.points?.cells;
  if (!current || !cells) return;
  const { points } = current.asked as { points: IncidentWhere };
  const key = wanted?.isAnswered ? wanted.key : '';
  if (wanted?.isAnswered || shownCells.peek()?.points !== points) shownCells.value = { points, key, cells };
});

effect(() => {
  const current = currentAnswer.value;
  const wanted = wantedBars.value;
  const bars = current?.data.period?.bars;
  if (!current || !wanted || !bars) return;
  lastInterval = wanted.interval;
  const { period = null, interval } = current.asked;
  const key = wanted.isAnswered ? wanted.key : '';
  if (wanted.isAnswered || shownBars.peek()?.period !== period) shownBars.value = { period, key, interval, bars };
});

/** What the overview did not foresee: the cells of another view, or bars of a length that fits better. */
export const detail = createResource(MapAndTimelineDetailDocument, () => {
  const [cells, bars] = [wantedCells.value, wantedBars.value];
  if (!cells || !bars) return null;
  const isMap = shownCells.value?.points !== pointsFilter.value || shownCells.value.key !== cells.key;
  const isTimeline = shownBars.value?.period !== periodFilter.value || shownBars.value.key !== bars.key;
  if (!isMap && !isTimeline) return null;
  return {
    isMap,
    points: isMap && cells.box ? both(pointsFilter.value, { location: { box: cells.box } }) : pointsFilter.value,
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

function intervalOf({ from, to }: { from: string; to: string }): IntervalName {
  return intervalFor(toDayNumber(to) - toDayNumber(from) + 1, timelineWidth.value);
}

/** Returns the interval that fits some years; null if there are none. */
function fittingInterval(years: readonly { start: string; end: string }[]): IntervalName | null {
  const [first, last] = [years[0], years.at(-1)];
  return first && last ? intervalOf({ from: first.start, to: last.end }) : null;
}
