import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { type Collection, type Document, MongoClient } from 'mongodb';
import { startEmbeddedStore } from '../src/embedded/embedded-store.ts';

/*
 * Kills a writer of the embedded store (SIGKILL) at random moments, again and again on one folder, and looks each time
 * whether what it had been acknowledged is there, whether transactions are whole, and whether `validate` is clean.
 */

interface Acknowledged {
  kind: 'single' | 'pair';
  id: string;
}

const self = fileURLToPath(import.meta.url);

/** Answers how many writes had been acknowledged; throws at the first that is missing or half there. */
export async function killWriter(dataDir: string, kills: number, seed: number): Promise<{ acknowledged: number }> {
  const random = seeded(seed);
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < kills; round++) {
    acknowledged.push(...(await writeUntilKilled(dataDir, round, 5 + random() * 250)));
    await check(dataDir, acknowledged);
  }
  return { acknowledged: acknowledged.length };
}

function writeUntilKilled(dataDir: string, round: number, ms: number): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const heard: Acknowledged[] = [];
    const child = fork(self, ['--write', dataDir, String(round)], { execArgv: ['--import', 'tsx'] });
    child.once('error', reject);
    child.on('message', (message: Acknowledged | 'ready') => {
      if (message === 'ready') setTimeout(() => child.kill('SIGKILL'), ms);
      else heard.push(message);
    });
    child.once('exit', (status, signal) => {
      if (signal === 'SIGKILL') resolve(heard);
      else reject(new Error(`The writer ended by itself, with status ${status}`));
    });
  });
}

async function check(dataDir: string, acknowledged: Acknowledged[]): Promise<void> {
  const store = await startEmbeddedStore({ dataDir });
  const client = await new MongoClient(store.uri).connect();
  try {
    const db = client.db('killed');
    const singles = await idsIn(db.collection('singles'));
    const [left, right] = [await idsIn(db.collection('left')), await idsIn(db.collection('right'))];
    for (const { kind, id } of acknowledged) {
      const there = kind === 'single' ? singles.has(id) : left.has(id) && right.has(id);
      if (!there) throw new Error(`Acknowledged and lost: ${kind} ${id}`);
    }
    for (const id of left) if (!right.has(id)) throw new Error(`Half a transaction is there: ${id}`);
    if (left.size !== right.size) throw new Error('Half a transaction is there');
    for (const name of ['singles', 'left', 'right']) {
      const { valid, errors } = await db.command({ validate: name });
      if (!valid) throw new Error(`${name} is not valid: ${errors.join('; ')}`);
    }
  } finally {
    await client.close();
    await store.close();
  }
}

async function idsIn(collection: Collection<Document>): Promise<Set<unknown>> {
  return new Set(
    await collection
      .find({}, { projection: { _id: 1 } })
      .map(({ _id }) => _id)
      .toArray(),
  );
}

async function write(dataDir: string, round: string): Promise<void> {
  const store = await startEmbeddedStore({ dataDir });
  const client = await new MongoClient(store.uri).connect();
  const db = client.db('killed');
  for (const name of ['singles', 'left', 'right'])
    await db.collection(name).createIndexes([{ key: { n: 1 } }, { key: { tags: 1, n: -1 } }]);
  const tell = (kind: Acknowledged['kind'], id: string) => process.send?.({ kind, id });
  process.send?.('ready');
  const writers = Array.from({ length: 3 }, async (_, writer) => {
    for (let n = 0; ; n++) {
      const id = `${round}.${writer}.${n}`;
      const document = { _id: id as never, n, tags: [`t${n % 7}`, `u${n % 3}`], filler: 'x'.repeat((n * 37) % 2000) };
      if (writer > 0) {
        await db.collection('singles').insertOne(document);
        await db.collection('singles').updateOne({ _id: id as never }, { $inc: { n: 1 } });
        tell('single', id);
      } else {
        await client.withSession((session) =>
          session.withTransaction(async () => {
            await db.collection('left').insertOne(document, { session });
            await db.collection('right').insertOne(document, { session });
          }),
        );
        tell('pair', id);
      }
    }
  });
  await Promise.all(writers);
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

if (process.argv[1] === self) {
  const [, , flag, dataDir, round] = process.argv;
  if (flag === '--write') await write(dataDir as string, round as string);
  else {
    const options = new Command('kill-writer')
      .option('--kills <number>', 'how often', '200')
      .option('--seed <number>', 'of the moments', String(Date.now() % 1e6))
      .option('--data-dir <folder>', 'emptied first', './data/kill-writer')
      .parse()
      .opts<{ kills: string; seed: string; dataDir: string }>();
    rmSync(options.dataDir, { recursive: true, force: true });
    const { acknowledged } = await killWriter(options.dataDir, Number(options.kills), Number(options.seed));
    console.log(
      `${options.kills} kills (seed ${options.seed}): ${acknowledged} acknowledged writes are there, validate is clean`,
    );
  }
}
