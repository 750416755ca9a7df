import { rmSync } from 'node:fs';
import { Binary, type Document, Double, deserialize, Long, serialize } from 'bson';
import fc from 'fast-check';
import { type Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { crc32c } from '../src/server/crc32c.ts';
import { startStoreProcess } from './crash/store-process.ts';
import { tries } from './runs.ts';
import { openStore, temporaryFolder } from './test-store.ts';
import { connectTo, documentSequence, message, opMsg, opQuery, runCommand, type WireClient } from './wire-client.ts';

const dataDir = temporaryFolder();
const store = startStoreProcess(dataDir);
let uri: string;
let client: MongoClient;
let db: Db;
beforeAll(async () => {
  uri = await store.uri;
  client = await new MongoClient(uri).connect();
  db = client.db('test');
  await db.collection('things').insertOne({});
});
afterAll(async () => {
  await client.close();
  await store.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

const pingBody = Buffer.from(serialize({ ping: 1, $db: 'admin' }));
const ping = opMsg(pingBody);
const stillServes = async () => expect(await runCommand(uri, { ping: 1, $db: 'admin' })).toMatchObject({ ok: 1 });

/** The replies to these bytes and to a ping after them; null if the store closes the connection. */
async function exchange(bytes: Buffer) {
  const client = await connectTo(uri);
  client.send(bytes);
  const reply = await client.reply();
  client.send(ping);
  const after = await client.reply();
  client.close();
  return { reply, after };
}

function withLength(length: number): Buffer {
  const copy = Buffer.from(ping);
  copy.writeInt32LE(length, 0);
  return copy;
}

/** The message with its checksum and the flag for it. */
function withChecksum(bytes: Buffer): Buffer {
  const copy = Buffer.concat([bytes, Buffer.alloc(4)]);
  copy.writeInt32LE(copy.length, 0);
  copy.writeUInt32LE(1, 16);
  copy.writeUInt32LE(crc32c(copy.subarray(0, bytes.length)), bytes.length);
  return copy;
}

const insert = Buffer.from(serialize({ insert: 'things', $db: 'test' }));
const insertWith = (...sections: Buffer[]) => opMsg(insert, 0, ...sections);
const insertOf = (...documents: Buffer[]) => insertWith(documentSequence('documents', documents));
const thing = Buffer.from(serialize({ a: 1 }));

/** A document with one field, of any type and bytes. */
function field(type: number, value: Buffer | number[], name: Buffer | string = 'x'): Buffer {
  const content = [Buffer.from([type]), Buffer.from(name), Buffer.from([0]), Buffer.from(value), Buffer.from([0])];
  const size = Buffer.alloc(4);
  size.writeInt32LE(4 + content.reduce((sum, part) => sum + part.length, 0), 0);
  return Buffer.concat([size, ...content]);
}

function nested(type: number, levels: number): Buffer {
  let bytes: Buffer = thing;
  for (let level = 0; level < levels; level++) bytes = field(type, bytes);
  return bytes;
}

describe('a malformed message', () => {
  it.each([
    ['a length of 0', withLength(0), 17],
    ['a length below the header', withLength(15), 17],
    ['a negative length', withLength(-1), 17],
    ['the min length', withLength(-(2 ** 31)), 17],
    ['the max length', withLength(2 ** 31 - 1), 17],
    ['a length beyond the limit', withLength(48_000_017), 17],
    ['a length of 48 MB and 1', withLength(48 * 2 ** 20 + 1), 17],
    ['a header alone', message(2013, Buffer.alloc(0)), 17],
    ['flags alone', message(2013, Buffer.alloc(4)), 17],
    ['an unknown operation', message(4711, pingBody), 352],
    ['a negative operation', message(-1, pingBody), 352],
    ['a compressed message', message(2012, Buffer.from([0xdd, 7, 0, 0, 38, 0, 0, 0, 0, ...ping.subarray(16)])), 352],
    ['an unknown flag that must be understood', opMsg(pingBody, 1 << 5), 17],
    ['a section of an unknown kind', opMsg(pingBody, 0, Buffer.from([2])), 17],
    ['two bodies', opMsg(pingBody, 0, Buffer.from([0]), pingBody), 17],
    ['no body', message(2013, Buffer.concat([Buffer.alloc(4), documentSequence('documents', [thing])])), 17],
    ['two sequences of one name', insertWith(documentSequence('a', []), documentSequence('a', [])), 17],
    ['a sequence whose name does not end', insertWith(Buffer.from([1, 6, 0, 0, 0, 65, 65])), 17],
    ...[-(2 ** 31), -1, 0, 3, 4, 13, 1000, 2 ** 31 - 1].map((size): [string, Buffer, number] => [
      `a sequence with the length ${size}`,
      insertWith(documentSequence('documents', [thing], size)),
      17,
    ]),
  ])('gets an error, and its connection is closed: %s', async (_name, bytes, code) => {
    const { reply, after } = await exchange(bytes);
    expect(reply).toMatchObject({ ok: 0, code });
    expect(after).toBeNull();
    await stillServes();
    await vi.waitFor(() => expect(store.said()).toContain(`closed: ${reply?.errmsg}`));
  });

  it('closes its connection even if the client keeps sending', async () => {
    const client = await connectTo(uri, { staysOpen: true });
    client.send(withLength(-1));
    expect(await client.reply()).toMatchObject({ ok: 0 });
    const sending = setInterval(() => client.send(Buffer.alloc(100_000)), 20);
    await client.closed;
    clearInterval(sending);
    await stillServes();
  });
});

describe('an invalid document in a valid message', () => {
  it.each([
    ['a body longer than its message', opMsg(Buffer.from([0x40, 0x1f, 0, 0, 0])), 22],
    ['a body of 4 bytes', opMsg(Buffer.from([4, 0, 0, 0, 0])), 22],
    ['a body of -1 bytes', opMsg(Buffer.from([255, 255, 255, 255, 0])), 22],
    ['a body without an end', opMsg(Buffer.from([5, 0, 0, 0, 1])), 22],
    ['a document that ends early', insertOf(thing.subarray(0, 8)), 22],
    ['a document longer than its sequence', insertOf(Buffer.from([200, 0, 0, 0, 0])), 22],
    ['documents 5,000 deep', insertOf(nested(3, 5000)), 22],
    ['arrays 5,000 deep', insertOf(nested(4, 5000)), 22],
    ['a body 5,000 deep', opMsg(nested(3, 5000)), 22],
    ['a string that is not UTF-8', insertOf(field(2, [3, 0, 0, 0, 0xc3, 0x28, 0])), 22],
    ['a lone surrogate', insertOf(field(2, [4, 0, 0, 0, 0xed, 0xa0, 0x80, 0])), 22],
    ['a name that is not UTF-8', insertOf(field(10, [], Buffer.from([0xff, 0xfe]))), 22],
    ['a command that is not UTF-8', opMsg(field(16, [1, 0, 0, 0], Buffer.from([0x70, 0xff]))), 22],
    ['a string of 0 bytes', insertOf(field(2, [0, 0, 0, 0, 0])), 22],
    ['a string of -1 bytes', insertOf(field(2, [255, 255, 255, 255, 0])), 22],
    ['a string longer than its document', insertOf(field(2, [90, 0, 0, 0, 65, 0])), 22],
    ['a string without an end', insertOf(field(2, [2, 0, 0, 0, 65, 66])), 22],
    ['a binary of -1 bytes', insertOf(field(5, [255, 255, 255, 255, 0])), 22],
    ['a binary longer than its document', insertOf(field(5, [90, 0, 0, 0, 0, 1])), 22],
    ['a boolean of 7', insertOf(field(8, [7])), 22],
    ['an unknown type', insertOf(field(0x55, [1, 2, 3])), 22],
    ['a date out of range', insertOf(field(9, [255, 255, 255, 255, 255, 255, 255, 127])), 2],
    ['an undefined', insertOf(field(6, [])), 2],
    ['a symbol', insertOf(field(14, [2, 0, 0, 0, 65, 0])), 2],
    ['a regex without an end', insertOf(field(11, [65, 0, 65])), 22],
    ['half an ObjectId', insertOf(field(7, [1, 2, 3, 4, 5, 6])), 22],
    ['half a decimal', insertOf(field(19, [1, 2, 3, 4, 5, 6])), 22],
  ])('is rejected, and the connection stays open: %s', async (_name, bytes, code) => {
    expect(await exchange(bytes)).toMatchObject({ reply: { ok: 0, code }, after: { ok: 1 } });
  });

  it('is rejected as an _id of an invalid type', async () => {
    for (const id of [
      field(4, thing, '_id'),
      field(11, [65, 0, 0], '_id'),
      field(3, field(16, [1, 0, 0, 0], '$a'), '_id'),
    ])
      expect((await exchange(insertOf(id))).reply).toMatchObject({ n: 0, writeErrors: [{ index: 0 }] });
  });

  it('leaves nothing in the collection', async () => {
    expect(await db.collection('things').countDocuments({})).toBe(1);
    expect(await db.command({ validate: 'things' })).toMatchObject({ valid: true });
  });
});

describe('a message of an older driver', () => {
  const int32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(value, 0);
    return bytes;
  };
  const name = Buffer.from('test.things\0');
  const getMore = message(2005, Buffer.concat([int32(0), name, int32(1), Buffer.alloc(8, 1)]));

  /** The next reply, which must be an OP_REPLY to message 1 with one document. */
  async function opReply(client: WireClient): Promise<{ flags: number; body: Document }> {
    const bytes = (await client.bytes()) as Buffer;
    expect(bytes.readInt32LE(12)).toBe(1);
    expect(bytes.readInt32LE(8)).toBe(1);
    expect(bytes.readInt32LE(32)).toBe(1);
    return { flags: bytes.readInt32LE(16), body: deserialize(bytes.subarray(36)) };
  }

  it.each<[string, Buffer]>([
    ['isMaster', opQuery('admin.$cmd', { isMaster: 1 })],
    ['ismaster', opQuery('test.$cmd', { ismaster: 1, client: { driver: { name: 'old', version: '1' } } }, 4)],
    ['hello', opQuery('admin.$cmd', { hello: 1, helloOk: true })],
    ['a wrapped isMaster', opQuery('admin.$cmd', { $query: { isMaster: 1 }, $readPreference: { mode: 'nearest' } }, 4)],
  ])('gets a reply if it is a handshake: %s', async (_name, bytes) => {
    const client = await connectTo(uri);
    client.send(bytes);
    expect(await opReply(client)).toMatchObject({ flags: 0, body: { ok: 1, maxWireVersion: 21, msg: 'isdbgrid' } });
    client.send(ping);
    expect(await client.reply()).toMatchObject({ ok: 1 });
    client.close();
  });

  it.each<[string, Buffer, number, Document]>([
    ['a query', opQuery('test.things', { a: 1 }), 2, { $err: expect.stringContaining('OP_QUERY'), code: 5739101 }],
    ['a query by $query', opQuery('test.things', { $query: {} }, 4), 2, { code: 5739101 }],
    ['a query of a collection named $cmd', opQuery('test.a.$cmd.b', {}), 2, { code: 5739101 }],
    ['an OP_GET_MORE', getMore, 2, { $err: expect.stringContaining('OP_GET_MORE'), code: 5739101 }],
    [
      'a command',
      opQuery('test.$cmd', { count: 'things' }),
      0,
      { ok: 0, code: 352, codeName: 'UnsupportedOpQueryCommand' },
    ],
    ['getlasterror', opQuery('test.$cmd', { getlasterror: 1 }), 0, { ok: 0, code: 352 }],
    ['a login', opQuery('admin.$cmd', { saslStart: 1, mechanism: 'SCRAM-SHA-1' }), 0, { ok: 0, code: 352 }],
    ['a command without a name', opQuery('test.$cmd', {}), 0, { ok: 0, code: 352 }],
    ['an invalid handshake', opQuery('admin.$cmd', { hello: 1, maxTimeMS: -1 }), 0, { ok: 0, code: 2 }],
    ['a missing query', message(2004, Buffer.concat([int32(0), name, Buffer.alloc(8)])), 2, { code: 22 }],
    ['a query that is no document', opQuery('test.things', Buffer.from([4, 0, 0, 0, 0])), 2, { code: 22 }],
    [
      'a command that is no document',
      opQuery('test.$cmd', Buffer.from([255, 255, 255, 255, 0])),
      0,
      { ok: 0, code: 22 },
    ],
  ])('gets an error in an OP_REPLY, and its connection stays open: %s', async (_name, bytes, flags, body) => {
    const client = await connectTo(uri);
    client.send(bytes);
    expect(await opReply(client)).toMatchObject({ flags, body });
    client.send(ping);
    expect(await client.reply()).toMatchObject({ ok: 1 });
    client.close();
  });

  it.each<[string, Buffer, number]>([
    ['flags alone', message(2004, int32(0)), 2],
    ['a header alone', message(2004, Buffer.alloc(0)), 2],
    ['a name that does not end', message(2004, Buffer.concat([int32(0), Buffer.from('test.things')])), 2],
    ['no command', message(2004, Buffer.concat([int32(0), Buffer.from('a.$cmd\0'), Buffer.alloc(4)])), 0],
  ])('gets an error in an OP_REPLY before its connection is closed: %s', async (_name, bytes, flags) => {
    const client = await connectTo(uri);
    client.send(bytes);
    expect(await opReply(client)).toMatchObject({ flags, body: { ok: 0, code: 17 } });
    expect(await client.bytes()).toBeNull();
    await stillServes();
  });

  it.each([
    ['OP_UPDATE', message(2001, Buffer.concat([int32(0), name, int32(0), thing, thing]))],
    ['OP_INSERT', message(2002, Buffer.concat([int32(0), name, thing]))],
    ['OP_DELETE', message(2006, Buffer.concat([int32(0), name, int32(0), thing]))],
    ['OP_KILL_CURSORS', message(2007, Buffer.concat([int32(0), int32(0)]))],
    ['OP_INSERT', message(2002, Buffer.alloc(0))],
  ])('that expects no reply closes its connection and changes nothing: %s', async (operation, bytes) => {
    const client = await connectTo(uri);
    client.send(bytes);
    expect(await client.bytes()).toBeNull();
    await client.closed;
    await vi.waitFor(() => expect(store.said()).toContain(`closed: ${operation} is no longer supported`));
    expect(await db.collection('things').countDocuments({})).toBe(1);
  });

  it('gets a complete reply or an end, whatever bytes follow its header', async () => {
    const codes = fc.constantFrom(2001, 2002, 2004, 2004, 2004, 2005, 2006, 2007);
    const content = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));
    const query = fc.tuple(fc.constantFrom('a.$cmd\0', 'a.b\0', '$cmd\0', ''), content);
    await fc.assert(
      fc.asyncProperty(codes, query, async (code, [namespace, rest]) => {
        const client = await connectTo(uri);
        client.send(message(code, Buffer.concat([int32(0), Buffer.from(namespace), Buffer.alloc(8), rest])));
        const reply = await client.bytes();
        if (code === 2004 || code === 2005) expect(reply?.readInt32LE(12)).toBe(1);
        else expect(reply).toBeNull();
        client.close();
      }),
      tries(150),
    );
    await stillServes();
  });
});

