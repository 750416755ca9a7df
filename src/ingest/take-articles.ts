import type { Retraction } from '../article/article.ts';
import type { WithdrawalDocument } from '../article/article-document.ts';
import type { StatementDocument } from '../statement/statement-document.ts';
import { type ArticleVersion, applyVersions, isRetraction, type SkippedArticle } from './apply-versions.ts';
import type { Merge } from './fold/merges.ts';
import type { Indexer } from './index-ahead.ts';
import { readStanding } from './read-standing.ts';
import type { StoreDrafts } from './store-drafts.ts';
import { type WaitingLink, waitingLinks } from './waiting-links.ts';
import type { Prepare } from './write-in-turn.ts';

export interface TakenArticles {
  /** How many of the accepted said what was stored already. */
  unchanged: number;
  /** Those that came too late: a newer version is stored, or withdrawn. */
  skipped: SkippedArticle[];
  /** Links of all stored statements whose other end is not stored. */
  waiting: WaitingLink[];
}

/** Drafts `accepted`, as far as they say something new. */
export async function takeArticles(
  drafts: StoreDrafts,
  accepted: readonly ArticleVersion[],
  index: Indexer,
): ReturnType<Prepare<TakenArticles>> {
  const { view, articles, withdrawals } = drafts;
  const standing = await readStanding(drafts, accepted);
  const { changed, unchanged, skipped } = applyVersions(standing, accepted);
  articles.assumeAbsent([...changed.keys()].filter((id) => standing.get(id)?.hash === undefined));
  await articles.load(changed.keys());
  const merges = changed.size > 0 ? await view.find<Merge>('merges', {}) : [];
  const changes = [...changed].map(([id, version]) => {
    withdrawals.set(id, version && isRetraction(version) ? withdrawalOf(version) : undefined);
    const after = version && !isRetraction(version) ? index(version, merges) : undefined;
    return { before: articles.stored(id), after };
  });
  return {
    work: { articles: changes.filter(({ before, after }) => before ?? after), things: [] },
    answer: async (drafts) => ({ unchanged, skipped, waiting: await readWaiting(drafts) }),
  };
}

function withdrawalOf({ id, version }: Retraction): WithdrawalDocument | undefined {
  return version === undefined ? undefined : { _id: id, version };
}

/** What statements will wait for, once the drafts are written. */
async function readWaiting({ view, statements }: StoreDrafts): Promise<WaitingLink[]> {
  type Waiting = Pick<StatementDocument, '_id' | 'waitsFor'>;
  const stored = await view.find<Waiting>('statements', { waitsFor: { $gt: '' } }, { reads: ['waitsFor'] });
  const drafted = new Map(statements.drafted().map(({ id, after }) => [id, after]));
  return waitingLinks([
    ...stored.filter(({ _id }) => !drafted.has(_id)),
    ...[...drafted.values()].flatMap((statement) => statement ?? []),
  ]);
}
