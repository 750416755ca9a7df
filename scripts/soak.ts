import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { packageRoot } from '../src/package-root.ts';
import { anonymousMemory } from './anonymous-memory.ts';
import { soakArticles, soakQueries } from './soak-articles.ts';

/*
 * Asks a gateway as much as it can answer while articles are seeded into its store again and again, and tells what
 * failed, whether its memory grew and whether it became slower.
 */

export interface SoakOptions {
  /** How long it is measured, after a tenth of that as a warm-up. */
  durationMs: number;
  clients: number;
  articles: number;
  /** The compiled commands. */
  gateway: string;
  seed: string;
}

export interface SoakReport {
  answers: number;
  /** What went wrong, the first of them. */
  failures: string[];
  /** How often articles were seeded anew. */
  seedings: number;
  /** In the first and the last tenth. */
  p99Ms: { first: number; last: number };
  /** The median in the second and in the last quarter, in bytes; without the pages of the store's file. */
  memory: { second: number; last: number };
}

/** How fast it answers is judged by the whole, and not by what a busy machine makes of one answer. */
const unlimited = { COST_PER_MINUTE: '0', REQUEST_TIMEOUT_MS: '30000' };
const mostFailures = 20;

export async function soak({ durationMs, clients, articles, gateway, seed }: SoakOptions): Promise<SoakReport> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), PORT: '0', ...unlimited };
  const failures: string[] = [];
  const fail = (failure: string) => {
    if (failures.length < mostFailures) failures.push(failure);
  };
  let answers = 0;
  let seedings = 0;
  let isOver = false;
  const answered: { at: number; ms: number }[] = [];
  const memory: { at: number; bytes: number }[] = [];
  let began = Number.POSITIVE_INFINITY;

  async function seedRound(): Promise<void> {
    const file = join(folder, 'articles.ndjson');
    writeFileSync(file, soakArticles(articles, ++seedings));
    const seeding = spawn(process.execPath, [seed, file], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    seeding.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const [code] = await once(seeding, 'close');
    if (code !== 0) fail(`Seeding exited with ${code}: ${said.slice(-500)}`);
  }

  async function seedOn(): Promise<void> {
    while (!isOver) {
      await seedRound();
      await sleep(250);
    }
  }

  async function askOn(url: string, agent: Agent, client: number): Promise<void> {
    for (let turn = client; !isOver; turn++) {
      const start = performance.now();
      const failure = await ask(url, agent, soakQueries[turn % soakQueries.length] as string);
      if (failure !== undefined) fail(failure);
      const now = performance.now();
      if (now < began) continue;
      answers++;
      answered.push({ at: now - began, ms: now - start });
    }
  }

  await seedRound();
  const child = spawn(process.execPath, [gateway], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr.on('data', (chunk) => fail(`The gateway said: ${String(chunk).slice(0, 500)}`));
  try {
    const url = await addressOf(child);
    const agent = new Agent({ keepAlive: true, maxSockets: clients });
    const asking = Array.from({ length: clients }, (_, client) => askOn(url, agent, client));
    const seeding = seedOn();
    await sleep(durationMs / 10);
    began = performance.now();
    while (performance.now() - began < durationMs) {
      await sleep(Math.min(1000, durationMs / 40));
      memory.push({ at: performance.now() - began, bytes: anonymousMemory(child.pid) });
    }
    isOver = true;
    await Promise.all([...asking, seeding]);
    agent.destroy();
    const share = (from: number, to: number) => (sample: { at: number }) =>
      sample.at >= from * durationMs && sample.at < to * durationMs;
    const p99 = (from: number, to: number) =>
      quantile(
        answered.filter(share(from, to)).map(({ ms }) => ms),
        0.99,
      );
    const held = (from: number, to: number) =>
      quantile(
        memory.filter(share(from, to)).map(({ bytes }) => bytes),
        0.5,
      );
    return {
      answers,
      failures,
      seedings,
      p99Ms: { first: p99(0, 0.1), last: p99(0.9, 1) },
      memory: { second: held(0.25, 0.5), last: held(0.75, 1.1) },
    };
  } finally {
    isOver = true;
    child.kill();
    await once(child, 'close');
    rmSync(folder, { recursive: true, force: true });
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const [address] = /http:\S+/.exec(output) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The gateway ended before it answered: ${output}`)));
  });
}

/** What is wrong with the answer; undefined where nothing is. */
function ask(url: string, agent: Agent, query: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json' };
    const asked = request(url, { method: 'POST', agent, headers, timeout: 60_000 }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => {
        const isRight = response.statusCode === 200 && /"totalCount":[1-9]/.test(body) && !body.includes('"errors"');
        resolve(isRight ? undefined : `${response.statusCode}: ${body.slice(0, 300)}`);
      });
    });
    asked.on('timeout', () => asked.destroy(new Error('No answer in 60 s')));
    asked.on('error', (error) => resolve(error.message));
    asked.end(JSON.stringify({ query }));
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const program = new Command('soak')
    .description('Asks a gateway as much as it can answer while articles are seeded, and looks for what gives way.')
    .argument('[minutes]', 'how long', Number, 10)
    .option('--clients <number>', 'that ask at once', Number, 20)
    .option('--articles <number>', 'that are seeded again and again', Number, 200)
    .parse();
  const { clients, articles } = program.opts<{ clients: number; articles: number }>();
  const [minutes] = program.processedArgs as [number];
  const [gateway, seed] = ['src/main.js', 'seed/main.js'].map((file) => join(packageRoot, 'dist', file)) as [
    string,
    string,
  ];
  if (!existsSync(gateway)) throw new Error('There is no dist: run `npm run build` first');
  const durationMs = minutes * 60_000;
  const report = await soak({ durationMs, clients, articles, gateway, seed });
  const { p99Ms, memory } = report;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  const verdict = (isRight: boolean) => (isRight ? 'ok' : 'NOT OK');
  const [slower, larger] = [p99Ms.last / p99Ms.first, memory.last / memory.second];
  console.log(`${report.answers} answers, ${Math.round((report.answers / durationMs) * 1000)} a second`);
  console.log(`${report.seedings} times ${articles} articles seeded`);
  console.log(
    `p99 ${p99Ms.first.toFixed(0)} ms at first, ${p99Ms.last.toFixed(0)} at last: ${slower.toFixed(2)} times`,
  );
  console.log(`memory ${megabytes(memory.second)}, ${megabytes(memory.last)} at last: ${larger.toFixed(2)} times`);
  for (const failure of report.failures) console.log(`failed: ${failure}`);
  const isRight = report.failures.length === 0 && slower <= 1.5 && !(larger > 1.1);
  console.log(verdict(isRight));
  process.exitCode = isRight ? 0 : 1;
}
