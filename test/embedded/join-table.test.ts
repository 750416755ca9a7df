import { Double, Long } from 'bson';
import type { Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type TestStore } from './test-store.ts';

/** Values that meet, and that must not, although they look alike. */
const values = [
  1,
  new Double(1),
  Long.fromNumber(1),
  '1',
  true,
  null,
  undefined,
  [1, 2],
  [],
  [[1]],
  { k: 1 },
  2,
  'x',
  new Date(1),
  NaN,
];
/** So many that a lookup changes from searches to a table on the way. */
const parents = 600;

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  const value = (i: number) => values[i % values.length];
  await store.db.collection('parents').insertMany(
    Array.from({ length: parents }, (_, i) => ({
      _id: i,
      v: value(i),
      list: [{ v: value(i + 1) }, { v: value(i * 7) }],
    })) as never[],
  );
  await store.db.collection('children').insertMany(
    Array.from({ length: 90 }, (_, i) => ({
      _id: i,
      v: value(i),
      list: [{ v: value(i * 3) }, {}],
      rank: i % 5,
      kind: i % 5 > 2 ? 'odd' : 'even',
      by: `rank-${i % 5}`,
      title: `Child ${i}`,
    })) as never[],
    { ignoreUndefined: true },
  );
  await store.db
    .collection('children')
    .createIndexes([{ key: { v: 1 } }, { key: { 'list.v': 1 } }, { key: { rank: 1 } }]);
});
afterAll(() => store.close());

const fields = [
  ['v', 'v'],
  ['list.v', 'v'],
  ['v', 'list.v'],
  ['list.v', 'list.v'],
] as const;
const pipelines: [string, Document[]][] = [
  ['all, in an order', [{ $sort: { _id: 1 } }]],
  [
    'some of them, in an order',
    [{ $match: { rank: { $gt: 1 } } }, { $sort: { rank: -1, _id: 1 } }, { $skip: 1 }, { $limit: 3 }],
  ],
  ['fields of them', [{ $sort: { _id: 1 } }, { $project: { title: 1 } }]],
  ['their number', [{ $match: { rank: { $lt: 3 } } }, { $count: 'n' }]],
  ['groups of them', [{ $group: { _id: '$rank', n: { $sum: 1 } } }, { $sort: { _id: 1 } }]],
];

describe('a lookup of many rows finds what one of each row finds', () => {
  describe.each(fields)('%s in %s', (localField, foreignField) => {
    it.each(pipelines)('%s', async (_what, pipeline) => {
      const lookup = { $lookup: { from: 'children', localField, foreignField, pipeline, as: 'found' } };
      const rows = await store.db
        .collection('parents')
        .aggregate([{ $sort: { _id: 1 } }, lookup])
        .toArray();
      expect(rows).toHaveLength(parents);
      expect(rows.some(({ found }) => found.length > 0)).toBe(true);
      for (const row of rows.slice(-values.length * 2)) {
        const alone = await store.db
          .collection('parents')
          .aggregate([{ $match: { _id: row._id } }, lookup])
          .toArray();
        expect(alone).toEqual([row]);
      }
    });
  });
});

it('a lookup goes on by an index in which documents have several entries since', async () => {
  const [rows, seen] = [store.db.collection('rows'), store.db.collection('seen')];
  await rows.insertMany(Array.from({ length: 40 }, (_, n) => ({ n, by: n % 2 ? 'x' : 'y' })));
  await seen.createIndex({ by: 1, tags: 1 });
  await seen.insertMany(['x', 'y'].map((by) => ({ by, tags: 1 })));
  const lookup = { $lookup: { from: 'seen', localField: 'by', foreignField: 'by', as: 'found' } };
  const cursor = rows.aggregate([{ $sort: { n: 1 } }, lookup], { batchSize: 5 });
  const found = [];
  for await (const row of cursor) {
    found.push(row.found.length);
    if (found.length === 5) await seen.insertMany(['x', 'y'].map((by) => ({ by, tags: [1, 2, 3] })));
  }
  expect(found.slice(0, 5)).toEqual([1, 1, 1, 1, 1]);
  expect(found.slice(-20)).toEqual(Array(20).fill(2));
});

