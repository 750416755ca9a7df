import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { verifyStore } from '../../../src/ingest/write/verify-store.ts';
import type { WriteLimits } from '../../../src/ingest/write/work-queue.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { removeMerge, writeMerge } from '../../../src/ingest/write/write-merges.ts';
import type { Merge, MergedType } from '../../../src/query/merges.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { runsOf, tries } from '../../support/runs.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { anyMerges, anyVersion } from '../any-articles.ts';
import { dumpOf, emptyStore } from './store-dump.ts';

const runs = runsOf(8);
const timeoutMs = 60_000 + runs * 5000;

let store: TestStore;
/** Opens the same store as another seeder. */
let other: Store;
beforeAll(async () => {
  store = await openTestStore();
  other = await openStore(store.config);
});
afterAll(async () => {
  await other?.close();
  await store?.close();
});

type Step = { articles: ArticleVersion[] } | { merge: Merge } | { unmerge: string };

const anyMerge = anyMerges.filter(({ length }) => length > 0).map(([merge]) => merge as Merge);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ articles: fc.array(anyVersion, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ merge: anyMerge }) },
  { weight: 1, arbitrary: anyMerge.map(({ _id }) => ({ unmerge: _id })) },
);

/** Limits so small that most derived documents are deferred. */
const anyLimits: fc.Arbitrary<WriteLimits> = fc.constantFrom(
  { articles: 500, entities: 2000 },
  { articles: 1, entities: 1 },
  { articles: 2, entities: 3 },
);

describe('the store', () => {
  it(
    'equals a rebuild from its articles after each step',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), anyLimits, async (steps, limits) => {
          await emptyStore(store.database);
          for (const step of steps) {
            await take(store, step, limits);
            expect((await verifyStore(store.database)).filter(({ isFault }) => isFault)).toEqual([]);
          }
          expect(await store.database.collection('pending').countDocuments()).toBe(0);
        }),
        tries(8),
      );
    },
    timeoutMs,
  );

  it(
    'has the same bytes whatever the order, the split and the number of seeders',
    async () => {
      const anyHistory = fc
        .tuple(fc.array(anyVersion, { minLength: 2, maxLength: 8 }), anyMerges)
        .map(([drawn, merges]): Step[] => {
          const versions = drawn.filter(isOrdered).map((it) => [`${it.id} ${it.version}`, it] as const);
          return [
            ...[...new Map(versions).values()].map((it) => ({ articles: [it] })),
            ...merges.map((merge) => ({ merge })),
          ];
        })
        .chain((steps) =>
          fc.tuple(
            fc.constant(steps),
            fc.shuffledSubarray(steps, { minLength: steps.length }),
            fc.array(fc.boolean(), { minLength: steps.length, maxLength: steps.length }),
            anyLimits,
          ),
        );
      await fc.assert(
        fc.asyncProperty(anyHistory, async ([steps, shuffled, isSecond, limits]) => {
          await emptyStore(store.database);
          for (const step of joined(steps)) await take(store, step, limits);
          const expected = await dumpOf(store.database);
          await emptyStore(store.database);
          const seed = async (seeder: Store, own: boolean) => {
            for (const step of shuffled.filter((_, index) => isSecond[index] === own)) await take(seeder, step, limits);
          };
          await Promise.all([seed(store, false), seed(other, true)]);
          expect(await dumpOf(store.database)).toEqual(expected);
        }),
        tries(8),
      );
    },
    timeoutMs,
  );
});

/** Returns whether an article has a version. Articles without one replace each other, so that their order decides. */
function isOrdered({ version }: ArticleVersion): boolean {
  return version !== undefined;
}

/** Returns one step with all articles, then the merges in order. */
function joined(steps: readonly Step[]): Step[] {
  const articles = steps.flatMap((step) => ('articles' in step ? step.articles : []));
  return [...steps.filter((step) => !('articles' in step)), { articles }];
}

async function take({ database, client }: Store, step: Step, limits: WriteLimits): Promise<void> {
  if ('articles' in step) {
    await writeArticles(database, client, step.articles, { dryRun: false, limits });
  } else if ('merge' in step) {
    const { type, slug: from } = split(step.merge._id);
    await writeMerge(database, client, { type, from, into: split(step.merge.into).slug }, limits);
  } else {
    const { type, slug: from } = split(step.unmerge);
    await removeMerge(database, client, { type, from }, limits);
  }
}

function split(id: string): { type: MergedType; slug: string } {
  const [type, slug] = id.split(':') as [MergedType, string];
  return { type, slug };
}
