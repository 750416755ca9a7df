import { Decimal128, type Document, Double, Long, MaxKey, MinKey, ObjectId } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type TestStore } from './test-store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

/** The positions of the documents that the filter finds, in the order of the sort. */
async function positions(
  documents: Document[],
  filter: Document,
  sort: Record<string, 1 | -1> = { _id: 1 },
): Promise<unknown[]> {
  const things = store.db.collection('things');
  await things.deleteMany({});
  await things.insertMany(documents.map((document, i) => ({ _id: i as never, ...document })));
  return await things
    .find(filter, { sort: { ...sort, _id: 1 } })
    .map(({ _id }) => _id)
    .toArray();
}

const big = Long.fromString('9007199254740993');

describe('a filter', () => {
  it.each<[string, Document, Document[], number[]]>([
    [
      'finds null and missing by null, but not an empty array',
      { a: null },
      [{ a: null }, {}, { a: [] }, { a: [null] }, { a: 0 }],
      [0, 1, 3],
    ],
    [
      'finds an array by null below it if one of its documents lacks the field',
      { 'a.b': null },
      [{ a: [{ b: 1 }, {}] }, { a: [1] }, { a: [] }, { a: 1 }, {}],
      [0, 3, 4],
    ],
    ['treats $gte and $lte of null as equality', { a: { $gte: null } }, [{ a: null }, {}, { a: 1 }], [0, 1]],
    ['finds nothing by $gt of null', { a: { $gt: null } }, [{ a: null }, {}, { a: 1 }], []],
    [
      'takes a number in a path as a position or a field name',
      { 'a.0': 1 },
      [{ a: [1, 2] }, { a: [2, 1] }, { a: { 0: 1 } }, { a: [{ 0: 1 }] }],
      [0, 2, 3],
    ],
    ['finds a scalar by $all of one value', { a: { $all: [1] } }, [{ a: 1 }, { a: [1, 2] }, { a: [2] }], [0, 1]],
    ['applies $size to the array itself', { a: { $size: 1 } }, [{ a: [[1, 2]] }, { a: 1 }, { a: [] }], [0]],
    [
      'applies $type to the elements and to the array',
      { a: { $type: 'array' } },
      [{ a: [] }, { a: [[1]] }, { a: 1 }],
      [0, 1],
    ],
    [
      'does not apply $elemMatch with field conditions to scalars',
      { a: { $elemMatch: { $gt: 1 } } },
      [{ a: 2 }, { a: [2] }, { a: [[2]] }],
      [1],
    ],
    [
      'compares numbers of all types by value',
      { a: { $gt: new Double(9007199254740992) } },
      [{ a: big }, { a: Decimal128.fromString('9007199254740992.5') }, { a: 9007199254740992 }],
      [0, 1],
    ],
    [
      'finds only NaN by NaN',
      { a: Number.NaN },
      [{ a: Number.NaN }, { a: 0 }, { a: Decimal128.fromString('NaN') }],
      [0, 2],
    ],
    ['finds NaN as less than nothing', { a: { $lt: 5 } }, [{ a: Number.NaN }, { a: 1 }], [1]],
    ['truncates fractions for $mod', { a: { $mod: [4, 0] } }, [{ a: 4.5 }, { a: 3.9 }, { a: 0.3 }], [0, 2]],
    [
      'compares documents field by field, in order',
      { a: { x: 1, y: 2 } },
      [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }],
      [0],
    ],
    [
      'compares arrays as a whole',
      { a: { $gt: [1, 2] } },
      [{ a: [1, 3] }, { a: [1, 2] }, { a: 5 }, { a: [[1, 3]] }],
      [0, 3],
    ],
    [
      'compares only values of the same kind',
      { a: { $gte: '' } },
      [{ a: '' }, { a: 1 }, { a: new ObjectId() }, { a: true }],
      [0],
    ],
    [
      'finds everything except MinKey as greater than MinKey',
      { a: { $gt: new MinKey() } },
      [{ a: Number.NaN }, {}, { a: null }, { a: new MinKey() }, { a: [] }],
      [0, 1, 2, 4],
    ],
    [
      'finds nothing as less than MinKey',
      { a: { $lt: new MinKey() } },
      [{ a: Number.NaN }, {}, { a: new MinKey() }],
      [],
    ],
    [
      'finds everything as at most MaxKey',
      { a: { $lte: new MaxKey() } },
      [{ a: Number.NaN }, {}, { a: new MaxKey() }, { a: 'x' }],
      [0, 1, 2, 3],
    ],
    ['excludes arrays that contain the value by $ne', { a: { $ne: 1 } }, [{ a: [1, 2] }, { a: [2] }, {}], [1, 2]],
    ['treats names of Object.prototype as field names', { constructor: 1 }, [{ constructor: 1 }, {}], [0]],
    [
      'matches $ in a regex before a final line break',
      { a: { $regex: 'x$' } },
      [{ a: 'x' }, { a: 'x\n' }, { a: 'x\ny' }],
      [0, 1],
    ],
    [
      'matches . in a regex with anything except a line feed',
      { a: { $regex: '^.$' } },
      [{ a: '\r' }, { a: '\u2028' }, { a: '\n' }, { a: '😀' }],
      [0, 1, 3],
    ],
  ])('%s', async (_name, filter, documents, found) => {
    expect(await positions(documents, filter)).toEqual(found);
  });
});

