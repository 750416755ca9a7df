import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatRejection } from '../../../src/ingest/json/rejection.ts';
import { type SeedOptions, type SeedReport, seedFiles } from '../../../src/ingest/seed-files.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { writeMerge } from '../../../src/ingest/write/write-merges.ts';
import type { Merge } from '../../../src/query/merges.ts';
import { runsOf, tries } from '../../support/runs.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { anArticle } from '../an-article.ts';
import { anyArticles, anyMerges } from '../any-articles.ts';
import { canonical } from '../canonical.ts';
import { dumpOf, emptyStore } from './store-dump.ts';

let store: TestStore;
let folder: string;
beforeAll(async () => {
  store = await openTestStore();
  folder = mkdtempSync(join(tmpdir(), 'seed-merges-'));
});
afterEach(() => emptyStore(store.database));
afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Seeds files, each of some values, one a line. */
async function seed(files: readonly object[][], options: Partial<SeedOptions> = {}): Promise<SeedReport> {
  const filled = files.filter((values) => values.length > 0); // an empty file is rejected
  const paths = filled.map((values, index) => {
    const path = join(folder, `${index}.ndjson`);
    writeFileSync(path, `${values.map((value) => JSON.stringify(value)).join('\n')}\n`);
    return path;
  });
  return seedFiles(store, paths, { dryRun: false, ...options });
}

const line = ({ _id: from, into }: Merge) => ({ merge: { from, into } });
const merge = (from: string, into: string) => line({ _id: from, into });

const tehran = anArticle({ id: 'a', actors: [{ id: 'tehran', name: 'Tehran', kind: 'STATE' }] });
const iran = anArticle({ id: 'b', actors: [{ id: 'iran', name: 'Iran' }] });

describe('merges among the articles of a run', () => {
  it(
    'give the same documents as --merge, in any order and in any files',
    () =>
      fc.assert(
        fc.asyncProperty(
          anyArticles,
          anyMerges,
          fc.infiniteStream(fc.nat()),
          fc.nat({ max: 8 }),
          fc.boolean(),
          async (drawn, merges, draws, split, isTwice) => {
            const articles = canonical(drawn);
            fc.pre(merges.every(({ _id, into }) => _id !== into));
            const { database, client } = store;
            await emptyStore(database);
            await writeArticles(database, client, articles, { dryRun: false });
            for (const { _id, into } of merges) {
              const [type = '', from = ''] = _id.split(':');
              await writeMerge(database, client, { type: type as 'Actor', from, into: into.split(':')[1] ?? '' });
            }
            const expected = await dumpOf(database);
            const lines = [...articles, ...merges.map(line)];
            const shuffled = lines
              .map((value) => ({ value, at: draws.next().value }))
              .sort((a, b) => a.at - b.at)
              .map(({ value }) => value);
            const parts = [shuffled.slice(0, split), [...shuffled.slice(split), ...(isTwice ? shuffled : [])]];
            await emptyStore(database);
            const dry = await seed(parts, { dryRun: true });
            const report = await seed(parts);
            expect(report.refusals).toEqual([]);
            expect(await dumpOf(database)).toEqual(expected);
            expect(report.merges).toMatchObject({ taken: merges.length, unchanged: isTwice ? merges.length : 0 });
            expect(dry).toEqual({ ...report, dryRun: true });
            expect((await seed(parts)).merges).toMatchObject({ taken: 0, left: 0 });
            expect(await dumpOf(database)).toEqual(expected);
          },
        ),
        tries(8),
      ),
    60_000 + runsOf(8) * 4000,
  );

  it('are rejected if two of them merge one id into different ones, and both are named', async () => {
    const { merges, articles, refusals } = await seed([
      [merge('Actor:tehran', 'Actor:iran'), iran, merge('actor:tehran', 'actor:persia')],
      [merge('Actor:x', 'Actor:y')],
    ]);
    const [first, second] = refusals.map((rejection) => formatRejection(rejection).replaceAll(`${folder}/`, ''));
    expect(first).toBe(
      '0.ndjson:1:1 must be equal to the merge of this id at 0.ndjson:3:1, but got: different content for "Actor:tehran"',
    );
    expect(second).toMatch(/^0\.ndjson:3:1 must be equal to the merge of this id at 0\.ndjson:1:1,/);
    expect({ merges, refused: articles.refused }).toMatchObject({ merges: { taken: 1 }, refused: 2 });
    expect(await store.database.collection('merges').find().toArray()).toEqual([{ _id: 'Actor:x', into: 'Actor:y' }]);
  });

  it('replace a stored merge of the same id', async () => {
    await seed([[tehran, iran, merge('Actor:tehran', 'Actor:persia')]]);
    const { merges } = await seed([[merge('Actor:tehran', 'Actor:iran')]]);
    expect(merges).toEqual({ taken: 1, unchanged: 0, left: 0, unknown: [] });
    expect(await store.database.collection('actors').find().toArray()).toMatchObject([{ _id: 'iran', name: 'Iran' }]);
  });

  it('are reported with the ids that no article names, of this run or before', async () => {
    await seed([[iran]]);
    const { merges } = await seed([
      [tehran, merge('Actor:tehran', 'Actor:iran'), merge('Actor:no', 'Actor:iran'), merge('Location:a', 'Location:b')],
    ]);
    expect(merges.unknown).toEqual(['Actor:no', 'Location:a', 'Location:b']);
  });

  it('are not written if the run is ended while reading', async () => {
    const report = await seed([[merge('Actor:a', 'Actor:b')]], { signal: AbortSignal.abort() });
    expect(report).toMatchObject({ stopped: 'reading', merges: { taken: 0, left: 1 } });
    expect(await store.database.collection('merges').countDocuments()).toBe(0);
  });

  it('are also parsed in threads', async () => {
    const report = await seed([[iran, merge('Actor:tehran', 'Actor:iran'), merge('Actor:a', 'Actor:a')]], {
      concurrency: 2,
    });
    expect(report).toMatchObject({ merges: { taken: 1 }, articles: { taken: 1, refused: 1 } });
  });

  it('are written in batches, each of which reads the stored merges once', async () => {
    const many = Array.from({ length: 2500 }, (_, index) => merge(`Actor:a${index}`, `Actor:b${index % 7}`));
    await seed([[iran]]);
    store.takeCommands();
    expect((await seed([many])).merges).toMatchObject({ taken: 2500, unchanged: 0 });
    const readings = store.takeCommands().filter((command) => command === 'find merges');
    expect(readings.length).toBeLessThan(15);
  });
});
