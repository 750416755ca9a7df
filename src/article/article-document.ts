import type { Day } from '../graph/values.ts';
import type { IncidentReportDocument } from '../incident/incident-document.ts';
import type { Article } from './article.ts';

/** An article as it is stored: as given, in canonical form, and what indexes need beside. It is the source of truth. */
export interface ArticleDocument {
  _id: string;
  /** Of `source`: by it a file is known to say nothing new. */
  hash: string;
  /** The article as given; everything else here derives from it. */
  source: Article;
  /** Its title, or the first words of its text. */
  title: string;
  published: Day;
  publisher?: string;
  language?: string;
  /** Ids of what it defines. */
  incidents: string[];
  actors: string[];
  locations: string[];
  /** Ids of its statements, `article.statement`. */
  statements: string[];
  /** Ids of the accounts that it gives of these. */
  accounts: string[];
  /** What it says of each incident. */
  reports: IncidentReportDocument[];
  /** Its evidence, in text order. */
  spans: SpanDocument[];
  counts: { incidents: number; statements: number; actors: number; locations: number };
  /** What it is sorted by where the plain field will not do; absent values are ''. */
  order: { title: string; publisher: string; language: string };
  /** Copies without case and accents. */
  folded: { url?: string; license?: string; citation?: string };
  /** Its index words, `mark:stem`: `n` a name or title, `a` another name, `s` what was said or summed up, `t` a text. */
  words: string[];
  /** All tokens of its words as they stand, one line a text: what phrases are looked for in. */
  plain: string;
}

/** Words of the text that support something. `end` is `start + quote.length`. */
export interface SpanDocument {
  /** What they support: `Incident:x`, or a part of it, `Incident:x#participants=TARGET iran`. */
  key: string;
  quote: string;
  start: number;
}

/** What remains of a withdrawn article that had a version: with it, an older version that arrives late stays away. */
export interface WithdrawalDocument {
  _id: string;
  version: number;
}
