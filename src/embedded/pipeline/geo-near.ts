import { CommandError } from '../errors.ts';
import { positionOf } from '../geo/geometry.ts';
import { capRegion, geometriesIn } from '../geo/region.ts';
import { angleBetween, earthRadius, type Position, vectorOf } from '../geo/sphere.ts';
import { type ParsedFilter, parseFilter } from '../query/filter.ts';
import { findRows } from '../query/find.ts';
import { sortItems } from '../query/sort.ts';
import type { CollectionDefinition } from '../storage/catalog.ts';
import { encodeKeyText } from '../values/order.ts';
import { parsePath } from '../values/paths.ts';
import { type Document, double, isDocument, isNumber, toNumber, type Value } from '../values/value.ts';
import { allOf } from './pipeline.ts';
import { type PipelineContext, type Row, rowBytes, wholeDocument } from './row.ts';
import { withValue } from './stages.ts';

/** A search for what is nearest to a point. Distances are in metres, over the sphere. */
export interface Near {
  path: string;
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
  if (!isDocument(near) || !near.has('$geometry')) {
    throw new CommandError('BadValue', '$near needs a GeoJSON point as its $geometry in this store');
  }
  return {
    center: pointOf(near.get('$geometry')),
    least: distance(near, '$minDistance', 0),
    most: distance(near, '$maxDistance', Number.POSITIVE_INFINITY),
  };
}

function pointOf(value: Value): Position {
  if (!isDocument(value) || value.get('type') !== 'Point')
    throw new CommandError('BadValue', 'A search for the nearest needs a GeoJSON Point in this store');
  return positionOf(value.get('coordinates'));
}

function distance(options: Document, name: string, otherwise: number): number {
  const value = options.get(name);
  if (value === undefined) return otherwise;
  if (!isNumber(value) || !(toNumber(value) >= 0))
    throw new CommandError('BadValue', `${name} must be a number that is not negative`);
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
export function parseGeoNear(spec: Value, variables: readonly string[]): Omit<Near, 'path'> & { path: string | null } {
  if (!isDocument(spec)) throw new CommandError('Location10065', 'invalid parameter: expected an object ($geoNear)');
  for (const name of spec.keys()) {
    if (!geoNearOptions.includes(name))
      throw new CommandError('Location40415', `$geoNear.${name} is not supported by this store`);
  }
  const [field, key, query] = [spec.get('distanceField'), spec.get('key'), spec.get('query')];
  if (field !== undefined && typeof field !== 'string')
    throw new CommandError('Location16606', '$geoNear requires a distanceField of type String');
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

/** The rows with a place between the distances, nearest first. Needs a `2dsphere` index on the path. */
export function* nearRows(
  context: PipelineContext,
  collection: CollectionDefinition,
  asked: Omit<Near, 'path'> & { path: string | null },
  limit: number | null,
): Generator<Row> {
  const path = asked.path ?? onlyGeoPath(collection);
  if (!geoPaths(collection).includes(path)) {
    throw new CommandError(
      'NoQueryExecutionPlans',
      `unable to find index for $geoNear query: no 2dsphere index on ${path}`,
    );
  }
  const parts = parsePath(path);
  const center = vectorOf(asked.center);
  const region = capRegion(asked.center, Math.min(asked.most / earthRadius, Math.PI) * (1 + 1e-9));
  const inReach: ParsedFilter = {
    filter: { kind: 'path', path, test: { op: 'geoWithin', region } },
    fields: new Set([parts[0] as string]),
  };
  const query = { filter: allOf([inReach, asked.filter]), sort: null, skip: 0, limit: null };
  const found = sortItems(
    measured(),
    ({ metres }) => encodeKeyText(double(metres)),
    limit,
    ({ row }) => rowBytes(row),
  );
  for (const { row, metres } of found) {
    if (asked.distanceField === null) yield { raw: row.raw, document: wholeDocument(row) };
    else {
      const value = double(metres * asked.multiplier);
      yield { raw: null, document: withValue(wholeDocument(row), parsePath(asked.distanceField), value) };
    }
  }

  function* measured(): Generator<{ row: Row; metres: number }> {
    for (const row of findRows(context, collection as CollectionDefinition, query, new Set(['_id']))) {
      const places = parts.reduce<Value>((at, part) => (isDocument(at) ? at.get(part) : undefined), row.document);
      const metres = Math.min(
        ...geometriesIn(places).map((geometry) => {
          if (geometry.kind !== 'point')
            throw new CommandError('CommandNotSupported', 'The distance to a polygon is not supported by this store');
          return angleBetween(center, vectorOf(geometry.position)) * earthRadius;
        }),
      );
      if (metres >= asked.least && metres <= asked.most) yield { row, metres };
    }
  }
}

function geoPaths(collection: CollectionDefinition): string[] {
  return collection.indexes.flatMap(({ components }) =>
    components.filter(({ direction }) => direction === '2dsphere').map(({ path }) => path),
  );
}

function onlyGeoPath(collection: CollectionDefinition): string {
  const paths = [...new Set(geoPaths(collection))];
  if (paths.length === 1) return paths[0] as string;
  throw new CommandError(
    paths.length === 0 ? 'IndexNotFound' : 'BadValue',
    `$geoNear needs a key: there are ${paths.length} fields with a 2dsphere index`,
  );
}
