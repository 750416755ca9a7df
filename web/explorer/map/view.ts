import { type Edges, normalizeLongitude, toDegrees, toWorld, widthOf, worldSize } from './mercator.ts';

/** Where the map is: a point of the world, times `k` plus `x` and `y`, is where it stands on the screen, in pixels. */
export interface View {
  k: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** The scale at which the world just fills the map. */
export function minScale({ width, height }: Size): number {
  return Math.max(width, height) / worldSize;
}

/** The scale at which a pixel is about 20 m at the equator. */
export const maxScale = 2 ** 21 / worldSize;

/** Returns the nearest view that shows nothing north or south of the world. East and west, the world repeats. */
export function constrainView({ k, x, y }: View, size: Size): View {
  const scale = Math.max(minScale(size), Math.min(maxScale, k));
  return { k: scale, x, y: Math.min(0, Math.max(size.height - worldSize * scale, y)) };
}

export function wholeWorld(size: Size): View {
  const k = minScale(size);
  return constrainView({ k, x: (size.width - worldSize * k) / 2, y: size.height * 0.5 - worldSize * k * 0.46 }, size);
}

/** Returns the view that shows a box within a margin, at most so close that the map is `closest` degrees wide. */
export function fitView(box: Edges, size: Size, { margin = 36, closest = 3 } = {}): View {
  const [left, top] = toWorld({ latitude: box.north, longitude: box.west });
  const [right, bottom] = toWorld({ latitude: box.south, longitude: box.west + widthOf(box) });
  const room = { width: Math.max(1, size.width - 2 * margin), height: Math.max(1, size.height - 2 * margin) };
  const k = Math.min(
    room.width / Math.max(1e-9, right - left),
    room.height / Math.max(1e-9, bottom - top),
    size.width / ((closest / 360) * worldSize),
  );
  const scale = Math.max(minScale(size), Math.min(maxScale, k));
  return constrainView(
    { k: scale, x: size.width / 2 - (scale * (left + right)) / 2, y: size.height / 2 - (scale * (top + bottom)) / 2 },
    size,
  );
}

/** Returns the box between two points of the screen. */
export function boxBetween(view: View, a: [x: number, y: number], b: [x: number, y: number]): Edges {
  const at = ([x, y]: [number, number]) => toDegrees((x - view.x) / view.k, (y - view.y) / view.k);
  const northWest = at([Math.min(a[0], b[0]), Math.min(a[1], b[1])]);
  const southEast = at([Math.max(a[0], b[0]), Math.max(a[1], b[1])]);
  const latitudes = { south: southEast.latitude, north: northWest.latitude };
  if (southEast.longitude - northWest.longitude >= 360) return { west: -180, east: 180, ...latitudes };
  return { west: normalizeLongitude(northWest.longitude), east: normalizeLongitude(southEast.longitude), ...latitudes };
}

/**
 * Returns the box to ask the points of a view in: the view and some of its surroundings, with edges on a grid, so that a
 * small move asks for the same box, as does the same view in another repetition of the world. Null if the view shows most of the world.
 */
export function askedBox(view: View, { width, height }: Size): Edges | null {
  const centre = (width / 2 - view.x) / view.k;
  const x = view.x + Math.floor(centre / worldSize) * worldSize * view.k; // in the world's first repetition
  const northWest = toDegrees(-x / view.k, -view.y / view.k);
  const southEast = toDegrees((width - x) / view.k, (height - view.y) / view.k);
  const span = southEast.longitude - northWest.longitude;
  if (span > 200) return null;
  const step = 2 ** Math.floor(Math.log2(span / 2));
  const outward = (low: number, high: number) => [
    Math.floor((low - step / 4) / step) * step,
    Math.ceil((high + step / 4) / step) * step,
  ];
  const [west = 0, east = 0] = outward(northWest.longitude, southEast.longitude);
  const [south = 0, north = 0] = outward(southEast.latitude, northWest.latitude);
  if (east - west >= 360) return null;
  const eastern = normalizeLongitude(east);
  return {
    west: normalizeLongitude(west),
    south: Math.max(-90, south),
    east: eastern === -180 ? 180 : eastern,
    north: Math.min(90, north),
  };
}
