import type { ArticleDocument } from '../../entities/article/article-document.ts';
import { formatNodeId, type NodeType } from '../../query/node-id.ts';
import type { IndexedArticle } from '../fold/index-article.ts';

/** The work of one write: changed articles, and entities deferred by earlier writes. */
export interface Work {
  articles: ArticleChange[];
  /** Ids of incidents, actors, locations and statements to derive again, such as `Location:iraq`. */
  entities: string[];
}

/** The part of a stored article that names the documents derived from it. */
export type FormerArticle = Pick<ArticleDocument, '_id' | 'accounts' | 'statements'> & {
  order: Pick<ArticleDocument['order'], 'published'>;
};

/**
 * A change of one article. `before` is the article as it was last derived, absent if it was not stored; `after` is its
 * new version, absent if it is withdrawn.
 */
export interface ArticleChange {
  before?: FormerArticle | undefined;
  after?: IndexedArticle | undefined;
}

/** Bounds what one write derives; the rest is deferred to later writes. */
export interface Budget {
  /** Returns all of `ids`, slugs, if the budget has room for them; otherwise defers them all and returns none. */
  admit(type: NodeType, ids: readonly string[]): readonly string[];
  /** Defers ids such as `Location:iraq`. */
  defer(entities: readonly string[]): void;
  /** Returns every deferred id, each once. */
  deferred(): string[];
}

export function createBudget(limit: number): Budget {
  const later = new Set<string>();
  let left = limit;
  return {
    admit(type, ids) {
      if (ids.length <= left) {
        left -= ids.length;
        return ids;
      }
      for (const id of ids) later.add(formatNodeId(type, id));
      return [];
    },
    defer(entities) {
      for (const entity of entities) later.add(entity);
    },
    deferred: () => [...later],
  };
}

/** Returns the slugs of those `entities` that are of one type, each once: `iraq` for `Location:iraq`. */
export function slugsOf(type: NodeType, entities: Iterable<string>): string[] {
  const prefix = formatNodeId(type, '');
  return [...new Set(entities)]
    .filter((entity) => entity.startsWith(prefix))
    .map((entity) => entity.slice(prefix.length));
}
