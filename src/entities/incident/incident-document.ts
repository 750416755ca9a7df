import type {
  AttributionStatus,
  CasualtyGroup,
  CasualtyKind,
  IncidentLinkType,
  IncidentScope,
  IncidentSubtype,
  IncidentType,
  LocationPrecision,
  Method,
  Occurrence,
  Outcome,
  ParticipantRole,
  Severity,
} from '../../generated/schema.ts';
import type { DateSpan, GeoPoint, Quantity } from '../../query/values.ts';

/**
 * An incident as stored: what all articles say of it, combined, and the fields that indexes and orders need. An absent
 * value is an absent property, never null. All ids are slugs.
 */
export interface IncidentDocument {
  _id: string;
  title: string;
  summary?: string;
  scope: IncidentScope;
  type: IncidentType;
  subtype?: IncidentSubtype;
  occurrence: Occurrence;
  methods: Method[];
  weapons: WeaponDocument[];
  outcome: Outcome;
  /** Absent for an aggregate that nobody counts. */
  count?: Quantity;
  date?: DateSpan;
  location?: string;
  locationPrecision: LocationPrecision;
  participants: ParticipantDocument[];
  /** By kind, in enum order. */
  casualties: FoldedCasualtyDocument[];
  links: IncidentLinkDocument[];
  partOf?: string;
  /** The incident that articles say it is part of; only set if following it would close a cycle. */
  circularPartOf?: string;
  /** Its own id, then the incidents that it is part of, nearest first. */
  about: string[];
  /** Its location, then the locations that contain it, nearest first; empty without a location. */
  within: string[];
  /** The country of its location, or of the nearest location around it that has one. */
  country?: string;
  /** The point of its location. */
  point?: GeoPoint;
  /** Present if `point` is only the centre of an area. */
  area?: true;
  /** `ROLE actor` of each participant, such as `TARGET iran`. */
  participantKeys: string[];
  /** The actors of its participants, each once, sorted by code units. */
  actors: string[];
  /** Those of `actors` that are a perpetrator or a suspected one, unless that is denied. */
  perpetrators: string[];
  /** Those of `actors` that are a target or a victim. */
  targets: string[];
  /** The publishers of the articles that report it, each once, sorted by code units, at most 1,000. */
  publishers: string[];
  /** `METHOD/ordinal` of each weapon, such as `DRONE/0`. */
  weaponKeys: string[];
  /** `TYPE incident` of each link, such as `RESPONSE_TO us-strike`. */
  linkKeys: string[];
  /** The sums of its casualties of these kinds; absent where nobody states any, and if it did not happen. */
  killed?: Quantity;
  injured?: Quantity;
  publisherCount: number;
  counts: { participants: number; parts: number; statements: number; articles: number };
  /**
   * Sort keys of fields that do not sort as they are stored: absent days and subtypes are '', an absent count is -1, absent
   * casualties are 0, and an open maximum is 2^53 - 1.
   */
  order: {
    start: string;
    end: string;
    title: string;
    subtype: string;
    countMin: number;
    countMax: number;
    killedMin: number;
    killedMax: number;
    injuredMin: number;
    injuredMax: number;
  };
  /** The months that its date touches, `YYYY-MM`, or `long`; none without a date. */
  months: string[];
  /** Copies without case and accents. */
  folded: { summary?: string };
  /**
   * Index words, `mark:stem`. The mark is `n` for the title, `s` for the summary.
   */
  words: string[];
  /** The folded tokens of title and summary, unstemmed, in one line each. Phrases are matched against them. */
  plain: string;
}

export interface ParticipantDocument {
  actor: string;
  role: ParticipantRole;
  status?: AttributionStatus;
  side?: string;
  /** `side` in lower case. */
  folded?: string;
}

export interface CasualtyDocument {
  kind: CasualtyKind;
  count: Quantity;
  group: CasualtyGroup;
  severity: Severity;
  later?: string;
  /** `later` without case and accents. */
  folded?: string;
  actor?: string;
}

/** An entry that won, and the article that states it. */
export interface FoldedCasualtyDocument extends CasualtyDocument {
  article: string;
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

/** What one article says of an incident. A field that the article does not state is absent. */
export interface IncidentReportDocument
  extends Partial<
    Pick<
      IncidentDocument,
      | 'summary'
      | 'scope'
      | 'type'
      | 'subtype'
      | 'occurrence'
      | 'methods'
      | 'weapons'
      | 'outcome'
      | 'count'
      | 'date'
      | 'location'
      | 'locationPrecision'
      | 'participants'
      | 'partOf'
    >
  > {
  incident: string;
  title: string;
  casualties?: CasualtyDocument[];
}
