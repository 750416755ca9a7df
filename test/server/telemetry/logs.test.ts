import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../../src/process/create-gateway.ts';
import { monitorEventLoop } from '../../../src/server/telemetry/event-loop-monitor.ts';
import { testSettings } from '../../support/gateway.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { captureLog, type LogEntry } from './log.ts';

const log = captureLog();
const secret = 'hunter2-hunter2-hunter2-hunter2-hunter2';
let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store?.close());

/** Returns the log entries of these requests at the level `info`. */
async function logged(...requests: object[]): Promise<LogEntry[]> {
  const settings = { ...testSettings, logLevel: 'info', ingestToken: `${secret}-of-the-gateway` } as const;
  const app = await createGateway(store, settings);
  for (const request of requests) await app.inject(request);
  await app.close();
  return log.entries();
}

const post = (payload: object, headers: object = {}) => ({ method: 'POST', url: '/graphql', payload, headers });

describe('the log line of a response', () => {
  it('contains the request id, the operation, its cost, its time and its outcome', async () => {
    const query = 'query Incidents($id: ID!) { incidents { nodes { id } } actor(id: $id) { name } }';
    const [entry] = await logged(post({ query, variables: { id: 'iran' } }));
    expect(entry).toEqual({
      level: 30,
      time: expect.any(Number),
      pid: process.pid,
      hostname: expect.any(String),
      msg: 'Request completed',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      method: 'POST',
      route: '/graphql',
      status: 200,
      ms: expect.any(Number),
      operationName: 'Incidents',
      operationType: 'query',
      cost: expect.any(Number),
      outcome: 'ok',
      storeCommands: 3,
    });
  });

  it('contains the codes of its errors', async () => {
    const entries = await logged(
      post({ query: '{ actor(id: "Location:x") { name } }' }),
      post({ query: '{ nope }' }),
      post({ query: '{' }),
      { method: 'DELETE', url: '/graphql' },
    );
    expect(entries.map(({ status, outcome, codes }) => ({ status, outcome, codes }))).toEqual([
      { status: 200, outcome: 'refused', codes: ['BAD_USER_INPUT'] },
      { status: 400, outcome: 'refused', codes: ['GRAPHQL_VALIDATION_FAILED'] },
      { status: 400, outcome: 'refused', codes: ['GRAPHQL_PARSE_FAILED'] },
      { status: 405, outcome: undefined, codes: undefined },
    ]);
  });

  it('contains no variables, query text, tokens or URLs', async () => {
    const entries = await logged(
      post({ query: `query Q($t: String!) { search(text: $t) { totalCount } }`, variables: { t: secret } }),
      post({ query: `{ search(text: "${secret}") { totalCount } }` }),
      post({ query: `{ actor(id: "${secret}!") { name } }` }),
      post({ query: `query Q($id: ID!) { actor(id: $id) { name } }`, variables: { id: { not: secret } } }),
      post(
        { query: `mutation { retractArticle(id: "${secret}") { __typename } }` },
        { authorization: `Bearer ${secret}` },
      ),
      post({ query: '{ __typename }' }, { authorization: `Bearer ${secret}`, cookie: secret, 'x-request-id': secret }),
      { url: `/graphql?query={__typename}&token=${secret}`, headers: { 'apollo-require-preflight': '1' } },
      { url: `/${secret}` },
      {
        method: 'POST',
        url: '/graphql',
        payload: `{"query": "${secret}`,
        headers: { 'content-type': 'application/json' },
      },
      { method: 'POST', url: '/graphql', payload: secret, headers: { 'content-type': `text/${secret}` } },
    );
    expect(entries.filter(({ msg }) => msg === 'Request completed')).toHaveLength(10);
    expect(JSON.stringify(entries)).not.toContain('hunter2');
  });

  it('is omitted for probes', async () => {
    expect(await logged({ url: '/livez' }, { url: '/readyz' }, { url: '/metrics' })).toEqual([]);
  });
});

describe('a mutation that the store keeps from being executed', () => {
  it('is logged with the reason', async () => {
    const control = store.database.collection<{ _id: string }>('control');
    await control.updateOne({ _id: 'seed' }, [{ $set: { owner: 'another', until: { $add: ['$$NOW', 40_000] } } }], {
      upsert: true,
    });
    const settings = { ...testSettings, logLevel: 'warn', ingestToken: secret, mutationTimeoutMs: 200 } as const;
    const app = await createGateway(store, settings);
    const query = 'mutation { unmerge(from: "Actor:a") { accepted } }';
    const headers = { authorization: `Bearer ${secret}` };
    const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
    expect(response.statusCode).toBe(503);
    await app.close();
    await control.deleteOne({ _id: 'seed' });
    const [entry] = log.entries();
    expect(entry).toMatchObject({ level: 40, msg: 'The document store is unavailable' });
    expect(entry).toMatchObject({ reason: 'Other writers did not end in time; nothing was written' });
  });
});

describe('monitorEventLoop', () => {
  it('logs for how long the event loop was blocked', async () => {
    const warnings: object[] = [];
    const monitor = monitorEventLoop({ warn: (fields: object) => warnings.push(fields) } as never, 1700);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const until = performance.now() + 1300;
    while (performance.now() < until);
    await expect.poll(() => warnings, { timeout: 5000 }).not.toEqual([]);
    monitor.stop();
    expect(warnings[0]).toEqual({ delayMs: expect.any(Number) });
    expect((warnings[0] as { delayMs: number }).delayMs).toBeGreaterThan(1000);
  });
});
