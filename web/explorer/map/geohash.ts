import type { Edges } from './mercator.ts';

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
