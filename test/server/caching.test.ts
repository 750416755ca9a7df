import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSmallServer } from './small-server.ts';

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

describe('what caches may keep', () => {
  it('is what GET asked for, as long as its data are the same', async () => {
    const scarce = await createSmallServer({ http: { costPerMinute: 600 } }); // little leaks between two requests
    const [first, second] = [await scarce.inject(get('{ hello }')), await scarce.inject(get('{ hello }'))];
    await scarce.close();
    expect(first.headers['cache-control']).toBe('public, no-cache');
    expect(first.headers.etag).toMatch(/^W\/"[\w-]{43}"$/);
    expect(first.body).not.toBe(second.body); // what is left of the budget
    expect(second.headers.etag).toBe(first.headers.etag);
    expect((await app.inject(get('{ a: hello }'))).headers.etag).not.toBe(first.headers.etag);
    expect(first.headers.vary?.toString().split(', ').sort()).toEqual([
      'accept',
      'accept-encoding',
      'authorization',
      'origin',
    ]);
  });

  it('is kept so many seconds where that is set, and by the client alone where it said who it is', async () => {
    expect((await cached.inject(get('{ hello }'))).headers['cache-control']).toBe('public, max-age=60');
    const known = await cached.inject(get('{ hello }', { authorization: 'Bearer x' }));
    expect(known.headers['cache-control']).toBe('private, max-age=60');
  });

  it.each<[string, InjectOptions]>([
    ['a POST', post('{ hello }')],
    ['a mutation by GET', get('mutation { repaint }')],
    ['a field that fails', get('{ hello fails(how: "deliberately") }')],
    ['a query that is refused', get('{ helo }')],
    ['a syntax error', get('{')],
    ['no query', { url: '/graphql' }],
    ['malformed JSON', { ...post(''), payload: '{', headers: { 'content-type': 'application/json' } }],
    ['an answer nobody takes', get('{ hello }', { accept: 'text/plain' })],
  ])('is not the answer to %s', async (_, request) => {
    const { headers } = await cached.inject(request);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers.etag).toBeUndefined();
  });
});

describe('If-None-Match', () => {
  const tag = async () => String((await app.inject(get('{ hello }'))).headers.etag);

  it.each<[string, (tag: string) => string]>([
    ['the tag', (tag) => tag],
    ['the tag without its weakness', (tag) => tag.slice(2)],
    ['several', (tag) => `"a", ${tag} ,W/"b"`],
    ['any', () => '*'],
  ])('of %s is answered 304 without a body', async (_, header) => {
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

  it('of another tag, of another query or of a POST is answered whole', async () => {
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

describe('a long answer', () => {
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
  ])('is encoded as the client likes it: %j', async (accepted, encoding) => {
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

  it('is encoded no more where it is short, and varies all the same', async () => {
    const { headers } = await cached.inject(get('{ hello }', { 'accept-encoding': 'br' }));
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toContain('accept-encoding');
  });
});
