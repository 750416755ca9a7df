/** How wide a cell should at least be on the screen, in pixels; the geometric mean of its sides. */
const minCellPx = 9;
const maxPrecision = 8;

/** Returns the longest geohash whose cells are not too small, for a map on which the world is `worldPx` pixels wide. */
export function precisionFor(worldPx: number): number {
  let precision = 1;
  while (precision < maxPrecision && cellPx(precision + 1, worldPx) >= minCellPx) precision++;
  return precision;
}

/** A geohash has 5 bits for each character, which halve longitude and latitude in turn, longitude first. */
function cellPx(precision: number, worldPx: number): number {
  const bits = precision * 5;
  const columns = 2 ** Math.ceil(bits / 2);
  const rows = 2 ** Math.floor(bits / 2);
  return Math.sqrt((worldPx / columns) * (worldPx / 2 / rows));
}