it('a lookup is not led astray by another condition of the value that a row is joined by', async () => {
  const [rows, kept] = [store.db.collection('named'), store.db.collection('kept')];
  await rows.insertMany(['x', 'x', 'x', 'y', 'z'].map((by, n) => ({ n, by })));
  // Both have arrays, so that the second bounds nothing.
  await kept.createIndex({ tags: 1, by: 1 });
  await kept.insertMany([
    { tags: ['x', 'u'], by: 'y' },
    { tags: 'y', by: 'y' },
    { tags: 'x', by: ['y', 'x'] },
    { tags: 'y', by: ['z'] },
  ]);
  const pipeline = [{ $match: { tags: 'x' } }];
  const lookup = { $lookup: { from: 'kept', localField: 'by', foreignField: 'by', pipeline, as: 'found' } };
  const found = await rows.aggregate([{ $sort: { n: 1 } }, lookup]).toArray();
  expect(found.map((row) => row.found.length)).toEqual([1, 1, 1, 2, 0]);
});

/** What a semi-join is: its list is looked at only for having an element. */
const semiJoins: [string, Document[]][] = [
  ['any', [{ $limit: 1 }]],
  ['some of them', [{ $match: { rank: { $gt: 1 } } }, { $limit: 1 }, { $project: { _id: 1 } }]],
  ['those of a kind', [{ $match: { kind: 'odd' } }, { $limit: 1 }, { $project: { _id: 1 } }]],
  ['those behind others', [{ $match: { kind: 'odd' } }, { $skip: 6 }, { $limit: 1 }]],
  ['those that have a value themselves', [{ $match: { v: { $type: 'string' } } }, { $limit: 1 }]],
  [
    'those that are joined themselves',
    [
      { $match: { kind: 'odd' } },
      {
        $lookup: {
          from: 'ranks',
          localField: 'by',
          foreignField: '_id',
          pipeline: [{ $match: { high: true } }, { $limit: 1 }],
          as: 'r',
        },
      },
      { $match: { 'r.0': { $exists: true } } },
      { $limit: 1 },
    ],
  ],
  [
    'those of which something can be computed',
    [{ $match: { kind: 'odd' } }, { $set: { x: { $add: ['$rank', 1] } } }, { $match: { x: 2 } }],
  ],
  ['those that are few', [{ $match: { kind: 'odd' } }, { $count: 'n' }]],
];

describe('a semi-join of many rows keeps what one of each row keeps', () => {
  beforeAll(async () => {
    await store.db
      .collection('ranks')
      .insertMany(Array.from({ length: 5 }, (_, i) => ({ _id: `rank-${i}`, high: i > 2 })) as never[]);
    const children = store.db.collection('children');
    // Of this one nothing can be computed, and nobody joins it.
    await children.insertOne({ v: 'nobody', list: [{ v: 'nobody' }], kind: 'odd', rank: 'none', by: 'none' });
    await children.createIndexes([{ key: { kind: 1, v: 1, by: 1 } }, { key: { kind: 1, 'list.v': 1, by: 1 } }]);
  });

  describe.each([fields[0], fields[3]])('%s in %s', (localField, foreignField) => {
    it.each(semiJoins)('%s', async (_what, pipeline) => {
      const joined = [
        { $lookup: { from: 'children', localField, foreignField, pipeline, as: 'found' } },
        { $match: { 'found.0': { $exists: true } } },
        { $project: { _id: 1 } },
      ];
      const rows = await store.db
        .collection('parents')
        .aggregate([{ $sort: { _id: 1 } }, ...joined])
        .toArray();
      const kept = new Set(rows.map(({ _id }) => _id));
      for (let _id = parents - values.length * 2; _id < parents; _id++) {
        const alone = await store.db
          .collection('parents')
          .aggregate([{ $match: { _id: _id as never } }, ...joined])
          .toArray();
        expect(kept.has(_id), String(_id)).toBe(alone.length === 1);
      }
    });
  });
});
