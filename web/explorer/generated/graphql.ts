/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The kind of an event of a subscription. */
export const EventOp = {
  /** The node matches the filter now, and did not before. */
  ENTERED: 'ENTERED',
  /** The node matches the filter as before, and was itself changed. */
  UPDATED: 'UPDATED',
  /** The node does not match the filter any more, or has been removed or merged. A client that resumes may not have known it. */
  LEFT: 'LEFT'
} as const;

export type EventOp = typeof EventOp[keyof typeof EventOp];
/** Filters incidents. All given fields must match, and an empty filter matches everything. A field that is `null` is ignored. */
export type IncidentWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<IncidentWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<IncidentWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: IncidentWhere | null | undefined;
  /** Full-text search in the title, the summary and the names of targets. All words must occur. Supports "a phrase" and -excluded words. */
  text?: string | null | undefined;
  /** Whether the incident exists, for a filter on a single incident such as `partOf`. Every other condition is false if it does not exist. */
  exists?: boolean | null | undefined;
  /** The id. */
  id?: IdWhere | null | undefined;
  /** The title. */
  title?: StringWhere | null | undefined;
  /** The summary. */
  summary?: StringWhere | null | undefined;
  /** The addresses of the same incident elsewhere. */
  sameAs?: StringListWhere | null | undefined;
  /** Whether the incident is one event or several. */
  scope?: IncidentScopeWhere | null | undefined;
  /** The kind of incident. */
  type?: IncidentTypeWhere | null | undefined;
  /** The kind of incident within its type. */
  subtype?: IncidentSubtypeWhere | null | undefined;
  /** Whether the incident happened. */
  occurrence?: OccurrenceWhere | null | undefined;
  /** The methods used. */
  methods?: MethodListWhere | null | undefined;
  /** The weapons used. */
  weapons?: WeaponListWhere | null | undefined;
  /** How the incident ended. */
  outcome?: OutcomeWhere | null | undefined;
  /** The number of events. */
  count?: QuantityWhere | null | undefined;
  /** When the incident happened. */
  date?: DateSpanWhere | null | undefined;
  /** Where the incident happened. */
  location?: LocationWhere | null | undefined;
  /** How close to `location` the incident happened. */
  locationPrecision?: LocationPrecisionWhere | null | undefined;
  /** Further places and their roles, without `location`. */
  places?: IncidentPlaceListWhere | null | undefined;
  /** The targets that were struck or aimed at. */
  targets?: TargetListWhere | null | undefined;
  /** The actors involved and their roles. */
  participants?: ParticipantListWhere | null | undefined;
  /** The people killed, injured or otherwise harmed. */
  casualties?: CasualtyListWhere | null | undefined;
  /** How the incident relates to other incidents. */
  links?: IncidentLinkListWhere | null | undefined;
  /** The incidents that link to it. */
  linkedFrom?: IncidentListWhere | null | undefined;
  /** The larger incident that it is part of. */
  partOf?: IncidentWhere | null | undefined;
  /** The incidents that are directly part of it. */
  parts?: IncidentListWhere | null | undefined;
  /** The statements about it or about the incidents that it is part of. */
  statements?: StatementListWhere | null | undefined;
  /** The articles that report it. */
  articles?: ArticleListWhere | null | undefined;
  /** Who claims responsibility, who denies it and whom others blame. */
  responsibility?: ResponsibilityWhere | null | undefined;
  /** The number of publishers that report it. */
  publisherCount?: IntWhere | null | undefined;
};

/** Filters actors. All given fields must match, and an empty filter matches everything. A field that is `null` is ignored. */
export type ActorWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<ActorWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<ActorWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: ActorWhere | null | undefined;
  /** Full-text search in the name and the aliases. All words must occur. Supports "a phrase" and -excluded words. */
  text?: string | null | undefined;
  /** Whether the actor exists, for a filter on a single actor such as `speaker`. Every other condition is false if it does not exist. */
  exists?: boolean | null | undefined;
  /** The id. */
  id?: IdWhere | null | undefined;
  /** The name. */
  name?: StringWhere | null | undefined;
  /** The other names. */
  aliases?: StringListWhere | null | undefined;
  /** The addresses of the same thing elsewhere. */
  sameAs?: StringListWhere | null | undefined;
  /** The kind of actor. */
  kind?: ActorKindWhere | null | undefined;
  /** The country. */
  country?: CountryCodeWhere | null | undefined;
  /** How the actor relates to other actors. */
  affiliations?: AffiliationListWhere | null | undefined;
  /** The actors that are members or parts of it. */
  members?: ActorListWhere | null | undefined;
  /** The incidents that the actor was involved in. */
  incidents?: IncidentListWhere | null | undefined;
  /** The statements that the actor made, or that were made on its behalf. */
  statements?: StatementListWhere | null | undefined;
  /** The statements about the actor. */
  statementsAbout?: StatementListWhere | null | undefined;
  /** The articles that mention the actor. */
  articles?: ArticleListWhere | null | undefined;
};

/** Filters statements. All given fields must match, and an empty filter matches everything. A field that is `null` is ignored. */
export type StatementWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<StatementWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<StatementWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: StatementWhere | null | undefined;
  /** Full-text search in the text and the quote. All words must occur. Supports "a phrase" and -excluded words. */
  text?: string | null | undefined;
  /** Whether the statement exists, for a filter on a single statement. It always exists. */
  exists?: boolean | null | undefined;
  /** The id. */
  id?: IdWhere | null | undefined;
  /** What the statement does. */
  type?: StatementTypeWhere | null | undefined;
  /** The speaker's own words. */
  quote?: StringWhere | null | undefined;
  /** Whether the article quotes, reports or paraphrases the statement. */
  mode?: SpeechModeWhere | null | undefined;
  /** How the article distances itself from the statement. */
  hedge?: HedgeWhere | null | undefined;
  /** When it was said. */
  date?: DateSpanWhere | null | undefined;
  /** The condition that the speaker attaches. */
  condition?: StringWhere | null | undefined;
  /** Who said it. */
  speaker?: ActorWhere | null | undefined;
  /** The actor on whose behalf it was said. */
  onBehalfOf?: ActorWhere | null | undefined;
  /** Whether the article keeps the speaker's name back. */
  anonymous?: BooleanWhere | null | undefined;
  /** The actors that it was addressed to. */
  to?: ActorListWhere | null | undefined;
  /** The actors through whom the article has the statement. */
  via?: ActorListWhere | null | undefined;
  /** The place where it was said. */
  location?: LocationWhere | null | undefined;
  /** The numbers that it gives. */
  figures?: FigureListWhere | null | undefined;
  /** The incidents that the statement is about. */
  incidents?: IncidentListWhere | null | undefined;
  /** The incidents that it is about, and every incident that is part of one of these. */
  concerns?: IncidentListWhere | null | undefined;
  /** The actors that the statement is about. */
  actors?: ActorListWhere | null | undefined;
  /** How the statement relates to other statements. */
  links?: StatementLinkListWhere | null | undefined;
  /** The statements that link to it. */
  linkedFrom?: StatementListWhere | null | undefined;
  /** The article that reports it. */
  article?: ArticleWhere | null | undefined;
};

/** Filters locations. All given fields must match, and an empty filter matches everything. A field that is `null` is ignored. */
export type LocationWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<LocationWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<LocationWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: LocationWhere | null | undefined;
  /** Full-text search in the name and the aliases. All words must occur. Supports "a phrase" and -excluded words. */
  text?: string | null | undefined;
  /** Whether the location exists, for a filter on a single location such as `location`. Every other condition is false if it does not exist. */
  exists?: boolean | null | undefined;
  /** The id. */
  id?: IdWhere | null | undefined;
  /** The name. */
  name?: StringWhere | null | undefined;
  /** The other names. */
  aliases?: StringListWhere | null | undefined;
  /** The addresses of the same thing elsewhere. */
  sameAs?: StringListWhere | null | undefined;
  /** The kind of place. */
  kind?: LocationKindWhere | null | undefined;
  /** The country: its own, or that of the nearest enclosing location that has one. */
  country?: CountryCodeWhere | null | undefined;
  /** Whether the location has coordinates. */
  point?: PointWhere | null | undefined;
  /** The location that it is directly in. */
  partOf?: LocationWhere | null | undefined;
  /** The locations that contain it. */
  ancestors?: LocationListWhere | null | undefined;
  /** The locations that are directly in it. */
  contains?: LocationListWhere | null | undefined;
  /** The incidents that happened in it or in a location within it. */
  incidents?: IncidentListWhere | null | undefined;
  /** The articles that mention it. */
  articles?: ArticleListWhere | null | undefined;
  /** Matches the location with this id and all locations within it, at any depth. */
  within?: string | number | null | undefined;
  /** Matches locations within a circle. Areas are left out; see `areasByCentre`. */
  near?: NearInput | null | undefined;
  /** Matches locations within a box. Areas are left out; see `areasByCentre`. */
  box?: BoxInput | null | undefined;
  /** Matches locations within a polygon of 3 to 500 corners, clockwise or not. Its edges are great circles; its inside is the smaller side. Areas are left out; see `areasByCentre`. */
  polygon?: Array<PointInput> | null | undefined;
  /** Whether `near`, `box` and `polygon` of this input also match areas, such as countries, by their centre. Alone, it matches everything. */
  areasByCentre?: boolean | null | undefined;
};

/** Filters articles. All given fields must match, and an empty filter matches everything. A field that is `null` is ignored. */
export type ArticleWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<ArticleWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<ArticleWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: ArticleWhere | null | undefined;
  /** Full-text search in the title and, for clients with access to it, the text. All words must occur. Supports "a phrase" and -excluded words. */
  text?: string | null | undefined;
  /** Whether the article exists, for a filter on a single article. It always exists. */
  exists?: boolean | null | undefined;
  /** The id. */
  id?: IdWhere | null | undefined;
  /** The title. */
  title?: StringWhere | null | undefined;
  /** The address at which it was published. */
  url?: StringWhere | null | undefined;
  /** The publisher. */
  publisher?: StringWhere | null | undefined;
  /** The language. */
  language?: StringWhere | null | undefined;
  /** The licence. */
  license?: StringWhere | null | undefined;
  /** How the source asks to be cited. */
  citation?: StringWhere | null | undefined;
  /** The day of publication. */
  published?: DateWhere | null | undefined;
  /** The incidents that the article reports. */
  incidents?: IncidentListWhere | null | undefined;
  /** The statements that the article reports. */
  statements?: StatementListWhere | null | undefined;
  /** The actors that the article mentions. */
  actors?: ActorListWhere | null | undefined;
  /** The locations that the article mentions. */
  locations?: LocationListWhere | null | undefined;
};

/** Filters participants. All given fields must match. A field that is `null` is ignored. */
export type ParticipantWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<ParticipantWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<ParticipantWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: ParticipantWhere | null | undefined;
  /** The actor. */
  actor?: ActorWhere | null | undefined;
  /** The role of the actor. */
  role?: ParticipantRoleWhere | null | undefined;
  /** How certain the role is. */
  status?: AttributionStatusWhere | null | undefined;
  /** The side that the actor was on, one letter from A to Z. */
  side?: StringWhere | null | undefined;
};

/** Filters casualties. All given fields must match. A field that is `null` is ignored. */
export type CasualtyWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<CasualtyWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<CasualtyWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: CasualtyWhere | null | undefined;
  /** What happened to them. */
  kind?: CasualtyKindWhere | null | undefined;
  /** The number of people. */
  count?: QuantityWhere | null | undefined;
  /** Who they were. */
  group?: CasualtyGroupWhere | null | undefined;
  /** Their age or sex. */
  demographic?: DemographicWhere | null | undefined;
  /** Whether they are among those of another entry of this kind. */
  within?: BooleanWhere | null | undefined;
  /** How severe their injuries were. */
  severity?: SeverityWhere | null | undefined;
  /** What happened to them later. */
  later?: StringWhere | null | undefined;
  /** The actor that they belonged to. */
  actor?: ActorWhere | null | undefined;
  /** The statements that give this number. */
  assertedBy?: StatementListWhere | null | undefined;
  /** The statements that deny this number. */
  deniedBy?: StatementListWhere | null | undefined;
};

/** Filters weapons. All given fields must match. A field that is `null` is ignored. */
export type WeaponWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<WeaponWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<WeaponWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: WeaponWhere | null | undefined;
  /** The kind of weapon. */
  method?: MethodWhere | null | undefined;
  /** The number of weapons. */
  count?: QuantityWhere | null | undefined;
  /** What happened to it. */
  outcome?: OutcomeWhere | null | undefined;
  /** Whether the articles are certain that it was used. */
  certain?: BooleanWhere | null | undefined;
};

/** Filters places of incidents. All given fields must match. A field that is `null` is ignored. */
export type IncidentPlaceWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<IncidentPlaceWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<IncidentPlaceWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: IncidentPlaceWhere | null | undefined;
  /** The place. */
  location?: LocationWhere | null | undefined;
  /** The role of the place. */
  role?: PlaceRoleWhere | null | undefined;
  /** How close to `location` it was. */
  precision?: LocationPrecisionWhere | null | undefined;
};

