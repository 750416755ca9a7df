import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { MongoClient } from 'mongodb';
import { usualLimits } from '../../src/server/limits.ts';
import { serve } from '../../src/server/server.ts';
import { openEnvironment } from '../../src/storage/environment.ts';
import { seeded } from './seeded.ts';
import { startStoreProcess } from './store-process.ts';

/*
 * Tests the embedded store against power cuts. Two processes write in turns; each write is acknowledged, and the files
 * are read after each. A power cut during the last write leaves any subset of its unflushed sectors on the disk. The
 * test builds such folders, opens them, and compares them with the acknowledged writes.
 */

export interface CutReport {
  cuts: number;
  /** The number of cuts after which the last, unacknowledged write was complete. */
  kept: number;
  losses: string[];
}

type Random = () => number;
type Files = Map<string, Buffer>;
type Contents = Map<number, number>;

interface Thing {
  _id: number;
  version: number;
  tags: number[];
  text: string;
}

const sectorBytes = 512;

/**
 * Creates `folder`. Equal seeds give equal writes, and equal cuts if the files are equal. Stops at the first losses.
 */
export async function cutPower(
  folder: string,
  cuts: number,
  seed: number,
  onReport: (report: CutReport) => void = () => {},
): Promise<CutReport> {
  const random = seeded(seed);
  const report: CutReport = { cuts: 0, kept: 0, losses: [] };
  const dataDir = join(folder, 'written');
  const store = await open(dataDir);
  const other = startStoreProcess(dataDir);
  const clients = [store.client, await new MongoClient(await other.uri).connect()];
  try {
    const db = store.client.db('cut');
    await db.collection<Thing>('things').createIndexes([{ key: { tags: 1 } }, { key: { version: 1, text: 1 } }]);
    await db.collection<Thing>('things').insertOne(thing(0, 0, random));
    let before = { files: read(dataDir), contents: new Map([[0, 0]]) };
    while (report.cuts < cuts && report.losses.length === 0) {
      const client = clients[random() < 0.7 ? 0 : 1] as MongoClient;
      const contents = await write(client, before.contents, random);
      const after = { files: read(dataDir), contents };
      const isOneTransaction = leading(after.files) === leading(before.files) + 1;
      for (let i = 0; isOneTransaction && i < 2 && report.cuts < cuts; i++) {
        const isAcknowledged = random() < 0.6;
        const left = join(folder, 'left');
        leave(
          left,
          dataDir,
          isAcknowledged
            ? acknowledged(before.files, after.files, random)
            : cutShort(before.files, after.files, random),
        );
        const allowed = isAcknowledged ? [after.contents] : [before.contents, after.contents];
        const { losses, found } = await look(left, allowed);
        report.losses.push(
          ...losses.map((loss) => `cut ${report.cuts + 1}, ${isAcknowledged ? '' : 'not '}acknowledged: ${loss}`),
        );
        if (!isAcknowledged && found === after.contents) report.kept++;
        report.cuts++;
        onReport(report);
      }
      before = after;
    }
  } finally {
    await clients[1]?.close();
    await other.kill();
    await store.close();
  }
  return report;
}

/** Serves the folder in this process; a process for each cut would take most of the time. */
async function open(dataDir: string): Promise<{ client: MongoClient; close(): Promise<void> }> {
  const listener = await serve(openEnvironment(dataDir), { host: '127.0.0.1', port: 0 }, usualLimits);
  const client = await new MongoClient(`mongodb://127.0.0.1:${listener.port}/`).connect();
  return {
    client,
    async close() {
      await client.close();
      await listener.close();
    },
  };
}

/** Does one transaction and returns the contents after it. */
async function write(client: MongoClient, contents: Contents, random: Random): Promise<Contents> {
  const things = client.db('cut').collection<Thing>('things');
  const after = new Map(contents);
  const ids = [...contents.keys()];
  const some = () => ids.filter(() => random() < 0.2);
  const fresh = (count: number) => Array.from({ length: count }, (_, i) => thing((ids.at(-1) ?? 0) + 1 + i, 0, random));
  const kind = random();
  if (kind < 0.35 || ids.length < 5) {
    const made = fresh(kind < 0.2 ? 1 : Math.ceil(random() * 150));
    await things.insertMany(made);
    for (const { _id } of made) after.set(_id, 0);
  } else if (kind < 0.6) {
    const changed = some();
    await things.updateMany(
      { _id: { $in: changed } },
      { $inc: { version: 1 }, $push: { tags: Math.floor(random() * 50) } },
    );
    for (const id of changed) after.set(id, (contents.get(id) ?? 0) + 1);
  } else if (kind < 0.75) {
    const gone = some();
    await things.deleteMany({ _id: { $in: gone } });
    for (const id of gone) after.delete(id);
  } else if (kind < 0.95) {
    const [made] = fresh(1);
    const changed = ids[Math.floor(random() * ids.length)] ?? 0;
    await client.withSession((session) =>
      session.withTransaction(async () => {
        if (made) await things.insertOne(made, { session });
        await things.updateOne({ _id: changed }, { $inc: { version: 1 } }, { session });
      }),
    );
    if (made) after.set(made._id, 0);
    after.set(changed, (contents.get(changed) ?? 0) + 1);
  } else if (kind < 0.98) {
    const key = `field${Math.floor(random() * 1e6)}`;
    await things.createIndex({ version: -1, [key]: 1 });
    if (random() < 0.5) await things.dropIndex(`version_-1_${key}_1`);
  } else {
    // More than the journal accepts for a transaction, in fewer bytes than a message may have.
    const made = fresh(18).map((one) => ({ ...one, text: one.text.padEnd(1_000_000, 'long ') }));
    await client.withSession((session) => session.withTransaction(() => things.insertMany(made, { session })));
    for (const { _id } of made) after.set(_id, 0);
  }
  return after;
}

