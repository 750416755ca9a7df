import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EndedCommand, RunningCommand } from '../support/command.ts';
import { createGateways, type Gateways } from '../support/gateways.ts';
import { openProxy } from '../support/proxy.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

let gateways: Gateways;
/** Empty, and reached through a proxy for each gateway. */
let store: TestStore;

beforeAll(async () => {
  gateways = createGateways();
  store = await openTestStore();
});

afterAll(async () => {
  await gateways?.remove();
  await store?.close();
});

const emptyFolder = () => gateways.emptyFolder();

function start(env: Record<string, string>, cwd?: string): RunningCommand {
  return gateways.start(env, [], cwd);
}

function run(env: Record<string, string>, cwd?: string): Promise<EndedCommand> {
  return start(env, cwd).ended;
}

const address = /answers at (http:\S+)/;

async function ask(url: string, query: string): Promise<any> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json();
}

async function listening(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

function expectRefusal({ code, stdout, stderr }: EndedCommand, expected: number, line: RegExp | string): void {
  expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
  expect(stderr).toMatch(line);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).not.toContain('hunter2');
}

describe.concurrent('the gateway', () => {
  it('seeds an empty store, says so, prints its address and answers; the second time it does not seed', async () => {
    const cwd = emptyFolder();
    for (const isFirst of [true, false]) {
      const gateway = start({}, cwd);
      const url = await gateway.waitFor(address);
      const { data } = await ask(url, '{ articles(first: 1) { nodes { id } } incidents { totalCount } }');
      expect(data.articles.nodes).toEqual([{ id: 'Article:us-troops-iraq-2023-11-12' }]);
      expect(data.incidents.totalCount).toBeGreaterThan(3);
      gateway.child.kill('SIGTERM');
      const { code, signal, stdout, stderr } = await gateway.ended;
      expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: '' });
      const seeded = /^Seeded the empty store from \S+seed\/articles: \d+ incidents, .*, 1 article$/;
      const [first = '', second = '', ...others] = stdout.trimEnd().split('\n');
      if (isFirst) expect(first).toMatch(seeded);
      expect(isFirst ? second : first).toBe(`incident-graph answers at ${url} from the embedded store in data`);
      expect(isFirst ? others : [second, ...others].join('')).toEqual(isFirst ? [] : '');
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    }
  });

  it('reads .env in its folder, where what is set already stands', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, '.env'), 'PORT=1\nDATA_DIR=elsewhere\nLOG_LEVEL=loud\n');
    expectRefusal(await run({}, cwd), 78, /^LOG_LEVEL must be one of /);
    const gateway = start({ LOG_LEVEL: 'warn' }, cwd);
    await gateway.waitFor(/from the (embedded store in elsewhere)/);
    gateway.child.kill('SIGTERM');
    expect((await gateway.ended).code).toBe(0);
  });

  it('refuses a .env that cannot be read', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, '.env'));
    expectRefusal(await run({}, cwd), 78, /^\.env must be a file that can be read, but got: "E/);
  });
});

describe.concurrent('a wrong setting', () => {
  it.each<[Record<string, string>, RegExp | string]>([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, but got: "abc"'],
    [{ REQUEST_TIMEOUT_MS: '1s' }, /^REQUEST_TIMEOUT_MS must be /],
    [{ INGEST_TOKEN: 'hunter2' }, /^INGEST_TOKEN must be at least 32 .*, but got: "… of 7"\n$/],
    [{ MONGODB_URI: 'admin:hunter2@host' }, /^MONGODB_URI must be an address that begins with mongodb:/],
    [{ MONGODB_URI: 'mongodb://admin:hunter2@h:port' }, /^MONGODB_URI must be a connection string of MongoDB \(/],
    [{ MONGODB_URI: 'mongodb://admin:hunter2@h/a.b' }, /^MONGODB_URI must be a connection string of MongoDB \(/],
    [{ MONGODB_URI: 'mongodb://admin:hunter2@h/?nonsense=1' }, /nonsense is not supported/],
  ])('exits 78 and names the variable: %j', async (env, line) => {
    expectRefusal(await run(env), 78, line);
  });
});

describe.concurrent('what is not there', () => {
  it.each(['no.such.host.invalid', '192.0.2.1'])('a host that is not this machine exits 78: %s', async (HOST) => {
    const { code, stderr } = await run({ HOST });
    expect(stderr).toMatch(/^HOST and PORT must be an address of this machine that may be listened on: [^\n]+\n$/);
    expect(code).toBe(78);
  });

  it('a port in use exits 69 and says what to do', async () => {
    const { server, port } = await listening();
    const { code, stderr } = await run({ PORT: String(port) });
    server.close();
    expect(code).toBe(69);
    expect(stderr).toBe(`Port ${port} is in use: stop what listens there, or set PORT to another\n`);
  });

  it('a file in place of the folder exits 69', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'data'), 'mine');
    expectRefusal(await run({}, cwd), 69, /^The embedded store in data cannot be opened: .* Is DATA_DIR right/);
  });

  it.skipIf(process.getuid?.() === 0)('a folder that may not be written to exits 69', async () => {
    const cwd = emptyFolder();
    chmodSync(cwd, 0o500);
    expectRefusal(await run({}, cwd), 69, /^The embedded store in data cannot be opened: /);
  });

  it('a folder that cannot be made exits 69', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'file'), 'mine');
    expectRefusal(await run({ DATA_DIR: 'file/data' }, cwd), 69, /^The embedded store in file\/data cannot be opened/);
  });
});

