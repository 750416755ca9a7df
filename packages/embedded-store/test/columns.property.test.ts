import { EJSON } from 'bson';
import fc from 'fast-check';
import type { ClientSession, Collection, Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tries } from './runs.ts';
import { openStore, type TestStore } from './test-store.ts';

/*
 * A read without a snapshot decodes documents. One of a snapshot runs over columns once they are kept, here after the
 * first read of one document. Both must give the same.
 */

let store: TestStore;
beforeAll(async () => {
  store = await openStore(undefined, { columnsFromReads: 1 });
  const values = ['a', 'b', '', -1, 1, 2, 2.5, null, ['c', 7], { e: 1 }];
  await store.db
    .collection<any>('others')
    .insertMany(values.flatMap((f, i) => values.map((g, j) => ({ _id: i * 10 + j, f, g }))));
});
afterAll(() => store.close());

const tag = fc.constantFrom('a', 'b', 'c', '');
const number = fc.constantFrom(-1, 0, 1, 2, 2.5, 7, null);
const scalar = fc.oneof(tag, number);
const inner = fc.record(
  { a: scalar, b: fc.array(tag, { maxLength: 2 }), c: fc.record({ e: scalar }) },
  { requiredKeys: [] },
);
const fields = fc.record(
  {
    tag: fc.oneof({ weight: 4, arbitrary: tag }, { weight: 1, arbitrary: scalar }),
    n: number,
    list: fc.oneof({ weight: 4, arbitrary: fc.array(scalar, { maxLength: 3 }) }, { weight: 1, arbitrary: scalar }),
    d: fc.oneof({ weight: 6, arbitrary: inner }, { weight: 1, arbitrary: scalar }),
    // Paths into an array cannot be kept.
    deep: fc.oneof(inner, fc.array(inner, { maxLength: 2 })),
  },
  { requiredKeys: [] },
);

const path = fc.constantFrom('tag', 'n', 'list', 'd', 'd.a', 'd.b', 'd.c.e', 'x', 'deep.a');
const test = fc.oneof(
  scalar.map((value) => ({ $eq: value })),
  fc.array(scalar, { maxLength: 2 }).map((values) => ({ $in: values })),
  number.filter((value) => value !== null).map((value) => ({ $gte: value })),
  fc.boolean().map((exists) => ({ $exists: exists })),
);
const single: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(path, test).map(([at, value]) => ({ [at]: value })) },
  // An index leads to few documents.
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 2, 30).map((k) => ({ k })) },
  // For conditions on paths into arrays, documents are read.
  { weight: 1, arbitrary: scalar.map((value) => ({ deep: { $elemMatch: { a: value } } })) },
);
const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: single },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(single, { minLength: 1, maxLength: 3 }))
      .map(([name, all]) => ({ [name]: all })),
  },
);

const value = path.map((at) => `$${at}`);
const expression: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: value },
  fc.tuple(value, value).map((both) => ({ $ifNull: both })),
  fc.tuple(value, value).map(([one, other]) => ({ $cond: [{ $gt: [one, 1] }, other, null] })),
  fc.tuple(value, value).map(([a, b]) => ({ a, b })),
  value.map((one) => ({ $type: one })),
);
const stage: fc.Arbitrary<Document> = fc.oneof(
  filter.map(($match) => ({ $match })),
  fc.tuple(fc.constantFrom('x', 'tag', 'd'), expression).map(([name, $set]) => ({ $set: { [name]: $set } })),
  fc.constantFrom('list', 'x', 'd').map((name) => ({ $unwind: `$${name}` })),
);
const end: fc.Arbitrary<Document> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        expression,
        fc.array(fc.tuple(fc.constantFrom('$sum', '$min', '$max', '$avg'), expression), { maxLength: 2 }),
      )
      .map(([_id, accumulators]) => ({
        $group: {
          _id,
          count: { $sum: 1 },
          ...Object.fromEntries(accumulators.map(([name, operand], i) => [`f${i}`, { [name]: operand }])),
        },
      })),
  },
  fc.constant({ $count: 'n' }),
  expression.map((v) => ({ $project: { _id: 0, v } })),
);
/** A join of which only matters whether it finds something. */
const join = fc
  .tuple(path, fc.constantFrom('f', 'g'), test, fc.boolean())
  .map(([localField, foreignField, f, isFound]): Document[] => [
    { $lookup: { from: 'others', localField, foreignField, pipeline: [{ $match: { f } }, { $limit: 1 }], as: 'j' } },
    { $match: { 'j.0': { $exists: isFound } } },
  ]);
