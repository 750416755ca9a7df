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
