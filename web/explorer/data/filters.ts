import { computed } from '@preact/signals';
import type { IncidentWhere } from '../generated/graphql.ts';
import { both, inAreasOf, pointsOf, unplacedOf } from '../state/conditions.ts';
import type { Box } from '../state/explorer-state.ts';
import { state } from '../state/store.ts';
import { whereOf } from '../state/where.ts';

/** Filters as text, which stays the same while only other parts of the state change, such as the open incident. */
const filterText = computed(() => JSON.stringify(whereOf(state.value)));
const periodText = computed(() => JSON.stringify(whereOf(state.value, 'from', 'to')));

/** The filter of the moment: the same object until it changes, as are those that follow from it. */
export const filter = computed<IncidentWhere | null>(() => JSON.parse(filterText.value));

/** The filter without its days: the timeline keeps showing what the brush leaves out. */
export const periodFilter = computed<IncidentWhere | null>(() => JSON.parse(periodText.value));

export const pointsFilter = computed(() => pointsOf(filter.value));
export const areasFilter = computed(() => inAreasOf(filter.value));
export const unplacedFilter = computed(() => unplacedOf(filter.value));

/** Returns the filter of the points in a box, or of all if there is none. */
export function pointsIn(box: Box | null): IncidentWhere {
  return box ? both(pointsFilter.value, { location: { box } }) : pointsFilter.value;
}
