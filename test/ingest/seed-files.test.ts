import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleVersion } from '../../src/ingest/fold/apply-versions.ts';
import { formatRejection } from '../../src/ingest/json/rejection.ts';
import { type SeedOptions, type SeedProgress, seedFiles } from '../../src/ingest/seed-files.ts';
import { openTestStore, type TestStore } from '../support/store.ts';
import { anArticle } from './an-article.ts';
import { dumpOf, emptyStore } from './write/store-dump.ts';

let store: TestStore;
let folder: string;
beforeAll(async () => {
  store = await openTestStore();
  folder = mkdtempSync(join(tmpdir(), 'seed-files-'));
});
afterEach(() => emptyStore(store.database));
afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Seeds lines of NDJSON. */
function seed(lines: readonly (ArticleVersion | string)[], options: Partial<SeedOptions> = {}) {
  const file = join(folder, 'a.ndjson');
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return seedFiles(store, [file], { dryRun: false, ...options });
}

const one = { id: 'one', published: '2024-01-01', text: 'One.' };

describe('seeding', () => {
  it('writes nothing for lines that are already stored', async () => {
    const articles = Array.from({ length: 600 }, (_, index) => ({ ...one, id: `a-${index}` }));
    await seed(articles);
    const before = await dumpOf(store.database);
    store.takeCommands();
    expect((await seed([...articles, ...articles])).articles).toMatchObject({ taken: 0, unchanged: 1_200, refused: 0 });
    const written = store.takeCommands().filter((command) => /^(insert|delete)|^update (?!control)/.test(command));
    expect(written).toEqual([]);
    expect(await dumpOf(store.database)).toEqual(before);
  });

  it('reads a different line with the id of a stored one', async () => {
    await seed([one]);
    const { refusals } = await seed(['{"id":"one","published":"2024-01-01","text":""}']);
    expect(refusals.map(formatRejection)).toEqual([
      expect.stringMatching(/a\.ndjson:1:\d+ \/text must be a string that is not blank, but got: ""$/),
    ]);
    expect((await seed([{ ...one, text: 'Another.' }])).articles).toMatchObject({ taken: 1, unchanged: 0 });
  });

  it('rejects different content for the same id and version in one run', async () => {
    await seed([one]);
    const { articles, refusals } = await seed([one, { ...one, text: 'Another.' }, one]);
    expect(articles).toMatchObject({ taken: 0, refused: 3 });
    expect(refusals.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it('keeps the higher of two versions if the lower one was stored before', async () => {
    const [newest, unversioned] = [anArticle({ id: 'one', version: 3 }), anArticle({ id: 'one', text: 'Other.' })];
    await seed([newest]);
    expect((await seed([unversioned, newest])).articles).toMatchObject({ taken: 0, unchanged: 1, skipped: 1 });
    expect(await store.database.collection('articles').findOne()).toMatchObject({ source: { version: 3 } });
  });
});

describe('a run of the seeder', () => {
  it('reports its progress: bytes of files, then articles', async () => {
    const told: SeedProgress[] = [];
    await seed([one], { onProgress: (progress) => told.push(progress) });
    const bytes = JSON.stringify(one).length;
    expect(told).toEqual([
      { phase: 'reading', done: 0, of: bytes },
      { phase: 'reading', done: bytes, of: bytes },
      { phase: 'writing', done: 0, of: 1 },
      { phase: 'writing', done: 1, of: 1 },
    ]);
  });

  it('writes nothing if it is ended while reading', async () => {
    const report = await seed([one], { signal: AbortSignal.abort() });
    expect(report).toMatchObject({ stopped: 'reading', articles: { taken: 0 } });
    expect(await store.database.collection('articles').countDocuments()).toBe(0);
  });

  it('parses in threads, also when running from source', async () => {
    const report = await seed([one, { ...one, id: 'two' }, '{}'], { concurrency: 2 });
    expect(report).toMatchObject({ articles: { taken: 2, refused: 1 } });
    expect(await store.database.collection('articles').findOne({ 'source.id': 'two' })).toMatchObject({
      source: { ...one, id: 'two' },
    });
  });
});
