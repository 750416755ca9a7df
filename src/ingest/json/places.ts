import type { Position } from './text-positions.ts';

const maxShown = 10;

/** Formats offsets as `3:20, 4:13 and 5:1`: the first ten, and the number of others. */
export function listPlaces(offsets: readonly number[], position: (offset: number) => Position): string {
  const shown = offsets.slice(0, maxShown).map((offset) => placeOf(offset, position));
  const others = offsets.length - shown.length;
  const last = others > 0 ? `${others} more` : shown.pop();
  return shown.length === 0 ? String(last) : `${shown.join(', ')} and ${last}`;
}

/** Formats an offset as `line:column`. */
export function placeOf(offset: number, position: (offset: number) => Position): string {
  const { line, column } = position(offset);
  return `${line}:${column}`;
}
