import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Command } from 'commander';
import fc from 'fast-check';
import { toFile } from '../../seed/dump-output.ts';
import { dumpStore } from '../../src/ingest/dump/dump-store.ts';
import type { ArticleVersion } from '../../src/ingest/fold/apply-versions.ts';
import { verifyStore } from '../../src/ingest/write/verify-store.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeMerge } from '../../src/ingest/write/write-merges.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { anyArticle } from '../ingest/any-articles.ts';
import { canonical } from '../ingest/canonical.ts';
import { expectedLines, linesOf, seedText } from '../ingest/dump/dumps.ts';
import { emptyStore } from '../ingest/write/store-dump.ts';
import { standalone } from '../support/standalone.ts';

/*
 * Dumps a store in another process while this one writes to it, and kills the dump (SIGKILL) at random times. After each
 * kill there is no file under the name of the dump, or a complete one; a complete dump has every article as it was at
 * one moment since the dump began, and gives a store that holds just that.
 */

export interface KillDumpReport {
  kills: number;
  /** Dumps that were complete before the kill. */
  complete: number;
  /** Writes beside the dumps. */
  writes: number;
  losses: string[];
}

export interface KillDumpOptions {
  kills: number;
  seed: number;
  /** Whether to use the store as one without transactions. */
  alone: boolean;
  /** A server, on which a database `kill-dump-<pid>` is filled and dropped. Default: an embedded store. */
  uri?: string | undefined;
}

const program = fileURLToPath(import.meta.url);
/** So small that a dump takes many readings. */
const limits = { documents: 4, bytes: 1e6 };
const articleCount = 150;

/** What an id said, in the order of its writes; `undefined` where it was not stored. */
type History = Map<string, (string | undefined)[]>;

