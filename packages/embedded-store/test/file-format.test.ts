import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  type Document,
  Double,
  deserialize,
  EJSON,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';
import { type Database, open, type RootDatabase } from 'lmdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, temporaryFolder } from './test-store.ts';

/*
 * Reads a folder that the store wrote, following docs/file-format.md with only `lmdb` and `bson`. The only import from
 * `src` is the function that starts the store.
 */

const ids = [
  new MinKey(),
  new Double(Number.NaN),
  new Double(-1.5),
  new Int32(0),
  new Int32(7),
  new Double(0.1),
  Long.fromString('9007199254740993'),
  Long.fromString('-9007199254740993'),
  Decimal128.fromString('0.1'),
  Decimal128.fromString('-12.50'),
  Decimal128.fromString('1E+400'),
  '',
  'Größe\0b',
  { a: new Int32(1), b: { c: 'x' }, d: ['y', false] },
  new Binary(Buffer.from([1, 2, 3]), 5),
  new ObjectId('0123456789abcdef01234567'),
  false,
  true,
  new Date('1914-06-28T10:00:00Z'),
  new Date(8),
  new Timestamp({ t: 5, i: 6 }),
  new Code('f()'),
  new MaxKey(),
];

const point = { type: 'Point', coordinates: [44, 36] };
const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [10, 50],
      [11, 50],
      [11, 51],
      [10, 51],
      [10, 50],
    ],
  ],
};
const long = 'x'.repeat(1500);

