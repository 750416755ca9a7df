import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collection, type Document, MongoClient } from 'mongodb';
import { startEmbeddedStore } from '../src/embedded-store.ts';
import { halfway, incident, incidentId, median, page, types } from './incidents.ts';

/*
 * Compares the embedded store with another MongoDB server, in turns, on the same incidents and through the same driver.
 * BENCH_MONGODB_URI is the other server (without it only the embedded store is measured), BENCH_DOCUMENTS the number of
 * documents.
 */

const documents = Number(process.env.BENCH_DOCUMENTS ?? 100_000);
/** Turns before the measurement, until both servers have compiled code and cached plans. */
const warmUp = 10;
const repeats = Number(process.env.BENCH_REPEATS ?? 15);

interface Contender {
  name: string;
  incidents: Collection<Document>;
  scratch: Collection<Document>;
  close(): Promise<void>;
}

interface Task {
  name: string;
  /** The max time of the embedded store, as a multiple of the other server's. */
  limit: number;
  repeats?: number;
  run(contender: Contender, turn: number): Promise<unknown>;
}

const tasks: Task[] = [
  {
    name: '_id $in of 50',
    limit: 1,
    run: ({ incidents }, turn) =>
      incidents
        .find({
          _id: { $in: Array.from({ length: 50 }, (_, i) => incidentId((i * 1997 + turn * 31) % documents)) as never[] },
        })
        .toArray(),
  },
  {
    name: 'compound page',
    limit: 1,
    run: ({ incidents }, turn) =>
      incidents
        .find({ type: types[turn % 7] as string })
        .sort(page)
        .limit(50)
        .toArray(),
  },
  {
    name: 'keyset page at half depth',
    limit: 1,
    run: ({ incidents }, turn) => incidents.find(halfway(turn)).sort(page).limit(50).toArray(),
  },
  {
    name: '$geoWithin of 1 %',
    limit: 1,
    run: ({ incidents }, turn) =>
      incidents
        .find(
          { point: { $geoWithin: { $centerSphere: [[40 + (turn % 5) / 10, 33], 0.0225] } } },
          { projection: { _id: 1 } },
        )
        .toArray(),
  },
  {
    name: '$group by month',
    limit: 3,
    repeats: 5,
    run: ({ incidents }) =>
      incidents
        .aggregate([
          {
            $group: {
              _id: { $dateToString: { date: '$span.start', format: '%Y-%m' } },
              count: { $sum: 1 },
              killed: { $sum: '$killed' },
            },
          },
        ])
        .toArray(),
  },
  {
    name: '$lookup of 50',
    limit: 1,
    run: ({ incidents }, turn) =>
      incidents
        .aggregate([
          { $match: { type: types[turn % 7] } },
          { $sort: page },
          { $limit: 50 },
          {
            $lookup: {
              from: 'incidents',
              localField: 'partOf',
              foreignField: '_id',
              as: 'whole',
              pipeline: [{ $project: { title: 1 } }],
            },
          },
        ])
        .toArray(),
  },
  {
    name: 'insert 10,000 by 1,000',
    limit: 1,
    repeats: 3,
    async run({ scratch }, turn) {
      for (let batch = 0; batch < 10; batch++) {
        await scratch.insertMany(
          Array.from({ length: 1000 }, (_, i) => incident(1e9 + turn * 10_000 + batch * 1000 + i, documents)),
        );
      }
    },
  },
  {
    name: 'single insert',
    limit: 1,
    repeats: 100,
    run: ({ scratch }, turn) => scratch.insertOne(incident(2e9 + turn, documents)),
  },
];

const contenders = [await embedded()];
const uri = process.env.BENCH_MONGODB_URI;
if (uri !== undefined) contenders.push(await connect('other', uri, async () => {}));
try {
  for (const contender of contenders) await fill(contender);
  for (const task of tasks) await measure(task);
} finally {
  for (const contender of contenders) await contender.close();
}

async function measure({ name, limit, repeats: own = repeats, run }: Task): Promise<void> {
  const times = contenders.map((): number[] => []);
  for (let turn = -warmUp; turn < own; turn++) {
    for (const [i, contender] of contenders.entries()) {
      const start = performance.now();
      await run(contender, turn + warmUp);
      if (turn >= 0) times[i]?.push(performance.now() - start);
    }
  }
  const medians = times.map(median);
  const ratio = medians.length === 2 ? (medians[0] as number) / (medians[1] as number) : undefined;
  const verdict =
    ratio === undefined ? '' : `  ${ratio.toFixed(2)} times${ratio > limit ? `  MORE THAN ${limit}` : ''}`;
  console.log(`${name.padEnd(28)}${medians.map((ms) => `${ms.toFixed(2)} ms`.padStart(14)).join('')}${verdict}`);
}

async function embedded(): Promise<Contender> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-store-'));
  const store = await startEmbeddedStore({ dataDir });
  return await connect('embedded', store.uri, async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
}

async function connect(name: string, address: string, after: () => Promise<void>): Promise<Contender> {
  const client = await new MongoClient(address).connect();
  const db = client.db(`bench_${process.pid}`);
  return {
    name,
    incidents: db.collection('incidents'),
    scratch: db.collection('scratch'),
    async close() {
      await db.dropDatabase();
      await client.close();
      await after();
    },
  };
}

async function fill({ name, incidents, scratch }: Contender): Promise<void> {
  for (const collection of [incidents, scratch]) {
    await collection.createIndexes([
      { key: page },
      { key: { type: 1, ...page } },
      { key: { actors: 1, ...page } },
      { key: { point: '2dsphere' } },
    ]);
  }
  const start = performance.now();
  for (let n = 0; n < documents; n += 1000) {
    await incidents.insertMany(
      Array.from({ length: Math.min(1000, documents - n) }, (_, i) => incident(n + i, documents)),
    );
  }
  console.log(`${name}: ${documents} incidents in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
