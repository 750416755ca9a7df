import fc from 'fast-check';
import type { Collection, Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { geoKeys } from '../src/geo/geo-keys.ts';
import { leafCellPlace, leafCellSlack } from '../src/geo/leaf-cell.ts';
import { angleBetween, type Position, vectorOf } from '../src/geo/sphere.ts';
import { tries } from './runs.ts';
import { openStore, type TestStore } from './test-store.ts';

let store: TestStore;
let indexed: Collection<Document>;
let bare: Collection<Document>;
const places: Record<string, [number, number]> = {
  baghdad: [44.36, 33.31],
  mosulDam: [42.82, 36.63],
  fiji: [178.0, -17.7],
  samoa: [-172.1, -13.8],
  northPole: [0, 90],
  svalbard: [15.6, 78.2],
  greenwich: [0, 51.48],
  mcMurdo: [166.67, -77.85],
};

beforeAll(async () => {
  store = await openStore();
  indexed = store.db.collection('indexed');
  bare = store.db.collection('bare');
  await indexed.createIndex({ point: '2dsphere' });
  const documents = Object.entries(places).map(([_id, coordinates]) => ({
    _id: _id as never,
    point: { type: 'Point', coordinates },
  }));
  for (const collection of [indexed, bare]) await collection.insertMany([...documents, { _id: 'nowhere' as never }]);
});
afterAll(() => store.close());

const polygon = (...ring: number[][]) => ({ $geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } });

describe('$geoWithin', () => {
  it.each<[string, Document, string[]]>([
    ['a circle', { $centerSphere: [[44, 34], 400 / 6378.1] }, ['baghdad', 'mosulDam']],
    ['a circle over the antimeridian', { $centerSphere: [[180, -16], 1200 / 6378.1] }, ['fiji', 'samoa']],
    ['a circle over the pole', { $centerSphere: [[100, 89], 1500 / 6378.1] }, ['northPole', 'svalbard']],
    [
      'a box',
      {
        $box: [
          [40, 30],
          [50, 40],
        ],
      },
      ['baghdad', 'mosulDam'],
    ],
    [
      'a polygon on the plane',
      {
        $polygon: [
          [40, 30],
          [50, 30],
          [44, 34],
        ],
      },
      ['baghdad'],
    ],
    ['a polygon on the sphere', polygon([40, 30], [50, 30], [50, 40], [40, 40]), ['baghdad', 'mosulDam']],
    ['the same, the other way round', polygon([40, 40], [50, 40], [50, 30], [40, 30]), ['baghdad', 'mosulDam']],
    ['a polygon over the antimeridian', polygon([170, -25], [-165, -25], [-165, -5], [170, -5]), ['fiji', 'samoa']],
    ['a polygon around the pole', polygon([0, 70], [90, 70], [180, 70], [-90, 70]), ['northPole', 'svalbard']],
  ])('finds the places in %s, with and without an index', async (_name, shape, expected) => {
    const find = (collection: Collection<Document>) =>
      collection
        .find({ point: { $geoWithin: shape } })
        .map(({ _id }) => String(_id))
        .toArray();
    expect((await find(indexed)).sort()).toEqual(expected.toSorted());
    expect((await find(bare)).sort()).toEqual(expected.toSorted());
  });
});

it('$near and $geoNear return the nearest first, with distances in metres', async () => {
  const $geometry = { type: 'Point', coordinates: [44.36, 33.31] };
  const near = await indexed
    .find({ point: { $near: { $geometry, $maxDistance: 600_000 } } })
    .map(({ _id }) => _id)
    .toArray();
  expect(near).toEqual(['baghdad', 'mosulDam']);
  const [first, second] = await indexed
    .aggregate([{ $geoNear: { near: $geometry, distanceField: 'distance', key: 'point' } }, { $limit: 2 }])
    .toArray();
  expect(first).toMatchObject({ _id: 'baghdad', distance: 0 });
  expect(second?.distance).toBeCloseTo(394_800, -4);
  await expect(bare.find({ point: { $near: { $geometry } } }).toArray()).rejects.toMatchObject({ code: 291 });
});

