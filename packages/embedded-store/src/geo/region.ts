import type { s2 } from 's2js';
import { fail } from '../errors.ts';
import { isDocument, isNumber, toNumber, type Value } from '../values/value.ts';
import { type Geometry, pointOf, positionOf, readGeometry } from './geometry.ts';
import { chordSquared, type Position, sphere, type Vector, vectorOf } from './sphere.ts';

/** The area of a query. */
export interface Region {
  containsPoint(position: Position): boolean;
  /** Whether the polygon is within the region. Throws CommandNotSupported if that cannot be decided exactly. */
  containsPolygon(polygon: s2.Polygon): boolean;
  intersectsPolygon(polygon: s2.Polygon): boolean;
  /** An S2 region that contains this one, for the index. */
  bound(): s2.Region;
  /** Whether a point within `slack` radians of `place` can be in the region. If absent, any point can. */
  mayReach?(place: Vector, slack: number): boolean;
}

/** Parses the operand of `$geoWithin` or `$geoIntersects`. */
export function parseRegion(operator: string, operand: Value): Region {
  const [entry, ...others] = isDocument(operand) ? operand : [];
  if (entry === undefined || others.length > 0) fail('BadValue', `${operator} needs one shape`);
  const [shape, value] = entry;
  if (shape === '$geometry') return geometryRegion(operator, value);
  if (operator === '$geoWithin') {
    if (shape === '$centerSphere') return sphereRegion(value);
    if (shape === '$box') return boxRegion(value);
    if (shape === '$polygon') return planeRegion(value);
  }
  fail('BadValue', `unknown geo specifier: ${shape}`);
}

/** Whether the place, or one of an array of places, is completely within the region. */
export function isWithin(value: Value, region: Region): boolean {
  return someGeometry(value, (geometry) =>
    geometry.kind === 'point' ? region.containsPoint(geometry.position) : region.containsPolygon(geometry.polygon),
  );
}

export function intersects(value: Value, region: Region): boolean {
  return someGeometry(value, (geometry) =>
    geometry.kind === 'point' ? region.containsPoint(geometry.position) : region.intersectsPolygon(geometry.polygon),
  );
}

function someGeometry(value: Value, test: (geometry: Geometry) => boolean): boolean {
  return geometriesIn(value).some(test);
}

/** The geometries of a value: itself, or the elements of an array. Empty if it has none. */
export function geometriesIn(value: Value): Geometry[] {
  const own = readGeometry(value);
  if (own !== null) return [own];
  if (!Array.isArray(value)) return [];
  return value.map((item) => readGeometry(item)).filter((geometry) => geometry !== null);
}

function geometryRegion(operator: string, value: Value): Region {
  const geometry = readGeometry(value);
  if (geometry === null) fail('BadValue', `${operator} needs a GeoJSON $geometry`);
  if (geometry.kind === 'polygon') {
    const { polygon } = geometry;
    return {
      containsPoint: (position) => polygon.containsPoint(pointOf(position)),
      containsPolygon: (other) => polygon.contains(other),
      intersectsPolygon: (other) => polygon.intersects(other),
      bound: () => polygon,
    };
  }
  if (operator === '$geoWithin') fail('BadValue', '$geoWithin not supported with provided geometry: it needs an area');
  const point = pointOf(geometry.position);
  const cell = leafCell(geometry.position);
  return {
    containsPoint: (position) => leafCell(position) === cell,
    containsPolygon: () => false,
    intersectsPolygon: (polygon) => polygon.containsPoint(point),
    bound: () => sphere().Cap.fromCenterAngle(point, 1e-8),
  };
}

/**
 * Points are equal if their leaf cells (about 1 cm²) are: a pole is one point at any longitude; 180° and −180° are the
 * same.
 */
function leafCell([longitude, latitude]: Position): bigint {
  return sphere().cellid.fromPoint(pointOf([longitude === -180 ? 180 : longitude, latitude]));
}

function sphereRegion(value: Value): Region {
  const [center, radius] = Array.isArray(value) ? value : [];
  if (!isNumber(radius) || !(toNumber(radius) >= 0))
    fail('BadValue', '$centerSphere needs a centre and a radius in radians');
  return capRegion(positionOf(isDocument(center) ? [...center.values()] : center), toNumber(radius));
}

/** The points within `radius` radians of the centre. */
export function capRegion(center: Position, radius: number): Region {
  const middle = vectorOf(center);
  const maxChord = radius >= Math.PI ? 4 : 4 * Math.sin(radius / 2) ** 2;
  return {
    containsPoint: (position) => chordSquared(middle, vectorOf(position)) <= maxChord,
    containsPolygon: refusePolygon,
    intersectsPolygon: refusePolygon,
    bound: () => {
      const { Cap } = sphere();
      return radius >= Math.PI
        ? Cap.fullCap()
        : Cap.fromCenterAngle(pointOf(center), Math.min(radius * (1 + 1e-9) + 1e-12, Math.PI));
    },
    mayReach: (place, slack) => Math.sqrt(chordSquared(middle, place)) <= Math.sqrt(maxChord) + slack,
  };
}

/** A rectangle on the plane of degrees, with edges along parallels and meridians. */
function boxRegion(value: Value): Region {
  const [a, b] = corners('$box', value, 2) as [Position, Position];
  const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  return {
    containsPoint: ([x, y]) => x >= west && x <= east && y >= south && y <= north,
    containsPolygon: refusePolygon,
    intersectsPolygon: refusePolygon,
    bound: () => degreesRect(west, south, east, north),
  };
}

/** A polygon on the plane of degrees, including its edges. */
function planeRegion(value: Value): Region {
  const ring = corners('$polygon', value, 3);
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return {
    containsPoint: (position) => inRing(ring, position),
    containsPolygon: refusePolygon,
    intersectsPolygon: refusePolygon,
    bound: () => degreesRect(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)),
  };
}

function corners(shape: string, value: Value, minPoints: number): Position[] {
  const points = isDocument(value) ? [...value.values()] : value;
  if (!Array.isArray(points) || points.length < minPoints || (shape === '$box' && points.length > 2))
    fail('BadValue', `${shape} needs ${shape === '$box' ? 'two corners' : 'at least three points'}`);
  return points.map((point) => {
    const [x, y] = isDocument(point) ? [...point.values()] : Array.isArray(point) ? point : [];
    if (!isNumber(x) || !isNumber(y)) fail('BadValue', 'Point must be an array or object of two numbers');
    return [toNumber(x), toNumber(y)];
  });
}

/** The even-odd rule; points on an edge are inside. */
function inRing(ring: Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i] as Position;
    const [x2, y2] = ring[(i + 1) % ring.length] as Position;
    const cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    const beside = Math.min(x1, x2) <= x && x <= Math.max(x1, x2) && Math.min(y1, y2) <= y && y <= Math.max(y1, y2);
    if (cross === 0 && beside) return true;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

function degreesRect(west: number, south: number, east: number, north: number): s2.Region {
  const { Cap, LatLng, Rect } = sphere();
  // Bounds this wide are left to the matcher: an S2 rectangle of more than half the globe would mean the other side.
  if (east - west >= 179 || Math.abs(west) > 180 || Math.abs(east) > 180) return Cap.fullCap();
  const corner = (x: number, y: number) => LatLng.fromDegrees(Math.max(-90, Math.min(90, y)), x);
  return Rect.fromLatLng(corner(west, south)).addPoint(corner(east, north)).expanded(LatLng.fromDegrees(1e-9, 1e-9));
}

function refusePolygon(): never {
  fail(
    'CommandNotSupported',
    'This shape can only be compared with points in this store, but a document has a polygon',
  );
}