/** Stops at the first losses. */
export async function killDump(
  { kills, seed, alone, uri }: KillDumpOptions,
  told: (report: KillDumpReport) => void = () => {},
): Promise<KillDumpReport> {
  const report: KillDumpReport = { kills: 0, complete: 0, writes: 0, losses: [] };
  const folder = mkdtempSync(join(tmpdir(), 'kill-dump-'));
  const place =
    uri === undefined
      ? join(folder, 'data')
      : Object.assign(new URL(uri), { pathname: `kill-dump-${process.pid}` }).href;
  const store = await openAt(place);
  const other = await openStore({ dataDir: join(folder, 'other') });
  try {
    const writer = createWriter(store, seed, alone);
    await writer.fill();
    const undisturbedMs = await timeOf(place, join(folder, 'undisturbed.ndjson.gz'));
    while (report.kills < kills && report.losses.length === 0) {
      const round = seed + report.kills;
      const out = join(folder, `${round}`);
      mkdirSync(out);
      const file = join(out, report.kills % 2 === 0 ? 'dump.ndjson' : 'dump.ndjson.gz');
      const [share = 0] = fc.sample(fc.double({ min: 0, max: 1.3, noNaN: true }), { seed: round, numRuns: 1 });
      const history = await writer.startHistory();
      await dumpUntilKilled(place, file, share * undisturbedMs, writer);
      report.writes += await writer.pause();
      const isComplete = existsSync(file);
      const note = `${report.kills} kills, seed ${seed}`;
      if (isComplete)
        report.losses.push(...(await faultsOf(file, history, other)).map((fault) => `${fault} (${note})`));
      const others = readdirSync(out).filter((name) => join(out, name) !== file && !name.endsWith('.part'));
      report.losses.push(...others.map((name) => `${name} was left (${note})`));
      const differences = (await verifyStore(store.database)).filter(({ isFault }) => isFault);
      report.losses.push(...differences.map(({ collection, id, what }) => `${collection} ${id} ${what} (${note})`));
      if (isComplete) report.complete++;
      report.kills++;
      told(report);
    }
  } finally {
    if (!store.embedded) await store.database.dropDatabase();
    await store.close();
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return report;
}

/** `place` is the folder of an embedded store or the address of a database. */
function openAt(place: string): Promise<Store> {
  return openStore(place.startsWith('mongodb') ? { mongodbUri: place } : { dataDir: place });
}

type Writer = ReturnType<typeof createWriter>;

/** Writes one batch after another between `resume` and `pause`, and records what each id said. */
function createWriter({ database, client }: Store, seed: number, alone: boolean) {
  const used = alone ? standalone(database) : database;
  let history: History = new Map();
  let isPaused = true;
  let running: Promise<number> = Promise.resolve(0);
  let written = 0;

  async function note(): Promise<void> {
    const lines = await expectedLines(database);
    for (const id of new Set([...history.keys(), ...lines.keys()])) {
      const said = history.get(id) ?? [undefined];
      if (said.at(-1) !== lines.get(id)) said.push(lines.get(id));
      history.set(id, said);
    }
  }

  /** Draws versions that replace, withdraw and bring back some articles. */
  function nextBatch(): ArticleVersion[] {
    const version = ++written;
    const drawn = fc.sample(fc.tuple(anyArticle, fc.nat({ max: articleCount - 1 }), fc.boolean()), {
      seed: seed + version,
      numRuns: 3,
    });
    return canonical(
      drawn.map(([article, number, isWithdrawn]): ArticleVersion => {
        const id = idOf(number);
        return isWithdrawn ? { id, version, retracted: true } : { ...article, id, version };
      }),
    );
  }

  async function writeUntilPaused(): Promise<number> {
    let writes = 0;
    while (!isPaused) {
      if (written % 5 === 0) {
        const [from, into] = [`m${written % 10}`, `m${written % 7}-into`];
        await writeMerge(used, client, { type: 'Actor', from, into });
      }
      await writeArticles(used, client, nextBatch(), { dryRun: false });
      await note();
      writes++;
    }
    return writes;
  }

  return {
    async fill(): Promise<void> {
      const articles = fc.sample(anyArticle, { seed, numRuns: articleCount });
      await writeArticles(used, client, canonical(articles.map((each, at) => ({ ...each, id: idOf(at) }))), {
        dryRun: false,
      });
    },
    /** Forgets what was before, and returns what each id says from now on. */
    async startHistory(): Promise<History> {
      history = new Map([...(await expectedLines(database))].map(([id, line]) => [id, [line]]));
      return history;
    },
    resume(): void {
      isPaused = false;
      running = writeUntilPaused();
      running.catch(() => {}); // `pause` throws it
    },
    pause(): Promise<number> {
      isPaused = true;
      return running;
    },
  };
}

function idOf(number: number): string {
  return `article-${number}`;
}

async function timeOf(place: string, file: string): Promise<number> {
  const { begun, ended } = start(place, file);
  await begun;
  const began = performance.now();
  await ended;
  return performance.now() - began;
}

/** Kills the dump some time after it began to read; one in five at a moment before. */
async function dumpUntilKilled(place: string, file: string, afterMs: number, writer: Writer): Promise<void> {
  const { child, begun, ended } = start(place, file);
  writer.resume();
  await begun;
  await Promise.race([sleep(afterMs), ended]);
  child.kill('SIGKILL');
  await ended;
}

/** `begun` also ends with the process. */
function start(place: string, file: string) {
  const args = ['--conditions=source', '--import', import.meta.resolve('tsx'), program, '--in', place, '--out', file];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const begun = Promise.race([once(child.stdout, 'data'), ended]);
  return { child, begun, ended };
}

/** Compares a complete dump with what its ids said, and with the store that it makes. */
async function faultsOf(file: string, history: History, other: Store): Promise<string[]> {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = linesOf(text);
  const faults = [...history]
    .filter(([id, said]) => !said.includes(lines.get(id)))
    .map(([id]) => `${id} is ${lines.has(id) ? 'as it never was' : 'missing'} in a complete dump`);
  for (const id of lines.keys()) if (!history.has(id)) faults.push(`${id} is in a dump, and never was stored`);
  await emptyStore(other.database);
  const refused = (await seedText(other, text))?.refusalCount ?? 0;
  if (refused > 0) faults.push(`${refused} faults of a complete dump were found by seeding it`);
  const seeded = await expectedLines(other.database);
  for (const [id, line] of lines) if (seeded.get(id) !== line) faults.push(`${id} differs once the dump is seeded`);
  if (seeded.size !== lines.size) faults.push('Seeding a dump made more than it says');
  const differences = (await verifyStore(other.database)).filter(({ isFault }) => isFault);
  return [...faults, ...differences.map(({ collection, id, what }) => `${collection} ${id} ${what}, once seeded`)];
}

if (process.argv[1] === program) {
  const command = new Command('kill-dump')
    .description('Kills dumps of a store that is written to, and reports half files and losses.')
    .argument('[kills]', 'number of kills', Number, 100)
    .option('--seed <number>', 'seed of the articles and the times of the kills', Number, Date.now() % 1_000_000)
    .option('--alone', 'write to the store as to one without transactions', false)
    .option('--uri <uri>', 'MongoDB server to use instead of an embedded store')
    .option('--in <place>', 'only dump this folder or database once')
    .option('--out <file>', 'the file for --in')
    .parse();
  const options = command.opts<Omit<KillDumpOptions, 'kills'> & { in?: string; out?: string }>();
  if (options.in !== undefined && options.out !== undefined) {
    const output = await toFile(options.out, { force: false });
    const store = await openAt(options.in);
    for await (const { text } of dumpStore(store.database, { limits })) {
      await output.write(text);
      console.log('begun');
    }
    await output.finish();
    await store.close();
  } else {
    const kills: number = command.processedArgs[0];
    const report = await killDump({ ...options, kills }, ({ kills }) => {
      if (kills % 10 === 0) console.error(`${kills} kills`);
    });
    for (const loss of report.losses) console.error(loss);
    console.log(
      `${report.kills} kills (${report.complete} after the dump was complete) beside ${report.writes} writes, ${report.losses.length} losses (seed ${options.seed})`,
    );
    process.exitCode = report.losses.length === 0 ? 0 : 1;
  }
}
