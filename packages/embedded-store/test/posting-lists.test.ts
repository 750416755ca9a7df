import fc from 'fast-check';
import type { Collection, Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tries } from './runs.ts';
import { openStore, type TestStore } from './test-store.ts';

/*
 * Queries for documents that have strings of several lists in one array. They are answered by intersecting the index
 * entries of the strings, and compared with a search through plain objects.
 */

interface Thing {
  _id: string;
  tags: string[];
  /** Not unique, so that ids decide. */
  at: string;
  rank: number;
}

/** The share of things with each tag: some are in most things, some in hardly any, one in none. */
const shares = { most: 0.8, half: 0.5, many: 0.3, some: 0.08, few: 0.01, one: 0.001, none: 0 };
const count = 3000;

function thing(number: number, chance: (step: number) => number): Thing {
  const tags = Object.entries(shares).flatMap(([tag, share], i) => (chance(i) < share ? [tag] : []));
  return {
    _id: `thing-${(number * 7919) % 10_007}`,
    tags: ['x', ...tags],
    at: `day ${Math.floor(chance(20) * 400)}`,
    rank: number % 7,
  };
}

/** A number from 0 to 1 that looks random, and is the same in each run. */
const chanceOf = (number: number) => (step: number) => {
  const hash = Math.imul(number * 31 + step + 1, 0x9e3779b1) >>> 0;
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0) / 2 ** 32;
};

const things = Array.from({ length: count }, (_, number) => thing(number, chanceOf(number)));

const tag = fc.constantFrom(...Object.keys(shares));
const list = fc.uniqueArray(tag, { minLength: 1, maxLength: 4 });
const question = fc.record({
  required: fc.array(list, { minLength: 1, maxLength: 4 }),
  excluded: fc.option(list, { nil: null }),
  ranks: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }), { nil: null }),
  scored: list,
  limit: fc.constantFrom(1, 3, 20, 10_000),
  sort: fc.constantFrom<Record<string, 1 | -1>>(
    { at: -1, _id: -1 },
    { at: 1, _id: 1 },
    { _id: 1 },
    { score: -1, _id: 1 },
  ),
});
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never;

function filterOf({ required, excluded, ranks }: Question): Document {
  return {
    $and: required.map((tags) => ({ tags: { $in: tags } })),
    ...(excluded && { $nor: [{ tags: { $in: excluded } }] }),
    ...(ranks && { rank: { $in: ranks } }),
  };
}

function meets({ required, excluded, ranks }: Question, { tags, rank }: Thing): boolean {
  const hasAny = (list: readonly string[]) => list.some((each) => tags.includes(each));
  return required.every(hasAny) && !(excluded && hasAny(excluded)) && (!ranks || ranks.includes(rank));
}

/** Different for different sets of tags. */
const scoreOf = ({ scored }: Question, tags: readonly string[]) =>
  scored.reduce((sum, each, i) => sum + (tags.includes(each) ? 2 ** i : 0), 0);
const scoreExpression = ({ scored }: Question) => ({
  $add: scored.map((each, i) => ({ $cond: [{ $in: [each, '$tags'] }, 2 ** i, 0] })),
});