describe('a driver with a user and a password', () => {
  it.each(['', '?authMechanism=SCRAM-SHA-1', '?authMechanism=SCRAM-SHA-256', '?authMechanism=PLAIN'])(
    'is told that the store has no users: %s',
    async (query) => {
      const address = uri.replace('mongodb://', 'mongodb://user:password@');
      const withUser = new MongoClient(address + query, { serverSelectionTimeoutMS: 5000 });
      await expect(withUser.connect()).rejects.toMatchObject({
        code: 18,
        message: expect.stringMatching(/no users.*user:password@/),
      });
      await withUser.close();
    },
  );

  it.each([
    { saslContinue: 1, conversationId: 1 },
    { authenticate: 1, mechanism: 'MONGODB-X509' },
  ])('is told so by %j', async (command) => {
    expect(await runCommand(uri, { ...command, $db: 'admin' })).toMatchObject({ ok: 0, code: 18 });
  });
});

describe('a connection', () => {
  it('accepts messages split at any byte', async () => {
    const client = await connectTo(uri);
    for (const byte of ping) client.send(Buffer.from([byte]));
    expect(await client.reply()).toMatchObject({ ok: 1 });
    client.send(Buffer.concat([ping, ping]));
    expect(await client.reply()).toMatchObject({ ok: 1 });
    expect(await client.reply()).toMatchObject({ ok: 1 });
    client.close();
  });

  it('accepts a checksum after the last section', async () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(await exchange(withChecksum(ping))).toMatchObject({ reply: { ok: 1 }, after: { ok: 1 } });
  });

  it('is closed if a checksum is wrong', async () => {
    const sent = withChecksum(ping);
    sent[sent.length - 10] = (sent[sent.length - 10] as number) ^ 1;
    const { reply, after } = await exchange(sent);
    expect(reply).toMatchObject({ ok: 0, code: 17, errmsg: expect.stringContaining('checksum') });
    expect(after).toBeNull();
  });

  it('can end in the middle of a message', async () => {
    for (const length of [1, 15, 16, 20, ping.length - 1]) {
      const client = await connectTo(uri);
      client.send(ping.subarray(0, length));
      client.close();
    }
    await stillServes();
  });

  it('runs commands that request no reply, and sends none', async () => {
    const client = await connectTo(uri);
    client.send(opMsg({ insert: 'quiet', documents: [{ _id: 1 }], $db: 'test' }, 2));
    client.send(opMsg({ nonsense: 1, $db: 'test' }, 2));
    client.send(ping);
    expect(await client.reply()).toEqual({ ok: 1 });
    expect(await db.collection('quiet').countDocuments({})).toBe(1);
    client.close();
  });

  it('does not disturb another client, even if 200 of them send garbage', async () => {
    let state = 42;
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const garbage = Array.from({ length: 200 }, (_, i) => {
      const bytes = Buffer.from(Array.from({ length: 20 + random(4000) }, () => random(256)));
      if (i % 4 === 1) bytes.writeInt32LE(bytes.length, 0);
      if (i % 4 === 2) bytes.writeInt32LE(2013, 12);
      return i % 4 === 3 ? message(2013, bytes) : bytes;
    });
    const clients: WireClient[] = [];
    const throwing = (async () => {
      for (const bytes of garbage) {
        const client = await connectTo(uri);
        clients.push(client);
        client.send(bytes);
      }
    })();
    const beside = db.collection('beside');
    for (let n = 0; n < 100; n++) {
      await beside.insertOne({ _id: n as never });
      expect(await beside.countDocuments({})).toBe(n + 1);
    }
    await throwing;
    for (const client of clients) client.close();
    await stillServes();
  });

  it('leaves the store intact after any damage to a message', async () => {
    const whole = opMsg({
      insert: 'damaged',
      documents: [{ _id: 1, a: [1, 'x', { b: Long.fromNumber(2) }], c: new Binary(Buffer.alloc(8)) }],
      $db: 'test',
    });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        const client = await connectTo(uri);
        client.send(bytes);
        client.send(ping);
        await Promise.race([client.reply(), new Promise((resolve) => setTimeout(resolve, 20))]);
        client.close();
      }),
      tries(150),
    );
    await stillServes();
    await db.collection('damaged').insertOne({});
    expect(await db.command({ validate: 'damaged' })).toMatchObject({ valid: true });
  });

  it('that reads no replies does not block other clients, nor closing', async () => {
    const own = await openStore();
    await own.db.collection('large').insertOne({ text: 'x'.repeat(4_000_000) });
    const deaf = await connectTo(own.store.uri, { deaf: true });
    for (let n = 0; n < 50; n++) deaf.send(opMsg({ find: 'large', $db: 'test' }));
    for (let n = 0; n < 20; n++) expect(await own.db.collection('large').countDocuments({})).toBe(1);
    await own.close();
    deaf.close();
  });
});

