import type { ActorKind, AffiliationType, AttributionStatus } from '../generated/schema.ts';
import type { DateSpan, FoldedName } from '../graph/values.ts';

/** An actor as it is stored: the fold of what all articles say of it. An absent value is an absent property. */
export interface ActorDocument {
  _id: string;
  name: string;
  aliases: string[];
  kind: ActorKind;
  country?: string;
  affiliations: AffiliationDocument[];
  /** `TYPE actor` of each affiliation, with `/title` where it has one, such as `HOLDS_OFFICE iran/Foreign Minister`. */
  affiliationKeys: string[];
  /** The actors that it is MEMBER_OF or PART_OF. */
  memberOf: string[];
  counts: { members: number; incidents: number; statements: number; statementsAbout: number; articles: number };
  /** What it is sorted by where the plain field will not do; an absent country is ''. */
  order: { name: string; country: string };
  /** Its aliases, with their copies without case and accents. */
  names: FoldedName[];
  /** Its index words, `mark:stem`: `n` a name or title, `a` another name, `s` what was said or summed up, `t` a text. */
  words: string[];
  /** All tokens of its words as they stand, one line a text: what phrases are looked for in. */
  plain: string;
}

export interface AffiliationDocument {
  type: AffiliationType;
  actor: string;
  title?: string;
  /** The title without case and accents. */
  folded?: string;
  date?: DateSpan;
  status?: AttributionStatus;
  /** Ids of statements, `article.statement`. */
  assertedBy: string[];
  deniedBy: string[];
}
