import { serialize } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type TestStore } from './test-store.ts';
import { connectTo, documentSequence, opMsg, runCommand } from './wire-client.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openStore();
  await store.db.collection('things').insertOne({});
});
afterAll(() => store.close());

const ping = opMsg({ ping: 1, $db: 'admin' });
const stillServes = async () =>
  expect(await runCommand(store.store.uri, { ping: 1, $db: 'admin' })).toMatchObject({ ok: 1 });

/** What the store answers to these bytes, and to a ping after them; null where it hangs up. */
async function exchange(bytes: Buffer) {
  const client = await connectTo(store.store.uri);
  client.send(bytes);
  const reply = await client.reply();
  client.send(ping);
  const after = await client.reply();
  client.close();
  return { reply, after };
}

function patched(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeInt32LE(value, at);
  return copy;
}

/** An insert of one document that has these bytes where `text` says "abcd". */
function _insertWith(bytes: number[], name = 'text'): Buffer {
  const body = Buffer.from(serialize({ insert: 'things', documents: [{ [name]: 'abcd' }], $db: 'test' }));
  body.set(bytes, body.indexOf('abcd'));
  return opMsg(body);
}

/** The document of one field, of any type and bytes. */
function field(type: number, value: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from([type]), Buffer.from('x\0'), value, Buffer.from([0])]);
  const size = Buffer.alloc(4);
  size.writeInt32LE(content.length + 4, 0);
  return Buffer.concat([size, content]);
}

function _nested(type: number, levels: number): Buffer {
  let bytes: Buffer = Buffer.from(serialize({}));
  for (let level = 0; level < levels; level++) bytes = field(type, bytes);
  return bytes;
}

const insert = serialize({ insert: 'things', $db: 'test' });
const thing = Buffer.from(serialize({ a: 1 }));
const _insertOf = (document: Buffer) => opMsg(Buffer.from(insert), 0, documentSequence('documents', [document]));

describe('a message that is none', () => {
  it.each([
    ['a length of 0', patched(ping, 0, 0), 17],
    ['a length below the header', patched(ping, 0, 15), 17],
    ['a negative length', patched(ping, 0, -1), 17],
    ['the least length', patched(ping, 0, -(2 ** 31)), 17],
    ['the greatest length', patched(ping, 0, 2 ** 31 - 1), 17],
    ['a length beyond the limit', patched(ping, 0, 48_000_017), 17],
    ['a header alone', patched(ping.subarray(0, 16), 0, 16), 17],
    ['no body', patched(ping.subarray(0, 20), 0, 20), 17],
    ['an unknown operation', patched(ping, 12, 4711), 352],
    ['a negative operation', patched(ping, 12, -1), 352],
    ['a compressed message', patched(ping, 12, 2012), 352],
    ['an insert of 2001', patched(ping, 12, 2002), 352],
    ['unknown required flags', opMsg({ ping: 1, $db: 'admin' }, 1 << 5), 17],
    ['a section of an unknown kind', opMsg({ ping: 1, $db: 'admin' }, 0, Buffer.from([2])), 17],
    ['two bodies', opMsg({ ping: 1, $db: 'admin' }, 0, Buffer.from([0]), Buffer.from(serialize({}))), 17],
    ['sequences without a body', patched(patched(ping, 20, 1), 21, ping.length - 21), 17],
    ...[-(2 ** 31), -1, 0, 3, 4, 13, 1000, 2 ** 31 - 1].map((size): [string, Buffer, number] => [
      `a document sequence that says ${size} bytes`,
      opMsg(Buffer.from(insert), 0, documentSequence('documents', [thing], size)),
      17,
    ]),
    [
      'two sequences of a name',
      opMsg(Buffer.from(insert), 0, documentSequence('a', []), documentSequence('a', [])),
      17,
    ],
    ['a sequence without an end of its name', opMsg(Buffer.from(insert), 0, Buffer.from([1, 6, 0, 0, 0, 65, 65])), 17],
    ['an old query', patched(Buffer.concat([ping.subarray(0, 16), Buffer.alloc(30)]), 12, 2004), undefined],
  ])('is refused, and its client cut off: %s', async (_name, bytes, code) => {
    const whole = bytes.length >= 4 && bytes.readInt32LE(0) > bytes.length ? bytes : patched(bytes, 0, lengthOf(bytes));
    const { reply, after } = await exchange(whole);
    expect(reply).toMatchObject(code === undefined ? { ok: 0 } : { ok: 0, code });
    expect(after === null || code === undefined).toBe(true);
    await stillServes();
  });

  /** The length that the case gives, where it is a lie, else that of its bytes. */
  function lengthOf(bytes: Buffer): number {
    const said = bytes.readInt32LE(0);
    return said < 16 ? said : bytes.length;
  }
});