describe('the documents that have strings of several lists', () => {
  let store: TestStore;
  let collection: Collection<Thing>;
  beforeAll(async () => {
    store = await openStore();
    collection = store.db.collection('things');
    await collection.createIndex({ tags: 1, at: -1, _id: -1 });
    await collection.insertMany(things);
  });
  afterAll(() => store.close());

  it('are found, counted, scored and sorted as by a search through all', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const { limit, sort } = asked;
        const expected = things
          .filter((each) => meets(asked, each))
          .map((each) => ({ _id: each._id, at: each.at, score: scoreOf(asked, each.tags) }))
          .sort((a, b) => {
            for (const [path, direction] of Object.entries(sort) as ['_id' | 'at' | 'score', number][]) {
              if (a[path] !== b[path]) return a[path] < b[path] ? -direction : direction;
            }
            return 0;
          });
        const match = { $match: filterOf(asked) };
        const project = { $project: { at: 1, score: scoreExpression(asked) } };
        const ranked = await collection.aggregate([match, project, { $sort: sort }, { $limit: limit }]).toArray();
        expect(ranked).toEqual(expected.slice(0, limit));
        const scores = await collection.aggregate([match, { $project: { score: scoreExpression(asked) } }]).toArray();
        expect(new Map(scores.map(({ _id, score }) => [_id, score]))).toEqual(
          new Map(expected.map(({ _id, score }) => [_id, score])),
        );
        expect(scores).toHaveLength(expected.length);
        expect(await collection.countDocuments(filterOf(asked) as never)).toBe(expected.length);
        if ('score' in sort) return;
        const found = await collection.find(filterOf(asked) as never, { sort, limit, batchSize: 50 }).toArray();
        expect(found.map(({ _id }) => _id)).toEqual(expected.slice(0, limit).map(({ _id }) => _id));
      }),
      tries(60),
    );
  });

  it.each([
    ['a frequent and a rare one', ['most'], ['few']],
    ['a rare and a frequent one', ['few'], ['half', 'most']],
  ])('are found without reading all entries: %s', async (_what, ...required) => {
    const pipeline = [
      { $match: { $and: required.map((tags) => ({ tags: { $in: tags } })) } },
      { $project: { _id: 1 } },
    ];
    const { executionStats } = await store.db.command({
      explain: { aggregate: 'things', pipeline, cursor: {} },
      verbosity: 'executionStats',
    });
    const few = things.filter(({ tags }) => tags.includes('few')).length;
    expect(executionStats.totalDocsExamined).toBe(0);
    expect(executionStats.totalKeysExamined).toBeLessThan(10 * few);
  });

  it('are each returned once by a cursor, whatever is written between its batches', async () => {
    const growing = store.db.collection<Document>('growing');
    await growing.createIndex({ tags: 1, at: 1, _id: 1 });
    const made = (number: number, tags: string[]) => ({ _id: number as never, tags, at: `${10_000 + number}` });
    await growing.insertMany(Array.from({ length: 400 }, (_, i) => made(i * 10, i % 3 ? ['a', 'b', 'x'] : ['a', 'c'])));
    const cursor = growing.find(
      { $and: [{ tags: { $in: ['a', 'd'] } }, { tags: { $in: ['b', 'd'] } }] },
      { sort: { at: 1, _id: 1 }, batchSize: 7 },
    );
    const found: number[] = [];
    for (let batch = 0; batch < 20; batch++) {
      for (let i = 0; i < 7; i++) found.push((await cursor.next())?._id as never);
      const last = found.at(-1) as number;
      // One that was not found yet is removed, and others appear before and behind, with a string that was in none.
      const next = [1, 2].map((step) => last + step * 10).find((id) => (id / 10) % 3 !== 0) as number;
      await growing.deleteOne({ _id: next as never });
      await growing.insertMany([made(last - 5, ['a', 'b']), made(last + 5, ['d']), made(last + 6, ['a'])]);
    }
    found.push(...(await cursor.toArray()).map(({ _id }) => _id as never));
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    const stored = await growing.find({}, { sort: { _id: 1 } }).toArray();
    const lasting = stored.filter(({ _id, tags }) => (_id as never as number) % 10 === 0 && tags.includes('b'));
    expect(found).toEqual(expect.arrayContaining(lasting.map(({ _id }) => _id)));
    expect(found.filter((id) => id % 10 === 5).length).toBeGreaterThan(0);
  });

  it('are found in a transaction, with its own writes', async () => {
    const session = store.client.startSession();
    try {
      session.startTransaction();
      await collection.insertOne({ _id: 'new', tags: ['none', 'few', 'one'], at: 'day 1', rank: 1 }, { session });
      const filter = { $and: [{ tags: { $in: ['none'] } }, { tags: { $in: ['one', 'few'] } }] };
      const found = await collection.find(filter, { session }).toArray();
      expect(found.map(({ _id }) => _id)).toEqual(['new']);
    } finally {
      await session.abortTransaction();
      await session.endSession();
    }
  });
});
