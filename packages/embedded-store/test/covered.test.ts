import { EJSON } from 'bson';
import fc from 'fast-check';
import type { Collection, Document, IndexSpecification } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filter, sort } from './arbitraries.ts';
import { tries } from './runs.ts';
import { openStore, type TestStore } from './test-store.ts';

/*
 * Covered reads must return what the documents would: compares the same queries over a collection with indexes and one
 * without.
 */

const indexes: IndexSpecification[] = [
  { a: 1 },
  { a: -1, b: 1 },
  { 'c.x': 1, 'c.y': -1, a: 1 },
  { tags: 1, b: -1, _id: -1 },
  { b: 1, tags: -1, a: 1 },
];

const words = ['', 'a', 'ab', 'b', 'é', '\0', 'a\0b', '😀'];
const text = fc.constantFrom(...words);
/** Mostly values that keys hold; also null, numbers, documents and arrays, which they do not hold. */
const plain: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 2, arbitrary: fc.constantFrom(true, false, new Date(0), new Date(-1), new Date(1_700_000_000_000)) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 1, 2.5, { x: 'a' }) },
);
const document = fc.record(
  {
    a: plain,
    b: plain,
    c: fc.oneof({ weight: 5, arbitrary: fc.record({ x: plain, y: plain }, { requiredKeys: [] }) }, plain),
    tags: fc.array(text, { maxLength: 5 }),
  },
  { requiredKeys: ['tags'] },
);
const path = fc.constantFrom('a', 'b', 'c.x', 'c.y', 'tags');
const scalar = fc.constantFrom('a', 'b', 'c.x', 'c.y');
const probes = fc.array(text, { minLength: 1, maxLength: 4 });
const membership = fc
  .tuple(fc.constantFrom('$in', '$in', '$nin'), probes)
  .map(([operator, list]) => ({ tags: { [operator]: list } }));
const condition: fc.Arbitrary<Document> = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(scalar, probes).map(([field, $in]) => ({ [field]: { $in } })) },
  { weight: 2, arbitrary: fc.tuple(scalar, text).map(([field, $gte]) => ({ [field]: { $gte } })) },
  { weight: 1, arbitrary: fc.tuple(path, fc.boolean()).map(([field, $exists]) => ({ [field]: { $exists } })) },
  { weight: 4, arbitrary: membership },
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: filter },
);
const where = fc
  .tuple(fc.constantFrom('$and', '$and', '$or'), fc.array(condition, { minLength: 1, maxLength: 3 }))
  .map(([operator, conditions]): Document => ({ [operator]: conditions }));

/** A bit for each probed string, set if it is among the tags. */
const score = probes.map((list) => ({
  $add: [0, ...list.map((word, i) => ({ $cond: [{ $in: [{ $literal: word }, '$tags'] }, 2 ** i, 0] }))],
}));
const stages = fc.oneof<fc.Arbitrary<Document[]>[]>(
  score.map((found) => [{ $project: { found } }]),
  scalar.map((field) => [{ $group: { _id: `$${field}`, n: { $sum: 1 } } }]),
  fc.tuple(scalar, scalar).map(([x, y]) => [{ $group: { _id: { x: `$${x}`, y: `$${y}` }, n: { $sum: 1 } } }]),
  fc.tuple(scalar, path).map(([x, y]) => [{ $group: { _id: `$${x}`, most: { $max: `$${y}` } } }]),
  path.map((field) => [
    { $set: { copy: `$${field}` } },
    { $unwind: '$copy' },
    { $group: { _id: '$copy', n: { $sum: 1 } } },
  ]),
  fc.tuple(path, path).map(([x, y]) => [{ $match: { [x]: { $exists: true } } }, { $project: { _id: 0, [y]: 1 } }]),
  fc.constant([{ $count: 'n' }]),
);

describe('covered reads', () => {
  let store: TestStore;
  let collections: Collection<Document>[];
  beforeAll(async () => {
    store = await openStore();
    collections = [store.db.collection('indexed'), store.db.collection('bare')];
    await collections[0]?.createIndexes(indexes.map((key) => ({ key: key as Record<string, 1 | -1> })));
  });
  afterAll(() => store.close());

  async function same(
    documents: Document[],
    ask: (collection: Collection<Document>) => Promise<unknown>,
    shown: unknown,
  ) {
    const answers = await Promise.all(collections.map((collection) => ask(collection).catch((error) => error.code)));
    const [indexed, bare] = answers.map((answer) => EJSON.stringify(answer));
    expect(indexed, EJSON.stringify({ shown, documents })).toBe(bare);
  }

  async function fill(documents: Document[]) {
    await Promise.all(
      collections.map(async (collection) => {
        await collection.deleteMany({});
        await collection.insertMany(documents.map((one, i) => ({ _id: `${i % 3}-${i}` as never, ...one })));
      }),
    );
  }

  const worlds = fc.tuple(
    fc.array(document, { minLength: 5, maxLength: 20 }),
    fc.array(fc.tuple(where, sort, path, stages), { minLength: 15, maxLength: 25 }),
  );

  it('return what the documents would, in finds, counts, distinct values and pipelines', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async ([documents, questions]) => {
        await fill(documents);
        for (const [condition, order, field, pipeline] of questions) {
          const by: Document = { ...order, _id: 1 };
          const find = (collection: Collection<Document>) =>
            collection.find(condition, { sort: by, projection: { [field]: 1 } }).toArray();
          await same(documents, find, { condition, by, field });
          await same(documents, (collection) => collection.countDocuments(condition), { condition });
          await same(documents, (collection) => collection.distinct(field, condition), { condition, field });
          const asked = [{ $match: condition }, ...pipeline];
          const run = async (collection: Collection<Document>) =>
            (await collection.aggregate(asked).toArray()).map((row) => EJSON.stringify(row)).sort();
          await same(documents, run, asked);
        }
      }),
      tries(25),
    );
  });
});