describe('a search for the nearest with a limit', () => {
  const around = (query: Document) => [
    { $geoNear: { near: { type: 'Point', coordinates: [20, 40] }, distanceField: 'metres', ...query } },
  ];
  const idsOf = (found: Document[]) => found.map(({ _id }) => _id);
  let crowd: Collection<Document>;
  beforeAll(async () => {
    crowd = store.db.collection('crowd');
    await crowd.createIndex({ at: '2dsphere' });
    // Places near the point are close together; the others are spread over half of the earth.
    await crowd.insertMany(
      Array.from({ length: 400 }, (_, i) => {
        const spread = i < 200 ? i / 20_000 : i / 4;
        const coordinates = [20 + spread * Math.cos(i), Math.max(-89, Math.min(89, 40 + spread * Math.sin(i)))];
        return { _id: i as never, odd: i % 2, at: { type: 'Point', coordinates } };
      }),
    );
  });

  it.each<[string, Document]>([
    ['anywhere', {}],
    ['past a distance', { minDistance: 3_000_000 }],
    ['within a distance', { maxDistance: 900 }],
    ['with a condition', { query: { odd: 1 } }],
  ])('%s returns the first rows of the unlimited search', async (_name, query) => {
    const all = idsOf(await crowd.aggregate(around(query)).toArray());
    expect(all.length).toBeGreaterThan(100);
    for (const [skip, limit] of [
      [0, 1],
      [0, 30],
      [90, 9],
      [all.length - 3, 10],
    ] as const) {
      const part = await crowd.aggregate([...around(query), { $skip: skip }, { $limit: limit }]).toArray();
      expect(idsOf(part)).toEqual(all.slice(skip, skip + limit));
    }
  });

  it('reads only the nearest documents, and reports it in explain', async () => {
    const near = { at: { $near: { $geometry: { type: 'Point', coordinates: [20, 40] } } } };
    expect(idsOf(await crowd.find(near).skip(1).limit(2).toArray())).toEqual([1, 2]);
    expect(idsOf(await crowd.find(near).sort({ _id: -1 }).limit(2).toArray())).toEqual([399, 398]);
    const { queryPlanner, executionStats } = await crowd.find(near).limit(10).explain('executionStats');
    expect(queryPlanner.winningPlan).toMatchObject({ stage: 'LIMIT', inputStage: { stage: 'GEO_NEAR_2DSPHERE' } });
    expect(executionStats.nReturned).toBe(10);
    expect(executionStats.totalDocsExamined).toBeLessThan(250);
  });
});

it('$geoIntersects finds the polygons that intersect a point or a polygon', async () => {
  const areas = store.db.collection('areas');
  await areas.createIndex({ area: '2dsphere' });
  const square = (x: number, y: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 10, y],
        [x + 10, y + 10],
        [x, y + 10],
        [x, y],
      ],
    ],
  });
  await areas.insertMany([
    { _id: 'a' as never, area: square(0, 0) },
    { _id: 'b' as never, area: square(5, 5) },
    { _id: 'c' as never, area: square(40, 40) },
  ]);
  const meeting = (geometry: Document) =>
    areas
      .find({ area: { $geoIntersects: { $geometry: geometry } } })
      .map(({ _id }) => _id)
      .toArray();
  expect((await meeting({ type: 'Point', coordinates: [7, 7] })).sort()).toEqual(['a', 'b']);
  expect((await meeting(square(12, 12))).sort()).toEqual(['b']);
  expect(await meeting({ type: 'Point', coordinates: [45, 45] })).toEqual(['c']);
});

it.each([
  ['a longitude beyond 180', { type: 'Point', coordinates: [181, 0] }],
  [
    'a line',
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    },
  ],
  [
    'an open ring',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    },
  ],
  [
    'a ring that crosses itself',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [10, 10],
          [10, 0],
          [0, 10],
          [0, 0],
        ],
      ],
    },
  ],
])('an index rejects %s', async (_name, point) => {
  await expect(indexed.insertOne({ point })).rejects.toMatchObject({ code: 16755 });
});

it('$geoIntersects treats all coordinates of the same place as equal, at the antimeridian and the poles', async () => {
  for (const collection of [store.db.collection('named'), store.db.collection('named2')]) {
    if (collection.collectionName === 'named') await collection.createIndex({ at: '2dsphere' });
    const at = (...coordinates: number[]) => ({ type: 'Point', coordinates });
    await collection.insertMany([at(-180, 5), at(180, 5), at(10, 90), at(-90, 90), at(33, -90)].map((at) => ({ at })));
    const meeting = (point: Document) => collection.countDocuments({ at: { $geoIntersects: { $geometry: point } } });
    expect(await Promise.all([at(180, 5), at(-180, 5), at(170, 90), at(0, -90)].map(meeting))).toEqual([2, 2, 2, 1]);
  }
});

it('a sparse index serves $geoWithin', async () => {
  const sparse = store.db.collection('sparse');
  await sparse.createIndex({ point: '2dsphere' }, { sparse: true });
  await sparse.insertMany([{ _id: 1 as never, point: { type: 'Point', coordinates: [44, 34] } }, { _id: 2 as never }]);
  const near = { point: { $geoWithin: { $centerSphere: [[44, 34], 0.01] } } };
  expect(await sparse.find(near, { hint: 'point_2dsphere' }).toArray()).toMatchObject([{ _id: 1 }]);
});

describe('leafCellPlace', () => {
  const degrees = (max: number) => fc.double({ min: -max, max, noNaN: true });

  it('is within leafCellSlack of the point', () => {
    fc.assert(
      fc.property(fc.tuple(degrees(180), degrees(90)), (position: Position) => {
        const [key] = geoKeys(new Map([['at', [...position]]]), ['at']).keys;
        const place = leafCellPlace(key as Buffer, 0);
        expect(place && angleBetween(place, vectorOf(position))).toBeLessThan(leafCellSlack);
      }),
      tries(2000),
    );
  });
});
