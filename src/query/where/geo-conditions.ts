import { badUserInput } from '../../errors/bad-user-input.ts';
import { all, any, type Condition, everything, test } from './condition.ts';

interface Point {
  latitude: number;
  longitude: number;
}

interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** The mean radius of the earth (IUGG); half its circumference is 20,015.1 km. */
const earthKm = 6371.0088;
const maxKm = 20_016;
const maxCorners = 500;
/** The maximum width of a box, in degrees, for which a circle around it is added. */
const maxCircledDegrees = 90;

/** Returns the condition that a point is within a circle on the sphere. */
export function parseNear(path: string, near: Point & { km: number }, argument: string): Condition {
  inRange(near.km, 0, maxKm, `${argument}.km`);
  return withinCircle(path, near, Math.min(near.km / earthKm, Math.PI));
}

/** Returns the condition that a point is in a box. If west is greater than east, the box crosses the antimeridian. */
export function parseBox(path: string, box: Box, argument: string): Condition {
  if (box.south > box.north)
    throw badUserInput(`${argument}.south`, `at most ${box.north}, the value of "north"`, box.south);
  const [longitude, latitude] = [`${path}.coordinates.0`, `${path}.coordinates.1`];
  return all([
    circleAround(path, box),
    test(latitude, 'gte', box.south),
    test(latitude, 'lte', box.north),
    betweenMeridians(longitude, box.west, box.east),
  ]);
}

/**
 * Returns the condition that a point is in a polygon: the smaller part of the sphere inside a ring of great-circle
 * arcs.
 */
export function parsePolygon(path: string, corners: readonly Point[], argument: string): Condition {
  const ring = corners.filter((corner, index) => !isSame(corner, corners[(index + 1) % corners.length] as Point));
  if (ring.length < 3) throw badUserInput(argument, 'a polygon of at least 3 different corners', corners);
  if (ring.length > maxCorners) throw badUserInput(argument, `a polygon of at most ${maxCorners} corners`, ring.length);
  const touching = selfContact(ring.map(toVector));
  if (touching) {
    const [a, b] = touching.map((side) => corners.indexOf(ring[side] as Point) + 1);
    const hint = `Side ${a} touches or crosses side ${b}; side 1 begins at the first corner`;
    throw badUserInput(argument, 'a polygon that does not cross or touch itself', corners, hint);
  }
  const closed = [...ring, ring[0] as Point].map(({ longitude, latitude }) => [longitude, latitude]);
  return test(path, 'geoWithin', { $geometry: { type: 'Polygon', coordinates: [closed] } });
}

function withinCircle(path: string, { longitude, latitude }: Point, radians: number): Condition {
  return test(path, 'geoWithin', { $centerSphere: [[longitude, latitude], radians] });
}

/** Returns the condition that a longitude is between two meridians. 180 and -180 are the same meridian. */
function betweenMeridians(path: string, west: number, east: number): Condition {
  const inside = [test(path, 'gte', west), test(path, 'lte', east)];
  const range = west <= east ? all(inside) : any(inside);
  const edges = [...(west === -180 ? [180] : []), ...(east === 180 ? [-180] : [])];
  return edges.length === 0 ? range : any([range, test(path, 'in', edges)]);
}

/** Returns the condition that a point is in a circle around the box, which a geospatial index can serve. */
function circleAround(path: string, { south, west, north, east }: Box): Condition {
  const width = east - west + (west > east ? 360 : 0);
  if (width > maxCircledDegrees || north - south > maxCircledDegrees) return everything;
  const middle = west + width / 2;
  const center = { latitude: (south + north) / 2, longitude: middle > 180 ? middle - 360 : middle };
  const corners = [south, north].flatMap((latitude) => [west, middle].map((longitude) => ({ latitude, longitude })));
  const farthest = Math.max(...corners.map((corner) => angle(toVector(center), toVector(corner))));
  return withinCircle(path, center, farthest * 1.001 + 1e-9);
}

/** Checks a number. GraphQL accepts infinity, as `1e400`. */
function inRange(value: number, min: number, max: number, argument: string): void {
  if (!(value >= min && value <= max))
    throw badUserInput(argument, `from ${min} to ${max.toLocaleString('en')}`, value);
}

function isSame(a: Point, b: Point): boolean {
  return angle(toVector(a), toVector(b)) < 1e-9;
}

type Vector = readonly [number, number, number];

function toVector({ latitude, longitude }: Point): Vector {
  const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function angle(a: Vector, b: Vector): number {
  return Math.atan2(Math.hypot(...cross(a, b)), dot(a, b));
}

/** Finds two sides that meet without being neighbours, or neighbours of which one retraces the other. */
function selfContact(ring: readonly Vector[]): [number, number] | undefined {
  const corner = (index: number) => ring[index % ring.length] as Vector;
  for (let i = 0; i < ring.length; i++) {
    if (isOn(corner(i + 2), corner(i), corner(i + 1)) || isOn(corner(i), corner(i + 1), corner(i + 2)))
      return [i, (i + 1) % ring.length];
    for (let j = i + 2; j < ring.length; j++) {
      if ((j + 1) % ring.length !== i && meet(corner(i), corner(i + 1), corner(j), corner(j + 1))) return [i, j];
    }
  }
  return undefined;
}

function meet(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  if (isOn(c, a, b) || isOn(d, a, b) || isOn(a, c, d) || isOn(b, c, d)) return true;
  const [acb, bda, cbd, dac] = [turn(a, c, b), turn(b, d, a), turn(c, b, d), turn(d, a, c)];
  return Math.sign(acb) === Math.sign(bda) && Math.sign(acb) === Math.sign(cbd) && Math.sign(acb) === Math.sign(dac);
}

function turn(a: Vector, b: Vector, c: Vector): number {
  return dot(cross(a, b), c);
}

/** Returns whether a point is on the shorter arc from a to b, within the precision of doubles. */
function isOn(point: Vector, a: Vector, b: Vector): boolean {
  return angle(a, point) + angle(point, b) - angle(a, b) < 1e-12;
}
