import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import fc from 'fast-check';
import type { ControlDocument } from '../../src/ingest/write/control.ts';
import { upgradeStore } from '../../src/ingest/write/upgrade-store.ts';
import { verifyStore } from '../../src/ingest/write/verify-store.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { anyArticle } from '../ingest/any-articles.ts';
import { makeOlder } from '../ingest/write/damaged-store.ts';
import { dumpOf } from '../ingest/write/store-dump.ts';
import { standalone } from '../support/standalone.ts';

/*
 * Kills a process that upgrades a store (SIGKILL) at random moments, again and again, each time on the way from where the
 * one before it was killed. Then lets one finish, or a writer, compares the store with what it was before it was made an
 * older one, makes it older again, and goes on.
 */

export interface KillUpgradeReport {
  kills: number;
  /** Kills that came before the store had the new rules, while some of it had been written, and after it was upgraded. */
  early: number;
  midway: number;
  late: number;
  losses: string[];
}

export interface KillUpgradeOptions {
  kills: number;
  seed: number;
  /** Whether the store is used as one without transactions. */
  alone: boolean;
  /** A server, whose database `kill-upgrade-` with a number is filled and dropped; without it the store is embedded. */
  uri?: string | undefined;
}

const program = fileURLToPath(import.meta.url);
/** So small that an upgrade is many steps. */
const limits = { documents: 4, bytes: 1e6 };
const articles = 60;
/** In a row, before one may finish. */
const maxKillsInARow = 5;

