import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../src/create-gateway.ts';
import { watchProcess } from '../../src/server/watch-process.ts';
import { testSettings } from '../support/gateway.ts';
import { openTestStore, type TestStore } from '../support/store.ts';
import { captureLog, type LogEntry } from './log.ts';

const log = captureLog();
const secret = 'hunter2-hunter2-hunter2-hunter2-hunter2';
let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store?.close());

/** What is logged for these requests at `info`. */
async function logged(...requests: object[]): Promise<LogEntry[]> {
  const settings = { ...testSettings, logLevel: 'info', ingestToken: `${secret}-of-the-gateway` } as const;
  const app = await createGateway(store, settings);
  for (const request of requests) await app.inject(request);
  await app.close();
  return log.entries();
}

const post = (payload: object, headers: object = {}) => ({ method: 'POST', url: '/graphql', payload, headers });

describe('each answer', () => {
  it('is a line with the request id, the operation, its cost, its time and its outcome', async () => {
    const query = 'query Incidents($id: ID!) { incidents { nodes { id } } actor(id: $id) { name } }';
    const [entry] = await logged(post({ query, variables: { id: 'iran' } }));
    expect(entry).toEqual({
      level: 30,
      time: expect.any(Number),
      pid: process.pid,
      hostname: expect.any(String),
      msg: 'Answered',
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

  it('names the codes of its errors', async () => {
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

  it('holds no variable, no word of the query, no token, no address', async () => {
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
    expect(entries.filter(({ msg }) => msg === 'Answered')).toHaveLength(10);
    expect(JSON.stringify(entries)).not.toContain('hunter2');
  });

  it('of a probe is left out', async () => {
    expect(await logged({ url: '/livez' }, { url: '/readyz' }, { url: '/metrics' })).toEqual([]);
  });
});

describe('a process that stands still', () => {
  it('says for how long', async () => {
    const warnings: object[] = [];
    const watch = watchProcess({ warn: (fields: object) => warnings.push(fields) } as never, 1700);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const until = performance.now() + 1300;
    while (performance.now() < until);
    await expect.poll(() => warnings, { timeout: 5000 }).not.toEqual([]);
    watch.stop();
    expect(warnings[0]).toEqual({ delayMs: expect.any(Number) });
    expect((warnings[0] as { delayMs: number }).delayMs).toBeGreaterThan(1000);
  });
});