const stages = fc
  .tuple(
    fc.array(stage, { maxLength: 2 }),
    fc.option(join, { nil: [], freq: 3 }),
    fc.array(stage, { maxLength: 1 }),
    end,
  )
  .map(([some, joined, more, last]) => [...some, ...joined, ...more, last]);
const pipeline = fc
  .tuple(
    filter,
    fc.oneof(
      { weight: 2, arbitrary: stages },
      {
        weight: 1,
        arbitrary: fc
          .array(stages, { minLength: 1, maxLength: 3 })
          .map((all) => [{ $facet: Object.fromEntries(all.map((each, i) => [`b${i}`, each])) }]),
      },
    ),
  )
  .map(([$match, rest]) => [{ $match }, ...rest]);

const change = fc.oneof(
  fc.tuple(fc.constant('insert' as const), fields),
  fc.tuple(fc.constant('replace' as const), fields),
  fc.tuple(fc.constant('remove' as const), fc.constant({})),
);

/** The rows of an answer, in an order that does not depend on the plan. */
const inOrder = (rows: Document[]) => rows.map((row) => EJSON.stringify(sorted(row), { relaxed: false })).sort();
const sorted = (row: Document): Document =>
  Object.fromEntries(Object.entries(row).map(([key, each]) => [key, /^b\d$/.test(key) ? inOrder(each) : each]));

const failed = { error: true };
const answer = async (rows: Promise<Document[]>) =>
  rows.then(inOrder, (error) => ({ ...failed, code: error.code as number }));

