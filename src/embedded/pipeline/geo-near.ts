import { refuse } from '../errors.ts';
import { positionOf } from '../geo/geometry.ts';
import { capRegion, geometriesIn } from '../geo/region.ts';
import { angleBetween, earthRadius, type Position, vectorOf } from '../geo/sphere.ts';
import { type ParsedFilter, parseFilter } from '../query/filter.ts';
import { findRows, ordered, type Query } from '../query/find.ts';
import { sortItems } from '../query/sort.ts';
import type { CollectionDefinition } from '../storage/catalog.ts';
import { encodeKeyText } from '../values/key-writer.ts';
import { parsePath } from '../values/paths.ts';
import { readsOf } from '../values/reads.ts';
import { type Document, double, isDocument, isNumber, toNumber, type Value } from '../values/value.ts';
import { allOf } from './pipeline.ts';
import { type PipelineContext, type Row, rowBytes, wholeDocument } from './row.ts';
import { withValue } from './stages.ts';

/** A search for what is nearest to a point. Distances are in metres, over the sphere. */
export interface Near {
  /** null: that of the only `2dsphere` index. */
  path: string | null;
  center: Position;
  least: number;
  most: number;
  /** What else has to hold. */
  filter: ParsedFilter;
  /** `$geoNear`'s: where the distance goes, and what it is multiplied by. */
  distanceField: string | null;
  multiplier: number;
}

/** Takes `$near` or `$nearSphere` out of a find's filter; null when there is none at its top. */
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

function nearOf(near: Value): Pick<Near, 'center' | 'least' | 'most'> {
  if (!isDocument(near) || !near.has('$geometry'))
    refuse('BadValue', '$near needs a GeoJSON point as its $geometry in this store');
  return {
    center: pointOf(near.get('$geometry')),
    least: distance(near, '$minDistance', 0),
    most: distance(near, '$maxDistance', Number.POSITIVE_INFINITY),
  };
}

function pointOf(value: Value): Position {
  if (!isDocument(value) || value.get('type') !== 'Point')
    refuse('BadValue', 'A search for the nearest needs a GeoJSON Point in this store');
  return positionOf(value.get('coordinates'));
}

function distance(options: Document, name: string, otherwise: number): number {
  const value = options.get(name);
  if (value === undefined) return otherwise;
  if (!isNumber(value) || !(toNumber(value) >= 0)) refuse('BadValue', `${name} must be a number that is not negative`);
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

/** Parses the `$geoNear` stage, which has to come first. */
export function parseGeoNear(spec: Value, variables: readonly string[]): Near {
  if (!isDocument(spec)) refuse('Location10065', 'invalid parameter: expected an object ($geoNear)');
  for (const name of spec.keys()) {
    if (!geoNearOptions.includes(name)) refuse('Location40415', `$geoNear.${name} is not supported by this store`);
  }
  const [field, key, query] = [spec.get('distanceField'), spec.get('key'), spec.get('query')];
  if (field !== undefined && typeof field !== 'string')
    refuse('Location16606', '$geoNear requires a distanceField of type String');
  return {
    path: typeof key === 'string' ? key : null,
    center: pointOf(spec.get('near')),
    least: distance(spec, 'minDistance', 0),
    most: distance(spec, 'maxDistance', Number.POSITIVE_INFINITY),
    filter: parseFilter(isDocument(query) ? query : new Map(), variables),
    distanceField: field ?? null,
    multiplier: distance(spec, 'distanceMultiplier', 1),
  };
}

/** The rows between the distances, nearest first unless there is a sort. Needs a `2dsphere` index on the path. */
export function* nearRows(
  context: PipelineContext,
  collection: CollectionDefinition,
  near: Near,
  part: Pick<Query, 'sort' | 'skip' | 'limit'>,
): Generator<Row> {
  const wanted = part.limit === null || part.sort !== null ? null : part.skip + part.limit;
  for (const row of ordered(nearest(context, collection, near, wanted), part)) yield row;
}

/** All within the greatest distance; with a limit, within circles that widen until one holds enough. */
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
    if (reach < near.most && found.length !== limit) continue;
    for (const { row, metres } of found) yield withDistance(row, metres, near);
    return;
  }
}

const firstReach = 1_000;

function* reaches({ least, most }: Near, limit: number | null): Generator<number> {
  const farthest = Math.min(most, Math.PI * earthRadius);
  if (limit !== null) for (let reach = Math.max(firstReach, least * 2); reach < farthest; reach *= 4) yield reach;
  yield most;
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
          refuse('CommandNotSupported', 'The distance to a polygon is not supported by this store');
        return angleBetween(center, vectorOf(geometry.position)) * earthRadius;
      }),
    );
    if (metres >= near.least && metres <= reach) yield { row, metres };
  }
}

/** What finds the documents that can lie within reach. */
export function reachQuery(collection: CollectionDefinition, near: Near, reach: number): Query {
  const path = indexedPath(collection, near);
  const region = capRegion(near.center, Math.min(reach / earthRadius, Math.PI) * (1 + 1e-9));
  const inReach: ParsedFilter = {
    filter: { kind: 'path', path, test: { op: 'geoWithin', region } },
    reads: readsOf([path]),
  };
  return {
    filter: allOf([inReach, near.filter]),
    sort: null,
    skip: 0,
    limit: null,
    reads: readsOf(['_id']),
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
    refuse(
      only === undefined ? 'IndexNotFound' : 'BadValue',
      `$geoNear needs a key: ${paths.size} fields could be meant`,
    );
  const wanted = path ?? (only as string);
  if (!paths.has(wanted))
    refuse('NoQueryExecutionPlans', `unable to find index for $geoNear query: no 2dsphere index on ${wanted}`);
  return wanted;
}
