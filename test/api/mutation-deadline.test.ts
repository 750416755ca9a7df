import { setTimeout as sleep } from 'node:timers/promises';
import { MongoError, MongoServerError } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { createGateway } from '../../src/process/create-gateway.ts';
import { isUnavailable } from '../../src/store/is-unavailable.ts';
import { article, incident } from '../support/articles.ts';
import { parseAll, testSettings } from '../support/gateway.ts';
import { standalone } from '../support/standalone.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

const ingestToken = 'a-token-of-at-least-32-characters-for-tests';
const mutationTimeoutMs = 600;

let store: TestStore;
let gateway: Awaited<ReturnType<typeof createGateway>>;

beforeEach(async () => {
  store = await openTestStore();
  await writeArticles(store.database, store.client, parseAll([article('first', { incidents: [incident('raid')] })]), {
    dryRun: false,
  });
  const settings = { ...testSettings, ingestToken, mutationTimeoutMs, http: { maxInFlight: 3 } };
  gateway = await createGateway(store, settings);
});
afterEach(async () => {
  vi.useRealTimers();
  await gateway.close();
  await store.close();
});

async function post(query: string) {
  const headers = { authorization: `Bearer ${ingestToken}` };
  const response = await gateway.inject({ method: 'POST', url: '/graphql', headers, payload: { query } });
  return { status: response.statusCode, retryAfter: response.headers['retry-after'], ...response.json() };
}

const control = () => store.database.collection<{ _id: string }>('control');

/** Holds the lease as another writer does, by the clock of the server. */
async function holdLease(ms: number): Promise<void> {
  await control().updateOne({ _id: 'seed' }, [{ $set: { owner: 'another', until: { $add: ['$$NOW', ms] } } }]);
}

const mutations = [
  'mutation { retractArticle(id: "first") { accepted } }',
  'mutation { merge(from: "Actor:a", into: "Actor:b") { accepted } }',
  'mutation { unmerge(from: "Actor:a") { accepted } }',
];

describe('a mutation that waits for another writer', () => {
  it('fails at its deadline with 503 and Retry-After, writes nothing, and does not hold up queries', async () => {
    await holdLease(40_000);
    const before = await control().findOne({ _id: 'seed' });
    const waiting = mutations.map(post);
    await sleep(100);
    expect(await post('{ incidents { totalCount } }')).toMatchObject({
      status: 200,
      data: { incidents: { totalCount: 1 } },
    });
    for (const response of await Promise.all(waiting)) {
      expect(response).toMatchObject({
        status: 503,
        retryAfter: '1',
        data: null,
        errors: [
          {
            message: 'Other writers are busy, and nothing was written; try again in a moment',
            extensions: { code: 'SERVICE_UNAVAILABLE' },
          },
        ],
      });
      expect(response.errors[0].extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
    }
    expect(await control().findOne({ _id: 'seed' })).toEqual(before);
    expect(await store.database.collection('merges').countDocuments()).toBe(0);
  });

  it('is executed if the lock becomes free in time', async () => {
    await holdLease(200);
    expect(await post(mutations[0] as string)).toMatchObject({
      status: 200,
      data: { retractArticle: { accepted: true } },
    });
  });

  it('is rejected beyond MAX_IN_FLIGHT, while queries are not', async () => {
    await holdLease(40_000);
    const waiting = Array.from({ length: 8 }, () => post(mutations[1] as string));
    await sleep(50);
    expect(await post('{ incidents { totalCount } }')).toMatchObject({ status: 200 });
    const messages = (await Promise.all(waiting)).map(({ errors }) => errors[0].message);
    expect(messages.filter((message) => message.startsWith('The gateway is overloaded')).length).toBeGreaterThan(0);
  });
});

describe.each(['with transactions', 'without transactions'])('a writer %s whose clock is wrong', (kind) => {
  const write = (until: number) => {
    const database = kind === 'with transactions' ? store.database : standalone(store.database);
    const limits = { articles: 500, entities: 2000, until: performance.now() + until };
    return writeArticles(database, store.client, parseAll([article('second')]), { dryRun: false, limits });
  };

  it('does not take a lease that is held by the clock of the server', async () => {
    await holdLease(40_000);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    await expect(write(300)).rejects.toThrow('Other writers did not end in time; nothing was written');
    expect(await store.database.collection('articles').countDocuments()).toBe(1);
  });

  it('takes a lease that has expired by the clock of the server', async () => {
    await holdLease(-1);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    await write(60_000);
    expect(await store.database.collection('articles').countDocuments()).toBe(2);
  });
});

describe('isUnavailable', () => {
  const labelled = (label: string) => {
    const error = new MongoError('said by the server');
    error.addErrorLabel(label);
    return error;
  };

  it.each([
    ['a write conflict', new MongoServerError({ message: 'WriteConflict', code: 112 })],
    ['a transaction that was aborted', new MongoServerError({ message: 'NoSuchTransaction', code: 251 })],
    ['a lock timeout', new MongoServerError({ message: 'LockTimeout', code: 24 })],
    ['a primary that stepped down', new MongoServerError({ message: 'PrimarySteppedDown', code: 189 })],
    ['a snapshot that is too old', new MongoServerError({ message: 'SnapshotTooOld', code: 239 })],
    ['a transient error', labelled('TransientTransactionError')],
    ['an unknown result of a commit', labelled('UnknownTransactionCommitResult')],
    ['a write that can be retried', labelled('RetryableWriteError')],
  ])('is true for %s', (_what, error) => {
    expect(isUnavailable(error)).toBe(true);
  });

  it.each([
    ['a wrong command', new MongoServerError({ message: 'FailedToParse', code: 9 })],
    ['a duplicate key', new MongoServerError({ message: 'DuplicateKey', code: 11_000 })],
    ['an error with another label', labelled('NoWritesPerformed')],
  ])('is false for %s', (_what, error) => {
    expect(isUnavailable(error)).toBe(false);
  });
});
