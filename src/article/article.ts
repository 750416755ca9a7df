import type {
  ActorKind,
  AffiliationType,
  AttributionStatus,
  CasualtyGroup,
  CasualtyKind,
  IncidentLinkType,
  IncidentScope,
  IncidentType,
  LocationKind,
  LocationPrecision,
  Method,
  Outcome,
  ParticipantRole,
  Severity,
  SpeechMode,
  StatementLinkType,
  StatementType,
} from '../generated/schema.ts';

/**
 * One article in canonical form, as the parser hands it on and the store holds it: keys in the order of
 * `seed/article.schema.json`, no nulls, no `$schema`, every quantity, date and piece of evidence an object. A key is
 * there exactly when the file states it: `[]` is stated, null is not.
 */
export interface Article {
  /** A slug, as all ids here: `[a-z0-9-]{1,120}`. */
  id: string;
  version?: number;
  title?: string;
  url?: string;
  publisher?: string;
  language?: string;
  license?: string;
  citation?: string;
  /** A day, `YYYY-MM-DD`. */
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
  version?: number;
  retracted: true;
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
  title: string;
  summary?: string;
  scope?: IncidentScope;
  type?: IncidentType;
  methods?: Method[];
  weapons?: WeaponInput[];
  outcome?: Outcome;
  count?: QuantityInput;
  date?: DateInput;
  /** A location of the same article. */
  location?: string;
  /** Never without `location`. */
  locationPrecision?: LocationPrecision;
  participants?: ParticipantInput[];
  casualties?: CasualtyInput[];
  links?: IncidentLinkInput[];
  /** An incident of the same article. */
  partOf?: string;
  evidence?: EvidenceInput[];
}

export interface StatementInput {
  /** Without the article's id: `tehran-denies`. */
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
  evidence?: EvidenceInput[];
}

export interface CasualtyInput {
  kind: CasualtyKind;
  count?: QuantityInput;
  group?: CasualtyGroup;
  severity?: Severity;
  later?: string;
  actor?: string;
  evidence?: EvidenceInput[];
}

/** Never to the incident it stands in. */
export interface IncidentLinkInput {
  type: IncidentLinkType;
  incident: string;
  evidence?: EvidenceInput[];
}

/**
 * `statement` is always `article.statement`, for the article's own statements too, however the file wrote it. Another
 * article's statement need not exist; an own one does.
 */
export interface StatementLinkInput {
  type: StatementLinkType;
  statement: string;
}

/** Never to the actor it stands in. */
export interface AffiliationInput {
  type: AffiliationType;
  actor: string;
  title?: string;
  date?: DateInput;
  status?: AttributionStatus;
  /** Own statements, without the article's id, as in `deniedBy`. */
  assertedBy?: string[];
  deniedBy?: string[];
  evidence?: EvidenceInput[];
}

/** min ≤ best ≤ max. A file's `3` is `{ min: 3, max: 3 }`; without `max` it is open. */
export interface QuantityInput {
  min: number;
  max?: number;
  best?: number;
  original?: string;
}

/** `edtf` is one that `parseEdtf` takes. */
export interface DateInput {
  edtf: string;
  original?: string;
}

/** `quote` stands in the article's text; `occurrence` (from 1) is there exactly when it stands there several times. */
export interface EvidenceInput {
  quote: string;
  occurrence?: number;
}

export interface PointInput {
  latitude: number;
  longitude: number;
}
