interface Position {
  latitude: number;
  longitude: number;
}

const earthKm = 6371.0088;

/** Of these kinds a place has a centre; of every other kind it is a point. */
const areas = ['REGION', 'COUNTRY', 'ADMIN1', 'ADMIN2', 'WATER', 'BORDER_AREA'];

/** Where a place lies on a map; undefined where it has no position, and of an area, unless those count by their centre. */
export function pointOnMap(place: any, areasByCentre?: boolean | null): Position | undefined {
  return areasByCentre || !areas.includes(place?.kind) ? place?.point : undefined;
}

/** Returns the great-circle distance. */
export function kilometres(a: Position, b: Position): number {
  if (a.latitude === b.latitude && a.longitude === b.longitude) return 0;
  const [p, q] = [toVector(a), toVector(b)];
  return earthKm * Math.atan2(Math.hypot(...cross(p, q)), dot(p, q));
}

/** Returns whether a point is in a box; 180 and -180 are the same meridian. */
export function isInBox({ latitude, longitude }: Position, box: any): boolean {
  const longitudes = Math.abs(longitude) === 180 ? [-180, 180] : [longitude];
  return (
    latitude >= box.south &&
    latitude <= box.north &&
    longitudes.some((it) =>
      box.west <= box.east ? it >= box.west && it <= box.east : it >= box.west || it <= box.east,
    )
  );
}

/**
 * Returns whether a point is in a polygon that is smaller than a hemisphere. In the gnomonic projection from the middle
 * of its corners, great circles are straight lines, and a point is inside if a ray from it crosses an odd number of
 * sides.
 */
export function isInPolygon(position: Position, corners: readonly Position[]): boolean {
  const seen = projectedFrom(corners);
  const point = seen(position);
  if (!point) return false;
  const ring = corners.map(seen) as Plane[];
  const crossings = ring.filter((a, i) => {
    const b = ring[(i + 1) % ring.length] as Plane;
    if (a.y > point.y === b.y > point.y) return false;
    return point.x < a.x + ((point.y - a.y) / (b.y - a.y)) * (b.x - a.x);
  });
  return crossings.length % 2 === 1;
}

/** Returns whether rounding could decide on which side of a border a position is. */
export function isAtBorder(position: Position, { near, polygon }: any): boolean {
  if (near) {
    const distance = kilometres(position, near);
    return distance > 0 && Math.abs(distance - near.km) < 1e-3;
  }
  const seen = projectedFrom(polygon);
  const point = seen(position);
  const ring: Plane[] = polygon.map(seen);
  return point !== undefined && ring.some((a, i) => distanceTo(point, a, ring[(i + 1) % ring.length] as Plane) < 1e-6);
}

/** Returns whether a polygon spans more than 40 degrees of longitude, as each one across the antimeridian does. */
export function isWide(corners: readonly Position[]): boolean {
  const longitudes = corners.map(({ longitude }) => longitude);
  return Math.max(...longitudes) - Math.min(...longitudes) > 40;
}

/** Returns the position at a distance and direction from another. */
export function positionFrom({ latitude, longitude }: Position, bearing: number, degrees: number): Position {
  const [phi, theta, delta] = [radians(latitude), radians(bearing), radians(degrees)];
  const sine = Math.sin(phi) * Math.cos(delta) + Math.cos(phi) * Math.sin(delta) * Math.cos(theta);
  const east = Math.atan2(Math.sin(theta) * Math.sin(delta) * Math.cos(phi), Math.cos(delta) - Math.sin(phi) * sine);
  const turned = longitude + (east * 180) / Math.PI;
  const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
  return {
    latitude: rounded((Math.asin(Math.max(-1, Math.min(1, sine))) * 180) / Math.PI),
    longitude: rounded(turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned),
  };
}

interface Plane {
  x: number;
  y: number;
}

/** Projects a position; undefined on the other hemisphere. */
function projectedFrom(corners: readonly Position[]): (position: Position) => Plane | undefined {
  const total = corners.map(toVector).reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
  const length = Math.hypot(...total);
  const middle: Vector = [total[0] / length, total[1] / length, total[2] / length];
  const across = cross(middle, Math.abs(middle[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]);
  const up = cross(middle, across);
  return (position) => {
    const vector = toVector(position);
    const depth = dot(vector, middle);
    return depth <= 0 ? undefined : { x: dot(vector, across) / depth, y: dot(vector, up) / depth };
  };
}

function distanceTo(point: Plane, a: Plane, b: Plane): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const at = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - a.x - at * dx, point.y - a.y - at * dy);
}

type Vector = [number, number, number];

function toVector({ latitude, longitude }: Position): Vector {
  const [phi, lambda] = [radians(latitude), radians(longitude)];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
