import type { ArticleDocument } from '../../article/article-document.ts';
import { formatNodeId, type NodeType } from '../../graph/node-id.ts';
import type { IndexedArticle } from '../index-article.ts';

/** What one write has to see to. */
export interface Work {
  articles: ArticleChange[];
  /** Ids of incidents, actors, locations and statements that are to be derived anew, as `Location:iraq`. */
  things: string[];
}

/** As much of an article as was stored as tells what is derived from it. */
export type FormerArticle = Pick<ArticleDocument, '_id' | 'published' | 'accounts' | 'statements'>;

/** An article as it was when all was derived, and as it is to be. */
export interface ArticleChange {
  before?: FormerArticle | undefined;
  after?: IndexedArticle | undefined;
}

/** How much is derived in one write, and what is left for later ones. */
export interface Budget {
  /** All of `ids`, when there is room for them; none, when they are too many: then they are put off. */
  admit(type: NodeType, ids: readonly string[]): readonly string[];
  /** Puts these off, as `Location:iraq`. */
  putOff(things: readonly string[]): void;
  /** All that was put off. */
  later(): string[];
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
    putOff(things) {
      for (const thing of things) later.add(thing);
    },
    later: () => [...later],
  };
}

/** The slugs of those of `things` that are of this type. */
export function slugsOf(type: NodeType, things: Iterable<string>): string[] {
  const prefix = formatNodeId(type, '');
  return [...new Set(things)].filter((thing) => thing.startsWith(prefix)).map((thing) => thing.slice(prefix.length));
}
