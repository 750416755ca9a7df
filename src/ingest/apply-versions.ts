import type { Article, Retraction } from '../article/article.ts';
import { isSameDocument } from './same-document.ts';

/** What stands for one article id: an article, or a withdrawal that keeps older versions away. */
export type ArticleVersion = Article | Retraction;

export interface SkippedArticle {
  id: string;
  reason: string;
}

export interface AppliedVersions {
  /** By id, what stands once everything is applied. */
  articles: Map<string, ArticleVersion>;
  /** How many of the accepted said what stood already. */
  unchanged: number;
  skipped: SkippedArticle[];
}

/**
 * Applies `accepted`, one after the other, to what is `stored`. The highest version wins; what has no version replaces,
 * as does the same version with other content. At the same version a withdrawal wins over an article, whichever comes
 * first. A withdrawal with a version stays, one without leaves nothing.
 */
export function applyVersions(
  stored: ReadonlyMap<string, ArticleVersion>,
  accepted: readonly ArticleVersion[],
): AppliedVersions {
  const articles = new Map(stored);
  const skipped: SkippedArticle[] = [];
  let unchanged = 0;
  for (const arriving of accepted) {
    const { id, version } = arriving;
    const standing = articles.get(id);
    const reason = standing && reasonToSkip(arriving, standing);
    if (reason !== undefined) skipped.push({ id, reason });
    else if (saysTheSame(arriving, standing)) unchanged++;
    else if (isRetraction(arriving) && version === undefined) articles.delete(id);
    else articles.set(id, arriving);
  }
  return { articles, unchanged, skipped };
}

/** Those that are not withdrawn. */
export function standingArticles(versions: Iterable<ArticleVersion>): Article[] {
  return [...versions].filter((version): version is Article => !isRetraction(version));
}

export function isRetraction(version: ArticleVersion): version is Retraction {
  return 'retracted' in version;
}

function reasonToSkip({ version, ...arriving }: ArticleVersion, standing: ArticleVersion): string | undefined {
  if (version === undefined || standing.version === undefined || version > standing.version) return undefined;
  const isWithdrawn = isRetraction(standing);
  if (version < standing.version) {
    const what = isWithdrawn ? 'was withdrawn' : 'is stored';
    return `Version ${version} is older than version ${standing.version}, which ${what}`;
  }
  return isWithdrawn && !('retracted' in arriving) ? `Version ${version} was withdrawn` : undefined;
}

function saysTheSame(arriving: ArticleVersion, standing: ArticleVersion | undefined): boolean {
  const leavesNothing = isRetraction(arriving) && arriving.version === undefined;
  if (leavesNothing) return standing === undefined || isRetraction(standing);
  return standing !== undefined && isSameDocument(arriving, standing);
}