/** Filters targets. All given fields must match. A field that is `null` is ignored. */
export type TargetWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<TargetWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<TargetWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: TargetWhere | null | undefined;
  /** The kind of target. */
  kind?: TargetKindWhere | null | undefined;
  /** The name. */
  name?: StringWhere | null | undefined;
  /** Where it is. */
  location?: LocationWhere | null | undefined;
  /** How badly it was damaged. */
  damage?: DamageWhere | null | undefined;
  /** The number of targets of this kind. */
  count?: QuantityWhere | null | undefined;
};

/** Filters figures. All given fields must match. A field that is `null` is ignored. */
export type FigureWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<FigureWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<FigureWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: FigureWhere | null | undefined;
  /** The kind of thing counted, such as `MONEY`. */
  kind?: FigureKindWhere | null | undefined;
  /** The number. */
  count?: QuantityWhere | null | undefined;
  /** The unit or the things counted. */
  unit?: StringWhere | null | undefined;
  /** The figure in the words of the article. */
  original?: StringWhere | null | undefined;
  /** The incident that the number is about. */
  incident?: IncidentWhere | null | undefined;
};

/** Filters links between incidents. All given fields must match. A field that is `null` is ignored. */
export type IncidentLinkWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<IncidentLinkWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<IncidentLinkWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: IncidentLinkWhere | null | undefined;
  /** The type of link. */
  type?: IncidentLinkTypeWhere | null | undefined;
  /** The second incident. */
  incident?: IncidentWhere | null | undefined;
};

/** Filters links between statements. All given fields must match. A field that is `null` is ignored. */
export type StatementLinkWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<StatementLinkWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<StatementLinkWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: StatementLinkWhere | null | undefined;
  /** The type of link. */
  type?: StatementLinkTypeWhere | null | undefined;
  /** The second statement. */
  statement?: StatementWhere | null | undefined;
};

/** Filters affiliations. All given fields must match. A field that is `null` is ignored. */
export type AffiliationWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<AffiliationWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<AffiliationWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: AffiliationWhere | null | undefined;
  /** The type of affiliation. */
  type?: AffiliationTypeWhere | null | undefined;
  /** The second actor. */
  actor?: ActorWhere | null | undefined;
  /** The office or rank. */
  title?: StringWhere | null | undefined;
  /** When the affiliation held. */
  date?: DateSpanWhere | null | undefined;
  /** How certain the affiliation is. */
  status?: AttributionStatusWhere | null | undefined;
  /** The statements that assert the affiliation. */
  assertedBy?: StatementListWhere | null | undefined;
  /** The statements that deny the affiliation. */
  deniedBy?: StatementListWhere | null | undefined;
};

/** Filters responsibility entries. All given fields must match. A field that is `null` is ignored. */
export type ResponsibilityEntryWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: Array<ResponsibilityEntryWhere> | null | undefined;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: Array<ResponsibilityEntryWhere> | null | undefined;
  /** Matches if this filter does not match. */
  not?: ResponsibilityEntryWhere | null | undefined;
  /** The actor. */
  actor?: ActorWhere | null | undefined;
  /** The newest statement about its responsibility. */
  statement?: StatementWhere | null | undefined;
};

/** Filters incidents by who claims, denies or is blamed for them. All given fields must match. A field that is `null` is ignored. */
export type ResponsibilityWhere = {
  /** The actors that claim responsibility. */
  claimedBy?: ResponsibilityListWhere | null | undefined;
  /** The actors that deny responsibility. */
  deniedBy?: ResponsibilityListWhere | null | undefined;
  /** The actors that others name or accuse. */
  attributedTo?: ResponsibilityListWhere | null | undefined;
};

/** Filters by a list of responsibility entries. An entry matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type ResponsibilityListWhere = {
  /** At least one entry matches. */
  some?: ResponsibilityEntryWhere | null | undefined;
  /** No entry matches. */
  none?: ResponsibilityEntryWhere | null | undefined;
};

/** Filters by a list of methods. A method matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type MethodListWhere = {
  /** At least one method matches. */
  some?: MethodWhere | null | undefined;
  /** No method matches. */
  none?: MethodWhere | null | undefined;
  /** Every method matches. An empty list matches too. */
  every?: MethodWhere | null | undefined;
  /** The number of methods. */
  count?: MethodCountWhere | null | undefined;
};

