import type { Document } from 'mongodb';
import type { PointPaths } from '../entity.ts';

/** Returns the stages that leave out documents without a point, and areas unless they count by their centre. */
export function pointStages({ path, area }: PointPaths, areasByCentre: boolean): Document[] {
  return [{ $match: { [path]: { $exists: true }, ...(!areasByCentre && { [area]: { $exists: false } }) } }];
}

/** Returns the expression for a coordinate of a document's point. GeoJSON has the longitude first. */
export function coordinateOf({ path }: PointPaths, axis: 'latitude' | 'longitude'): Document {
  return { $arrayElemAt: [`$${path}.coordinates`, axis === 'longitude' ? 0 : 1] };
}
