import fc from 'fast-check';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { removeMerge, writeMerge } from '../../../src/ingest/write/write-merges.ts';
import type { MergedType } from '../../../src/query/survivors.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { anyArticles, anyMerges, anyPlacement } from '../../ingest/any-articles.ts';

/** A write of any kind. */
export type Step =
  | { kind: 'seed'; article: object & { id: string } }
  | { kind: 'retract'; id: string }
  | { kind: 'merge'; type: MergedType; from: string; into: string }
  | { kind: 'unmerge'; type: MergedType; from: string };

const seeding = fc
  .oneof(
    anyArticles.map((articles) => articles.slice(0, 1)),
    anyPlacement.map((article) => [article]),
  )
  .filter(([article]) => article !== undefined)
  .map(([article]): Step => ({ kind: 'seed', article: article as never }));
const retracting = fc.constantFrom('a', 'b', 'c', 'd').map((id): Step => ({ kind: 'retract', id }));
const merging = anyMerges
  .filter(([merge]) => merge !== undefined)
  .map(([merge]) => {
    const [[type, from], [, into]] = [merge?._id.split(':'), merge?.into.split(':')] as [
      [MergedType, string],
      string[],
    ];
    return { type, from, into: into as string };
  })
  .chain(({ type, from, into }) =>
    fc.constantFrom<Step>({ kind: 'merge', type, from, into }, { kind: 'unmerge', type, from }),
  );
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: seeding },
  { weight: 2, arbitrary: retracting },
  { weight: 2, arbitrary: merging },
);

/** Writes a step. `version` is that of the article, and must be greater than those before. */
export async function takeStep(
  { database, client }: Pick<Store, 'database' | 'client'>,
  step: Step,
  version: number,
): Promise<void> {
  switch (step.kind) {
    case 'seed':
      await writeArticles(database, client, [{ ...step.article, version } as never], { dryRun: false });
      return;
    case 'retract':
      await writeArticles(database, client, [{ id: step.id, version, retracted: true }], { dryRun: false });
      return;
    case 'merge':
      await writeMerge(database, client, step);
      return;
    case 'unmerge':
      await removeMerge(database, client, step);
  }
}
