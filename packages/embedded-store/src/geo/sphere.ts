import { createRequire } from 'node:module';
import type { s2 } from 's2js';

type S2 = typeof s2;

let loaded: S2 | undefined;

/** Google's S2 geometry, loaded on first use because it takes longer to load than the rest of the store. */
export function sphere(): S2 {
  loaded ??= (createRequire(import.meta.url)('s2js') as { s2: S2 }).s2;
  return loaded;
}

export type Position = readonly [longitude: number, latitude: number];
export type Vector = readonly [x: number, y: number, z: number];

/** MongoDB's radius of the earth, in metres. */
export const earthRadius = 6_378_100;

export function vectorOf([longitude, latitude]: Position): Vector {
  const [lambda, phi] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** The squared chord between two points of the unit sphere: 0 for equal points, at most 4. */
export function chordSquared(a: Vector, b: Vector): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

/** The angle between two points, in radians. */
export function angleBetween(a: Vector, b: Vector): number {
  return 2 * Math.asin(Math.min(1, Math.sqrt(chordSquared(a, b)) / 2));
}

/** Whether two great-circle arcs cross in their interior. */
export function arcsCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const [abc, abd] = [orientation(a, b, c), orientation(a, b, d)];
  const [cda, cdb] = [orientation(c, d, a), orientation(c, d, b)];
  // On opposite sides of each other, and not on opposite sides of the sphere.
  return abc * abd < 0 && cda * cdb < 0 && abc * cdb > 0;
}

function orientation(a: Vector, b: Vector, c: Vector): number {
  return (a[1] * b[2] - a[2] * b[1]) * c[0] + (a[2] * b[0] - a[0] * b[2]) * c[1] + (a[0] * b[1] - a[1] * b[0]) * c[2];
}
