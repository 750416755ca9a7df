import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { type Db, MongoClient } from 'mongodb';
import { type Ledger, openLedger } from './kill-ledger.ts';
import { seeded } from './seeded.ts';
import { type StoreProcess, startStoreProcess } from './store-process.ts';

/*
 * Kills a process that serves the embedded store (SIGKILL) at random times while clients write to it, repeatedly on the
 * same folder. After each kill, opens the folder again and compares it with the acknowledged writes.
 */

export interface KillReport {
  kills: number;
  /** Kills before the store had opened the folder. */
  early: number;
  acknowledged: number;
  losses: string[];
}

const maxMs = 300;
/** The number of rounds that one ledger covers. All its documents are checked in each of them. */
const roundsOfLedger = 25;

/** Creates the folder if missing. Equal seeds give equal kill times, not equal runs. Stops at the first losses. */
export async function killWriter(
  dataDir: string,
  kills: number,
  seed: number,
  onReport: (report: KillReport) => void = () => {},
): Promise<KillReport> {
  const random = seeded(seed);
  const report: KillReport = { kills: 0, early: 0, acknowledged: 0, losses: [] };
  let ledger = openLedger();
  let rounds = 0;
  while (report.losses.length === 0) {
    const store = startStoreProcess(dataDir);
    try {
      const last = report.kills === kills;
      // Some kills happen while the store opens the folder.
      if (!last && random() < 0.1) {
        await sleep(random() * 2 * maxMs);
        await store.kill();
        report.early++;
      } else {
        const client = await connect(await store.uri);
        try {
          const db = client.db('killed');
          report.losses.push(...(await ledger.compare(db)));
          if (last) return report;
          if (rounds++ % roundsOfLedger === 0) {
            await db.dropDatabase();
            ledger = openLedger();
            await ledger.prepare(db);
          }
          report.acknowledged += await writeUntilKilled(db, ledger, store, 5 + random() * maxMs);
        } finally {
          await client.close();
        }
      }
      report.kills++;
      onReport(report);
    } finally {
      await store.kill();
    }
  }
  return report;
}

/**
 * Connects without retries: unacknowledged writes must not be repeated, so that the store has what the ledger says. The
 * server selection timeout is short, since ending sessions look for the killed server.
 */
async function connect(uri: string): Promise<MongoClient> {
  const options = { retryWrites: false, retryReads: false, serverSelectionTimeoutMS: 250 };
  for (let attempt = 1; ; attempt++) {
    const client = new MongoClient(uri, options);
    try {
      return await client.connect();
    } catch (error) {
      await client.close();
      if (attempt === 40) throw error;
    }
  }
}

/** Several clients write concurrently until the store is killed. Returns the number of acknowledged writes. */
async function writeUntilKilled(db: Db, ledger: Ledger, store: StoreProcess, afterMs: number): Promise<number> {
  const before = ledger.acknowledged();
  let killed = false;
  const writing = ledger.writers(db).map(async (write) => {
    while (!killed) {
      await write().catch((error) => {
        if (!killed) throw error;
      });
    }
  });
  const written = Promise.all(writing);
  await Promise.race([sleep(afterMs), written]);
  killed = true;
  await store.kill();
  await written;
  return ledger.acknowledged() - before;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const program = new Command('kill-writer')
    .description('Kills the embedded store repeatedly during writes, and reports lost writes.')
    .argument('[kills]', 'number of kills', Number, 200)
    .option('--seed <number>', 'seed of the times of the kills', Number, Date.now() % 1_000_000)
    .parse();
  const { seed } = program.opts<{ seed: number }>();
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-writer-'));
  try {
    const report = await killWriter(dataDir, program.processedArgs[0], seed, ({ kills, acknowledged }) => {
      if (kills % 10 === 0) console.error(`${kills} kills, ${acknowledged} acknowledged writes`);
    });
    for (const loss of report.losses) console.error(loss);
    console.log(
      `${report.kills} kills (${report.early} while opening), ${report.acknowledged} acknowledged writes, ${report.losses.length} losses (seed ${seed})`,
    );
    process.exitCode = report.losses.length === 0 ? 0 : 1;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