describe('a folder, read according to the documentation,', () => {
  const dataDir = temporaryFolder();
  const options = { promoteValues: false, bsonRegExp: true } as const;
  const exact = { relaxed: false };
  const written = new Map<string, Document[]>();
  let root: RootDatabase;
  let maps: Record<string, Database<Buffer, Buffer>>;
  let catalog: Document;

  beforeAll(async () => {
    const store = await openStore(dataDir);
    const { client } = store;
    const ofKinds = client.db('first').collection<Document>('ids');
    await ofKinds.insertMany(ids.map((_id) => ({ _id, pattern: new BSONRegExp('^a', 'i') })) as never[]);
    await client.db('first').createCollection('empty');
    await client.db('first').collection('dropped').insertOne({ a: 1 });
    await client.db('first').dropCollection('dropped');
    const things = client.db('second').collection<Document>('things.of many');
    await things.createIndexes([
      { key: { a: 1, 'b.c': -1 } },
      { key: { a: -1, _id: -1 } },
      { key: { text: 1 }, sparse: true },
      { key: { tags: 1 }, partialFilterExpression: { a: { $gt: 1 } } },
      { key: { at: '2dsphere', a: 1 } },
    ]);
    await things.insertMany([
      { _id: 1, a: 1, b: [{ c: 'x' }, { c: 'y' }], text: long },
      { _id: 2, a: 2, b: { c: [] }, tags: ['t', 'u', 't'], at: point },
      { _id: 3, a: 3, at: polygon },
      { _id: 4, a: 4 },
    ] as never[]);
    await things.updateOne({ _id: 2 as never }, { $set: { text: 'short' } });
    await things.deleteOne({ _id: 4 as never });
    for (const collection of [ofKinds, things])
      written.set(collection.namespace, await collection.find({}, { ...options, sort: { _id: 1 } }).toArray());
    written.set('first.empty', []);
    await store.stop();

    root = open({ path: dataDir, noSubdir: false, readOnly: true });
    const map = (name: string) => root.openDB<Buffer, Buffer>({ name, encoding: 'binary', keyEncoding: 'binary' });
    maps = Object.fromEntries(['meta', 'documents', 'entries', 'sessions'].map((name) => [name, map(name)]));
    catalog = deserialize(maps.meta?.get(Buffer.from('catalog')) as Buffer);
  });
  afterAll(async () => {
    await root.close();
    rmSync(dataDir, { recursive: true });
  });

  it('states its format', () => {
    expect(readFileSync(join(dataDir, 'FORMAT'), 'utf8')).toBe('incident-graph embedded store, format 4\n');
    const dataFile = readFileSync(join(dataDir, 'data.mdb'));
    expect([dataFile.readUInt32LE(24), dataFile.readUInt32LE(28)]).toEqual([0xbeefc0de, 2]);
  });

  it('has every collection, with its documents in order', () => {
    const dumped = catalog.collections.map(({ id, database, name }: Document) => [
      `${database}.${name}`,
      rowsOf('documents', id).map(({ value }) => deserialize(value, options)),
    ]);
    expect(dumped).toHaveLength(written.size);
    for (const [namespace, documents] of dumped)
      expect(EJSON.stringify(documents, exact), namespace).toBe(EJSON.stringify(written.get(namespace), exact));
  });

  it('stores each document under the key of its _id', () => {
    for (const { id } of catalog.collections as Document[]) {
      for (const { key, value } of rowsOf('documents', id)) {
        const { _id } = deserialize(value, options);
        expect(key.subarray(4).toString('hex'), EJSON.stringify(_id)).toBe(keyOf(_id).toString('hex'));
      }
    }
  });

  it('has ids from one sequence, and a catalog version', () => {
    const used = (catalog.collections as Document[]).flatMap(({ id, indexes }) => [
      id,
      ...indexes.map((index: Document) => index.id),
    ]);
    expect(new Set(used).size).toBe(used.length);
    expect(catalog.nextId).toBeGreaterThan(Math.max(...used));
    expect(maps.meta?.get(Buffer.from('version'))?.readBigUInt64BE()).toBeGreaterThan(0n);
  });

  it('has index entries that refer to documents', () => {
    const { things, entries } = thingsAndEntries();
    const expected = [
      ['a_1_b.c_-1', 1, [keyOf(new Int32(1)), inverted(keyOf('y'))], 0],
      ['a_1_b.c_-1', 1, [keyOf(new Int32(1)), inverted(keyOf('x'))], 0],
      ['a_1_b.c_-1', 2, [keyOf(new Int32(2)), inverted(Buffer.from([2]))], 0],
      ['a_1_b.c_-1', 3, [keyOf(new Int32(3)), inverted(keyOf(null))], 0],
      ...[3, 2, 1].map((n) => [
        'a_-1__id_-1',
        n,
        [inverted(keyOf(new Int32(n))), inverted(keyOf(new Int32(n)))],
        0xc000,
      ]),
      ['text_1', 2, [keyOf('short')], 0],
      ['text_1', 1, [shortened(keyOf(long))], 0],
      ['tags_1', 3, [keyOf(null)], 0],
      ['tags_1', 2, [keyOf('t')], 0],
      ['tags_1', 2, [keyOf('u')], 0],
    ].map(([index, id, parts, flags]) => ({
      index,
      id,
      fields: Buffer.concat(parts as Buffer[]).toString('hex'),
      flags,
    }));
    expect(entries.filter(({ index }) => !index.startsWith('at'))).toEqual(expected);
    expect(things.indexes.map(({ multikey, truncated }: Document) => [multikey, truncated])).toEqual([
      [[false, true], false],
      [[false, false], false],
      [[false], true],
      [[true], false],
      [[true, false], false],
    ]);
  });

  it('stores places as S2 cells', () => {
    const places = thingsAndEntries().entries.filter(({ index }) => index.startsWith('at'));
    const cells = (id: number) => {
      const own = places.filter((entry) => entry.id === id).map(({ fields }) => Buffer.from(fields, 'hex'));
      for (const fields of own) expect(fields.subarray(8)).toEqual(keyOf(new Int32(id)));
      return own.map((fields) => fields.readBigUInt64BE());
    };
    expect(cells(1)).toEqual([]);
    expect(cells(2).map((cell) => cell & 1n)).toEqual([1n]);
    expect(cells(3).length).toBeGreaterThan(1);
    // Level 18 leaves 24 bits below it.
    for (const cell of cells(3)) expect(cell & 0xff_ffffn).toBe(0n);
  });

  it('stores the replies to retryable writes', () => {
    const sessions = [...(maps.sessions as Database<Buffer, Buffer>).getRange()];
    expect(sessions).not.toEqual([]);
    for (const { key, value } of sessions) {
      expect(key).toHaveLength(16);
      const { number, at, reply } = deserialize(value, { promoteLongs: false });
      expect([number, at, reply.ok]).toEqual([expect.any(Long), expect.any(Date), 1]);
    }
  });

  function rowsOf(map: string, id: number): { key: Buffer; value: Buffer }[] {
    const [start, end] = [Buffer.alloc(4), Buffer.alloc(4)];
    start.writeUInt32BE(id);
    end.writeUInt32BE(id + 1);
    return [...(maps[map] as Database<Buffer, Buffer>).getRange({ start, end })].map(({ key, value }) => ({
      key: Buffer.from(key),
      value: Buffer.from(value),
    }));
  }

  /** Every entry of the collection with indexes, parsed, with the `_id` of its document. */
  function thingsAndEntries() {
    const things = (catalog.collections as Document[]).find(({ name }) => name === 'things.of many') as Document;
    const entries = things.indexes.flatMap((index: Document) =>
      rowsOf('entries', index.id).map(({ key: entry, value }) => {
        expect(value).toHaveLength(0);
        const end = entry.length - 2;
        const ending = entry.readUInt16BE(end);
        const idKey = entry.subarray(end - (ending & 0x3fff), end);
        const prefix = Buffer.alloc(4);
        prefix.writeUInt32BE(things.id);
        const key = Buffer.concat([prefix, ending & 0x4000 ? inverted(idKey) : idKey]);
        const document = maps.documents?.get(key) as Buffer;
        const fields = entry.subarray(4, ending & 0x8000 ? end : end - (ending & 0x3fff)).toString('hex');
        return { index: index.spec.name, id: deserialize(document)._id, fields, flags: ending & 0xc000 };
      }),
    ) as { index: string; id: number; fields: string; flags: number }[];
    return { things, entries };
  }
});

