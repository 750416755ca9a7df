import { computed, signal } from '@preact/signals';
import type { Box, ExplorerState } from '../state/explorer-state.ts';
import { change, state } from '../state/store.ts';
import { whereOf } from '../state/where.ts';
import type { Area } from './areas.ts';
import { extentOf, type Weighted } from './extent.ts';
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

/** Returns the view to show: the box that is asked for, else the points, else the areas. Null if there is nothing. */
export function fitTarget(
  points: readonly Weighted[],
  areas: readonly Area[],
  box: Box | null,
  size: Size,
): View | null {
  if (box) return fitView(box, size);
  const extent = extentOf(points);
  if (extent) return fitView(extent, size);
  const ofAreas = extentOf(areas.flatMap(({ point, count }) => (point ? [{ ...point, count }] : [])));
  return ofAreas && fitView(ofAreas, size, { closest: 20 });
}
