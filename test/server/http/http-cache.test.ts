import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSmallServer } from '../small-server.ts';

let app: FastifyInstance;
let cached: FastifyInstance;

beforeAll(async () => {
  app = await createSmallServer({ http: { costPerMinute: 100_000 } });
  cached = await createSmallServer({ http: { cacheSeconds: 60 } });
});

afterAll(() => Promise.all([app.close(), cached.close()]));

const get = (query: string, headers: object = {}): InjectOptions => ({
  url: `/graphql?query=${encodeURIComponent(query)}`,
  headers: { ...headers },
});
const post = (query: string, headers: object = {}): InjectOptions => ({
  method: 'POST',
  url: '/graphql',
  payload: { query },
  headers: { ...headers },
});

describe('a cacheable response', () => {
  it('has a tag that depends on its data alone', async () => {
    const scarce = await createSmallServer({ http: { costPerMinute: 600 } }); // the budget hardly changes between two requests
    const [first, second] = [await scarce.inject(get('{ hello }')), await scarce.inject(get('{ hello }'))];
    await scarce.close();
    expect(first.headers['cache-control']).toBe('public, no-cache');
    expect(first.headers.etag).toMatch(/^W\/"[\w-]{43}"$/);
    expect(first.body).not.toBe(second.body); // the remaining budget differs
    expect(second.headers.etag).toBe(first.headers.etag);
    expect((await app.inject(get('{ a: hello }'))).headers.etag).not.toBe(first.headers.etag);
    expect(first.headers.vary?.toString().split(', ').sort()).toEqual([
      'accept',
      'accept-encoding',
      'authorization',
      'origin',
    ]);
  });

  it('has the configured lifetime, and is private for clients with a token', async () => {
    expect((await cached.inject(get('{ hello }'))).headers['cache-control']).toBe('public, max-age=60');
    const known = await cached.inject(get('{ hello }', { authorization: 'Bearer x' }));
    expect(known.headers['cache-control']).toBe('private, max-age=60');
  });

  it.each<[string, InjectOptions]>([
    ['a POST', post('{ hello }')],
    ['a mutation by GET', get('mutation { repaint }')],
    ['a field that fails', get('{ hello fails(how: "deliberately") }')],
    ['an invalid query', get('{ helo }')],
    ['a syntax error', get('{')],
    ['no query', { url: '/graphql' }],
    ['malformed JSON', { ...post(''), payload: '{', headers: { 'content-type': 'application/json' } }],
    ['an unacceptable type', get('{ hello }', { accept: 'text/plain' })],
  ])('is not sent for %s', async (_, request) => {
    const { headers } = await cached.inject(request);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers.etag).toBeUndefined();
  });
});

describe('If-None-Match', () => {
  const tag = async () => String((await app.inject(get('{ hello }'))).headers.etag);

  it.each<[string, (tag: string) => string]>([
    ['the tag', (tag) => tag],
    ['the tag without W/', (tag) => tag.slice(2)],
    ['several tags', (tag) => `"a", ${tag} ,W/"b"`],
    ['any tag', () => '*'],
  ])('with %s gets 304 without a body', async (_, header) => {
    for (const method of ['GET', 'HEAD'] as const) {
      const response = await app.inject({
        ...get('{ hello }', { 'if-none-match': header(await tag()), 'accept-encoding': 'br' }),
        method,
      });
      expect({ status: response.statusCode, body: response.body }).toEqual({ status: 304, body: '' });
      expect(response.headers).toMatchObject({ etag: await tag(), 'cache-control': 'public, no-cache' });
      expect(response.headers).not.toHaveProperty('content-type');
      expect(response.headers).not.toHaveProperty('content-encoding');
      expect(response.headers.vary).toContain('authorization');
    }
  });

  it('with another tag, for another query or in a POST gets the complete response', async () => {
    for (const request of [
      get('{ hello }', { 'if-none-match': 'W/"other"' }),
      get('{ a: hello }', { 'if-none-match': await tag() }),
      post('{ hello }', { 'if-none-match': '*' }),
    ]) {
      const { statusCode, body } = await app.inject(request);
      expect({ statusCode, body }).toEqual({ statusCode: 200, body: expect.stringContaining('"hello"') });
    }
  });
});

describe('a long response', () => {
  const long = `{ ${Array.from({ length: 90 }, (_, i) => `alias${i}: hello`).join(' ')} }`;
  const decoders = { br: brotliDecompressSync, gzip: gunzipSync };

  it.each<[string, keyof typeof decoders | undefined]>([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP;q=1.0, br;q=0.5', 'gzip'],
    ['x-gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0.1, br;q=0', 'gzip'],
    ['identity', undefined],
    ['deflate', undefined],
    ['br;q=0, gzip;q=0', undefined],
    [';;q=, =, gzip;q=x', undefined],
    ['', undefined],
  ])('is compressed as the client prefers: %j', async (accepted, encoding) => {
    const plain = await cached.inject(post(long));
    for (const request of [get(long), post(long)]) {
      const headers = { ...request.headers, 'accept-encoding': accepted };
      const response = await cached.inject({ ...request, headers });
      expect(response.headers['content-encoding']).toBe(encoding);
      expect(response.headers.vary).toContain('accept-encoding');
      const bytes = encoding ? decoders[encoding](response.rawPayload) : response.rawPayload;
      expect(bytes.toString()).toBe(plain.body);
      if (encoding) expect(response.rawPayload.length).toBeLessThan(plain.body.length / 3);
      expect(response.headers['content-length']).toBe(String(response.rawPayload.length));
    }
  });

  it('varies by Accept-Encoding, also if it is too short to be compressed', async () => {
    const { headers } = await cached.inject(get('{ hello }', { 'accept-encoding': 'br' }));
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toContain('accept-encoding');
  });
});
