import type {
  ActorKind,
  AffiliationType,
  AttributionStatus,
  CasualtyGroup,
  CasualtyKind,
  Damage,
  Demographic,
  IncidentLinkType,
  IncidentScope,
  IncidentSubtype,
  IncidentType,
  LocationKind,
  LocationPrecision,
  Method,
  Occurrence,
  Outcome,
  ParticipantRole,
  PlaceRole,
  Severity,
  SpeechMode,
  StatementLinkType,
  StatementType,
  TargetKind,
} from '../../generated/schema.ts';

/**
 * An article in canonical form, as the parser returns it and the store keeps it: keys in the order of
 * `seed/article.schema.json`, no nulls, no `$schema`, and every quantity, date and piece of evidence an object. A key
 * is present if and only if the file states it. `[]` counts as stated, null does not.
 */
export interface Article {
  /** A slug, like all ids here: `[a-z0-9-]{1,120}`. */
  id: string;
  version?: number;
  title?: string;
  url?: string;
  publisher?: string;
  language?: string;
  license?: string;
  citation?: string;
  /** A day, `YYYY-MM-DD`, or a moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  published: string;
  text: string;
  locations?: LocationInput[];
  actors?: ActorInput[];
  incidents?: IncidentInput[];
  statements?: StatementInput[];
}

/** The withdrawal of an article. */
export interface Retraction {
  id: string;
  /** From 1; absent is 0. */
  version?: number;
  retracted: true;
}

/** A merge of two ids, in the place of an article. */
export interface MergeEntry {
  merge: {
    /** An id with its type, `Actor:tehran`. */
    from: string;
    /** Another id of the same type. */
    into: string;
  };
}

export interface LocationInput {
  id: string;
  name: string;
  aliases?: string[];
  kind?: LocationKind;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  point?: PointInput;
  /** A location of the same article. */
  partOf?: string;
  evidence?: EvidenceInput[];
}

export interface ActorInput {
  id: string;
  name: string;
  aliases?: string[];
  kind?: ActorKind;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  affiliations?: AffiliationInput[];
  evidence?: EvidenceInput[];
}

export interface IncidentInput {
  id: string;
  /** Whether the article only mentions it; then nothing but its evidence is stated. */
  mention?: boolean;
  /** Absent of a mention only. */
  title?: string;
  summary?: string;
  scope?: IncidentScope;
  type?: IncidentType;
  /** Belongs to `type`, and is never without it. */
  subtype?: IncidentSubtype;
  occurrence?: Occurrence;
  methods?: Method[];
  weapons?: WeaponInput[];
  outcome?: Outcome;
  count?: QuantityInput;
  date?: DateInput;
  /** A location of the same article. */
  location?: string;
  /** Never without `location`. */
  locationPrecision?: LocationPrecision;
  places?: IncidentPlaceInput[];
  targets?: TargetInput[];
  participants?: ParticipantInput[];
  casualties?: CasualtyInput[];
  links?: IncidentLinkInput[];
  /** An incident of the same article. */
  partOf?: string;
  evidence?: EvidenceInput[];
}

export interface StatementInput {
  /** The id without the article's: `tehran-denies`. */
  id: string;
  type: StatementType;
  text: string;
  quote?: string;
  mode?: SpeechMode;
  date?: DateInput;
  condition?: string;
  /** An actor of the same article, as is `onBehalfOf`. */
  speaker?: string;
  onBehalfOf?: string;
  incidents?: string[];
  actors?: string[];
  links?: StatementLinkInput[];
  evidence?: EvidenceInput[];
}

export interface WeaponInput {
  method: Method;
  count?: QuantityInput;
  outcome?: Outcome;
  certain?: boolean;
  evidence?: EvidenceInput[];
}

export interface ParticipantInput {
  actor: string;
  role: ParticipantRole;
  status?: AttributionStatus;
  /** A letter from A to Z. */
  side?: string;
  evidence?: EvidenceInput[];
}

export interface CasualtyInput {
  kind: CasualtyKind;
  count?: QuantityInput;
  group?: CasualtyGroup;
  demographic?: Demographic;
  within?: boolean;
  severity?: Severity;
  later?: string;
  actor?: string;
  /** Statements of the same article, without its id; `deniedBy` likewise. */
  assertedBy?: string[];
  deniedBy?: string[];
  evidence?: EvidenceInput[];
}

/** A place of the same article and its role. */
export interface IncidentPlaceInput {
  location: string;
  role: PlaceRole;
  precision?: LocationPrecision;
  evidence?: EvidenceInput[];
}

/** Something that was struck or aimed at. */
export interface TargetInput {
  kind: TargetKind;
  name?: string;
  /** A location of the same article. */
  location?: string;
  damage?: Damage;
  count?: QuantityInput;
  evidence?: EvidenceInput[];
}

/** A link to another incident. */
export interface IncidentLinkInput {
  type: IncidentLinkType;
  incident: string;
  evidence?: EvidenceInput[];
}

/**
 * A link to a statement. `statement` is always `article.statement`, even for a statement of the same article. A
 * statement of another article need not exist.
 */
export interface StatementLinkInput {
  type: StatementLinkType;
  statement: string;
}

/** An affiliation with another actor. */
export interface AffiliationInput {
  type: AffiliationType;
  actor: string;
  title?: string;
  date?: DateInput;
  status?: AttributionStatus;
  /** Statements of the same article, without its id; `deniedBy` likewise. */
  assertedBy?: string[];
  deniedBy?: string[];
  evidence?: EvidenceInput[];
}

/** An uncertain number, min ≤ best ≤ max. `3` in a file becomes `{ min: 3, max: 3 }`. Without `max` it is unbounded. */
export interface QuantityInput {
  min: number;
  max?: number;
  best?: number;
  original?: string;
}

/** A date. `parseEdtf` accepts `edtf`. */
export interface DateInput {
  edtf: string;
  original?: string;
}

/** A quote from the article's text. `occurrence`, from 1, is present if and only if the quote occurs several times. */
export interface EvidenceInput {
  quote: string;
  occurrence?: number;
}

export interface PointInput {
  latitude: number;
  longitude: number;
}
