import type { ActorKind, AffiliationType, AttributionStatus } from '../generated/schema.ts';
import type { DateSpan } from '../graph/values.ts';

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
}

export interface AffiliationDocument {
  type: AffiliationType;
  actor: string;
  title?: string;
  date?: DateSpan;
  status?: AttributionStatus;
  /** Ids of statements, `article.statement`. */
  assertedBy: string[];
  deniedBy: string[];
}
