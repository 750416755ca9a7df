import type { InjectOptions } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGateway } from '../../src/process/create-gateway.ts';
import { openTestGateway, type TestGateway, testSettings } from '../support/gateway.ts';
import { ingestToken } from './editor.ts';

let gateway: TestGateway;
let app: TestGateway['app'];

beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

/** A new gateway for each test, so that earlier failures do not slow it down. */
beforeEach(async () => {
  app = await createGateway(gateway.store, { ...testSettings, ingestToken });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await app.close();
});

const query = 'mutation { retractArticle(id: "nothing") { accepted } }';
const json = { 'content-type': 'application/json' };

interface Told {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  body: any;
  ms: number;
}

async function send(options: InjectOptions, to = app): Promise<Told> {
  const began = performance.now();
  const response = await to.inject({ method: 'POST', url: '/graphql', payload: { query }, ...options });
  const { statusCode: status, headers, body: text } = response;
  return { status, headers, text, body: response.json(), ms: performance.now() - began };
}

const withToken = (token: string, remoteAddress = '192.0.2.1', to = app) =>
  send({ remoteAddress, headers: { authorization: `Bearer ${token}` } }, to);
const wrong = 'a-wrong-token-0123456789-0123456789';

describe('the write API', () => {
  it.each(['Bearer', 'bearer', 'BEARER', 'Bearer '])('accepts the token after the scheme %j', async (scheme) => {
    const { status, body } = await send({ headers: { authorization: `${scheme} ${ingestToken}` } });
    expect({ status, body }).toMatchObject({ status: 200, body: { data: { retractArticle: { accepted: true } } } });
  });

  it.each<[string, InjectOptions, string | RegExp]>([
    ['no header', {}, 'Bearer'],
    ['an empty header', { headers: { authorization: '' } }, 'Bearer'],
    ['another scheme', { headers: { authorization: `Basic ${ingestToken}` } }, 'Bearer'],
    ['the token alone', { headers: { authorization: ingestToken } }, 'Bearer'],
    ['no token', { headers: { authorization: 'Bearer ' } }, 'Bearer'],
    ['two tokens', { headers: { authorization: `Bearer ${ingestToken} ${ingestToken}` } }, 'Bearer'],
    ['a wrong token', { headers: { authorization: `Bearer ${wrong}` } }, /invalid_token/],
    [
      'the beginning of the token',
      { headers: { authorization: `Bearer ${ingestToken.slice(0, -1)}` } },
      /invalid_token/,
    ],
    ['more than the token', { headers: { authorization: `Bearer ${ingestToken}x` } }, /invalid_token/],
    [
      'the token in other letters',
      { headers: { authorization: `Bearer ${ingestToken.toUpperCase()}` } },
      /invalid_token/,
    ],
    ['the token in the query string', { url: `/graphql?access_token=${ingestToken}&token=${ingestToken}` }, 'Bearer'],
    ['the token in a cookie', { headers: { cookie: `token=${ingestToken}` } }, 'Bearer'],
    ['the token in another header', { headers: { 'x-authorization': `Bearer ${ingestToken}` } }, 'Bearer'],
    [
      'the token in the body',
      { payload: { query, variables: { token: ingestToken }, extensions: { token: ingestToken } } },
      'Bearer',
    ],
  ])('responds with 401 to a request with %s', async (_, options, challenge) => {
    const { status, headers, body, text } = await send(options);
    expect(status).toBe(401);
    expect(body).toEqual({
      errors: [{ message: expect.stringMatching(/token/), extensions: { code: 'UNAUTHENTICATED' } }],
      extensions: expect.anything(),
    });
    expect(headers['www-authenticate']).toMatch(challenge);
    expect(text).not.toContain(ingestToken);
  });

  it('is disabled without INGEST_TOKEN, whatever the client sends', async () => {
    for (const headers of [{}, { authorization: `Bearer ${ingestToken}` }, { authorization: 'Bearer undefined' }]) {
      const { status, body } = await send({ headers }, gateway.app);
      expect(status).toBe(403);
      expect(body.errors).toEqual([
        { message: 'Writing is disabled: INGEST_TOKEN is not set', extensions: { code: 'FORBIDDEN' } },
      ]);
    }
  });

  it.each(['GET', 'HEAD'] as const)('rejects %s, even with the token', async (method) => {
    const url = `/graphql?query=${encodeURIComponent(query)}`;
    const response = await app.inject({ method, url, headers: { ...json, authorization: `Bearer ${ingestToken}` } });
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe('POST');
  });

  it('authorizes the operation that is executed', async () => {
    const payload = { query: `query Read { articles { totalCount } } ${query.replace('mutation', 'mutation Write')}` };
    expect(await send({ payload: { ...payload, operationName: 'Read' } })).toMatchObject({ status: 200 });
    expect(await send({ payload: { ...payload, operationName: 'Write' } })).toMatchObject({ status: 401 });
  });

  it('changes nothing for an unauthorized request', async () => {
    const variables = { article: { id: 'a', published: '2023-11-12', text: 'T' } };
    const ingest = 'mutation ($article: ArticleInput!) { ingestArticle(article: $article) { accepted } }';
    expect(await send({ payload: { query: ingest, variables } })).toMatchObject({ status: 401 });
    expect(await gateway.ask('{ articles { totalCount } }')).toEqual({ articles: { totalCount: 0 } });
  });

  it('is listed by introspection, enabled or not', async () => {
    const told = '{ __schema { mutationType { fields { name } } } }';
    const names = ['ingestArticle', 'retractArticle', 'merge', 'unmerge'].map((name) => ({ name }));
    for (const each of [app, gateway.app]) {
      const { body } = await send({ payload: { query: told } }, each);
      expect(body.data).toEqual({ __schema: { mutationType: { fields: names } } });
    }
  });

  it('writes no token to the log', async () => {
    const lines: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0);
    const talkative = await createGateway(gateway.store, { ...testSettings, ingestToken, logLevel: 'trace' });
    const secret = `${wrong}-secret`;
    await withToken(ingestToken, '192.0.2.1', talkative);
    await withToken(secret, '192.0.2.1', talkative);
    await send({ headers: { authorization: `Bearer ${ingestToken}` }, payload: '{"broken' }, talkative);
    await send({ url: '/%zz', headers: { authorization: `Bearer ${ingestToken}` } }, talkative);
    talkative.log.info('The end');
    await talkative.close();
    expect(lines.join('')).toContain('The end');
    expect(lines.join('')).not.toMatch(new RegExp(`${ingestToken}|${secret}`));
  });
});

