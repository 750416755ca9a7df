import type { Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type TestStore } from './test-store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.db
    .collection('incidents')
    .createIndexes([{ key: { actors: 1, day: -1, _id: -1 } }, { key: { type: 1 } }]);
  await store.db.collection('incidents').insertMany([
    { _id: 'a', type: 'RAID', day: 1, actors: ['x', 'y'], killed: 2 },
    { _id: 'b', type: 'RAID', day: 3, actors: ['x'], killed: null },
    { _id: 'c', type: 'STRIKE', day: 2, actors: [], killed: 5 },
    { _id: 'd', type: 'STRIKE', day: 4, actors: ['y'], where: { point: [1, 2] } },
  ] as never[]);
  await store.db.collection('actors').insertMany([
    { _id: 'x', name: 'X' },
    { _id: 'y', name: 'Y' },
    { _id: 'z', name: 'Z' },
  ] as never[]);
});
afterAll(() => store.close());

const ask = (collection: string, pipeline: Document[]) => store.db.collection(collection).aggregate(pipeline).toArray();

describe('a pipeline', () => {
  it.each<[string, string, Document[], Document[]]>([
    [
      'groups and sorts',
      'incidents',
      [
        { $group: { _id: '$type', n: { $sum: 1 }, killed: { $sum: '$killed' }, days: { $push: '$day' } } },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: 'RAID', n: 2, killed: 2, days: [1, 3] },
        { _id: 'STRIKE', n: 2, killed: 5, days: [2, 4] },
      ],
    ],
    [
      'unwinds, skipping empty arrays',
      'incidents',
      [{ $unwind: '$actors' }, { $group: { _id: '$actors', n: { $sum: 1 } } }, { $sort: { n: -1, _id: 1 } }],
      [
        { _id: 'x', n: 2 },
        { _id: 'y', n: 2 },
      ],
    ],
    [
      'takes the first of each group after a sort',
      'incidents',
      [{ $sort: { day: -1 } }, { $group: { _id: '$type', newest: { $first: '$_id' } } }, { $sort: { _id: 1 } }],
      [
        { _id: 'RAID', newest: 'b' },
        { _id: 'STRIKE', newest: 'd' },
      ],
    ],
    [
      'joins by an array of ids',
      'incidents',
      [
        { $match: { _id: 'a' } },
        { $lookup: { from: 'actors', localField: 'actors', foreignField: '_id', as: 'who' } },
        { $project: { who: 1 } },
      ],
      [
        {
          _id: 'a',
          who: [
            { _id: 'x', name: 'X' },
            { _id: 'y', name: 'Y' },
          ],
        },
      ],
    ],
    [
      'joins with a sort and a limit per row',
      'actors',
      [
        {
          $lookup: {
            from: 'incidents',
            localField: '_id',
            foreignField: 'actors',
            pipeline: [{ $sort: { day: -1, _id: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
            as: 'newest',
          },
        },
        { $sort: { _id: 1 } },
        { $project: { newest: '$newest._id' } },
      ],
      [
        { _id: 'x', newest: ['b'] },
        { _id: 'y', newest: ['d'] },
        { _id: 'z', newest: [] },
      ],
    ],
    [
      'joins with a count per row',
      'actors',
      [
        {
          $lookup: {
            from: 'incidents',
            localField: '_id',
            foreignField: 'actors',
            pipeline: [{ $count: 'n' }],
            as: 'count',
          },
        },
        { $set: { count: { $ifNull: [{ $first: '$count.n' }, 0] } } },
        { $sort: { _id: 1 } },
        { $project: { count: 1 } },
      ],
      [
        { _id: 'x', count: 2 },
        { _id: 'y', count: 2 },
        { _id: 'z', count: 0 },
      ],
    ],
    [
      'joins with let',
      'actors',
      [
        { $match: { _id: 'y' } },
        {
          $lookup: {
            from: 'incidents',
            let: { me: '$_id' },
            pipeline: [
              { $match: { $expr: { $in: ['$$me', '$actors'] } } },
              { $sort: { _id: 1 } },
              { $project: { _id: 1 } },
            ],
            as: 'in',
          },
        },
      ],
      [{ _id: 'y', name: 'Y', in: [{ _id: 'a' }, { _id: 'd' }] }],
    ],
    [
      'unions collections',
      'actors',
      [
        { $match: { _id: 'x' } },
        { $unionWith: { coll: 'incidents', pipeline: [{ $match: { day: { $gt: 3 } } }] } },
        { $project: { _id: 1 } },
      ],
      [{ _id: 'x' }, { _id: 'd' }],
    ],
    [
      'runs several pipelines with $facet',
      'incidents',
      [
        { $match: { day: { $gte: 2 } } },
        {
          $facet: {
            total: [{ $count: 'n' }],
            types: [{ $group: { _id: '$type', count: { $sum: 1 } } }, { $sort: { count: -1 } }],
            page: [{ $sort: { day: 1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
          },
        },
      ],
      [
        {
          total: [{ n: 3 }],
          types: [
            { _id: 'STRIKE', count: 2 },
            { _id: 'RAID', count: 1 },
          ],
          page: [{ _id: 'c' }],
        },
      ],
    ],
    ['counts by the index alone', 'incidents', [{ $match: { type: 'RAID' } }, { $count: 'n' }], [{ n: 2 }]],
    ['returns no document for a count of nothing', 'incidents', [{ $match: { type: 'NONE' } }, { $count: 'n' }], []],
    [
      'keeps computed fields last and _id first',
      'incidents',
      [{ $match: { _id: 'd' } }, { $project: { sum: { $add: ['$day', 1] }, 'where.point': 1, type: 1 } }],
      [{ _id: 'd', type: 'STRIKE', where: { point: [1, 2] }, sum: 5 }],
    ],
    [
      'replaces a scalar by a document in place to compute a field below it',
      'incidents',
      [
        { $match: { _id: 'd' } },
        { $project: { parts: { $literal: [1, [2, { n: 1 }], { n: 2, x: 3 }, null] }, type: 1, day: 1 } },
        { $project: { 'parts.y': { $add: ['$day', 1] }, 'parts.n': 1, 'type.is': '$type', day: 1 } },
      ],
      [
        {
          _id: 'd',
          type: { is: 'STRIKE' },
          day: 4,
          parts: [{ y: 5 }, [{ y: 5 }, { n: 1, y: 5 }], { n: 2, y: 5 }, { y: 5 }],
        },
      ],
    ],
    [
      'sets and unsets',
      'incidents',
      [{ $match: { _id: 'd' } }, { $set: { 'where.name': '$type', day: '$$REMOVE' } }, { $unset: ['actors', 'type'] }],
      [{ _id: 'd', where: { point: [1, 2], name: 'STRIKE' } }],
    ],
    [
      'keeps the position of a field that is set',
      'incidents',
      [{ $match: { _id: 'a' } }, { $set: { type: 'MADE' } }, { $project: { day: 1, type: 1 } }],
      [{ _id: 'a', type: 'MADE', day: 1 }],
    ],
    [
      'replaces the root',
      'incidents',
      [{ $match: { _id: 'd' } }, { $replaceRoot: { newRoot: { $mergeObjects: [{ of: '$_id' }, '$where'] } } }],
      [{ of: 'd', point: [1, 2] }],
    ],
  ])('%s', async (_name, collection, pipeline, expected) => {
    const found = await ask(collection, pipeline);
    expect(found).toEqual(expected);
    expect(found.map((document) => Object.keys(document))).toEqual(expected.map((document) => Object.keys(document)));
  });

  it('reads no more documents than its limit', async () => {
    const plan = await store.db
      .collection('incidents')
      .find({ actors: 'x' })
      .sort({ day: -1, _id: -1 })
      .limit(1)
      .explain('executionStats');
    expect(plan).toMatchObject({
      executionStats: { nReturned: 1, totalDocsExamined: 1 },
      queryPlanner: { winningPlan: { stage: 'LIMIT' } },
    });
  });

  it('holds no more rows in a sort than a following limit takes', async () => {
    const large = store.db.collection<Document>('large');
    const filling = 'x'.repeat(2 ** 21);
    for (let i = 0; i < 54; i++) await large.insertOne({ _id: i as never, rank: i % 10, filling });
    const byRank = [{ $sort: { _id: 1 } }, { $sort: { rank: -1, _id: 1 } }];
    const ids = async (stages: Document[]) => (await ask('large', [...byRank, ...stages])).map(({ _id }) => _id);
    expect(await ids([{ $limit: 3 }, { $project: { _id: 1 } }])).toEqual([9, 19, 29]);
    expect(await ids([{ $skip: 4 }, { $limit: 2 }, { $project: { _id: 1 } }])).toEqual([49, 8]);
    await expect(ids([])).rejects.toMatchObject({ code: 292 });
  });
});

describe('an update', () => {
  const apply = async (
    before: Document,
    update: Document | Document[],
    filter: Document = {},
    options: Document = {},
  ) => {
    const things = store.db.collection<Document>('updated');
    await things.deleteMany({});
    await things.insertOne({ _id: 1 as never, ...before });
    await things.updateOne({ _id: 1 as never, ...filter }, update, options);
    const { _id, ...after } = (await things.findOne({ _id: 1 as never })) as Document;
    return after;
  };

  it.each<[string, Document, Document | Document[], Document, Document, Document]>([
    [
      'updates elements selected by arrayFilters',
      { a: [{ n: 1 }, { n: 5 }] },
      { $inc: { 'a.$[big].n': 10 } },
      {},
      { arrayFilters: [{ 'big.n': { $gt: 3 } }] },
      { a: [{ n: 1 }, { n: 15 }] },
    ],
    ['updates all elements by $[]', { a: [1, 2] }, { $mul: { 'a.$[]': 2 } }, {}, {}, { a: [2, 4] }],
    [
      'updates the matched element by $',
      { a: [1, 2, 3] },
      { $set: { 'a.$': 9 } },
      { a: { $gte: 2 } },
      {},
      { a: [1, 9, 3] },
    ],
    [
      'updates a field of the matched element by $',
      { a: [{ k: 1 }, { k: 2 }] },
      { $set: { 'a.$.v': 9 } },
      { 'a.k': 2 },
      {},
      { a: [{ k: 1 }, { k: 2, v: 9 }] },
    ],
    ['pads an array', { a: [1] }, { $set: { 'a.3': 4 } }, {}, {}, { a: [1, null, null, 4] }],
    [
      'pulls documents that match a condition',
      { a: [{ k: 1 }, { k: 2 }, 3] },
      { $pull: { a: { k: 1 } } },
      {},
      {},
      { a: [{ k: 2 }, 3] },
    ],
    [
      'pushes with $sort and $slice',
      { a: [5, 1] },
      { $push: { a: { $each: [3, 9], $sort: -1, $slice: 3 } } },
      {},
      {},
      { a: [9, 5, 3] },
    ],
    ['renames', { a: 1, b: 2 }, { $rename: { a: 'c' } }, {}, {}, { b: 2, c: 1 }],
    ['applies a pipeline', { a: 2 }, [{ $set: { b: { $multiply: ['$a', 3] } } }, { $unset: 'a' }], {}, {}, { b: 6 }],
    [
      'adds new fields in the order of their names',
      {},
      { $set: { z: 1, a: 2, 'm.q': 3 } },
      {},
      {},
      { a: 2, m: { q: 3 }, z: 1 },
    ],
  ])('%s', async (_name, before, update, filter, options, after) => {
    expect(JSON.stringify(await apply(before, update, filter, options))).toBe(JSON.stringify(after));
  });

  it.each<[string, Document, Document, number]>([
    ['a path through a number', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['two updates of one path', {}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    ['another _id', {}, { $set: { _id: 2 } }, 66],
    ['adding to a string', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['pushing to a number', { a: 1 }, { $push: { a: 1 } }, 2],
    ['an unknown operator', {}, { $nonsense: { a: 1 } }, 9],
    ['a dollar in a path', {}, { $set: { 'a.$b': 1 } }, 52],
    ['an identifier without its filter', { a: [] }, { $set: { 'a.$[x]': 1 } }, 2],
  ])('rejects %s', async (_name, before, update, code) => {
    await expect(apply(before, update)).rejects.toMatchObject({ code });
  });

  it.each<[string, Document, Document]>([
    ['a negation', { a: [1, 5] }, { a: { $not: { $gt: 9 } } }],
    ['an inequality', { a: [1, 5] }, { a: { $ne: 9 } }],
    ['existence', { a: [1, 5] }, { a: { $exists: true } }],
    ['absence', { a: [{ k: 1 }, {}] }, { 'a.v': { $exists: false } }],
    ['a length', { a: [1] }, { a: { $size: 1 } }],
    ['the type of the array', { a: [1, 5] }, { a: { $type: 'array' } }],
    ['equality with the array', { a: [5] }, { a: [5] }],
    ['a comparison of whole arrays', { a: [1, 5] }, { a: { $gte: [0] } }],
  ])('rejects $ if the document was matched by %s', async (_name, before, filter) => {
    await expect(apply(before, { $set: { 'a.$': 9 } }, filter)).rejects.toMatchObject({ code: 2 });
  });

  it('upserts the equalities of the filter, with $setOnInsert', async () => {
    const things = store.db.collection<Document>('upserted');
    const result = await things.updateOne(
      { _id: 7 as never, 'a.b': 1, c: { $gt: 1 } },
      { $set: { d: 1 }, $setOnInsert: { e: 2 } },
      { upsert: true },
    );
    expect(result).toMatchObject({ matchedCount: 0, upsertedId: 7, upsertedCount: 1 });
    expect(await things.findOne({})).toEqual({ _id: 7, a: { b: 1 }, d: 1, e: 2 });
  });
});
