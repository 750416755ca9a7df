import type { Vector } from './sphere.ts';

/*
 * The approximate position of an S2 leaf cell, within a kilometre, from the first half of its id. This is 100 times
 * faster than the exact position (http://s2geometry.io/devguide/s2cell_hierarchy, `faceIJOrientation`).
 */

const levels = 14;
/** The max distance of a point from `leafCellPlace`, in radians: the longest diagonal of a cell at that level. */
export const leafCellSlack = 2.4387 / 2 ** levels;

// By orientation and position on the Hilbert curve: i and j as two bits, and the change of orientation.
const ijOf = [
  [0, 1, 3, 2],
  [0, 2, 3, 1],
  [3, 2, 0, 1],
  [3, 1, 0, 2],
];
const turnOf = [1, 0, 0, 3];

/** The centre of the cell's ancestor; null if these 8 bytes are not the id of a leaf cell. */
export function leafCellPlace(bytes: Buffer, offset: number): Vector | null {
  if (((bytes[offset + 7] as number) & 1) === 0) return null;
  const number = bytes.readUInt32BE(offset);
  const face = number >>> 29;
  let orientation = face & 1;
  let i = 0;
  let j = 0;
  for (let shift = 27; shift > 27 - 2 * levels; shift -= 2) {
    const position = (number >>> shift) & 3;
    const ij = (ijOf[orientation] as number[])[position] as number;
    i = 2 * i + (ij >> 1);
    j = 2 * j + (ij & 1);
    orientation ^= turnOf[position] as number;
  }
  const u = planeOf((i + 0.5) / 2 ** levels);
  const v = planeOf((j + 0.5) / 2 ** levels);
  const [x, y, z] = onFace(face, u, v);
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}

/** S2's quadratic projection, from coordinates with cells of nearly equal size to the face's plane. */
function planeOf(s: number): number {
  return s >= 0.5 ? (4 * s * s - 1) / 3 : (1 - 4 * (1 - s) * (1 - s)) / 3;
}

function onFace(face: number, u: number, v: number): Vector {
  switch (face) {
    case 0:
      return [1, u, v];
    case 1:
      return [-u, 1, v];
    case 2:
      return [-u, -v, 1];
    case 3:
      return [-1, -v, -u];
    case 4:
      return [v, -1, -u];
    default:
      return [v, u, -1];
  }
}
