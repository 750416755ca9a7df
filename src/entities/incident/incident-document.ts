import type {
  AttributionStatus,
  CasualtyGroup,
  CasualtyKind,
  Damage,
  Demographic,
  IncidentLinkType,
  IncidentScope,
  IncidentSubtype,
  IncidentType,
  LocationPrecision,
  Method,
  Occurrence,
  Outcome,
  ParticipantRole,
  PlaceRole,
  Severity,
  TargetKind,
} from '../../generated/schema.ts';
import type { DateSpan, FoldedName, GeoPoint, Quantity } from '../../query/values.ts';

/**
 * An incident as stored: what all articles say of it, combined, and the fields that indexes and orders need. An absent
 * value is an absent property, never null. All ids are slugs.
 */
export interface IncidentDocument {
  _id: string;
  title: string;
  summary?: string;
  /** The addresses of the same incident elsewhere, sorted. */
  sameAs: FoldedName[];
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
  /** By role, in enum order, then by location. `location` is not among those with the role SITE. */
  places: IncidentPlaceDocument[];
  /** By kind, in enum order, then by location and folded name. */
  targets: TargetDocument[];
  participants: ParticipantDocument[];
  /** By kind, in enum order; of each kind, those that are within others last. */
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
  targetActors: string[];
  /** The publishers of the articles that report it, each once, sorted by code units, at most 1,000. */
  publishers: string[];
  /** `ROLE location` of each place, and of its location with the role SITE, such as `ORIGIN mosul-dam`. */
  placeKeys: string[];
  /** `placeKeys`, and the same for the locations that contain each. */
  placesWithin: string[];
  /** The key of each target, such as `HOSPITAL gaza/al shifa`. */
  targetKeys: string[];
  /** The kinds of its targets, each once, in enum order. */
  targetKinds: TargetKind[];
  /** `METHOD/ordinal` of each weapon, such as `DRONE/0`. */
  weaponKeys: string[];
  /** `TYPE incident` of each link, such as `RESPONSE_TO us-strike`. */
  linkKeys: string[];
  /** The sums of its casualties of these kinds, except those within others; absent where nobody states any, and if it did not happen. */
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
   * Index words, `<mark><level>:<stem>`. The mark is `n` for the title, `s` for the summary, `t` for the name of a target.
   */
  words: string[];
  /** The folded tokens of title, summary and names of targets, unstemmed, in one line each. Phrases are matched against them. */
  plain: string;
  /** The keys by which its title is looked up while it is typed. */
  nameKeys: string[];
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
  demographic?: Demographic;
  /** Whether they are among those of the other entries of the kind. */
  within: boolean;
  severity: Severity;
  later?: string;
  /** `later` without case and accents. */
  folded?: string;
  actor?: string;
  /** Ids of statements, `article.statement`, sorted. */
  assertedBy: string[];
  deniedBy: string[];
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

export interface IncidentPlaceDocument {
  location: string;
  role: PlaceRole;
  precision: LocationPrecision;
}

export interface TargetDocument {
  kind: TargetKind;
  name?: string;
  /** The name without case and accents. */
  folded?: string;
  location?: string;
  damage: Damage;
  count?: Quantity;
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
      | 'places'
      | 'targets'
      | 'participants'
      | 'partOf'
    >
  > {
  incident: string;
  title: string;
  casualties?: CasualtyDocument[];
}
