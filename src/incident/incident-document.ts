import type {
  AttributionStatus,
  CasualtyGroup,
  CasualtyKind,
  IncidentLinkType,
  IncidentScope,
  IncidentType,
  LocationPrecision,
  Method,
  Outcome,
  ParticipantRole,
  Severity,
} from '../generated/schema.ts';
import type { DateSpan, GeoPoint, Quantity } from '../graph/values.ts';

/**
 * An incident as it is stored: the fold of what all articles say of it, and what indexes and orders need beside.
 * An absent value is an absent property, never null. All ids are slugs.
 */
export interface IncidentDocument {
  _id: string;
  title: string;
  summary?: string;
  scope: IncidentScope;
  type: IncidentType;
  methods: Method[];
  weapons: WeaponDocument[];
  outcome: Outcome;
  count: Quantity;
  date?: DateSpan;
  location?: string;
  locationPrecision: LocationPrecision;
  participants: ParticipantDocument[];
  casualties: CasualtyDocument[];
  /** The article whose list of casualties won; absent where no article states one. */
  casualtiesFrom?: string;
  links: IncidentLinkDocument[];
  partOf?: string;
  /** What it would be part of, were that not to close a circle. */
  circularPartOf?: string;
  /** Itself, then what it is part of, nearest first. */
  about: string[];
  /** Its location, then the places that this lies in, nearest first; empty without a location. */
  within: string[];
  /** Of its location, or of the nearest place around it that has one. */
  country?: string;
  /** Of its location. */
  point?: GeoPoint;
  /** `ROLE actor` of each participant, such as `TARGET iran`. */
  participantKeys: string[];
  /** The distinct ones of its participants; and of these who did it or is suspected to, and who was hit. */
  actors: string[];
  perpetrators: string[];
  targets: string[];
  /** Of the articles that report it, in code units, the first thousand. */
  publishers: string[];
  /** `METHOD/ordinal` of each weapon, such as `DRONE/0`. */
  weaponKeys: string[];
  /** `TYPE incident` of each link, such as `RESPONSE_TO us-strike`. */
  linkKeys: string[];
  killed: Quantity;
  injured: Quantity;
  publisherCount: number;
  counts: { participants: number; parts: number; statements: number; articles: number };
  /** What it is sorted by where the plain field will not do: absent days are '', an open maximum is 2^53 - 1. */
  order: { start: string; end: string; title: string; countMax: number; killedMax: number; injuredMax: number };
  /** The months that its date touches, `YYYY-MM`, or `long`; none without a date. */
  months: string[];
  /** Copies without case and accents. */
  folded: { summary?: string };
  /** Its index words, `mark:stem`: `n` a name or title, `a` another name, `s` what was said or summed up, `t` a text. */
  words: string[];
  /** All tokens of its words as they stand, one line a text: what phrases are looked for in. */
  plain: string;
}

export interface ParticipantDocument {
  actor: string;
  role: ParticipantRole;
  status?: AttributionStatus;
}

export interface CasualtyDocument {
  kind: CasualtyKind;
  count: Quantity;
  group: CasualtyGroup;
  severity: Severity;
  later?: string;
  /** What became of them, without case and accents. */
  folded?: string;
  actor?: string;
}

export interface WeaponDocument {
  method: Method;
  count?: Quantity;
  outcome: Outcome;
  certain: boolean;
}

export interface IncidentLinkDocument {
  type: IncidentLinkType;
  incident: string;
}

/** What one article says of an incident; absent where it says nothing. */
export interface IncidentReportDocument
  extends Partial<
    Pick<
      IncidentDocument,
      | 'summary'
      | 'scope'
      | 'type'
      | 'methods'
      | 'weapons'
      | 'outcome'
      | 'count'
      | 'date'
      | 'location'
      | 'locationPrecision'
      | 'participants'
      | 'casualties'
      | 'partOf'
    >
  > {
  incident: string;
  title: string;
}
