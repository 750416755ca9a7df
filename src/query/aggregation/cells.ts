import type { Document } from 'mongodb';
import { badUserInput } from '../../errors/bad-user-input.ts';
import type { Bounds } from '../../generated/schema.ts';
import type { PointPaths, Toll } from '../entity.ts';
import { parseSize } from '../page-arguments.ts';
import { coordinateOf, pointStages } from './points.ts';
import { type TollField, type TollModel, tollAccumulators, tollStages } from './tolls.ts';

/** The arguments of cells, after validation. */
export interface CellRequest {
  precision: number;
  first: number;
  areasByCentre: boolean;
}

/** A geohash cell with the nodes whose points lie in it. */
export interface CellModel extends TollModel {
  geohash: string;
  count: number;
  bounds: Bounds;
  latitude: number;
  longitude: number;
  /** The slug of the place, if all points of the cell are one place's; null too if it was not requested. */
  location: string | null;
}

/**
 * The place of a cell in the grid of its precision, counted from the south-west: row and column, or the number
 * `row * columns + column`, by which a store groups faster. From precision 11 on, such a number would not be exact.
 */
export type CellKey = number | { y: number; x: number };

const maxPrecision = 12;
const maxCells = 1000;

/** Throws `BAD_USER_INPUT` for a precision outside 1 to 12 or a `first` outside 1 to 1,000. */
export function parseCells({
  precision,
  first,
  areasByCentre,
}: {
  precision: number;
  first?: number | null;
  areasByCentre?: boolean | null;
}): CellRequest {
  if (precision < 1 || precision > maxPrecision)
    throw badUserInput('precision', `a whole number from 1 to ${maxPrecision}`, precision);
  return {
    precision,
    first: parseSize('first', first ?? maxCells, maxCells),
    areasByCentre: areasByCentre === true,
  };
}

/**
 * Returns the stages from documents to the requested cells, largest first, then from south to north and from west to
 * east. With `withPlace`, a row has the first and the last slug of its places.
 */
export function cellStages(
  paths: PointPaths,
  toll: Toll | undefined,
  { precision, first, areasByCentre }: CellRequest,
  wanted: readonly TollField[],
  withPlace: boolean,
): Document[] {
  return [
    ...pointStages(paths, areasByCentre),
    ...tollStages(toll, wanted),
    {
      $group: {
        _id: cellOf(paths, precision),
        count: { $sum: 1 },
        latitude: { $avg: coordinateOf(paths, 'latitude') },
        longitude: { $avg: coordinateOf(paths, 'longitude') },
        ...(withPlace && { firstPlace: { $min: `$${paths.place}` }, lastPlace: { $max: `$${paths.place}` } }),
        ...tollAccumulators(toll, wanted),
      },
    },
    { $sort: { count: -1, _id: 1 } },
    { $limit: first },
  ];
}

/** Returns the expression for the key of the cell that a document counts in, for stages after `pointStages`. */
export function cellOf(paths: PointPaths, precision: number): Document {
  const { rows, columns } = gridOf(precision);
  const isNumber = rows * columns <= Number.MAX_SAFE_INTEGER;
  const index = (degrees: Document, half: number, size: number) => {
    const steps = { $divide: [{ $multiply: [{ $add: [degrees, half] }, size] }, half * 2] };
    return { $floor: { $min: [steps, size - 0.5] } }; // the last cell includes the pole or the antimeridian
  };
  const y = index(coordinateOf(paths, 'latitude'), 90, rows);
  const x = index(coordinateOf(paths, 'longitude'), 180, columns);
  return isNumber ? { $add: [{ $multiply: [y, columns] }, x] } : { y, x };
}

/** Returns a cell from a row of `cellStages` and its toll. */
export function toCell(row: Document, toll: TollModel, precision: number): CellModel {
  const place = placeOf(row._id, precision);
  const bounds = boundsOf(place, precision);
  return {
    ...toll,
    geohash: geohashOf(place, precision),
    count: row.count,
    bounds,
    // Rounding could move the mean of equal points out of the cell.
    latitude: Math.min(Math.max(row.latitude, bounds.south), bounds.north),
    longitude: Math.min(Math.max(row.longitude, bounds.west), bounds.east),
    location: row.firstPlace !== undefined && row.firstPlace === row.lastPlace ? row.firstPlace : null,
  };
}

/** A geohash has 5 bits for each character, which halve longitude and latitude in turn, longitude first. */
function gridOf(precision: number): { rows: number; columns: number } {
  const bits = precision * 5;
  return { rows: 2 ** Math.floor(bits / 2), columns: 2 ** Math.ceil(bits / 2) };
}

interface Place {
  y: number;
  x: number;
}

function placeOf(key: CellKey, precision: number): Place {
  if (typeof key !== 'number') return key;
  const { columns } = gridOf(precision);
  return { y: Math.floor(key / columns), x: key % columns };
}

function boundsOf({ y, x }: Place, precision: number): Bounds {
  const { rows, columns } = gridOf(precision);
  const latitude = (row: number) => (row * 180) / rows - 90;
  const longitude = (column: number) => (column * 360) / columns - 180;
  return { south: latitude(y), west: longitude(x), north: latitude(y + 1), east: longitude(x + 1) };
}

const alphabet = '0123456789bcdefghjkmnpqrstuvwxyz';

function geohashOf({ y, x }: Place, precision: number): string {
  let [row, column, hash] = [y, x, ''];
  // From the last bit to the first. An index exceeds neither 30 bits nor, therefore, what bit operators take.
  for (let position = precision - 1; position >= 0; position--) {
    let character = 0;
    for (let bit = 0; bit < 5; bit++) {
      const isLongitude = (position * 5 + 4 - bit) % 2 === 0;
      character |= ((isLongitude ? column : row) & 1) << bit;
      if (isLongitude) column >>= 1;
      else row >>= 1;
    }
    hash = alphabet[character] + hash;
  }
  return hash;
}
