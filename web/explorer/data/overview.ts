import { computed, effect } from '@preact/signals';
import { type IncidentWhere, OverviewDocument } from '../generated/graphql.ts';
import { fitTarget, mustFit } from '../map/fit.ts';
import { askedCells, cellsFor, mapSize } from '../map/map-view.ts';
import { spansOf, undatedOf } from '../state/conditions.ts';
import type { Box } from '../state/explorer-state.ts';
import { state } from '../state/store.ts';
import type { IntervalName } from '../timeline/days.ts';
import { fittingInterval, intervalOf } from '../timeline/interval.ts';
import { timelineRange, timelineWidth } from '../timeline/timeline-view.ts';
import { facetVariables } from './facet-variables.ts';
import { areasFilter, filter, periodFilter, pointsIn, unplacedFilter } from './filters.ts';
import { currentList, list, totalCount } from './list.ts';
import { learnNames } from './names.ts';
import { createResource } from './resource.ts';

/**
 * The second request of a state: the facets, the map and the timeline. It follows the answer to the first one, which
 * tells where the map will go and how long the bars are; if that failed, it takes the map and the bars of the moment.
 */
export const overview = createResource(
  OverviewDocument,
  () =>
    currentList.value || list.failure.value
      ? { ...facetVariables(state.value), ...mapAndTimelineOf(detailOf()) }
      : undefined,
  { delayMs: 0 },
);

/** The max number of cells in an answer. */
const maxCells = 1000;

/** How small the cells are, where they are, and how long the bars. */
interface Detail {
  precision: number;
  box: Box | null;
  interval: IntervalName;
  range: { from: string; to: string } | null;
  /** Whether what the map does not show must be counted, because it does not follow from the other counts. */
  countsUnplaced: boolean;
}

let planned: { filter: IncidentWhere | null; isKnown: boolean; detail: Detail } | undefined;

/** The detail to ask for. It is chosen once for a filter: what is zoomed to afterwards is asked for by itself. */
function detailOf(): Detail {
  const isKnown = currentList.value !== null;
  if (planned?.filter !== filter.value || planned.isKnown !== isKnown)
    planned = { filter: filter.value, isKnown, detail: { ...cellsToCome(), ...barsToCome() } };
  return planned.detail;
}

/** The cells of where the map will be. If all fit into an answer, they are not bounded by a box. */
function cellsToCome(): Pick<Detail, 'precision' | 'box' | 'countsUnplaced'> {
  const extent = currentList.peek()?.placed?.extent;
  const size = mapSize.peek();
  const target = extent && size && mustFit.peek() ? fitTarget(extent, [], state.peek().box, size) : null;
  const { precision, box } = target && size ? cellsFor(target, size) : askedCells.peek();
  const count = extent?.reduce((sum, { count }) => sum + count, 0) ?? Number.POSITIVE_INFINITY;
  return { precision, box: count > maxCells ? box : null, countsUnplaced: !extent || extent.length >= maxCells };
}

function barsToCome(): Pick<Detail, 'interval' | 'range'> {
  const range = timelineRange.peek();
  const width = timelineWidth.peek();
  const years = currentList.peek()?.dated?.years ?? [];
  const interval = range ? intervalOf(range, width) : fittingInterval(years, width);
  return { interval: interval ?? 'YEAR', range };
}

function mapAndTimelineOf({ precision, box, interval, range, countsUnplaced }: Detail) {
  return {
    points: pointsIn(box),
    precision,
    areas: areasFilter.value,
    unplaced: unplacedFilter.value,
    countsUnplaced,
    period: periodFilter.value,
    interval,
    from: range?.from ?? null,
    to: range?.to ?? null,
    spans: spansOf(periodFilter.value),
    undated: undatedOf(periodFilter.value),
  };
}

/** The answer to the filter of the moment with what it was asked for; null while it is loading. */
export const currentOverview = computed(() => {
  const [answer, asked] = [overview.answer.value, overview.answered.value];
  if (!answer || !asked || asked.areas !== areasFilter.value || asked.period !== periodFilter.value) return null;
  return { asked, data: answer.data };
});

/** How many incidents the map does not show: all but those at points and in areas. Null while it is not known. */
export const unplacedCount = computed(() => {
  const { data } = currentOverview.value ?? {};
  const [all, extent] = [totalCount.value, currentList.value?.placed?.extent];
  if (!data) return null;
  if (data.unplaced) return data.unplaced.totalCount;
  if (all === null || !extent || data.areas?.totalCount == null) return null;
  return all - data.areas.totalCount - extent.reduce((sum, { count }) => sum + count, 0);
});

effect(() => {
  const data = overview.answer.value?.data;
  const groups = [data?.actor, data?.chosenActor].flatMap((connection) => connection?.groups ?? []);
  learnNames(groups.map(({ key, label }) => [key, label]));
});
