/** A position in degrees, in the order of GeoJSON. */
export type Point = readonly [longitude: number, latitude: number];

const earthRadiusKm = 6371;
const kmPerDegree = (Math.PI / 180) * earthRadiusKm;

/**
 * Creates a grid of cells at least `km` wide: items within `km` of a point are in its cell or in a neighbouring one.
 */
export function createPlaceGrid<T>(km: number) {
  const height = km / kmPerDegree;
  const rows = new Map<number, Map<number, T[]>>();

  /** Returns the number of cells in a row. Rows near a pole have fewer, and at least one. */
  function cellsIn(row: number): number {
    const farthest = Math.max(Math.abs(row), Math.abs(row + 1)) * height;
    return Math.max(1, Math.floor((360 * Math.cos((Math.min(farthest, 90) * Math.PI) / 180)) / height));
  }

  function cellOf(longitude: number, row: number): number {
    const cells = cellsIn(row);
    return Math.min(Math.floor(((longitude + 180) / 360) * cells), cells - 1);
  }

  return {
    add([longitude, latitude]: Point, item: T): void {
      const row = Math.floor(latitude / height);
      const cells = rows.get(row) ?? new Map<number, T[]>();
      rows.set(row, cells);
      const cell = cellOf(longitude, row);
      const items = cells.get(cell);
      if (items) items.push(item);
      else cells.set(cell, [item]);
    },
    /** Returns the items of the nine cells around a point, at most `maxPerCell` of each. */
    around([longitude, latitude]: Point, maxPerCell: number): T[] {
      const middle = Math.floor(latitude / height);
      return [middle - 1, middle, middle + 1].flatMap((row) => {
        const cells = cellsIn(row);
        const cell = cellOf(longitude, row);
        const beside = new Set([cell - 1, cell, cell + 1].map((at) => (at + cells) % cells));
        return [...beside].flatMap((at) => rows.get(row)?.get(at)?.slice(0, maxPerCell) ?? []);
      });
    },
  };
}

/** Returns the great-circle distance of two points in kilometres. */
export function kilometresBetween([fromLongitude, fromLatitude]: Point, [toLongitude, toLatitude]: Point): number {
  const [a, b] = [radians(fromLatitude), radians(toLatitude)];
  const haversine =
    Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(toLongitude - fromLongitude) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, haversine)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
