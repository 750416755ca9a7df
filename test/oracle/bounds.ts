import type { Node } from './nodes.ts';
import { pointOnMap } from './places.ts';

/** Returns the width and parallels of the narrowest box around all points; null without points. */
export function boundsOf(
  nodes: readonly Node[],
  areasByCentre: boolean,
): { south: number; north: number; width: number } | null {
  const points = pointsOf(nodes, areasByCentre);
  if (points.length === 0) return null;
  const widths = points.map((west) => Math.max(...points.map((point) => eastOf(west.longitude, point.longitude))));
  const latitudes = points.map(({ latitude }) => latitude);
  return { south: Math.min(...latitudes), north: Math.max(...latitudes), width: Math.min(...widths) };
}

/** Returns the same for a returned box, which must contain all points. */
export function describeBox(
  nodes: readonly Node[],
  areasByCentre: boolean,
  box: any,
): ReturnType<typeof boundsOf> | 'something outside' {
  if (box === null) return null;
  const { south, north, west, east } = box;
  const width = eastOf(west, east);
  const isOutside = pointsOf(nodes, areasByCentre).some(({ longitude }) => eastOf(west, longitude) > width);
  return isOutside ? 'something outside' : { south, north, width };
}

/** Returns the distance eastwards from one meridian to another; 180 and -180 are the same. */
function eastOf(from: number, to: number): number {
  return Math.round(((to - from + 720) % 360) * 1e9) / 1e9;
}

function pointsOf(nodes: readonly Node[], areasByCentre: boolean): { latitude: number; longitude: number }[] {
  return nodes.flatMap((node) => pointOnMap(node.typeName === 'Incident' ? node.location : node, areasByCentre) ?? []);
}
