import { setImmediate as nextTick } from 'node:timers/promises';
import type { Db } from 'mongodb';
import type { Article } from '../article/article.ts';
import { type ArticleVersion, applyVersions, isRetraction } from './apply-versions.ts';
import { type Merge, resolveMerges } from './fold/merges.ts';
import { type IndexedArticle, indexArticle } from './index-article.ts';
import { readStanding } from './read-standing.ts';
import { isSameDocument } from './same-document.ts';
import { createStoreDrafts } from './store-drafts.ts';

/** Indexes an article under some merges. */
export type Indexer = (article: Article, merges: readonly Merge[]) => IndexedArticle;

export const indexNow: Indexer = (article, merges) => indexArticle(article, resolveMerges(merges));

/** So many articles are indexed before others are let through. */
const articlesAtOnce = 10;

/**
 * Indexes those that seem to be new before it is their turn, while another write waits for the store. What changes until
 * then is indexed again.
 */
export async function indexAhead(database: Db, accepted: readonly ArticleVersion[]): Promise<Indexer> {
  const drafts = createStoreDrafts(database, undefined);
  const merges = await drafts.view.find<Merge>('merges', {});
  const standing = await readStanding(drafts, accepted);
  const survivors = resolveMerges(merges);
  const indexed = new Map<Article, IndexedArticle>();
  for (const version of applyVersions(standing, accepted).changed.values()) {
    if (!version || isRetraction(version)) continue;
    indexed.set(version, indexArticle(version, survivors));
    if (indexed.size % articlesAtOnce === 0) await nextTick();
  }
  return (article, now) => {
    const known = isSameDocument({ merges }, { merges: now }) ? indexed.get(article) : undefined;
    return known ?? indexNow(article, now);
  };
}
