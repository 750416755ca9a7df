import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db, Document } from 'mongodb';
import type { WithdrawalDocument } from '../../../src/entities/article/article-document.ts';
import { type DumpOptions, dumpStore } from '../../../src/ingest/dump/dump-store.ts';
import { type SeedReport, seedFiles } from '../../../src/ingest/seed-files.ts';
import type { Merge } from '../../../src/query/merges.ts';
import type { Store } from '../../../src/store/open-store.ts';

/** Returns the whole text of a dump. */
export async function dumpText(database: Db, options: DumpOptions = {}): Promise<string> {
  let text = '';
  for await (const part of dumpStore(database, options)) text += part.text;
  return text;
}

/** Seeds a dump into a store. An empty one is no input for the seeder. */
export async function seedText(store: Store, text: string): Promise<SeedReport | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'dump-'));
  try {
    writeFileSync(join(folder, 'dump.ndjson'), text);
    return text === '' ? undefined : await seedFiles(store, [join(folder, 'dump.ndjson')], { dryRun: false });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a dump of a store that nobody writes to says, by the key of each line: an id, or the merge of one. */
export type Lines = Map<string, string>;

/** Reads the lines of a dump; fails if two say something of the same id. */
export function linesOf(text: string): Lines {
  const lines: Lines = new Map();
  for (const line of text.split('\n').slice(0, -1)) {
    const { id, merge } = JSON.parse(line);
    const key = merge ? `merge ${merge.from}` : id;
    if (lines.has(key)) throw new Error(`Two lines for ${key}`);
    lines.set(key, line);
  }
  return lines;
}

/** Returns what a dump must say, read from the collections as plainly as possible. */
export async function expectedLines(database: Db): Promise<Lines> {
  const lines: Lines = new Map();
  for (const { _id, into } of await database.collection<Merge>('merges').find().toArray()) {
    lines.set(`merge ${_id}`, JSON.stringify({ merge: { from: _id, into } }));
  }
  for (const { _id, version } of await database.collection<WithdrawalDocument>('withdrawals').find().toArray()) {
    lines.set(_id, JSON.stringify({ id: _id, ...(version > 0 && { version }), retracted: true }));
  }
  for (const { source } of await database.collection<Document>('articles').find().toArray()) {
    lines.set(source.id, JSON.stringify(source));
  }
  return lines;
}
