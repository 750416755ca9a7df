import { Double, Long } from 'bson';
import type { Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type TestStore } from './test-store.ts';

/** Values that are equal, and values that look alike but must not match. */
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
/** Enough that a lookup switches from searches to a table. */
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
  ['all rows, sorted', [{ $sort: { _id: 1 } }]],
  [
    'some rows, sorted',
    [{ $match: { rank: { $gt: 1 } } }, { $sort: { rank: -1, _id: 1 } }, { $skip: 1 }, { $limit: 3 }],
  ],
  ['a projection', [{ $sort: { _id: 1 } }, { $project: { title: 1 } }]],
  ['a count', [{ $match: { rank: { $lt: 3 } } }, { $count: 'n' }]],
  ['groups', [{ $group: { _id: '$rank', n: { $sum: 1 } } }, { $sort: { _id: 1 } }]],
];

describe('a lookup of many rows finds the same as a lookup of each row alone', () => {
  describe.each(fields)('localField %s, foreignField %s', (localField, foreignField) => {
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

it('a running lookup stays correct when its index becomes multikey', async () => {
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

it('a lookup stays correct if its pipeline tests another field for the value of a row', async () => {
  const [rows, kept] = [store.db.collection('named'), store.db.collection('kept')];
  await rows.insertMany(['x', 'x', 'x', 'y', 'z'].map((by, n) => ({ n, by })));
  // Both components have arrays, so only the first is bounded.
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

/** Semi-joins: lookups whose result is only tested for being non-empty. */
const semiJoins: [string, Document[]][] = [
  ['any row', [{ $limit: 1 }]],
  ['some rows', [{ $match: { rank: { $gt: 1 } } }, { $limit: 1 }, { $project: { _id: 1 } }]],
  ['rows of a kind', [{ $match: { kind: 'odd' } }, { $limit: 1 }, { $project: { _id: 1 } }]],
  ['rows after a skip', [{ $match: { kind: 'odd' } }, { $skip: 6 }, { $limit: 1 }]],
  ['rows with a string as joined value', [{ $match: { v: { $type: 'string' } } }, { $limit: 1 }]],
  [
    'a nested semi-join',
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
    'rows with a computed value',
    [{ $match: { kind: 'odd' } }, { $set: { x: { $add: ['$rank', 1] } } }, { $match: { x: 2 } }],
  ],
  ['a count', [{ $match: { kind: 'odd' } }, { $count: 'n' }]],
];

describe('a semi-join of many rows keeps the same as a semi-join of each row alone', () => {
  beforeAll(async () => {
    await store.db
      .collection('ranks')
      .insertMany(Array.from({ length: 5 }, (_, i) => ({ _id: `rank-${i}`, high: i > 2 })) as never[]);
    const children = store.db.collection('children');
    // Computing on this row fails, but no row is joined with it.
    await children.insertOne({ v: 'nobody', list: [{ v: 'nobody' }], kind: 'odd', rank: 'none', by: 'none' });
    await children.createIndexes([{ key: { kind: 1, v: 1, by: 1 } }, { key: { kind: 1, 'list.v': 1, by: 1 } }]);
  });

  describe.each([fields[0], fields[3]])('localField %s, foreignField %s', (localField, foreignField) => {
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

it.each([
  ['listed ids', [{ $match: { _id: { $in: Array.from({ length: 500 }, (_, i) => i) } } }]],
  ['a limit', [{ $sort: { _id: 1 } }, { $limit: 500 }]],
])('a lookup of few rows, by %s, does not read the whole foreign side', async (_what, head) => {
  const [given, asked] = [store.db.collection('given'), store.db.collection('asked')];
  await asked.drop();
  await asked.createIndex({ by: 1 });
  await asked.insertMany(Array.from({ length: 20_000 }, (_, i) => ({ by: i })));
  await given.drop();
  await given.insertMany(Array.from({ length: 600 }, (_, i) => ({ _id: i, by: i })) as never[]);
  const lookup = { $lookup: { from: 'asked', localField: 'by', foreignField: 'by', as: 'found' } };
  const { executionStats } = await given.aggregate([...head, lookup]).explain('executionStats');
  expect(executionStats.totalDocsExamined).toBe(1000);
});
