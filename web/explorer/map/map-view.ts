import { computed, signal } from '@preact/signals';
import type { Box } from '../state/explorer-state.ts';
import { worldSize } from './mercator.ts';
import { precisionFor } from './precision.ts';
import { askedBox, type Size, type View, wholeWorld } from './view.ts';

/** The size of the map; null until it is laid out. */
export const mapSize = signal<Size | null>(null);

/** Where the map came to rest; null until it is laid out. */
export const restingView = signal<View | null>(null);

/** What is drawn of the map; while it moves, the drawing is transformed. */
export const drawnView = signal<View | null>(null);

const usualSize: Size = { width: 770, height: 640 };

/** The cells that the resting map asks for. */
export const askedCells = computed(() => {
  const size = mapSize.value ?? usualSize;
  return cellsFor(restingView.value ?? wholeWorld(size), size);
});

/** Returns the cells to ask for a view: how small, and within which box. */
export function cellsFor(view: View, size: Size): { precision: number; box: Box | null } {
  return { precision: precisionFor(view.k * worldSize), box: askedBox(view, size) };
}
