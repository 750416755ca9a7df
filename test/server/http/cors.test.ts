import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSmallServer } from '../small-server.ts';
import { captureLog } from '../telemetry/log.ts';

const news = 'https://news.example';
let none: FastifyInstance;
let listed: FastifyInstance;
let anybody: FastifyInstance;

beforeAll(async () => {
  none = await createSmallServer();
  listed = await createSmallServer({
    http: { corsOrigins: [news, 'http://127.0.0.1:5173'], costPerMinute: 100, maxInFlight: 1 },
  });
  anybody = await createSmallServer({ http: { corsOrigins: '*' } });
});

afterAll(() => Promise.all([none.close(), listed.close(), anybody.close()]));

const ask = (app: FastifyInstance, origin: string, remoteAddress = '127.0.0.1') =>
  app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ hello }' }, headers: { origin }, remoteAddress });
const preflight = (app: FastifyInstance, origin: string) =>
  app.inject({
    method: 'OPTIONS',
    url: '/graphql',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
    },
  });

describe('pages of other sites', () => {
  it('cannot read responses or pass a preflight by default', async () => {
    const { statusCode, headers } = await ask(none, news);
    expect(statusCode).toBe(200);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await preflight(none, news)).statusCode).toBe(405);
  });

  it('can if their origin is listed', async () => {
    for (const origin of [news, 'http://127.0.0.1:5173']) {
      const { headers } = await ask(listed, origin, '10.0.0.1');
      expect(headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'etag, retry-after, www-authenticate',
        vary: expect.stringContaining('origin'),
      });
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
    expect(await preflight(listed, news)).toMatchObject({
      statusCode: 204,
      body: '',
      headers: {
        'access-control-allow-origin': news,
        'access-control-allow-methods': 'GET, HEAD, POST',
        'access-control-allow-headers': 'content-type,authorization',
        'access-control-max-age': '7200',
        vary: 'access-control-request-headers, origin',
      },
    });
  });

  it.each([
    'https://news.example.evil.example',
    'http://news.example',
    'https://news.example:8443',
    'https://evil.example',
    'https://NEWS.example',
    'null',
    '*',
    '',
  ])('cannot if their origin is not listed: %j', async (origin) => {
    for (const response of [await ask(listed, origin, '10.0.0.2'), await preflight(listed, origin)]) {
      expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(response.headers.vary).toContain('origin');
    }
  });

  it('can all with CORS_ORIGINS=*', async () => {
    for (const origin of [news, 'null']) {
      expect((await ask(anybody, origin)).headers['access-control-allow-origin']).toBe('*');
      expect((await preflight(anybody, origin)).headers['access-control-allow-origin']).toBe('*');
    }
    expect((await ask(anybody, news)).headers.vary).not.toContain('origin');
  });

  it('can read errors', async () => {
    const payload = 'x'.repeat(300_000);
    const large = await listed.inject({
      method: 'POST',
      url: '/graphql',
      payload,
      headers: { origin: news, 'content-type': 'application/json' },
      remoteAddress: '10.0.0.3',
    });
    expect(large.headers['access-control-allow-origin']).toBe(news);
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push(await ask(listed, news, '10.0.0.4'));
    expect(answers.at(-1)).toMatchObject({ statusCode: 429, headers: { 'access-control-allow-origin': news } });
  });

  it('get no allowed headers for invalid header names', async () => {
    const { headers } = await listed.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin: news, 'access-control-request-headers': 'a b<script>' },
    });
    expect(headers).not.toHaveProperty('access-control-allow-headers');
  });
});

describe('a refused preflight', () => {
  const log = captureLog();
  const message = 'Rejected an origin that CORS_ORIGINS does not list';
  const logged = () => log.entries().filter(({ msg }) => msg === message);
  const evil = 'https://evil.example';

  it.each([
    ['without CORS_ORIGINS', {}],
    ['with other origins', { corsOrigins: [news] }],
  ])('is logged once for each origin %s, and names the setting', async (_, http) => {
    const app = await createSmallServer({ http, logLevel: 'warn' });
    for (const origin of [evil, evil, 'null', evil, 'null', `https://${'a'.repeat(300)}`]) await preflight(app, origin);
    expect(logged()).toMatchObject([
      { level: 40, origin: evil },
      { level: 40, origin: 'null' },
      { level: 40, origin: `https://${'a'.repeat(192)}` },
    ]);
    for (let i = 0; i < 150; i++) await preflight(app, `https://evil${i}.example`);
    expect(logged()).toHaveLength(100);
    await app.close();
  });

  it('is the only request that is logged', async () => {
    const app = await createSmallServer({ http: { corsOrigins: [news] }, logLevel: 'warn' });
    await preflight(app, news);
    await ask(app, evil);
    await app.inject({ method: 'OPTIONS', url: '/graphql', headers: { origin: evil } });
    await app.inject({ method: 'OPTIONS', url: '/graphql', headers: { 'access-control-request-method': 'POST' } });
    expect(logged()).toEqual([]);
    const all = await createSmallServer({ http: { corsOrigins: '*' }, logLevel: 'warn' });
    await preflight(all, evil);
    expect(logged()).toEqual([]);
    await Promise.all([app.close(), all.close()]);
  });
});
