import type { JsonText } from '../json-text.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { IncidentDocument } from '../incident/incident-document.ts';
import type { ActorDocument } from '../actor/actor-document.ts';
import type { StatementDocument, StatementLinkDocument } from '../statement/statement-document.ts';
import type { LocationDocument } from '../location/location-document.ts';
import type { ArticleDocument } from '../article/article-document.ts';
import type { ParticipantModel, CasualtyModel, WeaponModel, IncidentLinkModel } from '../incident/incident-parts.ts';
import type { ReportModel } from '../incident/report-loader.ts';
import type { ResponsibilityModel, ResponsibilityEntryModel } from '../incident/responsibility-loader.ts';
import type { AffiliationModel } from '../actor/actor-resolvers.ts';
import type { GroupModel } from '../graph/summary/groups.ts';
import type { BucketModel } from '../graph/summary/timeline.ts';
import type { SearchModel, SearchEdgeModel } from '../graph/search.ts';
import type { EvidenceModel } from '../article/evidence-loader.ts';
import type { IngestResultModel } from '../mutation/ingest-result.ts';
import type { Connection } from '../graph/connection.ts';
import type { GraphContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, written YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** A whole number from 0 upwards. */
  NonNegativeInt: { input: number; output: number; }
  /** A country as its ISO 3166-1 alpha-2 code, such as IQ. */
  CountryCode: { input: string; output: string; }
  /** One article as JSON, in the form that seed/article.schema.json describes. */
  ArticleInput: { input: JsonText; output: JsonText; }
};

/** How exactly a date is known. */
export const DatePrecision = {
  /** One day. */
  DAY: 'DAY',
  /** Some day of one month. */
  MONTH: 'MONTH',
  /** Some day of one year. */
  YEAR: 'YEAR',
  /** From one day to another. */
  RANGE: 'RANGE',
  /** Around that date; it may lie outside it. */
  APPROXIMATE: 'APPROXIMATE',
  /** A span without a known start or without a known end. */
  OPEN: 'OPEN'
} as const;

export type DatePrecision = typeof DatePrecision[keyof typeof DatePrecision];
/** Whether an incident is one event or a sum of several. */
export const IncidentScope = {
  /** One event. */
  EVENT: 'EVENT',
  /** Several events told as one, such as over 40 assaults. */
  AGGREGATE: 'AGGREGATE'
} as const;

export type IncidentScope = typeof IncidentScope[keyof typeof IncidentScope];
/** What kind of thing happened. */
export const IncidentType = {
  /** Armed sides fought each other. */
  BATTLE: 'BATTLE',
  /** An attack by explosives, drones, rockets or other means from afar. */
  EXPLOSION_REMOTE_VIOLENCE: 'EXPLOSION_REMOTE_VIOLENCE',
  /** An attack on civilians. */
  VIOLENCE_AGAINST_CIVILIANS: 'VIOLENCE_AGAINST_CIVILIANS',
  /** A peaceful demonstration. */
  PROTEST: 'PROTEST',
  /** A violent demonstration or mob. */
  RIOT: 'RIOT',
  /** A move that matters without violence of its own, such as an arrest or an agreement. */
  STRATEGIC_DEVELOPMENT: 'STRATEGIC_DEVELOPMENT',
  /** None of the other kinds, or not said. */
  OTHER: 'OTHER'
} as const;

