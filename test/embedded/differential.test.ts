import { EJSON } from 'bson';
import fc from 'fast-check';
import { type Collection, type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, it } from 'vitest';
import * as arbitrary from './arbitraries.ts';
import { openStore, type TestStore } from './test-store.ts';

/*
 * Random questions over random documents, asked of this store and of DocumentDB: the same answer, or both refuse.
 * Needs TEST_DOCUMENTDB_URI. `known-differences.ts` lists where DocumentDB is the one that is wrong.
 */
const uri = process.env.TEST_DOCUMENTDB_URI;
const runs = Number(process.env.TEST_RUNS ?? 300);

describe.skipIf(uri === undefined)('against DocumentDB', () => {
  let store: TestStore;
  let other: MongoClient;
  const database = `differential_${process.pid}`;
  beforeAll(async () => {
    store = await openStore();
    other = await new MongoClient(uri as string).connect();
  });
  afterAll(async () => {
    await other?.db(database).dropDatabase();
    await other?.close();
    await store?.close();
  });

  const collections = () => [store.client, other].map((client) => client.db(database).collection<Document>('things'));

  /** Fills both, sixteen questions for each filling, since that is what takes time. */
  async function compare<Q>(
    question: fc.Arbitrary<Q>,
    ask: (collection: Collection<Document>, q: Q) => Promise<unknown>,
  ) {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitrary.document, { minLength: 4, maxLength: 12 }),
        fc.array(question, { minLength: 12, maxLength: 16 }),
        async (documents, questions) => {
          const [own, theirs] = collections() as [Collection<Document>, Collection<Document>];
          const numbered = documents.map((document, i) => ({ _id: i as never, ...document }));
          for (const collection of [own, theirs]) {
            for (const name of ['things', 'other']) {
              const one = collection.db.collection<Document>(name);
              await one.deleteMany({});
              await one.insertMany(numbered);
            }
          }
          for (const q of questions) {
            const [mine, expected] = [await answer(own, q), await answer(theirs, q)];
            if (mine !== expected) {
              throw new Error(`${show(q)}\nover ${show(numbered)}\nhere:  ${mine}\nthere: ${expected}`);
            }
          }
          async function answer(collection: Collection<Document>, q: Q): Promise<string> {
            try {
              return show(await ask(collection, q));
            } catch (error) {
              if ((error as { code?: unknown }).code === undefined) throw error;
              return 'refused';
            }
          }
        },
      ),
      {
        numRuns: Math.ceil(runs / 14),
        ...(process.env.TEST_SEED === undefined ? {} : { seed: Number(process.env.TEST_SEED) }),
      },
    );
  }

  const raw = { promoteValues: false, promoteBuffers: false } as const;
  const show = (value: unknown) => EJSON.stringify(value as Document, { relaxed: false });

  it('finds the same documents', async () => {
    await compare(arbitrary.filter, (collection, filter) =>
      collection.find(filter, { sort: { _id: 1 }, projection: { _id: 1 } }).toArray(),
    );
  }, 600_000);

  it('sorts in the same order', async () => {
    await compare(arbitrary.sort, (collection, sort) =>
      collection.find({}, { sort: { ...sort, _id: 1 }, projection: { _id: 1 } }).toArray(),
    );
  }, 600_000);

  it('updates to the same documents', async () => {
    await compare(fc.tuple(fc.nat(3), arbitrary.update), async (collection, [_id, update]) => {
      const result = await collection.findOneAndUpdate({ _id: _id as never }, update, {
        returnDocument: 'after',
        ...raw,
      });
      await collection.replaceOne({ _id: _id as never }, { a: _id });
      return result;
    });
  }, 600_000);

  it('answers pipelines with the same documents', async () => {
    await compare(arbitrary.pipeline, async (collection, pipeline) => {
      const found = await collection.aggregate([{ $sort: { _id: 1 } }, ...pipeline], raw).toArray();
      return found.map((document) => show(unordered(document))).sort();
    });
  }, 600_000);
});

/** Sets have no order; nor has what is pushed, after a group. */
function unordered(document: Document): Document {
  const x = document.x;
  return Array.isArray(x)
    ? { ...document, x: x.map((item) => EJSON.stringify(item, { relaxed: false })).sort() }
    : document;
}
