import { readdirSync, readFileSync } from 'node:fs';
import { EJSON } from 'bson';
import type { Db, Document } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operators } from '../src/expression/operators.ts';
import { updateOperators } from '../src/write/update-operators.ts';
import { openStore, type TestStore } from './test-store.ts';

/** Runs every example in `packages/embedded-store/docs/commands.md`. */
const page = readFileSync(new URL('../docs/commands.md', import.meta.url), 'utf8');
const things = parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '') as Document[];
const updated = parse(/^The examples update the document\n`(.*?)`\./ms.exec(page)?.[1] ?? '') as Document;

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

/** Runs a command. Throws also if one of its writes failed. */
async function command(body: Document): Promise<Document> {
  const reply = await db.command(body);
  const [error] = reply.writeErrors ?? [];
  if (error !== undefined) throw Object.assign(new Error(error.errmsg), { code: error.code });
  return reply;
}

async function update(change: unknown, filter: Document = {}, arrayFilters?: unknown): Promise<Document | null> {
  await db.collection('updated').deleteMany({});
  await db.collection('updated').insertOne({ ...updated });
  const statement = { q: filter, u: change, ...(arrayFilters === undefined ? {} : { arrayFilters }) };
  await command({ update: 'updated', updates: [statement] });
  return db.collection('updated').findOne({});
}

/** Everything that the page says is rejected. */
const rejections: (() => Promise<unknown>)[] = [];

/** Asks for each row of a table, which must be rejected with the row's code. */
function rejects<T>(rows: [name: string, asked: T, expected: number][], ask: (asked: T) => Promise<unknown>): void {
  rejections.push(
    ...rows.map(
      ([, asked]) =>
        () =>
          ask(asked),
    ),
  );
  it.each(rows)('rejects %s', (_name, asked, expected) => refuses(() => ask(asked), expected));
}

