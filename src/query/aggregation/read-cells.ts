import type { PointPaths } from '../entity.ts';
import { type CellKey, type CellModel, type CellRequest, cellOf, cellStages, toCell } from './cells.ts';
import { listsBy } from './lists-by.ts';
import { pointStages } from './points.ts';
import type { SummaryReader } from './summary-reader.ts';
import { type TollField, toToll } from './tolls.ts';

/** Returns the requested cells, in order. `withPlace` requests their locations. */
export async function readCells(
  { entity, read, readRelated }: SummaryReader,
  request: CellRequest,
  selected: readonly TollField[],
  withPlace: boolean,
): Promise<CellModel[]> {
  const { toll } = entity;
  const paths = entity.point as PointPaths;
  const wanted = toll ? selected : [];
  const name = JSON.stringify(['cells', request, wanted, withPlace]);
  const rows = await read({
    name,
    stages: () => cellStages(paths, toll, request, wanted, withPlace),
    maxRows: request.first,
  });
  const related = await readRelated(
    rows,
    wanted,
    { cell: cellOf(paths, request.precision) },
    { name, stages: () => pointStages(paths, request.areasByCentre) },
  );
  const nameOf = (key: CellKey) => (typeof key === 'number' ? String(key) : `${key.y} ${key.x}`);
  const relatedOf = listsBy(related, ({ cell }) => nameOf(cell));
  return rows.map((row) => {
    const toll = toToll([row], relatedOf.get(nameOf(row._id)) ?? [], wanted);
    return toCell(row, toll, request.precision);
  });
}
