import { EJSON } from 'bson';
import fc from 'fast-check';
import { type Collection, type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { tries } from '../support/runs.ts';
import * as arbitrary from './arbitraries.ts';
import { openStore, type TestStore } from './test-store.ts';

/*
 * Random questions over random documents, asked of this store and of DocumentDB: the same answer, or both refuse.
 * Runs when TEST_DOCUMENTDB_URI is set. Left out is what DocumentDB 1.0 answers otherwise than MongoDB's manual says:
 *
 * - an ascending sort puts an empty array below null (Comparison/Sort Order: "treats an empty array as less than null");
 *   a sort by two parallel arrays is an error;
 * - `$count` of no documents gives no document; a `$group` by a missing value gives `_id: null`; `$addToSet` of a missing
 *   value adds nothing; excluding `a.b` adds no `a`;
 * - a `$lookup` with a pipeline still joins when the local field is missing (it is null then);
 * - new fields of an update come in the order of their names (Update Operators, since 5.0);
 * - within `$elemMatch`, `$gte` and `$lte` of null do not find a missing field, which they do outside of it;
 * - `$pull`, `$unset` and `$rename` of a path that leads nowhere do nothing, `$push` with `$slice: 0` makes an array.
 */
const uri = process.env.TEST_DOCUMENTDB_URI;

type Ask<Q> = (collection: Collection<Document>, question: Q) => Promise<unknown>;

describe.skipIf(uri === undefined)('beside DocumentDB', { timeout: 300_000 }, () => {
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

  it('finds the same documents', () =>
    compare(arbitrary.filter.filter(comparableFilter), (collection, filter) =>
      collection.find(filter, { sort: { _id: 1 }, projection: { _id: 1 } }).toArray(),
    ));

  it('sorts in the same order', () =>
    compare(arbitrary.sort.filter(byOneField), (collection, sort) => {
      const withoutEmpty = { $nor: Object.keys(sort).map((path) => ({ [path]: { $size: 0 } })) };
      return collection.find(withoutEmpty, { sort: { ...sort, _id: 1 }, projection: { _id: 1 } }).toArray();
    }));

  it('updates to the same documents', () =>
    compare(
      fc.tuple(fc.nat(3), arbitrary.update.filter(comparableUpdate)),
      async (collection, [_id, update]) => {
        const before = (await collection.findOne({ _id: _id as never }, raw)) as Document;
        const after = await collection.findOneAndUpdate({ _id: _id as never }, update, {
          returnDocument: 'after',
          ...raw,
        });
        await collection.replaceOne({ _id: _id as never }, before);
        return inNameOrder(after);
      },
      false,
    ));

  it('answers pipelines with the same documents', () =>
    compare(
      arbitrary.pipeline.filter(comparablePipeline),
      async (collection, pipeline) => {
        const found = await collection.aggregate([{ $sort: { _id: 1 } }, ...pipeline], raw).toArray();
        return found.map((document) => show(withoutOrder(document))).sort();
      },
      false,
    ));

  /** Fills both with the same documents and asks twenty questions, for each of the worlds. */
  async function compare<Q>(question: fc.Arbitrary<Q>, ask: Ask<Q>, strict = true): Promise<void> {
    const world = fc.tuple(
      fc.array(arbitrary.document, { minLength: 6, maxLength: 10 }),
      fc.array(question, { minLength: 20, maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(world, async ([documents, questions]) => {
        const numbered = documents.map((document, i) => ({ _id: i, ...document }));
        const sides = [store.client, other].map((client) => client.db(database).collection<Document>('things'));
        for (const side of sides) await fill(side, numbered);
        for (const one of questions) {
          const [here, there] = await Promise.all(sides.map((side) => answer(side, ask, one)));
          // In what may be refused, DocumentDB is no judge: it takes `$inc` of a boolean, and evaluates in another order.
          if (!strict && (here === 'refused' || there === 'refused')) continue;
          if (here !== there) throw new Error(`${show(one)}\nover ${show(numbered)}\nhere:  ${here}\nthere: ${there}`);
        }
      }),
      { ...tries(15), endOnFailure: true },
    );
  }
});

async function fill(collection: Collection<Document>, documents: Document[]): Promise<void> {
  for (const name of ['things', 'other']) {
    const one = collection.db.collection<Document>(name);
    await one.deleteMany({});
    await one.insertMany(documents);
  }
}

async function answer<Q>(collection: Collection<Document>, ask: Ask<Q>, question: Q): Promise<string> {
  try {
    return show(await ask(collection, question));
  } catch (error) {
    if ((error as { code?: unknown }).code === undefined) throw error;
    return 'refused';
  }
}

const raw = { promoteValues: false, promoteBuffers: false } as const;

function show(value: unknown): string {
  return EJSON.stringify(value as Document, { relaxed: false });
}

function byOneField(sort: Document): boolean {
  return Object.keys(sort).length === 1;
}

function comparableFilter(filter: Document | Document[]): boolean {
  return !/"\$elemMatch".*"\$[gl]te":null/.test(show(filter));
}

function comparableUpdate(update: Document): boolean {
  return !/\$(?:pull|pullAll|unset|rename|pop|each)"/.test(show(update));
}

/** Where a stage would meet one of the differences above. */
function comparablePipeline(pipeline: Document[]): boolean {
  if (!comparableFilter(pipeline)) return false;
  return !/"\$(?:count|addToSet|unset|concat|lookup|add|subtract|multiply)"|:\{"\$numberInt":"0"\}\}\}/.test(
    show(pipeline),
  );
}

function inNameOrder(value: unknown): unknown {
  const plain = JSON.parse(show(value)) as unknown;
  return sortedNames(plain);
}

function sortedNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedNames);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sortedNames(field)]),
  );
}

/** What is united or pushed out of a group has no order to rely on. */
function withoutOrder(document: Document): Document {
  return Array.isArray(document.x) ? { ...document, x: document.x.map(show).sort() } : document;
}