describe('commands', () => {
  it.each(table('Command', 'Example').filter(([, example]) => example?.startsWith('`')))(
    'supports %s',
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

  it.each(['commitTransaction', 'abortTransaction'] as const)('supports %s', async (name) => {
    const session = store.client.startSession();
    session.startTransaction();
    await db.collection('things').insertOne({ _id: 4 as never }, { session });
    await session[name]();
    await session.endSession();
    expect(await find({ _id: 4 })).toHaveLength(name === 'commitTransaction' ? 1 : 0);
  });

  rejects(names('Rejected command'), (name) => db.command({ [name]: 'things' }));
  rejects(examples('Rejected form'), (body) => command(body as Document));
});

describe('query operators', () => {
  it.each(table('Query operator', 'Example', 'Finds'))('supports %s: %s', async (name, example, ids) => {
    const found = (await find(parse(code(example)) as Document)).map(({ _id }) => Number(_id));
    expect(name.startsWith('`$near') ? found : found.sort()).toEqual(ids?.split(', ').map(Number));
  });
  rejects(examples('Rejected query operator'), (filter) => find(filter as Document));
  rejects(examples('Rejected regular expression'), (filter) => find(filter as Document));
});

describe('update operators', () => {
  it.each(table('Update operator', 'Example', 'Gives'))('supports %s: %s', async (_name, example, gives = '') => {
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
  rejects(examples('Rejected update'), (change) => update(change));
  it('are all documented', () => {
    const named = table('Update operator', 'Example', 'Gives').map(([name]) => code(name));
    expect([...updateOperators.keys()].filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('stages', () => {
  it.each(table('Stage', 'Example', 'Gives'))('supports %s: %s', async (_name, example, gives) =>
    expect(plain(await aggregate(parse(code(example)) as Document[]))).toEqual(parse(code(gives))),
  );
  rejects(names('Rejected stage'), (name) =>
    db.command({ aggregate: 'things', pipeline: [{ [name]: {} }], cursor: {} }),
  );
  rejects(examples('Rejected pipeline'), (pipeline) => aggregate(pipeline as Document[]));
});

describe('expressions', () => {
  it.each(table('Expression', 'Example', 'Gives'))('supports %s', async (_name, example, gives) =>
    expect(plain(await project(parse(code(example))))).toEqual(parse(code(gives))),
  );
  rejects(names('Rejected expression'), (name) => project({ [name]: '$size' }));
  rejects(examples('Rejected use of an expression'), project);
  it('are all documented', () => {
    const named = table('Expression', 'Example', 'Gives').map(([name]) => code(name));
    expect([...operators.keys()].filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('accumulators', () => {
  const group = async (accumulator: unknown) =>
    (await aggregate([{ $sort: { _id: 1 } }, { $group: { _id: null, x: accumulator } }]))[0]?.x;
  it.each(table('Accumulator', 'Example', 'Gives'))('supports %s', async (_name, example, gives) =>
    expect(plain(await group(parse(code(example))))).toEqual(parse(code(gives))),
  );
  rejects(names('Rejected accumulator'), (name) => group({ [name]: '$size' }));
});

describe('indexes', () => {
  it.each(table('Index', 'Example'))('support: %s', async (_name, example) => {
    const index = parse(code(example)) as Document;
    await createIndex(index);
    expect(await db.collection('things').indexes()).toContainEqual(expect.objectContaining(index));
    expect(await db.command({ validate: 'things' })).toMatchObject({ valid: true });
  });
  rejects(examples('Rejected index'), (index) => createIndex(index as Document));
});

describe('limits', () => {
  const insert = (document: Document) => db.collection('limits').insertOne(document);
  const nested = (levels: number) => {
    let document: Document = {};
    for (let i = 0; i < levels; i++) document = { a: document };
    return document;
  };
  const tries: [name: string, reach: (limit: number) => Promise<unknown>][] = [
    ['bytes in a document', (limit) => insert({ _id: 1, a: 'x'.repeat(limit - 22) })],
    ['levels of nesting', (limit) => command({ insert: 'limits', documents: [nested(limit - 2)] })],
    ['bytes in a regular expression', (limit) => find({ name: { $regex: 'x'.repeat(limit) } })],
    [
      'levels of parentheses in a regular expression',
      (limit) => find({ name: { $regex: `${'('.repeat(limit)}${')'.repeat(limit)}` } }),
    ],
    ['bytes in the key of an `_id`', (limit) => insert({ _id: 'x'.repeat(limit - 3) })],
    [
      'indexes of a collection',
      async (limit) => {
        const indexes = Array.from({ length: limit - 1 }, (_, i) => ({ key: { [`a${i}`]: 1 }, name: `a${i}` }));
        await db.command({ createIndexes: 'limits', indexes });
      },
    ],
    [
      'statements in a batch',
      (limit) => db.command({ delete: 'limits', deletes: Array(limit).fill({ q: { _id: 1 }, limit: 1 }) }),
    ],
  ];
  it.each(table('Limit', 'Value', 'Code beyond it'))('apply to %s', async (name, value, expected) => {
    const [, reach] = tries.find(([start]) => name.startsWith(start)) ?? [];
    if (reach === undefined) throw new Error(`The test cannot reach the limit: ${name}`);
    await reach(Number(value));
    await db
      .collection('limits')
      .drop()
      .catch(() => {});
    await refuses(() => reach(Number(value) + 1), Number.parseInt(expected ?? '', 10));
  });
});

describe('the tables are complete', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const escapes = [...letters, ...'0123456789'].map((char) => `\\${char}`);
  const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
  const groups = ['', '<', '<name', 'P<name', "'name"].flatMap((start) => printable.map((char) => `(?${start}${char}`));
  const units = ['microsecond', 'millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
  const tries: [part: string, all: string[], ask: (one: string) => Promise<unknown>][] = [
    ['an escape of a letter or digit', escapes, (one) => find({ name: { $regex: one } })],
    ['the same in a class', escapes, (one) => find({ name: { $regex: `[${one}]` } })],
    ['the beginning of a group', groups, (group) => find({ name: { $regex: `${group}o)` } })],
    ['an option', letters, (option) => find({ name: { $regex: 'o', $options: option } })],
    [
      'a specifier in the `format` of `$dateToString`',
      ['%', ...letters].map((char) => `%${char}`),
      (format) => project({ $dateToString: { date: '$day', format } }),
    ],
    [
      'a `unit` of `$dateTrunc`',
      [...units, ...units.map((unit) => `${unit}s`), 'decade', 'century', 'isoWeek'],
      (unit) => project({ $dateTrunc: { date: '$day', unit } }),
    ],
  ];
  it.each(table('Part', 'Supported'))('in %s', async (part, supported) => {
    const [, all, ask] = tries.find(([name]) => name === part) ?? [];
    if (all === undefined || ask === undefined) throw new Error(`The test does not know the part: ${part}`);
    const accepted: string[] = [];
    for (const one of all) {
      const isAccepted = await ask(one).then(
        () => true,
        () => false,
      );
      if (isAccepted) accepted.push(one);
    }
    expect(accepted.sort()).toEqual(spans(supported).sort());
  });

  /** Rejections that no single command shows. */
  const elsewhere = [
    'An _id must have at most', // the table of limits
    'parentheses are too deeply nested', // the same
    'exceeded the memory limit', // the text below it
    'The distance to a polygon', // needs an index on polygons: test/geo.test.ts
    'The deprecated BSON type', // the driver does not send them: test/wire.test.ts
    'was not written by this store', // a folder, not a command
  ];

  it('in every message that says that this store does not support something', async () => {
    const said: string[] = [];
    for (const ask of rejections) {
      await ask().catch(({ message }: Error) => {
        said.push(message);
      });
    }
    const source = readdirSync(new URL('../src', import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(`../src/${name.replaceAll('\\', '/')}`, import.meta.url), 'utf8'))
      .join('\n')
      .replace(/^ *(?:\/\*\*|\*|\/\/).*$/gm, '');
    const messages = [
      ...[...source.matchAll(/'([^'`\n]*this store[^'`\n]*)'|`([^`\n]*this store[^`\n]*)`/gi)].map(
        ([, a, b]) => a ?? b,
      ),
      ...[...source.matchAll(/unsupported\(\s*(['`])((?:(?!\1).)*)\1/g)].map(([, , text]) => text),
    ] as string[];
    expect(messages.length).toBeGreaterThan(50);
    const missing = messages.filter((message) => {
      const pattern = message
        .replace(/\\(.)/g, '$1')
        .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
        .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*');
      return !said.some((text) => new RegExp(pattern, 's').test(text));
    });
    expect(missing.filter((message) => !elsewhere.some((start) => message.includes(start)))).toEqual([]);
  });
});

async function refuses(ask: () => Promise<unknown>, expected: number): Promise<void> {
  const outcome = await ask().then(
    (answer) => ({ answer: plain(answer) }),
    ({ code: found, message }: { code?: number; message: string }) => (found === expected ? found : { found, message }),
  );
  expect(outcome).toBe(expected);
}

/** The rows of all tables with this header. Throws if there is none. */
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

/** The rows of a table with several names per code, one for each name. */
function names(header: string): [name: string, asked: string, expected: number][] {
  return table(header, 'Code').flatMap(([list, expected]) =>
    spans(list).map((name): [string, string, number] => [name, name, Number.parseInt(expected ?? '', 10)]),
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

/** Serialized and parsed again, so that a Long and a number of the same value are equal. */
function plain(value: unknown): unknown {
  return parse(EJSON.stringify(value));
}
