import { setImmediate as nextTick } from 'node:timers/promises';
import type { Db } from 'mongodb';
import type { Article } from '../../entities/article/article.ts';
import { type Merge, resolveMerges } from '../../query/merges.ts';
import { isSameDocument } from '../drafts/same-document.ts';
import { createStoreDrafts } from '../drafts/store-drafts.ts';
import { type ArticleVersion, applyVersions, isRetraction } from '../fold/apply-versions.ts';
import { type IndexedArticle, indexArticle } from '../fold/index-article.ts';
import { readCurrentVersions } from './read-current-versions.ts';

/** Returns the documents that derive from one article alone, under the given merges. */
export type Indexer = (article: Article, merges: readonly Merge[]) => IndexedArticle;

export const indexNow: Indexer = (article, merges) => indexArticle(article, resolveMerges(merges));

/** The number of articles that are indexed before the event loop gets a turn. */
const maxArticlesAtOnce = 10;

/**
 * Indexes the articles that appear to be new, while another write waits for the store. The returned indexer reuses the
 * results as long as the merges are unchanged, and indexes all other articles when it is called.
 */
export async function indexAhead(database: Db, accepted: readonly ArticleVersion[]): Promise<Indexer> {
  const drafts = createStoreDrafts(database, undefined);
  const merges = await drafts.view.find<Merge>('merges', {});
  const current = await readCurrentVersions(drafts, accepted);
  const survivors = resolveMerges(merges);
  const indexed = new Map<Article, IndexedArticle>();
  for (const version of applyVersions(current, accepted).changed.values()) {
    if (isRetraction(version)) continue;
    indexed.set(version, indexArticle(version, survivors));
    if (indexed.size % maxArticlesAtOnce === 0) await nextTick();
  }
  return (article, now) => {
    const known = isSameDocument({ merges }, { merges: now }) ? indexed.get(article) : undefined;
    return known ?? indexNow(article, now);
  };
}
