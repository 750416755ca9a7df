import { type CommandStartedEvent, MongoClient, MongoServerError } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aggregateDocuments, findDocuments } from '../../src/store/read-documents.ts';
import { openProxy, type StoreProxy } from '../support/proxy.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

const time = { maxTimeMS: 60_000 };
const byId = new Map([['_id', 1 as const]]);

let target: TestStore;
let proxy: StoreProxy;
let client: MongoClient;
let sent: CommandStartedEvent[] = [];
beforeAll(async () => {
  target = await openTestStore();
  proxy = await openProxy(String(target.client.options.hosts[0]));
  client = await connectWith('');
});
beforeEach(async () => {
  sent = [];
});
afterAll(async () => {
  await client?.close();
  await proxy?.close();
  await target?.close();
});

/** Connects through the proxy, as no options of ours are wanted here. */
async function connectWith(options: string): Promise<MongoClient> {
  const url = new URL('mongodbUri' in target.config ? target.config.mongodbUri : 'mongodb://store');
  const credentials = url.username && `${url.username}:${url.password}@`;
  const address = `mongodb://${credentials}127.0.0.1:${proxy.port}/?directConnection=true${options}`;
  const connected = await new MongoClient(address, { monitorCommands: true }).connect();
  connected.on('commandStarted', (event) => sent.push(event));
  return connected;
}

async function filled(name: string, count: number, text: string): Promise<void> {
  const rows = Array.from({ length: count }, (_, _id) => ({ _id: _id as never, text }));
  for (let from = 0; from < count; from += 1000)
    await target.database.collection(name).insertMany(rows.slice(from, from + 1000));
}

const database = (of = client) => of.db(target.database.databaseName);
const names = () => sent.map(({ commandName }) => commandName);

describe('a result that fits into one reply', () => {
  it('costs one command, whatever its size is to the limit', async () => {
    await filled('few', 5, 'x');
    for (const limit of [1, 5, 6]) {
      const found = await findDocuments(
        database(),
        'few',
        { filter: { _id: { $gte: 0 } }, projection: { _id: 1 }, sort: new Map([['_id', -1]]), limit },
        time,
      );
      expect(found).toEqual([4, 3, 2, 1, 0].slice(0, limit).map((_id) => ({ _id })));
    }
    expect(await aggregateDocuments(database(), 'few', [{ $count: 'n' }], time)).toEqual([{ n: 5 }]);
    expect(names()).toEqual(['find', 'find', 'find', 'aggregate']);
  });

  it('is empty for a collection that does not exist', async () => {
    const all = { filter: {}, projection: { _id: 1 }, limit: 3 };
    expect(await findDocuments(database(), 'nowhere', all, time)).toEqual([]);
    expect(await aggregateDocuments(database(), 'nowhere', [], time)).toEqual([]);
  });
});

describe('a result that does not fit into one reply', () => {
  it('is returned whole if it has more than 10,000 rows', async () => {
    await filled('many', 10_500, 'x');
    const rows = await aggregateDocuments(database(), 'many', [{ $sort: { _id: 1 } }, { $project: { _id: 1 } }], time);
    expect(rows).toEqual(Array.from({ length: 10_500 }, (_, _id) => ({ _id })));
  });

  it('is returned whole if it exceeds 16 MB', async () => {
    await filled('large', 25, 'x'.repeat(1_000_000));
    const all = { filter: {}, projection: { text: 1 }, sort: byId, limit: 100 };
    const found = await findDocuments(database(), 'large', all, time);
    expect(found.map(({ _id, text }) => [_id, text.length])).toEqual(
      Array.from({ length: 25 }, (_, _id) => [_id, 1_000_000]),
    );
    expect(names()).toContain('killCursors');
  });
});

describe('a connection that breaks', () => {
  const few = { filter: {}, projection: { _id: 1 }, sort: byId, limit: 5 };

  /** Breaks the connections that are open, so that the next command on one of them fails. */
  async function breakNext(): Promise<void> {
    await database().command({ ping: 1 });
    proxy.cutAfter(10);
    sent = [];
    setTimeout(() => void proxy.restore(), 100);
  }

  it('is replaced by another, on which the command is sent again', async () => {
    await breakNext();
    expect(await findDocuments(database(), 'few', few, time)).toHaveLength(5);
    expect(names().filter((name) => name === 'find').length).toBeGreaterThan(1);
  });

  it('is an error if the address turns retries off', async () => {
    const other = await connectWith('&retryReads=false');
    await breakNext();
    await expect(findDocuments(database(other), 'few', few, time)).rejects.toThrow(/connection/i);
    await proxy.restore();
    await other.close();
  });
});

it('an error of the command is not tried again', async () => {
  const wrong = findDocuments(database(), 'few', { filter: { $nonsense: 1 }, projection: {}, limit: 1 }, time);
  await expect(wrong).rejects.toThrow(MongoServerError);
  expect(names()).toEqual(['find']);
});