describe('a client with a wrong token', () => {
  it('waits longer after each failure, even with the right token, while other clients do not wait', async () => {
    const times: number[] = [];
    for (let i = 0; i < 4; i++) times.push((await withToken(wrong)).ms);
    expect(times[2]).toBeGreaterThan(150);
    expect(times[3]).toBeGreaterThan(300);
    const [right, other] = await Promise.all([withToken(ingestToken), withToken(ingestToken, '192.0.2.2')]);
    expect([right.status, other.status]).toEqual([200, 200]);
    expect(right.ms).toBeGreaterThan(600);
    expect(other.ms).toBeLessThan(right.ms);
  });

  it('can still read', async () => {
    for (let i = 0; i < 4; i++) await withToken(wrong);
    const { ms, status } = await send({ payload: { query: '{ articles { totalCount } }' } });
    expect(status).toBe(200);
    expect(ms).toBeLessThan(800);
  });

  it('gets 429 with Retry-After if many requests wait at once', async () => {
    const all = Array.from({ length: 12 }, () => withToken(wrong, '2001:db8::1'));
    const first = await Promise.race(all);
    expect(first.status).toBe(401);
    const refused = await withToken(ingestToken, '2001:db8::2');
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'retry-after': expect.stringMatching(/^1\d$/) },
      body: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] },
    });
    expect((await withToken(ingestToken, '2001:db8:0:1::1')).status).toBe(200);
  });
});
