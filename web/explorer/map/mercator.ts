/** A position in degrees. */
export interface Degrees {
  latitude: number;
  longitude: number;
}

/** The edges of a box in degrees; `west` is greater than `east` where it crosses the antimeridian. */
export interface Edges {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The world in Mercator's projection is a square with sides of this many units; x grows eastward, y southward. */
export const worldSize = 1000;

/** The parallel at which the projection is cut, so that the world is a square. */
const maxLatitude = 85.0511287798;

export function toWorld({ latitude, longitude }: Degrees): [x: number, y: number] {
  const clamped = Math.max(-maxLatitude, Math.min(maxLatitude, latitude));
  const stretched = Math.log(Math.tan(Math.PI / 4 + (clamped * Math.PI) / 360));
  return [(longitude / 360 + 0.5) * worldSize, (0.5 - stretched / (2 * Math.PI)) * worldSize];
}

/** Returns the position of a point of the world. West of its western edge, longitudes are below -180, and so on. */
export function toDegrees(x: number, y: number): Degrees {
  const stretched = (0.5 - y / worldSize) * 2 * Math.PI;
  const latitude = (Math.atan(Math.exp(stretched)) * 360) / Math.PI - 90;
  return { latitude, longitude: (x / worldSize - 0.5) * 360 };
}

/** Returns the same meridian, from -180 up to but not including 180. */
export function normalizeLongitude(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** Returns how many degrees a box spans from west to east, from 0 to 360. */
export function widthOf({ west, east }: Edges): number {
  return east >= west ? east - west : east - west + 360;
}
