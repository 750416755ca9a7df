import type { Retraction } from '../../entities/article/article.ts';
import type { WithdrawalDocument } from '../../entities/article/article-document.ts';
import type { StatementDocument } from '../../entities/statement/statement-document.ts';
import type { Merge } from '../../query/merges.ts';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import { type ArticleVersion, applyVersions, isRetraction, type SkippedArticle } from '../fold/apply-versions.ts';
import { type DanglingLink, danglingLinks } from '../fold/dangling-links.ts';
import { causesOfArticles } from './change-causes.ts';
import type { Indexer } from './index-ahead.ts';
import { readCurrentVersions } from './read-current-versions.ts';
import type { Prepare } from './write-pipeline.ts';

export interface TakenArticles {
  /** The number of accepted articles that were already stored with the same content. */
  unchanged: number;
  /** The articles that were skipped because a newer version is stored, or because the version was withdrawn. */
  skipped: SkippedArticle[];
  /** The links of all stored statements whose target is not stored. */
  waiting: DanglingLink[];
}

/**
 * Drafts those of the `accepted` articles and withdrawals that change something. Returns the work to derive from them.
 * `replaces` is the version that all of them were made from, if it must still be stored (`applyVersions`).
 */
export async function takeArticles(
  drafts: StoreDrafts,
  accepted: readonly ArticleVersion[],
  index: Indexer,
  replaces?: number,
): ReturnType<Prepare<TakenArticles>> {
  const { view, articles, withdrawals } = drafts;
  const current = await readCurrentVersions(drafts, accepted);
  const { changed, unchanged, skipped } = applyVersions(current, accepted, replaces);
  articles.assumeAbsent([...changed.keys()].filter((id) => current.get(id)?.hash === undefined));
  await articles.load(changed.keys());
  const merges = changed.size > 0 ? await view.find<Merge>('merges', {}) : [];
  const changes = [...changed].map(([id, version]) => {
    withdrawals.set(id, isRetraction(version) ? withdrawalOf(version) : undefined);
    const after = isRetraction(version) ? undefined : index(version, merges);
    return { before: articles.stored(id), after };
  });
  return {
    work: { articles: changes.filter(({ before, after }) => before ?? after), entities: [] },
    causes: causesOfArticles(changes),
    answer: async (drafts) => ({ unchanged, skipped, waiting: await readDanglingLinks(drafts) }),
  };
}

function withdrawalOf({ id, version = 0 }: Retraction): WithdrawalDocument {
  return { _id: id, version };
}

/** Returns the dangling links as they will be once the drafts are written. */
async function readDanglingLinks({ view, statements }: StoreDrafts): Promise<DanglingLink[]> {
  type Waiting = Pick<StatementDocument, '_id' | 'waitsFor'>;
  const stored = await view.find<Waiting>('statements', { waitsFor: { $gt: '' } }, { reads: ['waitsFor'] });
  const drafted = new Map(statements.drafted().map(({ id, after }) => [id, after]));
  return danglingLinks([
    ...stored.filter(({ _id }) => !drafted.has(_id)),
    ...[...drafted.values()].flatMap((statement) => statement ?? []),
  ]);
}