describe('pipelines over columns', () => {
  it('give what they give over documents, after each change and in older snapshots', { timeout: 300_000 }, async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fields, { minLength: 3, maxLength: 40 }),
        fc.array(pipeline, { minLength: 1, maxLength: 3 }),
        fc.array(change, { maxLength: 4 }),
        fc.constantFrom(1, 1, 8),
        async (documents, pipelines, changes, times) => {
          const things: Collection<any> = store.db.collection(`things${made++}`);
          await things.createIndexes([
            { key: { tag: 1, n: 1 } },
            { key: { list: 1 } },
            { key: { 'd.a': 1 } },
            { key: { 'deep.a': 1 } },
            { key: { k: 1 } },
          ]);
          const all = Array.from({ length: times }, () => documents).flat();
          await things.insertMany(all.map((document, i) => ({ _id: i, k: i % 40, ...document })));
          const old = store.client.startSession({ snapshot: true });
          const before = [];
          for (const each of pipelines) before.push(await answer(things.aggregate(each, { session: old }).toArray()));
          const compare = async () => {
            for (const each of pipelines) {
              const session = store.client.startSession({ snapshot: true });
              const byDocuments = await answer(things.aggregate(each).toArray());
              // The first one asks for columns.
              for (let n = 0; n < 2; n++)
                expect(await answer(things.aggregate(each, { session }).toArray())).toEqual(byDocuments);
              await session.endSession();
            }
          };
          await compare();
          for (const [i, [kind, document]] of changes.entries()) {
            if (kind === 'insert') await things.insertOne({ _id: 1000 + i, ...document });
            else if (kind === 'replace') await things.replaceOne({ _id: i }, document);
            else await things.deleteOne({ _id: i });
            await compare();
          }
          for (const [i, each] of pipelines.entries())
            expect(await answer(things.aggregate(each, { session: old }).toArray())).toEqual(before[i]);
          await old.endSession();
          await things.drop();
        },
      ),
      tries(100),
    );
  });

  it('tell the conditions apart that documents must meet, also after many more were inserted', async () => {
    const things: Collection<any> = store.db.collection('apart');
    const insert = (from: number, to: number) =>
      things.insertMany(
        Array.from({ length: to - from }, (_, i) => ({
          _id: from + i,
          at: { type: 'Point', coordinates: [i % 20, i % 10] },
          n: i % 97,
          deep: [
            { a: i % 5, b: ['x', 'y'][i % 2], c: [{ e: i % 3 }] },
            { a: `${i % 7}`, b: i % 4 },
          ].slice(i % 2),
        })),
      );
    await things.createIndexes([{ key: { 'deep.a': 1 } }, { key: { n: 1 } }]);
    await insert(0, 900);
    const conditions: Document[] = [
      ...[0, 1, '1', '6', 9].map((a) => ({ 'deep.a': a })),
      ...[1, 'x', { $ne: 1 }, { $not: { $gte: 2 } }, { $type: 'string' }, { $type: 'int' }].map((b) => ({
        'deep.b': b,
      })),
      ...[{ $regex: '^x' }, { $regex: '^X' }, { $regex: '^X', $options: 'i' }, { $mod: [2, 0] }, { $mod: [2, 1] }].map(
        (b) => ({
          'deep.b': b,
        }),
      ),
      ...[{ $in: [1, 2] }, { $in: ['1', '2'] }, { $in: [2, 1, 3] }, { $gt: 2 }, { $lt: 2 }].map((a) => ({
        'deep.a': a,
      })),
      ...[{ a: 1 }, { a: { $gte: 2 } }, { b: 1 }, { a: 1, b: 'x' }].map((each) => ({ deep: { $elemMatch: each } })),
      ...[1, 5].map((radius) => ({ at: { $geoWithin: { $centerSphere: [[3, 3], radius / 60] } } })),
      // An index leads to few documents, and other parts of the filter are judged already.
      ...[5, 6].flatMap((n) => [
        { n, 'deep.b': 1 },
        { n, 'deep.a': '1' },
        { 'deep.a': 1, n: { $lt: n } },
      ]),
      { deep: { $size: 1 }, 'deep.c.e': 1 },
      { deep: { $size: 2 }, 'deep.c.e': 1 },
      { 'deep.c.e': { $exists: true } },
      { 'deep.c.e': { $exists: false } },
      { $or: [{ 'deep.a': 1 }, { 'deep.b': 1 }] },
      { $nor: [{ 'deep.a': 1 }, { 'deep.b': 1 }] },
      { $and: [{ 'deep.a': 1 }, { $expr: { $eq: [{ $size: '$deep' }, 1] } }] },
      { $and: [{ 'deep.a': 1 }, { $expr: { $eq: [{ $size: '$deep' }, 2] } }] },
    ];
    const count = async (condition: Document, session?: ClientSession) =>
      (await things.aggregate([{ $match: condition }, { $count: 'n' }], session ? { session } : {}).toArray())[0]?.n ??
      0;
    const compare = async () => {
      for (const condition of [...conditions, ...conditions.toReversed()]) {
        const session = store.client.startSession({ snapshot: true });
        expect([condition, await count(condition, session)]).toEqual([condition, await count(condition)]);
        await session.endSession();
      }
    };
    await compare();
    await insert(900, 2500);
    await compare();
    await things.updateMany({ _id: { $lt: 50 } }, { $set: { 'deep.0.a': 1 } });
    await compare();
  });

  it('show what another process writes, also after a write that changed nothing', async () => {
    const things: Collection<any> = store.db.collection('shared');
    await things.insertMany([
      { _id: 1, tag: 'a' },
      { _id: 2, tag: 'b' },
    ]);
    const other = await openStore(store.dataDir);
    const count = async () => {
      const session = store.client.startSession({ snapshot: true });
      const rows = await things.aggregate([{ $group: { _id: '$tag', n: { $sum: 1 } } }], { session }).toArray();
      await session.endSession();
      return rows.reduce((sum, { n }) => sum + n, 0);
    };
    for (let n = 2; n < 5; n++) {
      for (let turn = 0; turn < 3; turn++) expect(await count()).toBe(n);
      await things.updateMany({ tag: 'none' }, { $set: { tag: 'c' } });
      await other.db.collection<any>('shared').insertOne({ _id: n + 1, tag: 'a' });
      expect(await count()).toBe(n + 1);
    }
    await other.stop();
  });
});
