import type { Thing } from './things.ts';

/** How wide the narrowest box around all is, and its parallels; null when nothing is placed. */
export function boundsOf(things: readonly Thing[]): { south: number; north: number; width: number } | null {
  const points = pointsOf(things);
  if (points.length === 0) return null;
  const widths = points.map((west) => Math.max(...points.map((point) => eastOf(west.longitude, point.longitude))));
  const latitudes = points.map(({ latitude }) => latitude);
  return { south: Math.min(...latitudes), north: Math.max(...latitudes), width: Math.min(...widths) };
}

/** The same of a box that was answered, in which all have to lie. */
export function describeBox(things: readonly Thing[], box: any): ReturnType<typeof boundsOf> | 'something outside' {
  if (box === null) return null;
  const { south, north, west, east } = box;
  const width = eastOf(west, east);
  const isOutside = pointsOf(things).some(({ longitude }) => eastOf(west, longitude) > width);
  return isOutside ? 'something outside' : { south, north, width };
}

/** How far one must go east from a meridian to another; 180 and -180 are one. */
function eastOf(from: number, to: number): number {
  return Math.round(((to - from + 720) % 360) * 1e9) / 1e9;
}

function pointsOf(things: readonly Thing[]): { latitude: number; longitude: number }[] {
  return things.flatMap((thing) => (thing.typeName === 'Incident' ? thing.location : thing)?.point ?? []);
}
