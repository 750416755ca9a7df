import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { Command } from 'commander';
import fc from 'fast-check';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { anyStep, takeStep } from '../server/live/any-steps.ts';
import { liveFilters } from '../server/live/live-filters.ts';
import { openStream } from '../support/streams.ts';

/*
 * Kills the gateway, a seeder and a subscriber (SIGKILL) at random times, repeatedly. The subscriber prints the ids and the
 * revision that it keeps after each payload; its successor resumes from what was printed last. At the end of each cycle,
 * what it keeps of each filter is compared with what a query returns.
 */

export interface KillSubscriberReport {
  cycles: number;
  kills: { gateway: number; seeder: number; subscriber: number };
  /** Payloads with events that were applied, and queries where events were left out. */
  applied: number;
  queried: number;
  losses: string[];
}

export interface KillSubscriberOptions {
  cycles: number;
  seed: number;
}

/** The ids that a subscriber keeps of a filter, sorted, and the revision that they are of. */
interface Kept {
  ids: string[];
  revision: number;
}

/** A line of a subscriber. */
interface Printed extends Kept {
  index: number;
  isQueried?: boolean;
  /** Why a subscription could not be resumed. */
  fault?: string;
}

const program = fileURLToPath(import.meta.url);
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const runSource = ['--conditions=source', '--import', import.meta.resolve('tsx')];
const stepsPerCycle = 12;
const longestMs = 1500;
const patienceMs = 30_000;

/** When each process is killed, in ms after the seeder has begun; null if it is not. At least one is killed. */
const anyPlan = fc
  .record({ gateway: anyTime(), seeder: anyTime(), subscriber: anyTime() })
  .filter((plan) => Object.values(plan).some((ms) => ms !== null));

function anyTime(): fc.Arbitrary<number | null> {
  return fc.option(fc.integer({ min: 0, max: longestMs }), { nil: null, freq: 2 });
}

/** Stops at the first losses. */
export async function killSubscriber(
  { cycles, seed }: KillSubscriberOptions,
  told: (report: KillSubscriberReport) => void = () => {},
): Promise<KillSubscriberReport> {
  const report: KillSubscriberReport = {
    cycles: 0,
    kills: { gateway: 0, seeder: 0, subscriber: 0 },
    applied: 0,
    queried: 0,
    losses: [],
  };
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-subscriber-'));
  const store = await openStore({ dataDir });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/graphql`;
  const kept: (Kept | undefined)[] = [];
  let gateway: ChildProcess | undefined;
  let subscriber: ChildProcess | undefined;

  async function startGateway(): Promise<void> {
    const limits = {
      COST_PER_MINUTE: '0',
      MAX_SUBSCRIPTIONS: '1000',
      MAX_COST: '1000000',
      REQUEST_TIMEOUT_MS: '60000',
    };
    const settings = { DATA_DIR: dataDir, MONGODB_URI: '', HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'silent' };
    gateway = spawn(process.execPath, [...runSource, main], {
      env: { ...process.env, ...settings, ...limits },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await begun(gateway, 'listening');
  }

  async function startSubscriber(): Promise<void> {
    subscriber = spawn(process.execPath, [...runSource, program, '--follow', url], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    subscriber.stdin?.end(JSON.stringify(kept));
    const heard = new Set<number>();
    await new Promise<void>((resolve) => {
      createInterface({ input: (subscriber as ChildProcess).stdout as NodeJS.ReadableStream })
        .on('line', (line) => {
          const printed = parsePrinted(line);
          if (!printed) return;
          const { index, isQueried, fault, ...state } = printed;
          if (fault !== undefined) report.losses.push(`${fault} (seed ${seed})`);
          if (isQueried) report.queried++;
          else if (kept[index]?.revision !== state.revision) report.applied++;
          kept[index] = state;
          if (heard.add(index).size === liveFilters.length) resolve();
        })
        .on('close', resolve);
    });
  }

  try {
    await takeStep(store, { kind: 'seed', article: firstArticle }, 1); // a gateway would fill an empty store
    await startGateway();
    while (report.cycles < cycles && report.losses.length === 0) {
      const round = seed + report.cycles;
      const [plan = { gateway: null, seeder: null, subscriber: 0 }] = fc.sample(anyPlan, { seed: round, numRuns: 1 });
      const version = (report.cycles + 1) * 1000;
      await startSubscriber();
      const seeder = spawn(
        process.execPath,
        [...runSource, program, '--in', dataDir, '--seed', String(round), '--from', String(version)],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      await begun(seeder, 'open');
      await Promise.all([
        killAfter(seeder, plan.seeder).then((isKilled) => (report.kills.seeder += Number(isKilled))),
        killAfter(gateway, plan.gateway).then(async (isKilled) => {
          if (!isKilled) return;
          report.kills.gateway++;
          await startGateway();
        }),
        killAfter(subscriber, plan.subscriber).then(async (isKilled) => {
          if (!isKilled) return;
          report.kills.subscriber++;
          await startSubscriber();
        }),
        once(seeder, 'close'),
      ]);
      await finishWrites(store, round, version + stepsPerCycle);
      report.losses.push(...(await differences(url, kept)).map((difference) => `${difference} (seed ${round})`));
      await kill(subscriber);
      report.cycles++;
      told(report);
    }
  } finally {
    await kill(subscriber);
    await kill(gateway);
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return report;
}

const firstArticle = { id: 'first', published: '2023-01-01', text: 'First' };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Waits until a process prints a word, or ends. */
function begun(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream })
      .on('line', (line) => line.includes(word) && resolve())
      .on('close', resolve);
  });
}

/** Returns whether the process was killed: not if it ends before. */
async function killAfter(child: ChildProcess | undefined, ms: number | null): Promise<boolean> {
  if (!child || ms === null) return false;
  await sleep(ms);
  if (child.exitCode !== null) return false;
  await kill(child);
  return true;
}

async function kill(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

/** Expires the lease of a killed seeder at once instead of waiting for it, and writes once more. */
async function finishWrites(store: Store, seed: number, version: number): Promise<void> {
  const control = store.database.collection('control');
  await control.updateMany({ until: { $exists: true } }, { $set: { until: new Date(0) } });
  const [step] = fc.sample(anyStep, { seed: -seed, numRuns: 1 });
  if (step) await takeStep(store, step, version);
}

/** Returns the filters of which the subscriber still keeps other ids than the gateway returns after a while. */
async function differences(url: string, kept: readonly (Kept | undefined)[]): Promise<string[]> {
  const until = performance.now() + patienceMs;
  const expected = await Promise.all(liveFilters.map((_, index) => query(url, index)));
  const differing = () =>
    liveFilters.flatMap(([type, where], index) => {
      const [ids, wanted] = [kept[index]?.ids, expected[index]?.ids];
      return isDeepStrictEqual(ids, wanted) ? [] : [`${type}(where: ${where}): kept ${ids}, but it is ${wanted}`];
    });
  while (differing().length > 0 && performance.now() < until) await sleep(50);
  return differing();
}

/** Returns the last line of a killed process as undefined if it is not whole. */
function parsePrinted(line: string): Printed | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function query(url: string, index: number): Promise<Kept> {
  const [type, where] = liveFilters[index] as [string, string];
  for (;;) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ found: ${type}(where: ${where}, first: 100) { nodes { id } } }` }),
    });
    const { data, extensions } = (await response.json()) as any;
    const revision = extensions?.revision;
    if (data && revision !== undefined)
      return { ids: data.found.nodes.map(({ id }: { id: string }) => id).sort(), revision };
    await sleep(50);
  }
}

