import { type Degrees, type Edges, normalizeLongitude, toWorld } from './mercator.ts';

/** Points in about the same place, and how many incidents they are. */
export interface Weighted extends Degrees {
  count: number;
}

/** The share of incidents that must stay in view. */
const minShare = 0.95;

/** Outliers are left out only if the box gets smaller than this share of its size. */
const worthwhile = 0.6;

/**
 * Returns the box to show for some points: all of them, or without outliers if a much smaller box has at least 95 % of
 * the incidents. The box is the shorter way around the world. Null if there are no points.
 */
export function extentOf(points: readonly Weighted[]): Edges | null {
  if (points.length === 0) return null;
  const start = westernmost(points);
  const placed = points.map(({ latitude, longitude, count }) => {
    const east = (longitude - start + 360) % 360;
    return { east, y: toWorld({ latitude, longitude: 0 })[1], latitude, count };
  });
  const total = placed.reduce((sum, { count }) => sum + count, 0);
  let kept = placed;
  let spare = total * (1 - minShare);
  for (;;) {
    const size = sizeOf(kept);
    const candidates = (['east', 'y'] as const).flatMap((axis) =>
      [Math.min(...kept.map((point) => point[axis])), Math.max(...kept.map((point) => point[axis]))].flatMap((edge) => {
        const left = kept.filter((point) => point[axis] !== edge);
        const cost = countOf(kept) - countOf(left);
        return left.length > 0 && cost <= spare ? [{ left, cost, gain: (size - sizeOf(left)) / cost }] : [];
      }),
    );
    const best = candidates.sort((a, b) => b.gain - a.gain)[0];
    if (!best) break;
    kept = best.left;
    spare -= best.cost;
  }
  const chosen = sizeOf(kept) < worthwhile * sizeOf(placed) ? kept : placed;
  const easts = chosen.map(({ east }) => east);
  const latitudes = chosen.map(({ latitude }) => latitude);
  return {
    west: normalizeLongitude(start + Math.min(...easts)),
    south: Math.min(...latitudes),
    east: normalizeLongitude(start + Math.max(...easts)),
    north: Math.max(...latitudes),
  };
}

/** Returns the longitude just east of the widest gap between the points. */
function westernmost(points: readonly Weighted[]): number {
  const longitudes = points.map(({ longitude }) => longitude).sort((a, b) => a - b);
  let start = longitudes[0] ?? 0;
  let widest = 0;
  for (const [i, longitude] of longitudes.entries()) {
    const before = longitudes[i - 1] ?? (longitudes.at(-1) ?? 0) - 360;
    if (longitude - before > widest) {
      widest = longitude - before;
      start = longitude;
    }
  }
  return start;
}

/** Half the way around a box, in which a line has a size too. */
function sizeOf(points: readonly { east: number; y: number }[]): number {
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
  return (spread(points.map(({ east }) => east)) / 360) * 1000 + spread(points.map(({ y }) => y));
}

function countOf(points: readonly { count: number }[]): number {
  return points.reduce((sum, { count }) => sum + count, 0);
}
