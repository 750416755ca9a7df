import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openStore, type Store } from '../src/store/open-store.ts';
import { makeDocuments, readEvents, type Wanted } from './events.ts';
import { fillStore } from './fill-store.ts';
import { openGateway } from './open-gateway.ts';
import { type Question, questions } from './questions.ts';

/*
 * Measures typical queries over as many of UCDP's events as a newsroom has: `npm run bench -- queries ged-*.csv.gz`, or
 * files that `npm run import -- ucdp` made of them. BENCH_MONGODB_URI adds a second store. BENCH_DATA_DIR keeps the
 * data in that folder, and in the second store's database `bench-queries`, for the next run.
 */

const wanted: Wanted = {
  incidents: Number(process.env.BENCH_INCIDENTS ?? 100_000),
  actors: Number(process.env.BENCH_ACTORS ?? 20_000),
  locations: Number(process.env.BENCH_LOCATIONS ?? 5_000),
};
const repeats = Number(process.env.BENCH_REPEATS ?? 20);
/** Requests before the measurement, until the code is compiled. */
const warmUp = 10;
/** A query with a response slower than this, in ms, is repeated at most three times. */
const slow = 2000;
const kept = process.env.BENCH_DATA_DIR;

interface Contender {
  name: string;
  store: Store;
  app: FastifyInstance;
  commands: string[];
  close(): Promise<void>;
}

/** Runs the queries on each store in turns, and prints the median, the 99th percentile and the commands sent. */
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
      for (const contender of empty) await fillStore(contender.name, contender.store, documents);
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
  const { app, commands } = await openGateway(store);
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

/** The medians of the embedded store, by query. */
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

/** The response times in ms, after a few warm-up requests, or the first error. Slow queries run fewer times. */
async function timesOf({ app, commands }: Contender, payload: object): Promise<number[] | string> {
  const times: number[] = [];
  let maxTurns = repeats;
  for (let turn = -warmUp; turn < maxTurns; turn++) {
    commands.length = 0;
    const start = performance.now();
    const answer = await app.inject({ method: 'POST', url: '/graphql', payload });
    const took = performance.now() - start;
    const { errors } = answer.json();
    if (errors) return errors[0].extensions.code;
    if (took > slow) [turn, maxTurns] = [Math.max(turn, -1), Math.min(maxTurns, 3)];
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
