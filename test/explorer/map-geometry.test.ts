import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentOf } from '../../web/explorer/map/extent.ts';
import { boundsOf, mergeCells } from '../../web/explorer/map/geohash.ts';
import {
  type Edges,
  normalizeLongitude,
  toDegrees,
  toWorld,
  widthOf,
  worldSize,
} from '../../web/explorer/map/mercator.ts';
import { precisionFor } from '../../web/explorer/map/precision.ts';
import { groundRadius, hasRoomFor, isCovered, radiusOf } from '../../web/explorer/map/radius.ts';
import { askedBox, boxBetween, constrainView, fitView, minScale, wholeWorld } from '../../web/explorer/map/view.ts';

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const latitude = fc.double({ min: -85, max: 85, noNaN: true });
const size = { width: 800, height: 600 };

/** Whether a box has a point, to a millionth of a degree. */
function contains(box: Edges, point: { latitude: number; longitude: number }): boolean {
  const east = (((point.longitude - box.west) % 360) + 360) % 360;
  const isBetween = east <= widthOf(box) + 1e-6 || east >= 360 - 1e-6;
  return isBetween && point.latitude >= box.south - 1e-6 && point.latitude <= box.north + 1e-6;
}

describe('the projection', () => {
  it('is undone by its inverse', () => {
    fc.assert(
      fc.property(latitude, longitude, (north, east) => {
        const back = toDegrees(...toWorld({ latitude: north, longitude: east }));
        expect(back.latitude).toBeCloseTo(north, 6);
        expect(back.longitude).toBeCloseTo(east, 6);
      }),
    );
  });

  it('puts the equator and Greenwich in the middle, and the poles and the antimeridian at the edges', () => {
    expect(toWorld({ latitude: 0, longitude: 0 })).toEqual([worldSize / 2, expect.closeTo(worldSize / 2, 9)]);
    expect(toWorld({ latitude: 90, longitude: -180 })).toEqual([0, expect.closeTo(0, 6)]);
    expect(toWorld({ latitude: -90, longitude: 180 })).toEqual([worldSize, expect.closeTo(worldSize, 6)]);
  });

  it.each([
    [180, -180],
    [-180, -180],
    [190, -170],
    [-541, 179],
    [720, 0],
  ])('takes the meridian of %d degrees to be that of %d', (given, expected) =>
    expect(normalizeLongitude(given)).toBe(expected),
  );
});

describe('precisionFor', () => {
  it('is 2 for the world and 6 or more for a city', () => {
    expect(precisionFor(770)).toBe(2);
    expect(precisionFor(770 * 4000)).toBeGreaterThanOrEqual(6);
  });

  it('never falls as the map is zoomed in, and keeps cells from crowding', () => {
    let before = 1;
    for (let px = 256; px < 2 ** 21; px *= 1.1) {
      const precision = precisionFor(px);
      expect(precision).toBeGreaterThanOrEqual(before);
      const { west, east, south, north } = boundsOf('s'.repeat(precision));
      const area = ((east - west) / 360) * px * (((north - south) / 360) * px);
      if (precision > 1) expect(Math.sqrt(area)).toBeGreaterThanOrEqual(8.9);
      before = precision;
    }
  });
});

describe('mergeCells', () => {
  const cells = [
    { geohash: 'u4pr', count: 3, latitude: 57, longitude: 10 },
    { geohash: 'svzz', count: 2, latitude: 33, longitude: 44 },
    { geohash: 'u4px', count: 1, latitude: 58, longitude: 12 },
    { geohash: 'svzy', count: 4, latitude: 30, longitude: 41 },
  ];

  it('adds up those in the same larger cell, at their mean, the largest first', () => {
    expect(mergeCells(cells, 3)).toEqual([
      { geohash: 'svz', count: 6, latitude: 31, longitude: 42 },
      { geohash: 'u4p', count: 4, latitude: 57.25, longitude: 10.5 },
    ]);
  });

  it('leaves cells that are no smaller', () => {
    expect(mergeCells(cells, 6)).toEqual(cells.toSorted((a, b) => b.count - a.count));
  });
});

describe('boundsOf', () => {
  it('knows the cells of well-known geohashes', () => {
    expect(boundsOf('')).toEqual({ west: -180, south: -90, east: 180, north: 90 });
    expect(boundsOf('s')).toEqual({ west: 0, south: 0, east: 45, north: 45 });
    const jutland = boundsOf('u4pruydqqvj');
    expect(jutland.south).toBeCloseTo(57.64911, 5);
    expect(jutland.west).toBeCloseTo(10.40744, 5);
  });
});

describe('extentOf', () => {
  it('is null without points, and the point itself for one', () => {
    expect(extentOf([])).toBeNull();
    expect(extentOf([{ latitude: 33, longitude: 44, count: 3 }])).toEqual({ west: 44, south: 33, east: 44, north: 33 });
  });

  it('leaves out outliers of less than 5 % that would make the box much larger', () => {
    const iraq = Array.from({ length: 20 }, (_, i) => ({ latitude: 30 + i / 4, longitude: 42 + i / 5, count: 5 }));
    const box = extentOf([...iraq, { latitude: 34, longitude: -99, count: 2 }]);
    expect(box?.west).toBeGreaterThanOrEqual(42 - 1e-9);
    expect(box?.east).toBeLessThanOrEqual(46);
  });

  it('keeps points that are far away if they are 5 % or more', () => {
    const points = [
      { latitude: 33, longitude: 44, count: 90 },
      { latitude: 34, longitude: -99, count: 10 },
    ];
    const box = extentOf(points);
    expect(points.every((point) => box && contains(box, point))).toBe(true);
  });

  it('goes the short way around, across the antimeridian', () => {
    const box = extentOf([
      { latitude: -17, longitude: 178, count: 1 },
      { latitude: -14, longitude: -171, count: 1 },
    ]);
    expect(box).toEqual({ west: 178, south: -17, east: -171, north: -14 });
  });

  it('holds at least 95 % of the incidents', () => {
    const point = fc.record({ latitude, longitude, count: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (points) => {
        const box = extentOf(points);
        const count = (some: typeof points) => some.reduce((sum, each) => sum + each.count, 0);
        expect(count(points.filter((each) => box && contains(box, each)))).toBeGreaterThanOrEqual(0.95 * count(points));
      }),
    );
  });
});

