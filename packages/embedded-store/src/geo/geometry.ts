import type { s2 } from 's2js';
import { fail } from '../errors.ts';
import { isDocument, isNumber, toNumber, type Value } from '../values/value.ts';
import { arcsCross, type Position, sphere, vectorOf } from './sphere.ts';

/** A place in a document. */
export type Geometry = { kind: 'point'; position: Position } | { kind: 'polygon'; polygon: s2.Polygon };

/**
 * Parses a GeoJSON Point, Polygon or MultiPolygon, or a legacy pair of coordinates. Returns null if the value is not a
 * geometry; throws BadValue for an invalid or unsupported one.
 */
export function readGeometry(value: Value): Geometry | null {
  if (Array.isArray(value)) return isPair(value) ? { kind: 'point', position: positionOf(value) } : null;
  if (!isDocument(value)) return null;
  const type = value.get('type');
  const coordinates = value.get('coordinates');
  if (type === undefined && coordinates === undefined) {
    const pair = [...value.values()];
    return isPair(pair) ? { kind: 'point', position: positionOf(pair) } : null;
  }
  if (value.has('crs')) fail('BadValue', 'Coordinate reference systems are not supported by this store');
  if (!Array.isArray(coordinates)) fail('BadValue', `A ${String(type)} must have coordinates`);
  switch (type) {
    case 'Point':
      return { kind: 'point', position: positionOf(coordinates) };
    case 'Polygon':
      return { kind: 'polygon', polygon: polygonOf([coordinates]) };
    case 'MultiPolygon':
      return { kind: 'polygon', polygon: polygonOf(coordinates) };
    default:
      fail(
        'BadValue',
        `The geometry type ${String(type)} is not supported by this store, only Point, Polygon and MultiPolygon`,
      );
  }
}

function isPair(values: Value[]): boolean {
  return values.length >= 2 && isNumber(values[0]) && isNumber(values[1]);
}

export function positionOf(value: Value): Position {
  const [longitude, latitude] = Array.isArray(value) ? value : [];
  if (!isNumber(longitude) || !isNumber(latitude)) fail('BadValue', 'Point must be an array or object of two numbers');
  const position: Position = [toNumber(longitude), toNumber(latitude)];
  if (!(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90))
    fail('BadValue', `longitude/latitude is out of bounds, lng: ${position[0]} lat: ${position[1]}`);
  return position;
}

export function pointOf([longitude, latitude]: Position): s2.Point {
  const { Point, LatLng } = sphere();
  return Point.fromLatLng(LatLng.fromDegrees(latitude, longitude));
}

/** A ring encloses its smaller side, in either direction. The rings after the first of a polygon are holes. */
function polygonOf(polygons: Value[]): s2.Polygon {
  const loops = polygons.flatMap((rings) => {
    if (!Array.isArray(rings) || rings.length === 0) fail('BadValue', 'Polygon has no loops.');
    return rings.map(loopOf);
  });
  return new (sphere().Polygon)(loops);
}

function loopOf(ring: Value): s2.Loop {
  if (!Array.isArray(ring) || ring.length < 4) fail('BadValue', 'Loop must have at least 3 different vertices');
  const positions = ring.map(positionOf);
  const [first, last] = [positions[0] as Position, positions.at(-1) as Position];
  if (first[0] !== last[0] || first[1] !== last[1]) fail('BadValue', 'Loop is not closed');
  const vertices = positions.slice(0, -1).filter((one, i) => {
    const before = positions[i - 1];
    return before === undefined || one[0] !== before[0] || one[1] !== before[1];
  });
  if (new Set(vertices.map(String)).size !== vertices.length) fail('BadValue', 'Duplicate vertices in a loop');
  if (vertices.length < 3) fail('BadValue', 'Loop must have at least 3 different vertices');
  refuseCrossings(vertices);
  const loop = new (sphere().Loop)(vertices.map(pointOf));
  loop.normalize();
  return loop;
}

function refuseCrossings(vertices: Position[]): void {
  const points = vertices.map(vectorOf);
  const at = (i: number) => points[i % points.length] as (typeof points)[number];
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 2; j < points.length; j++) {
      const neighbours = i === 0 && j === points.length - 1;
      if (!neighbours && arcsCross(at(i), at(i + 1), at(j), at(j + 1))) fail('BadValue', `Edges ${i} and ${j} cross`);
    }
  }
}
