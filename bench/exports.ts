import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from 'mongodb';
import { openStore } from '../src/store/open-store.ts';
import { makeDocuments, readEvents } from './events.ts';
import { fillStore } from './fill-store.ts';
import { openGateway } from './open-gateway.ts';

/*
 * Reads exports of incidents whole, with curl, pandas and GDAL, and watches the memory of the gateway:
 * `npm run bench -- exports ged-*.csv.gz`. BENCH_DATA_DIR keeps
 * the data in that folder for the next run.
 */

const wanted = Number(process.env.BENCH_INCIDENTS ?? 100_000);
/** The incidents that are made of events. The others are copies with other ids, which are as good to export. */
const made = { incidents: 5000, actors: 2000, locations: 1000 };
const kept = process.env.BENCH_DATA_DIR;

/** Each prints the number of records that it read. The address is its last argument. */
const readers: Readonly<Record<string, { file: string; command: string; args: string[] }>> = {
  'curl, NDJSON': { file: 'incidents.ndjson', command: 'sh', args: ['-c', 'curl -sSf "$0" | wc -l'] },
  'curl, NDJSON, gzip': {
    file: 'incidents.ndjson',
    command: 'sh',
    args: ['-c', 'curl -sSf --compressed "$0" | wc -l'],
  },
  'pandas, CSV': {
    file: 'incidents.csv',
    command: '/usr/bin/python3',
    args: ['-c', 'import sys, pandas; print(len(pandas.read_csv(sys.argv[1], low_memory=False)))'],
  },
  'GDAL, CSV': {
    file: 'incidents.csv',
    command: 'sh',
    args: ['-c', 'curl -sSf "$0" | ogrinfo -ro -al -so CSV:/vsistdin/ | sed -n "s/Feature Count: //p"'],
  },
  'GDAL, GeoJSON': {
    file: 'incidents.geojson',
    command: 'sh',
    args: [
      '-c',
      'curl -sSf "$0" -o "$BENCH_FILE" && ogrinfo -ro -al -so "$BENCH_FILE" | sed -n "s/Feature Count: //p"',
    ],
  },
};

/** Prints the records, the time, and the memory of the gateway after a tenth of it and at its end. */
export async function benchExports(files: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-exports-'));
  const store = await openStore({ dataDir: kept ?? join(folder, 'data') }, { monitorCommands: true });
  const { app } = await openGateway(store);
  try {
    if ((await store.database.collection('incidents').estimatedDocumentCount()) === 0)
      await fillStore('embedded', store, withCopies(makeDocuments(await readEvents(files), made)));
    await app.listen({ host: '127.0.0.1', port: 0 });
    const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    for (const [name, { file, command, args }] of Object.entries(readers)) {
      const env = { ...process.env, BENCH_FILE: join(folder, file) };
      const child = spawn(command, [...args, `${origin}/export/${file}`], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += chunk;
      });
      await report(name, once(child, 'close'), () => output.trim());
    }
  } finally {
    await app.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function withCopies({ incidents = [], ...others }: Record<string, Document[]>): Record<string, Document[]> {
  const copies = Array.from({ length: wanted }, (_, index) => {
    const incident = incidents[index % incidents.length];
    return { ...incident, _id: `${incident?._id}-${Math.floor(index / incidents.length)}` };
  });
  return { ...others, incidents: copies };
}

async function report(name: string, ended: Promise<unknown>, records: () => string): Promise<void> {
  const start = performance.now();
  const sizes: number[] = [];
  const timer = setInterval(() => sizes.push(process.memoryUsage().rss / 2 ** 20), 200);
  await ended;
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  const tenth = Math.floor(sizes.length / 10);
  const most = (from: number, to: number) => Math.max(...sizes.slice(from, to), 0).toFixed(0);
  const rate = (Number(records()) / seconds).toFixed(0);
  console.log(
    `${name.padEnd(20)}${records().padStart(8)} records in ${seconds.toFixed(1)} s, ${rate}/s; ` +
      `${most(tenth, 2 * tenth + 1)} MB in the second tenth, ${most(-tenth - 1, sizes.length)} MB in the last`,
  );
}
