import type { Document } from 'mongodb';
import type { Bounds } from '../../generated/schema.ts';
import type { PointPaths } from '../entity.ts';
import { coordinateOf, pointStages } from './points.ts';

/**
 * Returns the stages from documents to one row for each degree of longitude that contains a point. This is enough to
 * find the widest gap between points, unless every gap is narrower than a degree. Areas count only with
 * `areasByCentre`.
 */
export function boundsStages(paths: PointPaths, areasByCentre: boolean): Document[] {
  const longitude = coordinateOf(paths, 'longitude');
  const latitude = coordinateOf(paths, 'latitude');
  return [
    ...pointStages(paths, areasByCentre),
    {
      $group: {
        _id: { $floor: longitude },
        west: { $min: longitude },
        east: { $max: longitude },
        south: { $min: latitude },
        north: { $max: latitude },
      },
    },
  ];
}

/** Returns the smallest box around the points, which leaves out the widest gap in longitude; null without rows. */
export function toBounds(rows: readonly Document[]): Bounds | null {
  if (rows.length === 0) return null;
  const degrees = rows.toSorted((a, b) => a._id - b._id);
  const gaps = degrees.map(({ east }, index) => {
    const isLast = index === degrees.length - 1;
    const { west } = degrees[isLast ? 0 : index + 1] as Document;
    return { width: west - east + (isLast ? 360 : 0), east, west };
  });
  const widest = gaps.reduce((best, gap) =>
    gap.width > best.width || (gap.width === best.width && gap.west <= gap.east) ? gap : best,
  );
  return {
    south: Math.min(...rows.map((row) => row.south)),
    west: widest.west,
    north: Math.max(...rows.map((row) => row.north)),
    east: widest.east,
  };
}