describe('the journal', () => {
  it('contains the changes of the last two transactions while the store is open', async () => {
    const dataDir = temporaryFolder();
    const store = await openStore(dataDir);
    try {
      const things = store.db.collection<Document>('things');
      await things.insertOne({ _id: 1 as never, a: 'first' });
      await things.insertOne({ _id: 2 as never, a: 'second' });
      await things.deleteOne({ _id: 1 as never });
      const [older, newer] = ['journal.0', 'journal.1']
        .map((name) => readJournal(join(dataDir, name)))
        .sort((a, b) => a.number - b.number);
      expect(newer).toMatchObject({ kind: 1, number: (older?.number as number) + 1 });
      const documentsOf = (changes: Change[] = []) => changes.filter(({ map }) => map === 1);
      const [inserted] = documentsOf(older?.changes);
      const key = keyOf(new Int32(2)).toString('hex');
      expect(inserted?.key.subarray(4).toString('hex')).toBe(key);
      expect(inserted?.value).toEqual(Buffer.from(serialize({ _id: new Int32(2), a: 'second' })));
      const [removed] = documentsOf(newer?.changes);
      expect(removed?.key.subarray(4)).toEqual(keyOf(new Int32(1)));
      expect(removed?.value).toBeNull();
    } finally {
      await store.stop();
    }
    expect(['journal.0', 'journal.1'].map((name) => readJournal(join(dataDir, name)).kind)).toContain(2);
    rmSync(dataDir, { recursive: true });
  });
});

interface Change {
  map: number;
  key: Buffer;
  value: Buffer | null;
}

function readJournal(file: string): { kind: number; number: number; changes: Change[] } {
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 4).toString('hex')).toBe('49474a31');
  expect(bytes.readUInt32BE(24)).toBe(crc32(bytes.subarray(0, 24)));
  const [kind, number, length] = [bytes.readUInt32BE(4), Number(bytes.readBigUInt64BE(8)), bytes.readUInt32BE(16)];
  const block = bytes.subarray(4096, 4096 + length);
  if (kind === 2) return { kind, number, changes: [] };
  expect(bytes.readUInt32BE(20)).toBe(crc32(block));
  const changes: Change[] = [];
  for (let at = 0; at < block.length; ) {
    const [keyLength, valueLength] = [block.readUInt16BE(at + 1), block.readUInt32BE(at + 3)];
    const end = at + 7 + keyLength;
    changes.push({
      map: block.readUInt8(at),
      key: block.subarray(at + 7, end),
      value: valueLength === 0 ? null : block.subarray(end, end + valueLength - 1),
    });
    at = end + Math.max(0, valueLength - 1);
  }
  return { kind, number, changes };
}

