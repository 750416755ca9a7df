import type { Node, TypeName } from './nodes.ts';
import { pointOnMap } from './places.ts';
import { ofNoIncidents, tollOf } from './tolls.ts';

/** The arguments of cells. */
export interface Cells {
  precision: number;
  first: number;
  areasByCentre: boolean;
}

interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

const letters = '0123456789bcdefghjkmnpqrstuvwxyz';

/** Largest first, then from south to north and from west to east. */
export function cellsOf(typeName: TypeName, nodes: readonly Node[], { precision, first, areasByCentre }: Cells) {
  const placed = nodes.flatMap((node) => {
    const place = typeName === 'Incident' ? node.location : node;
    const point = pointOnMap(place, areasByCentre);
    return point ? [{ node, place, point, ...cellAt(point, precision) }] : [];
  });
  const cells = [...new Set(placed.map(({ geohash }) => geohash))].map((geohash) => {
    const members = placed.filter((each) => each.geohash === geohash);
    const { bounds } = members[0] as (typeof members)[number];
    const places = new Set(members.map(({ place }) => `Location:${place.id}`));
    return {
      geohash,
      count: members.length,
      bounds,
      ...rounded({
        latitude: mean(members.map(({ point }) => point.latitude)),
        longitude: mean(members.map(({ point }) => point.longitude)),
      }),
      location: places.size === 1 ? { id: [...places][0] } : null,
      ...(typeName === 'Incident' ? tollOf(members.map(({ node }) => node)) : ofNoIncidents),
    };
  });
  const isBehind = (a: Box, b: Box) => a.south - b.south || a.west - b.west;
  return cells.sort((a, b) => b.count - a.count || isBehind(a.bounds, b.bounds)).slice(0, first);
}

/** Rounds the mean of a returned cell as that of an expected one is: sums in another order differ in their last digits. */
export function rounded<C extends { latitude: number; longitude: number }>(cell: C): C {
  const round = (degrees: number) => Math.round(degrees * 1e9) / 1e9 + 0;
  return { ...cell, latitude: round(cell.latitude), longitude: round(cell.longitude) };
}

/** Halves the map, first by longitude and then by latitude, five times for each letter of the geohash. */
function cellAt(point: { latitude: number; longitude: number }, precision: number): { geohash: string; bounds: Box } {
  const bounds = { south: -90, west: -180, north: 90, east: 180 };
  let bits = '';
  while (bits.length < precision * 5) {
    const [low, high, degrees] =
      bits.length % 2 === 0
        ? (['west', 'east', point.longitude] as const)
        : (['south', 'north', point.latitude] as const);
    const middle = (bounds[low] + bounds[high]) / 2;
    const isAbove = degrees >= middle;
    bounds[isAbove ? low : high] = middle;
    bits += isAbove ? '1' : '0';
  }
  const geohash = Array.from(
    { length: precision },
    (_, i) => letters[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)],
  );
  return { geohash: geohash.join(''), bounds };
}

function mean(degrees: readonly number[]): number {
  return degrees.reduce((a, b) => a + b, 0) / degrees.length;
}
