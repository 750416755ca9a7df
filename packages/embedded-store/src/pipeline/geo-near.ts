import { fail } from '../errors.ts';
import { positionOf } from '../geo/geometry.ts';
import { capRegion, geometriesIn } from '../geo/region.ts';
import { angleBetween, earthRadius, type Position, vectorOf } from '../geo/sphere.ts';
import { allOf, type ParsedFilter, parseFilter } from '../query/filter.ts';
import { findRows, ordered, type Query } from '../query/find.ts';
import { sortItems } from '../query/sort.ts';
import { type PipelineContext, type Row, rowBytes, wholeDocument } from '../query/stage.ts';
import type { CollectionDefinition } from '../storage/catalog.ts';
import { dependenciesOn } from '../values/dependencies.ts';
import { encodeKeyText } from '../values/key-writer.ts';
import { parsePath } from '../values/paths.ts';
import { type Document, double, isDocument, isNumber, toNumber, type Value } from '../values/value.ts';
import { withValue } from './with-value.ts';

/** A search for the places nearest to a point. Distances are in metres, on the sphere. */
export interface Near {
  /** null for the path of the only `2dsphere` index. */
  path: string | null;
  center: Position;
  minDistance: number;
  maxDistance: number;
  /** The filter that the documents must also match. */
  filter: ParsedFilter;
  /** For `$geoNear`: the field to store the distance in, and its factor. */
  distanceField: string | null;
  multiplier: number;
}

/** Removes `$near` or `$nearSphere` from a find's filter. Null if there is none at its top level. */
export function takeNear(query: Document, variables: readonly string[]): Near | null {
  for (const [path, value] of query) {
    if (!isDocument(value)) continue;
    for (const name of ['$near', '$nearSphere']) {
      const near = value.get(name);
      if (near === undefined) continue;
      const others = new Map([...value].filter(([key]) => key !== name));
      const rest = new Map(query);
      if (others.size > 0) rest.set(path, others);
      else rest.delete(path);
      return { ...nearOf(near), path, filter: parseFilter(rest, variables), distanceField: null, multiplier: 1 };
    }
  }
  return null;
}

function nearOf(near: Value): Pick<Near, 'center' | 'minDistance' | 'maxDistance'> {
  if (!isDocument(near) || !near.has('$geometry'))
    fail('BadValue', '$near requires a GeoJSON Point as its $geometry in this store');
  return {
    center: pointOf(near.get('$geometry')),
    minDistance: distance(near, '$minDistance', 0),
    maxDistance: distance(near, '$maxDistance', Number.POSITIVE_INFINITY),
  };
}

function pointOf(value: Value): Position {
  if (!isDocument(value) || value.get('type') !== 'Point')
    fail('BadValue', 'A search for the nearest requires a GeoJSON Point in this store');
  return positionOf(value.get('coordinates'));
}

function distance(options: Document, name: string, otherwise: number): number {
  const value = options.get(name);
  if (value === undefined) return otherwise;
  if (!isNumber(value) || !(toNumber(value) >= 0)) fail('BadValue', `${name} must be a non-negative number`);
  return toNumber(value);
}

const geoNearOptions = [
  'near',
  'distanceField',
  'spherical',
  'maxDistance',
  'minDistance',
  'query',
  'key',
  'distanceMultiplier',
];

/** Parses the `$geoNear` stage, which must be the first one. */
export function parseGeoNear(spec: Value, variables: readonly string[]): Near {
  if (!isDocument(spec)) fail('Location10065', 'invalid parameter: expected an object ($geoNear)');
  for (const name of spec.keys()) {
    if (!geoNearOptions.includes(name)) fail('Location40415', `$geoNear.${name} is not supported by this store`);
  }
  const [field, key, query] = [spec.get('distanceField'), spec.get('key'), spec.get('query')];
  if (field !== undefined && typeof field !== 'string')
    fail('Location16606', '$geoNear requires a distanceField of type String');
  return {
    path: typeof key === 'string' ? key : null,
    center: pointOf(spec.get('near')),
    minDistance: distance(spec, 'minDistance', 0),
    maxDistance: distance(spec, 'maxDistance', Number.POSITIVE_INFINITY),
    filter: parseFilter(isDocument(query) ? query : new Map(), variables),
    distanceField: field ?? null,
    multiplier: distance(spec, 'distanceMultiplier', 1),
  };
}

