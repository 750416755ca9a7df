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
/** An empty store, which each gateway reaches through a proxy of its own. */
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

const address = /listening at (http:[^\s,]+)/;

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

function expectFailure({ code, stdout, stderr }: EndedCommand, expected: number, line: RegExp | string): void {
  expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
  expect(stderr).toMatch(line);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).not.toContain('hunter2');
}

describe.concurrent('the gateway', () => {
  it('seeds an empty store once, and prints its address', async () => {
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
      expect(isFirst ? second : first).toBe(
        `incident-graph is listening at ${url} with the embedded store in data; explore it at ${url?.replace(/graphql$/, '')}`,
      );
      expect(isFirst ? others : [second, ...others].join('')).toEqual(isFirst ? [] : '');
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    }
  });

  it('reads .env in its folder, without overriding variables that are set', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, '.env'), 'PORT=1\nDATA_DIR=elsewhere\nLOG_LEVEL=loud\n');
    expectFailure(await run({}, cwd), 78, /^LOG_LEVEL must be one of /);
    const gateway = start({ LOG_LEVEL: 'warn' }, cwd);
    await gateway.waitFor(/with the (embedded store in elsewhere)/);
    gateway.child.kill('SIGTERM');
    expect((await gateway.ended).code).toBe(0);
  });

  it('rejects an unreadable .env', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, '.env'));
    expectFailure(await run({}, cwd), 78, /^\.env must be a readable file, but got: "E/);
  });
});

describe.concurrent('a wrong setting', () => {
  it.each<[Record<string, string>, RegExp | string]>([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, but got: "abc"'],
    [{ REQUEST_TIMEOUT_MS: '1s' }, /^REQUEST_TIMEOUT_MS must be /],
    [{ INGEST_TOKEN: 'hunter2' }, /^INGEST_TOKEN must be at least 32 .*, but got: "… \(7 characters\)"\n$/],
    [{ MONGODB_URI: 'admin:hunter2@host' }, /^MONGODB_URI must be a URI that begins with mongodb:/],
    [{ MONGODB_URI: 'mongodb://admin:hunter2@h:port' }, /^MONGODB_URI must be a MongoDB connection string \(/],
    [{ MONGODB_URI: 'mongodb://admin:hunter2@h/a.b' }, /^MONGODB_URI must be a MongoDB connection string \(/],
    [{ MONGODB_URI: 'mongodb://admin:hunter2@h/?nonsense=1' }, /nonsense is not supported/],
  ])('exits 78 with a message that names the variable: %j', async (env, line) => {
    expectFailure(await run(env), 78, line);
  });
});

describe.concurrent('a start', () => {
  it.each(['no.such.host.invalid', '192.0.2.1'])('exits 78 for a host that is not this machine: %s', async (HOST) => {
    const { code, stderr } = await run({ HOST });
    expect(stderr).toMatch(
      /^HOST and PORT must be an address of this machine that the gateway can listen on: [^\n]+\n$/,
    );
    expect(code).toBe(78);
  });

  it('exits 69 for a port in use, and says what to do', async () => {
    const { server, port } = await listening();
    const { code, stderr } = await run({ PORT: String(port) });
    server.close();
    expect(code).toBe(69);
    expect(stderr).toBe(`Port ${port} is in use: stop the process that listens on it, or set PORT to another\n`);
  });

  it('exits 69 if DATA_DIR is a file', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'data'), 'mine');
    expectFailure(await run({}, cwd), 69, /^Cannot open the embedded store in data: .* Is DATA_DIR correct/);
  });

  it.skipIf(process.getuid?.() === 0)('exits 69 if DATA_DIR is not writable', async () => {
    const cwd = emptyFolder();
    chmodSync(cwd, 0o500);
    expectFailure(await run({}, cwd), 69, /^Cannot open the embedded store in data: /);
  });

  it('exits 69 if DATA_DIR cannot be created', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'file'), 'mine');
    expectFailure(await run({ DATA_DIR: 'file/data' }, cwd), 69, /^Cannot open the embedded store in file\/data: /);
  });
});

/** Not concurrent with the others, since it measures time: the driver itself would wait for 30 s. */
it('exits 69 before the driver gives up if the store is unreachable or unresponsive', async () => {
  const { server, port } = await listening();
  const uris = [
    'mongodb://admin:hunter2@127.0.0.1:9/db',
    'mongodb://admin:hunter2@no.such.host.invalid/db',
    `mongodb://127.0.0.1:${port}`,
  ];
  const ended = await Promise.all(uris.map((MONGODB_URI) => run({ MONGODB_URI })));
  server.close();
  for (const each of ended) {
    expectFailure(each, 69, /^Cannot connect to the MongoDB at \S+: .* Is it running, and is MONGODB_URI correct\?\n$/);
    expect(each.ms).toBeLessThan(20_000);
  }
});

/** Starts a gateway whose store the test can stall. */
async function startOnSlowStore() {
  const [host] = store.client.options.hosts;
  const proxy = await openProxy(host?.socketPath ?? `${host?.host}:${host?.port}`);
  const gateway = start({
    MONGODB_URI: `mongodb://127.0.0.1:${proxy.port}/${store.database.databaseName}?directConnection=true`,
    REQUEST_TIMEOUT_MS: '8000',
    STORE_OPEN_TIMEOUT_MS: '60000',
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
    '%s lets requests in flight finish, accepts no more, and exits 0',
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
      expect(performance.now() - began).toBeLessThan(7000);
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /^incident-graph is listening at \S+ with the MongoDB at 127\.0\.0\.1:\d+; explore it at \S+\/\n$/,
      );
      await close();
    },
  );

  it.each([
    ['SIGTERM', 'SIGINT'],
    ['SIGINT', 'SIGINT'],
  ] as const)('%s followed by %s ends the process immediately', async (first, second) => {
    const { gateway, url, proxy, close } = await startOnSlowStore();
    proxy.stall();
    const answer = ask(url, '{ incidents { totalCount } }').catch(() => 'broken off');
    await sleep(200);
    gateway.child.kill(first);
    await sleep(300);
    const began = performance.now();
    gateway.child.kill(second);
    expect((await gateway.ended).signal).toBe(second);
    expect(performance.now() - began).toBeLessThan(7000);
    expect(await answer).toBe('broken off');
    await close();
  });

  it('SIGKILL leaves a folder that the next start can open', async () => {
    const cwd = emptyFolder();
    const temporary = emptyFolder();
    const killed = start({ TMPDIR: temporary }, cwd);
    await killed.waitFor(address);
    const sockets = () => readdirSync(temporary).filter((name) => name.startsWith('embedded-store-'));
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