/** Ends at the first losses. */
export async function killUpgrade(
  { kills, seed, alone, uri }: KillUpgradeOptions,
  told: (report: KillUpgradeReport) => void = () => {},
): Promise<KillUpgradeReport> {
  const report: KillUpgradeReport = { kills: 0, early: 0, midway: 0, late: 0, losses: [] };
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-upgrade-'));
  const place =
    uri === undefined ? dataDir : Object.assign(new URL(uri), { pathname: `kill-upgrade-${process.pid}` }).href;
  const store = await openAt(place);
  try {
    const used = alone ? standalone(store.database) : store.database;
    const filling = fc.sample(anyArticle, { seed, numRuns: articles });
    const filled = filling.map((article, at) => ({ ...article, id: `${article.id}-${at}` }));
    await writeArticles(used, store.client, filled, { dryRun: false });
    const expected = await dumpOf(store.database);
    const undisturbedMs = await upgradeOnce(store, place, alone);
    while (report.kills < kills && report.losses.length === 0) {
      await makeOlder(store.database);
      const [inARow = 1] = fc.sample(fc.integer({ min: 1, max: maxKillsInARow }), {
        seed: seed + report.kills,
        numRuns: 1,
      });
      let state: Awaited<ReturnType<typeof upgradeUntilKilled>> = 'early';
      for (let kill = 0; kill < inARow && report.kills < kills && state !== 'late'; kill++) {
        const round = seed + report.kills;
        const anyMoment = fc.record({
          share: fc.double({ min: 0, max: 1, noNaN: true }),
          isEarly: fc.nat(4).map((nth) => nth === 0),
        });
        const [moment = { share: 0, isEarly: true }] = fc.sample(anyMoment, { seed: round, numRuns: 1 });
        state = await upgradeUntilKilled(store, place, alone, { ...moment, undisturbedMs });
        report[state]++;
        report.kills++;
      }
      const byWriter = state === 'midway' && report.kills % 2 === 0;
      if (byWriter) await writeArticles(used, store.client, [], { dryRun: false });
      else await upgradeStore(used, store.client, { limits });
      report.losses.push(...(await lossesIn(store, expected, `${report.kills} kills, seed ${seed}`)));
      await writeArticles(used, store.client, [], { dryRun: false });
      told(report);
    }
  } finally {
    if (!store.embedded) await store.database.dropDatabase();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return report;
}

/** `place` is the folder of an embedded store, or the address of a database. */
function openAt(place: string): Promise<Store> {
  return openStore(place.startsWith('mongodb') ? { mongodbUri: place } : { dataDir: place });
}

/** Returns how long the upgrade of an older store takes from the moment at which the store has the new rules. */
async function upgradeOnce(store: Store, place: string, alone: boolean): Promise<number> {
  await makeOlder(store.database);
  const { begun, ended } = start(place, alone);
  await begun;
  const began = performance.now();
  await ended;
  return performance.now() - began;
}

/** Answers how far the upgrade had come. One in five is killed from the moment on at which the store is open. */
async function upgradeUntilKilled(
  { database }: Store,
  place: string,
  alone: boolean,
  { share, isEarly, undisturbedMs }: { share: number; isEarly: boolean; undisturbedMs: number },
): Promise<'early' | 'midway' | 'late'> {
  const { child, opened, begun, ended } = start(place, alone);
  await (isEarly ? opened : begun);
  await Promise.race([sleep(share * undisturbedMs), ended]);
  child.kill('SIGKILL');
  await ended;
  const control = database.collection<ControlDocument>('control');
  // Of one that was killed the lease runs out; nobody waits for it here.
  await control.updateMany({ until: { $exists: true } }, { $set: { until: new Date(0) } });
  const { rules, upgradingFrom }: Partial<ControlDocument> =
    (await control.findOne({ turns: { $exists: true } })) ?? {};
  if (rules === undefined) return 'early';
  return upgradingFrom === undefined ? 'late' : 'midway';
}

/** `opened` and `begun` also end with the process. */
function start(place: string, alone: boolean) {
  const args = ['--conditions=source', '--import', import.meta.resolve('tsx'), program, '--in', place];
  const child = spawn(process.execPath, alone ? [...args, '--alone'] : args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let said = '';
  const hears = (word: string) =>
    new Promise<void>((resolve) => {
      child.stdout.on('data', () => said.includes(word) && resolve());
      child.once('close', () => resolve());
    });
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  return { child, ended, opened: hears('open'), begun: hears('begun') };
}

/** `--verify` finds nothing, and all is as it was, but for the mark of a rebuild that was done. */
async function lossesIn({ database }: Store, expected: Map<string, string[]>, note: string): Promise<string[]> {
  const faults = (await verifyStore(database)).filter(({ isFault }) => isFault);
  const found = await dumpOf(database);
  const differing = [...expected].filter(
    ([name, documents]) => name !== 'pending' && String(documents) !== String(found.get(name)),
  );
  return [
    ...faults.map(({ collection, id, what }) => `${collection} ${id} ${what} (${note})`),
    ...differing.map(([name]) => `${name} differ from those before (${note})`),
  ];
}

if (process.argv[1] === program) {
  const command = new Command('kill-upgrade')
    .description('Kills the upgrade of a store again and again, lets one finish, and looks for what is different.')
    .argument('[kills]', 'how often', Number, 50)
    .option('--seed <number>', 'of what is stored, and of the moments', Number, Date.now() % 1_000_000)
    .option('--alone', 'use the store as one without transactions', false)
    .option('--uri <uri>', 'a MongoDB server, rather than an embedded store')
    .option('--in <place>', 'only upgrade this folder, or database, once')
    .parse();
  const { seed, alone, uri, in: place } = command.opts<Omit<KillUpgradeOptions, 'kills'> & { in?: string }>();
  if (place !== undefined) {
    const store = await openAt(place);
    console.log('open');
    let hasBegun = false;
    await upgradeStore(alone ? standalone(store.database) : store.database, store.client, {
      limits,
      onProgress() {
        if (!hasBegun) console.log('begun');
        hasBegun = true;
      },
    });
    await store.close();
  } else {
    const kills: number = command.processedArgs[0];
    const report = await killUpgrade({ kills, seed, alone, uri }, ({ kills }) => console.error(`${kills} kills`));
    for (const loss of report.losses) console.error(loss);
    const { early, midway, late, losses } = report;
    console.log(
      `${report.kills} kills (${early} before the new rules, ${midway} midway, ${late} too late), ${losses.length} losses (seed ${seed})`,
    );
    process.exitCode = losses.length === 0 ? 0 : 1;
  }
}
