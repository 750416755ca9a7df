import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { createDryRun } from '../../../src/ingest/write/dry-run.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { runsOf, tries } from '../../support/runs.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { anyVersion } from '../any-articles.ts';
import { dumpOf, emptyStore } from './store-dump.ts';

const runs = runsOf(4);

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  await store?.close();
});

const anyBatch = fc.array(anyVersion, { minLength: 1, maxLength: 4 });

it(
  'a dry run reports the same changes as writing, for batches that build on one another, and leaves the store unchanged',
  async () => {
    const { database, client } = store;
    const write = (batch: ArticleVersion[]) => writeArticles(database, client, batch, { dryRun: false });
    await fc.assert(
      fc.asyncProperty(anyBatch, fc.array(anyBatch, { minLength: 2, maxLength: 5 }), async (stored, batches) => {
        await emptyStore(database);
        await write(stored);
        const before = await dumpOf(database);
        const dryRunner = createDryRun(database);
        const told = await Promise.all(batches.map((batch) => dryRunner.take(batch))).finally(dryRunner.close);
        expect(await dumpOf(database)).toEqual(before);
        for (const [index, batch] of batches.entries()) expect(await write(batch)).toEqual(told[index]);
      }),
      tries(4),
    );
  },
  60_000 + runs * 5000,
);
