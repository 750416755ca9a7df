import type { Weighted } from './extent.ts';
import type { Edges } from './mercator.ts';

interface WeightedCell extends Weighted {
  geohash: string;
}

const alphabet = '0123456789bcdefghjkmnpqrstuvwxyz';

/** Returns the edges of the cell of a geohash. */
export function boundsOf(geohash: string): Edges {
  const box = { west: -180, south: -90, east: 180, north: 90 };
  let isLongitude = true;
  for (const character of geohash) {
    const bits = alphabet.indexOf(character);
    for (let bit = 4; bit >= 0; bit--) {
      const isUpper = ((bits >> bit) & 1) === 1;
      const [low, high] = isLongitude ? (['west', 'east'] as const) : (['south', 'north'] as const);
      const middle = (box[low] + box[high]) / 2;
      if (isUpper) box[low] = middle;
      else box[high] = middle;
      isLongitude = !isLongitude;
    }
  }
  return box;
}

/** Merges cells to those of a shorter geohash, if theirs is longer: the largest first, each at the mean of its points. */
export function mergeCells(cells: readonly WeightedCell[], precision: number): WeightedCell[] {
  const merged = new Map<string, WeightedCell>();
  for (const { geohash: longer, count, latitude, longitude } of cells) {
    const geohash = longer.slice(0, precision);
    const known = merged.get(geohash) ?? { geohash, count: 0, latitude, longitude };
    const share = count / (known.count + count);
    merged.set(geohash, {
      geohash,
      count: known.count + count,
      latitude: known.latitude + (latitude - known.latitude) * share,
      longitude: known.longitude + (longitude - known.longitude) * share,
    });
  }
  return [...merged.values()].sort((a, b) => b.count - a.count);
}
