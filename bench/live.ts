import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Article } from '../src/entities/article/article.ts';
import { writeArticles } from '../src/ingest/write/write-articles.ts';
import { openStore, type Store } from '../src/store/open-store.ts';
import { cpuOfProcess } from './peers/process-cpu.ts';
import { seedData } from './seed-data.ts';

/** The time with 1,000 subscribers; a fifth of it with 10. */
const seconds = Number(process.env.BENCH_SECONDS ?? 60);
const articlesPerWrite = 5;
const writeEveryMs = 500;
const subscriptionsPerSocket = 100;
const memorySamples = 10;
/** The longest time to wait for the last payloads. */
const maxLateMs = 60_000;

const filters = [
  ...['BATTLE', 'EXPLOSION_REMOTE_VIOLENCE', 'VIOLENCE_AGAINST_CIVILIANS', 'PROTEST', 'RIOT'].map(
    (type) => `{ type: { eq: ${type} } }`,
  ),
  '{}',
  '{ participants: { some: { actor: { country: { eq: "SY" } } } } }',
  '{ statements: { some: { type: { eq: DENIAL_OF_RESPONSIBILITY } } } }',
  '{ text: "convoy" }',
  '{ articles: { none: { language: { eq: "fr" } } } }',
];

interface Gateway {
  process: ChildProcess;
  pid: number;
  url: string;
}

/** A subscriber, and the ids that match its filter by the events so far. */
interface Follower {
  filter: number;
  ids: Set<string>;
}

/**
 * Follows ten filters with 10 and with 1,000 subscribers, by WebSocket, while articles are seeded. Prints the CPU and the
 * memory of the gateway, which has a process of its own, and how many subscribers, by their events, know other incidents
 * than the gateway answers in the end. `BENCH_SECONDS` is the time with 1,000, a minute unless given.
 */
export async function benchLive(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-live-'));
  const dataDir = join(folder, 'data');
  const store = await openStore({ dataDir });
  const articles = seedData[0]?.articles(Number.MAX_SAFE_INTEGER)[Symbol.iterator]() as Iterator<Article>;
  await write(store, articles, 1); // into an empty store, the gateway would seed its own articles meanwhile
  const gateway = await startGateway(dataDir);
  try {
    await measure(10, seconds / 5, gateway, store, articles);
    await measure(1000, seconds, gateway, store, articles);
  } finally {
    gateway.process.kill('SIGTERM');
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startGateway(dataDir: string): Promise<Gateway> {
  const limits = { COST_PER_MINUTE: '0', MAX_SUBSCRIPTIONS: '100000', REQUEST_TIMEOUT_MS: '60000' };
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...limits };
  const args = ['--conditions=source', '--import', 'tsx', 'src/main.ts'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /listening at (\S+)/.exec(line) ?? [];
    if (url !== undefined) return { process: child, pid: child.pid as number, url };
  }
  throw new Error('The gateway did not start');
}

async function measure(
  number: number,
  seconds: number,
  gateway: Gateway,
  store: Store,
  articles: Iterator<Article>,
): Promise<void> {
  const { url, pid } = gateway;
  const before = await findAll(url);
  const followers: Follower[] = Array.from({ length: number }, (_, index) => {
    const filter = index % filters.length;
    return { filter, ids: new Set(before[filter]) };
  });
  const sockets = Array.from({ length: Math.ceil(number / subscriptionsPerSocket) }, () =>
    createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket }),
  );
  const counts = { begun: 0, events: 0, skips: 0 };
  for (const [index, follower] of followers.entries())
    follow(sockets[index % sockets.length] as Client, follower, counts);
  while (counts.begun < number) await sleep(50);

  const begun = cpuOfProcess(pid);
  const memory: number[] = [];
  let written = 0;
  for (let sample = 0; sample < memorySamples; sample++) {
    memory.push(megabytesOf(pid));
    written += await write(store, articles, (seconds / memorySamples) * 1000);
  }
  const ended = performance.now();
  await sleep(1000);
  const usedMs = cpuOfProcess(pid) - begun;
  memory.push(megabytesOf(pid));
  const now = await findAll(url);
  const countWrong = () => followers.filter(({ filter, ids }) => !isEqual(ids, now[filter] as Set<string>)).length;
  let wrong = countWrong();
  for (; wrong > 0 && performance.now() - ended < maxLateMs; wrong = countWrong()) await sleep(500);
  const lateMs = Math.round(performance.now() - ended);
  process.stdout.write(
    `${number} subscribers: ${written} articles in ${seconds} s, ${Math.round(usedMs)} ms of CPU, ` +
      `${(usedMs / written).toFixed(1)} ms an article; ${counts.events} events, ${counts.skips} skips; ` +
      `${counts.begun - number} began again; ` +
      `after ${lateMs} ms, ${wrong} subscribers know other incidents than the gateway; memory in MB: ${memory.join(' ')}\n`,
  );
  for (const socket of sockets) await socket.dispose();
}

interface Payload {
  incidents: { skippedTo: number | null; events: readonly { op: string; id: string }[] };
}

function follow(socket: Client, { filter, ids }: Follower, counts: Record<'begun' | 'events' | 'skips', number>): void {
  const query = `subscription { incidents(where: ${filters[filter]}) { skippedTo events { op id node { title } } } }`;
  socket.subscribe<Payload>(
    { query },
    {
      next({ data }) {
        if (!data) return;
        const { skippedTo, events } = data.incidents;
        if (skippedTo !== null) counts.skips++;
        else if (events.length === 0) counts.begun++;
        counts.events += events.length;
        for (const { op, id } of events) {
          if (op === 'LEFT') ids.delete(id);
          else ids.add(id);
        }
      },
      error: (error) => process.stderr.write(`${JSON.stringify(error)}\n`),
      complete() {},
    },
  );
}

/** Seeds articles for some time, and returns how many. */
async function write(store: Store, articles: Iterator<Article>, ms: number): Promise<number> {
  const end = performance.now() + ms;
  let written = 0;
  while (performance.now() < end) {
    const batch = Array.from({ length: articlesPerWrite }, () => articles.next().value);
    await writeArticles(store.database, store.client, batch, { dryRun: false });
    written += batch.length;
    await sleep(writeEveryMs);
  }
  return written;
}

/** The ids of the incidents of each filter. */
function findAll(url: string): Promise<Set<string>[]> {
  return Promise.all(filters.map((filter) => find(url, filter)));
}

interface Page {
  incidents: { nodes: readonly { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

async function find(url: string, filter: string): Promise<Set<string>> {
  const query = `query ($after: String) {
    incidents(first: 100, after: $after, where: ${filter}) { nodes { id } pageInfo { hasNextPage endCursor } }
  }`;
  const ids = new Set<string>();
  for (let after: string | null = null; ; ) {
    const response: Response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { after } }),
    });
    const { data, errors } = (await response.json()) as { data: Page; errors?: object[] };
    if (errors) throw new Error(JSON.stringify(errors));
    for (const { id } of data.incidents.nodes) ids.add(id);
    if (!data.incidents.pageInfo.hasNextPage) return ids;
    after = data.incidents.pageInfo.endCursor;
  }
}

function isEqual(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

/** The resident memory of a process; NaN where there is no /proc. */
function megabytesOf(pid: number): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Number.NaN;
  }
}
