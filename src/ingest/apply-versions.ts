import { hash } from 'node:crypto';
import type { Article, Retraction } from '../article/article.ts';

/** What stands for one article id: an article, or a withdrawal that keeps older versions away. */
export type ArticleVersion = Article | Retraction;

/** As much of an `ArticleVersion` as decides what becomes of another one. */
export interface StandingVersion {
  version?: number;
  /** Of an article, as `hashArticle` has it; a withdrawal has none. */
  hash?: string;
}

export interface SkippedArticle {
  id: string;
  reason: string;
}

export interface AppliedVersions {
  /** By id, what stands once everything is applied, where something else stood before; undefined where nothing does. */
  changed: Map<string, ArticleVersion | undefined>;
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
  stored: ReadonlyMap<string, StandingVersion>,
  accepted: readonly ArticleVersion[],
): AppliedVersions {
  const standing = new Map(stored);
  const changed = new Map<string, ArticleVersion | undefined>();
  const skipped: SkippedArticle[] = [];
  let unchanged = 0;
  for (const arriving of accepted) {
    const { id, version } = arriving;
    const before = standing.get(id);
    const after = standingVersion(arriving);
    const reason = before && reasonToSkip(after, before);
    if (reason !== undefined) skipped.push({ id, reason });
    else if (saysTheSame(after, before)) unchanged++;
    else if (isRetraction(arriving) && version === undefined) {
      standing.delete(id);
      changed.set(id, undefined);
    } else {
      standing.set(id, after);
      changed.set(id, arriving);
    }
  }
  return { changed, unchanged, skipped };
}

export function isRetraction(version: ArticleVersion): version is Retraction {
  return 'retracted' in version;
}

/** SHA-256 of the canonical JSON, so that it is equal for equal content alone. It is made once for each object. */
export function hashArticle(article: Article): string {
  const known = hashes.get(article);
  if (known !== undefined) return known;
  const made = hash('sha256', JSON.stringify(article), 'base64url');
  hashes.set(article, made);
  return made;
}

/** Spares `hashArticle` its work where the hash of an article's bytes is known. */
export function knowHash(article: Article, known: string): void {
  hashes.set(article, known);
}

const hashes = new WeakMap<Article, string>();

function standingVersion(version: ArticleVersion): StandingVersion {
  return {
    ...(version.version !== undefined && { version: version.version }),
    ...(!isRetraction(version) && { hash: hashArticle(version) }),
  };
}

function reasonToSkip({ version, hash }: StandingVersion, standing: StandingVersion): string | undefined {
  if (version === undefined || standing.version === undefined || version > standing.version) return undefined;
  const isWithdrawn = standing.hash === undefined;
  if (version < standing.version) {
    const what = isWithdrawn ? 'was withdrawn' : 'is stored';
    return `Version ${version} is older than version ${standing.version}, which ${what}`;
  }
  return isWithdrawn && hash !== undefined ? `Version ${version} was withdrawn` : undefined;
}

function saysTheSame(arriving: StandingVersion, standing: StandingVersion | undefined): boolean {
  const leavesNothing = arriving.hash === undefined && arriving.version === undefined;
  if (leavesNothing) return standing === undefined || standing.hash === undefined;
  return standing !== undefined && arriving.hash === standing.hash && arriving.version === standing.version;
}