/** Filters by the number of methods. All given bounds must hold. A field that is `null` is ignored. */
export type MethodCountWhere = {
  /** Counts only the methods that match this filter. By default, all are counted. */
  where?: MethodWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of strings. A string matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type StringListWhere = {
  /** At least one string matches. */
  some?: StringWhere | null | undefined;
  /** No string matches. */
  none?: StringWhere | null | undefined;
  /** Every string matches. An empty list matches too. */
  every?: StringWhere | null | undefined;
  /** The number of strings. */
  count?: StringCountWhere | null | undefined;
};

/** Filters by the number of strings. All given bounds must hold. A field that is `null` is ignored. */
export type StringCountWhere = {
  /** Counts only the strings that match this filter. By default, all are counted. */
  where?: StringWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of participants. A participant matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type ParticipantListWhere = {
  /** At least one participant matches. */
  some?: ParticipantWhere | null | undefined;
  /** No participant matches. */
  none?: ParticipantWhere | null | undefined;
  /** Every participant matches. An empty list matches too. */
  every?: ParticipantWhere | null | undefined;
  /** The number of participants. */
  count?: ParticipantCountWhere | null | undefined;
};

/** Filters by the number of participants. All given bounds must hold. A field that is `null` is ignored. */
export type ParticipantCountWhere = {
  /** Counts only the participants that match this filter. By default, all are counted. */
  where?: ParticipantWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of casualties. An element matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type CasualtyListWhere = {
  /** At least one element matches. */
  some?: CasualtyWhere | null | undefined;
  /** No element matches. */
  none?: CasualtyWhere | null | undefined;
  /** Every element matches. An empty list matches too. */
  every?: CasualtyWhere | null | undefined;
  /** The number of casualties. */
  count?: CasualtyCountWhere | null | undefined;
};

/** Filters by the number of casualties. All given bounds must hold. A field that is `null` is ignored. */
export type CasualtyCountWhere = {
  /** Counts only the casualties that match this filter. By default, all are counted. */
  where?: CasualtyWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of weapons. A weapon matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type WeaponListWhere = {
  /** At least one weapon matches. */
  some?: WeaponWhere | null | undefined;
  /** No weapon matches. */
  none?: WeaponWhere | null | undefined;
  /** Every weapon matches. An empty list matches too. */
  every?: WeaponWhere | null | undefined;
  /** The number of weapons. */
  count?: WeaponCountWhere | null | undefined;
};

/** Filters by the number of weapons. All given bounds must hold. A field that is `null` is ignored. */
export type WeaponCountWhere = {
  /** Counts only the weapons that match this filter. By default, all are counted. */
  where?: WeaponWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of places. A place matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type IncidentPlaceListWhere = {
  /** At least one place matches. */
  some?: IncidentPlaceWhere | null | undefined;
  /** No place matches. */
  none?: IncidentPlaceWhere | null | undefined;
  /** Every place matches. An empty list matches too. */
  every?: IncidentPlaceWhere | null | undefined;
  /** The number of places. */
  count?: IncidentPlaceCountWhere | null | undefined;
};

/** Filters by the number of places. All given bounds must hold. A field that is `null` is ignored. */
export type IncidentPlaceCountWhere = {
  /** Counts only the places that match this filter. By default, all are counted. */
  where?: IncidentPlaceWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of targets. A target matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type TargetListWhere = {
  /** At least one target matches. */
  some?: TargetWhere | null | undefined;
  /** No target matches. */
  none?: TargetWhere | null | undefined;
  /** Every target matches. An empty list matches too. */
  every?: TargetWhere | null | undefined;
  /** The number of targets. */
  count?: TargetCountWhere | null | undefined;
};

/** Filters by the number of targets. All given bounds must hold. A field that is `null` is ignored. */
export type TargetCountWhere = {
  /** Counts only the targets that match this filter. By default, all are counted. */
  where?: TargetWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of figures. A figure matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type FigureListWhere = {
  /** At least one figure matches. */
  some?: FigureWhere | null | undefined;
  /** No figure matches. */
  none?: FigureWhere | null | undefined;
  /** Every figure matches. An empty list matches too. */
  every?: FigureWhere | null | undefined;
  /** The number of figures. */
  count?: FigureCountWhere | null | undefined;
};

/** Filters by the number of figures. All given bounds must hold. A field that is `null` is ignored. */
export type FigureCountWhere = {
  /** Counts only the figures that match this filter. By default, all are counted. */
  where?: FigureWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of links. A link matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type IncidentLinkListWhere = {
  /** At least one link matches. */
  some?: IncidentLinkWhere | null | undefined;
  /** No link matches. */
  none?: IncidentLinkWhere | null | undefined;
  /** Every link matches. An empty list matches too. */
  every?: IncidentLinkWhere | null | undefined;
  /** The number of links. */
  count?: IncidentLinkCountWhere | null | undefined;
};

/** Filters by the number of links. All given bounds must hold. A field that is `null` is ignored. */
export type IncidentLinkCountWhere = {
  /** Counts only the links that match this filter. By default, all are counted. */
  where?: IncidentLinkWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of links. A link matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type StatementLinkListWhere = {
  /** At least one link matches. */
  some?: StatementLinkWhere | null | undefined;
  /** No link matches. */
  none?: StatementLinkWhere | null | undefined;
  /** Every link matches. An empty list matches too. */
  every?: StatementLinkWhere | null | undefined;
  /** The number of links. */
  count?: StatementLinkCountWhere | null | undefined;
};

/** Filters by the number of links. All given bounds must hold. A field that is `null` is ignored. */
export type StatementLinkCountWhere = {
  /** Counts only the links that match this filter. By default, all are counted. */
  where?: StatementLinkWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of affiliations. An affiliation matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type AffiliationListWhere = {
  /** At least one affiliation matches. */
  some?: AffiliationWhere | null | undefined;
  /** No affiliation matches. */
  none?: AffiliationWhere | null | undefined;
  /** Every affiliation matches. An empty list matches too. */
  every?: AffiliationWhere | null | undefined;
  /** The number of affiliations. */
  count?: AffiliationCountWhere | null | undefined;
};

/** Filters by the number of affiliations. All given bounds must hold. A field that is `null` is ignored. */
export type AffiliationCountWhere = {
  /** Counts only the affiliations that match this filter. By default, all are counted. */
  where?: AffiliationWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of incidents. An incident matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type IncidentListWhere = {
  /** At least one incident matches. */
  some?: IncidentWhere | null | undefined;
  /** No incident matches. */
  none?: IncidentWhere | null | undefined;
  /** Every incident matches. An empty list matches too. */
  every?: IncidentWhere | null | undefined;
  /** The number of incidents. */
  count?: IncidentCountWhere | null | undefined;
};

/** Filters by the number of incidents. All given bounds must hold. A field that is `null` is ignored. */
export type IncidentCountWhere = {
  /** Counts only the incidents that match this filter. By default, all are counted. */
  where?: IncidentWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of actors. An actor matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type ActorListWhere = {
  /** At least one actor matches. */
  some?: ActorWhere | null | undefined;
  /** No actor matches. */
  none?: ActorWhere | null | undefined;
  /** Every actor matches. An empty list matches too. */
  every?: ActorWhere | null | undefined;
  /** The number of actors. */
  count?: ActorCountWhere | null | undefined;
};

/** Filters by the number of actors. All given bounds must hold. A field that is `null` is ignored. */
export type ActorCountWhere = {
  /** Counts only the actors that match this filter. By default, all are counted. */
  where?: ActorWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of statements. A statement matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type StatementListWhere = {
  /** At least one statement matches. */
  some?: StatementWhere | null | undefined;
  /** No statement matches. */
  none?: StatementWhere | null | undefined;
  /** Every statement matches. An empty list matches too. */
  every?: StatementWhere | null | undefined;
  /** The number of statements. */
  count?: StatementCountWhere | null | undefined;
};

/** Filters by the number of statements. All given bounds must hold. A field that is `null` is ignored. */
export type StatementCountWhere = {
  /** Counts only the statements that match this filter. By default, all are counted. */
  where?: StatementWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of locations. A location matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type LocationListWhere = {
  /** At least one location matches. */
  some?: LocationWhere | null | undefined;
  /** No location matches. */
  none?: LocationWhere | null | undefined;
  /** Every location matches. An empty list matches too. */
  every?: LocationWhere | null | undefined;
  /** The number of locations. */
  count?: LocationCountWhere | null | undefined;
};

/** Filters by the number of locations. All given bounds must hold. A field that is `null` is ignored. */
export type LocationCountWhere = {
  /** Counts only the locations that match this filter. By default, all are counted. */
  where?: LocationWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a list of articles. An article matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type ArticleListWhere = {
  /** At least one article matches. */
  some?: ArticleWhere | null | undefined;
  /** No article matches. */
  none?: ArticleWhere | null | undefined;
  /** Every article matches. An empty list matches too. */
  every?: ArticleWhere | null | undefined;
  /** The number of articles. */
  count?: ArticleCountWhere | null | undefined;
};

/** Filters by the number of articles. All given bounds must hold. A field that is `null` is ignored. */
export type ArticleCountWhere = {
  /** Counts only the articles that match this filter. By default, all are counted. */
  where?: ArticleWhere | null | undefined;
  /** Exactly this many. */
  eq?: number | null | undefined;
  /** More than this many. */
  gt?: number | null | undefined;
  /** At least this many. */
  gte?: number | null | undefined;
  /** Fewer than this many. */
  lt?: number | null | undefined;
  /** At most this many. */
  lte?: number | null | undefined;
};

/** Filters by a possibly imprecise date. All given fields must match. A field that is `null` is ignored. An unknown date is neither `certainly` nor `possibly` in a range. */
export type DateSpanWhere = {
  /** The whole span is in this range. An approximate date never matches. */
  certainly?: DateRange | null | undefined;
  /** The span overlaps this range. */
  possibly?: DateRange | null | undefined;
  /** How precisely the date is known. */
  precision?: DatePrecisionWhere | null | undefined;
  /** Whether a date is known. */
  exists?: boolean | null | undefined;
};

/** A range of days, including both ends. An omitted or `null` end is open. */
export type DateRange = {
  /** The first day. */
  from?: string | null | undefined;
  /** The last day. */
  to?: string | null | undefined;
};

/** Filters by a possibly imprecise number. All given fields must match. A field that is `null` is ignored. */
export type QuantityWhere = {
  /** All possible values are in this range. */
  certainly?: IntRange | null | undefined;
  /** At least one possible value is in this range. */
  possibly?: IntRange | null | undefined;
  /** Whether a number is known. */
  exists?: boolean | null | undefined;
};

/** A range of whole numbers, including both ends. An omitted or `null` end is open. */
export type IntRange = {
  /** The lowest number. */
  from?: number | null | undefined;
  /** The highest number. */
  to?: number | null | undefined;
};

/** Filters by whether coordinates are known. A field that is `null` is ignored. */
export type PointWhere = {
  /** Whether coordinates are present. */
  exists?: boolean | null | undefined;
};

/** A circle on the earth. */
export type NearInput = {
  /** The latitude of the centre, from -90 to 90. */
  latitude: number;
  /** The longitude of the centre, from -180 to 180. */
  longitude: number;
  /** The radius in kilometres, from 0 to 20,016. */
  km: number;
};

/** A box of latitudes and longitudes. It crosses the antimeridian if `west` is greater than `east`. */
export type BoxInput = {
  /** The lowest latitude, from -90 to 90. */
  south: number;
  /** The western edge, a longitude from -180 to 180. */
  west: number;
  /** The highest latitude, from -90 to 90. */
  north: number;
  /** The eastern edge, a longitude from -180 to 180. */
  east: number;
};

/** A position on the earth, in degrees (WGS 84). */
export type PointInput = {
  /** Degrees north of the equator, from -90 to 90. */
  latitude: number;
  /** Degrees east of Greenwich, from -180 to 180. */
  longitude: number;
};

/** Filters by an id, with or without its type prefix. All given fields must match. A field that is `null` is ignored. */
export type IdWhere = {
  /** Equal to this value. */
  eq?: string | number | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<string | number> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<string | number> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a string. All given fields must match. A field that is `null` is ignored. */
export type StringWhere = {
  /** Equal to this string, including case and accents. */
  eq?: string | null | undefined;
  /** Equal to one of these strings, at most 1,000. An empty list matches nothing. */
  in?: Array<string> | null | undefined;
  /** Equal to none of these strings, at most 1,000. An absent value matches. */
  notIn?: Array<string> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
  /** Contains this text, ignoring case, accents and invisible characters; æ equals ae. Vowel signs of Indic and South-East Asian scripts count. At most 1,000 characters. */
  contains?: string | null | undefined;
  /** Starts with this text, compared as in `contains`. At most 1,000 characters. */
  startsWith?: string | null | undefined;
};

/** Filters by a whole number. All given fields must match. A field that is `null` is ignored. */
export type IntWhere = {
  /** Equal to this value. */
  eq?: number | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<number> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<number> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
  /** Greater than this value. */
  gt?: number | null | undefined;
  /** Greater than or equal to this value. */
  gte?: number | null | undefined;
  /** Less than this value. */
  lt?: number | null | undefined;
  /** Less than or equal to this value. */
  lte?: number | null | undefined;
};

/** Filters by a day. All given fields must match. A field that is `null` is ignored. */
export type DateWhere = {
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<string> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<string> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
  /** After this day. */
  gt?: string | null | undefined;
  /** On or after this day. */
  gte?: string | null | undefined;
  /** Before this day. */
  lt?: string | null | undefined;
  /** On or before this day. */
  lte?: string | null | undefined;
};

/** Filters by a country code. All given fields must match. A field that is `null` is ignored. */
export type CountryCodeWhere = {
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<string> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<string> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a Boolean. All given fields must match. A field that is `null` is ignored. */
export type BooleanWhere = {
  /** Equal to this value. */
  eq?: boolean | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<boolean> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<boolean> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `DatePrecision` value. All given fields must match. A field that is `null` is ignored. */
export type DatePrecisionWhere = {
  /** Equal to this value. */
  eq?: DatePrecision | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<DatePrecision> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<DatePrecision> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by an `IncidentScope` value. All given fields must match. A field that is `null` is ignored. */
export type IncidentScopeWhere = {
  /** Equal to this value. */
  eq?: IncidentScope | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<IncidentScope> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<IncidentScope> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by an `IncidentType` value. All given fields must match. A field that is `null` is ignored. */
export type IncidentTypeWhere = {
  /** Equal to this value. */
  eq?: IncidentType | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<IncidentType> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<IncidentType> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by an `IncidentSubtype` value. All given fields must match. A field that is `null` is ignored. */
export type IncidentSubtypeWhere = {
  /** Equal to this value. */
  eq?: IncidentSubtype | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<IncidentSubtype> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<IncidentSubtype> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by an `Occurrence` value. All given fields must match. A field that is `null` is ignored. */
export type OccurrenceWhere = {
  /** Equal to this value. */
  eq?: Occurrence | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<Occurrence> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<Occurrence> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `Method` value. All given fields must match. A field that is `null` is ignored. */
export type MethodWhere = {
  /** Equal to this value. */
  eq?: Method | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<Method> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<Method> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by an `Outcome` value. All given fields must match. A field that is `null` is ignored. */
export type OutcomeWhere = {
  /** Equal to this value. */
  eq?: Outcome | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<Outcome> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<Outcome> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `LocationPrecision` value. All given fields must match. A field that is `null` is ignored. */
export type LocationPrecisionWhere = {
  /** Equal to this value. */
  eq?: LocationPrecision | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<LocationPrecision> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<LocationPrecision> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `PlaceRole` value. All given fields must match. A field that is `null` is ignored. */
export type PlaceRoleWhere = {
  /** Equal to this value. */
  eq?: PlaceRole | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<PlaceRole> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<PlaceRole> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `TargetKind` value. All given fields must match. A field that is `null` is ignored. */
export type TargetKindWhere = {
  /** Equal to this value. */
  eq?: TargetKind | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<TargetKind> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<TargetKind> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `Damage` value. All given fields must match. A field that is `null` is ignored. */
export type DamageWhere = {
  /** Equal to this value. */
  eq?: Damage | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<Damage> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<Damage> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `ParticipantRole` value. All given fields must match. A field that is `null` is ignored. */
export type ParticipantRoleWhere = {
  /** Equal to this value. */
  eq?: ParticipantRole | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<ParticipantRole> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<ParticipantRole> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by an `AttributionStatus` value. All given fields must match. A field that is `null` is ignored. */
export type AttributionStatusWhere = {
  /** Equal to this value. */
  eq?: AttributionStatus | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<AttributionStatus> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<AttributionStatus> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `CasualtyKind` value. All given fields must match. A field that is `null` is ignored. */
export type CasualtyKindWhere = {
  /** Equal to this value. */
  eq?: CasualtyKind | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<CasualtyKind> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<CasualtyKind> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `CasualtyGroup` value. All given fields must match. A field that is `null` is ignored. */
export type CasualtyGroupWhere = {
  /** Equal to this value. */
  eq?: CasualtyGroup | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<CasualtyGroup> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<CasualtyGroup> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `Demographic` value. All given fields must match. A field that is `null` is ignored. */
export type DemographicWhere = {
  /** Equal to this value. */
  eq?: Demographic | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<Demographic> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<Demographic> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `Severity` value. All given fields must match. A field that is `null` is ignored. */
export type SeverityWhere = {
  /** Equal to this value. */
  eq?: Severity | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<Severity> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<Severity> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by an `IncidentLinkType` value. All given fields must match. A field that is `null` is ignored. */
export type IncidentLinkTypeWhere = {
  /** Equal to this value. */
  eq?: IncidentLinkType | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<IncidentLinkType> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<IncidentLinkType> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by an `ActorKind` value. All given fields must match. A field that is `null` is ignored. */
export type ActorKindWhere = {
  /** Equal to this value. */
  eq?: ActorKind | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<ActorKind> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<ActorKind> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by an `AffiliationType` value. All given fields must match. A field that is `null` is ignored. */
export type AffiliationTypeWhere = {
  /** Equal to this value. */
  eq?: AffiliationType | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<AffiliationType> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<AffiliationType> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `StatementType` value. All given fields must match. A field that is `null` is ignored. */
export type StatementTypeWhere = {
  /** Equal to this value. */
  eq?: StatementType | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<StatementType> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<StatementType> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `SpeechMode` value. All given fields must match. A field that is `null` is ignored. */
export type SpeechModeWhere = {
  /** Equal to this value. */
  eq?: SpeechMode | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<SpeechMode> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<SpeechMode> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `Hedge` value. All given fields must match. A field that is `null` is ignored. */
export type HedgeWhere = {
  /** Equal to this value. */
  eq?: Hedge | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<Hedge> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<Hedge> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `FigureKind` value. All given fields must match. A field that is `null` is ignored. */
export type FigureKindWhere = {
  /** Equal to this value. */
  eq?: FigureKind | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<FigureKind> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<FigureKind> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `StatementLinkType` value. All given fields must match. A field that is `null` is ignored. */
export type StatementLinkTypeWhere = {
  /** Equal to this value. */
  eq?: StatementLinkType | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<StatementLinkType> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<StatementLinkType> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** Filters by a `LocationKind` value. All given fields must match. A field that is `null` is ignored. */
export type LocationKindWhere = {
  /** Equal to this value. */
  eq?: LocationKind | null | undefined;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: Array<LocationKind> | null | undefined;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: Array<LocationKind> | null | undefined;
  /** Whether a value is present. */
  exists?: boolean | null | undefined;
};

/** One sort key for incidents. Ties are broken by id, in the direction of the first sort key. */
export type IncidentOrder = {
  /** The value to sort by. */
  field: IncidentOrderField;
  /** The direction of the sort. */
  direction?: OrderDirection;
};

/** How precisely a date is known. */
export const DatePrecision = {
  /** One day. */
  DAY: 'DAY',
  /** A day in one month. */
  MONTH: 'MONTH',
  /** A day in one year. */
  YEAR: 'YEAR',
  /** A range with a known start and end. */
  RANGE: 'RANGE',
  /** Around this date, and possibly outside it. */
  APPROXIMATE: 'APPROXIMATE',
  /** A range without a known start or without a known end. */
  OPEN: 'OPEN'
} as const;

export type DatePrecision = typeof DatePrecision[keyof typeof DatePrecision];
/** Whether an incident is one event or several reported as one. */
export const IncidentScope = {
  /** One event. */
  EVENT: 'EVENT',
  /** Several events reported as one, such as "over 40 assaults". */
  AGGREGATE: 'AGGREGATE'
} as const;

export type IncidentScope = typeof IncidentScope[keyof typeof IncidentScope];
/** The kind of incident. */
export const IncidentType = {
  /** Fighting between armed groups. */
  BATTLE: 'BATTLE',
  /** An attack with explosives, drones, rockets or other remote weapons. */
  EXPLOSION_REMOTE_VIOLENCE: 'EXPLOSION_REMOTE_VIOLENCE',
  /** An attack on civilians. */
  VIOLENCE_AGAINST_CIVILIANS: 'VIOLENCE_AGAINST_CIVILIANS',
  /** A peaceful demonstration. */
  PROTEST: 'PROTEST',
  /** A violent demonstration or mob violence. */
  RIOT: 'RIOT',
  /** An important development that is not itself violent, such as an arrest or an agreement. */
  STRATEGIC_DEVELOPMENT: 'STRATEGIC_DEVELOPMENT',
  /** Another or unknown kind of incident. */
  OTHER: 'OTHER'
} as const;

export type IncidentType = typeof IncidentType[keyof typeof IncidentType];
/** The kind of incident within its `IncidentType`. Each value belongs to one type. */
export const IncidentSubtype = {
  /** Armed groups fight, and no territory changes hands (`BATTLE`). */
  ARMED_CLASH: 'ARMED_CLASH',
  /** A side takes territory from another (`BATTLE`). */
  TERRITORY_TAKEN: 'TERRITORY_TAKEN',
  /** A government or its allies take territory back (`BATTLE`). */
  TERRITORY_RETAKEN: 'TERRITORY_RETAKEN',
  /** A strike by a manned or unspecified aircraft (`EXPLOSION_REMOTE_VIOLENCE`). */
  AIR_STRIKE: 'AIR_STRIKE',
  /** A strike by an unmanned aircraft (`EXPLOSION_REMOTE_VIOLENCE`). */
  DRONE_STRIKE: 'DRONE_STRIKE',
  /** Artillery, mortar, tank, rocket or missile fire (`EXPLOSION_REMOTE_VIOLENCE`). */
  SHELLING: 'SHELLING',
  /** An improvised explosive device or a mine (`EXPLOSION_REMOTE_VIOLENCE`). */
  IED_ATTACK: 'IED_ATTACK',
  /** A bomb carried by an attacker who dies with it (`EXPLOSION_REMOTE_VIOLENCE`). */
  SUICIDE_BOMBING: 'SUICIDE_BOMBING',
  /** A chemical agent (`EXPLOSION_REMOTE_VIOLENCE`). */
  CHEMICAL_ATTACK: 'CHEMICAL_ATTACK',
  /** Civilians are attacked (`VIOLENCE_AGAINST_CIVILIANS`). */
  ATTACK: 'ATTACK',
  /** People are taken by force (`VIOLENCE_AGAINST_CIVILIANS`). */
  ABDUCTION: 'ABDUCTION',
  /** People are sexually assaulted (`VIOLENCE_AGAINST_CIVILIANS`). */
  SEXUAL_VIOLENCE: 'SEXUAL_VIOLENCE',
  /** People in the hands of their killers are put to death (`VIOLENCE_AGAINST_CIVILIANS`). */
  EXECUTION: 'EXECUTION',
  /** People are driven from their homes (`VIOLENCE_AGAINST_CIVILIANS`). */
  FORCED_DISPLACEMENT: 'FORCED_DISPLACEMENT',
  /** Nobody intervenes by force (`PROTEST`). */
  PEACEFUL: 'PEACEFUL',
  /** The demonstration is dispersed or stopped (`PROTEST`). */
  INTERVENED: 'INTERVENED',
  /** Lethal force is used against the protesters (`PROTEST`). */
  EXCESSIVE_FORCE: 'EXCESSIVE_FORCE',
  /** Demonstrators use violence (`RIOT`). */
  VIOLENT_DEMONSTRATION: 'VIOLENT_DEMONSTRATION',
  /** A mob attacks people or property (`RIOT`). */
  MOB_VIOLENCE: 'MOB_VIOLENCE',
  /** A ceasefire or truce (`STRATEGIC_DEVELOPMENT`). */
  CEASEFIRE: 'CEASEFIRE',
  /** Another agreement (`STRATEGIC_DEVELOPMENT`). */
  AGREEMENT: 'AGREEMENT',
  /** Talks (`STRATEGIC_DEVELOPMENT`). */
  NEGOTIATION: 'NEGOTIATION',
  /** Prisoners or hostages are released (`STRATEGIC_DEVELOPMENT`). */
  RELEASE: 'RELEASE',
  /** People are arrested (`STRATEGIC_DEVELOPMENT`). */
  ARREST: 'ARREST',
  /** A trial, an indictment or a sentence (`STRATEGIC_DEVELOPMENT`). */
  TRIAL: 'TRIAL',
  /** Sanctions are imposed or lifted (`STRATEGIC_DEVELOPMENT`). */
  SANCTION: 'SANCTION',
  /** Forces withdraw (`STRATEGIC_DEVELOPMENT`). */
  WITHDRAWAL: 'WITHDRAWAL',
  /** Forces are sent or moved (`STRATEGIC_DEVELOPMENT`). */
  DEPLOYMENT: 'DEPLOYMENT',
  /** A base or headquarters is set up (`STRATEGIC_DEVELOPMENT`). */
  BASE_ESTABLISHED: 'BASE_ESTABLISHED',
  /** Property is looted or destroyed (`STRATEGIC_DEVELOPMENT`). */
  LOOTING: 'LOOTING',
  /** Weapons are found or seized (`STRATEGIC_DEVELOPMENT`). */
  WEAPONS_SEIZED: 'WEAPONS_SEIZED',
  /** Weapons are made safe or destroyed before they are used (`STRATEGIC_DEVELOPMENT`). */
  WEAPONS_DISRUPTED: 'WEAPONS_DISRUPTED',
  /** Aid is delivered or blocked (`STRATEGIC_DEVELOPMENT`). */
  AID: 'AID',
  /** A group forms, splits, joins another or changes its leader (`STRATEGIC_DEVELOPMENT`). */
  GROUP_CHANGE: 'GROUP_CHANGE',
  /** Another kind of incident (`OTHER`). */
  OTHER: 'OTHER'
} as const;

export type IncidentSubtype = typeof IncidentSubtype[keyof typeof IncidentSubtype];
/** Whether an incident happened. Sums of deaths and injuries include only incidents that happened. */
export const Occurrence = {
  /** It happened. */
  HAPPENED: 'HAPPENED',
  /** Somebody plans it. */
  PLANNED: 'PLANNED',
  /** Somebody expects it. */
  EXPECTED: 'EXPECTED',
  /** It would happen under a condition, such as a retaliation that is threatened for the case of an attack. */
  CONDITIONAL: 'CONDITIONAL',
  /** It did not happen, such as a raid that was reported and turned out to be untrue. */
  DID_NOT_HAPPEN: 'DID_NOT_HAPPEN'
} as const;

export type Occurrence = typeof Occurrence[keyof typeof Occurrence];
/** The method or weapon used. */
export const Method = {
  /** An improvised explosive device. */
  IED: 'IED',
  /** An unmanned aircraft. */
  DRONE: 'DRONE',
  /** A strike by a manned or unspecified aircraft. */
  AIR_STRIKE: 'AIR_STRIKE',
  /** An unguided rocket. */
  ROCKET: 'ROCKET',
  /** A guided missile. */
  MISSILE: 'MISSILE',
  /** Artillery, mortar or tank fire. */
  SHELLING: 'SHELLING',
  /** A grenade. */
  GRENADE: 'GRENADE',
  /** A landmine. */
  LANDMINE: 'LANDMINE',
  /** Another or unspecified explosive. */
  EXPLOSIVE: 'EXPLOSIVE',
  /** A bomb carried by an attacker who dies with it. */
  SUICIDE_BOMB: 'SUICIDE_BOMB',
  /** A vehicle that carries a bomb. */
  VEHICLE_BOMB: 'VEHICLE_BOMB',
  /** A rocket-propelled grenade. */
  RPG: 'RPG',
  /** Tear gas. */
  TEAR_GAS: 'TEAR_GAS',
  /** Rifles, pistols or machine guns. */
  SMALL_ARMS: 'SMALL_ARMS',
  /** Fire set on purpose. */
  ARSON: 'ARSON',
  /** People taken by force. */
  ABDUCTION: 'ABDUCTION',
  /** A chemical agent. */
  CHEMICAL: 'CHEMICAL',
  /** An attack on computers or networks. */
  CYBER: 'CYBER',
  /** Blades, clubs or bare hands. */
  MELEE: 'MELEE',
  /** A vehicle used as a weapon. */
  VEHICLE: 'VEHICLE',
  /** A method that has no value of its own. */
  OTHER: 'OTHER',
  /** An unknown method. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type Method = typeof Method[keyof typeof Method];
/** How an incident ended. */
export const Outcome = {
  /** It achieved its goal. */
  COMPLETED: 'COMPLETED',
  /** It partly achieved its goal. */
  PARTIAL: 'PARTIAL',
  /** It was stopped on its way, such as a drone that was shot down. */
  INTERCEPTED: 'INTERCEPTED',
  /** It was carried out but did not achieve its goal. */
  FAILED: 'FAILED',
  /** It was stopped before it was carried out. */
  FOILED: 'FOILED',
  /** It was only threatened. */
  THREATENED: 'THREATENED',
  /** The outcome is unknown. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type Outcome = typeof Outcome[keyof typeof Outcome];
/** How close to its location an incident happened. */
export const LocationPrecision = {
  /** At this location. */
  EXACT: 'EXACT',
  /** Near this location. */
  NEAR: 'NEAR',
  /** Somewhere in this area. */
  AREA: 'AREA',
  /** Somewhere in this country. */
  COUNTRY: 'COUNTRY',
  /** Somewhere in this region of several countries. */
  REGION: 'REGION',
  /** The precision is unknown. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type LocationPrecision = typeof LocationPrecision[keyof typeof LocationPrecision];
/** The role of a place in an incident. */
export const PlaceRole = {
  /** The incident happened here, beside the main site. */
  SITE: 'SITE',
  /** It came from here, such as the place from which rockets were fired. */
  ORIGIN: 'ORIGIN',
  /** It was aimed here, such as the city that intercepted missiles were to hit. */
  TARGET: 'TARGET',
  /** It passed through here. */
  TRANSIT: 'TRANSIT',
  /** The parties met here. */
  MEETING: 'MEETING',
  /** It led here, such as the place to which people fled. */
  DESTINATION: 'DESTINATION'
} as const;

export type PlaceRole = typeof PlaceRole[keyof typeof PlaceRole];
/** The kind of a target. */
export const TargetKind = {
  /** A hospital, clinic or ambulance station. */
  HOSPITAL: 'HOSPITAL',
  /** A school or university. */
  SCHOOL: 'SCHOOL',
  /** A market or shop. */
  MARKET: 'MARKET',
  /** A home or block of flats. */
  HOME: 'HOME',
  /** A mosque, church, shrine or other place of worship. */
  RELIGIOUS_SITE: 'RELIGIOUS_SITE',
  /** A convoy. */
  CONVOY: 'CONVOY',
  /** A military base. */
  MILITARY_BASE: 'MILITARY_BASE',
  /** A checkpoint. */
  CHECKPOINT: 'CHECKPOINT',
  /** A police station. */
  POLICE_STATION: 'POLICE_STATION',
  /** A building of a government or an authority. */
  GOVERNMENT_BUILDING: 'GOVERNMENT_BUILDING',
  /** An embassy, consulate or other mission. */
  DIPLOMATIC_MISSION: 'DIPLOMATIC_MISSION',
  /** A power station, refinery, pipeline or similar. */
  ENERGY: 'ENERGY',
  /** A dam, waterworks or similar. */
  WATER: 'WATER',
  /** A road, bridge, railway, airport or port. */
  TRANSPORT: 'TRANSPORT',
  /** A mast, exchange, cable or network. */
  COMMUNICATIONS: 'COMMUNICATIONS',
  /** A news outlet or its offices. */
  MEDIA: 'MEDIA',
  /** Aid, or an office or store of an aid organization. */
  AID: 'AID',
  /** A camp of displaced people or refugees. */
  CAMP: 'CAMP',
  /** A vehicle. */
  VEHICLE: 'VEHICLE',
  /** A ship or boat. */
  VESSEL: 'VESSEL',
  /** An aircraft. */
  AIRCRAFT: 'AIRCRAFT',
  /** A crowd. */
  CROWD: 'CROWD',
  /** Another kind of target. */
  OTHER: 'OTHER'
} as const;

export type TargetKind = typeof TargetKind[keyof typeof TargetKind];
/** How badly a target was damaged. */
export const Damage = {
  /** It was not damaged. */
  NONE: 'NONE',
  /** It was damaged, and remained usable. */
  MINOR: 'MINOR',
  /** It was damaged so that it became unusable. */
  SEVERE: 'SEVERE',
  /** It was destroyed. */
  DESTROYED: 'DESTROYED',
  /** The damage is unknown. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type Damage = typeof Damage[keyof typeof Damage];
/** The role of an actor in an incident. */
export const ParticipantRole = {
  /** Carried it out. */
  PERPETRATOR: 'PERPETRATOR',
  /** Is suspected of having carried it out. */
  SUSPECTED_PERPETRATOR: 'SUSPECTED_PERPETRATOR',
  /** Was targeted. */
  TARGET: 'TARGET',
  /** Was harmed. */
  VICTIM: 'VICTIM',
  /** Intercepted it. */
  INTERCEPTOR: 'INTERCEPTOR',
  /** Defended against it. */
  DEFENDER: 'DEFENDER',
  /** Supported the perpetrators. */
  SPONSOR: 'SPONSOR',
  /** Mediated between the sides. */
  MEDIATOR: 'MEDIATOR',
  /** Fought in it, on any side. */
  BELLIGERENT: 'BELLIGERENT',
  /** Protested. */
  PROTESTER: 'PROTESTER',
  /** Signed it, such as an agreement. */
  SIGNATORY: 'SIGNATORY',
  /** Asked for it, such as an extradition. */
  REQUESTER: 'REQUESTER',
  /** Was present but not involved. */
  BYSTANDER: 'BYSTANDER',
  /** Had another role. */
  OTHER: 'OTHER'
} as const;

export type ParticipantRole = typeof ParticipantRole[keyof typeof ParticipantRole];
/** How certain it is that an actor had a role, or that an affiliation holds. */
export const AttributionStatus = {
  /** The actor claims it. */
  CLAIMED: 'CLAIMED',
  /** Somebody says so. */
  ATTRIBUTED: 'ATTRIBUTED',
  /** It is suspected. */
  SUSPECTED: 'SUSPECTED',
  /** It is denied. */
  DENIED: 'DENIED',
  /** Some say so and others deny it. */
  DISPUTED: 'DISPUTED',
  /** It is confirmed. */
  CONFIRMED: 'CONFIRMED',
  /** Nobody has been named. */
  UNATTRIBUTED: 'UNATTRIBUTED'
} as const;

export type AttributionStatus = typeof AttributionStatus[keyof typeof AttributionStatus];
/** The harm that people suffered, or their release. */
export const CasualtyKind = {
  /** They were killed. */
  KILLED: 'KILLED',
  /** They were injured. */
  INJURED: 'INJURED',
  /** They were taken prisoner or hostage. */
  CAPTURED: 'CAPTURED',
  /** They were arrested. */
  ARRESTED: 'ARRESTED',
  /** They were released. */
  RELEASED: 'RELEASED',
  /** They are missing. */
  MISSING: 'MISSING',
  /** They were forced to leave their homes. */
  DISPLACED: 'DISPLACED'
} as const;

export type CasualtyKind = typeof CasualtyKind[keyof typeof CasualtyKind];
/** Who the people harmed were. */
export const CasualtyGroup = {
  /** Soldiers. */
  MILITARY: 'MILITARY',
  /** Police officers. */
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
  /** The group is unknown. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type CasualtyGroup = typeof CasualtyGroup[keyof typeof CasualtyGroup];
/** The age or sex of people. */
export const Demographic = {
  /** Children. */
  CHILDREN: 'CHILDREN',
  /** Women. */
  WOMEN: 'WOMEN',
  /** Men. */
  MEN: 'MEN',
  /** Old people. */
  ELDERLY: 'ELDERLY'
} as const;

export type Demographic = typeof Demographic[keyof typeof Demographic];
/** How severe the injuries were. */
export const Severity = {
  /** Minor injuries. */
  MINOR: 'MINOR',
  /** Serious injuries. */
  SERIOUS: 'SERIOUS',
  /** Life-threatening injuries. */
  CRITICAL: 'CRITICAL',
  /** The severity is unknown. */
  UNKNOWN: 'UNKNOWN'
} as const;

export type Severity = typeof Severity[keyof typeof Severity];
/** How one incident relates to another. */
export const IncidentLinkType = {
  /** It responds to the other incident. */
  RESPONSE_TO: 'RESPONSE_TO',
  /** It retaliates for the other incident. */
  RETALIATION_FOR: 'RETALIATION_FOR',
  /** It came after the other incident, and the article connects the two. */
  FOLLOWS: 'FOLLOWS',
  /** It is background to the other incident. */
  CONTEXT_OF: 'CONTEXT_OF'
} as const;

export type IncidentLinkType = typeof IncidentLinkType[keyof typeof IncidentLinkType];
/** The kind of actor. */
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
  /** An armed group that is not part of a state. */
  ARMED_GROUP: 'ARMED_GROUP',
  /** Several states or groups that act together. */
  COALITION: 'COALITION',
  /** Another organization. */
  ORGANIZATION: 'ORGANIZATION',
  /** A political party. */
  POLITICAL_PARTY: 'POLITICAL_PARTY',
  /** A news outlet. */
  MEDIA: 'MEDIA',
  /** A loose set of people or groups named together. */
  COLLECTIVE: 'COLLECTIVE',
  /** An actor that has not been identified. */
  UNIDENTIFIED: 'UNIDENTIFIED'
} as const;

export type ActorKind = typeof ActorKind[keyof typeof ActorKind];
/** How one actor relates to another. */
export const AffiliationType = {
  /** Holds an office in the other actor. */
  HOLDS_OFFICE: 'HOLDS_OFFICE',
  /** Is a member of the other actor. */
  MEMBER_OF: 'MEMBER_OF',
  /** Is part of the other actor. */
  PART_OF: 'PART_OF',
  /** Commands the other actor. */
  COMMANDS: 'COMMANDS',
  /** Leads the other actor. */
  LEADS: 'LEADS',
  /** Speaks for the other actor. */
  SPOKESPERSON_OF: 'SPOKESPERSON_OF',
  /** Is backed by the other actor. */
  BACKED_BY: 'BACKED_BY',
  /** Is allied with the other actor. */
  ALLIED_WITH: 'ALLIED_WITH',
  /** Opposes the other actor. */
  OPPOSES: 'OPPOSES',
  /** Took the place of the other actor, such as a party under a new name. */
  SUCCESSOR_OF: 'SUCCESSOR_OF',
  /** Broke away from the other actor. */
  SPLIT_FROM: 'SPLIT_FROM'
} as const;

export type AffiliationType = typeof AffiliationType[keyof typeof AffiliationType];
/** What a statement does. */
export const StatementType = {
  /** Claims responsibility for an incident. */
  CLAIM_OF_RESPONSIBILITY: 'CLAIM_OF_RESPONSIBILITY',
  /** Denies responsibility for an incident. */
  DENIAL_OF_RESPONSIBILITY: 'DENIAL_OF_RESPONSIBILITY',
  /** Denies control over those who carried it out. */
  DENIAL_OF_CONTROL: 'DENIAL_OF_CONTROL',
  /** Says who carried it out. */
  ATTRIBUTION: 'ATTRIBUTION',
  /** Blames somebody for it. */
  ACCUSATION: 'ACCUSATION',
  /** Condemns it. */
  CONDEMNATION: 'CONDEMNATION',
  /** Warns of what may follow. */
  WARNING: 'WARNING',
  /** Makes a threat. */
  THREAT: 'THREAT',
  /** Announces more of the same. */
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
  /** Makes another comment. */
  COMMENT: 'COMMENT'
} as const;

export type StatementType = typeof StatementType[keyof typeof StatementType];
/** Whether an article quotes, reports or paraphrases a statement. */
export const SpeechMode = {
  /** The speaker's own words, quoted. */
  DIRECT_QUOTE: 'DIRECT_QUOTE',
  /** Indirect speech. */
  INDIRECT: 'INDIRECT',
  /** A paraphrase in the article's words. */
  PARAPHRASE: 'PARAPHRASE',
  /** Several speakers reported as one voice. */
  COLLECTIVE: 'COLLECTIVE'
} as const;

export type SpeechMode = typeof SpeechMode[keyof typeof SpeechMode];
/** How an article distances itself from a statement. */
export const Hedge = {
  /** It passes the statement on as hearsay, as with "reportedly" or "is said to". */
  REPORTED: 'REPORTED',
  /** It calls it possible, as with "may" or "apparently". */
  POSSIBLE: 'POSSIBLE',
  /** It doubts it, as with "so-called" or "claims without evidence". */
  DOUBTED: 'DOUBTED'
} as const;

export type Hedge = typeof Hedge[keyof typeof Hedge];
/** The kind of thing that a figure counts. */
export const FigureKind = {
  /** People killed. */
  KILLED: 'KILLED',
  /** People injured. */
  INJURED: 'INJURED',
  /** People taken prisoner or hostage. */
  CAPTURED: 'CAPTURED',
  /** People missing. */
  MISSING: 'MISSING',
  /** People who had to leave their homes. */
  DISPLACED: 'DISPLACED',
  /** People released. */
  RELEASED: 'RELEASED',
  /** People arrested. */
  ARRESTED: 'ARRESTED',
  /** Other people, such as troops deployed. */
  PEOPLE: 'PEOPLE',
  /** Money, in the currency that `unit` names, such as `USD`. */
  MONEY: 'MONEY',
  /** Weapons and ammunition, such as rockets fired. */
  WEAPONS: 'WEAPONS',
  /** Days. Two weeks are 14. */
  DAYS: 'DAYS',
  /** A distance, in the unit that `unit` names, such as `km`. */
  DISTANCE: 'DISTANCE',
  /** Anything else. */
  OTHER: 'OTHER'
} as const;

export type FigureKind = typeof FigureKind[keyof typeof FigureKind];
/** How one statement relates to another. */
export const StatementLinkType = {
  /** It repeats the other statement. */
  ECHOES: 'ECHOES',
  /** It supports the other statement. */
  SUPPORTS: 'SUPPORTS',
  /** The two contradict each other. Both statements have the link. */
  CONTRADICTS: 'CONTRADICTS',
  /** It responds to the other statement. */
  RESPONDS_TO: 'RESPONDS_TO',
  /** It retracts the other statement. */
  RETRACTS: 'RETRACTS',
  /** It clarifies the other statement. */
  CLARIFIES: 'CLARIFIES',
  /** Both were said in the same utterance. Both statements have the link. */
  SAME_UTTERANCE: 'SAME_UTTERANCE'
} as const;

export type StatementLinkType = typeof StatementLinkType[keyof typeof StatementLinkType];
/** The kind of place. */
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
  /** A dam, bridge, airport, pipeline or similar. */
  INFRASTRUCTURE: 'INFRASTRUCTURE',
  /** A well-known building or site. */
  LANDMARK: 'LANDMARK',
  /** A sea, river or lake. */
  WATER: 'WATER',
  /** An area along a border. */
  BORDER_AREA: 'BORDER_AREA',
  /** Another or unknown kind of place. */
  OTHER: 'OTHER'
} as const;

export type LocationKind = typeof LocationKind[keyof typeof LocationKind];
/** The types that can be searched and changed. */
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
/** The values by which incidents can be grouped. */
export const IncidentGroupBy = {
  /** By kind of incident. */
  TYPE: 'TYPE',
  /** By kind of incident within its type. Incidents without one are in no group. */
  SUBTYPE: 'SUBTYPE',
  /** By whether the incident happened. */
  OCCURRENCE: 'OCCURRENCE',
  /** By outcome. */
  OUTCOME: 'OUTCOME',
  /** By method. */
  METHOD: 'METHOD',
  /** By actor, in any role. */
  ACTOR: 'ACTOR',
  /** By perpetrator, including suspected ones. Participants with the status `DENIED` are left out. */
  PERPETRATOR: 'PERPETRATOR',
  /** By target, including victims. */
  TARGET: 'TARGET',
  /** By kind of target, such as hospitals. */
  TARGET_KIND: 'TARGET_KIND',
  /** By location. */
  LOCATION: 'LOCATION',
  /** By country of the location. */
  COUNTRY: 'COUNTRY',
  /** By publisher of the articles. */
  PUBLISHER: 'PUBLISHER'
} as const;

export type IncidentGroupBy = typeof IncidentGroupBy[keyof typeof IncidentGroupBy];
/** The length of the intervals of a timeline. */
export const Interval = {
  /** One day. */
  DAY: 'DAY',
  /** A week from Monday to Sunday. */
  WEEK: 'WEEK',
  /** One calendar month. */
  MONTH: 'MONTH',
  /** A quarter that starts in January, April, July or October. */
  QUARTER: 'QUARTER',
  /** One calendar year. */
  YEAR: 'YEAR'
} as const;

export type Interval = typeof Interval[keyof typeof Interval];
/** The values by which incidents can be sorted. */
export const IncidentOrderField = {
  /** By id. */
  ID: 'ID',
  /** By title, ignoring case and accents. */
  TITLE: 'TITLE',
  /** By scope. */
  SCOPE: 'SCOPE',
  /** By kind of incident. */
  TYPE: 'TYPE',
  /** By kind of incident within its type. Incidents without one come first. */
  SUBTYPE: 'SUBTYPE',
  /** By whether the incident happened. */
  OCCURRENCE: 'OCCURRENCE',
  /** By outcome. */
  OUTCOME: 'OUTCOME',
  /** By location precision. */
  LOCATION_PRECISION: 'LOCATION_PRECISION',
  /** By the number of events: first the minimum, then the maximum. */
  COUNT: 'COUNT',
  /** By date: first the start, then the end. */
  DATE: 'DATE',
  /** By the number of people killed: first the minimum, then the maximum. It is 0 for an incident that did not happen. */
  KILLED: 'KILLED',
  /** By the number of people injured: first the minimum, then the maximum. It is 0 for an incident that did not happen. */
  INJURED: 'INJURED',
  /** By the number of publishers. */
  PUBLISHER_COUNT: 'PUBLISHER_COUNT',
  /** By the number of participants. */
  PARTICIPANT_COUNT: 'PARTICIPANT_COUNT',
  /** By the number of parts. */
  PART_COUNT: 'PART_COUNT',
  /** By the number of statements, including those about the incidents that it is part of. */
  STATEMENT_COUNT: 'STATEMENT_COUNT',
  /** By the number of articles. */
  ARTICLE_COUNT: 'ARTICLE_COUNT',
  /** By relevance to `where.text`, which must be given. Use `DESC` for the best match first. */
  RELEVANCE: 'RELEVANCE'
} as const;

export type IncidentOrderField = typeof IncidentOrderField[keyof typeof IncidentOrderField];
/** The direction of a sort. */
export const OrderDirection = {
  /** Ascending: lowest, earliest or A first. Absent values come first. */
  ASC: 'ASC',
  /** Descending: highest, latest or Z first. Absent values come last. */
  DESC: 'DESC'
} as const;

export type OrderDirection = typeof OrderDirection[keyof typeof OrderDirection];
export type DossierQueryVariables = Exact<{
  id: string | number;
  participants: number;
  casualties: number;
  reports: number;
  statements: number;
}>;


export type DossierQuery = { incident: { id: string, title: string, summary: string | null, type: IncidentType, subtype: IncidentSubtype | null, scope: IncidentScope, occurrence: Occurrence, outcome: Outcome, locationPrecision: LocationPrecision, methods: Array<Method>, sameAs: Array<string>, publisherCount: number, count: { min: number, max: number | null, best: number | null, original: string | null } | null, date: { edtf: string, start: string | null, end: string | null, precision: DatePrecision, original: string | null } | null, location: { id: string, name: string, kind: LocationKind, country: string | null, ancestors: Array<{ id: string, name: string, kind: LocationKind }> } | null, places: Array<{ id: string, role: PlaceRole, precision: LocationPrecision, location: { id: string, name: string, kind: LocationKind, country: string | null, ancestors: Array<{ id: string, name: string, kind: LocationKind }> }, evidence: Array<{ claim: string, article: { id: string } }> }>, weapons: Array<{ id: string, method: Method, certain: boolean, outcome: Outcome, count: { min: number, max: number | null, best: number | null, original: string | null } | null, evidence: Array<{ claim: string, article: { id: string } }> }>, targets: Array<{ id: string, kind: TargetKind, name: string | null, damage: Damage, count: { min: number, max: number | null, best: number | null, original: string | null } | null, location: { id: string, name: string } | null, evidence: Array<{ claim: string, article: { id: string } }> }>, participants: Array<{ id: string, role: ParticipantRole, status: AttributionStatus | null, side: string | null, actor: { id: string, name: string, kind: ActorKind }, evidence: Array<{ claim: string, article: { id: string } }> }>, casualties: Array<{ id: string, kind: CasualtyKind, group: CasualtyGroup, demographic: Demographic | null, within: boolean, severity: Severity, later: string | null, evidence: Array<{ claim: string, article: { id: string } }>, count: { min: number, max: number | null, best: number | null, original: string | null }, actor: { id: string, name: string, kind: ActorKind } | null, assertedBy: Array<{ id: string, text: string, speaker: { id: string, name: string, kind: ActorKind } | null }>, deniedBy: Array<{ id: string, text: string, speaker: { id: string, name: string, kind: ActorKind } | null }> }>, links: Array<{ id: string, type: IncidentLinkType, incident: { id: string, title: string, date: { edtf: string, start: string | null, end: string | null, precision: DatePrecision, original: string | null } | null }, evidence: Array<{ claim: string, article: { id: string } }> }>, linkedFrom: { totalCount: number | null, nodes: Array<{ id: string, title: string, links: Array<{ id: string, type: IncidentLinkType, incident: { id: string } }>, date: { edtf: string, start: string | null, end: string | null, precision: DatePrecision, original: string | null } | null }> } | null, partOf: { id: string, title: string, date: { edtf: string, start: string | null, end: string | null, precision: DatePrecision, original: string | null } | null } | null, parts: { totalCount: number | null, nodes: Array<{ id: string, title: string, date: { edtf: string, start: string | null, end: string | null, precision: DatePrecision, original: string | null } | null }> } | null, evidence: Array<{ id: string, claim: string, quote: string | null, start: number, end: number, url: string | null, article: { id: string } }>, articles: { totalCount: number | null, nodes: Array<{ id: string, title: string, publisher: string | null, published: string, language: string | null, license: string | null, citation: string | null, url: string | null }> } | null, responsibility: { claimedBy: Array<{ id: string, actor: { id: string, name: string, kind: ActorKind }, statement: { id: string, type: StatementType, text: string, hedge: Hedge | null, anonymous: boolean, speaker: { id: string, name: string, kind: ActorKind } | null, onBehalfOf: { id: string, name: string, kind: ActorKind } | null, article: { id: string, title: string, publisher: string | null, published: string, language: string | null }, evidence: Array<{ id: string, claim: string, quote: string | null, start: number, end: number, url: string | null, article: { id: string } }> } }>, attributedTo: Array<{ id: string, actor: { id: string, name: string, kind: ActorKind }, statement: { id: string, type: StatementType, text: string, hedge: Hedge | null, anonymous: boolean, speaker: { id: string, name: string, kind: ActorKind } | null, onBehalfOf: { id: string, name: string, kind: ActorKind } | null, article: { id: string, title: string, publisher: string | null, published: string, language: string | null }, evidence: Array<{ id: string, claim: string, quote: string | null, start: number, end: number, url: string | null, article: { id: string } }> } }>, deniedBy: Array<{ id: string, actor: { id: string, name: string, kind: ActorKind }, statement: { id: string, type: StatementType, text: string, hedge: Hedge | null, anonymous: boolean, speaker: { id: string, name: string, kind: ActorKind } | null, onBehalfOf: { id: string, name: string, kind: ActorKind } | null, article: { id: string, title: string, publisher: string | null, published: string, language: string | null }, evidence: Array<{ id: string, claim: string, quote: string | null, start: number, end: number, url: string | null, article: { id: string } }> } }> }, reports: Array<{ id: string, title: string | null, summary: string | null, type: IncidentType | null, subtype: IncidentSubtype | null, scope: IncidentScope | null, occurrence: Occurrence | null, outcome: Outcome | null, methods: Array<Method> | null, locationPrecision: LocationPrecision | null, article: { id: string, title: string, publisher: string | null, published: string, language: string | null, license: string | null, citation: string | null, url: string | null }, count: { min: number, max: number | null, best: number | null, original: string | null } | null, date: { edtf: string, start: string | null, end: string | null, precision: DatePrecision, original: string | null } | null, location: { id: string, name: string, kind: LocationKind, country: string | null, ancestors: Array<{ id: string, name: string, kind: LocationKind }> } | null, targets: Array<{ id: string, kind: TargetKind, name: string | null, damage: Damage, location: { id: string } | null }> | null, participants: Array<{ id: string, role: ParticipantRole, status: AttributionStatus | null, side: string | null, actor: { id: string, name: string, kind: ActorKind } }> | null, casualties: Array<{ id: string, kind: CasualtyKind, group: CasualtyGroup, demographic: Demographic | null, within: boolean, severity: Severity, later: string | null, count: { min: number, max: number | null, best: number | null, original: string | null }, actor: { id: string, name: string, kind: ActorKind } | null, assertedBy: Array<{ id: string, text: string, speaker: { id: string, name: string, kind: ActorKind } | null }>, deniedBy: Array<{ id: string, text: string, speaker: { id: string, name: string, kind: ActorKind } | null }> }> | null }>, statements: { totalCount: number | null, nodes: Array<{ id: string, type: StatementType, text: string, quote: string | null, mode: SpeechMode | null, hedge: Hedge | null, anonymous: boolean, condition: string | null, links: Array<{ id: string, type: StatementLinkType, statement: { id: string, text: string, type: StatementType, speaker: { id: string, name: string, kind: ActorKind } | null, article: { id: string, publisher: string | null, published: string } } }>, incidents: { nodes: Array<{ id: string, title: string }> } | null, date: { edtf: string, start: string | null, end: string | null, precision: DatePrecision, original: string | null } | null, speaker: { id: string, name: string, kind: ActorKind } | null, onBehalfOf: { id: string, name: string, kind: ActorKind } | null, to: Array<{ id: string, name: string, kind: ActorKind }>, via: Array<{ id: string, name: string, kind: ActorKind }>, article: { id: string, title: string, publisher: string | null, published: string, language: string | null }, evidence: Array<{ id: string, claim: string, quote: string | null, start: number, end: number, url: string | null, article: { id: string } }> }> } | null } | null };

export type NumberFragment = { min: number, max: number | null, best: number | null, original: string | null };

export type DayFragment = { edtf: string, start: string | null, end: string | null, precision: DatePrecision, original: string | null };

export type WhoFragment = { id: string, name: string, kind: ActorKind };

export type PlaceFragment = { id: string, name: string, kind: LocationKind, country: string | null, ancestors: Array<{ id: string, name: string, kind: LocationKind }> };

export type OtherFragment = { id: string, title: string, date: { edtf: string, start: string | null, end: string | null, precision: DatePrecision, original: string | null } | null };

export type SourceFragment = { id: string, title: string, publisher: string | null, published: string, language: string | null, license: string | null, citation: string | null, url: string | null };

export type QuoteFragment = { id: string, claim: string, quote: string | null, start: number, end: number, url: string | null, article: { id: string } };

export type TollFragment = { id: string, kind: CasualtyKind, group: CasualtyGroup, demographic: Demographic | null, within: boolean, severity: Severity, later: string | null, count: { min: number, max: number | null, best: number | null, original: string | null }, actor: { id: string, name: string, kind: ActorKind } | null, assertedBy: Array<{ id: string, text: string, speaker: { id: string, name: string, kind: ActorKind } | null }>, deniedBy: Array<{ id: string, text: string, speaker: { id: string, name: string, kind: ActorKind } | null }> };

export type HeardFragment = { id: string, type: StatementType, text: string, hedge: Hedge | null, anonymous: boolean, speaker: { id: string, name: string, kind: ActorKind } | null, onBehalfOf: { id: string, name: string, kind: ActorKind } | null, article: { id: string, title: string, publisher: string | null, published: string, language: string | null }, evidence: Array<{ id: string, claim: string, quote: string | null, start: number, end: number, url: string | null, article: { id: string } }> };

export type SaidFragment = { id: string, type: StatementType, text: string, quote: string | null, mode: SpeechMode | null, hedge: Hedge | null, anonymous: boolean, condition: string | null, date: { edtf: string, start: string | null, end: string | null, precision: DatePrecision, original: string | null } | null, speaker: { id: string, name: string, kind: ActorKind } | null, onBehalfOf: { id: string, name: string, kind: ActorKind } | null, to: Array<{ id: string, name: string, kind: ActorKind }>, via: Array<{ id: string, name: string, kind: ActorKind }>, article: { id: string, title: string, publisher: string | null, published: string, language: string | null }, evidence: Array<{ id: string, claim: string, quote: string | null, start: number, end: number, url: string | null, article: { id: string } }> };

export type IncidentsQueryVariables = Exact<{
  where?: IncidentWhere | null | undefined;
  orderBy?: Array<IncidentOrder> | IncidentOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
  isFirst: boolean;
  points?: IncidentWhere | null | undefined;
  period?: IncidentWhere | null | undefined;
  named: Array<string | number> | string | number;
}>;


export type IncidentsQuery = { incidents: { totalCount?: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, type: IncidentType, subtype: IncidentSubtype | null, scope: IncidentScope, occurrence: Occurrence, locationPrecision: LocationPrecision, publisherCount: number, date: { edtf: string, start: string | null, end: string | null, precision: DatePrecision, original: string | null } | null, location: { id: string, name: string, country: string | null, kind: LocationKind } | null, casualties: Array<{ id: string, kind: CasualtyKind, within: boolean, count: { min: number, max: number | null, best: number | null } }> }> } | null, placed?: { extent: Array<{ geohash: string, count: number, latitude: number, longitude: number }> | null } | null, dated?: { years: Array<{ start: string, end: string }> | null } | null, named?: Array<
    | { __typename: 'Incident', label: string }
    | { __typename: 'Actor', label: string }
    | { __typename: 'Statement', label: string }
    | { __typename: 'Location', kind: LocationKind, label: string, point: { latitude: number, longitude: number } | null }
    | { __typename: 'Article', label: string }
   | null> | null };

export type MapCellFragment = { geohash: string, count: number, latitude: number, longitude: number, killedKnown: number | null, injuredKnown: number | null, killed: { min: number, max: number | null, best: number | null } | null, injured: { min: number, max: number | null, best: number | null } | null, location: { id: string, name: string } | null };

export type TimelineBarFragment = { start: string, end: string, count: number, uncertain: number, killedKnown: number | null, injuredKnown: number | null, killed: { min: number, max: number | null, best: number | null } | null, injured: { min: number, max: number | null, best: number | null } | null };

export type DetailQueryVariables = Exact<{
  isMap: boolean;
  points?: IncidentWhere | null | undefined;
  precision: number;
  isTimeline: boolean;
  period?: IncidentWhere | null | undefined;
  interval: Interval;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type DetailQuery = { points?: { cells: Array<{ geohash: string, count: number, latitude: number, longitude: number, killedKnown: number | null, injuredKnown: number | null, killed: { min: number, max: number | null, best: number | null } | null, injured: { min: number, max: number | null, best: number | null } | null, location: { id: string, name: string } | null }> | null } | null, period?: { bars: Array<{ start: string, end: string, count: number, uncertain: number, killedKnown: number | null, injuredKnown: number | null, killed: { min: number, max: number | null, best: number | null } | null, injured: { min: number, max: number | null, best: number | null } | null }> | null } | null };

export type NewIncidentsSubscriptionVariables = Exact<{
  where?: IncidentWhere | null | undefined;
  after?: number | null | undefined;
}>;


export type NewIncidentsSubscription = { incidents: { revision: number, skippedTo: number | null, events: Array<{ op: EventOp, id: string, cause: { articleId: string | null } | null }> } };

export type FacetsFragment = { type: { groups: Array<{ key: string, label: string, count: number }> | null, subtypes: Array<{ key: string, label: string, count: number }> | null } | null, country: { groupCount: number | null, groups: Array<{ key: string, label: string, count: number }> | null } | null, chosenCountry?: { groups: Array<{ key: string, label: string, count: number }> | null } | null, actor: { groupCount: number | null, groups: Array<{ key: string, label: string, count: number }> | null } | null, chosenActor?: { groups: Array<{ key: string, label: string, count: number }> | null } | null, method: { groups: Array<{ key: string, label: string, count: number }> | null } | null, target: { groups: Array<{ key: string, label: string, count: number }> | null } | null, outcome: { groups: Array<{ key: string, label: string, count: number }> | null } | null, publisher: { groupCount: number | null, groups: Array<{ key: string, label: string, count: number }> | null } | null, chosenPublisher?: { groups: Array<{ key: string, label: string, count: number }> | null } | null, claimed: { totalCount: number | null } | null, attributed: { totalCount: number | null } | null, denied: { totalCount: number | null } | null };

export type OverviewQueryVariables = Exact<{
  type?: IncidentWhere | null | undefined;
  country?: IncidentWhere | null | undefined;
  actor?: IncidentWhere | null | undefined;
  method?: IncidentWhere | null | undefined;
  target?: IncidentWhere | null | undefined;
  outcome?: IncidentWhere | null | undefined;
  publisher?: IncidentWhere | null | undefined;
  claimed?: IncidentWhere | null | undefined;
  attributed?: IncidentWhere | null | undefined;
  denied?: IncidentWhere | null | undefined;
  chosenCountry?: IncidentWhere | null | undefined;
  chosenActor?: IncidentWhere | null | undefined;
  chosenPublisher?: IncidentWhere | null | undefined;
  hasCountry: boolean;
  hasActor: boolean;
  hasPublisher: boolean;
  hasFacets: boolean;
  points?: IncidentWhere | null | undefined;
  precision: number;
  areas?: IncidentWhere | null | undefined;
  unplaced?: IncidentWhere | null | undefined;
  countsUnplaced: boolean;
  period?: IncidentWhere | null | undefined;
  interval: Interval;
  from?: string | null | undefined;
  to?: string | null | undefined;
  spans?: IncidentWhere | null | undefined;
  undated?: IncidentWhere | null | undefined;
}>;


export type OverviewQuery = { points: { cells: Array<{ geohash: string, count: number, latitude: number, longitude: number, killedKnown: number | null, injuredKnown: number | null, killed: { min: number, max: number | null, best: number | null } | null, injured: { min: number, max: number | null, best: number | null } | null, location: { id: string, name: string } | null }> | null } | null, areas: { totalCount: number | null, groups: Array<{ label: string, count: number, node:
        | { __typename: 'Incident' }
        | { __typename: 'Actor' }
        | { __typename: 'Statement' }
        | { __typename: 'Location', id: string, name: string, kind: LocationKind, country: string | null, point: { latitude: number, longitude: number } | null }
        | { __typename: 'Article' }
       | null }> | null } | null, unplaced?: { totalCount: number | null } | null, period: { bars: Array<{ start: string, end: string, count: number, uncertain: number, killedKnown: number | null, injuredKnown: number | null, killed: { min: number, max: number | null, best: number | null } | null, injured: { min: number, max: number | null, best: number | null } | null }> | null } | null, spans: { totalCount: number | null, nodes: Array<{ id: string, title: string, date: { start: string | null, end: string | null, edtf: string, precision: DatePrecision } | null }> } | null, undated: { totalCount: number | null } | null } & { type?: { groups: Array<{ key: string, label: string, count: number }> | null, subtypes: Array<{ key: string, label: string, count: number }> | null } | null, country?: { groupCount: number | null, groups: Array<{ key: string, label: string, count: number }> | null } | null, chosenCountry?: { groups: Array<{ key: string, label: string, count: number }> | null } | null, actor?: { groupCount: number | null, groups: Array<{ key: string, label: string, count: number }> | null } | null, chosenActor?: { groups: Array<{ key: string, label: string, count: number }> | null } | null, method?: { groups: Array<{ key: string, label: string, count: number }> | null } | null, target?: { groups: Array<{ key: string, label: string, count: number }> | null } | null, outcome?: { groups: Array<{ key: string, label: string, count: number }> | null } | null, publisher?: { groupCount: number | null, groups: Array<{ key: string, label: string, count: number }> | null } | null, chosenPublisher?: { groups: Array<{ key: string, label: string, count: number }> | null } | null, claimed?: { totalCount: number | null } | null, attributed?: { totalCount: number | null } | null, denied?: { totalCount: number | null } | null };

export type WordsQueryVariables = Exact<{
  id: string | number;
}>;


export type WordsQuery = { article: { id: string, title: string, publisher: string | null, published: string, language: string | null, license: string | null, citation: string | null, url: string | null, text: string | null, evidence: Array<{ id: string, claim: string, start: number, end: number, url: string | null, supports:
        | { __typename: 'Incident', id: string, label: string }
        | { __typename: 'Actor', id: string, label: string }
        | { __typename: 'Statement', id: string, label: string }
        | { __typename: 'Location', id: string, label: string }
        | { __typename: 'Article', id: string, label: string }
       }> } | null };

export type GroupsQueryVariables = Exact<{
  where?: IncidentWhere | null | undefined;
  by: IncidentGroupBy;
}>;


export type GroupsQuery = { incidents: { groupCount: number | null, groups: Array<{ key: string, label: string, count: number }> | null } | null };

export type SuggestQueryVariables = Exact<{
  text: string;
  types?: Array<SearchType> | SearchType | null | undefined;
  first: number;
}>;


export type SuggestQuery = { suggest: Array<{ label: string, matched: string, node:
      | { __typename: 'Incident', id: string }
      | { __typename: 'Actor', id: string }
      | { __typename: 'Statement', id: string }
      | { __typename: 'Location', id: string }
      | { __typename: 'Article', id: string }
     }> | null };

export type ArticleIncidentsQueryVariables = Exact<{
  id: string | number;
}>;


export type ArticleIncidentsQuery = { article: { incidents: { nodes: Array<{ id: string }> } | null } | null };

export type CountQueryVariables = Exact<{
  where?: IncidentWhere | null | undefined;
}>;


export type CountQuery = { incidents: { totalCount: number | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PlaceFragmentDoc = new TypedDocumentString(`
    fragment Place on Location {
  id
  name
  kind
  country
  ancestors {
    id
    name
    kind
  }
}
    `, {"fragmentName":"Place"}) as unknown as TypedDocumentString<PlaceFragment, unknown>;
export const DayFragmentDoc = new TypedDocumentString(`
    fragment Day on DateSpan {
  edtf
  start
  end
  precision
  original
}
    `, {"fragmentName":"Day"}) as unknown as TypedDocumentString<DayFragment, unknown>;
export const OtherFragmentDoc = new TypedDocumentString(`
    fragment Other on Incident {
  id
  title
  date {
    ...Day
  }
}
    fragment Day on DateSpan {
  edtf
  start
  end
  precision
  original
}`, {"fragmentName":"Other"}) as unknown as TypedDocumentString<OtherFragment, unknown>;
export const SourceFragmentDoc = new TypedDocumentString(`
    fragment Source on Article {
  id
  title
  publisher
  published
  language
  license
  citation
  url
}
    `, {"fragmentName":"Source"}) as unknown as TypedDocumentString<SourceFragment, unknown>;
export const NumberFragmentDoc = new TypedDocumentString(`
    fragment Number on Quantity {
  min
  max
  best
  original
}
    `, {"fragmentName":"Number"}) as unknown as TypedDocumentString<NumberFragment, unknown>;
export const WhoFragmentDoc = new TypedDocumentString(`
    fragment Who on Actor {
  id
  name
  kind
}
    `, {"fragmentName":"Who"}) as unknown as TypedDocumentString<WhoFragment, unknown>;
export const TollFragmentDoc = new TypedDocumentString(`
    fragment Toll on Casualty {
  id
  kind
  count {
    ...Number
  }
  group
  demographic
  within
  severity
  later
  actor {
    ...Who
  }
  assertedBy {
    id
    text
    speaker {
      ...Who
    }
  }
  deniedBy {
    id
    text
    speaker {
      ...Who
    }
  }
}
    fragment Number on Quantity {
  min
  max
  best
  original
}
fragment Who on Actor {
  id
  name
  kind
}`, {"fragmentName":"Toll"}) as unknown as TypedDocumentString<TollFragment, unknown>;
export const QuoteFragmentDoc = new TypedDocumentString(`
    fragment Quote on Evidence {
  id
  claim
  quote
  start
  end
  url
  article {
    id
  }
}
    `, {"fragmentName":"Quote"}) as unknown as TypedDocumentString<QuoteFragment, unknown>;
export const HeardFragmentDoc = new TypedDocumentString(`
    fragment Heard on Statement {
  id
  type
  text
  hedge
  anonymous
  speaker {
    ...Who
  }
  onBehalfOf {
    ...Who
  }
  article {
    id
    title
    publisher
    published
    language
  }
  evidence(first: 1) {
    ...Quote
  }
}
    fragment Who on Actor {
  id
  name
  kind
}
fragment Quote on Evidence {
  id
  claim
  quote
  start
  end
  url
  article {
    id
  }
}`, {"fragmentName":"Heard"}) as unknown as TypedDocumentString<HeardFragment, unknown>;
export const SaidFragmentDoc = new TypedDocumentString(`
    fragment Said on Statement {
  id
  type
  text
  quote
  mode
  hedge
  anonymous
  condition
  date {
    ...Day
  }
  speaker {
    ...Who
  }
  onBehalfOf {
    ...Who
  }
  to {
    ...Who
  }
  via {
    ...Who
  }
  article {
    id
    title
    publisher
    published
    language
  }
  evidence(first: 2) {
    ...Quote
  }
}
    fragment Day on DateSpan {
  edtf
  start
  end
  precision
  original
}
fragment Who on Actor {
  id
  name
  kind
}
fragment Quote on Evidence {
  id
  claim
  quote
  start
  end
  url
  article {
    id
  }
}`, {"fragmentName":"Said"}) as unknown as TypedDocumentString<SaidFragment, unknown>;
export const MapCellFragmentDoc = new TypedDocumentString(`
    fragment MapCell on Cell {
  geohash
  count
  latitude
  longitude
  killed {
    min
    max
    best
  }
  injured {
    min
    max
    best
  }
  killedKnown
  injuredKnown
  location {
    id
    name
  }
}
    `, {"fragmentName":"MapCell"}) as unknown as TypedDocumentString<MapCellFragment, unknown>;
export const TimelineBarFragmentDoc = new TypedDocumentString(`
    fragment TimelineBar on TimelineBucket {
  start
  end
  count
  uncertain
  killed {
    min
    max
    best
  }
  injured {
    min
    max
    best
  }
  killedKnown
  injuredKnown
}
    `, {"fragmentName":"TimelineBar"}) as unknown as TypedDocumentString<TimelineBarFragment, unknown>;
export const FacetsFragmentDoc = new TypedDocumentString(`
    fragment Facets on Query {
  type: incidents(where: $type) {
    groups(by: TYPE) {
      key
      label
      count
    }
    subtypes: groups(by: SUBTYPE, first: 40) {
      key
      label
      count
    }
  }
  country: incidents(where: $country) {
    groups(by: COUNTRY, first: 12) {
      key
      label
      count
    }
    groupCount(by: COUNTRY)
  }
  chosenCountry: incidents(where: $chosenCountry) @include(if: $hasCountry) {
    groups(by: COUNTRY, first: 100) {
      key
      label
      count
    }
  }
  actor: incidents(where: $actor) {
    groups(by: ACTOR, first: 12) {
      key
      label
      count
    }
    groupCount(by: ACTOR)
  }
  chosenActor: incidents(where: $chosenActor) @include(if: $hasActor) {
    groups(by: ACTOR, first: 100) {
      key
      label
      count
    }
  }
  method: incidents(where: $method) {
    groups(by: METHOD, first: 25) {
      key
      label
      count
    }
  }
  target: incidents(where: $target) {
    groups(by: TARGET_KIND, first: 25) {
      key
      label
      count
    }
  }
  outcome: incidents(where: $outcome) {
    groups(by: OUTCOME) {
      key
      label
      count
    }
  }
  publisher: incidents(where: $publisher) {
    groups(by: PUBLISHER, first: 12) {
      key
      label
      count
    }
    groupCount(by: PUBLISHER)
  }
  chosenPublisher: incidents(where: $chosenPublisher) @include(if: $hasPublisher) {
    groups(by: PUBLISHER, first: 100) {
      key
      label
      count
    }
  }
  claimed: incidents(where: $claimed) {
    totalCount
  }
  attributed: incidents(where: $attributed) {
    totalCount
  }
  denied: incidents(where: $denied) {
    totalCount
  }
}
    `, {"fragmentName":"Facets"}) as unknown as TypedDocumentString<FacetsFragment, unknown>;
export const DossierDocument = new TypedDocumentString(`
    query Dossier($id: ID!, $participants: Int!, $casualties: Int!, $reports: Int!, $statements: Int!) {
  incident(id: $id) {
    id
    title
    summary
    type
    subtype
    scope
    occurrence
    outcome
    count {
      ...Number
    }
    date {
      ...Day
    }
    location {
      ...Place
    }
    locationPrecision
    places(first: 20) {
      id
      role
      precision
      location {
        ...Place
      }
      evidence(first: 1) {
        claim
        article {
          id
        }
      }
    }
    methods
    weapons(first: 20) {
      id
      method
      certain
      outcome
      count {
        ...Number
      }
      evidence(first: 1) {
        claim
        article {
          id
        }
      }
    }
    targets(first: 20) {
      id
      kind
      name
      damage
      count {
        ...Number
      }
      location {
        id
        name
      }
      evidence(first: 1) {
        claim
        article {
          id
        }
      }
    }
    participants(first: $participants) {
      id
      role
      status
      side
      actor {
        ...Who
      }
      evidence(first: 1) {
        claim
        article {
          id
        }
      }
    }
    casualties(first: $casualties) {
      ...Toll
      evidence(first: 1) {
        claim
        article {
          id
        }
      }
    }
    links(first: 20) {
      id
      type
      incident {
        ...Other
      }
      evidence(first: 1) {
        claim
        article {
          id
        }
      }
    }
    linkedFrom(first: 10) {
      totalCount
      nodes {
        ...Other
        links(first: 10) {
          id
          type
          incident {
            id
          }
        }
      }
    }
    partOf {
      ...Other
    }
    parts(first: 20) {
      totalCount
      nodes {
        ...Other
      }
    }
    sameAs
    publisherCount
    evidence(first: 20) {
      ...Quote
    }
    articles(first: 20) {
      totalCount
      nodes {
        ...Source
      }
    }
    responsibility {
      claimedBy(first: 20) {
        id
        actor {
          ...Who
        }
        statement {
          ...Heard
        }
      }
      attributedTo(first: 20) {
        id
        actor {
          ...Who
        }
        statement {
          ...Heard
        }
      }
      deniedBy(first: 20) {
        id
        actor {
          ...Who
        }
        statement {
          ...Heard
        }
      }
    }
    reports(first: $reports) {
      id
      article {
        ...Source
      }
      title
      summary
      type
      subtype
      scope
      occurrence
      outcome
      methods
      count {
        ...Number
      }
      date {
        ...Day
      }
      location {
        ...Place
      }
      locationPrecision
      targets(first: 10) {
        id
        kind
        name
        damage
        location {
          id
        }
      }
      participants(first: 20) {
        id
        role
        status
        side
        actor {
          ...Who
        }
      }
      casualties(first: 15) {
        ...Toll
      }
    }
    statements(first: $statements) {
      totalCount
      nodes {
        ...Said
        links(first: 5) {
          id
          type
          statement {
            id
            text
            type
            speaker {
              ...Who
            }
            article {
              id
              publisher
              published
            }
          }
        }
        incidents(first: 3) {
          nodes {
            id
            title
          }
        }
      }
    }
  }
}
    fragment Number on Quantity {
  min
  max
  best
  original
}
fragment Day on DateSpan {
  edtf
  start
  end
  precision
  original
}
fragment Who on Actor {
  id
  name
  kind
}
fragment Place on Location {
  id
  name
  kind
  country
  ancestors {
    id
    name
    kind
  }
}
fragment Other on Incident {
  id
  title
  date {
    ...Day
  }
}
fragment Source on Article {
  id
  title
  publisher
  published
  language
  license
  citation
  url
}
fragment Quote on Evidence {
  id
  claim
  quote
  start
  end
  url
  article {
    id
  }
}
fragment Toll on Casualty {
  id
  kind
  count {
    ...Number
  }
  group
  demographic
  within
  severity
  later
  actor {
    ...Who
  }
  assertedBy {
    id
    text
    speaker {
      ...Who
    }
  }
  deniedBy {
    id
    text
    speaker {
      ...Who
    }
  }
}
fragment Heard on Statement {
  id
  type
  text
  hedge
  anonymous
  speaker {
    ...Who
  }
  onBehalfOf {
    ...Who
  }
  article {
    id
    title
    publisher
    published
    language
  }
  evidence(first: 1) {
    ...Quote
  }
}
fragment Said on Statement {
  id
  type
  text
  quote
  mode
  hedge
  anonymous
  condition
  date {
    ...Day
  }
  speaker {
    ...Who
  }
  onBehalfOf {
    ...Who
  }
  to {
    ...Who
  }
  via {
    ...Who
  }
  article {
    id
    title
    publisher
    published
    language
  }
  evidence(first: 2) {
    ...Quote
  }
}`) as unknown as TypedDocumentString<DossierQuery, DossierQueryVariables>;
export const IncidentsDocument = new TypedDocumentString(`
    query Incidents($where: IncidentWhere, $orderBy: [IncidentOrder!], $first: Int!, $after: String, $isFirst: Boolean!, $points: IncidentWhere, $period: IncidentWhere, $named: [ID!]!) {
  incidents(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    totalCount @include(if: $isFirst)
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      title
      type
      subtype
      scope
      occurrence
      date {
        edtf
        start
        end
        precision
        original
      }
      location {
        id
        name
        country
        kind
      }
      locationPrecision
      casualties(first: 20) {
        id
        kind
        within
        count {
          min
          max
          best
        }
      }
      publisherCount
    }
  }
  placed: incidents(where: $points) @include(if: $isFirst) {
    extent: cells(precision: 4) {
      geohash
      count
      latitude
      longitude
    }
  }
  dated: incidents(where: $period) @include(if: $isFirst) {
    years: timeline(interval: YEAR, empty: false) {
      start
      end
    }
  }
  named: nodes(ids: $named) @include(if: $isFirst) {
    __typename
    label
    ... on Location {
      kind
      point {
        latitude
        longitude
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IncidentsQuery, IncidentsQueryVariables>;
export const DetailDocument = new TypedDocumentString(`
    query Detail($isMap: Boolean!, $points: IncidentWhere, $precision: Int!, $isTimeline: Boolean!, $period: IncidentWhere, $interval: Interval!, $from: Date, $to: Date) {
  points: incidents(where: $points) @include(if: $isMap) {
    cells(precision: $precision) {
      ...MapCell
    }
  }
  period: incidents(where: $period) @include(if: $isTimeline) {
    bars: timeline(interval: $interval, from: $from, to: $to, empty: false) {
      ...TimelineBar
    }
  }
}
    fragment MapCell on Cell {
  geohash
  count
  latitude
  longitude
  killed {
    min
    max
    best
  }
  injured {
    min
    max
    best
  }
  killedKnown
  injuredKnown
  location {
    id
    name
  }
}
fragment TimelineBar on TimelineBucket {
  start
  end
  count
  uncertain
  killed {
    min
    max
    best
  }
  injured {
    min
    max
    best
  }
  killedKnown
  injuredKnown
}`) as unknown as TypedDocumentString<DetailQuery, DetailQueryVariables>;
export const NewIncidentsDocument = new TypedDocumentString(`
    subscription NewIncidents($where: IncidentWhere, $after: Int) {
  incidents(where: $where, after: $after) {
    revision
    skippedTo
    events {
      op
      id
      cause {
        articleId
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NewIncidentsSubscription, NewIncidentsSubscriptionVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview($type: IncidentWhere, $country: IncidentWhere, $actor: IncidentWhere, $method: IncidentWhere, $target: IncidentWhere, $outcome: IncidentWhere, $publisher: IncidentWhere, $claimed: IncidentWhere, $attributed: IncidentWhere, $denied: IncidentWhere, $chosenCountry: IncidentWhere, $chosenActor: IncidentWhere, $chosenPublisher: IncidentWhere, $hasCountry: Boolean!, $hasActor: Boolean!, $hasPublisher: Boolean!, $hasFacets: Boolean!, $points: IncidentWhere, $precision: Int!, $areas: IncidentWhere, $unplaced: IncidentWhere, $countsUnplaced: Boolean!, $period: IncidentWhere, $interval: Interval!, $from: Date, $to: Date, $spans: IncidentWhere, $undated: IncidentWhere) {
  ...Facets @include(if: $hasFacets)
  points: incidents(where: $points) {
    cells(precision: $precision) {
      ...MapCell
    }
  }
  areas: incidents(where: $areas) {
    totalCount
    groups(by: LOCATION, first: 40) {
      label
      count
      node {
        __typename
        ... on Location {
          id
          name
          kind
          country
          point {
            latitude
            longitude
          }
        }
      }
    }
  }
  unplaced: incidents(where: $unplaced) @include(if: $countsUnplaced) {
    totalCount
  }
  period: incidents(where: $period) {
    bars: timeline(interval: $interval, from: $from, to: $to, empty: false) {
      ...TimelineBar
    }
  }
  spans: incidents(
    where: $spans
    first: 40
    orderBy: [{field: DATE, direction: ASC}]
  ) {
    totalCount
    nodes {
      id
      title
      date {
        start
        end
        edtf
        precision
      }
    }
  }
  undated: incidents(where: $undated) {
    totalCount
  }
}
    fragment MapCell on Cell {
  geohash
  count
  latitude
  longitude
  killed {
    min
    max
    best
  }
  injured {
    min
    max
    best
  }
  killedKnown
  injuredKnown
  location {
    id
    name
  }
}
fragment TimelineBar on TimelineBucket {
  start
  end
  count
  uncertain
  killed {
    min
    max
    best
  }
  injured {
    min
    max
    best
  }
  killedKnown
  injuredKnown
}
fragment Facets on Query {
  type: incidents(where: $type) {
    groups(by: TYPE) {
      key
      label
      count
    }
    subtypes: groups(by: SUBTYPE, first: 40) {
      key
      label
      count
    }
  }
  country: incidents(where: $country) {
    groups(by: COUNTRY, first: 12) {
      key
      label
      count
    }
    groupCount(by: COUNTRY)
  }
  chosenCountry: incidents(where: $chosenCountry) @include(if: $hasCountry) {
    groups(by: COUNTRY, first: 100) {
      key
      label
      count
    }
  }
  actor: incidents(where: $actor) {
    groups(by: ACTOR, first: 12) {
      key
      label
      count
    }
    groupCount(by: ACTOR)
  }
  chosenActor: incidents(where: $chosenActor) @include(if: $hasActor) {
    groups(by: ACTOR, first: 100) {
      key
      label
      count
    }
  }
  method: incidents(where: $method) {
    groups(by: METHOD, first: 25) {
      key
      label
      count
    }
  }
  target: incidents(where: $target) {
    groups(by: TARGET_KIND, first: 25) {
      key
      label
      count
    }
  }
  outcome: incidents(where: $outcome) {
    groups(by: OUTCOME) {
      key
      label
      count
    }
  }
  publisher: incidents(where: $publisher) {
    groups(by: PUBLISHER, first: 12) {
      key
      label
      count
    }
    groupCount(by: PUBLISHER)
  }
  chosenPublisher: incidents(where: $chosenPublisher) @include(if: $hasPublisher) {
    groups(by: PUBLISHER, first: 100) {
      key
      label
      count
    }
  }
  claimed: incidents(where: $claimed) {
    totalCount
  }
  attributed: incidents(where: $attributed) {
    totalCount
  }
  denied: incidents(where: $denied) {
    totalCount
  }
}`) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const WordsDocument = new TypedDocumentString(`
    query Words($id: ID!) {
  article(id: $id) {
    id
    title
    publisher
    published
    language
    license
    citation
    url
    text
    evidence(first: 1000) {
      id
      claim
      start
      end
      url
      supports {
        __typename
        id
        label
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WordsQuery, WordsQueryVariables>;
export const GroupsDocument = new TypedDocumentString(`
    query Groups($where: IncidentWhere, $by: IncidentGroupBy!) {
  incidents(where: $where) {
    groups(by: $by, first: 100) {
      key
      label
      count
    }
    groupCount(by: $by)
  }
}
    `) as unknown as TypedDocumentString<GroupsQuery, GroupsQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($text: String!, $types: [SearchType!], $first: Int!) {
  suggest(text: $text, types: $types, first: $first) {
    label
    matched
    node {
      __typename
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
export const ArticleIncidentsDocument = new TypedDocumentString(`
    query ArticleIncidents($id: ID!) {
  article(id: $id) {
    incidents(first: 1) {
      nodes {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ArticleIncidentsQuery, ArticleIncidentsQueryVariables>;
export const CountDocument = new TypedDocumentString(`
    query Count($where: IncidentWhere) {
  incidents(where: $where) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CountQuery, CountQueryVariables>;