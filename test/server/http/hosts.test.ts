import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AllowedHosts, parseAllowedHosts } from '../../../src/config/allowed-hosts.ts';
import { createGateway } from '../../../src/process/create-gateway.ts';
import { testSettings } from '../../support/gateway.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { createSmallServer } from '../small-server.ts';
import { captureLog } from '../telemetry/log.ts';

const log = captureLog();
let apps: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
});

/** A server that listens on `host`, with these entries of ALLOWED_HOSTS. */
async function listen(allowed = '', host = '127.0.0.1'): Promise<FastifyInstance> {
  const allowedHosts = parseAllowedHosts({ ALLOWED_HOSTS: allowed }, host);
  const app = await createSmallServer({ http: { allowedHosts, corsOrigins: '*' }, logLevel: 'warn' });
  apps.push(app);
  await app.listen({ host, port: 0 });
  return app;
}

interface RawAnswer {
  status: number;
  head: string;
  message?: string;
  code?: string;
  data?: unknown;
}

/** Sends these bytes on a connection of their own, and reads the response until its end. */
async function send(app: FastifyInstance, lines: readonly string[], body = ''): Promise<RawAnswer> {
  const { port, address } = app.server.address() as AddressInfo;
  const local = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  const socket = connect(port, local);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => {});
  socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`);
  await once(socket, 'close');
  const [head = '', text = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n', 2);
  const { errors, data } = text.startsWith('{') ? JSON.parse(text) : {};
  const [error] = errors ?? [];
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]),
    head,
    ...(error && { message: error.message, code: error.extensions.code }),
    ...(data && { data }),
  };
}

const path = '/graphql?query=%7Bhello%7D';
const get = (app: FastifyInstance, ...headers: string[]) => send(app, [`GET ${path} HTTP/1.1`, ...headers]);
const statusFor = async (app: FastifyInstance, host: string) => (await get(app, `Host: ${host}`)).status;

describe('a host of this machine', () => {
  it.each([
    'localhost',
    'LocalHost',
    'localhost.',
    'localhost:4000',
    'localhost:',
    'graph.localhost',
    'a.b.localhost:80',
    '127.0.0.1',
    '127.0.0.1:65535',
    '127.0.0.2',
    '127.255.255.254:1',
    '127.1',
    '[::1]',
    '[::1]:4000',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::FFFF:7F00:1]:80',
    '[::1%lo]:4000',
    '[::1%25lo]',
  ])('is answered on any port: %s', async (host) => {
    expect(await get(await listen(), `Host: ${host}`)).toMatchObject({ status: 200, data: { hello: 'hello' } });
  });

  it.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    'evillocalhost',
    'localhost.evil',
    'localhost..',
    '.localhost',
    '127.0.0.1.evil.example',
    '127.0.0.1.nip.io',
    '127.0.0.256',
    '127.0.0.1.1',
    '128.0.0.1',
    '10.0.0.1',
    '0.0.0.0',
    '0',
    '[::]',
    '[::2]',
    '[::1',
    '::1',
    '[localhost]',
    '[127.0.0.1]',
    '[fe80::1%eth0]',
    'localhost@evil.example',
    'evil.example@localhost',
    'localhost/evil',
    'localhost:4000:4000',
    'localhost:65536',
    'localhost:http',
    'local host',
    'localhost, evil.example',
    'localhost%2eevil.example',
    'löcalhost',
    `${'a.'.repeat(130)}localhost`,
    '',
  ])('is not: %j', async (host) => {
    const { status, code, message, data, head } = await get(await listen(), `Host: ${host}`);
    expect({ status, code, data }).toEqual({ status: 421, code: 'MISDIRECTED_REQUEST', data: undefined });
    expect(message).toContain('ALLOWED_HOSTS');
    expect(head).toMatch(/content-type: application\/json; charset=utf-8\r\n/);
    expect(head).toMatch(/cache-control: no-store/);
  });
});

describe('a request without exactly one Host', () => {
  it('gets 400 by HTTP/1.1 without one', async () => {
    for (const allowed of ['', '*']) {
      const app = await listen(allowed);
      expect(await get(app)).toMatchObject({ status: 400, message: 'A request must have one Host header' });
      expect((await send(app, ['GET /nowhere HTTP/1.1'])).status).toBe(400);
    }
  });

  it.each([
    ['localhost', 'localhost'],
    ['localhost', 'evil.example'],
    ['evil.example', 'localhost'],
  ])('gets 400 with two: %s and %s', async (one, other) => {
    for (const allowed of ['', '*'])
      expect(await get(await listen(allowed), `Host: ${one}`, `hOsT: ${other}`)).toMatchObject({
        status: 400,
        code: 'BAD_REQUEST',
      });
  });

  it('gets 421 by HTTP/1.0 without one, unless every host is allowed', async () => {
    const request = [`GET ${path} HTTP/1.0`];
    expect(await send(await listen(), request)).toMatchObject({
      status: 421,
      message: expect.stringContaining('requests without a host: ALLOWED_HOSTS'),
    });
    expect((await send(await listen('*'), request)).status).toBe(200);
    expect((await send(await listen(), [...request, 'Host: localhost'])).status).toBe(200);
  });
});

describe('an absolute request target', () => {
  const absolute = async (target: string, host: string | undefined, allowed = '') =>
    (await send(await listen(allowed), [`GET ${target}${path} HTTP/1.1`, ...(host ? [`Host: ${host}`] : [])])).status;

  it('is answered if its host and the header are known', async () => {
    expect(await absolute('http://localhost:4000', 'localhost:4000')).toBe(200);
    expect(await absolute('HTTP://127.0.0.1', 'graph.example', 'graph.example')).toBe(200);
  });

  it.each([
    ['http://evil.example', 'localhost'],
    ['http://evil.example', 'evil.example'],
    ['http://localhost', 'evil.example'],
    ['http://localhost@evil.example', 'localhost'],
    ['http://evil.example@localhost', 'localhost'],
    ['https://evil.example:80', 'localhost'],
    ['http://', 'localhost'],
  ])('gets 421 otherwise: %s with Host: %s', async (target, host) => {
    // Some of them are not HTTP at all to Node's parser.
    expect([400, 421]).toContain(await absolute(target, host));
  });

  it('of a probe is answered, whatever its host', async () => {
    const app = await createGatewayOn(await openStore());
    expect((await send(app, ['GET http://10.0.0.1/livez HTTP/1.1', 'Host: 10.0.0.1'])).status).toBe(200);
  });
});

describe('ALLOWED_HOSTS', () => {
  it.each<[string, string, boolean]>([
    ['graph.example', 'graph.example', true],
    ['graph.example', 'GRAPH.Example.:8443', true],
    ['Graph.Example.', 'graph.example', true],
    ['graph.example', 'www.graph.example', false],
    ['graph.example', 'agraph.example', false],
    ['graph.example', 'graph.example.evil', false],
    ['graph.example:8443', 'graph.example:8443', true],
    ['graph.example:8443', 'graph.example:8444', false],
    ['graph.example:8443', 'graph.example', false],
    ['graph.example:443', 'graph.example', true],
    ['graph.example:443', 'graph.example:443', true],
    ['graph.example:443', 'graph.example:80', false],
    ['*.graph.example', 'a.graph.example', true],
    ['*.graph.example', 'a.b.graph.example:1', true],
    ['*.graph.example', 'graph.example', false],
    ['*.graph.example', 'evilgraph.example', false],
    ['*.graph.example:8443', 'a.graph.example:8443', true],
    ['*.graph.example:8443', 'a.graph.example:1', false],
    ['my_gateway', 'my_gateway:4000', true],
    ['bücher.example', 'xn--bcher-kva.example', true],
    ['*.BÜCHER.example', 'a.xn--bcher-kva.example', true],
    ['xn--bcher-kva.example', 'XN--BCHER-KVA.example', true],
    ['192.0.2.1', '192.0.2.1:4000', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['[2001:db8::1]', '[2001:DB8:0:0::0001]:4000', true],
    ['2001:db8::1', '[2001:db8::1]', true],
    ['[2001:db8::1]:8443', '[2001:db8::1]:8443', true],
    ['[2001:db8::1]:8443', '[2001:db8::1]', false],
    ['[fe80::1]', '[fe80::1%eth0]:4000', true],
    ['a.example, graph.example', 'graph.example', true],
    ['graph.example', 'localhost', true],
    ['*', 'evil.example', true],
    ['*', '[', true],
    ['*', 'a b<>', true],
    ['*', '', true],
  ])('%s: %s is answered: %s', async (allowed, host, isAnswered) => {
    expect(await statusFor(await listen(allowed), host)).toBe(isAnswered ? 200 : 421);
  });

  it('allows a host exactly if its canonical form is listed', async () => {
    const app = await listen('graph.example, *.news.example, [2001:db8::1]');
    const part = fc.constantFrom('graph', 'news', 'www', 'evil', 'example', 'localhost');
    const names = fc.array(part, { minLength: 1, maxLength: 4 });
    const spelled = fc.tuple(names, fc.boolean(), fc.boolean(), fc.option(fc.integer({ min: 0, max: 65_535 })));
    await fc.assert(
      fc.asyncProperty(spelled, async ([parts, upper, dot, port]) => {
        const name = parts.join('.');
        const isKnown =
          name === 'graph.example' ||
          (/\.news\.example$/.test(name) && parts.length > 2) ||
          parts.at(-1) === 'localhost';
        const host = `${upper ? name.toUpperCase() : name}${dot ? '.' : ''}${port === null ? '' : `:${port}`}`;
        const { statusCode } = await app.inject({ url: path, headers: { host } });
        expect(statusCode).toBe(isKnown ? 200 : 421);
      }),
    );
  });

  it('does not concern the address that the server listens on, even if that is every address', async () => {
    for (const [host, itself] of [
      ['0.0.0.0', '0.0.0.0'],
      ['::', '[::]'],
    ] as const) {
      // As if HOST were a name that resolves to the address.
      const app = await createSmallServer({ http: { allowedHosts: [] } });
      apps.push(app);
      await app.listen({ host, port: 0 });
      expect(await statusFor(app, `${itself}:4000`)).toBe(200);
      expect(await statusFor(app, '192.0.2.1')).toBe(421);
    }
  });
});

describe('an unknown host', () => {
  it('is not replaced by a header that names another', async () => {
    const app = await listen();
    for (const header of ['X-Forwarded-Host: localhost', 'Forwarded: host=localhost', 'X-Host: localhost'])
      expect((await get(app, 'Host: evil.example', header)).status).toBe(421);
    expect((await get(app, 'Host: localhost', 'X-Forwarded-Host: evil.example')).status).toBe(200);
  });

  it('is rejected by every method and path, before the body is read', async () => {
    const app = await listen();
    const head = ['Host: evil.example', 'Content-Type: application/json', 'Content-Length: 999999999'];
    for (const line of [
      'POST /graphql',
      'OPTIONS /graphql',
      'HEAD /graphql',
      'GET /',
      'GET /playground/assets/x.js',
      'PUT /a',
      'OPTIONS *',
    ])
      expect({ line, status: (await send(app, [`${line} HTTP/1.1`, ...head], '{}')).status }).toEqual({
        line,
        status: 421,
      });
  });

  it('is logged once, cut to 200 characters, and only the first hundred are', async () => {
    const app = await createSmallServer({ logLevel: 'warn' });
    const ask = (host: string) => app.inject({ url: path, headers: { host } });
    for (let i = 0; i < 3; i++) await ask('evil.example');
    await ask(`a${'b'.repeat(300)}`);
    const message = 'Rejected a host that ALLOWED_HOSTS does not list';
    const logged = () => log.entries().filter(({ msg }) => msg === message);
    expect(logged()).toMatchObject([
      { level: 40, host: 'evil.example', msg: message },
      { level: 40, host: `a${'b'.repeat(199)}`, msg: message },
    ]);
    for (let i = 0; i < 200; i++) await ask(`evil${i}.example`);
    expect(logged()).toHaveLength(100);
    await app.close();
  });
});

let store: TestStore | undefined;
const openStore = async () => {
  store ??= await openTestStore();
  return store;
};
beforeAll(async () => {
  await openStore();
});
afterAll(() => store?.close());

async function createGatewayOn(
  store: TestStore,
  settings: { metricsToken?: string; allowedHosts?: AllowedHosts } = {},
) {
  const { allowedHosts, ...others } = settings;
  const app = await createGateway(store, {
    ...testSettings,
    ...others,
    ...(allowedHosts && { http: { allowedHosts } }),
  });
  apps.push(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return app;
}

describe('the routes for operators', () => {
  const token = 'a-token-of-thirty-two-characters';
  const statusOf = async (app: FastifyInstance, route: string, ...headers: string[]) =>
    (await send(app, [`GET ${route} HTTP/1.1`, 'Host: 10.1.2.3:4000', ...headers])).status;

  it('answer to any host: /livez and /readyz', async () => {
    const app = await createGatewayOn(await openStore());
    for (const route of ['/livez', '/readyz', '/livez?a', '/%6civez']) expect(await statusOf(app, route)).toBe(200);
    expect((await send(app, ['HEAD /livez HTTP/1.1', 'Host: 10.1.2.3'])).status).toBe(200);
    expect((await send(app, ['GET /livez HTTP/1.0'])).status).toBe(200);
    for (const route of ['/livez/', '/livez/../graphql', '//livez', '/readyz2', '/graphql'])
      expect(await statusOf(app, route)).toBe(421);
  });

  it('answer to any host only if the client needs a token: /metrics', async () => {
    expect(await statusOf(await createGatewayOn(await openStore()), '/metrics')).toBe(421);
    const guarded = await createGatewayOn(await openStore(), { metricsToken: token });
    expect(await statusOf(guarded, '/metrics', `Authorization: Bearer ${token}`)).toBe(200);
    expect(await statusOf(guarded, '/metrics')).toBe(404);
  });
});
