import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import type * as store from '../src/embedded-store.ts';
import { openEnvironment } from '../src/storage/environment.ts';
import { type StoreProcess, startStoreProcess } from '../test/crash/store-process.ts';
import { halfway, incident, median, page, types } from './incidents.ts';

/*
 * Measures the embedded store with many documents: the time of a page of a long list compared with a short one, the
 * memory of its process (Linux only), and the time to open its folder. BENCH_DOCUMENTS sets the length of the long
 * list. The project must be built, since loading TypeScript takes ten times longer.
 */

const built = fileURLToPath(new URL('../dist/embedded-store.js', import.meta.url));
if (!existsSync(built)) throw new Error('The project is not built: run `npm run build` first');
const { startEmbeddedStore } = (await import(built)) as typeof store;

const few = 10_000;
const many = Number(process.env.BENCH_DOCUMENTS ?? 1_000_000);
const warmUp = 50;
const repeats = 100;

const dataDir = mkdtempSync(join(tmpdir(), 'bench-store-size-'));
try {
  await measureProcess();
  await measureOpening();
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

async function measureProcess(): Promise<void> {
  const store = startStoreProcess(dataDir);
  const client = await new MongoClient(await store.uri).connect();
  try {
    for (const count of [few, many]) await fill(client, count);
    report('private memory after filling', privateMB(store), 300, 'MB');
    await comparePages(client);
    await client.db('bench').collection(`of${many}`).countDocuments({ killed: 3 });
    report('private memory after queries', privateMB(store), 300, 'MB');
  } finally {
    await client.close();
    await store.kill();
  }
}

async function fill(client: MongoClient, count: number): Promise<void> {
  const incidents = client.db('bench').collection(`of${count}`);
  await incidents.createIndexes([{ key: page }, { key: { type: 1, ...page } }]);
  const start = performance.now();
  for (let n = 0; n < count; n += 1000) {
    await incidents.insertMany(Array.from({ length: 1000 }, (_, i) => incident(n + i, count)));
  }
  console.log(`${count} incidents in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

async function comparePages(client: MongoClient): Promise<void> {
  const pages = {
    'compound page': (turn: number) => ({ type: types[turn % 7] as string }),
    'keyset page at half depth': halfway,
  };
  for (const [name, filter] of Object.entries(pages)) {
    const times: Record<number, number[]> = { [few]: [], [many]: [] };
    for (let turn = -warmUp; turn < repeats; turn++) {
      for (const count of [few, many]) {
        const start = performance.now();
        await client
          .db('bench')
          .collection(`of${count}`)
          .find(filter(turn + warmUp))
          .sort(page)
          .limit(50)
          .toArray();
        if (turn >= 0) times[count]?.push(performance.now() - start);
      }
    }
    const [short, long] = [median(times[few] ?? []), median(times[many] ?? [])];
    console.log(`${name}: ${short.toFixed(2)} ms of ${few}, ${long.toFixed(2)} ms of ${many}`);
    report(`${name}, long to short`, long / short, 1.3, 'times');
  }
}

/** The private memory of the store's process, without the mapped file. */
function privateMB(store: StoreProcess): number {
  const status = readFileSync(`/proc/${store.pid}/status`, 'utf8');
  return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

async function measureOpening(): Promise<void> {
  console.log(`a folder of ${(statSync(join(dataDir, 'data.mdb')).size / 2 ** 30).toFixed(2)} GiB`);
  const alone: number[] = [];
  const answered: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    let start = performance.now();
    const environment = openEnvironment(dataDir);
    alone.push(performance.now() - start);
    await environment.close();
    start = performance.now();
    const store = await startEmbeddedStore({ dataDir });
    const client = await new MongoClient(store.uri).connect();
    await client.db('bench').command({ ping: 1 });
    answered.push(performance.now() - start);
    await client.close();
    await store.close();
  }
  report('opening it', median(alone), 200, 'ms');
  report('starting until the first ping', median(answered), 200, 'ms');
}

function report(name: string, value: number, limit: number, unit: string): void {
  console.log(
    `${name.padEnd(44)}${`${value.toFixed(2)} ${unit}`.padStart(14)}${value > limit ? `  MORE THAN ${limit}` : ''}`,
  );
}
