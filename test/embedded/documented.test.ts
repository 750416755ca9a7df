import { readFileSync } from 'node:fs';
import { EJSON } from 'bson';
import type { Db, Document } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operators } from '../../src/embedded/pipeline/operators.ts';
import { updateOperators } from '../../src/embedded/write/update-operators.ts';
import { openStore, type TestStore } from './test-store.ts';

/** What `docs/embedded-store.md` says is answered, and refused, asked of a store. */
const page = readFileSync(new URL('../../docs/embedded-store.md', import.meta.url), 'utf8');
const things = parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '') as Document[];
const updated = parse(/^Over `(.*?)`\./ms.exec(page)?.[1] ?? '') as Document;

let store: TestStore;
let db: Db;
beforeAll(async () => {
  store = await openStore();
  db = store.client.db('page');
});
afterAll(() => store.close());
beforeEach(async () => {
  await db.dropDatabase();
  await db.collection('things').createIndex({ at: '2dsphere' });
  await db.collection('things').insertMany(things);
});

const find = (filter: Document) => db.collection('things').find(filter).toArray();
const aggregate = (pipeline: Document[]) => db.collection('things').aggregate(pipeline).toArray();
const project = async (expression: unknown) => (await aggregate([{ $project: { _id: 0, x: expression } }]))[0]?.x;
const createIndex = (index: Document) => db.command({ createIndexes: 'things', indexes: [index] });

/** A write that fails rejects too. */
async function command(body: Document): Promise<Document> {
  const reply = await db.command(body);
  const [error] = reply.writeErrors ?? [];
  if (error !== undefined) throw Object.assign(new Error(error.errmsg), { code: error.code });
  return reply;
}

async function update(change: unknown, filter: Document = {}, arrayFilters?: unknown): Promise<Document | null> {
  await db.collection('updated').insertOne({ ...updated });
  const statement = { q: filter, u: change, ...(arrayFilters === undefined ? {} : { arrayFilters }) };
  await command({ update: 'updated', updates: [statement] });
  return db.collection('updated').findOne({});
}

describe('commands', () => {
  it.each(table('Command', 'Example').filter(([, example]) => example?.startsWith('`')))(
    'answers %s',
    async (_name, example) => {
      const { cursor } = await db.command({ find: 'things', batchSize: 1 }, { promoteLongs: false });
      if (example?.includes('"more"')) await db.createCollection('more');
      if (example?.includes('dropIndexes')) await db.collection('things').createIndex({ size: 1 });
      const body = JSON.parse(code(example), (_key, value) => (value === 'CURSOR' ? cursor.id : value));
      const reply = await db.command(body);
      expect(reply).toMatchObject({ ok: 1 });
      expect(reply).not.toHaveProperty('writeErrors');
    },
  );

  it.each(['commitTransaction', 'abortTransaction'] as const)('answers %s', async (name) => {
    const session = store.client.startSession();
    session.startTransaction();
    await db.collection('things').insertOne({ _id: 4 as never }, { session });
    await session[name]();
    await session.endSession();
    expect(await find({ _id: 4 })).toHaveLength(name === 'commitTransaction' ? 1 : 0);
  });

  it.each(names('Refused command'))('refuses %s', (name, expected) =>
    refuses(() => db.command({ [name]: 'things' }), expected),
  );
  it.each(examples('Refused form'))('refuses %s', (_name, body, expected) =>
    refuses(() => command(body as Document), expected),
  );
});

describe('query operators', () => {
  it.each(table('Query operator', 'Example', 'Finds'))('answers %s %s', async (name, example, ids) => {
    const found = (await find(parse(code(example)) as Document)).map(({ _id }) => Number(_id));
    expect(name.startsWith('`$near') ? found : found.sort()).toEqual(ids?.split(', ').map(Number));
  });
  it.each(examples('Refused query operator'))('refuses %s', (_name, filter, expected) =>
    refuses(() => find(filter as Document), expected),
  );
});

