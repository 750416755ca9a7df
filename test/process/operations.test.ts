import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersAt, createGateways, type Gateways } from '../support/gateways.ts';
import { openStream, type StreamEvent } from '../support/streams.ts';

let gateways: Gateways;
const emptyFolder = () => gateways.emptyFolder();

beforeAll(() => {
  gateways = createGateways();
});
afterAll(() => gateways?.remove());

/** Starts a gateway on a free port with its own embedded store, and returns its origin. */
async function start(args: string[], { cwd, ...env }: Record<string, string> & { cwd?: string } = {}) {
  const command = gateways.start(env, args, cwd);
  return { command, origin: await command.waitFor(answersAt) };
}

/** Uses a new connection, like a new client. */
async function get(url: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { headers: { connection: 'close' } });
  return { status: response.status, text: await response.text() };
}

async function ask(origin: string, query: string): Promise<any> {
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json();
}

const count = '{ articles(where: { id: { eq: "us-troops-iraq-2023-11-12" } }) { totalCount } }';
const counted = { data: { articles: { totalCount: 1 } } };

describe('a draining process', () => {
  it('reports it at /readyz while it still serves requests, then stops listening and exits 0', async () => {
    const { command, origin } = await start([], { DRAIN_MS: '1500' });
    expect(await get(`${origin}/readyz`)).toEqual({ status: 200, text: '{"status":"ready"}' });
    const began = performance.now();
    command.child.kill('SIGTERM');
    await expect.poll(async () => (await get(`${origin}/readyz`)).status, { interval: 20 }).toBe(503);
    expect((await get(`${origin}/livez`)).status).toBe(200);
    expect(await ask(origin, count)).toMatchObject(counted);
    expect(performance.now() - began).toBeLessThan(1500);
    expect((await get(`${origin}/metrics`)).text).toContain('incident_graph_draining 1\n');
    expect(await command.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(performance.now() - began).toBeGreaterThan(1400);
    await expect(get(`${origin}/readyz`)).rejects.toThrow();
  });

  it('does not wait if nobody polled /readyz, or after SIGINT', async () => {
    for (const [isWatched, signal] of [
      [false, 'SIGTERM'],
      [true, 'SIGINT'],
    ] as const) {
      const { command, origin } = await start([], { DRAIN_MS: '20000' });
      if (isWatched) await get(`${origin}/readyz`);
      command.child.kill(signal);
      const { code, ms } = await command.ended;
      expect(code).toBe(0);
      expect(ms).toBeLessThan(20_000);
    }
  });

  it('ends immediately on a second signal', async () => {
    const { command, origin } = await start([], { DRAIN_MS: '20000' });
    await get(`${origin}/readyz`);
    command.child.kill('SIGTERM');
    await expect.poll(async () => (await get(`${origin}/readyz`)).status, { interval: 20 }).toBe(503);
    const began = performance.now();
    command.child.kill('SIGTERM');
    expect((await command.ended).signal).toBe('SIGTERM');
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

/** Preloads a module into each process, whose `body` runs in the process of the store. */
function inStoreProcess(cwd: string, body: string): Record<string, string> {
  const file = join(cwd, 'preload.mjs');
  writeFileSync(file, `if (process.argv[1].endsWith('store-process.js')) { ${body} }\n`);
  return { cwd, NODE_OPTIONS: `--import=${file}` };
}

describe('an embedded store that crashes', () => {
  it('is restarted, and the gateway recovers without a restart', async () => {
    const cwd = emptyFolder();
    const dies = `const { existsSync, rmSync } = await import('node:fs');
      setInterval(() => { if (existsSync('die')) { rmSync('die'); throw new Error('Of its own'); } }, 20).unref();`;
    const { command, origin } = await start([], inStoreProcess(cwd, dies));
    expect(await ask(origin, count)).toMatchObject(counted);
    writeFileSync(join(cwd, 'die'), '');
    await expect
      .poll(async () => (await get(`${origin}/metrics`)).text, { timeout: 15_000 })
      .toMatch(/restarts_total 1/);
    await expect.poll(() => ask(origin, count), { timeout: 15_000 }).toMatchObject(counted);
    await expect.poll(async () => (await get(`${origin}/readyz`)).status, { timeout: 15_000 }).toBe(200);
    command.child.kill('SIGINT');
    const { code, stderr } = await command.ended;
    expect(code).toBe(0);
    const { level, msg, err } = JSON.parse(stderr.split('\n', 1)[0] ?? '');
    expect({ level, msg }).toEqual({ level: 50, msg: 'The embedded store crashed and is being restarted' });
    expect(err.message).toContain('The store died: Error: Of its own');
  });

  it('is given up after repeated crashes, and the gateway exits 69', async () => {
    const cwd = emptyFolder();
    const dies = `const { existsSync } = await import('node:fs');
      setInterval(() => { if (existsSync('die')) throw new Error('Again'); }, 20).unref();`;
    const { command } = await start([], inStoreProcess(cwd, dies));
    writeFileSync(join(cwd, 'die'), '');
    const { code, stderr } = await command.ended;
    expect(code).toBe(69);
    // The last processes die before they can report why.
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('The store ended with status 1');
  }, 60_000);
});

/** Two processes start at once on a busy machine. */
const patient = { timeout: 60_000 };

describe('several workers on one port', () => {
  it('share one store, are restarted when they crash, and stop together', async () => {
    const { command, origin } = await start(['--workers', '2']);
    expect(command.stdout).toMatch(
      /^Seeded [^\n]*\nincident-graph is listening at [^\n]* data, 2 workers; explore it at http:\S+\/\n$/,
    );
    for (let i = 0; i < 6; i++) expect(await ask(origin, count)).toMatchObject(counted);
    const { text } = await get(`${origin}/metrics`);
    const answers = [...text.matchAll(/^incident_graph_requests_total\{.*worker="(\d)"\} (\d)$/gm)];
    expect(answers.map(([, worker]) => worker)).toEqual(['1', '2']);
    expect(answers.reduce((sum, [, , n]) => sum + Number(n), 0)).toBe(6);

    const pids = await workersOf(command.child.pid);
    expect(pids).toHaveLength(2);
    process.kill(pids[0] as number, 'SIGKILL');
    const dead = () => command.stderr;
    await expect.poll(dead, patient).toMatch(/^Worker [12] exited with status 1; restarting it\n$/m);
    await expect.poll(async () => (await workersOf(command.child.pid)).length, patient).toBe(2);
    for (let i = 0; i < 6; i++) expect(await ask(origin, count)).toMatchObject(counted);

    await sleep(100);
    command.child.kill('SIGTERM');
    expect(await command.ended).toMatchObject({ code: 0, signal: null });
    await expect(get(`${origin}/livez`)).rejects.toThrow();
    await expect.poll(() => pids.filter(isRunning)).toEqual([]);
  }, 120_000);

  it('tell the subscribers of each what is written, and those of a killed one when they come back', async () => {
    const cwd = emptyFolder();
    const { command, origin } = await start(['--workers', '2'], { cwd });
    const query = 'subscription { incidents(where: { id: { eq: "followed" } }) { revision events { op id } } }';
    const open = () => openStream(`${origin}/graphql`, query);
    // Each stream has a connection of its own, which the workers take in turn.
    const streams = [await open(), await open(), await open(), await open()];
    for (const stream of streams) await stream.next();
    const publish = async (title: string) => {
      const incident = { id: 'followed', title, type: 'BATTLE' };
      writeFileSync(
        join(cwd, 'a.json'),
        JSON.stringify({ id: 'a', published: '2024-01-01', text: 'So.', incidents: [incident] }),
      );
      const { code, stderr } = await gateways.commands.run('seed', ['a.json'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
    };
    await publish('One');
    const payloads = await Promise.all(streams.map((stream) => stream.next()));
    expect(payloads[0]?.data.data.incidents.events).toEqual([{ op: 'ENTERED', id: 'Incident:followed' }]);
    for (const { data } of payloads.slice(1) as StreamEvent[])
      expect(data.data.incidents.events).toEqual(payloads[0]?.data.data.incidents.events);

    process.kill((await workersOf(command.child.pid))[0] as number, 'SIGKILL');
    const ends = await Promise.all(streams.map((stream) => stream.next(2000).catch((error: Error) => error)));
    // A cut connection is an error; the streams of the other worker go on.
    expect(ends.filter((end) => /^No event came/.test((end as Error)?.message))).toHaveLength(2);
    await publish('Two');
    const headers = { 'last-event-id': payloads[0]?.id ?? '' };
    const resumed = await openStream(`${origin}/graphql`, query, { headers });
    const { events } = (await resumed.next())?.data.data.incidents ?? {};
    expect(events).toContainEqual({ op: 'UPDATED', id: 'Incident:followed' });
    for (const stream of [...streams, resumed]) stream.close();
    command.child.kill('SIGTERM');
    expect(await command.ended).toMatchObject({ code: 0, signal: null });
  }, 120_000);

  it('end when they are told to, including one that is just restarting', async () => {
    const { command } = await start(['--workers', '2']);
    const [pid] = await workersOf(command.child.pid);
    process.kill(pid as number, 'SIGKILL');
    await expect.poll(async () => (await workersOf(command.child.pid)).filter((each) => each !== pid).length).toBe(2);
    command.child.kill('SIGTERM');
    expect(await command.ended).toMatchObject({ code: 0, signal: null });
  }, 60_000);

  it('do not outlive their supervisor', async () => {
    const { command } = await start(['--workers', '2']);
    const pids = await workersOf(command.child.pid);
    command.child.kill('SIGKILL');
    await expect.poll(() => pids.filter(isRunning), { timeout: 10_000 }).toEqual([]);
  }, 60_000);

  it('report a failed start once, with the exit code of a single process', async () => {
    const run = (args: string[], env: Record<string, string>) =>
      gateways.commands.run('gateway', args, { cwd: emptyFolder(), env: { PORT: '0', ...env } });
    const [host, store] = await Promise.all([
      run(['--workers', '2'], { HOST: '192.0.2.1' }),
      run(['--workers', '2'], { MONGODB_URI: 'mongodb://127.0.0.1:9/db' }),
    ]);
    expect(host.code).toBe(78);
    expect(host.stderr).toMatch(/^HOST and PORT must be an address of this machine [^\n]*\n$/);
    expect(store.code).toBe(69);
    expect(store.stderr).toMatch(/^Cannot connect to the MongoDB at 127\.0\.0\.1:9: [^\n]*\n$/);
  });
});

describe('npm start', () => {
  it.each([[['--workers', '0']], [['--workers', '65']], [['--workers']], [['--nonsense']], [['something']]])(
    'exits 2 and prints its usage for invalid arguments: %j',
    async (args) => {
      const { code, stdout, stderr } = await gateways.commands.run('gateway', args, { cwd: emptyFolder() });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('Usage: npm start -- [--workers N]');
    },
  );
});

async function workersOf(pid: number | undefined): Promise<number[]> {
  const { execFileSync } = await import('node:child_process');
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return rows
    .flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []))
    .sort((a, b) => a - b);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
