import type { s2 } from 's2js';
import { fail } from '../errors.ts';
import { type Path, somePathValue } from '../values/paths.ts';
import { type Document, isDocument, type Value } from '../values/value.ts';
import { pointOf } from './geometry.ts';
import { geometriesIn, type Region } from './region.ts';
import { sphere } from './sphere.ts';

/*
 * The keys of places in an index are S2 cell ids, which keep near places close together. A point is one cell of the
 * finest level; a polygon is the few cells that cover it.
 */

const coverLevel = 18;

/**
 * The keys of the places at a path, and whether one of them is more than a point. No keys: the index omits the
 * document.
 */
export function geoKeys(document: Document, path: Path): { keys: Buffer[]; multi: boolean } {
  const cells = new Set<bigint>();
  let places = 0;
  let shapes = false;
  somePathValue(document, path, (value) => {
    if (value === undefined || value === null) return false;
    const geometries = readPlaces(value);
    for (const geometry of geometries) {
      places++;
      if (geometry.kind === 'point') cells.add(sphere().cellid.fromPoint(pointOf(geometry.position)));
      else {
        shapes = true;
        for (const cell of covering(geometry.polygon, 8)) cells.add(cell);
      }
    }
    return false;
  });
  return { keys: [...cells].map(cellKey), multi: shapes || places > 1 };
}

function readPlaces(value: Value) {
  const isPlace = isDocument(value) || Array.isArray(value);
  try {
    const geometries = isPlace ? geometriesIn(value) : [];
    if (geometries.length === 0 && !(Array.isArray(value) && value.length === 0))
      fail('BadValue', 'it is not a geometry');
    return geometries;
  } catch (error) {
    fail('Location16755', `Can't extract geo keys: ${(error as Error).message}`);
  }
}

function covering(region: s2.Region, maxCells: number): s2.CellUnion {
  return new (sphere().RegionCoverer)({ maxCells, maxLevel: coverLevel }).covering(region);
}

function cellKey(cell: bigint): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, cell));
  return bytes;
}

/** The key ranges that contain the places of the region. With `shapes`, also the larger cells that contain it. */
export function geoRanges(region: Region, shapes: boolean): { start: Buffer; last: Buffer }[] {
  const { cellid } = sphere();
  const cells = [...covering(region.bound(), 12)];
  const ranges = cells.map((cell) => ({ start: cellKey(cellid.rangeMin(cell)), last: cellKey(cellid.rangeMax(cell)) }));
  if (!shapes) return ranges;
  const around = new Set(
    cells.flatMap((cell) => Array.from({ length: cellid.level(cell) }, (_, level) => cellid.parent(cell, level))),
  );
  return [...ranges, ...[...around].map((cell) => ({ start: cellKey(cell), last: cellKey(cell) }))];
}