/** Not beside the others, which would share the time. */
it('a server that is not there, or says nothing, exits 69 in under 5 s', async () => {
  const { server, port } = await listening();
  const uris = [
    'mongodb://admin:hunter2@127.0.0.1:9/db',
    'mongodb://admin:hunter2@no.such.host.invalid/db',
    `mongodb://127.0.0.1:${port}`,
  ];
  const ended = await Promise.all(uris.map((MONGODB_URI) => run({ MONGODB_URI })));
  server.close();
  for (const each of ended) {
    expectRefusal(each, 69, /^The MongoDB at \S+ cannot be used: .* Is it running, and is MONGODB_URI right\?\n$/);
    expect(each.ms).toBeLessThan(5000);
  }
});

/** A gateway whose store takes as long as the test wants. */
async function startOnSlowStore() {
  const [host] = store.client.options.hosts;
  const proxy = await openProxy(host?.socketPath ?? `${host?.host}:${host?.port}`);
  const gateway = start({
    MONGODB_URI: `mongodb://127.0.0.1:${proxy.port}/${store.database.databaseName}?directConnection=true`,
    REQUEST_TIMEOUT_MS: '8000',
    LOG_LEVEL: 'info',
  });
  const url = await gateway.waitFor(address);
  await ask(url, '{ incidents { totalCount } }');
  return {
    gateway,
    url,
    proxy,
    async close() {
      gateway.child.kill('SIGKILL');
      await gateway.ended;
      await proxy.close();
    },
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.concurrent('a signal', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s lets what is in flight finish, takes no more, and exits 0',
    async (signal) => {
      const { gateway, url, proxy, close } = await startOnSlowStore();
      proxy.stall();
      const answer = ask(url, '{ incidents { totalCount } }');
      await sleep(200);
      gateway.child.kill(signal);
      await sleep(300);
      expect(gateway.child.exitCode).toBeNull();
      await expect(fetch(url)).rejects.toThrow();
      const began = performance.now();
      await proxy.restore();
      expect(await answer).toMatchObject({ data: { incidents: { totalCount: 0 } } });
      const { code, stdout } = await gateway.ended;
      expect(performance.now() - began).toBeLessThan(3000);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^incident-graph answers at \S+ from the MongoDB at 127\.0\.0\.1:\d+\n$/);
      await close();
    },
  );

  it.each([
    ['SIGTERM', 'SIGINT'],
    ['SIGINT', 'SIGINT'],
  ] as const)('%s and then %s ends it at once', async (first, second) => {
    const { gateway, url, proxy, close } = await startOnSlowStore();
    proxy.stall();
    const answer = ask(url, '{ incidents { totalCount } }').catch(() => 'broken off');
    await sleep(200);
    gateway.child.kill(first);
    await sleep(300);
    const began = performance.now();
    gateway.child.kill(second);
    expect((await gateway.ended).signal).toBe(second);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(await answer).toBe('broken off');
    await close();
  });

  it('leaves a folder that the next start opens', async () => {
    const cwd = emptyFolder();
    const temporary = emptyFolder();
    const killed = start({ TMPDIR: temporary }, cwd);
    await killed.waitFor(address);
    const sockets = () => readdirSync(temporary).filter((name) => name.startsWith('incident-graph-'));
    expect(sockets()).toHaveLength(1);
    killed.child.kill('SIGKILL');
    await killed.ended;
    await vi.waitFor(() => expect(sockets()).toEqual([]), { timeout: 10_000 });
    expect(existsSync(join(cwd, 'data'))).toBe(true);
    const next = start({}, cwd);
    const { data } = await ask(
      await next.waitFor(address),
      '{ articles(where: { id: { eq: "us-troops-iraq-2023-11-12" } }) { totalCount } }',
    );
    expect(data).toEqual({ articles: { totalCount: 1 } });
    next.child.kill('SIGTERM');
    expect(await next.ended).toMatchObject({ code: 0, stdout: expect.not.stringContaining('Seeded') });
  });
});
