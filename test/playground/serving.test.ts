import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerPages, sendPage, wantsPlayground } from '../../src/server/pages.ts';

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

let root: string;
let app: FastifyInstance;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'playground-'));
  app = Fastify();
  await registerPages(app, { root });
  app.get('/graphql', (request, reply) => (wantsPlayground(request) ? sendPage(reply, 'playground') : { data: null }));
});

afterEach(async () => {
  await app.close();
  await rm(root, { recursive: true });
});

async function build(): Promise<void> {
  for (const page of ['playground', 'explorer']) {
    await mkdir(join(root, page, 'assets'), { recursive: true });
    await writeFile(join(root, page, 'index.html'), `<title>${page}</title>`);
    await writeFile(join(root, page, 'assets', 'main-1a2b.js'), 'start()');
    await writeFile(join(root, page, 'assets', 'main-1a2b.js.gz'), gzipSync('start()'));
  }
}

describe('GET /graphql', () => {
  it('returns the page to a browser, which revalidates it on each visit', async () => {
    await build();
    const response = await app.inject({ url: '/graphql', headers: BROWSER });
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe('<title>playground</title>');
    expect(response.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      vary: 'accept',
      'x-content-type-options': 'nosniff',
    });
  });

  it('does not allow the page to load from other origins', async () => {
    await build();
    const response = await app.inject({ url: '/graphql', headers: BROWSER });
    const policy = String(response.headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/https?:|wss?:|\*|unsafe-eval|script-src[^;]*unsafe/);
  });

  it.each([
    ['a client that accepts JSON', '/graphql', { accept: 'application/json' }],
    ['a client without Accept', '/graphql', {}],
    ['a browser with a query', '/graphql?query={__typename}', BROWSER],
  ])('does not return the page to %s', async (_who, url, headers) => {
    await build();
    expect((await app.inject({ url, headers })).json()).toEqual({ data: null });
  });

  it('returns 503 with the command to run until the page is built', async () => {
    const before = await app.inject({ url: '/graphql', headers: BROWSER });
    expect(before.statusCode).toBe(503);
    expect(before.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(before.body).toContain('npm run build');
    await build();
    expect((await app.inject({ url: '/graphql', headers: BROWSER })).statusCode).toBe(200);
  });
});

describe('GET /', () => {
  it('returns the explorer to a browser, which may embed it and loads nothing else', async () => {
    await build();
    const response = await app.inject({ url: '/', headers: BROWSER });
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe('<title>explorer</title>');
    expect(response.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'accept' });
    const policy = String(response.headers['content-security-policy']);
    expect(policy).toMatch(/frame-ancestors \*$/);
    expect(policy).not.toMatch(/https?:|unsafe/);
    expect((await app.inject({ method: 'HEAD', url: '/', headers: BROWSER })).statusCode).toBe(200);
  });

  it.each([
    ['a client that accepts JSON', 'GET', { accept: 'application/json' }],
    ['a client without an Accept header', 'GET', {}],
    ['a POST', 'POST', BROWSER],
  ] as const)('is not found for %s', async (_who, method, headers) => {
    expect((await app.inject({ method, url: '/', headers })).statusCode).toBe(404);
  });
});

describe('GET /playground/assets', () => {
  it('is cacheable forever', async () => {
    await build();
    const response = await app.inject({ url: '/playground/assets/main-1a2b.js' });
    expect(response.body).toBe('start()');
    expect(response.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringContaining('/javascript'),
      'x-content-type-options': 'nosniff',
    });
  });

  it('is compressed for clients that accept it', async () => {
    await build();
    const headers = { 'accept-encoding': 'gzip, br' };
    const response = await app.inject({ url: '/playground/assets/main-1a2b.js', headers });
    expect(response.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(response.headers['content-type']).toContain('/javascript');
    expect(gunzipSync(response.rawPayload).toString()).toBe('start()');
  });

  it.each(['/playground/assets/none.js', '/playground/assets/', '/playground/assets/..%2findex.html'])(
    'does not serve %s',
    async (url) => {
      await build();
      expect([403, 404]).toContain((await app.inject({ url })).statusCode);
    },
  );
});
