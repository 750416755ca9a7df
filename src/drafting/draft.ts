import type { Article, PointInput } from '../entities/article/article.ts';
import type { Span } from '../ingest/ground/sentences.ts';

/** A text to be drafted, and what is known of it. All but `text` and `published` may be left out. */
export interface DraftInput {
  text: string;
  /** A day, `YYYY-MM-DD`, or a moment with an offset, as in article JSON. */
  published: string;
  /** The id of the article; otherwise made of the title and the day. */
  id?: string;
  title?: string;
  url?: string;
  publisher?: string;
  language?: string;
}

/** A drafted article, and what a person has to look at. */
export interface Draft {
  /** In canonical form; the parser accepts it. Every part has evidence. */
  article: Article;
  /** Drafted facts that a person should check, least sure first. */
  toCheck: ToCheck[];
  /** Facts that a model gave and that the words do not carry, or that the parser rejects. Empty without a model. */
  rejected: RejectedFact[];
  /** Sentences that no evidence touches and that state something, in text order. */
  uncovered: UncoveredSentence[];
  /** Why a model that is set did not help; then the draft is that of the rules. */
  modelFault?: string;
}

export interface ToCheck {
  /** A JSON pointer into the article: `/incidents/0/casualties/1`. */
  pointer: string;
  /** From 0 to 1. */
  certainty: number;
  reason: string;
}

export interface RejectedFact {
  /** What was rejected, as JSON. */
  fact: string;
  reason: string;
}

export interface UncoveredSentence extends Span {
  sentence: string;
}

/** An actor or a place of the store. */
export interface StoredEntity {
  type: 'Actor' | 'Location';
  id: string;
  name: string;
  aliases: readonly string[];
  kind?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  point?: PointInput;
  /** The number of incidents that name it. */
  incidents: number;
}

/** Where a draft looks up names. Each function is called once for an article. */
export interface DraftLookup {
  /** Returns the actors and places with one of these names, or an alias, in any order. */
  findNamed(names: readonly string[]): Promise<readonly StoredEntity[]>;
  /** Returns the stored ones of these actors and places. */
  findByIds(ids: readonly Pick<StoredEntity, 'type' | 'id'>[]): Promise<readonly StoredEntity[]>;
}

/** A lookup without a store. */
export const emptyLookup: DraftLookup = {
  findNamed: async () => [],
  findByIds: async () => [],
};

/** Thrown if a text cannot be drafted at all: it is blank, too large, or its day of publication is not a day. */
export class UndraftableText extends Error {}