describe('a sort', () => {
  it.each<[string, Document[], Record<string, 1 | -1>, number[]]>([
    [
      'orders values by type',
      [
        { a: true },
        { a: new ObjectId() },
        { a: [] },
        { a: {} },
        { a: 'x' },
        { a: 1 },
        {},
        { a: new Date(0) },
        { a: /x/ },
      ],
      { a: 1 },
      [2, 6, 5, 4, 3, 1, 0, 7, 8],
    ],
    ['uses the min element of an array in ascending order', [{ a: [5, 1] }, { a: 2 }, { a: [3] }], { a: 1 }, [0, 1, 2]],
    [
      'uses the max element of an array in descending order',
      [{ a: [5, 1] }, { a: 2 }, { a: [3] }],
      { a: -1 },
      [0, 2, 1],
    ],
    [
      'orders strings by their UTF-8 bytes',
      [{ a: '😀' }, { a: '\uffee' }, { a: 'é' }, { a: 'z' }],
      { a: 1 },
      [3, 2, 1, 0],
    ],
    [
      'orders integers and fractions exactly',
      [{ a: big }, { a: new Double(9007199254740992) }, { a: Decimal128.fromString('9007199254740992.5') }],
      { a: 1 },
      [1, 2, 0],
    ],
    [
      'treats a field below an empty array or a scalar as missing',
      [{ a: [] }, {}, { a: [{ b: [] }] }, { a: [1] }, { a: { b: null } }, { a: [] }],
      { 'a.b': -1 },
      [0, 1, 3, 4, 5, 2],
    ],
  ])('%s', async (_name, documents, sort, order) => {
    expect(await positions(documents, {}, sort)).toEqual(order);
  });

  it('uses the same order in an index through an empty array, whose key equals that of a missing value', async () => {
    const rows = store.db.collection<Document>('within');
    await rows.createIndex({ 'a.b': 1 }, { unique: true });
    await rows.insertMany([
      { _id: 1, a: [{ b: 1 }] },
      { _id: 2, a: [] },
      { _id: 3, a: [{ b: [] }] },
    ] as never[]);
    const sorted = rows.find({}, { sort: { 'a.b': 1 }, hint: 'a.b_1' }).map(({ _id }) => _id);
    expect(await sorted.toArray()).toEqual([3, 2, 1]);
    await expect(rows.insertOne({ _id: 4 as never })).rejects.toMatchObject({ code: 11000 });
  });

  it('takes a number in a path as a field name, and rejects it as an array position', async () => {
    expect(await positions([{ a: { 1: 'y' } }, { a: { 1: 'x' } }, {}], {}, { 'a.1': 1 })).toEqual([2, 1, 0]);
    await expect(positions([{ a: ['x', 'y'] }], {}, { 'a.1': 1 })).rejects.toMatchObject({ code: 115 });
  });
});

it('a stored document keeps the type of each number and the order of its fields', async () => {
  const things = store.db.collection('kept');
  const document = {
    _id: 1 as never,
    '10': new Double(3),
    '9': Long.fromNumber(5),
    b: Decimal128.fromString('1.50'),
    a: 7,
  };
  await things.insertOne(document);
  await things.updateOne({ _id: 1 as never }, { $inc: { a: 1 }, $set: { __proto_: 1 } });
  const found = (await things.findOne({}, { promoteValues: false })) as Document;
  expect(Object.keys(found)).toEqual(expect.arrayContaining(['_id', 'b', 'a']));
  expect(found['10']._bsontype).toBe('Double');
  expect(found['9']._bsontype).toBe('Long');
  expect(String(found.b)).toBe('1.50');
});

describe('the planner', () => {
  it('treats a regex prefix as a range, not as a single value', async () => {
    const rows = store.db.collection<Document>('prefixes');
    await rows.createIndex({ a: 1, b: 1 });
    await rows.insertMany([
      { _id: 3, a: 'ta', b: 1 },
      { _id: 1, a: 'tb', b: 1 },
      { _id: 2, a: 'tc', b: 2 },
    ] as never[]);
    const ids = async (filter: Document) => (await rows.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
    expect(await ids({ a: /^t/ })).toEqual([1, 2, 3]);
    expect(await ids({ a: /^t/, b: 1 })).toEqual([1, 3]);
    expect(await ids({ a: { $regex: '^t', $gte: 'tb' } })).toEqual([1, 2]);
  });
});