export type IncidentType = typeof IncidentType[keyof typeof IncidentType];
/** By what means something was done. */
export const Method = {
  /** An improvised explosive device. */
  IED: 'IED',
  /** An unmanned aircraft. */
  DRONE: 'DRONE',
  /** A strike by manned or unspecified aircraft. */
  AIR_STRIKE: 'AIR_STRIKE',
  /** An unguided rocket. */
  ROCKET: 'ROCKET',
  /** A guided missile. */
  MISSILE: 'MISSILE',
  /** Artillery, mortars or tank fire. */
  SHELLING: 'SHELLING',
  /** A grenade. */
  GRENADE: 'GRENADE',
  /** A landmine. */
  LANDMINE: 'LANDMINE',
  /** Some other or unspecified explosive. */
  EXPLOSIVE: 'EXPLOSIVE',
  /** A bomb carried by an attacker who dies with it. */
  SUICIDE_BOMB: 'SUICIDE_BOMB',
  /** Rifles, pistols or machine guns. */
  SMALL_ARMS: 'SMALL_ARMS',
  /** Fire set on purpose. */
  ARSON: 'ARSON',
  /** People taken away by force. */
  ABDUCTION: 'ABDUCTION',
  /** A chemical agent. */
  CHEMICAL: 'CHEMICAL',
  /** An attack on computers or networks. */
  CYBER: 'CYBER',
  /** Blades, clubs or bare hands. */
  MELEE: 'MELEE',
  /** A vehicle used as a weapon. */
  VEHICLE: 'VEHICLE',
  /** A means that has no value of its own here. */
  OTHER: 'OTHER',
  /** A means that is not known. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type Method = typeof Method[keyof typeof Method];
/** How it ended. */
export const Outcome = {
  /** It reached its aim. */
  COMPLETED: 'COMPLETED',
  /** It reached its aim in part. */
  PARTIAL: 'PARTIAL',
  /** It was stopped on its way, such as a drone shot down. */
  INTERCEPTED: 'INTERCEPTED',
  /** It was carried out and missed its aim. */
  FAILED: 'FAILED',
  /** It was stopped before it was carried out. */
  FOILED: 'FOILED',
  /** It was only announced. */
  THREATENED: 'THREATENED',
  /** The articles do not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type Outcome = typeof Outcome[keyof typeof Outcome];
/** How the incident lies to its location. */
export const LocationPrecision = {
  /** At that place. */
  EXACT: 'EXACT',
  /** Near that place. */
  NEAR: 'NEAR',
  /** Somewhere in that area. */
  AREA: 'AREA',
  /** Somewhere in that country. */
  COUNTRY: 'COUNTRY',
  /** Somewhere in that region of several countries. */
  REGION: 'REGION',
  /** The articles do not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type LocationPrecision = typeof LocationPrecision[keyof typeof LocationPrecision];
/** What part an actor had in an incident. */
export const ParticipantRole = {
  /** Did it. */
  PERPETRATOR: 'PERPETRATOR',
  /** Is suspected of having done it. */
  SUSPECTED_PERPETRATOR: 'SUSPECTED_PERPETRATOR',
  /** Was aimed at. */
  TARGET: 'TARGET',
  /** Was hit. */
  VICTIM: 'VICTIM',
  /** Stopped it on its way. */
  INTERCEPTOR: 'INTERCEPTOR',
  /** Fought it off. */
  DEFENDER: 'DEFENDER',
  /** Stood behind those who did it. */
  SPONSOR: 'SPONSOR',
  /** Went between the sides. */
  MEDIATOR: 'MEDIATOR',
  /** Was there without a part in it. */
  BYSTANDER: 'BYSTANDER',
  /** Had some other part. */
  OTHER: 'OTHER'
} as const;

export type ParticipantRole = typeof ParticipantRole[keyof typeof ParticipantRole];
/** How sure it is that something is so. */
export const AttributionStatus = {
  /** The actor itself claims it. */
  CLAIMED: 'CLAIMED',
  /** Somebody says so. */
  ATTRIBUTED: 'ATTRIBUTED',
  /** It is suspected. */
  SUSPECTED: 'SUSPECTED',
  /** It is denied. */
  DENIED: 'DENIED',
  /** Some say so and some deny it. */
  DISPUTED: 'DISPUTED',
  /** It is confirmed. */
  CONFIRMED: 'CONFIRMED',
  /** Nobody has been named. */
  UNATTRIBUTED: 'UNATTRIBUTED'
} as const;

export type AttributionStatus = typeof AttributionStatus[keyof typeof AttributionStatus];
/** What happened to the people hit. */
export const CasualtyKind = {
  /** They died. */
  KILLED: 'KILLED',
  /** They were hurt. */
  INJURED: 'INJURED',
  /** They were taken prisoner or hostage. */
  CAPTURED: 'CAPTURED',
  /** They cannot be found. */
  MISSING: 'MISSING',
  /** They had to leave their homes. */
  DISPLACED: 'DISPLACED'
} as const;

export type CasualtyKind = typeof CasualtyKind[keyof typeof CasualtyKind];
/** Who the people hit were. */
export const CasualtyGroup = {
  /** Soldiers. */
  MILITARY: 'MILITARY',
  /** Police. */
  POLICE: 'POLICE',
  /** Civilians. */
  CIVILIAN: 'CIVILIAN',
  /** Contractors. */
  CONTRACTOR: 'CONTRACTOR',
  /** Aid workers. */
  AID_WORKER: 'AID_WORKER',
  /** Journalists. */
  JOURNALIST: 'JOURNALIST',
  /** The attackers themselves. */
  ATTACKER: 'ATTACKER',
  /** The articles do not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type CasualtyGroup = typeof CasualtyGroup[keyof typeof CasualtyGroup];
/** How badly people were hurt. */
export const Severity = {
  /** Lightly. */
  MINOR: 'MINOR',
  /** Seriously. */
  SERIOUS: 'SERIOUS',
  /** Life was in danger. */
  CRITICAL: 'CRITICAL',
  /** The articles do not say. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type Severity = typeof Severity[keyof typeof Severity];
/** How one incident relates to another. */
export const IncidentLinkType = {
  /** It answers the other incident. */
  RESPONSE_TO: 'RESPONSE_TO',
  /** It takes revenge for the other incident. */
  RETALIATION_FOR: 'RETALIATION_FOR',
  /** It came after the other incident, and the article connects them. */
  FOLLOWS: 'FOLLOWS',
  /** It is the background of the other incident. */
  CONTEXT_OF: 'CONTEXT_OF'
} as const;

export type IncidentLinkType = typeof IncidentLinkType[keyof typeof IncidentLinkType];
/** What kind of actor it is. */
export const ActorKind = {
  /** One person. */
  PERSON: 'PERSON',
  /** A state. */
  STATE: 'STATE',
  /** A government or a part of one. */
  GOVERNMENT: 'GOVERNMENT',
  /** Armed forces or a part of them. */
  MILITARY: 'MILITARY',
  /** A police force. */
  POLICE: 'POLICE',
  /** An armed group that is not a state. */
  ARMED_GROUP: 'ARMED_GROUP',
  /** Several states or groups acting together. */
  COALITION: 'COALITION',
  /** Another organization. */
  ORGANIZATION: 'ORGANIZATION',
  /** A political party. */
  POLITICAL_PARTY: 'POLITICAL_PARTY',
  /** A news outlet. */
  MEDIA: 'MEDIA',
  /** A loose set of people or groups named together. */
  COLLECTIVE: 'COLLECTIVE',
  /** Nobody has said who it is. */
  UNIDENTIFIED: 'UNIDENTIFIED'
} as const;

export type ActorKind = typeof ActorKind[keyof typeof ActorKind];
/** How one actor belongs to, or stands to, another. */
export const AffiliationType = {
  /** Holds an office of the other. */
  HOLDS_OFFICE: 'HOLDS_OFFICE',
  /** Is a member of the other. */
  MEMBER_OF: 'MEMBER_OF',
  /** Is a part of the other. */
  PART_OF: 'PART_OF',
  /** Commands the other. */
  COMMANDS: 'COMMANDS',
  /** Leads the other. */
  LEADS: 'LEADS',
  /** Speaks for the other. */
  SPOKESPERSON_OF: 'SPOKESPERSON_OF',
  /** Is backed by the other. */
  BACKED_BY: 'BACKED_BY',
  /** Is allied with the other. */
  ALLIED_WITH: 'ALLIED_WITH',
  /** Opposes the other. */
  OPPOSES: 'OPPOSES'
} as const;

export type AffiliationType = typeof AffiliationType[keyof typeof AffiliationType];
/** What a statement does. */
export const StatementType = {
  /** Says: we did it. */
  CLAIM_OF_RESPONSIBILITY: 'CLAIM_OF_RESPONSIBILITY',
  /** Says: we did not do it. */
  DENIAL_OF_RESPONSIBILITY: 'DENIAL_OF_RESPONSIBILITY',
  /** Says: we do not direct those who did it. */
  DENIAL_OF_CONTROL: 'DENIAL_OF_CONTROL',
  /** Says who did it. */
  ATTRIBUTION: 'ATTRIBUTION',
  /** Blames somebody for it. */
  ACCUSATION: 'ACCUSATION',
  /** Condemns it. */
  CONDEMNATION: 'CONDEMNATION',
  /** Warns of what may come. */
  WARNING: 'WARNING',
  /** Threatens. */
  THREAT: 'THREAT',
  /** Announces more of it. */
  INTENT_TO_CONTINUE: 'INTENT_TO_CONTINUE',
  /** Demands something. */
  DEMAND: 'DEMAND',
  /** Asks for something. */
  APPEAL: 'APPEAL',
  /** Reassures. */
  REASSURANCE: 'REASSURANCE',
  /** Confirms that it happened. */
  CONFIRMATION: 'CONFIRMATION',
  /** Promises something. */
  PLEDGE: 'PLEDGE',
  /** Expresses sympathy. */
  SYMPATHY: 'SYMPATHY',
  /** Reports what happened. */
  REPORT: 'REPORT',
  /** Comments in some other way. */
  COMMENT: 'COMMENT'
} as const;

export type StatementType = typeof StatementType[keyof typeof StatementType];
/** In whose words a statement is given. */
export const SpeechMode = {
  /** In the words of the speaker. */
  DIRECT_QUOTE: 'DIRECT_QUOTE',
  /** As indirect speech. */
  INDIRECT: 'INDIRECT',
  /** In the words of the article. */
  PARAPHRASE: 'PARAPHRASE',
  /** As the voice of several speakers at once. */
  COLLECTIVE: 'COLLECTIVE'
} as const;

export type SpeechMode = typeof SpeechMode[keyof typeof SpeechMode];
/** How one statement relates to another. */
export const StatementLinkType = {
  /** It says again what the other says. */
  ECHOES: 'ECHOES',
  /** It backs what the other says. */
  SUPPORTS: 'SUPPORTS',
  /** The two cannot both be true; it answers from both ends. */
  CONTRADICTS: 'CONTRADICTS',
  /** It answers the other. */
  RESPONDS_TO: 'RESPONDS_TO',
  /** It takes the other back. */
  RETRACTS: 'RETRACTS',
  /** It explains the other. */
  CLARIFIES: 'CLARIFIES',
  /** Both were said in one breath; it answers from both ends. */
  SAME_UTTERANCE: 'SAME_UTTERANCE'
} as const;

export type StatementLinkType = typeof StatementLinkType[keyof typeof StatementLinkType];
/** What kind of place it is. */
export const LocationKind = {
  /** A region of several countries, or one without borders of its own. */
  REGION: 'REGION',
  /** A country. */
  COUNTRY: 'COUNTRY',
  /** A province, governorate or state. */
  ADMIN1: 'ADMIN1',
  /** A district or county. */
  ADMIN2: 'ADMIN2',
  /** A city. */
  CITY: 'CITY',
  /** A town or village. */
  SETTLEMENT: 'SETTLEMENT',
  /** A part of a city. */
  NEIGHBOURHOOD: 'NEIGHBOURHOOD',
  /** A military base. */
  MILITARY_BASE: 'MILITARY_BASE',
  /** A dam, bridge, airport, pipeline or the like. */
  INFRASTRUCTURE: 'INFRASTRUCTURE',
  /** A building or site that people know. */
  LANDMARK: 'LANDMARK',
  /** A sea, river or lake. */
  WATER: 'WATER',
  /** An area along a border. */
  BORDER_AREA: 'BORDER_AREA',
  /** None of the other kinds, or not said. */
  OTHER: 'OTHER'
} as const;

export type LocationKind = typeof LocationKind[keyof typeof LocationKind];
/** The types that search finds and ingestion changes. */
export const SearchType = {
  /** Incidents. */
  INCIDENT: 'INCIDENT',
  /** Actors. */
  ACTOR: 'ACTOR',
  /** Statements. */
  STATEMENT: 'STATEMENT',
  /** Locations. */
  LOCATION: 'LOCATION',
  /** Articles. */
  ARTICLE: 'ARTICLE'
} as const;

export type SearchType = typeof SearchType[keyof typeof SearchType];
/** How wide the buckets of a timeline are. */
export const Interval = {
  /** One day. */
  DAY: 'DAY',
  /** Monday to Sunday. */
  WEEK: 'WEEK',
  /** One calendar month. */
  MONTH: 'MONTH',
  /** Three calendar months, from January, April, July or October. */
  QUARTER: 'QUARTER',
  /** One calendar year. */
  YEAR: 'YEAR'
} as const;

export type Interval = typeof Interval[keyof typeof Interval];
/** Which way to sort. */
export const OrderDirection = {
  /** Lowest, earliest or A first; absent values come first. */
  ASC: 'ASC',
  /** Highest, latest or Z first; absent values come last. */
  DESC: 'DESC'
} as const;

export type OrderDirection = typeof OrderDirection[keyof typeof OrderDirection];
/** Anything that has an id of its own. */
export type Node = {
  /** The stable id: type, colon, slug, such as Location:mosul-dam. */
  id: Scalars['ID']['output'];
  /** What to call it on a screen. */
  label: Scalars['String']['output'];
};

/** When something happened, as exactly as the sources say; an unknown date is null, not a span. */
export type DateSpan = {
  __typename?: 'DateSpan';
  /** The earliest possible day; null where the span is open. */
  start?: Maybe<Scalars['Date']['output']>;
  /** The latest possible day; null where the span is open. */
  end?: Maybe<Scalars['Date']['output']>;
  /** How exactly the date is known. */
  precision: DatePrecision;
  /** The date in the Extended Date/Time Format, ISO 8601-2, such as 2023-11 or 2023-10-26/... */
  edtf: Scalars['String']['output'];
  /** The words of the source, such as Thursday. */
  original?: Maybe<Scalars['String']['output']>;
};

/** A number as the sources give it: 3 is min 3 and max 3, 'over 40' is min 41 and no max. */
export type Quantity = {
  __typename?: 'Quantity';
  /** The least it can be. */
  min: Scalars['NonNegativeInt']['output'];
  /** The most it can be; null where nobody gives an upper end. */
  max?: Maybe<Scalars['NonNegativeInt']['output']>;
  /** The best estimate between the two, where a source gives one. */
  best?: Maybe<Scalars['NonNegativeInt']['output']>;
  /** The words of the source, such as over 40. */
  original?: Maybe<Scalars['String']['output']>;
};

/** The words of an article that say so: Article.text.slice(start, end) is the quote, counted in UTF-16 code units. */
export type Evidence = {
  __typename?: 'Evidence';
  /** The article that says so. */
  article: Article;
  /** The thing that these words are about. */
  supports: Node;
  /** The words, to the letter; null, as prefix and suffix, to clients whom the text is not for. */
  quote?: Maybe<Scalars['String']['output']>;
  /** Where the words begin in the text of the article. */
  start: Scalars['NonNegativeInt']['output'];
  /** Where the words end in the text of the article; the first code unit behind them. */
  end: Scalars['NonNegativeInt']['output'];
  /** Up to 32 code units of text in front of the words. */
  prefix?: Maybe<Scalars['String']['output']>;
  /** Up to 32 code units of text behind the words. */
  suffix?: Maybe<Scalars['String']['output']>;
};

/** A position on the earth, in degrees (WGS 84). */
export type Point = {
  __typename?: 'Point';
  /** Degrees north of the equator, -90 to 90. */
  latitude: Scalars['Float']['output'];
  /** Degrees east of Greenwich, -180 to 180. */
  longitude: Scalars['Float']['output'];
};

/** The smallest box around what has a place; west is greater than east where it crosses the antimeridian. */
export type Bounds = {
  __typename?: 'Bounds';
  /** The lowest latitude. */
  south: Scalars['Float']['output'];
  /** The western edge. */
  west: Scalars['Float']['output'];
  /** The highest latitude. */
  north: Scalars['Float']['output'];
  /** The eastern edge. */
  east: Scalars['Float']['output'];
};

/** An actor in its part in an incident. */
export type Participant = {
  __typename?: 'Participant';
  /** Who. */
  actor: Actor;
  /** In what part. */
  role: ParticipantRole;
  /** How sure it is; null where no article says. */
  status?: Maybe<AttributionStatus>;
  /** The words that say so, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** An actor in its part in an incident. */
export type ParticipantevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** People who were hit. */
export type Casualty = {
  __typename?: 'Casualty';
  /** What happened to them. */
  kind: CasualtyKind;
  /** How many; at least one where no article gives a number. */
  count: Quantity;
  /** Who they were. */
  group: CasualtyGroup;
  /** How badly they were hurt. */
  severity: Severity;
  /** What became of them, such as returned to duty. */
  later?: Maybe<Scalars['String']['output']>;
  /** The actor they belonged to. */
  actor?: Maybe<Actor>;
  /** The words that say so, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** People who were hit. */
export type CasualtyevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A means used, or said to have been used. */
export type Weapon = {
  __typename?: 'Weapon';
  /** What it was. */
  method: Method;
  /** How many; null where no article says. */
  count?: Maybe<Quantity>;
  /** What became of it, such as INTERCEPTED. */
  outcome: Outcome;
  /** Whether the articles are sure of it. */
  certain: Scalars['Boolean']['output'];
  /** The words that say so, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** A means used, or said to have been used. */
export type WeaponevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What connects one incident to another. */
export type IncidentLink = {
  __typename?: 'IncidentLink';
  /** How the first relates to the second: A RESPONSE_TO B means that A responds to B. */
  type: IncidentLinkType;
  /** The second incident. */
  incident: Incident;
  /** The words that say so, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** What connects one incident to another. */
export type IncidentLinkevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What connects one statement to another. */
export type StatementLink = {
  __typename?: 'StatementLink';
  /** How the first relates to the second. */
  type: StatementLinkType;
  /** The second statement. */
  statement: Statement;
};

/** What connects one actor to another, and who says or denies so. */
export type Affiliation = {
  __typename?: 'Affiliation';
  /** How the first stands to the second. */
  type: AffiliationType;
  /** The second actor. */
  actor: Actor;
  /** The office or rank, such as Foreign Minister. */
  title?: Maybe<Scalars['String']['output']>;
  /** When it held. */
  date?: Maybe<DateSpan>;
  /** How sure it is; null where nobody asserts or denies it. */
  status?: Maybe<AttributionStatus>;
  /** The statements that assert it. */
  assertedBy: Array<Statement>;
  /** The statements that deny it. */
  deniedBy: Array<Statement>;
  /** The words that say so, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** What connects one actor to another, and who says or denies so. */
export type AffiliationevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** An actor and its newest statement that says so. */
export type ResponsibilityEntry = {
  __typename?: 'ResponsibilityEntry';
  /** Who claims, denies or is named. */
  actor: Actor;
  /** The newest statement that says so. */
  statement: Statement;
};

/** Who claims an incident, who denies it, and to whom others attribute it. */
export type Responsibility = {
  __typename?: 'Responsibility';
  /** Those who say that they did it, newest statement first. */
  claimedBy: Array<ResponsibilityEntry>;
  /** Those who say that they did not do it, newest statement first. */
  deniedBy: Array<ResponsibilityEntry>;
  /** Those whom others name or accuse, newest statement first. */
  attributedTo: Array<ResponsibilityEntry>;
};


/** Who claims an incident, who denies it, and to whom others attribute it. */
export type ResponsibilityclaimedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Who claims an incident, who denies it, and to whom others attribute it. */
export type ResponsibilitydeniedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Who claims an incident, who denies it, and to whom others attribute it. */
export type ResponsibilityattributedToArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What one article says about an incident; null where it says nothing. */
export type IncidentReport = {
  __typename?: 'IncidentReport';
  /** The article. */
  article: Article;
  /** What it calls the incident. */
  title?: Maybe<Scalars['String']['output']>;
  /** Its summary. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Whether it tells one event or several. */
  scope?: Maybe<IncidentScope>;
  /** The kind of incident. */
  type?: Maybe<IncidentType>;
  /** The means that it names. */
  methods?: Maybe<Array<Method>>;
  /** The weapons that it names. */
  weapons?: Maybe<Array<Weapon>>;
  /** How it says that the incident ended. */
  outcome?: Maybe<Outcome>;
  /** How many events it counts. */
  count?: Maybe<Quantity>;
  /** When it says that the incident happened. */
  date?: Maybe<DateSpan>;
  /** Where it says that the incident happened. */
  location?: Maybe<Location>;
  /** How the incident lies to that location. */
  locationPrecision?: Maybe<LocationPrecision>;
  /** Who it says took part. */
  participants?: Maybe<Array<Participant>>;
  /** The casualties that it gives. */
  casualties?: Maybe<Array<Casualty>>;
  /** What it says that the incident is part of. */
  partOf?: Maybe<Incident>;
};

/** Something that happened, or that was threatened or foiled: one event, or several told as one. */
export type Incident = Node & {
  __typename?: 'Incident';
  /** The stable id, such as Incident:convoy-mosul-dam-2023-11-09. */
  id: Scalars['ID']['output'];
  /** The title. */
  label: Scalars['String']['output'];
  /** What the incident is called. */
  title: Scalars['String']['output'];
  /** What happened, in a few sentences. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Whether it is one event or several told as one. */
  scope: IncidentScope;
  /** What kind of incident it is. */
  type: IncidentType;
  /** By what means it was done, those of the weapons included. */
  methods: Array<Method>;
  /** The means used, with how many, how sure, and what became of them. */
  weapons: Array<Weapon>;
  /** How it ended. */
  outcome: Outcome;
  /** How many events it stands for: 1 for an event, at least 2 for an aggregate where nobody says. */
  count: Quantity;
  /** When it happened; null where no article says. */
  date?: Maybe<DateSpan>;
  /** Where it happened; null where no article says. */
  location?: Maybe<Location>;
  /** How it lies to its location. */
  locationPrecision: LocationPrecision;
  /** Who took part, in which role. */
  participants: Array<Participant>;
  /** Who was hit. */
  casualties: Array<Casualty>;
  /** How it relates to other incidents. */
  links: Array<IncidentLink>;
  /** The incidents that link to this one. */
  linkedFrom?: Maybe<IncidentConnection>;
  /** The larger incident that it is part of. */
  partOf?: Maybe<Incident>;
  /** The incidents that are part of this one, children only. */
  parts?: Maybe<IncidentConnection>;
  /** What was said about it. */
  statements?: Maybe<StatementConnection>;
  /** The articles that tell of it. */
  articles?: Maybe<ArticleConnection>;
  /** Who claims it, who denies it, and to whom it is attributed, over its statements and those about what it is part of. */
  responsibility: Responsibility;
  /** What each article says of it, side by side, newest article first. */
  reports: Array<IncidentReport>;
  /** The words that say that it happened, newest article first, then in text order; its parts carry their own. */
  evidence: Array<Evidence>;
  /** How many publishers tell of it; unknown publishers count as one. */
  publisherCount: Scalars['NonNegativeInt']['output'];
};


/** Something that happened, or that was threatened or foiled: one event, or several told as one. */
export type IncidentparticipantsArgs = {
  role?: InputMaybe<Array<ParticipantRole>>;
};


/** Something that happened, or that was threatened or foiled: one event, or several told as one. */
export type IncidentlinksArgs = {
  type?: InputMaybe<Array<IncidentLinkType>>;
};


/** Something that happened, or that was threatened or foiled: one event, or several told as one. */
export type IncidentlinkedFromArgs = {
  type?: InputMaybe<Array<IncidentLinkType>>;
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that happened, or that was threatened or foiled: one event, or several told as one. */
export type IncidentpartsArgs = {
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that happened, or that was threatened or foiled: one event, or several told as one. */
export type IncidentstatementsArgs = {
  includeWhole?: InputMaybe<Scalars['Boolean']['input']>;
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that happened, or that was threatened or foiled: one event, or several told as one. */
export type IncidentarticlesArgs = {
  where?: InputMaybe<ArticleWhere>;
  orderBy?: InputMaybe<Array<ArticleOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that happened, or that was threatened or foiled: one event, or several told as one. */
export type IncidentreportsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Something that happened, or that was threatened or foiled: one event, or several told as one. */
export type IncidentevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A person, state, group or organization that acts, is hit, or speaks. */
export type Actor = Node & {
  __typename?: 'Actor';
  /** The stable id, such as Actor:iran. */
  id: Scalars['ID']['output'];
  /** The name. */
  label: Scalars['String']['output'];
  /** What the actor is called. */
  name: Scalars['String']['output'];
  /** Other names for it. */
  aliases: Array<Scalars['String']['output']>;
  /** What kind of actor it is. */
  kind: ActorKind;
  /** The country it belongs to, as an ISO code. */
  country?: Maybe<Scalars['CountryCode']['output']>;
  /** How it stands to other actors. */
  affiliations: Array<Affiliation>;
  /** The actors that are members or parts of this one. */
  members?: Maybe<ActorConnection>;
  /** The incidents that it took part in. */
  incidents?: Maybe<IncidentConnection>;
  /** What it said, or what was said on its behalf. */
  statements?: Maybe<StatementConnection>;
  /** What was said about it. */
  statementsAbout?: Maybe<StatementConnection>;
  /** The articles that name it. */
  articles?: Maybe<ArticleConnection>;
  /** The words that name it, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** A person, state, group or organization that acts, is hit, or speaks. */
export type ActoraffiliationsArgs = {
  type?: InputMaybe<Array<AffiliationType>>;
};


/** A person, state, group or organization that acts, is hit, or speaks. */
export type ActormembersArgs = {
  where?: InputMaybe<ActorWhere>;
  orderBy?: InputMaybe<Array<ActorOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person, state, group or organization that acts, is hit, or speaks. */
export type ActorincidentsArgs = {
  role?: InputMaybe<Array<ParticipantRole>>;
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person, state, group or organization that acts, is hit, or speaks. */
export type ActorstatementsArgs = {
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person, state, group or organization that acts, is hit, or speaks. */
export type ActorstatementsAboutArgs = {
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person, state, group or organization that acts, is hit, or speaks. */
export type ActorarticlesArgs = {
  where?: InputMaybe<ArticleWhere>;
  orderBy?: InputMaybe<Array<ArticleOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person, state, group or organization that acts, is hit, or speaks. */
export type ActorevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What somebody said, in one article. */
export type Statement = Node & {
  __typename?: 'Statement';
  /** The stable id, with the slug of its article, such as Statement:us-troops-iraq-2023-11-12.tehran-denies. */
  id: Scalars['ID']['output'];
  /** The first words of the statement, at most 80 characters. */
  label: Scalars['String']['output'];
  /** What the statement does. */
  type: StatementType;
  /** What was said. */
  text: Scalars['String']['output'];
  /** The words of the speaker, where the article quotes them. */
  quote?: Maybe<Scalars['String']['output']>;
  /** In whose words it is given; null where not said. */
  mode?: Maybe<SpeechMode>;
  /** When it was said; null where the article does not say. */
  date?: Maybe<DateSpan>;
  /** The condition that the statement makes, such as as long as the support continues. */
  condition?: Maybe<Scalars['String']['output']>;
  /** Who said it; null where unnamed, or where the article speaks in its own voice. */
  speaker?: Maybe<Actor>;
  /** For whom it was said. */
  onBehalfOf?: Maybe<Actor>;
  /** The incidents that the statement names. */
  incidents?: Maybe<IncidentConnection>;
  /** Those whom the statement is about. */
  actors?: Maybe<ActorConnection>;
  /** How it relates to other statements. */
  links: Array<StatementLink>;
  /** The statements that link to this one. */
  linkedFrom?: Maybe<StatementConnection>;
  /** The article that carries it. */
  article: Article;
  /** The words of the article that give it, in text order. */
  evidence: Array<Evidence>;
};


/** What somebody said, in one article. */
export type StatementincidentsArgs = {
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What somebody said, in one article. */
export type StatementactorsArgs = {
  where?: InputMaybe<ActorWhere>;
  orderBy?: InputMaybe<Array<ActorOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What somebody said, in one article. */
export type StatementlinksArgs = {
  type?: InputMaybe<Array<StatementLinkType>>;
};


/** What somebody said, in one article. */
export type StatementlinkedFromArgs = {
  type?: InputMaybe<Array<StatementLinkType>>;
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A place, from a building to a region. */
export type Location = Node & {
  __typename?: 'Location';
  /** The stable id, such as Location:mosul-dam. */
  id: Scalars['ID']['output'];
  /** The name. */
  label: Scalars['String']['output'];
  /** What the place is called. */
  name: Scalars['String']['output'];
  /** Other names for it. */
  aliases: Array<Scalars['String']['output']>;
  /** What kind of place it is. */
  kind: LocationKind;
  /** The country it lies in, as an ISO code. */
  country?: Maybe<Scalars['CountryCode']['output']>;
  /** Its position; the centre where it is an area. */
  point?: Maybe<Point>;
  /** The larger place that it lies in. */
  partOf?: Maybe<Location>;
  /** All places that it lies in, nearest first. */
  ancestors: Array<Location>;
  /** The places that lie directly in this one. */
  contains?: Maybe<LocationConnection>;
  /** What happened here. */
  incidents?: Maybe<IncidentConnection>;
  /** The articles that name it. */
  articles?: Maybe<ArticleConnection>;
  /** The words that name it, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** A place, from a building to a region. */
export type LocationcontainsArgs = {
  where?: InputMaybe<LocationWhere>;
  orderBy?: InputMaybe<Array<LocationOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A place, from a building to a region. */
export type LocationincidentsArgs = {
  includeContained?: InputMaybe<Scalars['Boolean']['input']>;
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A place, from a building to a region. */
export type LocationarticlesArgs = {
  where?: InputMaybe<ArticleWhere>;
  orderBy?: InputMaybe<Array<ArticleOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A place, from a building to a region. */
export type LocationevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A published text that tells of incidents. */
export type Article = Node & {
  __typename?: 'Article';
  /** The stable id, such as Article:us-troops-iraq-2023-11-12. */
  id: Scalars['ID']['output'];
  /** The title. */
  label: Scalars['String']['output'];
  /** The headline, or the first words of the text where there is none. */
  title: Scalars['String']['output'];
  /** Where it was published. */
  url?: Maybe<Scalars['String']['output']>;
  /** Who published it. */
  publisher?: Maybe<Scalars['String']['output']>;
  /** Its language, as a BCP 47 tag such as en. */
  language?: Maybe<Scalars['String']['output']>;
  /** Under which licence it may be used. */
  license?: Maybe<Scalars['String']['output']>;
  /** How to cite it. */
  citation?: Maybe<Scalars['String']['output']>;
  /** The day on which it was published. */
  published: Scalars['Date']['output'];
  /** The whole text; null to clients whom it is not for. */
  text?: Maybe<Scalars['String']['output']>;
  /** The incidents that it tells of. */
  incidents?: Maybe<IncidentConnection>;
  /** The statements that it carries. */
  statements?: Maybe<StatementConnection>;
  /** The actors that it names. */
  actors?: Maybe<ActorConnection>;
  /** The places that it names. */
  locations?: Maybe<LocationConnection>;
  /** All spans of its text that support something, in text order. */
  evidence: Array<Evidence>;
};


/** A published text that tells of incidents. */
export type ArticleincidentsArgs = {
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A published text that tells of incidents. */
export type ArticlestatementsArgs = {
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A published text that tells of incidents. */
export type ArticleactorsArgs = {
  where?: InputMaybe<ActorWhere>;
  orderBy?: InputMaybe<Array<ActorOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A published text that tells of incidents. */
export type ArticlelocationsArgs = {
  where?: InputMaybe<LocationWhere>;
  orderBy?: InputMaybe<Array<LocationOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Where a page lies in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether more items follow. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether items come before. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item; null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** The cursor of the last item; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** A list of incidents, a page at a time. */
export type IncidentConnection = {
  __typename?: 'IncidentConnection';
  /** The incidents of this page with their cursors. */
  edges: Array<IncidentEdge>;
  /** The incidents of this page. */
  nodes: Array<Incident>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
  /** How many incidents there are in all, whatever the page. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** All incidents of the list counted by something, largest group first, whatever the page. */
  groups?: Maybe<Array<IncidentGroup>>;
  /** All incidents of the list counted over time, whatever the page; buckets without any are there too. */
  timeline?: Maybe<Array<TimelineBucket>>;
  /** The smallest box around all incidents of the list that have a place; null when none has. */
  bounds?: Maybe<Bounds>;
};


/** A list of incidents, a page at a time. */
export type IncidentConnectiongroupsArgs = {
  by: IncidentGroupBy;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A list of incidents, a page at a time. */
export type IncidentConnectiontimelineArgs = {
  interval: Interval;
};

/** One of the incidents in a list. */
export type IncidentEdge = {
  __typename?: 'IncidentEdge';
  /** Its place in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Incident;
};

/** Incidents that have something in common. */
export type IncidentGroup = {
  __typename?: 'IncidentGroup';
  /** The enum value, the id of the node, the ISO code or the word. */
  key: Scalars['String']['output'];
  /** What to call the group on a screen. */
  label: Scalars['String']['output'];
  /** The thing that the group stands for; null where it is a value. */
  node?: Maybe<Node>;
  /** How many incidents are in the group; one may be in several groups. */
  count: Scalars['Int']['output'];
  /** How many were killed, where anybody says; aggregates whose parts are stored are left out. */
  killed: Quantity;
  /** How many were injured, where anybody says; aggregates whose parts are stored are left out. */
  injured: Quantity;
};

/** What incidents can be grouped by. */
export const IncidentGroupBy = {
  /** By incident type. */
  TYPE: 'TYPE',
  /** By outcome. */
  OUTCOME: 'OUTCOME',
  /** By method. */
  METHOD: 'METHOD',
  /** By any actor that took part. */
  ACTOR: 'ACTOR',
  /** By perpetrator, suspected ones included. */
  PERPETRATOR: 'PERPETRATOR',
  /** By target, victims included. */
  TARGET: 'TARGET',
  /** By location. */
  LOCATION: 'LOCATION',
  /** By country of the location. */
  COUNTRY: 'COUNTRY',
  /** By publisher of the articles. */
  PUBLISHER: 'PUBLISHER'
} as const;

export type IncidentGroupBy = typeof IncidentGroupBy[keyof typeof IncidentGroupBy];
/** A list of actors, a page at a time. */
export type ActorConnection = {
  __typename?: 'ActorConnection';
  /** The actors of this page with their cursors. */
  edges: Array<ActorEdge>;
  /** The actors of this page. */
  nodes: Array<Actor>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
  /** How many actors there are in all, whatever the page. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** All actors of the list counted by something, largest group first, whatever the page. */
  groups?: Maybe<Array<ActorGroup>>;
};


/** A list of actors, a page at a time. */
export type ActorConnectiongroupsArgs = {
  by: ActorGroupBy;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One of the actors in a list. */
export type ActorEdge = {
  __typename?: 'ActorEdge';
  /** Its place in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Actor;
};

/** Actors that have something in common. */
export type ActorGroup = {
  __typename?: 'ActorGroup';
  /** The enum value, the id of the node, the ISO code or the word. */
  key: Scalars['String']['output'];
  /** What to call the group on a screen. */
  label: Scalars['String']['output'];
  /** The thing that the group stands for; null where it is a value. */
  node?: Maybe<Node>;
  /** How many actors are in the group; one may be in several groups. */
  count: Scalars['Int']['output'];
};

/** What actors can be grouped by. */
export const ActorGroupBy = {
  /** By kind of actor. */
  KIND: 'KIND',
  /** By country. */
  COUNTRY: 'COUNTRY'
} as const;

export type ActorGroupBy = typeof ActorGroupBy[keyof typeof ActorGroupBy];
/** A list of statements, a page at a time. */
export type StatementConnection = {
  __typename?: 'StatementConnection';
  /** The statements of this page with their cursors. */
  edges: Array<StatementEdge>;
  /** The statements of this page. */
  nodes: Array<Statement>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
  /** How many statements there are in all, whatever the page. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** All statements of the list counted by something, largest group first, whatever the page. */
  groups?: Maybe<Array<StatementGroup>>;
  /** All statements of the list counted over time, whatever the page; buckets without any are there too. */
  timeline?: Maybe<Array<TimelineBucket>>;
};


/** A list of statements, a page at a time. */
export type StatementConnectiongroupsArgs = {
  by: StatementGroupBy;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A list of statements, a page at a time. */
export type StatementConnectiontimelineArgs = {
  interval: Interval;
};

/** One of the statements in a list. */
export type StatementEdge = {
  __typename?: 'StatementEdge';
  /** Its place in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Statement;
};

/** Statements that have something in common. */
export type StatementGroup = {
  __typename?: 'StatementGroup';
  /** The enum value, the id of the node, the ISO code or the word. */
  key: Scalars['String']['output'];
  /** What to call the group on a screen. */
  label: Scalars['String']['output'];
  /** The thing that the group stands for; null where it is a value. */
  node?: Maybe<Node>;
  /** How many statements are in the group; one may be in several groups. */
  count: Scalars['Int']['output'];
};

/** What statements can be grouped by. */
export const StatementGroupBy = {
  /** By type of statement. */
  TYPE: 'TYPE',
  /** By speaker. */
  SPEAKER: 'SPEAKER',
  /** By incident that the statement names. */
  INCIDENT: 'INCIDENT',
  /** By publisher of the article. */
  PUBLISHER: 'PUBLISHER'
} as const;

export type StatementGroupBy = typeof StatementGroupBy[keyof typeof StatementGroupBy];
/** A list of locations, a page at a time. */
export type LocationConnection = {
  __typename?: 'LocationConnection';
  /** The locations of this page with their cursors. */
  edges: Array<LocationEdge>;
  /** The locations of this page. */
  nodes: Array<Location>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
  /** How many locations there are in all, whatever the page. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** All locations of the list counted by something, largest group first, whatever the page. */
  groups?: Maybe<Array<LocationGroup>>;
  /** The smallest box around all locations of the list that have a place; null when none has. */
  bounds?: Maybe<Bounds>;
};


/** A list of locations, a page at a time. */
export type LocationConnectiongroupsArgs = {
  by: LocationGroupBy;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One of the locations in a list. */
export type LocationEdge = {
  __typename?: 'LocationEdge';
  /** Its place in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Location;
};

/** Locations that have something in common. */
export type LocationGroup = {
  __typename?: 'LocationGroup';
  /** The enum value, the id of the node, the ISO code or the word. */
  key: Scalars['String']['output'];
  /** What to call the group on a screen. */
  label: Scalars['String']['output'];
  /** The thing that the group stands for; null where it is a value. */
  node?: Maybe<Node>;
  /** How many locations are in the group; one may be in several groups. */
  count: Scalars['Int']['output'];
};

/** What locations can be grouped by. */
export const LocationGroupBy = {
  /** By kind of place. */
  KIND: 'KIND',
  /** By country. */
  COUNTRY: 'COUNTRY'
} as const;

export type LocationGroupBy = typeof LocationGroupBy[keyof typeof LocationGroupBy];
/** A list of articles, a page at a time. */
export type ArticleConnection = {
  __typename?: 'ArticleConnection';
  /** The articles of this page with their cursors. */
  edges: Array<ArticleEdge>;
  /** The articles of this page. */
  nodes: Array<Article>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
  /** How many articles there are in all, whatever the page. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** All articles of the list counted by something, largest group first, whatever the page. */
  groups?: Maybe<Array<ArticleGroup>>;
  /** All articles of the list counted over time, whatever the page; buckets without any are there too. */
  timeline?: Maybe<Array<TimelineBucket>>;
};


/** A list of articles, a page at a time. */
export type ArticleConnectiongroupsArgs = {
  by: ArticleGroupBy;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A list of articles, a page at a time. */
export type ArticleConnectiontimelineArgs = {
  interval: Interval;
};

/** One of the articles in a list. */
export type ArticleEdge = {
  __typename?: 'ArticleEdge';
  /** Its place in the list, for after and before. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Article;
};

/** Articles that have something in common. */
export type ArticleGroup = {
  __typename?: 'ArticleGroup';
  /** The enum value, the id of the node, the ISO code or the word. */
  key: Scalars['String']['output'];
  /** What to call the group on a screen. */
  label: Scalars['String']['output'];
  /** The thing that the group stands for; null where it is a value. */
  node?: Maybe<Node>;
  /** How many articles are in the group; one may be in several groups. */
  count: Scalars['Int']['output'];
};

/** What articles can be grouped by. */
export const ArticleGroupBy = {
  /** By publisher. */
  PUBLISHER: 'PUBLISHER',
  /** By language. */
  LANGUAGE: 'LANGUAGE'
} as const;

export type ArticleGroupBy = typeof ArticleGroupBy[keyof typeof ArticleGroupBy];
/** A stretch of time and what falls into it. */
export type TimelineBucket = {
  __typename?: 'TimelineBucket';
  /** Its first day. */
  start: Scalars['Date']['output'];
  /** Its last day. */
  end: Scalars['Date']['output'];
  /** How many begin in it; one without a known start counts where it ends. */
  count: Scalars['Int']['output'];
  /** How many of those might lie in another bucket. */
  uncertain: Scalars['Int']['output'];
  /** How many were killed, for incidents; null elsewhere. */
  killed?: Maybe<Quantity>;
  /** How many were injured, for incidents; null elsewhere. */
  injured?: Maybe<Quantity>;
};

/** What a search finds, best first, a page at a time. */
export type SearchConnection = {
  __typename?: 'SearchConnection';
  /** The finds of this page. */
  edges: Array<SearchEdge>;
  /** The things found on this page. */
  nodes: Array<Node>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
  /** How many finds there are in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One find. */
export type SearchEdge = {
  __typename?: 'SearchEdge';
  /** Its place in the list, for after. */
  cursor: Scalars['String']['output'];
  /** The thing found. */
  node: Node;
  /** How well it fits; comparable within one search. */
  score: Scalars['Int']['output'];
  /** The words around the best fit, with the fitting words between ** and **. */
  highlight?: Maybe<Scalars['String']['output']>;
};

/** One step of sorting incidents; ties go by id, in the direction of the first step. */
export type IncidentOrder = {
  /** What to sort by. */
  field: IncidentOrderField;
  /** Which way. */
  direction?: OrderDirection;
};

/** What incidents can be sorted by. */
export const IncidentOrderField = {
  /** By id. */
  ID: 'ID',
  /** By title, whatever case and accents. */
  TITLE: 'TITLE',
  /** By scope. */
  SCOPE: 'SCOPE',
  /** By type. */
  TYPE: 'TYPE',
  /** By outcome. */
  OUTCOME: 'OUTCOME',
  /** By location precision. */
  LOCATION_PRECISION: 'LOCATION_PRECISION',
  /** By the number of events, the least, then the most. */
  COUNT: 'COUNT',
  /** By date: start, then end. */
  DATE: 'DATE',
  /** By the number killed, the least, then the most. */
  KILLED: 'KILLED',
  /** By the number injured, the least, then the most. */
  INJURED: 'INJURED',
  /** By the number of publishers. */
  PUBLISHER_COUNT: 'PUBLISHER_COUNT',
  /** By the number of participants. */
  PARTICIPANT_COUNT: 'PARTICIPANT_COUNT',
  /** By the number of parts. */
  PART_COUNT: 'PART_COUNT',
  /** By the number of statements. */
  STATEMENT_COUNT: 'STATEMENT_COUNT',
  /** By the number of articles. */
  ARTICLE_COUNT: 'ARTICLE_COUNT',
  /** By how well it fits the text of the filter. */
  RELEVANCE: 'RELEVANCE'
} as const;

export type IncidentOrderField = typeof IncidentOrderField[keyof typeof IncidentOrderField];
/** One step of sorting actors; ties go by id, in the direction of the first step. */
export type ActorOrder = {
  /** What to sort by. */
  field: ActorOrderField;
  /** Which way. */
  direction?: OrderDirection;
};

/** What actors can be sorted by. */
export const ActorOrderField = {
  /** By id. */
  ID: 'ID',
  /** By name, whatever case and accents. */
  NAME: 'NAME',
  /** By kind. */
  KIND: 'KIND',
  /** By country code. */
  COUNTRY: 'COUNTRY',
  /** By the number of members. */
  MEMBER_COUNT: 'MEMBER_COUNT',
  /** By the number of incidents. */
  INCIDENT_COUNT: 'INCIDENT_COUNT',
  /** By the number of statements. */
  STATEMENT_COUNT: 'STATEMENT_COUNT',
  /** By the number of statements about it. */
  STATEMENT_ABOUT_COUNT: 'STATEMENT_ABOUT_COUNT',
  /** By the number of articles. */
  ARTICLE_COUNT: 'ARTICLE_COUNT',
  /** By how well it fits the text of the filter. */
  RELEVANCE: 'RELEVANCE'
} as const;

export type ActorOrderField = typeof ActorOrderField[keyof typeof ActorOrderField];
/** One step of sorting statements; ties go by id, in the direction of the first step. */
export type StatementOrder = {
  /** What to sort by. */
  field: StatementOrderField;
  /** Which way. */
  direction?: OrderDirection;
};

/** What statements can be sorted by. */
export const StatementOrderField = {
  /** By id. */
  ID: 'ID',
  /** By type. */
  TYPE: 'TYPE',
  /** By mode. */
  MODE: 'MODE',
  /** By date: start, then end. */
  DATE: 'DATE',
  /** By the day on which its article was published. */
  PUBLISHED: 'PUBLISHED',
  /** By its place among the statements of its article. */
  PLACE: 'PLACE',
  /** By the number of incidents named. */
  INCIDENT_COUNT: 'INCIDENT_COUNT',
  /** By the number of actors it is about. */
  ACTOR_COUNT: 'ACTOR_COUNT',
  /** By how well it fits the text of the filter. */
  RELEVANCE: 'RELEVANCE'
} as const;

export type StatementOrderField = typeof StatementOrderField[keyof typeof StatementOrderField];
/** One step of sorting locations; ties go by id, in the direction of the first step. */
export type LocationOrder = {
  /** What to sort by. */
  field: LocationOrderField;
  /** Which way. */
  direction?: OrderDirection;
};

/** What locations can be sorted by. */
export const LocationOrderField = {
  /** By id. */
  ID: 'ID',
  /** By name, whatever case and accents. */
  NAME: 'NAME',
  /** By kind. */
  KIND: 'KIND',
  /** By country code. */
  COUNTRY: 'COUNTRY',
  /** By the number of places directly in it. */
  CONTAINS_COUNT: 'CONTAINS_COUNT',
  /** By the number of incidents, those in contained places included. */
  INCIDENT_COUNT: 'INCIDENT_COUNT',
  /** By the number of articles. */
  ARTICLE_COUNT: 'ARTICLE_COUNT',
  /** By how well it fits the text of the filter. */
  RELEVANCE: 'RELEVANCE'
} as const;

export type LocationOrderField = typeof LocationOrderField[keyof typeof LocationOrderField];
/** One step of sorting articles; ties go by id, in the direction of the first step. */
export type ArticleOrder = {
  /** What to sort by. */
  field: ArticleOrderField;
  /** Which way. */
  direction?: OrderDirection;
};

/** What articles can be sorted by. */
export const ArticleOrderField = {
  /** By id. */
  ID: 'ID',
  /** By title, whatever case and accents. */
  TITLE: 'TITLE',
  /** By publisher, whatever case and accents. */
  PUBLISHER: 'PUBLISHER',
  /** By language. */
  LANGUAGE: 'LANGUAGE',
  /** By day of publication. */
  PUBLISHED: 'PUBLISHED',
  /** By the number of incidents. */
  INCIDENT_COUNT: 'INCIDENT_COUNT',
  /** By the number of statements. */
  STATEMENT_COUNT: 'STATEMENT_COUNT',
  /** By the number of actors. */
  ACTOR_COUNT: 'ACTOR_COUNT',
  /** By the number of places. */
  LOCATION_COUNT: 'LOCATION_COUNT',
  /** By how well it fits the text of the filter. */
  RELEVANCE: 'RELEVANCE'
} as const;

export type ArticleOrderField = typeof ArticleOrderField[keyof typeof ArticleOrderField];
/** A condition on an id; the bare slug will do. */
export type IdWhere = {
  /** Equal to this. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a string. */
export type StringWhere = {
  /** Equal to this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Contains these characters, whatever case and accents. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Begins with these characters, whatever case and accents. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** A condition on a whole number. */
export type IntWhere = {
  /** Equal to this. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Greater than this. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** Greater than or equal to this. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Less than this. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** Less than or equal to this. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a day. */
export type DateWhere = {
  /** Equal to this. */
  eq?: InputMaybe<Scalars['Date']['input']>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['Date']['input']>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<Scalars['Date']['input']>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Greater than this. */
  gt?: InputMaybe<Scalars['Date']['input']>;
  /** Greater than or equal to this. */
  gte?: InputMaybe<Scalars['Date']['input']>;
  /** Less than this. */
  lt?: InputMaybe<Scalars['Date']['input']>;
  /** Less than or equal to this. */
  lte?: InputMaybe<Scalars['Date']['input']>;
};

/** A condition on a country code. */
export type CountryCodeWhere = {
  /** Equal to this. */
  eq?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['CountryCode']['input']>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<Scalars['CountryCode']['input']>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on yes or no. */
export type BooleanWhere = {
  /** Equal to this. */
  eq?: InputMaybe<Scalars['Boolean']['input']>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['Boolean']['input']>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<Scalars['Boolean']['input']>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on having a position. */
export type PointWhere = {
  /** Whether there is a position at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of DatePrecision. */
export type DatePrecisionWhere = {
  /** Equal to this. */
  eq?: InputMaybe<DatePrecision>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<DatePrecision>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<DatePrecision>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of IncidentScope. */
export type IncidentScopeWhere = {
  /** Equal to this. */
  eq?: InputMaybe<IncidentScope>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<IncidentScope>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<IncidentScope>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of IncidentType. */
export type IncidentTypeWhere = {
  /** Equal to this. */
  eq?: InputMaybe<IncidentType>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<IncidentType>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<IncidentType>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of Method. */
export type MethodWhere = {
  /** Equal to this. */
  eq?: InputMaybe<Method>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<Method>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<Method>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of Outcome. */
export type OutcomeWhere = {
  /** Equal to this. */
  eq?: InputMaybe<Outcome>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<Outcome>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<Outcome>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of LocationPrecision. */
export type LocationPrecisionWhere = {
  /** Equal to this. */
  eq?: InputMaybe<LocationPrecision>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<LocationPrecision>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<LocationPrecision>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of ParticipantRole. */
export type ParticipantRoleWhere = {
  /** Equal to this. */
  eq?: InputMaybe<ParticipantRole>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<ParticipantRole>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<ParticipantRole>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of AttributionStatus. */
export type AttributionStatusWhere = {
  /** Equal to this. */
  eq?: InputMaybe<AttributionStatus>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<AttributionStatus>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<AttributionStatus>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of CasualtyKind. */
export type CasualtyKindWhere = {
  /** Equal to this. */
  eq?: InputMaybe<CasualtyKind>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<CasualtyKind>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<CasualtyKind>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of CasualtyGroup. */
export type CasualtyGroupWhere = {
  /** Equal to this. */
  eq?: InputMaybe<CasualtyGroup>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<CasualtyGroup>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<CasualtyGroup>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of Severity. */
export type SeverityWhere = {
  /** Equal to this. */
  eq?: InputMaybe<Severity>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<Severity>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<Severity>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of IncidentLinkType. */
export type IncidentLinkTypeWhere = {
  /** Equal to this. */
  eq?: InputMaybe<IncidentLinkType>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<IncidentLinkType>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<IncidentLinkType>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of ActorKind. */
export type ActorKindWhere = {
  /** Equal to this. */
  eq?: InputMaybe<ActorKind>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<ActorKind>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<ActorKind>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of AffiliationType. */
export type AffiliationTypeWhere = {
  /** Equal to this. */
  eq?: InputMaybe<AffiliationType>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<AffiliationType>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<AffiliationType>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of StatementType. */
export type StatementTypeWhere = {
  /** Equal to this. */
  eq?: InputMaybe<StatementType>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<StatementType>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<StatementType>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of SpeechMode. */
export type SpeechModeWhere = {
  /** Equal to this. */
  eq?: InputMaybe<SpeechMode>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<SpeechMode>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<SpeechMode>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of StatementLinkType. */
export type StatementLinkTypeWhere = {
  /** Equal to this. */
  eq?: InputMaybe<StatementLinkType>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<StatementLinkType>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<StatementLinkType>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on a value of LocationKind. */
export type LocationKindWhere = {
  /** Equal to this. */
  eq?: InputMaybe<LocationKind>;
  /** Equal to one of these; an empty list matches nothing. */
  in?: InputMaybe<Array<LocationKind>>;
  /** Equal to none of these; an absent value passes. */
  notIn?: InputMaybe<Array<LocationKind>>;
  /** Whether there is a value at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** From one day to another, both included; a side left out is open. */
export type DateRange = {
  /** The first day. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** The last day. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** From one number to another, both included; a side left out is open. */
export type IntRange = {
  /** The least. */
  from?: InputMaybe<Scalars['Int']['input']>;
  /** The most. */
  to?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on an uncertain date; a thing without a date meets neither certainly nor possibly. */
export type DateSpanWhere = {
  /** All of the span lies inside; never true of an approximate date. */
  certainly?: InputMaybe<DateRange>;
  /** The span overlaps. */
  possibly?: InputMaybe<DateRange>;
  /** How exactly the date is known. */
  precision?: InputMaybe<DatePrecisionWhere>;
  /** Whether there is a date at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A condition on an uncertain number. */
export type QuantityWhere = {
  /** All possible values lie inside. */
  certainly?: InputMaybe<IntRange>;
  /** Some possible value lies inside. */
  possibly?: InputMaybe<IntRange>;
  /** Whether there is a number at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A position on the earth, in degrees. */
export type PointInput = {
  /** Degrees north of the equator, -90 to 90. */
  latitude: Scalars['Float']['input'];
  /** Degrees east of Greenwich, -180 to 180. */
  longitude: Scalars['Float']['input'];
};

/** A circle on the earth. */
export type NearInput = {
  /** Latitude of the centre, -90 to 90. */
  latitude: Scalars['Float']['input'];
  /** Longitude of the centre, -180 to 180. */
  longitude: Scalars['Float']['input'];
  /** The radius in kilometres, up to 20,016. */
  km: Scalars['Float']['input'];
};

/** A box of latitudes and longitudes; west greater than east crosses the antimeridian. */
export type BoxInput = {
  /** The lowest latitude. */
  south: Scalars['Float']['input'];
  /** The western edge. */
  west: Scalars['Float']['input'];
  /** The highest latitude. */
  north: Scalars['Float']['input'];
  /** The eastern edge. */
  east: Scalars['Float']['input'];
};

/** Which incidents to take; everything given has to hold, and an empty filter is everything. */
export type IncidentWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<IncidentWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<IncidentWhere>>;
  /** Not this. */
  not?: InputMaybe<IncidentWhere>;
  /** Full text over its own words: all the words, "a phrase", -not. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** In a relation to one thing: whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id. */
  id?: InputMaybe<IdWhere>;
  /** The title. */
  title?: InputMaybe<StringWhere>;
  /** The summary. */
  summary?: InputMaybe<StringWhere>;
  /** One event or several. */
  scope?: InputMaybe<IncidentScopeWhere>;
  /** The kind of incident. */
  type?: InputMaybe<IncidentTypeWhere>;
  /** The means used. */
  methods?: InputMaybe<MethodListWhere>;
  /** The weapons. */
  weapons?: InputMaybe<WeaponListWhere>;
  /** How it ended. */
  outcome?: InputMaybe<OutcomeWhere>;
  /** How many events it stands for. */
  count?: InputMaybe<QuantityWhere>;
  /** When it happened. */
  date?: InputMaybe<DateSpanWhere>;
  /** Where it happened. */
  location?: InputMaybe<LocationWhere>;
  /** How it lies to its location. */
  locationPrecision?: InputMaybe<LocationPrecisionWhere>;
  /** Who took part. */
  participants?: InputMaybe<ParticipantListWhere>;
  /** Who was hit. */
  casualties?: InputMaybe<CasualtyListWhere>;
  /** How it relates to other incidents. */
  links?: InputMaybe<IncidentLinkListWhere>;
  /** The incidents that link to it. */
  linkedFrom?: InputMaybe<IncidentListWhere>;
  /** What it is part of. */
  partOf?: InputMaybe<IncidentWhere>;
  /** Its parts. */
  parts?: InputMaybe<IncidentListWhere>;
  /** What was said about it or about what it is part of. */
  statements?: InputMaybe<StatementListWhere>;
  /** The articles that tell of it. */
  articles?: InputMaybe<ArticleListWhere>;
  /** Who claims it, denies it, or is named. */
  responsibility?: InputMaybe<ResponsibilityWhere>;
  /** How many publishers tell of it. */
  publisherCount?: InputMaybe<IntWhere>;
};

/** Which actors to take; everything given has to hold, and an empty filter is everything. */
export type ActorWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<ActorWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<ActorWhere>>;
  /** Not this. */
  not?: InputMaybe<ActorWhere>;
  /** Full text over its own words: all the words, "a phrase", -not. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** In a relation to one thing: whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id. */
  id?: InputMaybe<IdWhere>;
  /** The name. */
  name?: InputMaybe<StringWhere>;
  /** Other names. */
  aliases?: InputMaybe<StringListWhere>;
  /** The kind of actor. */
  kind?: InputMaybe<ActorKindWhere>;
  /** The country. */
  country?: InputMaybe<CountryCodeWhere>;
  /** How it stands to other actors. */
  affiliations?: InputMaybe<AffiliationListWhere>;
  /** Its members and parts. */
  members?: InputMaybe<ActorListWhere>;
  /** The incidents that it took part in. */
  incidents?: InputMaybe<IncidentListWhere>;
  /** What it said, or what was said on its behalf. */
  statements?: InputMaybe<StatementListWhere>;
  /** What was said about it. */
  statementsAbout?: InputMaybe<StatementListWhere>;
  /** The articles that name it. */
  articles?: InputMaybe<ArticleListWhere>;
};

/** Which statements to take; everything given has to hold, and an empty filter is everything. */
export type StatementWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<StatementWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<StatementWhere>>;
  /** Not this. */
  not?: InputMaybe<StatementWhere>;
  /** Full text over its own words: all the words, "a phrase", -not. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** In a relation to one thing: whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id. */
  id?: InputMaybe<IdWhere>;
  /** What it does. */
  type?: InputMaybe<StatementTypeWhere>;
  /** The words of the speaker. */
  quote?: InputMaybe<StringWhere>;
  /** In whose words it is given. */
  mode?: InputMaybe<SpeechModeWhere>;
  /** When it was said. */
  date?: InputMaybe<DateSpanWhere>;
  /** The condition that it makes. */
  condition?: InputMaybe<StringWhere>;
  /** Who said it. */
  speaker?: InputMaybe<ActorWhere>;
  /** For whom it was said. */
  onBehalfOf?: InputMaybe<ActorWhere>;
  /** The incidents that it names. */
  incidents?: InputMaybe<IncidentListWhere>;
  /** Those whom it is about. */
  actors?: InputMaybe<ActorListWhere>;
  /** How it relates to other statements. */
  links?: InputMaybe<StatementLinkListWhere>;
  /** The statements that link to it. */
  linkedFrom?: InputMaybe<StatementListWhere>;
  /** The article that carries it. */
  article?: InputMaybe<ArticleWhere>;
};

/** Which locations to take; everything given has to hold, and an empty filter is everything. */
export type LocationWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<LocationWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<LocationWhere>>;
  /** Not this. */
  not?: InputMaybe<LocationWhere>;
  /** Full text over its own words: all the words, "a phrase", -not. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** In a relation to one thing: whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id. */
  id?: InputMaybe<IdWhere>;
  /** The name. */
  name?: InputMaybe<StringWhere>;
  /** Other names. */
  aliases?: InputMaybe<StringListWhere>;
  /** The kind of place. */
  kind?: InputMaybe<LocationKindWhere>;
  /** The country. */
  country?: InputMaybe<CountryCodeWhere>;
  /** Whether it has a position. */
  point?: InputMaybe<PointWhere>;
  /** The place it lies directly in. */
  partOf?: InputMaybe<LocationWhere>;
  /** All places that it lies in. */
  ancestors?: InputMaybe<LocationListWhere>;
  /** The places directly in it. */
  contains?: InputMaybe<LocationListWhere>;
  /** What happened here or in a place that lies in it. */
  incidents?: InputMaybe<IncidentListWhere>;
  /** The articles that name it. */
  articles?: InputMaybe<ArticleListWhere>;
  /** This place itself and all that lie in it, however deep. */
  within?: InputMaybe<Scalars['ID']['input']>;
  /** Positions within a circle. */
  near?: InputMaybe<NearInput>;
  /** Positions within a box. */
  box?: InputMaybe<BoxInput>;
  /** Positions within a polygon, closed by itself, in either direction, the smaller side, with great circles as edges. */
  polygon?: InputMaybe<Array<PointInput>>;
};

/** Which articles to take; everything given has to hold, and an empty filter is everything. */
export type ArticleWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<ArticleWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<ArticleWhere>>;
  /** Not this. */
  not?: InputMaybe<ArticleWhere>;
  /** Full text over its own words, the text only where that is for the client: all the words, "a phrase", -not. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** In a relation to one thing: whether there is one at all. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id. */
  id?: InputMaybe<IdWhere>;
  /** The title. */
  title?: InputMaybe<StringWhere>;
  /** Where it was published. */
  url?: InputMaybe<StringWhere>;
  /** Who published it. */
  publisher?: InputMaybe<StringWhere>;
  /** Its language. */
  language?: InputMaybe<StringWhere>;
  /** Its licence. */
  license?: InputMaybe<StringWhere>;
  /** How to cite it. */
  citation?: InputMaybe<StringWhere>;
  /** The day of publication. */
  published?: InputMaybe<DateWhere>;
  /** The incidents that it tells of. */
  incidents?: InputMaybe<IncidentListWhere>;
  /** The statements that it carries. */
  statements?: InputMaybe<StatementListWhere>;
  /** The actors that it names. */
  actors?: InputMaybe<ActorListWhere>;
  /** The places that it names. */
  locations?: InputMaybe<LocationListWhere>;
};

/** A condition on a participant. */
export type ParticipantWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<ParticipantWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<ParticipantWhere>>;
  /** Not this. */
  not?: InputMaybe<ParticipantWhere>;
  /** Who. */
  actor?: InputMaybe<ActorWhere>;
  /** In what part. */
  role?: InputMaybe<ParticipantRoleWhere>;
  /** How sure it is. */
  status?: InputMaybe<AttributionStatusWhere>;
};

/** A condition on casualties. */
export type CasualtyWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<CasualtyWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<CasualtyWhere>>;
  /** Not this. */
  not?: InputMaybe<CasualtyWhere>;
  /** What happened to them. */
  kind?: InputMaybe<CasualtyKindWhere>;
  /** How many. */
  count?: InputMaybe<QuantityWhere>;
  /** Who they were. */
  group?: InputMaybe<CasualtyGroupWhere>;
  /** How badly they were hurt. */
  severity?: InputMaybe<SeverityWhere>;
  /** What became of them. */
  later?: InputMaybe<StringWhere>;
  /** The actor they belonged to. */
  actor?: InputMaybe<ActorWhere>;
};

/** A condition on a weapon. */
export type WeaponWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<WeaponWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<WeaponWhere>>;
  /** Not this. */
  not?: InputMaybe<WeaponWhere>;
  /** What it was. */
  method?: InputMaybe<MethodWhere>;
  /** How many. */
  count?: InputMaybe<QuantityWhere>;
  /** What became of it. */
  outcome?: InputMaybe<OutcomeWhere>;
  /** Whether the articles are sure of it. */
  certain?: InputMaybe<BooleanWhere>;
};

/** A condition on a link between incidents. */
export type IncidentLinkWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<IncidentLinkWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<IncidentLinkWhere>>;
  /** Not this. */
  not?: InputMaybe<IncidentLinkWhere>;
  /** The type of link. */
  type?: InputMaybe<IncidentLinkTypeWhere>;
  /** The incident at its other end. */
  incident?: InputMaybe<IncidentWhere>;
};

/** A condition on a link between statements. */
export type StatementLinkWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<StatementLinkWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<StatementLinkWhere>>;
  /** Not this. */
  not?: InputMaybe<StatementLinkWhere>;
  /** The type of link. */
  type?: InputMaybe<StatementLinkTypeWhere>;
  /** The statement at its other end. */
  statement?: InputMaybe<StatementWhere>;
};

/** A condition on an affiliation. */
export type AffiliationWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<AffiliationWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<AffiliationWhere>>;
  /** Not this. */
  not?: InputMaybe<AffiliationWhere>;
  /** The type of affiliation. */
  type?: InputMaybe<AffiliationTypeWhere>;
  /** The other actor. */
  actor?: InputMaybe<ActorWhere>;
  /** The office or rank. */
  title?: InputMaybe<StringWhere>;
  /** When it held. */
  date?: InputMaybe<DateSpanWhere>;
  /** How sure it is. */
  status?: InputMaybe<AttributionStatusWhere>;
  /** The statements that assert it. */
  assertedBy?: InputMaybe<StatementListWhere>;
  /** The statements that deny it. */
  deniedBy?: InputMaybe<StatementListWhere>;
};

/** A condition on an actor and its newest statement about responsibility. */
export type ResponsibilityEntryWhere = {
  /** All of these; an empty list is true. */
  and?: InputMaybe<Array<ResponsibilityEntryWhere>>;
  /** At least one of these; an empty list matches nothing. */
  or?: InputMaybe<Array<ResponsibilityEntryWhere>>;
  /** Not this. */
  not?: InputMaybe<ResponsibilityEntryWhere>;
  /** The actor. */
  actor?: InputMaybe<ActorWhere>;
  /** The statement. */
  statement?: InputMaybe<StatementWhere>;
};

/** A condition on who claims, denies or is named. */
export type ResponsibilityWhere = {
  /** Those who claim it. */
  claimedBy?: InputMaybe<ResponsibilityListWhere>;
  /** Those who deny it. */
  deniedBy?: InputMaybe<ResponsibilityListWhere>;
  /** Those whom others name or accuse. */
  attributedTo?: InputMaybe<ResponsibilityListWhere>;
};

/** A condition on a list of responsibility entries. */
export type ResponsibilityListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<ResponsibilityEntryWhere>;
  /** None meets this. */
  none?: InputMaybe<ResponsibilityEntryWhere>;
};

/** A condition on a list of methods; one element has to meet the whole of an inner condition. */
export type MethodListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<MethodWhere>;
  /** None meets this. */
  none?: InputMaybe<MethodWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<MethodWhere>;
  /** How many there are. */
  count?: InputMaybe<MethodCountWhere>;
};

/** A condition on the number of methods. */
export type MethodCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<MethodWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of strings; one element has to meet the whole of an inner condition. */
export type StringListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<StringWhere>;
  /** None meets this. */
  none?: InputMaybe<StringWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<StringWhere>;
  /** How many there are. */
  count?: InputMaybe<StringCountWhere>;
};

/** A condition on the number of strings. */
export type StringCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<StringWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of participants; one element has to meet the whole of an inner condition. */
export type ParticipantListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<ParticipantWhere>;
  /** None meets this. */
  none?: InputMaybe<ParticipantWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<ParticipantWhere>;
  /** How many there are. */
  count?: InputMaybe<ParticipantCountWhere>;
};

/** A condition on the number of participants. */
export type ParticipantCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<ParticipantWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of casualties; one element has to meet the whole of an inner condition. */
export type CasualtyListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<CasualtyWhere>;
  /** None meets this. */
  none?: InputMaybe<CasualtyWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<CasualtyWhere>;
  /** How many there are. */
  count?: InputMaybe<CasualtyCountWhere>;
};

/** A condition on the number of casualties. */
export type CasualtyCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<CasualtyWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of weapons; one element has to meet the whole of an inner condition. */
export type WeaponListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<WeaponWhere>;
  /** None meets this. */
  none?: InputMaybe<WeaponWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<WeaponWhere>;
  /** How many there are. */
  count?: InputMaybe<WeaponCountWhere>;
};

/** A condition on the number of weapons. */
export type WeaponCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<WeaponWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of links; one element has to meet the whole of an inner condition. */
export type IncidentLinkListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<IncidentLinkWhere>;
  /** None meets this. */
  none?: InputMaybe<IncidentLinkWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<IncidentLinkWhere>;
  /** How many there are. */
  count?: InputMaybe<IncidentLinkCountWhere>;
};

/** A condition on the number of links. */
export type IncidentLinkCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<IncidentLinkWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of links; one element has to meet the whole of an inner condition. */
export type StatementLinkListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<StatementLinkWhere>;
  /** None meets this. */
  none?: InputMaybe<StatementLinkWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<StatementLinkWhere>;
  /** How many there are. */
  count?: InputMaybe<StatementLinkCountWhere>;
};

/** A condition on the number of links. */
export type StatementLinkCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<StatementLinkWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of affiliations; one element has to meet the whole of an inner condition. */
export type AffiliationListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<AffiliationWhere>;
  /** None meets this. */
  none?: InputMaybe<AffiliationWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<AffiliationWhere>;
  /** How many there are. */
  count?: InputMaybe<AffiliationCountWhere>;
};

/** A condition on the number of affiliations. */
export type AffiliationCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<AffiliationWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of incidents; one element has to meet the whole of an inner condition. */
export type IncidentListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<IncidentWhere>;
  /** None meets this. */
  none?: InputMaybe<IncidentWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<IncidentWhere>;
  /** How many there are. */
  count?: InputMaybe<IncidentCountWhere>;
};

/** A condition on the number of incidents. */
export type IncidentCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<IncidentWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of actors; one element has to meet the whole of an inner condition. */
export type ActorListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<ActorWhere>;
  /** None meets this. */
  none?: InputMaybe<ActorWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<ActorWhere>;
  /** How many there are. */
  count?: InputMaybe<ActorCountWhere>;
};

/** A condition on the number of actors. */
export type ActorCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<ActorWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of statements; one element has to meet the whole of an inner condition. */
export type StatementListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<StatementWhere>;
  /** None meets this. */
  none?: InputMaybe<StatementWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<StatementWhere>;
  /** How many there are. */
  count?: InputMaybe<StatementCountWhere>;
};

/** A condition on the number of statements. */
export type StatementCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<StatementWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of locations; one element has to meet the whole of an inner condition. */
export type LocationListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<LocationWhere>;
  /** None meets this. */
  none?: InputMaybe<LocationWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<LocationWhere>;
  /** How many there are. */
  count?: InputMaybe<LocationCountWhere>;
};

/** A condition on the number of locations. */
export type LocationCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<LocationWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** A condition on a list of articles; one element has to meet the whole of an inner condition. */
export type ArticleListWhere = {
  /** At least one meets this. */
  some?: InputMaybe<ArticleWhere>;
  /** None meets this. */
  none?: InputMaybe<ArticleWhere>;
  /** All meet this; true of an empty list. */
  every?: InputMaybe<ArticleWhere>;
  /** How many there are. */
  count?: InputMaybe<ArticleCountWhere>;
};

/** A condition on the number of articles. */
export type ArticleCountWhere = {
  /** Count only those that meet this. */
  where?: InputMaybe<ArticleWhere>;
  /** Exactly this many. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** More than this many. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Fewer than this many. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /** Anything by its id; null when there is no such thing. */
  node?: Maybe<Node>;
  /** Several things by their ids, in the order of the ids, null where there is no such thing. */
  nodes: Array<Maybe<Node>>;
  /** One incident by its id; null when there is none. */
  incident?: Maybe<Incident>;
  /** All incidents that meet a condition, a page at a time. */
  incidents?: Maybe<IncidentConnection>;
  /** One actor by its id; null when there is none. */
  actor?: Maybe<Actor>;
  /** All actors that meet a condition, a page at a time. */
  actors?: Maybe<ActorConnection>;
  /** One statement by its id; null when there is none. */
  statement?: Maybe<Statement>;
  /** All statements that meet a condition, a page at a time. */
  statements?: Maybe<StatementConnection>;
  /** One location by its id; null when there is none. */
  location?: Maybe<Location>;
  /** All locations that meet a condition, a page at a time. */
  locations?: Maybe<LocationConnection>;
  /** One article by its id; null when there is none. */
  article?: Maybe<Article>;
  /** All articles that meet a condition, a page at a time. */
  articles?: Maybe<ArticleConnection>;
  /** Full-text search over everything, best first. */
  search?: Maybe<SearchConnection>;
};


/** What can be asked. */
export type QuerynodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QuerynodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** What can be asked. */
export type QueryincidentArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryincidentsArgs = {
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryactorArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryactorsArgs = {
  where?: InputMaybe<ActorWhere>;
  orderBy?: InputMaybe<Array<ActorOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QuerystatementArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QuerystatementsArgs = {
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QuerylocationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QuerylocationsArgs = {
  where?: InputMaybe<LocationWhere>;
  orderBy?: InputMaybe<Array<LocationOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryarticleArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryarticlesArgs = {
  where?: InputMaybe<ArticleWhere>;
  orderBy?: InputMaybe<Array<ArticleOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QuerysearchArgs = {
  text: Scalars['String']['input'];
  types?: InputMaybe<Array<SearchType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be changed, by editors only. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Takes an article, or refuses it and says exactly why; an article that is stored already is replaced. */
  ingestArticle: IngestResult;
  /** Withdraws an article, as if it had never been seeded. */
  retractArticle: IngestResult;
  /** Makes one of two actors, locations or incidents that are the same; the old id goes on resolving. */
  merge: IngestResult;
  /** Takes a merge back. */
  unmerge: IngestResult;
};


/** What can be changed, by editors only. */
export type MutationingestArticleArgs = {
  article: Scalars['ArticleInput']['input'];
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};


/** What can be changed, by editors only. */
export type MutationretractArticleArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed, by editors only. */
export type MutationmergeArgs = {
  from: Scalars['ID']['input'];
  into: Scalars['ID']['input'];
};


/** What can be changed, by editors only. */
export type MutationunmergeArgs = {
  from: Scalars['ID']['input'];
};

/** What a change did, or why it was refused. */
export type IngestResult = {
  __typename?: 'IngestResult';
  /** Whether it was taken; false where it was refused. */
  accepted: Scalars['Boolean']['output'];
  /** How many documents changed, by type; types without a change are left out. */
  changes: Array<IngestChange>;
  /** Why it was refused, the first 1,000 reasons; empty where it was taken. */
  refusals: Array<IngestRefusal>;
  /** Why it was passed over: a newer version is stored, or was withdrawn; null where it was not. */
  skipped?: Maybe<Scalars['String']['output']>;
  /** The article that was taken, or what an id means since it was merged or not any more, as it is stored now. */
  node?: Maybe<Node>;
};

/** How many documents of one type changed. */
export type IngestChange = {
  __typename?: 'IngestChange';
  /** The type. */
  type: SearchType;
  /** How many are new. */
  created: Scalars['NonNegativeInt']['output'];
  /** How many are different. */
  updated: Scalars['NonNegativeInt']['output'];
  /** How many are gone. */
  removed: Scalars['NonNegativeInt']['output'];
};

/** One reason for a refusal. */
export type IngestRefusal = {
  __typename?: 'IngestRefusal';
  /** Where in the article, as a JSON pointer. */
  pointer: Scalars['String']['output'];
  /** The line, from 1, of the text of the variable; an article in the query itself is one line of JSON. */
  line: Scalars['NonNegativeInt']['output'];
  /** The column, from 1, in UTF-16 code units. */
  column: Scalars['NonNegativeInt']['output'];
  /** What was expected there. */
  expected: Scalars['String']['output'];
  /** What stood there. */
  found: Scalars['String']['output'];
  /** The whole sentence. */
  message: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( IncidentDocument )
    | ( ActorDocument )
    | ( StatementDocument )
    | ( LocationDocument )
    | ( ArticleDocument )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  NonNegativeInt: ResolverTypeWrapper<Scalars['NonNegativeInt']['output']>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  ArticleInput: ResolverTypeWrapper<Scalars['ArticleInput']['output']>;
  DatePrecision: DatePrecision;
  IncidentScope: IncidentScope;
  IncidentType: IncidentType;
  Method: Method;
  Outcome: Outcome;
  LocationPrecision: LocationPrecision;
  ParticipantRole: ParticipantRole;
  AttributionStatus: AttributionStatus;
  CasualtyKind: CasualtyKind;
  CasualtyGroup: CasualtyGroup;
  Severity: Severity;
  IncidentLinkType: IncidentLinkType;
  ActorKind: ActorKind;
  AffiliationType: AffiliationType;
  StatementType: StatementType;
  SpeechMode: SpeechMode;
  StatementLinkType: StatementLinkType;
  LocationKind: LocationKind;
  SearchType: SearchType;
  Interval: Interval;
  OrderDirection: OrderDirection;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  DateSpan: ResolverTypeWrapper<DateSpan>;
  Quantity: ResolverTypeWrapper<Quantity>;
  Evidence: ResolverTypeWrapper<EvidenceModel>;
  Point: ResolverTypeWrapper<Point>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Bounds: ResolverTypeWrapper<Bounds>;
  Participant: ResolverTypeWrapper<ParticipantModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Casualty: ResolverTypeWrapper<CasualtyModel>;
  Weapon: ResolverTypeWrapper<WeaponModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  IncidentLink: ResolverTypeWrapper<IncidentLinkModel>;
  StatementLink: ResolverTypeWrapper<StatementLinkDocument>;
  Affiliation: ResolverTypeWrapper<AffiliationModel>;
  ResponsibilityEntry: ResolverTypeWrapper<ResponsibilityEntryModel>;
  Responsibility: ResolverTypeWrapper<ResponsibilityModel>;
  IncidentReport: ResolverTypeWrapper<ReportModel>;
  Incident: ResolverTypeWrapper<IncidentDocument>;
  Actor: ResolverTypeWrapper<ActorDocument>;
  Statement: ResolverTypeWrapper<StatementDocument>;
  Location: ResolverTypeWrapper<LocationDocument>;
  Article: ResolverTypeWrapper<ArticleDocument>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  IncidentConnection: ResolverTypeWrapper<Connection<ResolversParentTypes["Incident"]>>;
  IncidentEdge: ResolverTypeWrapper<Omit<IncidentEdge, 'node'> & { node: ResolversTypes['Incident'] }>;
  IncidentGroup: ResolverTypeWrapper<GroupModel>;
  IncidentGroupBy: IncidentGroupBy;
  ActorConnection: ResolverTypeWrapper<Connection<ResolversParentTypes["Actor"]>>;
  ActorEdge: ResolverTypeWrapper<Omit<ActorEdge, 'node'> & { node: ResolversTypes['Actor'] }>;
  ActorGroup: ResolverTypeWrapper<GroupModel>;
  ActorGroupBy: ActorGroupBy;
  StatementConnection: ResolverTypeWrapper<Connection<ResolversParentTypes["Statement"]>>;
  StatementEdge: ResolverTypeWrapper<Omit<StatementEdge, 'node'> & { node: ResolversTypes['Statement'] }>;
  StatementGroup: ResolverTypeWrapper<GroupModel>;
  StatementGroupBy: StatementGroupBy;
  LocationConnection: ResolverTypeWrapper<Connection<ResolversParentTypes["Location"]>>;
  LocationEdge: ResolverTypeWrapper<Omit<LocationEdge, 'node'> & { node: ResolversTypes['Location'] }>;
  LocationGroup: ResolverTypeWrapper<GroupModel>;
  LocationGroupBy: LocationGroupBy;
  ArticleConnection: ResolverTypeWrapper<Connection<ResolversParentTypes["Article"]>>;
  ArticleEdge: ResolverTypeWrapper<Omit<ArticleEdge, 'node'> & { node: ResolversTypes['Article'] }>;
  ArticleGroup: ResolverTypeWrapper<GroupModel>;
  ArticleGroupBy: ArticleGroupBy;
  TimelineBucket: ResolverTypeWrapper<BucketModel>;
  SearchConnection: ResolverTypeWrapper<SearchModel>;
  SearchEdge: ResolverTypeWrapper<SearchEdgeModel>;
  IncidentOrder: IncidentOrder;
  IncidentOrderField: IncidentOrderField;
  ActorOrder: ActorOrder;
  ActorOrderField: ActorOrderField;
  StatementOrder: StatementOrder;
  StatementOrderField: StatementOrderField;
  LocationOrder: LocationOrder;
  LocationOrderField: LocationOrderField;
  ArticleOrder: ArticleOrder;
  ArticleOrderField: ArticleOrderField;
  IdWhere: IdWhere;
  StringWhere: StringWhere;
  IntWhere: IntWhere;
  DateWhere: DateWhere;
  CountryCodeWhere: CountryCodeWhere;
  BooleanWhere: BooleanWhere;
  PointWhere: PointWhere;
  DatePrecisionWhere: DatePrecisionWhere;
  IncidentScopeWhere: IncidentScopeWhere;
  IncidentTypeWhere: IncidentTypeWhere;
  MethodWhere: MethodWhere;
  OutcomeWhere: OutcomeWhere;
  LocationPrecisionWhere: LocationPrecisionWhere;
  ParticipantRoleWhere: ParticipantRoleWhere;
  AttributionStatusWhere: AttributionStatusWhere;
  CasualtyKindWhere: CasualtyKindWhere;
  CasualtyGroupWhere: CasualtyGroupWhere;
  SeverityWhere: SeverityWhere;
  IncidentLinkTypeWhere: IncidentLinkTypeWhere;
  ActorKindWhere: ActorKindWhere;
  AffiliationTypeWhere: AffiliationTypeWhere;
  StatementTypeWhere: StatementTypeWhere;
  SpeechModeWhere: SpeechModeWhere;
  StatementLinkTypeWhere: StatementLinkTypeWhere;
  LocationKindWhere: LocationKindWhere;
  DateRange: DateRange;
  IntRange: IntRange;
  DateSpanWhere: DateSpanWhere;
  QuantityWhere: QuantityWhere;
  PointInput: PointInput;
  NearInput: NearInput;
  BoxInput: BoxInput;
  IncidentWhere: IncidentWhere;
  ActorWhere: ActorWhere;
  StatementWhere: StatementWhere;
  LocationWhere: LocationWhere;
  ArticleWhere: ArticleWhere;
  ParticipantWhere: ParticipantWhere;
  CasualtyWhere: CasualtyWhere;
  WeaponWhere: WeaponWhere;
  IncidentLinkWhere: IncidentLinkWhere;
  StatementLinkWhere: StatementLinkWhere;
  AffiliationWhere: AffiliationWhere;
  ResponsibilityEntryWhere: ResponsibilityEntryWhere;
  ResponsibilityWhere: ResponsibilityWhere;
  ResponsibilityListWhere: ResponsibilityListWhere;
  MethodListWhere: MethodListWhere;
  MethodCountWhere: MethodCountWhere;
  StringListWhere: StringListWhere;
  StringCountWhere: StringCountWhere;
  ParticipantListWhere: ParticipantListWhere;
  ParticipantCountWhere: ParticipantCountWhere;
  CasualtyListWhere: CasualtyListWhere;
  CasualtyCountWhere: CasualtyCountWhere;
  WeaponListWhere: WeaponListWhere;
  WeaponCountWhere: WeaponCountWhere;
  IncidentLinkListWhere: IncidentLinkListWhere;
  IncidentLinkCountWhere: IncidentLinkCountWhere;
  StatementLinkListWhere: StatementLinkListWhere;
  StatementLinkCountWhere: StatementLinkCountWhere;
  AffiliationListWhere: AffiliationListWhere;
  AffiliationCountWhere: AffiliationCountWhere;
  IncidentListWhere: IncidentListWhere;
  IncidentCountWhere: IncidentCountWhere;
  ActorListWhere: ActorListWhere;
  ActorCountWhere: ActorCountWhere;
  StatementListWhere: StatementListWhere;
  StatementCountWhere: StatementCountWhere;
  LocationListWhere: LocationListWhere;
  LocationCountWhere: LocationCountWhere;
  ArticleListWhere: ArticleListWhere;
  ArticleCountWhere: ArticleCountWhere;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  IngestResult: ResolverTypeWrapper<IngestResultModel>;
  IngestChange: ResolverTypeWrapper<IngestChange>;
  IngestRefusal: ResolverTypeWrapper<IngestRefusal>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  NonNegativeInt: Scalars['NonNegativeInt']['output'];
  CountryCode: Scalars['CountryCode']['output'];
  ArticleInput: Scalars['ArticleInput']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  DateSpan: DateSpan;
  Quantity: Quantity;
  Evidence: EvidenceModel;
  Point: Point;
  Float: Scalars['Float']['output'];
  Bounds: Bounds;
  Participant: ParticipantModel;
  Int: Scalars['Int']['output'];
  Casualty: CasualtyModel;
  Weapon: WeaponModel;
  Boolean: Scalars['Boolean']['output'];
  IncidentLink: IncidentLinkModel;
  StatementLink: StatementLinkDocument;
  Affiliation: AffiliationModel;
  ResponsibilityEntry: ResponsibilityEntryModel;
  Responsibility: ResponsibilityModel;
  IncidentReport: ReportModel;
  Incident: IncidentDocument;
  Actor: ActorDocument;
  Statement: StatementDocument;
  Location: LocationDocument;
  Article: ArticleDocument;
  PageInfo: PageInfo;
  IncidentConnection: Connection<ResolversParentTypes["Incident"]>;
  IncidentEdge: Omit<IncidentEdge, 'node'> & { node: ResolversParentTypes['Incident'] };
  IncidentGroup: GroupModel;
  ActorConnection: Connection<ResolversParentTypes["Actor"]>;
  ActorEdge: Omit<ActorEdge, 'node'> & { node: ResolversParentTypes['Actor'] };
  ActorGroup: GroupModel;
  StatementConnection: Connection<ResolversParentTypes["Statement"]>;
  StatementEdge: Omit<StatementEdge, 'node'> & { node: ResolversParentTypes['Statement'] };
  StatementGroup: GroupModel;
  LocationConnection: Connection<ResolversParentTypes["Location"]>;
  LocationEdge: Omit<LocationEdge, 'node'> & { node: ResolversParentTypes['Location'] };
  LocationGroup: GroupModel;
  ArticleConnection: Connection<ResolversParentTypes["Article"]>;
  ArticleEdge: Omit<ArticleEdge, 'node'> & { node: ResolversParentTypes['Article'] };
  ArticleGroup: GroupModel;
  TimelineBucket: BucketModel;
  SearchConnection: SearchModel;
  SearchEdge: SearchEdgeModel;
  IncidentOrder: IncidentOrder;
  ActorOrder: ActorOrder;
  StatementOrder: StatementOrder;
  LocationOrder: LocationOrder;
  ArticleOrder: ArticleOrder;
  IdWhere: IdWhere;
  StringWhere: StringWhere;
  IntWhere: IntWhere;
  DateWhere: DateWhere;
  CountryCodeWhere: CountryCodeWhere;
  BooleanWhere: BooleanWhere;
  PointWhere: PointWhere;
  DatePrecisionWhere: DatePrecisionWhere;
  IncidentScopeWhere: IncidentScopeWhere;
  IncidentTypeWhere: IncidentTypeWhere;
  MethodWhere: MethodWhere;
  OutcomeWhere: OutcomeWhere;
  LocationPrecisionWhere: LocationPrecisionWhere;
  ParticipantRoleWhere: ParticipantRoleWhere;
  AttributionStatusWhere: AttributionStatusWhere;
  CasualtyKindWhere: CasualtyKindWhere;
  CasualtyGroupWhere: CasualtyGroupWhere;
  SeverityWhere: SeverityWhere;
  IncidentLinkTypeWhere: IncidentLinkTypeWhere;
  ActorKindWhere: ActorKindWhere;
  AffiliationTypeWhere: AffiliationTypeWhere;
  StatementTypeWhere: StatementTypeWhere;
  SpeechModeWhere: SpeechModeWhere;
  StatementLinkTypeWhere: StatementLinkTypeWhere;
  LocationKindWhere: LocationKindWhere;
  DateRange: DateRange;
  IntRange: IntRange;
  DateSpanWhere: DateSpanWhere;
  QuantityWhere: QuantityWhere;
  PointInput: PointInput;
  NearInput: NearInput;
  BoxInput: BoxInput;
  IncidentWhere: IncidentWhere;
  ActorWhere: ActorWhere;
  StatementWhere: StatementWhere;
  LocationWhere: LocationWhere;
  ArticleWhere: ArticleWhere;
  ParticipantWhere: ParticipantWhere;
  CasualtyWhere: CasualtyWhere;
  WeaponWhere: WeaponWhere;
  IncidentLinkWhere: IncidentLinkWhere;
  StatementLinkWhere: StatementLinkWhere;
  AffiliationWhere: AffiliationWhere;
  ResponsibilityEntryWhere: ResponsibilityEntryWhere;
  ResponsibilityWhere: ResponsibilityWhere;
  ResponsibilityListWhere: ResponsibilityListWhere;
  MethodListWhere: MethodListWhere;
  MethodCountWhere: MethodCountWhere;
  StringListWhere: StringListWhere;
  StringCountWhere: StringCountWhere;
  ParticipantListWhere: ParticipantListWhere;
  ParticipantCountWhere: ParticipantCountWhere;
  CasualtyListWhere: CasualtyListWhere;
  CasualtyCountWhere: CasualtyCountWhere;
  WeaponListWhere: WeaponListWhere;
  WeaponCountWhere: WeaponCountWhere;
  IncidentLinkListWhere: IncidentLinkListWhere;
  IncidentLinkCountWhere: IncidentLinkCountWhere;
  StatementLinkListWhere: StatementLinkListWhere;
  StatementLinkCountWhere: StatementLinkCountWhere;
  AffiliationListWhere: AffiliationListWhere;
  AffiliationCountWhere: AffiliationCountWhere;
  IncidentListWhere: IncidentListWhere;
  IncidentCountWhere: IncidentCountWhere;
  ActorListWhere: ActorListWhere;
  ActorCountWhere: ActorCountWhere;
  StatementListWhere: StatementListWhere;
  StatementCountWhere: StatementCountWhere;
  LocationListWhere: LocationListWhere;
  LocationCountWhere: LocationCountWhere;
  ArticleListWhere: ArticleListWhere;
  ArticleCountWhere: ArticleCountWhere;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  IngestResult: IngestResultModel;
  IngestChange: IngestChange;
  IngestRefusal: IngestRefusal;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface NonNegativeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NonNegativeInt'], any> {
  name: 'NonNegativeInt';
}

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface ArticleInputScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ArticleInput'], any> {
  name: 'ArticleInput';
}

export type NodeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Incident' | 'Actor' | 'Statement' | 'Location' | 'Article', ParentType, ContextType>;
};

export type DateSpanResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DateSpan'] = ResolversParentTypes['DateSpan']> = {
  start?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['DatePrecision'], ParentType, ContextType>;
  edtf?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  original?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  min?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['NonNegativeInt']>, ParentType, ContextType>;
  best?: Resolver<Maybe<ResolversTypes['NonNegativeInt']>, ParentType, ContextType>;
  original?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  supports?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  prefix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suffix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PointResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Point'] = ResolversParentTypes['Point']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type BoundsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Bounds'] = ResolversParentTypes['Bounds']> = {
  south?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  west?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  north?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  east?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ParticipantResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Participant'] = ResolversParentTypes['Participant']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ParticipantRole'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['AttributionStatus']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<ParticipantevidenceArgs, 'first'>>;
};

export type CasualtyResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Casualty'] = ResolversParentTypes['Casualty']> = {
  kind?: Resolver<ResolversTypes['CasualtyKind'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['CasualtyGroup'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  later?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<CasualtyevidenceArgs, 'first'>>;
};

export type WeaponResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Weapon'] = ResolversParentTypes['Weapon']> = {
  method?: Resolver<ResolversTypes['Method'], ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  certain?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<WeaponevidenceArgs, 'first'>>;
};

export type IncidentLinkResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentLink'] = ResolversParentTypes['IncidentLink']> = {
  type?: Resolver<ResolversTypes['IncidentLinkType'], ParentType, ContextType>;
  incident?: Resolver<ResolversTypes['Incident'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<IncidentLinkevidenceArgs, 'first'>>;
};

export type StatementLinkResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatementLink'] = ResolversParentTypes['StatementLink']> = {
  type?: Resolver<ResolversTypes['StatementLinkType'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
};

export type AffiliationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Affiliation'] = ResolversParentTypes['Affiliation']> = {
  type?: Resolver<ResolversTypes['AffiliationType'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['DateSpan']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['AttributionStatus']>, ParentType, ContextType>;
  assertedBy?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType>;
  deniedBy?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<AffiliationevidenceArgs, 'first'>>;
};

export type ResponsibilityEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ResponsibilityEntry'] = ResolversParentTypes['ResponsibilityEntry']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
};

export type ResponsibilityResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Responsibility'] = ResolversParentTypes['Responsibility']> = {
  claimedBy?: Resolver<Array<ResolversTypes['ResponsibilityEntry']>, ParentType, ContextType, RequireFields<ResponsibilityclaimedByArgs, 'first'>>;
  deniedBy?: Resolver<Array<ResolversTypes['ResponsibilityEntry']>, ParentType, ContextType, RequireFields<ResponsibilitydeniedByArgs, 'first'>>;
  attributedTo?: Resolver<Array<ResolversTypes['ResponsibilityEntry']>, ParentType, ContextType, RequireFields<ResponsibilityattributedToArgs, 'first'>>;
};

export type IncidentReportResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentReport'] = ResolversParentTypes['IncidentReport']> = {
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['IncidentScope']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['IncidentType']>, ParentType, ContextType>;
  methods?: Resolver<Maybe<Array<ResolversTypes['Method']>>, ParentType, ContextType>;
  weapons?: Resolver<Maybe<Array<ResolversTypes['Weapon']>>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['Outcome']>, ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['DateSpan']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationPrecision?: Resolver<Maybe<ResolversTypes['LocationPrecision']>, ParentType, ContextType>;
  participants?: Resolver<Maybe<Array<ResolversTypes['Participant']>>, ParentType, ContextType>;
  casualties?: Resolver<Maybe<Array<ResolversTypes['Casualty']>>, ParentType, ContextType>;
  partOf?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
};

export type IncidentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Incident'] = ResolversParentTypes['Incident']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['IncidentScope'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['IncidentType'], ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['Method']>, ParentType, ContextType>;
  weapons?: Resolver<Array<ResolversTypes['Weapon']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['DateSpan']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationPrecision?: Resolver<ResolversTypes['LocationPrecision'], ParentType, ContextType>;
  participants?: Resolver<Array<ResolversTypes['Participant']>, ParentType, ContextType, Partial<IncidentparticipantsArgs>>;
  casualties?: Resolver<Array<ResolversTypes['Casualty']>, ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['IncidentLink']>, ParentType, ContextType, Partial<IncidentlinksArgs>>;
  linkedFrom?: Resolver<Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<IncidentlinkedFromArgs>>;
  partOf?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  parts?: Resolver<Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<IncidentpartsArgs>>;
  statements?: Resolver<Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, RequireFields<IncidentstatementsArgs, 'includeWhole'>>;
  articles?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<IncidentarticlesArgs>>;
  responsibility?: Resolver<ResolversTypes['Responsibility'], ParentType, ContextType>;
  reports?: Resolver<Array<ResolversTypes['IncidentReport']>, ParentType, ContextType, RequireFields<IncidentreportsArgs, 'first'>>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<IncidentevidenceArgs, 'first'>>;
  publisherCount?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  affiliations?: Resolver<Array<ResolversTypes['Affiliation']>, ParentType, ContextType, Partial<ActoraffiliationsArgs>>;
  members?: Resolver<Maybe<ResolversTypes['ActorConnection']>, ParentType, ContextType, Partial<ActormembersArgs>>;
  incidents?: Resolver<Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<ActorincidentsArgs>>;
  statements?: Resolver<Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, Partial<ActorstatementsArgs>>;
  statementsAbout?: Resolver<Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, Partial<ActorstatementsAboutArgs>>;
  articles?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<ActorarticlesArgs>>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<ActorevidenceArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatementResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Statement'] = ResolversParentTypes['Statement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['StatementType'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mode?: Resolver<Maybe<ResolversTypes['SpeechMode']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['DateSpan']>, ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  speaker?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  onBehalfOf?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  incidents?: Resolver<Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<StatementincidentsArgs>>;
  actors?: Resolver<Maybe<ResolversTypes['ActorConnection']>, ParentType, ContextType, Partial<StatementactorsArgs>>;
  links?: Resolver<Array<ResolversTypes['StatementLink']>, ParentType, ContextType, Partial<StatementlinksArgs>>;
  linkedFrom?: Resolver<Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, Partial<StatementlinkedFromArgs>>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LocationKind'], ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  point?: Resolver<Maybe<ResolversTypes['Point']>, ParentType, ContextType>;
  partOf?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  ancestors?: Resolver<Array<ResolversTypes['Location']>, ParentType, ContextType>;
  contains?: Resolver<Maybe<ResolversTypes['LocationConnection']>, ParentType, ContextType, Partial<LocationcontainsArgs>>;
  incidents?: Resolver<Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, RequireFields<LocationincidentsArgs, 'includeContained'>>;
  articles?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<LocationarticlesArgs>>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<LocationevidenceArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArticleResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Article'] = ResolversParentTypes['Article']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  citation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  published?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  incidents?: Resolver<Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<ArticleincidentsArgs>>;
  statements?: Resolver<Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, Partial<ArticlestatementsArgs>>;
  actors?: Resolver<Maybe<ResolversTypes['ActorConnection']>, ParentType, ContextType, Partial<ArticleactorsArgs>>;
  locations?: Resolver<Maybe<ResolversTypes['LocationConnection']>, ParentType, ContextType, Partial<ArticlelocationsArgs>>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IncidentConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentConnection'] = ResolversParentTypes['IncidentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IncidentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groups?: Resolver<Maybe<Array<ResolversTypes['IncidentGroup']>>, ParentType, ContextType, RequireFields<IncidentConnectiongroupsArgs, 'by' | 'first'>>;
  timeline?: Resolver<Maybe<Array<ResolversTypes['TimelineBucket']>>, ParentType, ContextType, RequireFields<IncidentConnectiontimelineArgs, 'interval'>>;
  bounds?: Resolver<Maybe<ResolversTypes['Bounds']>, ParentType, ContextType>;
};

export type IncidentEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentEdge'] = ResolversParentTypes['IncidentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Incident'], ParentType, ContextType>;
};

export type IncidentGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentGroup'] = ResolversParentTypes['IncidentGroup']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  killed?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  injured?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type ActorConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ActorConnection'] = ResolversParentTypes['ActorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groups?: Resolver<Maybe<Array<ResolversTypes['ActorGroup']>>, ParentType, ContextType, RequireFields<ActorConnectiongroupsArgs, 'by' | 'first'>>;
};

export type ActorEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ActorEdge'] = ResolversParentTypes['ActorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
};

export type ActorGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ActorGroup'] = ResolversParentTypes['ActorGroup']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatementConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatementConnection'] = ResolversParentTypes['StatementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StatementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groups?: Resolver<Maybe<Array<ResolversTypes['StatementGroup']>>, ParentType, ContextType, RequireFields<StatementConnectiongroupsArgs, 'by' | 'first'>>;
  timeline?: Resolver<Maybe<Array<ResolversTypes['TimelineBucket']>>, ParentType, ContextType, RequireFields<StatementConnectiontimelineArgs, 'interval'>>;
};

export type StatementEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatementEdge'] = ResolversParentTypes['StatementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
};

export type StatementGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatementGroup'] = ResolversParentTypes['StatementGroup']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LocationConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LocationConnection'] = ResolversParentTypes['LocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Location']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groups?: Resolver<Maybe<Array<ResolversTypes['LocationGroup']>>, ParentType, ContextType, RequireFields<LocationConnectiongroupsArgs, 'by' | 'first'>>;
  bounds?: Resolver<Maybe<ResolversTypes['Bounds']>, ParentType, ContextType>;
};

export type LocationEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LocationEdge'] = ResolversParentTypes['LocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
};

export type LocationGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LocationGroup'] = ResolversParentTypes['LocationGroup']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArticleConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArticleConnection'] = ResolversParentTypes['ArticleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ArticleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Article']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groups?: Resolver<Maybe<Array<ResolversTypes['ArticleGroup']>>, ParentType, ContextType, RequireFields<ArticleConnectiongroupsArgs, 'by' | 'first'>>;
  timeline?: Resolver<Maybe<Array<ResolversTypes['TimelineBucket']>>, ParentType, ContextType, RequireFields<ArticleConnectiontimelineArgs, 'interval'>>;
};

export type ArticleEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArticleEdge'] = ResolversParentTypes['ArticleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export type ArticleGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArticleGroup'] = ResolversParentTypes['ArticleGroup']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TimelineBucketResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TimelineBucket'] = ResolversParentTypes['TimelineBucket']> = {
  start?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  uncertain?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  killed?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  injured?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  highlight?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QuerynodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QuerynodesArgs, 'ids'>>;
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType, RequireFields<QueryincidentArgs, 'id'>>;
  incidents?: Resolver<Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<QueryincidentsArgs>>;
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType, RequireFields<QueryactorArgs, 'id'>>;
  actors?: Resolver<Maybe<ResolversTypes['ActorConnection']>, ParentType, ContextType, Partial<QueryactorsArgs>>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<QuerystatementArgs, 'id'>>;
  statements?: Resolver<Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, Partial<QuerystatementsArgs>>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType, RequireFields<QuerylocationArgs, 'id'>>;
  locations?: Resolver<Maybe<ResolversTypes['LocationConnection']>, ParentType, ContextType, Partial<QuerylocationsArgs>>;
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<QueryarticleArgs, 'id'>>;
  articles?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<QueryarticlesArgs>>;
  search?: Resolver<Maybe<ResolversTypes['SearchConnection']>, ParentType, ContextType, RequireFields<QuerysearchArgs, 'text'>>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  ingestArticle?: Resolver<ResolversTypes['IngestResult'], ParentType, ContextType, RequireFields<MutationingestArticleArgs, 'article' | 'dryRun'>>;
  retractArticle?: Resolver<ResolversTypes['IngestResult'], ParentType, ContextType, RequireFields<MutationretractArticleArgs, 'id'>>;
  merge?: Resolver<ResolversTypes['IngestResult'], ParentType, ContextType, RequireFields<MutationmergeArgs, 'from' | 'into'>>;
  unmerge?: Resolver<ResolversTypes['IngestResult'], ParentType, ContextType, RequireFields<MutationunmergeArgs, 'from'>>;
};

export type IngestResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IngestResult'] = ResolversParentTypes['IngestResult']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['IngestChange']>, ParentType, ContextType>;
  refusals?: Resolver<Array<ResolversTypes['IngestRefusal']>, ParentType, ContextType>;
  skipped?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
};

export type IngestChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IngestChange'] = ResolversParentTypes['IngestChange']> = {
  type?: Resolver<ResolversTypes['SearchType'], ParentType, ContextType>;
  created?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
};

export type IngestRefusalResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IngestRefusal'] = ResolversParentTypes['IngestRefusal']> = {
  pointer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  found?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphContext> = {
  Date?: GraphQLScalarType;
  NonNegativeInt?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  ArticleInput?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  DateSpan?: DateSpanResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  Point?: PointResolvers<ContextType>;
  Bounds?: BoundsResolvers<ContextType>;
  Participant?: ParticipantResolvers<ContextType>;
  Casualty?: CasualtyResolvers<ContextType>;
  Weapon?: WeaponResolvers<ContextType>;
  IncidentLink?: IncidentLinkResolvers<ContextType>;
  StatementLink?: StatementLinkResolvers<ContextType>;
  Affiliation?: AffiliationResolvers<ContextType>;
  ResponsibilityEntry?: ResponsibilityEntryResolvers<ContextType>;
  Responsibility?: ResponsibilityResolvers<ContextType>;
  IncidentReport?: IncidentReportResolvers<ContextType>;
  Incident?: IncidentResolvers<ContextType>;
  Actor?: ActorResolvers<ContextType>;
  Statement?: StatementResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  Article?: ArticleResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  IncidentConnection?: IncidentConnectionResolvers<ContextType>;
  IncidentEdge?: IncidentEdgeResolvers<ContextType>;
  IncidentGroup?: IncidentGroupResolvers<ContextType>;
  ActorConnection?: ActorConnectionResolvers<ContextType>;
  ActorEdge?: ActorEdgeResolvers<ContextType>;
  ActorGroup?: ActorGroupResolvers<ContextType>;
  StatementConnection?: StatementConnectionResolvers<ContextType>;
  StatementEdge?: StatementEdgeResolvers<ContextType>;
  StatementGroup?: StatementGroupResolvers<ContextType>;
  LocationConnection?: LocationConnectionResolvers<ContextType>;
  LocationEdge?: LocationEdgeResolvers<ContextType>;
  LocationGroup?: LocationGroupResolvers<ContextType>;
  ArticleConnection?: ArticleConnectionResolvers<ContextType>;
  ArticleEdge?: ArticleEdgeResolvers<ContextType>;
  ArticleGroup?: ArticleGroupResolvers<ContextType>;
  TimelineBucket?: TimelineBucketResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  IngestResult?: IngestResultResolvers<ContextType>;
  IngestChange?: IngestChangeResolvers<ContextType>;
  IngestRefusal?: IngestRefusalResolvers<ContextType>;
};