/** The key of a value, according to the page. */
function keyOf(value: unknown): Buffer {
  const { type, bytes } = partsOf(value);
  return Buffer.concat([Buffer.from([type]), bytes]);
}

function partsOf(value: unknown): { type: number; bytes: Buffer } {
  if (value instanceof MinKey) return { type: 0x01, bytes: Buffer.alloc(0) };
  if (value instanceof MaxKey) return { type: 0x7f, bytes: Buffer.alloc(0) };
  if (value === null) return { type: 0x03, bytes: Buffer.alloc(0) };
  if (typeof value === 'string') return { type: 0x07, bytes: text(value) };
  if (typeof value === 'boolean') return { type: 0x11, bytes: Buffer.from([Number(value)]) };
  if (value instanceof Int32 || value instanceof Double) return { type: 0x05, bytes: number(value.value, null) };
  if (value instanceof Timestamp) {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32BE(value.t);
    bytes.writeUInt32BE(value.i, 4);
    return { type: 0x15, bytes };
  }
  if (value instanceof Long) return { type: 0x05, bytes: longNumber(value.toBigInt()) };
  if (value instanceof Decimal128) return { type: 0x05, bytes: decimals[value.toString()] as Buffer };
  if (value instanceof Binary) {
    const head = Buffer.alloc(5);
    head.writeUInt32BE(value.length());
    head[4] = value.sub_type;
    return { type: 0x0d, bytes: Buffer.concat([head, value.value()]) };
  }
  if (value instanceof ObjectId) return { type: 0x0f, bytes: Buffer.from(value.id) };
  if (value instanceof Date) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(value.getTime()));
    bytes[0] = (bytes[0] as number) ^ 0x80;
    return { type: 0x13, bytes };
  }
  if (value instanceof Code) return { type: 0x19, bytes: text(value.code as string) };
  if (Array.isArray(value)) return { type: 0x0b, bytes: Buffer.concat([...value.map(keyOf), Buffer.from([0])]) };
  const fields = Object.entries(value as object).map(([name, field]) => {
    const { type, bytes } = partsOf(field);
    return Buffer.concat([Buffer.from([type]), text(name), bytes]);
  });
  return { type: 0x09, bytes: Buffer.concat([...fields, Buffer.from([0])]) };
}

function text(value: string): Buffer {
  const escaped = Buffer.from(value).toString('latin1').replaceAll('\0', '\0\xff');
  return Buffer.concat([Buffer.from(escaped, 'latin1'), Buffer.from([0, 0])]);
}

/** The greatest double that is not above the number, and the number's decimal digits if they differ. */
function number(floor: number, rest: { power: number; digits: string; isNegative: boolean } | null): Buffer {
  const double = Buffer.alloc(8);
  double.writeDoubleBE(floor);
  if (Number.isNaN(floor)) double.fill(0);
  else if (floor < 0) inverted(double).copy(double);
  else double[0] = (double[0] as number) | 0x80;
  if (rest === null) return Buffer.concat([double, Buffer.from([0])]);
  const magnitude = Buffer.alloc(2);
  magnitude.writeUInt16BE(rest.power + 1 + 0x4000);
  const decimal = Buffer.concat([magnitude, Buffer.from(rest.digits), Buffer.from([0])]);
  const sign = Buffer.from([1, rest.isNegative ? 0 : 1]);
  return Buffer.concat([double, sign, rest.isNegative ? inverted(decimal) : decimal]);
}

/** ±(2⁵³ + 1), which is not representable as a double. */
function longNumber(value: bigint): Buffer {
  const isNegative = value < 0n;
  const floor = isNegative ? -9_007_199_254_740_994 : 9_007_199_254_740_992;
  return number(floor, { power: 15, digits: '9007199254740993', isNegative });
}

const decimals: Record<string, Buffer> = {
  // The double 0.1 is above 0.1.
  '0.1': number(0.09999999999999999, { power: -1, digits: '1', isNegative: false }),
  '-12.50': number(-12.5, null),
  '1E+400': number(Number.MAX_VALUE, { power: 400, digits: '1', isNegative: false }),
};

function inverted(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => 255 - byte));
}

/** The stored form of fields of more than 1,000 bytes. */
function shortened(fields: Buffer): Buffer {
  return Buffer.concat([fields.subarray(0, 960), createHash('sha256').update(fields).digest()]);
}