/** Follows a filter until the process is killed, from what its predecessor has kept. */
async function follow(url: string, index: number, before: Kept | undefined): Promise<never> {
  const [type, where] = liveFilters[index] as [string, string];
  let kept = before;
  const print = (more: Partial<Printed> = {}) => console.log(JSON.stringify({ index, ...kept, ...more }));
  for (;;) {
    try {
      if (!kept) {
        kept = await query(url, index);
        print({ isQueried: true });
      }
      const fields = 'revision skippedTo events { op id }';
      const operation = `subscription { found: ${type}(where: ${where}, after: ${kept.revision}) { ${fields} } }`;
      const stream = await openStream(url, operation);
      if (stream.status === 400 || stream.status === 410) {
        print({ fault: `${operation}: ${JSON.stringify(stream.body)}` });
        kept = undefined;
      }
      for (;;) {
        const payload = (await stream.next(600_000))?.data?.data?.found;
        if (!payload || !kept) break;
        kept = payload.skippedTo === null ? applied(kept, payload) : undefined;
        if (!kept) break;
        print();
      }
      stream.close();
    } catch {
      // the gateway was killed
    }
    await sleep(50);
  }
}

function applied({ ids }: Kept, payload: { revision: number; events: { op: string; id: string }[] }): Kept {
  const next = new Set(ids);
  for (const { op, id } of payload.events) {
    if (op === 'LEFT') next.delete(id);
    else next.add(id);
  }
  return { ids: [...next].sort(), revision: payload.revision };
}

async function seedSteps(dataDir: string, seed: number, from: number): Promise<void> {
  const store = await openStore({ dataDir });
  console.log('open');
  for (const [index, step] of fc.sample(anyStep, { seed, numRuns: stepsPerCycle }).entries()) {
    await takeStep(store, step, from + index);
    await sleep(20);
  }
  await store.close();
}

if (process.argv[1] === program) {
  const command = new Command('kill-subscriber')
    .description('Kills gateways, seeders and subscribers repeatedly, and compares what subscribers keep with queries.')
    .argument('[cycles]', 'number of cycles', Number, 50)
    .option('--seed <number>', 'seed of the articles and the times of the kills', Number, Date.now() % 1_000_000)
    .option('--in <folder>', 'only seed this folder once')
    .option('--from <number>', 'the version of the first article', Number, 1)
    .option('--follow <url>', 'only subscribe')
    .parse();
  const {
    seed,
    from,
    in: dataDir,
    follow: url,
  } = command.opts<{ seed: number; from: number; in?: string; follow?: string }>();
  if (dataDir !== undefined) await seedSteps(dataDir, seed, from);
  else if (url !== undefined) {
    const kept = JSON.parse(await text(process.stdin)) as (Kept | null)[];
    await Promise.all(liveFilters.map((_, index) => follow(url, index, kept[index] ?? undefined)));
  } else {
    const cycles: number = command.processedArgs[0];
    const report = await killSubscriber({ cycles, seed }, ({ cycles }) => {
      if (cycles % 10 === 0) console.error(`${cycles} cycles`);
    });
    for (const loss of report.losses) console.error(loss);
    const { gateway, seeder, subscriber } = report.kills;
    console.log(
      `${report.cycles} cycles (${gateway} gateways, ${seeder} seeders and ${subscriber} subscribers killed meanwhile), ` +
        `${report.applied} payloads applied, ${report.queried} queries, ${report.losses.length} losses (seed ${seed})`,
    );
    process.exitCode = report.losses.length === 0 ? 0 : 1;
  }
}
