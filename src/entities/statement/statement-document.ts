import type { FigureKind, Hedge, SpeechMode, StatementLinkType, StatementType } from '../../generated/schema.ts';
import type { DateSpan, Day, Quantity } from '../../query/values.ts';

/** A statement as stored. It belongs to one article. An absent value is an absent property. */
export interface StatementDocument {
  /** The slug, `article.statement`. */
  _id: string;
  article: string;
  /** Its index among the statements of its article. */
  place: number;
  /** The date of its article. */
  published: Day;
  /** The publisher of its article. */
  publisher?: string;
  type: StatementType;
  text: string;
  quote?: string;
  mode?: SpeechMode;
  hedge?: Hedge;
  date?: DateSpan;
  condition?: string;
  speaker?: string;
  onBehalfOf?: string;
  anonymous: boolean;
  /** The actors that it was addressed to, each once, in the order of the article. */
  to: string[];
  /** The actors through whom the article has it, each once, nearest to the article first. */
  via: string[];
  /** Where it was said. */
  location?: string;
  figures: FigureDocument[];
  /** The actors whose statement this is: the speaker and the actor on whose behalf it speaks. */
  voices: string[];
  incidents: string[];
  actors: string[];
  /** The links that its article states, whether or not their target is stored. */
  given: StatementLinkDocument[];
  /** The targets of `given` that are not stored. */
  waitsFor: string[];
  /** The links whose target is stored. Those of the types SAME_UTTERANCE and CONTRADICTS are on both statements. */
  links: StatementLinkDocument[];
  /** `TYPE statement` of each link. */
  linkKeys: string[];
  /** `STANCE actor` for each actor that claims, denies or is attributed responsibility, such as `DENIED_BY iran`. */
  responsible: string[];
  /** The same actors by stance; a stance without actors is absent. */
  stances: { claimedBy?: string[]; deniedBy?: string[]; attributedTo?: string[] };
  counts: { incidents: number; actors: number; figures: number };
  /** Sort keys for orders that cannot use the field itself; '' if the value is absent. */
  order: { start: string; end: string; mode: string; hedge: string; published: string };
  /** The months that its date touches, `YYYY-MM`, or `long`; none without a date. */
  months: string[];
  /** Copies without case and accents. */
  folded: { quote?: string; condition?: string };
  /** Index words, `<mark><level>:<stem>`. The mark is `s`. */
  words: string[];
  /** The folded tokens of text and quote, unstemmed, in one line each. Phrases are matched against them. */
  plain: string;
}

export interface FigureDocument {
  kind: FigureKind;
  count: Quantity;
  unit?: string;
  original?: string;
  /** Copies without case and accents. */
  folded: { unit?: string; original?: string };
  incident?: string;
}

export interface StatementLinkDocument {
  type: StatementLinkType;
  statement: string;
}

/** The fields of `Responsibility`, as written in `StatementDocument.responsible`. */
export type Stance = 'CLAIMED_BY' | 'DENIED_BY' | 'ATTRIBUTED_TO';