describe('a view', () => {
  it('of a box shows all of it, unless that is more than the world once', () => {
    const boxes = fc.record({
      west: longitude,
      width: fc.double({ min: 0, max: 300, noNaN: true }),
      south: latitude,
      north: latitude,
    });
    fc.assert(
      fc.property(boxes, ({ west, width, south, north }) => {
        const latitudes = { south: Math.min(south, north), north: Math.max(south, north) };
        const view = fitView({ west, east: normalizeLongitude(west + width), ...latitudes }, size);
        if (view.k === minScale(size)) return;
        const [left, top] = toWorld({ latitude: latitudes.north, longitude: west });
        const [right, bottom] = toWorld({ latitude: latitudes.south, longitude: west + width });
        expect(left * view.k + view.x).toBeGreaterThanOrEqual(-1e-6);
        expect(right * view.k + view.x).toBeLessThanOrEqual(800 + 1e-6);
        expect(top * view.k + view.y).toBeGreaterThanOrEqual(-1e-6);
        expect(bottom * view.k + view.y).toBeLessThanOrEqual(600 + 1e-6);
      }),
    );
  });

  it('never shows anything beyond the poles', () => {
    expect(constrainView({ k: 2, x: -5000, y: 900 }, size)).toEqual({ k: 2, x: -5000, y: 0 });
    expect(constrainView({ k: 0.1, x: 0, y: -900 }, size)).toEqual({ k: 0.8, x: 0, y: -200 });
  });

  it('gives a box that is drawn across the antimeridian a west greater than its east', () => {
    const view = fitView({ west: 170, south: -30, east: -170, north: 10 }, size);
    const box = boxBetween(view, [200, 400], [600, 200]);
    expect(box.west).toBeGreaterThan(box.east);
    expect(contains(box, { latitude: -11, longitude: 180 })).toBe(true);
    expect(box.south).toBeLessThan(box.north);
  });

  it('asks for no box when it shows the world', () => {
    expect(askedBox(wholeWorld(size), size)).toBeNull();
  });

  it('asks for a box around all it shows, and for the same one after a small move', () => {
    const corners = [
      [0, 0],
      [800, 0],
      [0, 600],
      [800, 600],
    ] as const;
    fc.assert(
      fc.property(longitude, latitude, fc.double({ min: 2, max: 1000, noNaN: true }), (east, north, k) => {
        const [x, y] = toWorld({ latitude: north, longitude: east });
        const view = constrainView({ k, x: 400 - x * k, y: 300 - y * k }, size);
        const box = askedBox(view, size);
        if (!box) return;
        for (const [left, top] of corners) {
          const seen = toDegrees((left - view.x) / view.k, (top - view.y) / view.k);
          expect(contains(box, { ...seen, longitude: normalizeLongitude(seen.longitude) })).toBe(true);
        }
        expect(box.south).toBeLessThan(box.north);
        expect(Math.max(Math.abs(box.west), Math.abs(box.east))).toBeLessThanOrEqual(180);
      }),
    );
    const view = fitView({ west: 40.3, south: 30.2, east: 47.9, north: 36.8 }, size);
    expect(askedBox({ ...view, x: view.x + 4 }, size)).toEqual(askedBox(view, size));
  });
});

describe('a circle', () => {
  it('grows with the count in area, and none is too small to be seen', () => {
    expect(radiusOf(400, 400) / radiusOf(100, 400)).toBeCloseTo(2, 6);
    expect(radiusOf(1, 100_000)).toBe(3.5);
    expect(radiusOf(1_000_000, 1_000_000)).toBeLessThanOrEqual(22);
  });

  it('has its number written in it only where there is room', () => {
    expect(hasRoomFor('12', 12)).toBe(true);
    expect(hasRoomFor('12', 6)).toBe(false);
    expect(hasRoomFor('10000', 12)).toBe(false);
  });

  it('hides a number that another circle would cover in part', () => {
    const number = { x: 100, y: 100, text: '112' };
    const at = (x: number, y: number, radius = 5) => isCovered(number, [{ x, y, radius }]);
    expect(isCovered(number, [])).toBe(false);
    expect([at(100, 100), at(112, 100), at(88, 100), at(100, 109), at(112, 108)]).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect([at(115, 100), at(85, 100), at(100, 111), at(114, 109)]).toEqual([false, false, false, false]);
    expect(at(115, 100, 7)).toBe(true);
  });

  it('on the ground gets larger toward the poles, as the map does', () => {
    expect(groundRadius(40_075 / 100, 0, 1000)).toBeCloseTo(10, 6);
    expect(groundRadius(40_075 / 100, 60, 1000)).toBeCloseTo(20, 6);
  });
});