describe('a command', () => {
  it.each([
    [{ nonsense: 1 }, 59],
    [{ constructor: 1 }, 59],
    [{ ping: 1, $db: 7 }, 40571],
    [{ find: 'things', unknown: 1 }, 40415],
    [{ find: 'things', filter: { a: { $nonsense: 1 } } }, 2],
    [{ find: 'things', filter: { $where: 'true' } }, 2],
    [{ find: 'things', filter: 'all' }, 14],
    [{ find: 'things', sort: 1 }, 14],
    [{ find: 'things', projection: [] }, 14],
    [{ find: 'things', limit: 1.5 }, undefined],
    [{ find: 'things', batchSize: -1 }, undefined],
    [{ find: 'things', skip: 'x' }, 14],
    [{ find: 'things', maxTimeMS: -1 }, 2],
    [{ find: 'things', maxTimeMS: 'x' }, undefined],
    [{ find: 'things', singleBatch: 'x' }, 14],
    [{ find: 'things', hint: 7 }, 9],
    [{ find: 'things', collation: { locale: 'de' } }, 115],
    [{ find: '' }, 73],
    [{ find: 7 }, 73],
    [{ find: 'a\0b' }, 73],
    [{ aggregate: 'things', pipeline: [{ $nonsense: 1 }], cursor: {} }, 40324],
    [{ aggregate: 'things', pipeline: [{ $out: 'others' }], cursor: {} }, 40324],
    [{ aggregate: 'things', pipeline: [{ $project: { x: { $nonsense: 1 } } }], cursor: {} }, 168],
    [{ aggregate: 'things', pipeline: [{ $group: { _id: 1, x: { $nonsense: 1 } } }], cursor: {} }, 15952],
    [{ aggregate: 'things', pipeline: [] }, 9],
    [{ aggregate: 'things', pipeline: 7, cursor: {} }, 14],
    [{ aggregate: 'things', pipeline: [7], cursor: {} }, 14],
    [{ aggregate: 'things', pipeline: [], cursor: 7 }, 14],
    [{ count: 'things', query: 7 }, 14],
    [{ distinct: 'things', key: 7 }, 14],
    [{ explain: 7 }, undefined],
    [{ explain: { nonsense: 1 } }, undefined],
    [{ create: 'viewed', viewOn: 'things' }, 115],
    [{ getMore: Long.fromNumber(7), collection: 'things' }, 43],
    [{ getMore: 'x', collection: 'things' }, 14],
    [{ getMore: new Double(1.5), collection: 'things' }, undefined],
    [{ getMore: Long.fromNumber(7), collection: 7 }, 14],
    [{ killCursors: 'things', cursors: 7 }, 14],
    [{ listIndexes: 'nothing' }, 26],
    [{ validate: 'nothing' }, 26],
    [{ find: 'things', hint: 'nothing' }, 2],
    [{ find: 'things', lsid: 7 }, 14],
    [{ find: 'things', lsid: {} }, undefined],
    [{ find: 'things', lsid: { id: new Binary(Buffer.alloc(15), 4) } }, undefined],
    [{ ...aDelete(), lsid: { id: new Binary(Buffer.alloc(0), 4) }, txnNumber: Long.fromNumber(1) }, undefined],
    [{ ...aDelete(), lsid: { id: new Binary(Buffer.alloc(5000), 4) }, txnNumber: Long.fromNumber(1) }, undefined],
    [{ ...aDelete(), lsid: aSession(), txnNumber: new Double(1.5) }, undefined],
    [{ ...aDelete(), lsid: aSession(), txnNumber: 'x' }, 14],
    [{ ...aDelete(), lsid: aSession(), txnNumber: Long.fromNumber(-1) }, undefined],
    [{ ...aDelete(), txnNumber: Long.fromNumber(1) }, 72],
    [{ ...aDelete(), lsid: aSession(), txnNumber: Long.fromNumber(1), autocommit: true }, 72],
    [
      { ...aDelete(), lsid: aSession(), txnNumber: Long.fromNumber(1), autocommit: false, startTransaction: 7 },
      undefined,
    ],
    [{ ...aDelete(), lsid: aSession(), txnNumber: Long.fromNumber(1), startTransaction: true }, 72],
    [{ commitTransaction: 1, autocommit: false, txnNumber: Long.fromNumber(1), lsid: aSession() }, 251],
    [{ commitTransaction: 1 }, undefined],
  ])('that is invalid fails with MongoDB’s error code: %j', async (command: Document, code) => {
    const reply = await runCommand(uri, { ...command, $db: command.$db ?? 'test' });
    expect(reply).toMatchObject({ ok: 0, ...(code !== undefined && { code }) });
    // InternalError would mean an unexpected exception.
    expect(reply?.codeName).not.toBe('InternalError');
  });

  it('without a name is rejected', async () => {
    expect(await runCommand(uri, {})).toMatchObject({ ok: 0, code: 9 });
  });
});

