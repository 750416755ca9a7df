import { computed, signal } from '@preact/signals';
import type { MapAndTimelineQuery } from '../generated/graphql.ts';
import type { Box, ExplorerState } from '../state/explorer-state.ts';
import { change, state } from '../state/store.ts';
import { whereOf } from '../state/where.ts';
import { extentOf } from './extent.ts';
import { fitView, type Size, type View } from './view.ts';

/** The filter that the map follows: all but the days, so that it stands still while days are brushed. */
const followed = computed(() => JSON.stringify(whereOf(state.value, 'from', 'to')));

const fitted = signal<string | undefined>(undefined);

/** Whether the filter changed since the map was fitted to it or moved by the visitor. */
export const mustFit = computed(() => fitted.value !== followed.value);

/** Leaves the map where it is until the filter changes. */
export function keepView(): void {
  fitted.value = followed.value;
}

/** Changes the filter by something on the map, which stays where it is. */
export function changeInPlace(changes: Partial<ExplorerState>): void {
  fitted.value = JSON.stringify(whereOf({ ...state.value, ...changes }, 'from', 'to'));
  change(changes);
}

/** Returns the view to show for an answer: the box that is asked for, else its points, else its areas. */
export function fitTarget(data: MapAndTimelineQuery, box: Box | null, size: Size): View | null {
  if (box) return fitView(box, size);
  const points = extentOf(data.points?.extent ?? []);
  if (points) return fitView(points, size);
  const areas = (data.areas?.groups ?? []).flatMap(({ node, count }) =>
    node?.__typename === 'Location' && node.point ? [{ ...node.point, count }] : [],
  );
  const extent = extentOf(areas);
  return extent && fitView(extent, size, { closest: 20 });
}
