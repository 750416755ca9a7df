import type {
  ActorKind,
  AttributionStatus,
  Damage,
  IncidentSubtype,
  IncidentType,
  LocationPrecision,
  Method,
  Outcome,
  ParticipantRole,
  StatementType,
  TargetKind,
} from '../../generated/schema.ts';

/** What a code of another data set becomes. A field is absent if the code does not decide it. */
export interface CrosswalkEntry {
  /** The name of a numeric code, as in the codebook. */
  readonly name?: string;
  readonly type?: IncidentType;
  /** Belongs to `type`. */
  readonly subtype?: IncidentSubtype;
  readonly methods?: readonly Method[];
  readonly outcome?: Outcome;
  /** The type of a statement, of codes that stand for words rather than deeds. */
  readonly statementType?: StatementType;
  readonly actorKind?: ActorKind;
  readonly role?: ParticipantRole;
  /** The place or thing that was hit; absent of people, who are actors. */
  readonly targetKind?: TargetKind;
  readonly damage?: Damage;
  /** How certain the role of the perpetrator is. */
  readonly status?: AttributionStatus;
  readonly locationPrecision?: LocationPrecision;
  /** The form of the date. */
  readonly date?: 'a day' | 'an approximate day' | 'a month' | 'the columns date_start and date_end';
  /** Which information is lost or assumed, in sentences. */
  readonly lost?: string;
}

/** The entries of one column or table of a codebook, by code. */
export type Crosswalk = Readonly<Record<string, CrosswalkEntry>>;
