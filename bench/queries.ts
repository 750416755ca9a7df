import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Document } from 'mongodb';
import { createGateway } from '../src/create-gateway.ts';
import { openStore, type Store } from '../src/store/open-store.ts';
import { makeDocuments, readEvents, type Wanted } from './events.ts';
import { type Question, questions } from './questions.ts';

/*
 * The questions that people ask, of a newsroom's worth of UCDP's events: `npm run bench -- queries ged-*.csv.gz`, or
 * what `npm run import -- ucdp` makes of them. BENCH_MONGODB_URI names a second store. With BENCH_DATA_DIR what is filled
 * is kept, in that folder and in the second store's database `bench-queries`, and is taken as it is the next time.
 */

const wanted: Wanted = {
  incidents: Number(process.env.BENCH_INCIDENTS ?? 100_000),
  actors: Number(process.env.BENCH_ACTORS ?? 20_000),
  locations: Number(process.env.BENCH_LOCATIONS ?? 5_000),
};
const repeats = Number(process.env.BENCH_REPEATS ?? 20);
/** Until what is asked again and again is compiled. */
const warmUp = 10;
/** In ms. */
const slow = 2000;
const kept = process.env.BENCH_DATA_DIR;

interface Contender {
  name: string;
  store: Store;
  app: FastifyInstance;
  commands: string[];
  close(): Promise<void>;
}

/** Asks the questions of each store, in turns, and prints the middle, the slowest hundredth, and the commands sent. */
export async function benchQueries(files: readonly string[]): Promise<void> {
  if (files.length === 0) {
    process.stderr.write('Usage: npm run bench -- queries <events.csv.gz|events.ndjson>...\n');
    process.exitCode = 2;
    return;
  }
  const contenders = await openContenders();
  try {
    const empty = await areEmpty(contenders);
    if (empty.length > 0) {
      const documents = makeDocuments(await readEvents(files), wanted);
      for (const contender of empty) await fill(contender, documents);
    }
    console.log([''.padEnd(36), ...contenders.map(({ name }) => `${name}, p50 / p99`.padStart(26))].join(''));
    for (const question of questions) await measure(contenders, question);
  } finally {
    for (const contender of contenders) await contender.close();
  }
}

async function openContenders(): Promise<Contender[]> {
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'bench-queries-'));
  const embedded = await open('embedded', { dataDir }, () => rmSync(dataDir, { recursive: true, force: true }));
  const uri = process.env.BENCH_MONGODB_URI;
  if (uri === undefined) return [embedded];
  const address = new URL(uri);
  address.pathname = kept === undefined ? `/bench-${process.pid}` : '/bench-queries';
  const other = await open('other', { mongodbUri: address.href }, (store) => store.database.dropDatabase());
  return [embedded, other];
}

async function open(
  name: string,
  config: Parameters<typeof openStore>[0],
  clear: (store: Store) => unknown,
): Promise<Contender> {
  const store = await openStore(config, { monitorCommands: true });
  const commands: string[] = [];
  store.client.on('commandStarted', ({ commandName, command }) => {
    if (commandName === 'find' || commandName === 'aggregate') commands.push(`${commandName} ${command[commandName]}`);
  });
  const app = await createGateway(store, {
    requestTimeoutMs: 120_000,
    logLevel: 'silent',
    production: true,
    maxCost: 1_000_000,
    debugStore: false,
  });
  return {
    name,
    store,
    app,
    commands,
    async close() {
      await app.close();
      if (kept === undefined) await clear(store);
      await store.close();
    },
  };
}

/** The middles of the embedded store, by question. */
const middles = new Map<string, number>();

async function measure(contenders: Contender[], { name, limit, like, query, variables }: Question): Promise<void> {
  const cells: string[] = [];
  for (const contender of contenders) {
    const times = await timesOf(contender, { query, variables: await variables?.(contender.store.database) });
    if (typeof times === 'string') {
      cells.push(times.padStart(26));
      continue;
    }
    const middle = atShare(times, 0.5);
    cells.push(`${middle.toFixed(1)} / ${atShare(times, 0.99).toFixed(1)} ms`.padStart(26));
    if (contender.name !== 'embedded') continue;
    middles.set(name, middle);
    if (middle > limit) cells.push(` ABOVE ${limit}`);
    if (like !== undefined && middle > 1.3 * (middles.get(like) ?? 0)) cells.push(` ABOVE 1.3 times ${like}`);
  }
  console.log(`${name.padEnd(36)}${cells.join('')}  ${contenders[0]?.commands.join(', ')}`);
}

/** How long each answer takes, in ms, once it has been asked a few times; or what went wrong. What is slow is asked less. */
async function timesOf({ app, commands }: Contender, payload: object): Promise<number[] | string> {
  const times: number[] = [];
  let most = repeats;
  for (let turn = -warmUp; turn < most; turn++) {
    commands.length = 0;
    const start = performance.now();
    const answer = await app.inject({ method: 'POST', url: '/graphql', payload });
    const took = performance.now() - start;
    const { errors } = answer.json();
    if (errors) return errors[0].extensions.code;
    if (took > slow) [turn, most] = [Math.max(turn, -1), Math.min(most, 3)];
    if (turn >= 0) times.push(took);
  }
  return times;
}

function atShare(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

async function areEmpty(contenders: Contender[]): Promise<Contender[]> {
  const counts = await Promise.all(
    contenders.map(({ store }) => store.database.collection('articles').countDocuments({}, { limit: 1 })),
  );
  return contenders.filter((_, i) => counts[i] === 0);
}

async function fill({ name, store }: Contender, documents: Record<string, Document[]>): Promise<void> {
  const start = performance.now();
  for (const [collection, all] of Object.entries(documents)) {
    for (let i = 0; i < all.length; i += 1000)
      await store.database.collection(collection).insertMany(all.slice(i, i + 1000), { ordered: false });
  }
  const counts = Object.entries(documents).map(([collection, all]) => `${all.length} ${collection}`);
  console.log(`${name}: ${counts.join(', ')} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
