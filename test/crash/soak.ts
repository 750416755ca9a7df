import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { packageRoot } from '../../src/config/package-root.ts';
import { anonymousMemory } from '../support/anonymous-memory.ts';
import { soakArticles, soakQueries } from './soak-articles.ts';

/*
 * Puts a gateway under full load while articles are seeded into its store repeatedly, and reports failures, memory
 * growth and slower responses.
 */

export interface SoakOptions {
  /** The duration of the measurement, after a warm-up of a tenth of it. */
  durationMs: number;
  clients: number;
  articles: number;
  /** The compiled commands. */
  gateway: string;
  seed: string;
}

export interface SoakReport {
  answers: number;
  /** The first failures. */
  failures: string[];
  /** The number of times the articles were seeded. */
  seedings: number;
  /** In the first and in the last tenth of the time. */
  p99Ms: { first: number; last: number };
  /**
   * The median in the second and in the last quarter of the time, in bytes, without the mapped pages of the store's
   * file.
   */
  memory: { second: number; last: number };
}

/** A long timeout and no rate limit: responses are judged by the 99th percentile, not one by one. */
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
  child.stderr.on('data', (chunk) => {
    const lines = String(chunk).trimEnd().split('\n');
    const unexpected = lines.find((line) => !line.includes('"Event loop blocked"')); // a busy machine blocks it too
    if (unexpected) fail(`The gateway wrote to stderr: ${unexpected.slice(0, 500)}`);
  });
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
    child.once('exit', () => reject(new Error(`The gateway exited before it was ready: ${output}`)));
  });
}

/** Describes what is wrong with the response; undefined if nothing is. */
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
    asked.on('timeout', () => asked.destroy(new Error('No response within 60 s')));
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
    .description('Puts a gateway under full load while articles are seeded, and reports failures.')
    .argument('[minutes]', 'duration', Number, 10)
    .option('--clients <number>', 'number of concurrent clients', Number, 20)
    .option('--articles <number>', 'number of articles, seeded repeatedly', Number, 200)
    .parse();
  const { clients, articles } = program.opts<{ clients: number; articles: number }>();
  const [minutes] = program.processedArgs as [number];
  const [gateway, seed] = ['src/main.js', 'seed/main.js'].map((file) => join(packageRoot, 'dist', file)) as [
    string,
    string,
  ];
  if (!existsSync(gateway)) throw new Error('The project is not built: run `npm run build` first');
  const durationMs = minutes * 60_000;
  const report = await soak({ durationMs, clients, articles, gateway, seed });
  const { p99Ms, memory } = report;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  const verdict = (isRight: boolean) => (isRight ? 'ok' : 'NOT OK');
  const [slower, larger] = [p99Ms.last / p99Ms.first, memory.last / memory.second];
  console.log(`${report.answers} responses, ${Math.round((report.answers / durationMs) * 1000)} per second`);
  console.log(`${articles} articles seeded ${report.seedings} times`);
  console.log(
    `p99 ${p99Ms.first.toFixed(0)} ms in the first tenth, ${p99Ms.last.toFixed(0)} ms in the last: ${slower.toFixed(2)} times`,
  );
  console.log(
    `memory ${megabytes(memory.second)} in the second quarter, ${megabytes(memory.last)} in the last: ${larger.toFixed(2)} times`,
  );
  for (const failure of report.failures) console.log(`failed: ${failure}`);
  const isRight = report.failures.length === 0 && slower <= 1.5 && !(larger > 1.1);
  console.log(verdict(isRight));
  process.exitCode = isRight ? 0 : 1;
}
