import type { SpeechMode, StatementLinkType, StatementType } from '../generated/schema.ts';
import type { DateSpan, Day } from '../graph/values.ts';

/** A statement as it is stored. It belongs to one article. An absent value is an absent property. */
export interface StatementDocument {
  /** `article.statement` */
  _id: string;
  article: string;
  /** Its index among the statements of its article. */
  place: number;
  /** Of its article. */
  published: Day;
  /** Of its article. */
  publisher?: string;
  type: StatementType;
  text: string;
  quote?: string;
  mode?: SpeechMode;
  date?: DateSpan;
  condition?: string;
  speaker?: string;
  onBehalfOf?: string;
  /** The speaker and whom it speaks for: the actors whose statement this is. */
  voices: string[];
  incidents: string[];
  actors: string[];
  /** The links that its article gives it, whether or not their other end is stored. */
  given: StatementLinkDocument[];
  /** The other ends of these that are not stored. */
  waitsFor: string[];
  /** Links whose other end is stored, SAME_UTTERANCE and CONTRADICTS at both ends. */
  links: StatementLinkDocument[];
  /** `TYPE statement` of each link. */
  linkKeys: string[];
  /** `STANCE actor`: whom the statement makes claim, deny, or be named, such as `DENIED_BY iran`. */
  responsible: string[];
  /** The same actors by stance; a stance without any is absent. */
  stances: { claimedBy?: string[]; deniedBy?: string[]; attributedTo?: string[] };
  counts: { incidents: number; actors: number };
  /** What it is sorted by where the plain field will not do; absent values are ''. */
  order: { start: string; end: string; mode: string };
  /** The months that its date touches, `YYYY-MM`, or `long`; none without a date. */
  months: string[];
  /** Copies without case and accents. */
  folded: { quote?: string; condition?: string };
  /** Its index words, `mark:stem`: `n` a name or title, `a` another name, `s` what was said or summed up, `t` a text. */
  words: string[];
  /** All tokens of its words as they stand, one line a text: what phrases are looked for in. */
  plain: string;
}

export interface StatementLinkDocument {
  type: StatementLinkType;
  statement: string;
}

/** The parts of `Responsibility`, as they stand in `StatementDocument.responsible`. */
export type Stance = 'CLAIMED_BY' | 'DENIED_BY' | 'ATTRIBUTED_TO';