function aDelete(): Document {
  return { delete: 'things', deletes: [{ q: { none: 1 }, limit: 1 }] };
}

function aSession(): Document {
  return { id: new Binary(Buffer.alloc(16, 7), 4) };
}

describe('a rejected write', () => {
  const refused: [string, Document, number][] = [
    ['an insert with an unknown argument', { insert: 'written', documents: [{}], nonsense: 1 }, 40415],
    ['an empty batch', { insert: 'written', documents: [] }, 16],
    ['an empty batch of updates', { update: 'written', updates: [] }, 16],
    ['documents of another type', { insert: 'written', documents: [7] }, 14],
    ['a duplicate _id', { insert: 'written', documents: [{ _id: 1 }] }, 11000],
    ['a duplicate key', { insert: 'written', documents: [{ name: 'one' }] }, 11000],
    ['an _id of an invalid type', { insert: 'written', documents: [{ _id: [1] }] }, 53],
    ['an _id that is too long', { insert: 'written', documents: [{ _id: 'x'.repeat(5000) }] }, 17280],
    ['an update of an _id', { update: 'written', updates: [{ q: { _id: 1 }, u: { $set: { _id: 2 } } }] }, 66],
    ['an unknown operator', { update: 'written', updates: [{ q: { _id: 1 }, u: { $nonsense: { a: 1 } } }] }, 9],
    [
      'an update into a duplicate',
      { update: 'written', updates: [{ q: { _id: 2 }, u: { $set: { name: 'one' } } }] },
      11000,
    ],
    ['a delete with a limit of 2', { delete: 'written', deletes: [{ q: {}, limit: 2 }] }, 9],
    ['a delete without a filter', { delete: 'written', deletes: [{ limit: 0 }] }, 40414],
    ['a delete with a null filter', { delete: 'written', deletes: [{ q: null, limit: 0 }] }, 40414],
    ['a delete without a limit', { delete: 'written', deletes: [{ q: {} }] }, 40414],
    [
      'an update without a filter',
      { update: 'written', updates: [{ u: { $set: { kind: 'b' } }, multi: true }] },
      40414,
    ],
    ['an update without a change', { update: 'written', updates: [{ q: {} }] }, 40414],
    [
      'a malformed update after a good one',
      {
        update: 'written',
        updates: [
          { q: {}, u: { $set: { kind: 'b' } } },
          { q: {}, u: { $set: {} }, multi: 'x' },
        ],
      },
      14,
    ],
    ['create with a size but not capped', { create: 'sized', size: 1000 }, 115],
    ['create of an existing collection', { create: 'written' }, 48],
    ['create with an invalid name', { create: 'a$b' }, 73],
    ['an index with an invalid key', { createIndexes: 'written', indexes: [{ key: { a: 'x' }, name: 'a' }] }, 67],
    ['an index without a name', { createIndexes: 'written', indexes: [{ key: { a: 1 } }] }, 9],
    ['no indexes', { createIndexes: 'written', indexes: [] }, 2],
    [
      'another index with the same name',
      { createIndexes: 'written', indexes: [{ key: { z: 1 }, name: 'name_1' }] },
      86,
    ],
    [
      'a unique index over duplicates',
      { createIndexes: 'written', indexes: [{ key: { kind: 1 }, name: 'kind', unique: true }] },
      11000,
    ],
    ['dropIndexes of a missing index', { dropIndexes: 'written', index: 'nothing' }, 27],
    ['dropIndexes by a key that two indexes have', { dropIndexes: 'written', index: { kind: 1 } }, 181],
    ['dropIndexes by a key that no index has', { dropIndexes: 'written', index: { nothing: 1 } }, 27],
    ['dropIndexes of the index on _id', { dropIndexes: 'written', index: '_id_' }, 72],
    ['dropIndexes of a missing collection', { dropIndexes: 'nothing', index: '*' }, 26],
    [
      'findAndModify into a duplicate key',
      { findAndModify: 'written', query: { _id: 2 }, update: { $set: { name: 'one' } } },
      11000,
    ],
    [
      'findAndModify with an upsert into a duplicate key',
      { findAndModify: 'written', query: { _id: 9 }, update: { $set: { name: 'one' } }, upsert: true },
      11000,
    ],
    ['findAndModify without a change', { findAndModify: 'written', query: {} }, 9],
  ];

  beforeAll(async () => {
    const written = db.collection('written');
    await written.createIndex({ name: 1 }, { unique: true });
    for (const kind of ['a', 'b'])
      await written.createIndex({ kind: 1 }, { name: `kind ${kind}`, partialFilterExpression: { kind } });
    await written.insertMany([
      { _id: 1, name: 'one', kind: 'a' },
      { _id: 2, name: 'two', kind: 'a' },
    ] as never[]);
  });

  const codeOf = (reply: Document | null) => reply?.writeErrors?.[0]?.code ?? reply?.code;

  it.each(refused)('gets an error when sent alone: %s', async (_name, command, code) => {
    expect(codeOf(await runCommand(uri, { ...command, $db: 'test' }))).toBe(code);
  });

  it('counts the statements before the failed one, and nothing of that one', async () => {
    await db.collection('halfway').createIndex({ n: 1 }, { unique: true, sparse: true });
    await db.collection('halfway').insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }] as never[]);
    const reply = await runCommand(uri, {
      update: 'halfway',
      updates: [
        { q: { _id: 3 }, u: { $set: { m: 1 } } },
        { q: { _id: { $lt: 3 } }, u: { $set: { n: 1 } }, multi: true },
      ],
      $db: 'test',
    });
    expect(reply).toMatchObject({ ok: 1, n: 1, nModified: 1, writeErrors: [{ index: 1, code: 11000 }] });
    expect(await db.collection('halfway').countDocuments({ n: 1 })).toBe(1);
  });

  it('gets its own error when sent concurrently with valid writes, which all succeed', async () => {
    const sent = refused.flatMap(([name, command, code], i): [string, Document, number | undefined][] => [
      [name, command, code],
      [`good ${i}`, { insert: 'good', documents: [{ _id: i }] }, undefined],
    ]);
    for (let round = 0; round < 3; round++) {
      const clients = await Promise.all(sent.map(() => connectTo(uri)));
      sent.forEach(([, command], i) => {
        (clients[i] as WireClient).send(opMsg({ ...command, $db: 'test' }));
      });
      const replies = await Promise.all(clients.map((client) => client.reply()));
      expect(replies.map((reply, i) => [sent[i]?.[0], codeOf(reply)])).toEqual(
        sent.map(([name, , code]) => [name, code]),
      );
      for (const client of clients) client.close();
      expect(await db.collection('good').countDocuments({})).toBe(refused.length);
      await db.collection('good').deleteMany({});
    }
    expect(await db.collection('written').countDocuments({ kind: 'a' })).toBe(2);
    expect(await db.collection('written').indexes()).toHaveLength(4);
    for (const name of ['written', 'good']) expect(await db.command({ validate: name })).toMatchObject({ valid: true });
  });
});
