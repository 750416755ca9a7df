import type { Day } from '../../query/values.ts';
import type { IncidentReportDocument } from '../incident/incident-document.ts';
import type { Article } from './article.ts';

/** An article as stored: its canonical form, which is the source of truth, and fields for indexes. */
export interface ArticleDocument {
  _id: string;
  /** The hash of `source`. If it is equal, the article is unchanged. */
  hash: string;
  /** The article in canonical form. Everything else derives from it. */
  source: Article;
  /** Its title, or the first words of its text. */
  title: string;
  /** In UTC. */
  published: Day;
  publisher?: string;
  language?: string;
  /** The slugs of the entities that it defines. */
  incidents: string[];
  actors: string[];
  locations: string[];
  /** The slugs of its statements, `article.statement`. */
  statements: string[];
  /** The ids of its assertions about incidents, actors and locations. */
  accounts: string[];
  /** Its reports, one for each incident. */
  reports: IncidentReportDocument[];
  /** Its evidence, in text order. */
  spans: SpanDocument[];
  counts: { incidents: number; statements: number; actors: number; locations: number };
  /** Sort keys that differ from the plain fields. Absent values are ''. `published` is a day or a time in UTC. */
  order: { title: string; publisher: string; language: string; published: string };
  /** Copies without case and accents. */
  folded: { url?: string; license?: string; citation?: string };
  /** Index words, `<mark><level>:<stem>`. The mark is `n` for the title, `t` for the text. */
  words: string[];
  /** The folded tokens of title and text, unstemmed, in one line each. Phrases are matched against them. */
  plain: string;
  /** The keys by which its title is looked up while it is typed. */
  nameKeys: string[];
}

/** A quote from the text that is evidence. It ends at `start + quote.length`. */
export interface SpanDocument {
  /** The evidence key: a node, `Incident:x`, or a part of it, `Incident:x#participants=TARGET iran`. */
  key: string;
  quote: string;
  start: number;
}

/** The record of a withdrawn article, which rejects versions that are not higher. `version` is 0 if it had none. */
export interface WithdrawalDocument {
  _id: string;
  version: number;
}
