import { badUserInput } from '../errors.ts';
import { all, any, type Condition, everything, test } from './condition.ts';

interface Position {
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
const mostKm = 20_016;
const mostCorners = 500;
/** A box wider than this, in degrees, is not looked for by a circle around it. */
const widestCircled = 90;

/** Within a circle on the sphere. */
export function parseNear(path: string, near: Position & { km: number }, argument: string): Condition {
  checkPosition(near, argument);
  inRange(near.km, 0, mostKm, `${argument}.km`);
  return within(path, near, Math.min(near.km / earthKm, Math.PI));
}

/** Between two parallels and two meridians. Where west is greater than east, it crosses the antimeridian. */
export function parseBox(path: string, box: Box, argument: string): Condition {
  for (const side of ['south', 'north'] as const) inRange(box[side], -90, 90, `${argument}.${side}`);
  for (const side of ['west', 'east'] as const) inRange(box[side], -180, 180, `${argument}.${side}`);
  if (box.south > box.north)
    throw badUserInput(`${argument}.south`, `at most ${box.north}, which is "north"`, box.south);
  const [longitude, latitude] = [`${path}.coordinates.0`, `${path}.coordinates.1`];
  return all([
    circleAround(path, box),
    test(latitude, 'gte', box.south),
    test(latitude, 'lte', box.north),
    between(longitude, box.west, box.east),
  ]);
}

/** The smaller of the two sides of a closed line of great circles. */
export function parsePolygon(path: string, corners: readonly Position[], argument: string): Condition {
  corners.forEach((corner, index) => {
    checkPosition(corner, `${argument}.${index}`);
  });
  const ring = corners.filter((corner, index) => !isSame(corner, corners[(index + 1) % corners.length] as Position));
  if (ring.length < 3) throw badUserInput(argument, 'a polygon of at least 3 different corners', corners);
  if (ring.length > mostCorners)
    throw badUserInput(argument, `a polygon of at most ${mostCorners} corners`, ring.length);
  const touching = selfContact(ring.map(toVector));
  if (touching) {
    const [a, b] = touching.map((edge) => corners.indexOf(ring[edge] as Position));
    const found = `sides from corners ${a} and ${b} that meet`;
    throw badUserInput(argument, 'a polygon that does not cross or touch itself', found);
  }
  const closed = [...ring, ring[0] as Position].map(({ longitude, latitude }) => [longitude, latitude]);
  return test(path, 'geoWithin', { $geometry: { type: 'Polygon', coordinates: [closed] } });
}

function within(path: string, { longitude, latitude }: Position, radians: number): Condition {
  return test(path, 'geoWithin', { $centerSphere: [[longitude, latitude], radians] });
}

/** 180 and -180 are one meridian. */
function between(path: string, west: number, east: number): Condition {
  const inside = [test(path, 'gte', west), test(path, 'lte', east)];
  const range = west <= east ? all(inside) : any(inside);
  const edges = [...(west === -180 ? [180] : []), ...(east === 180 ? [-180] : [])];
  return edges.length === 0 ? range : any([range, test(path, 'in', edges)]);
}

/** A circle that holds the whole box, which an index of places can look for. */
function circleAround(path: string, { south, west, north, east }: Box): Condition {
  const width = east - west + (west > east ? 360 : 0);
  if (width > widestCircled || north - south > widestCircled) return everything;
  const middle = west + width / 2;
  const center = { latitude: (south + north) / 2, longitude: middle > 180 ? middle - 360 : middle };
  const corners = [south, north].flatMap((latitude) => [west, middle].map((longitude) => ({ latitude, longitude })));
  const farthest = Math.max(...corners.map((corner) => angle(toVector(center), toVector(corner))));
  return within(path, center, farthest * 1.001 + 1e-9);
}

function checkPosition({ latitude, longitude }: Position, argument: string): void {
  inRange(latitude, -90, 90, `${argument}.latitude`);
  inRange(longitude, -180, 180, `${argument}.longitude`);
}

/** Infinity gets through GraphQL, as `1e400`. */
function inRange(value: number, least: number, most: number, argument: string): void {
  if (!(value >= least && value <= most))
    throw badUserInput(argument, `from ${least} to ${most.toLocaleString('en')}`, value);
}

function isSame(a: Position, b: Position): boolean {
  return angle(toVector(a), toVector(b)) < 1e-9;
}

type Vector = readonly [number, number, number];

function toVector({ latitude, longitude }: Position): Vector {
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

/** Two sides that are no neighbours and meet, or neighbours of which one goes back over the other. */
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

/** On the shorter arc from a to b, within what doubles can tell. */
function isOn(point: Vector, a: Vector, b: Vector): boolean {
  return angle(a, point) + angle(point, b) - angle(a, b) < 1e-12;
}