describe('update operators', () => {
  it.each(table('Update operator', 'Example', 'Gives'))('answers %s %s', async (_name, example, gives = '') => {
    const [change, ...others] = spans(example).map(parse);
    const after = await update(
      change,
      others.find((one) => !Array.isArray(one)) as Document,
      others.find((one) => Array.isArray(one)),
    );
    if (!gives.startsWith('`')) return;
    const [given, ...gone] = spans(gives);
    const expected = { ...updated, ...(parse(given ?? '') as Document) };
    for (const name of gone) delete expected[name];
    expect(after).toEqual(expected);
  });
  it.each(examples('Refused update'))('refuses %s', (_name, change, expected) =>
    refuses(() => update(change), expected),
  );
  it('are all on the page', () => {
    const named = table('Update operator', 'Example', 'Gives').map(([name]) => code(name));
    expect([...updateOperators.keys()].filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('stages', () => {
  it.each(table('Stage', 'Example', 'Gives'))('answers %s %s', async (_name, example, gives) =>
    expect(plain(await aggregate(parse(code(example)) as Document[]))).toEqual(parse(code(gives))),
  );
  it.each(names('Refused stage'))('refuses %s', (name, expected) =>
    refuses(() => db.command({ aggregate: 'things', pipeline: [{ [name]: {} }], cursor: {} }), expected),
  );
  it.each(examples('Refused pipeline'))('refuses %s', (_name, pipeline, expected) =>
    refuses(() => aggregate(pipeline as Document[]), expected),
  );
});

describe('expressions', () => {
  it.each(table('Expression', 'Example', 'Gives'))('answers %s', async (_name, example, gives) =>
    expect(plain(await project(parse(code(example))))).toEqual(parse(code(gives))),
  );
  it.each(names('Refused expression'))('refuses %s', (name, expected) =>
    refuses(() => project({ [name]: '$size' }), expected),
  );
  it.each(examples('Refused use of an expression'))('refuses %s', (_name, expression, expected) =>
    refuses(() => project(expression), expected),
  );
  it('are all on the page', () => {
    const named = table('Expression', 'Example', 'Gives').map(([name]) => code(name));
    expect([...operators.keys()].filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('accumulators', () => {
  const group = async (accumulator: unknown) =>
    (await aggregate([{ $sort: { _id: 1 } }, { $group: { _id: null, x: accumulator } }]))[0]?.x;
  it.each(table('Accumulator', 'Example', 'Gives'))('answers %s', async (_name, example, gives) =>
    expect(plain(await group(parse(code(example))))).toEqual(parse(code(gives))),
  );
  it.each(names('Refused accumulator'))('refuses %s', (name, expected) =>
    refuses(() => group({ [name]: '$size' }), expected),
  );
});

describe('indexes', () => {
  it.each(table('Index', 'Example'))('makes one that is %s', async (_name, example) => {
    const index = parse(code(example)) as Document;
    await createIndex(index);
    expect(await db.collection('things').indexes()).toContainEqual(expect.objectContaining(index));
    expect(await db.command({ validate: 'things' })).toMatchObject({ valid: true });
  });
  it.each(examples('Refused index'))('refuses one that is %s', (_name, index, expected) =>
    refuses(() => createIndex(index as Document), expected),
  );
});

describe('limits', () => {
  const insert = (document: Document) => db.collection('limits').insertOne(document);
  const nested = (levels: number) => {
    let document: Document = {};
    for (let i = 0; i < levels; i++) document = { a: document };
    return document;
  };
  const tries: [name: string, reach: (limit: number) => Promise<unknown>][] = [
    ['bytes of a document', (limit) => insert({ _id: 1, a: 'x'.repeat(limit - 22) })],
    ['levels of nesting', (limit) => command({ insert: 'limits', documents: [nested(limit - 2)] })],
    ['bytes of an `_id`', (limit) => insert({ _id: 'x'.repeat(limit - 3) })],
    [
      'indexes of a collection',
      async (limit) => {
        const indexes = Array.from({ length: limit - 1 }, (_, i) => ({ key: { [`a${i}`]: 1 }, name: `a${i}` }));
        await db.command({ createIndexes: 'limits', indexes });
      },
    ],
    [
      'statements of a batch',
      (limit) => db.command({ delete: 'limits', deletes: Array(limit).fill({ q: { _id: 1 }, limit: 1 }) }),
    ],
  ];
  it.each(table('Limit', 'Value', 'Code past it'))('holds to %s', async (name, value, expected) => {
    const [, reach] = tries.find(([start]) => name.startsWith(start)) ?? [];
    if (reach === undefined) throw new Error(`The test does not know how to reach the limit of ${name}`);
    await reach(Number(value));
    await db.collection('limits').drop();
    await refuses(() => reach(Number(value) + 1), Number.parseInt(expected ?? '', 10));
  });
});

async function refuses(ask: () => Promise<unknown>, expected: number): Promise<void> {
  const outcome = await ask().then(
    (answer) => ({ answer: plain(answer) }),
    ({ code: found, message }: { code?: number; message: string }) => (found === expected ? found : { found, message }),
  );
  expect(outcome).toBe(expected);
}

/** The rows below each header of these columns; at least one. */
function table(...header: string[]): [string, ...string[]][] {
  const found = page
    .split(/\n(?!\|)/)
    .map((block) =>
      block
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map(cells),
    )
    .filter(([first]) => first?.join() === header.join());
  if (found.length === 0) throw new Error(`The page has no table of ${header.join(', ')}`);
  return found.flatMap((rows) => rows.slice(2)) as [string, ...string[]][];
}

function cells(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

/** Rows of several names and one code, name by name. */
function names(header: string): [name: string, expected: number][] {
  return table(header, 'Code').flatMap(([list, expected]) =>
    spans(list).map((name): [string, number] => [name, Number.parseInt(expected ?? '', 10)]),
  );
}

function examples(header: string): [name: string, example: unknown, expected: number][] {
  return table(header, 'Example', 'Code').map(([name, example, expected]) => [
    name,
    EJSON.parse(code(example), { relaxed: false }),
    Number.parseInt(expected ?? '', 10),
  ]);
}

function spans(cell: string | undefined): string[] {
  return [...(cell ?? '').matchAll(/`([^`]*)`/g)].map(([, text]) => text as string);
}

function code(cell: string | undefined): string {
  return spans(cell)[0] ?? '';
}

function parse(text: string): unknown {
  return EJSON.parse(text);
}

/** As parsed from a text, so that a Long and a number of the same value are one. */
function plain(value: unknown): unknown {
  return parse(EJSON.stringify(value));
}