function thing(_id: number, version: number, random: Random): Thing {
  const length = random() < 0.1 ? 9000 : 200;
  return { _id, version, tags: [_id % 7, _id % 11], text: `${random()} `.repeat(Math.ceil((length * random()) / 20)) };
}

/** A cut after the acknowledgement: the journal entry is flushed. The entry says whether the data file is, too. */
function acknowledged(before: Files, after: Files, random: Random): Files {
  const data = isWhole(after) ? bytesOf(after, 'data.mdb') : mix(before, after, 'data.mdb', random);
  return new Map([...after, ['data.mdb', data]]);
}

function cutShort(before: Files, after: Files, random: Random): Files {
  const entry = entryOf(after);
  const isFirst = random() < 0.5;
  // If the write was not journaled, the data file is flushed before the journal is written.
  if (isWhole(after) && !isFirst) return new Map([...after, [entry, mix(before, after, entry, random)]]);
  return new Map([
    ...after,
    ['data.mdb', mix(before, after, 'data.mdb', random)],
    [entry, isWhole(after) ? bytesOf(before, entry) : mix(before, after, entry, random)],
  ]);
}

/** Each sector in its old or its new state. */
function mix(before: Files, after: Files, name: string, random: Random): Buffer {
  const [old, now] = [bytesOf(before, name), bytesOf(after, name)];
  const share = random();
  const mixed = Buffer.alloc(random() < 0.5 ? now.length : Math.max(old.length, now.length));
  old.copy(mixed);
  for (let at = 0; at < now.length; at += sectorBytes) {
    if (random() < share) now.copy(mixed, at, at, at + sectorBytes);
  }
  return random() < 0.2 ? mixed.subarray(0, Math.max(old.length, sectorBytes)) : mixed;
}

function isWhole(files: Files): boolean {
  return bytesOf(files, entryOf(files)).readUInt32BE(4) === 2;
}

function entryOf(files: Files): string {
  return `journal.${leading(files) % 2}`;
}

/** The number of LMDB's newest transaction. */
function leading(files: Files): number {
  const data = bytesOf(files, 'data.mdb');
  const pageBytes = data.readUInt32LE(48);
  return Math.max(...[0, pageBytes].map((page) => Number(data.readBigUInt64LE(page + 152))));
}

function bytesOf(files: Files, name: string): Buffer {
  return files.get(name) ?? Buffer.alloc(0);
}

function read(dataDir: string): Files {
  return new Map(['data.mdb', 'journal.0', 'journal.1'].map((name) => [name, readFileSync(join(dataDir, name))]));
}

function leave(left: string, dataDir: string, files: Files): void {
  rmSync(left, { recursive: true, force: true });
  mkdirSync(left, { recursive: true });
  for (const name of readdirSync(dataDir)) if (!files.has(name)) cpSync(join(dataDir, name), join(left, name));
  for (const [name, bytes] of files) writeFileSync(join(left, name), bytes);
}

/** The losses in the folder, and the allowed contents that it has. Also writes once, to check that it can. */
async function look(dataDir: string, allowed: Contents[]): Promise<{ losses: string[]; found: Contents | undefined }> {
  const store = await open(dataDir).catch(String);
  if (typeof store === 'string') return { losses: [store], found: undefined };
  try {
    const things = store.client.db('cut').collection<Thing>('things');
    const there = new Map((await things.find().toArray()).map(({ _id, version }) => [_id, version]));
    const found = allowed.find((contents) => isEqual(contents, there));
    await things.insertOne({ _id: -1, version: 0, tags: [], text: 'after the cut' });
    const { valid, errors } = await store.client.db('cut').command({ validate: 'things' });
    const losses = valid ? [] : errors.map(String);
    return { losses: found ? losses : [...losses, `${there.size} documents, which is not an allowed state`], found };
  } finally {
    await store.close();
  }
}

function isEqual(a: Contents, b: Contents): boolean {
  return a.size === b.size && [...a].every(([id, version]) => b.get(id) === version);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const program = new Command('cut-power')
    .description('Reopens data folders as power cuts could leave them, and reports lost writes.')
    .argument('[cuts]', 'number of cuts', Number, 500)
    .option('--seed <number>', 'seed of the writes and cuts', Number, Date.now() % 1_000_000)
    .parse();
  const { seed } = program.opts<{ seed: number }>();
  const folder = mkdtempSync(join(tmpdir(), 'cut-power-'));
  try {
    const { cuts, kept, losses } = await cutPower(folder, program.processedArgs[0], seed, (report) => {
      if (report.cuts % 50 === 0) console.error(`${report.cuts} cuts`);
    });
    for (const loss of losses) console.error(loss);
    console.log(`${cuts} cuts, ${losses.length} losses, ${kept} writes kept that were not acknowledged (seed ${seed})`);
    process.exitCode = losses.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
