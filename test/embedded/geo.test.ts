import type { Collection, Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  ])('finds what lies in %s, with an index and without', async (_name, shape, expected) => {
    const find = (collection: Collection<Document>) =>
      collection
        .find({ point: { $geoWithin: shape } })
        .map(({ _id }) => String(_id))
        .toArray();
    expect((await find(indexed)).sort()).toEqual(expected.toSorted());
    expect((await find(bare)).sort()).toEqual(expected.toSorted());
  });
});

it('$near and $geoNear give the nearest first, in metres', async () => {
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

it('$geoIntersects finds the polygons that a point or a polygon meets', async () => {
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
])('refuses to index %s', async (_name, point) => {
  await expect(indexed.insertOne({ point })).rejects.toMatchObject({ code: 16755 });
});