/** The rows between the distances, nearest first unless there is a sort. Requires a `2dsphere` index on the path. */
export function* nearRows(
  context: PipelineContext,
  collection: CollectionDefinition,
  near: Near,
  part: Pick<Query, 'sort' | 'skip' | 'limit'>,
): Generator<Row> {
  const wanted = part.limit === null || part.sort !== null ? null : part.skip + part.limit;
  for (const row of ordered(nearest(context, collection, near, wanted), part)) yield row;
}

/** The rows within the max distance. With a limit, searches growing circles until one has enough rows. */
function* nearest(
  context: PipelineContext,
  collection: CollectionDefinition,
  near: Near,
  limit: number | null,
): Generator<Row> {
  for (const reach of reaches(near, limit)) {
    const found = sortItems(
      measured(context, collection, near, reach),
      ({ metres }) => encodeKeyText(double(metres)),
      limit,
      ({ row }) => rowBytes(row),
    );
    if (reach < near.maxDistance && found.length !== limit) continue;
    for (const { row, metres } of found) yield withDistance(row, metres, near);
    return;
  }
}

const firstReach = 1_000;

function* reaches({ minDistance, maxDistance }: Near, limit: number | null): Generator<number> {
  const farthest = Math.min(maxDistance, Math.PI * earthRadius);
  if (limit !== null) for (let reach = Math.max(firstReach, minDistance * 2); reach < farthest; reach *= 4) yield reach;
  yield maxDistance;
}

function withDistance(row: Row, metres: number, { distanceField, multiplier }: Near): Row {
  if (distanceField === null) return { raw: row.raw, document: wholeDocument(row) };
  return { raw: null, document: withValue(wholeDocument(row), parsePath(distanceField), double(metres * multiplier)) };
}

function* measured(
  context: PipelineContext,
  collection: CollectionDefinition,
  near: Near,
  reach: number,
): Generator<{ row: Row; metres: number }> {
  const center = vectorOf(near.center);
  const path = parsePath(indexedPath(collection, near));
  for (const row of findRows(context, collection, reachQuery(collection, near, reach))) {
    const places = path.reduce<Value>((at, name) => (isDocument(at) ? at.get(name) : undefined), row.document);
    const metres = Math.min(
      ...geometriesIn(places).map((geometry) => {
        if (geometry.kind !== 'point')
          fail('CommandNotSupported', 'The distance to a polygon is not supported by this store');
        return angleBetween(center, vectorOf(geometry.position)) * earthRadius;
      }),
    );
    if (metres >= near.minDistance && metres <= reach) yield { row, metres };
  }
}

/** A query for the documents that can be within reach. */
export function reachQuery(collection: CollectionDefinition, near: Near, reach: number): Query {
  const path = indexedPath(collection, near);
  const region = capRegion(near.center, Math.min(reach / earthRadius, Math.PI) * (1 + 1e-9));
  const inReach: ParsedFilter = {
    filter: { kind: 'path', path, test: { op: 'geoWithin', region } },
    reads: dependenciesOn([path]),
  };
  return {
    filter: allOf([inReach, near.filter]),
    sort: null,
    skip: 0,
    limit: null,
    reads: dependenciesOn(['_id']),
    covers: false,
  };
}

function indexedPath(collection: CollectionDefinition, { path }: Near): string {
  const paths = new Set(
    collection.indexes.flatMap(({ components }) =>
      components.filter(({ direction }) => direction === '2dsphere').map((component) => component.path),
    ),
  );
  const [only] = paths;
  if (path === null && (only === undefined || paths.size > 1))
    fail(
      only === undefined ? 'IndexNotFound' : 'BadValue',
      `$geoNear requires a key, since ${paths.size} fields have a 2dsphere index`,
    );
  const wanted = path ?? (only as string);
  if (!paths.has(wanted))
    fail('NoQueryExecutionPlans', `unable to find index for $geoNear query: no 2dsphere index on ${wanted}`);
  return wanted;
}