describe('explain', () => {
  let store: TestStore;
  let things: Collection<Document>;
  beforeAll(async () => {
    store = await openStore();
    things = store.db.collection('things');
    await things.createIndexes([{ key: { kind: 1, name: 1 } }, { key: { tags: 1, name: 1 } }, { key: { n: 1 } }]);
    await things.insertMany(
      Array.from({ length: 40 }, (_, i) => ({
        _id: `thing-${i}` as never,
        kind: i % 2 ? 'odd' : 'even',
        name: `Thing ${i % 10}`,
        tags: i % 4 ? ['a', `t${i % 5}`] : ['b'],
        n: i,
        ...(i % 20 === 0 && { name: null }),
      })),
    );
  });
  afterAll(() => store.close());

  const odd = { $match: { kind: 'odd' } };
  const covered: [string, Document[], number][] = [
    ['fields of an index', [odd, { $project: { name: 1 } }], 0],
    ['a field without _id', [odd, { $project: { _id: 0, name: 1 } }], 0],
    ['groups', [odd, { $group: { _id: '$name', n: { $sum: 1 } } }], 0],
    ['groups of all documents, except those with null', [{ $group: { _id: '$name', n: { $sum: 1 } } }], 2],
    [
      'the strings in an array',
      [
        { $match: { $and: [{ tags: { $in: ['a', 'c'] } }, { tags: { $in: ['t1', 't2'] } }] } },
        { $project: { x: { $cond: [{ $in: ['t1', '$tags'] }, 5, 1] } } },
      ],
      0,
    ],
  ];
  it.each(covered)('reports a covered read for %s', async (_what, pipeline, totalDocsExamined) => {
    const { queryPlanner, executionStats } = await explain(pipeline);
    expect(queryPlanner.winningPlan).toMatchObject({ stage: 'PROJECTION_COVERED', inputStage: { stage: 'IXSCAN' } });
    expect(executionStats).toMatchObject({ totalDocsExamined });
  });

  it.each([
    ['a field that is not in the index', [odd, { $project: { n: 1 } }]],
    ['whole documents', [odd]],
    ['several fields in their order', [odd, { $project: { kind: 1, name: 1 } }]],
    ['an array', [{ $match: { tags: 'a' } }, { $project: { tags: 1 } }]],
  ])('reports a fetch for %s', async (_what, pipeline) => {
    const { queryPlanner } = await explain(pipeline);
    expect(queryPlanner.winningPlan).toMatchObject({ stage: 'FETCH' });
  });

  it('reports that only documents whose entries pass the filter are read', async () => {
    const both = { $match: { $and: [{ tags: { $in: ['a', 'c'] } }, { tags: { $in: ['t1', 't2'] } }] } };
    const { executionStats } = await explain([both]);
    expect(executionStats.totalDocsExamined).toBe(executionStats.nReturned);
    expect(executionStats.nReturned).toBeGreaterThan(0);
  });

  it('an open cursor returns an array that is inserted into the index as an array, not as its elements', async () => {
    const growing = store.db.collection<Document>('growing');
    await growing.createIndex({ a: 1 });
    await growing.insertMany(Array.from({ length: 40 }, (_, i) => ({ a: `v${10 + i}` })));
    const cursor = growing.find({ a: { $gte: 'v' } }, { projection: { _id: 0, a: 1 }, sort: { a: 1 }, batchSize: 2 });
    await cursor.next();
    await growing.insertOne({ a: ['w1', 'w2'] });
    const found = await cursor.toArray();
    expect(found.slice(39)).not.toEqual([]);
    for (const row of found.slice(39)) expect(row).toEqual({ a: ['w1', 'w2'] });
  });

  async function explain(pipeline: Document[]): Promise<Document> {
    const command = { aggregate: 'things', pipeline, cursor: {} };
    return store.db.command({ explain: command, verbosity: 'executionStats' });
  }
});
