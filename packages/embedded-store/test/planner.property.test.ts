import { EJSON } from 'bson';
import fc from 'fast-check';
import type { Collection, Document, IndexSpecification } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filter, document as randomDocument, sort } from './arbitraries.ts';
import { tries } from './runs.ts';
import { openStore, type TestStore } from './test-store.ts';

const indexes: [IndexSpecification, Document?][] = [
  [{ a: 1 }],
  [{ b: -1 }],
  [{ 'a.b': 1, 'a.c': -1 }],
  [{ b: 1, a: -1, _id: -1 }],
  [{ c: 1, b: 1 }, { sparse: true }],
  [{ 'a.b.c': 1 }, { sparse: true }],
  [{ 'c.a': -1, _id: 1 }],
  [{ a: 1, c: 1 }, { partialFilterExpression: { a: { $gt: 0 } } }],
  [{ b: 1 }, { partialFilterExpression: { c: { $exists: true } }, name: 'b where c' }],
];

/** Omits documents with parallel arrays, which one compound index cannot contain. */
async function fill(collections: Collection<Document>[], documents: Document[]) {
  const [indexed, bare] = collections as [Collection<Document>, Collection<Document>];
  await Promise.all(collections.map((collection) => collection.deleteMany({})));
  for (const [i, document] of documents.entries()) {
    const numbered = { _id: i as never, ...document };
    const stored = await indexed.insertOne(numbered).then(
      () => true,
      () => false,
    );
    if (stored) await bare.insertOne(numbered);
  }
}

describe('a collection with indexes', () => {
  let store: TestStore;
  let collections: Collection<Document>[];
  beforeAll(async () => {
    store = await openStore();
    collections = [store.db.collection('indexed'), store.db.collection('bare')];
    for (const [keys, options] of indexes) await collections[0]?.createIndex(keys, options);
  });
  afterAll(() => store.close());

  it('returns the same as one without, for find, sort, skip, limit, count and distinct', {
    timeout: 120_000,
  }, async () => {
    const question = fc.record({
      filter,
      sort: fc.option(sort),
      skip: fc.constantFrom(0, 0, 2),
      limit: fc.constantFrom(0, 1, 3),
    });
    const world = fc.tuple(
      fc.array(randomDocument, { minLength: 5, maxLength: 15 }),
      fc.array(question, { minLength: 10, maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(world, async ([documents, questions]) => {
        await fill(collections, documents);
        for (const { filter: where, sort: order, skip, limit } of questions) {
          const ask = async (collection: Collection<Document>) => ({
            found: await collection.find(where, { sort: { ...order, _id: 1 }, skip, limit }).toArray(),
            counted: await collection.countDocuments(where),
            distinct: await collection.distinct('a', where),
          });
          const [indexed, bare] = await Promise.all(
            collections.map((collection) => ask(collection).catch((error) => error.code)),
          );
          expect(EJSON.stringify(indexed), EJSON.stringify({ where, order, skip, limit })).toBe(EJSON.stringify(bare));
        }
        for (const collection of collections)
          expect(await store.db.command({ validate: collection.collectionName })).toMatchObject({ valid: true });
      }),
      tries(30),
    );
  });

  it.each([1, -1] as const)('finds documents by truncated keys in an index that ends in _id: %i', async (direction) => {
    const long = store.db.collection(`long ${direction}`);
    await long.createIndex({ text: 1, _id: direction }, { unique: true });
    const texts = ['short', 'x'.repeat(2000), `${'x'.repeat(2000)}y`];
    await long.insertMany(texts.map((text, i) => ({ _id: i as never, text })));
    await long.updateOne({ _id: 1 as never }, { $set: { text: `${'x'.repeat(2000)}z` } });
    for (const [i, text] of ['short', `${'x'.repeat(2000)}z`, `${'x'.repeat(2000)}y`].entries())
      expect(await long.find({ text }, { hint: `text_1__id_${direction}` }).toArray()).toMatchObject([{ _id: i }]);
    expect(await long.find({ text: 'x'.repeat(2000) }).toArray()).toEqual([]);
    expect(await store.db.command({ validate: long.collectionName })).toMatchObject({ valid: true });
  });
});
