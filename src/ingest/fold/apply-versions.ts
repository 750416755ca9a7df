import { hash } from 'node:crypto';
import type { Article, Retraction } from '../../entities/article/article.ts';

/** The current version of an article id: an article, or a withdrawal that keeps older versions out. */
export type ArticleVersion = Article | Retraction;

/** The fields of an `ArticleVersion` that decide whether another one replaces it. */
export interface CurrentVersion {
  /** 0 by default. */
  version: number;
  /** The `hashArticle` of an article; a withdrawal has none. */
  hash?: string;
}

export interface SkippedArticle {
  id: string;
  reason: string;
}

export interface AppliedVersions {
  /** The new current version of each id that changed. */
  changed: Map<string, ArticleVersion>;
  /** The number of accepted versions that changed nothing. */
  unchanged: number;
  skipped: SkippedArticle[];
}

/**
 * Applies the `accepted` versions, in order, to the `stored` ones. The highest version wins; a missing version counts
 * as 0. At the same version, an article replaces another, and a withdrawal beats an article, whichever comes first.
 *
 * With `replaces`, an article is also skipped if the article stored under its id has another version than that: 0 if
 * none is stored, or it has none. An article that is stored already is not skipped, so that it can be sent again.
 */
export function applyVersions(
  stored: ReadonlyMap<string, CurrentVersion>,
  accepted: readonly ArticleVersion[],
  replaces?: number,
): AppliedVersions {
  const current = new Map(stored);
  const changed = new Map<string, ArticleVersion>();
  const skipped: SkippedArticle[] = [];
  let unchanged = 0;
  for (const arriving of accepted) {
    const { id } = arriving;
    const before = current.get(id);
    const after = standingVersion(arriving);
    const isSame = before && after.hash === before.hash && after.version === before.version;
    const reason = (before && reasonToSkip(after, before)) ?? (isSame ? undefined : overtaken(before, replaces));
    if (reason !== undefined) skipped.push({ id, reason });
    else if (isSame) unchanged++;
    else {
      current.set(id, after);
      changed.set(id, arriving);
    }
  }
  return { changed, unchanged, skipped };
}

export function isRetraction(version: ArticleVersion): version is Retraction {
  return 'retracted' in version;
}

/** Returns the SHA-256 of the canonical JSON, as base64url. It is computed once for each object. */
export function hashArticle(article: Article): string {
  const known = hashes.get(article);
  if (known !== undefined) return known;
  const made = hash('sha256', JSON.stringify(article), 'base64url');
  hashes.set(article, made);
  return made;
}

/** Caches a hash that is already known, so that `hashArticle` does not compute it. */
export function cacheHash(article: Article, known: string): void {
  hashes.set(article, known);
}

const hashes = new WeakMap<Article, string>();

function standingVersion(version: ArticleVersion): CurrentVersion {
  return {
    version: version.version ?? 0,
    ...(!isRetraction(version) && { hash: hashArticle(version) }),
  };
}

function overtaken(current: CurrentVersion | undefined, replaces: number | undefined): string | undefined {
  const stored = current?.hash === undefined ? 0 : current.version;
  if (replaces === undefined || stored === replaces) return undefined;
  const found = stored > 0 ? `Version ${stored} is stored` : 'No version is stored';
  return `${found}, but the article was to replace ${replaces > 0 ? `version ${replaces}` : 'none'}`;
}

function reasonToSkip({ version, hash }: CurrentVersion, current: CurrentVersion): string | undefined {
  const isWithdrawn = current.hash === undefined;
  if (version < current.version) {
    const name =
      version > 0 ? `Version ${version}` : `${hash === undefined ? 'A withdrawal' : 'An article'} without a version`;
    return `${name} is older than version ${current.version}, which ${isWithdrawn ? 'was withdrawn' : 'is stored'}`;
  }
  if (version > current.version || !isWithdrawn || hash === undefined) return undefined;
  return version > 0
    ? `Version ${version} was withdrawn`
    : 'It was withdrawn; only an article with a version can follow';
}
