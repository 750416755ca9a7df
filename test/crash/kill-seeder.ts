import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import fc from 'fast-check';
import type { ArticleVersion } from '../../src/ingest/fold/apply-versions.ts';
import { verifyStore } from '../../src/ingest/write/verify-store.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeMerge } from '../../src/ingest/write/write-merges.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { anyArticle } from '../ingest/any-articles.ts';
import { logFaults } from '../ingest/write/log-faults.ts';
import { dumpOf, emptyStore } from '../ingest/write/store-dump.ts';
import { standalone } from '../support/standalone.ts';

/*
 * Kills a process that seeds a store (SIGKILL) at random times, repeatedly. After each kill, this process seeds the
 * same articles again and compares the store with one that was seeded without interruption.
 */

export interface KillSeederReport {
  kills: number;
  /** Kills after everything was seeded. */
  late: number;
  losses: string[];
}

export interface KillSeederOptions {
  kills: number;
  seed: number;
  /** Whether to use the store as one without transactions. */
  alone: boolean;
  /** A server, on which a database `kill-seeder-<pid>` is filled and dropped. Default: an embedded store. */
  uri?: string | undefined;
}

const program = fileURLToPath(import.meta.url);
const longestMs = 1500;
/** So small that most derived documents are left to the work queue. */
const limits = { articles: 2, entities: 3 };

/** Stops at the first losses. */
export async function killSeeder(
  { kills, seed, alone, uri }: KillSeederOptions,
  told: (report: KillSeederReport) => void = () => {},
): Promise<KillSeederReport> {
  const report: KillSeederReport = { kills: 0, late: 0, losses: [] };
  while (report.kills < kills && report.losses.length === 0) {
    const dataDir = mkdtempSync(join(tmpdir(), 'kill-seeder-'));
    const place = uri === undefined ? dataDir : placeOn(uri);
    try {
      const round = seed + report.kills;
      const [afterMs = 0] = fc.sample(fc.integer({ min: 0, max: longestMs }), { seed: round, numRuns: 1 });
      if (await seedUntilKilled(place, round, alone, afterMs)) report.late++;
      report.losses.push(...(await lossesAfter(place, round, alone)));
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
    report.kills++;
    told(report);
  }
  return report;
}

function placeOn(uri: string): string {
  return Object.assign(new URL(uri), { pathname: `kill-seeder-${process.pid}` }).href;
}

/** `place` is the folder of an embedded store or the address of a database. */
function openAt(place: string): Promise<Store> {
  return openStore(place.startsWith('mongodb') ? { mongodbUri: place } : { dataDir: place });
}

/** Returns whether everything was seeded before the kill. */
async function seedUntilKilled(place: string, seed: number, alone: boolean, afterMs: number): Promise<boolean> {
  const args = [
    '--conditions=source',
    '--import',
    import.meta.resolve('tsx'),
    program,
    '--seed',
    String(seed),
    '--in',
    place,
  ];
  const child = spawn(process.execPath, alone ? [...args, '--alone'] : args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), ended]);
  await Promise.race([sleep(afterMs), ended]);
  const isLate = child.exitCode !== null;
  child.kill('SIGKILL');
  await ended;
  return isLate;
}

async function lossesAfter(place: string, seed: number, alone: boolean): Promise<string[]> {
  const store = await openAt(place);
  try {
    // Expires the lease of the killed process at once instead of waiting for it.
    const control = store.database.collection('control');
    await control.updateMany({ until: { $exists: true } }, { $set: { until: new Date(0) } });
    await seedAll(store, seed, alone);
    const faults = (await verifyStore(store.database)).filter(({ isFault }) => isFault);
    const found = await dumpOf(store.database);
    const contradictions = await logFaults(store.database);
    await emptyStore(store.database);
    await seedAll(store, seed, alone);
    const expected = await dumpOf(store.database);
    const differing = [...expected].filter(([name, documents]) => String(documents) !== String(found.get(name)));
    return [
      ...faults.map(({ collection, id, what }) => `${collection} ${id} ${what} (seed ${seed})`),
      ...contradictions.map((fault) => `the change log: ${fault} (seed ${seed})`),
      ...differing.map(([name]) => `${name} differ from an undisturbed run (seed ${seed})`),
    ];
  } finally {
    if (!store.embedded) await store.database.dropDatabase();
    await store.close();
  }
}

/** Seeds three dozen versions of a few articles in small batches, with two merges in between. */
async function seedAll({ database, client }: Store, seed: number, alone: boolean): Promise<void> {
  const anyVersion = fc
    .tuple(anyArticle, fc.integer({ min: 1, max: 9 }))
    .map(
      ([article, version]): ArticleVersion =>
        version % 4 === 0 ? { id: article.id, version, retracted: true } : { ...article, version },
    );
  const drawn = fc.sample(anyVersion, { seed, numRuns: 36 });
  const versions = [...new Map(drawn.map((it) => [`${it.id} ${it.version}`, it])).values()];
  const used = alone ? standalone(database) : database;
  for (let start = 0; start < versions.length; start += 3) {
    await writeArticles(used, client, versions.slice(start, start + 3), { dryRun: false, limits });
    if (start === 9) await writeMerge(used, client, { type: 'Location', from: 'x', into: 'y' }, limits);
    if (start === 18) await writeMerge(used, client, { type: 'Actor', from: 'w', into: 'new' }, limits);
  }
}

if (process.argv[1] === program) {
  const command = new Command('kill-seeder')
    .description('Kills a seeder repeatedly, lets another one finish, and reports differences from an undisturbed run.')
    .argument('[kills]', 'number of kills', Number, 100)
    .option('--seed <number>', 'seed of the articles and the times of the kills', Number, Date.now() % 1_000_000)
    .option('--alone', 'use the store as one without transactions', false)
    .option('--uri <uri>', 'MongoDB server to use instead of an embedded store')
    .option('--in <place>', 'only seed this folder or database once')
    .parse();
  const { seed, alone, uri, in: place } = command.opts<Omit<KillSeederOptions, 'kills'> & { in?: string }>();
  if (place !== undefined) {
    const store = await openAt(place);
    console.log('open');
    await seedAll(store, seed, alone);
    await store.close();
  } else {
    const kills: number = command.processedArgs[0];
    const report = await killSeeder({ kills, seed, alone, uri }, ({ kills }) => {
      if (kills % 10 === 0) console.error(`${kills} kills`);
    });
    for (const loss of report.losses) console.error(loss);
    console.log(
      `${report.kills} kills (${report.late} after seeding had finished), ${report.losses.length} losses (seed ${seed})`,
    );
    process.exitCode = report.losses.length === 0 ? 0 : 1;
  }
}
