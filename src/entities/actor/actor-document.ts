import type { ActorKind, AffiliationType, AttributionStatus } from '../../generated/schema.ts';
import type { DateSpan, FoldedName } from '../../query/values.ts';

/** An actor as stored: what all articles say of it, combined. An absent value is an absent property. */
export interface ActorDocument {
  _id: string;
  name: string;
  aliases: string[];
  /** The addresses of the same actor elsewhere, sorted. */
  sameAs: FoldedName[];
  kind: ActorKind;
  country?: string;
  affiliations: AffiliationDocument[];
  /** `TYPE actor` of each affiliation, with `/title` where it has one, such as `HOLDS_OFFICE iran/Foreign Minister`. */
  affiliationKeys: string[];
  /** The actors that it is MEMBER_OF or PART_OF. */
  memberOf: string[];
  counts: { members: number; incidents: number; statements: number; statementsAbout: number; articles: number };
  /** Sort keys that differ from the plain field; an absent country is ''. */
  order: { name: string; country: string };
  /** Its aliases, each with a copy without case and accents. */
  names: FoldedName[];
  /** Index words, `<mark><level>:<stem>`. The mark is `n` for the name, `a` for an alias. */
  words: string[];
  /** The folded tokens of its names, unstemmed, one line per name. Phrases are matched against them. */
  plain: string;
  /** The keys by which its name and aliases are looked up while they are typed. */
  nameKeys: string[];
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
