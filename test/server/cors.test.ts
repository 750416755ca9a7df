import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSmallServer } from './small-server.ts';

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
  it('may not read answers by default, nor send', async () => {
    const { statusCode, headers } = await ask(none, news);
    expect(statusCode).toBe(200);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await preflight(none, news)).statusCode).toBe(405);
  });

  it('may where they are listed', async () => {
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
  ])('may not where they are not listed: %j', async (origin) => {
    for (const response of [await ask(listed, origin, '10.0.0.2'), await preflight(listed, origin)]) {
      expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(response.headers.vary).toContain('origin');
    }
  });

  it('may all where that is said', async () => {
    for (const origin of [news, 'null']) {
      expect((await ask(anybody, origin)).headers['access-control-allow-origin']).toBe('*');
      expect((await preflight(anybody, origin)).headers['access-control-allow-origin']).toBe('*');
    }
    expect((await ask(anybody, news)).headers.vary).not.toContain('origin');
  });

  it('may read why they are refused', async () => {
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

  it('are not told of headers that are no names', async () => {
    const { headers } = await listed.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin: news, 'access-control-request-headers': 'a b<script>' },
    });
    expect(headers).not.toHaveProperty('access-control-allow-headers');
  });
});
