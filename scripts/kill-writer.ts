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
 * Kills a process that serves the embedded store (SIGKILL) at random moments while clients write to it, again and again
 * on one folder. Each time the folder is opened again and compared with what had been acknowledged.
 */

export interface KillReport {
  kills: number;
  /** Kills that came before the store had opened the folder. */
  early: number;
  acknowledged: number;
  losses: string[];
}

const longestMs = 300;
/** So many rounds' documents are kept, and looked at in each of them. */
const roundsOfLedger = 25;

/** The folder is made when it is not there. Equal seeds give equal moments, not equal runs. Ends at the first losses. */
export async function killWriter(
  dataDir: string,
  kills: number,
  seed: number,
  told: (report: KillReport) => void = () => {},
): Promise<KillReport> {
  const random = seeded(seed);
  const report: KillReport = { kills: 0, early: 0, acknowledged: 0, losses: [] };
  let ledger = openLedger();
  let rounds = 0;
  while (report.losses.length === 0) {
    const store = startStoreProcess(dataDir);
    try {
      const last = report.kills === kills;
      // Some die while they open the folder.
      if (!last && random() < 0.1) {
        await sleep(random() * 2 * longestMs);
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
          report.acknowledged += await writeUntilKilled(db, ledger, store, 5 + random() * longestMs);
        } finally {
          await client.close();
        }
      }
      report.kills++;
      told(report);
    } finally {
      await store.kill();
    }
  }
  return report;
}

/**
 * What was not acknowledged is not tried again: what is there has to be what was told. A short wait for a server, since
 * sessions that end look for theirs, which has been killed.
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

/** Several clients write at once until the store is killed. Answers how many writes were acknowledged. */
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
    .description('Kills the embedded store again and again while it is written to, and looks for what is missing.')
    .argument('[kills]', 'how often', Number, 200)
    .option('--seed <number>', 'of the moments', Number, Date.now() % 1_000_000)
    .parse();
  const { seed } = program.opts<{ seed: number }>();
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-writer-'));
  try {
    const report = await killWriter(dataDir, program.processedArgs[0], seed, ({ kills, acknowledged }) => {
      if (kills % 10 === 0) console.error(`${kills} kills, ${acknowledged} acknowledged writes`);
    });
    for (const loss of report.losses) console.error(loss);
    console.log(
      `${report.kills} kills (${report.early} of them while opening), ${report.acknowledged} acknowledged writes, ${report.losses.length} losses (seed ${seed})`,
    );
    process.exitCode = report.losses.length === 0 ? 0 : 1;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
