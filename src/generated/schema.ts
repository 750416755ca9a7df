import type { RawJson } from '../api/raw-json.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, written as YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** A moment in UTC, written as 2025-03-12T18:30:00.000Z (RFC 3339). */
  DateTime: { input: string; output: string; }
  /** A whole number of 0 or more. */
  NonNegativeInt: { input: number; output: number; }
  /** A country, as its ISO 3166-1 alpha-2 code in capitals, such as `IQ`. Kosovo is `XK`. */
  CountryCode: { input: string; output: string; }
  /** An absolute http or https address, as the article spells it. */
  URL: { input: string; output: string; }
  /** Degrees north of the equator (WGS 84), as a number from -90 to 90. South is negative. */
  Latitude: { input: number; output: number; }
  /** Degrees east of Greenwich (WGS 84), as a number from -180 to 180. West is negative. */
  Longitude: { input: number; output: number; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** An article as JSON, in the format that `seed/article.schema.json` defines. */
  ArticleInput: { input: RawJson; output: RawJson; }
};

/** The root of all queries. Queries change nothing. */
export type Query = {
  __typename?: 'Query';
  /** The node with this id, of any of the five types. A merged id returns the surviving node; an unknown one returns `null`. */
  node?: Maybe<Node>;
  /** The nodes with these ids, in the order of the ids. An id without a node gives `null` in its place; so does a malformed one, with an error. */
  nodes?: Maybe<Array<Maybe<Node>>>;
  /** The incident with this id. A merged id returns the surviving incident; an unknown one returns `null`. */
  incident?: Maybe<Incident>;
  /** The incidents that match a filter, one page at a time. */
  incidents?: Maybe<IncidentConnection>;
  /** The actor with this id. A merged id returns the surviving actor; an unknown one returns `null`. */
  actor?: Maybe<Actor>;
  /** The actors that match a filter, one page at a time. */
  actors?: Maybe<ActorConnection>;
  /** The statement with this id. It is `null` if no such statement exists. */
  statement?: Maybe<Statement>;
  /** The statements that match a filter, one page at a time. */
  statements?: Maybe<StatementConnection>;
  /** The location with this id. A merged id returns the surviving location; an unknown one returns `null`. */
  location?: Maybe<Location>;
  /** The locations that match a filter, one page at a time. */
  locations?: Maybe<LocationConnection>;
  /** The article with this id. It is `null` if no such article exists. */
  article?: Maybe<Article>;
  /** The articles that match a filter, one page at a time. */
  articles?: Maybe<ArticleConnection>;
  /** Full-text search in all five types, best match first. */
  search?: Maybe<SearchConnection>;
  /** Suggests incidents, actors, locations and articles by their names, aliases and titles while one is being typed, best match first. Forgives typing errors and other transliterations. */
  suggest?: Maybe<Array<Suggestion>>;
  /** The number of the last turn of writing, such as `42`. It rises with every write, also with one that changes nothing. `changes(since: 42)` lists what has changed since. */
  revision: Scalars['Int']['output'];
  /** Which entities were created, updated, removed or merged, and why, newest change first; such as `changes(since: 42)`, which begins with the oldest change after that revision. */
  changes?: Maybe<ChangeConnection>;
  /** Checks an article without storing it: what `ingestArticle` with `dryRun` answers, for every reader. It costs 100, and 1 for every 10 bytes of the article. */
  checkArticle: IngestResult;
  /** Drafts an article from a bare text by rules, and stores nothing: its places, actors, incidents and statements, each with the words that say it. It costs 100, and 1 for every 3 bytes of the text. */
  draftArticle: ArticleDraft;
};


/** The root of all queries. Queries change nothing. */
export type QuerynodeArgs = {
  id: Scalars['ID']['input'];
};


/** The root of all queries. Queries change nothing. */
export type QuerynodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** The root of all queries. Queries change nothing. */
export type QueryincidentArgs = {
  id: Scalars['ID']['input'];
};


/** The root of all queries. Queries change nothing. */
export type QueryincidentsArgs = {
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The root of all queries. Queries change nothing. */
export type QueryactorArgs = {
  id: Scalars['ID']['input'];
};


/** The root of all queries. Queries change nothing. */
export type QueryactorsArgs = {
  where?: InputMaybe<ActorWhere>;
  orderBy?: InputMaybe<Array<ActorOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The root of all queries. Queries change nothing. */
export type QuerystatementArgs = {
  id: Scalars['ID']['input'];
};


/** The root of all queries. Queries change nothing. */
export type QuerystatementsArgs = {
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The root of all queries. Queries change nothing. */
export type QuerylocationArgs = {
  id: Scalars['ID']['input'];
};


/** The root of all queries. Queries change nothing. */
export type QuerylocationsArgs = {
  where?: InputMaybe<LocationWhere>;
  orderBy?: InputMaybe<Array<LocationOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The root of all queries. Queries change nothing. */
export type QueryarticleArgs = {
  id: Scalars['ID']['input'];
};


/** The root of all queries. Queries change nothing. */
export type QueryarticlesArgs = {
  where?: InputMaybe<ArticleWhere>;
  orderBy?: InputMaybe<Array<ArticleOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The root of all queries. Queries change nothing. */
export type QuerysearchArgs = {
  text: Scalars['String']['input'];
  types?: InputMaybe<Array<SearchType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  fuzzy?: InputMaybe<Scalars['Boolean']['input']>;
};


/** The root of all queries. Queries change nothing. */
export type QuerysuggestArgs = {
  text: Scalars['String']['input'];
  types?: InputMaybe<Array<SearchType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The root of all queries. Queries change nothing. */
export type QuerychangesArgs = {
  since?: InputMaybe<Scalars['Int']['input']>;
  where?: InputMaybe<ChangeWhere>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The root of all queries. Queries change nothing. */
export type QuerycheckArticleArgs = {
  article: Scalars['ArticleInput']['input'];
};


/** The root of all queries. Queries change nothing. */
export type QuerydraftArticleArgs = {
  text: Scalars['String']['input'];
  published: Scalars['String']['input'];
  language?: InputMaybe<Scalars['String']['input']>;
};

/** The root of all mutations. They require the editor role or, if authentication is off, the gateway's `INGEST_TOKEN`. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Stores an article and everything it reports, replacing the stored article with the same id. An article with errors changes nothing; the result lists the errors. */
  ingestArticle: IngestResult;
  /** Withdraws an article, as if it had never been stored. */
  retractArticle: IngestResult;
  /** Merges two actors, two locations or two incidents that are the same. The old id keeps working and returns the surviving node. */
  merge: IngestResult;
  /** Undoes a merge, so that the given-up id is a node of its own again. */
  unmerge: IngestResult;
};


/** The root of all mutations. They require the editor role or, if authentication is off, the gateway's `INGEST_TOKEN`. */
export type MutationingestArticleArgs = {
  article: Scalars['ArticleInput']['input'];
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  replaces?: InputMaybe<Scalars['NonNegativeInt']['input']>;
};


/** The root of all mutations. They require the editor role or, if authentication is off, the gateway's `INGEST_TOKEN`. */
export type MutationretractArticleArgs = {
  id: Scalars['ID']['input'];
};


/** The root of all mutations. They require the editor role or, if authentication is off, the gateway's `INGEST_TOKEN`. */
export type MutationmergeArgs = {
  from: Scalars['ID']['input'];
  into: Scalars['ID']['input'];
};


/** The root of all mutations. They require the editor role or, if authentication is off, the gateway's `INGEST_TOKEN`. */
export type MutationunmergeArgs = {
  from: Scalars['ID']['input'];
};

/** The root of all subscriptions, which follow what is written to the store. They are streamed as server-sent events or over a WebSocket. */
export type Subscription = {
  __typename?: 'Subscription';
  /** The incidents that match a filter, as they begin to match it, change, and cease to match it. */
  incidents: IncidentEvents;
  /** The actors that match a filter, as they begin to match it, change, and cease to match it. */
  actors: ActorEvents;
  /** The statements that match a filter, as they begin to match it, change, and cease to match it. */
  statements: StatementEvents;
  /** The locations that match a filter, as they begin to match it, change, and cease to match it. */
  locations: LocationEvents;
  /** The articles that match a filter, as they begin to match it, change, and cease to match it. */
  articles: ArticleEvents;
};


/** The root of all subscriptions, which follow what is written to the store. They are streamed as server-sent events or over a WebSocket. */
export type SubscriptionincidentsArgs = {
  where?: InputMaybe<IncidentWhere>;
  after?: InputMaybe<Scalars['Int']['input']>;
};


/** The root of all subscriptions, which follow what is written to the store. They are streamed as server-sent events or over a WebSocket. */
export type SubscriptionactorsArgs = {
  where?: InputMaybe<ActorWhere>;
  after?: InputMaybe<Scalars['Int']['input']>;
};


/** The root of all subscriptions, which follow what is written to the store. They are streamed as server-sent events or over a WebSocket. */
export type SubscriptionstatementsArgs = {
  where?: InputMaybe<StatementWhere>;
  after?: InputMaybe<Scalars['Int']['input']>;
};


/** The root of all subscriptions, which follow what is written to the store. They are streamed as server-sent events or over a WebSocket. */
export type SubscriptionlocationsArgs = {
  where?: InputMaybe<LocationWhere>;
  after?: InputMaybe<Scalars['Int']['input']>;
};


/** The root of all subscriptions, which follow what is written to the store. They are streamed as server-sent events or over a WebSocket. */
export type SubscriptionarticlesArgs = {
  where?: InputMaybe<ArticleWhere>;
  after?: InputMaybe<Scalars['Int']['input']>;
};

/** The changes of the followed incidents up to a revision. The first payload comes at once, the others after each change that concerns them. */
export type IncidentEvents = {
  __typename?: 'IncidentEvents';
  /** The revision of the store that the incidents have now, such as 57. It is the `after` with which to resume. */
  revision: Scalars['Int']['output'];
  /** The revision, if changes before it were left out because there were too many or the client reads too slowly: query the incidents again. It is `null` otherwise. */
  skippedTo?: Maybe<Scalars['Int']['output']>;
  /** The number of changes, including those left out if they were counted. */
  totalCount: Scalars['Int']['output'];
  /** The changes, each of another incident: at most 1,000, of which at most 100 have a node. It is empty if changes were left out. */
  events: Array<IncidentEvent>;
};

/** An event of a subscription to incidents. Applying the same event again changes nothing. */
export type IncidentEvent = {
  __typename?: 'IncidentEvent';
  /** The kind of event, such as `ENTERED`. */
  op: EventOp;
  /** The id of the incident, such as `Incident:mosul-dam-convoy`. */
  id: Scalars['ID']['output'];
  /** The incident as it is when the event is sent. It is `null` for `LEFT`, and if it has been removed since. */
  node?: Maybe<Incident>;
  /** Why the incident itself was changed, such as an article. It is `null` if only something related to it was. */
  cause?: Maybe<ChangeCause>;
};

/** The changes of the followed actors up to a revision. The first payload comes at once, the others after each change that concerns them. */
export type ActorEvents = {
  __typename?: 'ActorEvents';
  /** The revision of the store that the actors have now, such as 57. It is the `after` with which to resume. */
  revision: Scalars['Int']['output'];
  /** The revision, if changes before it were left out because there were too many or the client reads too slowly: query the actors again. It is `null` otherwise. */
  skippedTo?: Maybe<Scalars['Int']['output']>;
  /** The number of changes, including those left out if they were counted. */
  totalCount: Scalars['Int']['output'];
  /** The changes, each of another actor: at most 1,000, of which at most 100 have a node. It is empty if changes were left out. */
  events: Array<ActorEvent>;
};

/** An event of a subscription to actors. Applying the same event again changes nothing. */
export type ActorEvent = {
  __typename?: 'ActorEvent';
  /** The kind of event, such as `ENTERED`. */
  op: EventOp;
  /** The id of the actor, such as `Actor:iran`. */
  id: Scalars['ID']['output'];
  /** The actor as it is when the event is sent. It is `null` for `LEFT`, and if it has been removed since. */
  node?: Maybe<Actor>;
  /** Why the actor itself was changed, such as an article. It is `null` if only something related to it was. */
  cause?: Maybe<ChangeCause>;
};

/** The changes of the followed statements up to a revision. The first payload comes at once, the others after each change that concerns them. */
export type StatementEvents = {
  __typename?: 'StatementEvents';
  /** The revision of the store that the statements have now, such as 57. It is the `after` with which to resume. */
  revision: Scalars['Int']['output'];
  /** The revision, if changes before it were left out because there were too many or the client reads too slowly: query the statements again. It is `null` otherwise. */
  skippedTo?: Maybe<Scalars['Int']['output']>;
  /** The number of changes, including those left out if they were counted. */
  totalCount: Scalars['Int']['output'];
  /** The changes, each of another statement: at most 1,000, of which at most 100 have a node. It is empty if changes were left out. */
  events: Array<StatementEvent>;
};

/** An event of a subscription to statements. Applying the same event again changes nothing. */
export type StatementEvent = {
  __typename?: 'StatementEvent';
  /** The kind of event, such as `ENTERED`. */
  op: EventOp;
  /** The id of the statement, such as `Statement:us-troops-iraq-2023-11-12.tehran-denies`. */
  id: Scalars['ID']['output'];
  /** The statement as it is when the event is sent. It is `null` for `LEFT`, and if it has been removed since. */
  node?: Maybe<Statement>;
  /** Why the statement itself was changed, such as an article. It is `null` if only something related to it was. */
  cause?: Maybe<ChangeCause>;
};

/** The changes of the followed locations up to a revision. The first payload comes at once, the others after each change that concerns them. */
export type LocationEvents = {
  __typename?: 'LocationEvents';
  /** The revision of the store that the locations have now, such as 57. It is the `after` with which to resume. */
  revision: Scalars['Int']['output'];
  /** The revision, if changes before it were left out because there were too many or the client reads too slowly: query the locations again. It is `null` otherwise. */
  skippedTo?: Maybe<Scalars['Int']['output']>;
  /** The number of changes, including those left out if they were counted. */
  totalCount: Scalars['Int']['output'];
  /** The changes, each of another location: at most 1,000, of which at most 100 have a node. It is empty if changes were left out. */
  events: Array<LocationEvent>;
};

/** An event of a subscription to locations. Applying the same event again changes nothing. */
export type LocationEvent = {
  __typename?: 'LocationEvent';
  /** The kind of event, such as `ENTERED`. */
  op: EventOp;
  /** The id of the location, such as `Location:mosul-dam`. */
  id: Scalars['ID']['output'];
  /** The location as it is when the event is sent. It is `null` for `LEFT`, and if it has been removed since. */
  node?: Maybe<Location>;
  /** Why the location itself was changed, such as an article. It is `null` if only something related to it was. */
  cause?: Maybe<ChangeCause>;
};

/** The changes of the followed articles up to a revision. The first payload comes at once, the others after each change that concerns them. */
export type ArticleEvents = {
  __typename?: 'ArticleEvents';
  /** The revision of the store that the articles have now, such as 57. It is the `after` with which to resume. */
  revision: Scalars['Int']['output'];
  /** The revision, if changes before it were left out because there were too many or the client reads too slowly: query the articles again. It is `null` otherwise. */
  skippedTo?: Maybe<Scalars['Int']['output']>;
  /** The number of changes, including those left out if they were counted. */
  totalCount: Scalars['Int']['output'];
  /** The changes, each of another article: at most 1,000, of which at most 100 have a node. It is empty if changes were left out. */
  events: Array<ArticleEvent>;
};

/** An event of a subscription to articles. Applying the same event again changes nothing. */
export type ArticleEvent = {
  __typename?: 'ArticleEvent';
  /** The kind of event, such as `ENTERED`. */
  op: EventOp;
  /** The id of the article, such as `Article:us-troops-iraq-2023-11-12`. */
  id: Scalars['ID']['output'];
  /** The article as it is when the event is sent. It is `null` for `LEFT`, and if it has been removed since. */
  node?: Maybe<Article>;
  /** Why the article itself was changed, such as an article. It is `null` if only something related to it was. */
  cause?: Maybe<ChangeCause>;
};

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
/** An object with a globally unique id: an incident, an actor, a statement, a location or an article. */
export type Node = {
  /** The stable id: the type, a colon and a slug, such as `Location:mosul-dam`. */
  id: Scalars['ID']['output'];
  /** A short name for display. */
  label: Scalars['String']['output'];
};

/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type Incident = Node & {
  __typename?: 'Incident';
  /** The stable id, such as `Incident:convoy-mosul-dam-2023-11-09`. */
  id: Scalars['ID']['output'];
  /** The title, for display. */
  label: Scalars['String']['output'];
  /** The title. */
  title: Scalars['String']['output'];
  /** A summary of what happened, in a few sentences. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Addresses of the same incident elsewhere, such as its entry in Wikidata or the record of a data set, from all articles. */
  sameAs: Array<Scalars['URL']['output']>;
  /** Whether the incident is one event or several events reported as one. */
  scope: IncidentScope;
  /** The kind of incident. */
  type: IncidentType;
  /** The kind of incident within its type, such as `DRONE_STRIKE`. It is `null` if no article states it. */
  subtype?: Maybe<IncidentSubtype>;
  /** Whether the incident happened, is planned or expected, or did not happen. It is `HAPPENED` if no article states it. */
  occurrence: Occurrence;
  /** The methods used, including those of `weapons`. */
  methods: Array<Method>;
  /** The weapons used, or reported to have been used, with their number, outcome and certainty. */
  weapons: Array<Weapon>;
  /** How the incident ended. */
  outcome: Outcome;
  /** The number of events. If no number is reported, it is 1 for a single event and `null` for an aggregate. */
  count?: Maybe<Quantity>;
  /** When the incident happened. It is `null` if no article states it. */
  date?: Maybe<DateSpan>;
  /** Where the incident happened. It is `null` if no article states it. */
  location?: Maybe<Location>;
  /** How close to `location` the incident happened. */
  locationPrecision: LocationPrecision;
  /** Further places and their roles, such as where a convoy came from, by role and then by location id. `location`, the main site, is not repeated. */
  places: Array<IncidentPlace>;
  /** The targets that were struck or aimed at, such as a hospital, by kind, then by location id and name. */
  targets: Array<Target>;
  /** The actors involved and their roles, by role and then by actor id. */
  participants: Array<Participant>;
  /** The people killed, injured or otherwise harmed, by kind. All entries of a kind come from one article, the newest that states any; those `within` others are a kind of their own. */
  casualties: Array<Casualty>;
  /** How this incident relates to other incidents. */
  links: Array<IncidentLink>;
  /** The incidents that link to this one. */
  linkedFrom?: Maybe<IncidentConnection>;
  /** The larger incident that this one is part of. */
  partOf?: Maybe<Incident>;
  /** The incidents that are directly part of this one. */
  parts?: Maybe<IncidentConnection>;
  /** The statements about this incident, and by default also those about the incidents that it is part of. */
  statements?: Maybe<StatementConnection>;
  /** The articles that report this incident. */
  articles?: Maybe<ArticleConnection>;
  /** Who claims responsibility, who denies it and whom others blame. Statements about the incidents that this one is part of count too. */
  responsibility: Responsibility;
  /** What each article says about this incident, newest article first. Use it to compare sources. */
  reports: Array<IncidentReport>;
  /** The quotes that report the incident itself, newest article first, then in text order. Participants, weapons and other parts have evidence of their own. */
  evidence: Array<Evidence>;
  /** The number of publishers that report this incident. Articles without a publisher count as one publisher. */
  publisherCount: Scalars['NonNegativeInt']['output'];
  /** The changes of this incident, newest first, as far back as the change log is kept. For example, `history(first: 1)` is its last change. */
  history?: Maybe<ChangeConnection>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidentweaponsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidentplacesArgs = {
  role?: InputMaybe<Array<PlaceRole>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidenttargetsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidentparticipantsArgs = {
  role?: InputMaybe<Array<ParticipantRole>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidentcasualtiesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidentlinksArgs = {
  type?: InputMaybe<Array<IncidentLinkType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidentlinkedFromArgs = {
  type?: InputMaybe<Array<IncidentLinkType>>;
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidentpartsArgs = {
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidentstatementsArgs = {
  includeWhole?: InputMaybe<Scalars['Boolean']['input']>;
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidentarticlesArgs = {
  where?: InputMaybe<ArticleWhere>;
  orderBy?: InputMaybe<Array<ArticleOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidentreportsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidentevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Something that happened, was threatened or was foiled: one event, or several reported as one. The newest article that states a value wins; lists other than `casualties` combine all articles. */
export type IncidenthistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A person, state, group or organization that acts, is harmed or speaks. The newest article that states a value wins; lists combine all articles. */
export type Actor = Node & {
  __typename?: 'Actor';
  /** The stable id, such as `Actor:iran`. */
  id: Scalars['ID']['output'];
  /** The name, for display. */
  label: Scalars['String']['output'];
  /** The name, as the newest article gives it. */
  name: Scalars['String']['output'];
  /** All other names that articles use for this actor. */
  aliases: Array<Scalars['String']['output']>;
  /** Addresses of the same actor elsewhere, such as its entry in Wikidata, from all articles. */
  sameAs: Array<Scalars['URL']['output']>;
  /** The kind of actor. */
  kind: ActorKind;
  /** The country that the actor is or belongs to. */
  country?: Maybe<Scalars['CountryCode']['output']>;
  /** How this actor relates to other actors. */
  affiliations: Array<Affiliation>;
  /** The actors that are members or parts of this one. */
  members?: Maybe<ActorConnection>;
  /** The incidents that this actor was involved in. */
  incidents?: Maybe<IncidentConnection>;
  /** The statements that this actor made, or that were made on its behalf. */
  statements?: Maybe<StatementConnection>;
  /** The statements about this actor. */
  statementsAbout?: Maybe<StatementConnection>;
  /** The articles that mention this actor. */
  articles?: Maybe<ArticleConnection>;
  /** The quotes that name this actor, newest article first, then in text order. */
  evidence: Array<Evidence>;
  /** The changes of this actor, newest first, as far back as the change log is kept. For example, `history(first: 1)` is its last change. */
  history?: Maybe<ChangeConnection>;
};


/** A person, state, group or organization that acts, is harmed or speaks. The newest article that states a value wins; lists combine all articles. */
export type ActoraffiliationsArgs = {
  type?: InputMaybe<Array<AffiliationType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** A person, state, group or organization that acts, is harmed or speaks. The newest article that states a value wins; lists combine all articles. */
export type ActormembersArgs = {
  where?: InputMaybe<ActorWhere>;
  orderBy?: InputMaybe<Array<ActorOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person, state, group or organization that acts, is harmed or speaks. The newest article that states a value wins; lists combine all articles. */
export type ActorincidentsArgs = {
  role?: InputMaybe<Array<ParticipantRole>>;
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person, state, group or organization that acts, is harmed or speaks. The newest article that states a value wins; lists combine all articles. */
export type ActorstatementsArgs = {
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person, state, group or organization that acts, is harmed or speaks. The newest article that states a value wins; lists combine all articles. */
export type ActorstatementsAboutArgs = {
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person, state, group or organization that acts, is harmed or speaks. The newest article that states a value wins; lists combine all articles. */
export type ActorarticlesArgs = {
  where?: InputMaybe<ArticleWhere>;
  orderBy?: InputMaybe<Array<ArticleOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person, state, group or organization that acts, is harmed or speaks. The newest article that states a value wins; lists combine all articles. */
export type ActorevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** A person, state, group or organization that acts, is harmed or speaks. The newest article that states a value wins; lists combine all articles. */
export type ActorhistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Something that somebody said, as one article reports it. It belongs to that article. */
export type Statement = Node & {
  __typename?: 'Statement';
  /** The stable id, which includes the article's slug, such as `Statement:us-troops-iraq-2023-11-12.tehran-denies`. */
  id: Scalars['ID']['output'];
  /** The first words of the text, at most 80 characters, for display. */
  label: Scalars['String']['output'];
  /** What the statement does, such as deny responsibility. */
  type: StatementType;
  /** What was said. */
  text: Scalars['String']['output'];
  /** The speaker's own words. It is `null` if the article does not quote them. */
  quote?: Maybe<Scalars['String']['output']>;
  /** Whether the article quotes, reports or paraphrases the statement. It is `null` if not given. */
  mode?: Maybe<SpeechMode>;
  /** How the article distances itself from the statement, as with "reportedly". It is `null` if it does not. */
  hedge?: Maybe<Hedge>;
  /** When it was said. It is `null` if the article does not state it. */
  date?: Maybe<DateSpan>;
  /** The condition that the speaker attaches, such as "as long as the support continues". */
  condition?: Maybe<Scalars['String']['output']>;
  /** Who said it. It is `null` if the speaker is unnamed or the article speaks in its own voice. */
  speaker?: Maybe<Actor>;
  /** The actor on whose behalf it was said. */
  onBehalfOf?: Maybe<Actor>;
  /** Whether the article keeps the speaker's name back, as in "an official who asked not to be named". */
  anonymous: Scalars['Boolean']['output'];
  /** The actors that it was addressed to, such as Iran in "the minister warned Iran", in the order of the article. */
  to: Array<Actor>;
  /** The actors through whom the article has the statement, the one nearest to the article first. If Reuters cites Fars, which quotes the minister, they are Reuters and Fars. */
  via: Array<Actor>;
  /** The place where it was said. It is `null` if the article does not state it. */
  location?: Maybe<Location>;
  /** The numbers that it gives, in the order of the article. */
  figures: Array<Figure>;
  /** The incidents that the statement is about. */
  incidents?: Maybe<IncidentConnection>;
  /** The incidents that the statement is about, and every incident that is part of one of these. It is the inverse of `Incident.statements`. */
  concerns?: Maybe<IncidentConnection>;
  /** The actors that the statement is about. */
  actors?: Maybe<ActorConnection>;
  /** How this statement relates to other statements. */
  links: Array<StatementLink>;
  /** The statements that link to this one. */
  linkedFrom?: Maybe<StatementConnection>;
  /** The article that reports the statement. */
  article: Article;
  /** The quotes that report the statement, in text order. */
  evidence: Array<Evidence>;
  /** The changes of this statement, newest first, as far back as the change log is kept. For example, `history(first: 1)` is its last change. */
  history?: Maybe<ChangeConnection>;
};


/** Something that somebody said, as one article reports it. It belongs to that article. */
export type StatementfiguresArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Something that somebody said, as one article reports it. It belongs to that article. */
export type StatementincidentsArgs = {
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that somebody said, as one article reports it. It belongs to that article. */
export type StatementconcernsArgs = {
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that somebody said, as one article reports it. It belongs to that article. */
export type StatementactorsArgs = {
  where?: InputMaybe<ActorWhere>;
  orderBy?: InputMaybe<Array<ActorOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that somebody said, as one article reports it. It belongs to that article. */
export type StatementlinksArgs = {
  type?: InputMaybe<Array<StatementLinkType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Something that somebody said, as one article reports it. It belongs to that article. */
export type StatementlinkedFromArgs = {
  type?: InputMaybe<Array<StatementLinkType>>;
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that somebody said, as one article reports it. It belongs to that article. */
export type StatementevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Something that somebody said, as one article reports it. It belongs to that article. */
export type StatementhistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A place, from a building to a region. The newest article that states a value wins; aliases combine all articles. */
export type Location = Node & {
  __typename?: 'Location';
  /** The stable id, such as `Location:mosul-dam`. */
  id: Scalars['ID']['output'];
  /** The name, for display. */
  label: Scalars['String']['output'];
  /** The name, as the newest article gives it. */
  name: Scalars['String']['output'];
  /** All other names that articles use for this location. */
  aliases: Array<Scalars['String']['output']>;
  /** Addresses of the same location elsewhere, such as its entry in Wikidata or GeoNames, from all articles. */
  sameAs: Array<Scalars['URL']['output']>;
  /** The kind of place. */
  kind: LocationKind;
  /** The country the location is or lies in: its own, or that of the nearest enclosing location that has one. */
  country?: Maybe<Scalars['CountryCode']['output']>;
  /** The coordinates. For an area, they are its centre. */
  point?: Maybe<Point>;
  /** The larger location that this one is directly in. */
  partOf?: Maybe<Location>;
  /** All locations that contain this one, nearest first. */
  ancestors: Array<Location>;
  /** The locations that are directly in this one. */
  contains?: Maybe<LocationConnection>;
  /** The incidents that happened here, and by default also those in all locations within this one. */
  incidents?: Maybe<IncidentConnection>;
  /** The articles that mention this location. */
  articles?: Maybe<ArticleConnection>;
  /** The quotes that name this location, newest article first, then in text order. */
  evidence: Array<Evidence>;
  /** The changes of this location, newest first, as far back as the change log is kept. For example, `history(first: 1)` is its last change. */
  history?: Maybe<ChangeConnection>;
};


/** A place, from a building to a region. The newest article that states a value wins; aliases combine all articles. */
export type LocationcontainsArgs = {
  where?: InputMaybe<LocationWhere>;
  orderBy?: InputMaybe<Array<LocationOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A place, from a building to a region. The newest article that states a value wins; aliases combine all articles. */
export type LocationincidentsArgs = {
  includeContained?: InputMaybe<Scalars['Boolean']['input']>;
  role?: InputMaybe<Array<PlaceRole>>;
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A place, from a building to a region. The newest article that states a value wins; aliases combine all articles. */
export type LocationarticlesArgs = {
  where?: InputMaybe<ArticleWhere>;
  orderBy?: InputMaybe<Array<ArticleOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A place, from a building to a region. The newest article that states a value wins; aliases combine all articles. */
export type LocationevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** A place, from a building to a region. The newest article that states a value wins; aliases combine all articles. */
export type LocationhistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A published text that reports incidents. */
export type Article = Node & {
  __typename?: 'Article';
  /** The stable id, such as `Article:us-troops-iraq-2023-11-12`. */
  id: Scalars['ID']['output'];
  /** The title, for display. */
  label: Scalars['String']['output'];
  /** The headline. An article without one uses the first words of its text. */
  title: Scalars['String']['output'];
  /** The address at which the article was published. */
  url?: Maybe<Scalars['URL']['output']>;
  /** The publisher. */
  publisher?: Maybe<Scalars['String']['output']>;
  /** The language of the text, as a BCP 47 tag such as `en`. */
  language?: Maybe<Scalars['String']['output']>;
  /** The licence under which the text may be used. */
  license?: Maybe<Scalars['String']['output']>;
  /** How the source asks to be cited. */
  citation?: Maybe<Scalars['String']['output']>;
  /** The day of publication, in UTC. */
  published: Scalars['Date']['output'];
  /** The moment of publication. It is `null` if the article gives only the day. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The complete text. It is `null` for clients without access to article texts. */
  text?: Maybe<Scalars['String']['output']>;
  /** The whole article as `ingestArticle` takes it, in canonical form. It is `null` for clients without access to article texts. */
  json?: Maybe<Scalars['JSON']['output']>;
  /** The version of the article, 0 if it has none. */
  version: Scalars['NonNegativeInt']['output'];
  /** The incidents that the article reports. */
  incidents?: Maybe<IncidentConnection>;
  /** The statements that the article reports. */
  statements?: Maybe<StatementConnection>;
  /** The actors that the article mentions. */
  actors?: Maybe<ActorConnection>;
  /** The locations that the article mentions. */
  locations?: Maybe<LocationConnection>;
  /** All quotes from this article that are used as evidence, in text order. */
  evidence: Array<Evidence>;
  /** The changes of this article, newest first, as far back as the change log is kept. For example, `history(first: 1)` is its last change. */
  history?: Maybe<ChangeConnection>;
};


/** A published text that reports incidents. */
export type ArticleincidentsArgs = {
  where?: InputMaybe<IncidentWhere>;
  orderBy?: InputMaybe<Array<IncidentOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A published text that reports incidents. */
export type ArticlestatementsArgs = {
  where?: InputMaybe<StatementWhere>;
  orderBy?: InputMaybe<Array<StatementOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A published text that reports incidents. */
export type ArticleactorsArgs = {
  where?: InputMaybe<ActorWhere>;
  orderBy?: InputMaybe<Array<ActorOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A published text that reports incidents. */
export type ArticlelocationsArgs = {
  where?: InputMaybe<LocationWhere>;
  orderBy?: InputMaybe<Array<LocationOrder>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A published text that reports incidents. */
export type ArticleevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** A published text that reports incidents. */
export type ArticlehistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An actor and its role in an incident. */
export type Participant = {
  __typename?: 'Participant';
  /** The id of this participant, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** The actor. */
  actor: Actor;
  /** The role of the actor. */
  role: ParticipantRole;
  /** How certain the role is. It is `null` if no article states it. */
  status?: Maybe<AttributionStatus>;
  /** The side that the actor was on, one letter from A to Z, such as `A` for both members of an alliance. It is `null` if no article states it. */
  side?: Maybe<Scalars['String']['output']>;
  /** The quotes that support it, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** An actor and its role in an incident. */
export type ParticipantevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** People who were harmed in an incident. */
export type Casualty = {
  __typename?: 'Casualty';
  /** The id of this entry, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** What happened to them. */
  kind: CasualtyKind;
  /** The number of people. It is at least 1 if the article gives no number. */
  count: Quantity;
  /** Who they were. */
  group: CasualtyGroup;
  /** Their age or sex. It is `null` if the article does not state it. */
  demographic?: Maybe<Demographic>;
  /** Whether they are among those of another entry of this kind, such as the children among the dead. They are then not added to any sum. */
  within: Scalars['Boolean']['output'];
  /** How severe their injuries were. */
  severity: Severity;
  /** What happened to them later, such as "returned to duty". */
  later?: Maybe<Scalars['String']['output']>;
  /** The actor that they belonged to. */
  actor?: Maybe<Actor>;
  /** The statements of the same article that give this number, such as a ministry's. */
  assertedBy: Array<Statement>;
  /** The statements of the same article that deny this number. */
  deniedBy: Array<Statement>;
  /** The quotes that support it, in text order. */
  evidence: Array<Evidence>;
};


/** People who were harmed in an incident. */
export type CasualtyevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** A weapon or method that was used, or was reported to have been used. */
export type Weapon = {
  __typename?: 'Weapon';
  /** The id of this weapon, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** The kind of weapon. */
  method: Method;
  /** The number of weapons. It is `null` if no article states it. */
  count?: Maybe<Quantity>;
  /** What happened to it, such as `INTERCEPTED`. */
  outcome: Outcome;
  /** Whether the articles are certain that it was used. */
  certain: Scalars['Boolean']['output'];
  /** The quotes that support it, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** A weapon or method that was used, or was reported to have been used. */
export type WeaponevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** A place and its role in an incident, beside the main site. */
export type IncidentPlace = {
  __typename?: 'IncidentPlace';
  /** The id of this place in the incident, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** The place. */
  location: Location;
  /** The role of the place, such as `ORIGIN`. */
  role: PlaceRole;
  /** How close to `location` it was. */
  precision: LocationPrecision;
  /** The quotes that support it, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** A place and its role in an incident, beside the main site. */
export type IncidentPlaceevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** Something that was struck or aimed at, such as a hospital. */
export type Target = {
  __typename?: 'Target';
  /** The id of this target, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** The kind of target. */
  kind: TargetKind;
  /** Its name, such as "Al-Shifa Hospital". It is `null` if the articles do not name it. */
  name?: Maybe<Scalars['String']['output']>;
  /** The place where it is. It is `null` if no article states it. */
  location?: Maybe<Location>;
  /** How badly it was damaged. */
  damage: Damage;
  /** The number of targets of this kind, such as two bridges. It is `null` if no article states it. */
  count?: Maybe<Quantity>;
  /** The quotes that support it, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** Something that was struck or aimed at, such as a hospital. */
export type TargetevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** A link from one incident to another. */
export type IncidentLink = {
  __typename?: 'IncidentLink';
  /** The id of this link, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** How the first incident relates to the second. If A has a `RESPONSE_TO` link to B, A responds to B. */
  type: IncidentLinkType;
  /** The second incident. */
  incident: Incident;
  /** The quotes that support it, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** A link from one incident to another. */
export type IncidentLinkevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** Who claims responsibility for an incident, who denies it and whom others blame. */
export type Responsibility = {
  __typename?: 'Responsibility';
  /** The actors that claim responsibility, newest statement first. */
  claimedBy: Array<ResponsibilityEntry>;
  /** The actors that deny responsibility, newest statement first. */
  deniedBy: Array<ResponsibilityEntry>;
  /** The actors that others name or accuse, newest statement first. */
  attributedTo: Array<ResponsibilityEntry>;
};


/** Who claims responsibility for an incident, who denies it and whom others blame. */
export type ResponsibilityclaimedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Who claims responsibility for an incident, who denies it and whom others blame. */
export type ResponsibilitydeniedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** Who claims responsibility for an incident, who denies it and whom others blame. */
export type ResponsibilityattributedToArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** An actor and the newest statement about its responsibility. */
export type ResponsibilityEntry = {
  __typename?: 'ResponsibilityEntry';
  /** The id of this entry, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** The actor that claims or denies responsibility, or is blamed. */
  actor: Actor;
  /** The newest such statement. */
  statement: Statement;
};

/** What one article says about an incident. A field is `null` if the article does not state it. */
export type IncidentReport = {
  __typename?: 'IncidentReport';
  /** The id of this report, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** The article. */
  article: Article;
  /** The title that the article gives the incident. */
  title?: Maybe<Scalars['String']['output']>;
  /** The article's summary of the incident. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Whether the article reports one event or several. */
  scope?: Maybe<IncidentScope>;
  /** The kind of incident. */
  type?: Maybe<IncidentType>;
  /** The kind of incident within its type. */
  subtype?: Maybe<IncidentSubtype>;
  /** Whether the incident happened, is planned or expected, or did not happen. */
  occurrence?: Maybe<Occurrence>;
  /** The methods that the article names, including those of `weapons`. */
  methods?: Maybe<Array<Method>>;
  /** The weapons that the article names. */
  weapons?: Maybe<Array<Weapon>>;
  /** How the incident ended. */
  outcome?: Maybe<Outcome>;
  /** The number of events. */
  count?: Maybe<Quantity>;
  /** When the incident happened. */
  date?: Maybe<DateSpan>;
  /** Where the incident happened. */
  location?: Maybe<Location>;
  /** How close to `location` the incident happened. */
  locationPrecision?: Maybe<LocationPrecision>;
  /** Further places and their roles, except `location`. */
  places?: Maybe<Array<IncidentPlace>>;
  /** The targets that were struck or aimed at. */
  targets?: Maybe<Array<Target>>;
  /** The actors involved and their roles. */
  participants?: Maybe<Array<Participant>>;
  /** The people killed, injured or otherwise harmed. */
  casualties?: Maybe<Array<Casualty>>;
  /** The larger incident that this one is part of, according to the article. */
  partOf?: Maybe<Incident>;
};


/** What one article says about an incident. A field is `null` if the article does not state it. */
export type IncidentReportweaponsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** What one article says about an incident. A field is `null` if the article does not state it. */
export type IncidentReportplacesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** What one article says about an incident. A field is `null` if the article does not state it. */
export type IncidentReporttargetsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** What one article says about an incident. A field is `null` if the article does not state it. */
export type IncidentReportparticipantsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};


/** What one article says about an incident. A field is `null` if the article does not state it. */
export type IncidentReportcasualtiesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** How one actor relates to another, and who says so or denies it. */
export type Affiliation = {
  __typename?: 'Affiliation';
  /** The id of this affiliation, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** How the first actor relates to the second. */
  type: AffiliationType;
  /** The second actor. */
  actor: Actor;
  /** The office or rank, such as "Foreign Minister". */
  title?: Maybe<Scalars['String']['output']>;
  /** When the affiliation held. */
  date?: Maybe<DateSpan>;
  /** How certain the affiliation is. It is `null` if no article gives a status and no statement asserts or denies it. */
  status?: Maybe<AttributionStatus>;
  /** The statements that assert the affiliation. */
  assertedBy: Array<Statement>;
  /** The statements that deny the affiliation. */
  deniedBy: Array<Statement>;
  /** The quotes that support it, newest article first, then in text order. */
  evidence: Array<Evidence>;
};


/** How one actor relates to another, and who says so or denies it. */
export type AffiliationevidenceArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** A number that a statement gives, such as 500 rockets or 2 million dollars. */
export type Figure = {
  __typename?: 'Figure';
  /** The id of this figure, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** The kind of thing counted, such as `MONEY`. */
  kind: FigureKind;
  /** The number. */
  count: Quantity;
  /** The unit or the things counted, such as `USD`, `km` or `rockets`. It is `null` if the article does not state it. */
  unit?: Maybe<Scalars['String']['output']>;
  /** The figure in the words of the article, such as "some two million dollars". It is `null` if the article does not state it. */
  original?: Maybe<Scalars['String']['output']>;
  /** The incident that the number is about, such as the attack whose dead a ministry counts. It is `null` if the article does not state it. */
  incident?: Maybe<Incident>;
};

/** A link from one statement to another. */
export type StatementLink = {
  __typename?: 'StatementLink';
  /** The id of this link, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** How the first statement relates to the second. */
  type: StatementLinkType;
  /** The second statement. */
  statement: Statement;
};

/** A quote from an article that supports a fact: `Article.text.slice(start, end)` is the quote, counted in UTF-16 code units. */
export type Evidence = {
  __typename?: 'Evidence';
  /** The id of this quote, for client caches: opaque and stable. It is not the id of a node. */
  id: Scalars['ID']['output'];
  /** The article that contains the quote. */
  article: Article;
  /** The node that the quote supports. For a part of a node, such as a participant, it is that node. */
  supports: Node;
  /** The part of `supports` that the quote supports, as a path such as `participants/TARGET/us-troops`, or `casualties/KILLED/1` for the second of a kind. It is empty for the node itself. */
  claim: Scalars['String']['output'];
  /** The exact words. It is `null` for clients without access to article texts, as are `prefix` and `suffix`. */
  quote?: Maybe<Scalars['String']['output']>;
  /** The offset of the quote's first code unit in the text. */
  start: Scalars['NonNegativeInt']['output'];
  /** The offset just after the quote's last code unit in the text. */
  end: Scalars['NonNegativeInt']['output'];
  /** Up to 32 code units of text before the quote. */
  prefix?: Maybe<Scalars['String']['output']>;
  /** Up to 32 code units of text after the quote. */
  suffix?: Maybe<Scalars['String']['output']>;
  /** The article's address with a text fragment, so that browsers scroll to the quote. Clients without access to article texts get the address alone. */
  url?: Maybe<Scalars['URL']['output']>;
};

/** A date as precise as the sources give it. An unknown date is `null`, not a span. */
export type DateSpan = {
  __typename?: 'DateSpan';
  /** The earliest possible day. It is `null` if the span has no known start. */
  start?: Maybe<Scalars['Date']['output']>;
  /** The latest possible day. It is `null` if the span has no known end. */
  end?: Maybe<Scalars['Date']['output']>;
  /** How precisely the date is known. */
  precision: DatePrecision;
  /** The date in the Extended Date/Time Format (ISO 8601-2), such as `2023-11` or `2023-10-26/..`. */
  edtf: Scalars['String']['output'];
  /** The date in the words of the source, such as "Thursday". */
  original?: Maybe<Scalars['String']['output']>;
};

/** A number as precise as the sources give it: 3 has min 3 and max 3; "over 40" has min 41 and no max. */
export type Quantity = {
  __typename?: 'Quantity';
  /** The lowest possible value. */
  min: Scalars['NonNegativeInt']['output'];
  /** The highest possible value. It is `null` if there is no known upper limit. */
  max?: Maybe<Scalars['NonNegativeInt']['output']>;
  /** The best estimate, if the source gives one. A sum has one only if every number in it is exact or has one. */
  best?: Maybe<Scalars['NonNegativeInt']['output']>;
  /** The number in the words of the source, such as "over 40". */
  original?: Maybe<Scalars['String']['output']>;
};

/** A position on the earth, in degrees (WGS 84). */
export type Point = {
  __typename?: 'Point';
  /** Degrees north of the equator, from -90 to 90. */
  latitude: Scalars['Latitude']['output'];
  /** Degrees east of Greenwich, from -180 to 180. */
  longitude: Scalars['Longitude']['output'];
};

/** The smallest box around some positions. `west` is greater than `east` if the box crosses the antimeridian. */
export type Bounds = {
  __typename?: 'Bounds';
  /** The lowest latitude. */
  south: Scalars['Latitude']['output'];
  /** The western edge, as a longitude. */
  west: Scalars['Longitude']['output'];
  /** The highest latitude. */
  north: Scalars['Latitude']['output'];
  /** The eastern edge, as a longitude. */
  east: Scalars['Longitude']['output'];
};

/** A page of incidents, with counts over the whole list. */
export type IncidentConnection = {
  __typename?: 'IncidentConnection';
  /** The incidents of this page, with their cursors. */
  edges: Array<IncidentEdge>;
  /** The incidents of this page. */
  nodes: Array<Incident>;
  /** The position of this page in the list. */
  pageInfo: PageInfo;
  /** The total number of incidents on all pages. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** The incidents of all pages, counted by group. */
  groups?: Maybe<Array<IncidentGroup>>;
  /** The total number of groups. */
  groupCount?: Maybe<Scalars['Int']['output']>;
  /** The incidents of all pages, counted over time. Incidents without a date are not counted. */
  timeline?: Maybe<Array<TimelineBucket>>;
  /** The incidents of all pages, counted by geohash cell for a map, largest cell first. An incident counts in the cell of its location; one without a point on a map is in no cell. */
  cells?: Maybe<Array<Cell>>;
  /** The smallest box around the locations of all incidents on all pages. It is `null` if none is a point on a map. */
  bounds?: Maybe<Bounds>;
};


/** A page of incidents, with counts over the whole list. */
export type IncidentConnectiongroupsArgs = {
  by: IncidentGroupBy;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<GroupOrder>;
};


/** A page of incidents, with counts over the whole list. */
export type IncidentConnectiongroupCountArgs = {
  by: IncidentGroupBy;
};


/** A page of incidents, with counts over the whole list. */
export type IncidentConnectiontimelineArgs = {
  interval: Interval;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  empty?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A page of incidents, with counts over the whole list. */
export type IncidentConnectioncellsArgs = {
  precision: Scalars['Int']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  areasByCentre?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A page of incidents, with counts over the whole list. */
export type IncidentConnectionboundsArgs = {
  areasByCentre?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An incident in a list, with its cursor. */
export type IncidentEdge = {
  __typename?: 'IncidentEdge';
  /** The cursor of this incident, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The incident. */
  node: Incident;
};

/** Incidents that have one value in common. */
export type IncidentGroup = {
  __typename?: 'IncidentGroup';
  /** The value itself: an enum value, a node id, an ISO code or a word. */
  key: Scalars['String']['output'];
  /** The value, for display. */
  label: Scalars['String']['output'];
  /** The node that the group is about. It is `null` if the groups are not nodes. */
  node?: Maybe<Node>;
  /** The number of incidents in the group. An incident may be in several groups. */
  count: Scalars['Int']['output'];
  /** The number of people killed. An incident and its parts are counted once, by the greater number. It is `null` if no incident of the group states one. */
  killed?: Maybe<Quantity>;
  /** The number of people injured, summed like `killed`. */
  injured?: Maybe<Quantity>;
  /** The number of incidents in the group that state a number of people killed. */
  killedKnown: Scalars['Int']['output'];
  /** The number of incidents in the group that state a number of people injured. */
  injuredKnown: Scalars['Int']['output'];
  /** The incidents of the group, counted over time. Incidents without a date are not counted. */
  timeline?: Maybe<Array<TimelineBucket>>;
};


/** Incidents that have one value in common. */
export type IncidentGrouptimelineArgs = {
  interval: Interval;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  empty?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of actors, with counts over the whole list. */
export type ActorConnection = {
  __typename?: 'ActorConnection';
  /** The actors of this page, with their cursors. */
  edges: Array<ActorEdge>;
  /** The actors of this page. */
  nodes: Array<Actor>;
  /** The position of this page in the list. */
  pageInfo: PageInfo;
  /** The total number of actors on all pages. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** The actors of all pages, counted by group, largest group first. */
  groups?: Maybe<Array<ActorGroup>>;
  /** The total number of groups. */
  groupCount?: Maybe<Scalars['Int']['output']>;
};


/** A page of actors, with counts over the whole list. */
export type ActorConnectiongroupsArgs = {
  by: ActorGroupBy;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A page of actors, with counts over the whole list. */
export type ActorConnectiongroupCountArgs = {
  by: ActorGroupBy;
};

/** An actor in a list, with its cursor. */
export type ActorEdge = {
  __typename?: 'ActorEdge';
  /** The cursor of this actor, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The actor. */
  node: Actor;
};

/** Actors that have one value in common. */
export type ActorGroup = {
  __typename?: 'ActorGroup';
  /** The value itself: an enum value, a node id, an ISO code or a word. */
  key: Scalars['String']['output'];
  /** The value, for display. */
  label: Scalars['String']['output'];
  /** The node that the group is about. It is `null` if the groups are not nodes. */
  node?: Maybe<Node>;
  /** The number of actors in the group. */
  count: Scalars['Int']['output'];
};

/** A page of statements, with counts over the whole list. */
export type StatementConnection = {
  __typename?: 'StatementConnection';
  /** The statements of this page, with their cursors. */
  edges: Array<StatementEdge>;
  /** The statements of this page. */
  nodes: Array<Statement>;
  /** The position of this page in the list. */
  pageInfo: PageInfo;
  /** The total number of statements on all pages. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** The statements of all pages, counted by group, largest group first. */
  groups?: Maybe<Array<StatementGroup>>;
  /** The total number of groups. */
  groupCount?: Maybe<Scalars['Int']['output']>;
  /** The statements of all pages, counted over time. A statement without a date uses its article's day of publication. */
  timeline?: Maybe<Array<TimelineBucket>>;
};


/** A page of statements, with counts over the whole list. */
export type StatementConnectiongroupsArgs = {
  by: StatementGroupBy;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A page of statements, with counts over the whole list. */
export type StatementConnectiongroupCountArgs = {
  by: StatementGroupBy;
};


/** A page of statements, with counts over the whole list. */
export type StatementConnectiontimelineArgs = {
  interval: Interval;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  empty?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A statement in a list, with its cursor. */
export type StatementEdge = {
  __typename?: 'StatementEdge';
  /** The cursor of this statement, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The statement. */
  node: Statement;
};

/** Statements that have one value in common. */
export type StatementGroup = {
  __typename?: 'StatementGroup';
  /** The value itself: an enum value, a node id, an ISO code or a word. */
  key: Scalars['String']['output'];
  /** The value, for display. */
  label: Scalars['String']['output'];
  /** The node that the group is about. It is `null` if the groups are not nodes. */
  node?: Maybe<Node>;
  /** The number of statements in the group. A statement may be in several groups. */
  count: Scalars['Int']['output'];
  /** The statements of the group, counted over time. A statement without a date uses its article's day of publication. */
  timeline?: Maybe<Array<TimelineBucket>>;
};


/** Statements that have one value in common. */
export type StatementGrouptimelineArgs = {
  interval: Interval;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  empty?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of locations, with counts over the whole list. */
export type LocationConnection = {
  __typename?: 'LocationConnection';
  /** The locations of this page, with their cursors. */
  edges: Array<LocationEdge>;
  /** The locations of this page. */
  nodes: Array<Location>;
  /** The position of this page in the list. */
  pageInfo: PageInfo;
  /** The total number of locations on all pages. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** The locations of all pages, counted by group, largest group first. */
  groups?: Maybe<Array<LocationGroup>>;
  /** The total number of groups. */
  groupCount?: Maybe<Scalars['Int']['output']>;
  /** The locations of all pages, counted by geohash cell for a map, largest cell first. A location without a point on a map is in no cell. */
  cells?: Maybe<Array<Cell>>;
  /** The smallest box around all locations on all pages. It is `null` if none is a point on a map. */
  bounds?: Maybe<Bounds>;
};


/** A page of locations, with counts over the whole list. */
export type LocationConnectiongroupsArgs = {
  by: LocationGroupBy;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A page of locations, with counts over the whole list. */
export type LocationConnectiongroupCountArgs = {
  by: LocationGroupBy;
};


/** A page of locations, with counts over the whole list. */
export type LocationConnectioncellsArgs = {
  precision: Scalars['Int']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  areasByCentre?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A page of locations, with counts over the whole list. */
export type LocationConnectionboundsArgs = {
  areasByCentre?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A location in a list, with its cursor. */
export type LocationEdge = {
  __typename?: 'LocationEdge';
  /** The cursor of this location, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The location. */
  node: Location;
};

/** Locations that have one value in common. */
export type LocationGroup = {
  __typename?: 'LocationGroup';
  /** The value itself: an enum value, a node id, an ISO code or a word. */
  key: Scalars['String']['output'];
  /** The value, for display. */
  label: Scalars['String']['output'];
  /** The node that the group is about. It is `null` if the groups are not nodes. */
  node?: Maybe<Node>;
  /** The number of locations in the group. */
  count: Scalars['Int']['output'];
};

/** A page of articles, with counts over the whole list. */
export type ArticleConnection = {
  __typename?: 'ArticleConnection';
  /** The articles of this page, with their cursors. */
  edges: Array<ArticleEdge>;
  /** The articles of this page. */
  nodes: Array<Article>;
  /** The position of this page in the list. */
  pageInfo: PageInfo;
  /** The total number of articles on all pages. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** The articles of all pages, counted by group, largest group first. */
  groups?: Maybe<Array<ArticleGroup>>;
  /** The total number of groups. */
  groupCount?: Maybe<Scalars['Int']['output']>;
  /** The articles of all pages, counted by day of publication. */
  timeline?: Maybe<Array<TimelineBucket>>;
};


/** A page of articles, with counts over the whole list. */
export type ArticleConnectiongroupsArgs = {
  by: ArticleGroupBy;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A page of articles, with counts over the whole list. */
export type ArticleConnectiongroupCountArgs = {
  by: ArticleGroupBy;
};


/** A page of articles, with counts over the whole list. */
export type ArticleConnectiontimelineArgs = {
  interval: Interval;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  empty?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An article in a list, with its cursor. */
export type ArticleEdge = {
  __typename?: 'ArticleEdge';
  /** The cursor of this article, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The article. */
  node: Article;
};

/** Articles that have one value in common. */
export type ArticleGroup = {
  __typename?: 'ArticleGroup';
  /** The value itself: an enum value, a node id, an ISO code or a word. */
  key: Scalars['String']['output'];
  /** The value, for display. */
  label: Scalars['String']['output'];
  /** The node that the group is about. It is `null` if the groups are not nodes. */
  node?: Maybe<Node>;
  /** The number of articles in the group. */
  count: Scalars['Int']['output'];
  /** The articles of the group, counted by day of publication. */
  timeline?: Maybe<Array<TimelineBucket>>;
};


/** Articles that have one value in common. */
export type ArticleGrouptimelineArgs = {
  interval: Interval;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  empty?: InputMaybe<Scalars['Boolean']['input']>;
};

/** One interval of a timeline. */
export type TimelineBucket = {
  __typename?: 'TimelineBucket';
  /** The first day of the interval. */
  start: Scalars['Date']['output'];
  /** The last day of the interval. */
  end: Scalars['Date']['output'];
  /** The number of elements that start in this interval. One without a known start is counted where it ends. */
  count: Scalars['Int']['output'];
  /** The number of these elements that may belong to another interval, because their date is imprecise. */
  uncertain: Scalars['Int']['output'];
  /** The number of people killed. An incident and its parts are counted once, by the greater number. It is `null` if no incident of the interval states one or the elements are not incidents. */
  killed?: Maybe<Quantity>;
  /** The number of people injured, summed like `killed`. */
  injured?: Maybe<Quantity>;
  /** The number of incidents in this interval that state a number of people killed. It is `null` unless the elements are incidents. */
  killedKnown?: Maybe<Scalars['Int']['output']>;
  /** The number of incidents in this interval that state a number of people injured. It is `null` unless the elements are incidents. */
  injuredKnown?: Maybe<Scalars['Int']['output']>;
};

/** One geohash cell of a map, and the elements in it. */
export type Cell = {
  __typename?: 'Cell';
  /** The geohash of the cell, with as many characters as its precision. It identifies the cell among those of one precision. */
  geohash: Scalars['String']['output'];
  /** The number of elements in the cell. */
  count: Scalars['Int']['output'];
  /** The number of people killed. An incident and its parts are counted once, by the greater number. It is `null` if no incident of the cell states one or the elements are not incidents. */
  killed?: Maybe<Quantity>;
  /** The number of people injured, summed like `killed`. */
  injured?: Maybe<Quantity>;
  /** The number of incidents in the cell that state a number of people killed. It is `null` unless the elements are incidents. */
  killedKnown?: Maybe<Scalars['Int']['output']>;
  /** The number of incidents in the cell that state a number of people injured. It is `null` unless the elements are incidents. */
  injuredKnown?: Maybe<Scalars['Int']['output']>;
  /** The edges of the cell itself, which may be wider than the box around its points. A cell does not cross the antimeridian. */
  bounds: Bounds;
  /** The mean latitude of the points in the cell, each as often as an element has it. */
  latitude: Scalars['Latitude']['output'];
  /** The mean longitude of the points in the cell, each as often as an element has it. */
  longitude: Scalars['Longitude']['output'];
  /** The location, if all elements of the cell have the same one; a filter `within` it finds them. It is `null` if there are several. */
  location?: Maybe<Location>;
};

/** The position of a page in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether more elements follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether elements precede this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first element. It is `null` if the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** The cursor of the last element. It is `null` if the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** A page of changes. */
export type ChangeConnection = {
  __typename?: 'ChangeConnection';
  /** The changes of this page, with their cursors. */
  edges: Array<ChangeEdge>;
  /** The changes of this page. */
  nodes: Array<Change>;
  /** The position of this page in the list. */
  pageInfo: PageInfo;
};

/** A change in a list. */
export type ChangeEdge = {
  __typename?: 'ChangeEdge';
  /** The cursor of this change, for `after`. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: Change;
};

/** What one turn of writing did to one entity; for example, a new article about a known incident is `CREATED`, and the incident is `UPDATED`. */
export type Change = {
  __typename?: 'Change';
  /** The turn that made the change, such as `42`. */
  revision: Scalars['Int']['output'];
  /** When it was made, by the clock of the writer, such as `2026-11-30T16:00:00.000Z`. */
  at: Scalars['DateTime']['output'];
  /** What happened to the entity, such as `UPDATED`. */
  op: ChangeOp;
  /** The type of the entity, such as `INCIDENT`. It is `null` for a `RESET`. */
  type?: Maybe<SearchType>;
  /** The id of the entity, such as `Incident:convoy-mosul-dam-2023-11-09`. It is `null` for a `RESET`. Several changes have the same id: do not use it as the key of a change. */
  id?: Maybe<Scalars['ID']['output']>;
  /** The entity as it is now. It is `null` once the entity is removed or merged. */
  node?: Maybe<Node>;
  /** The fields that differ after an `UPDATED`, such as `["casualties", "articles"]`. A relation is listed when the number of its entities differs, and a field read from other entities never. */
  fields: Array<Scalars['String']['output']>;
  /** Why the entity has changed. It is `null` for a `RESET`. */
  cause?: Maybe<ChangeCause>;
};

/** Why an entity has changed: an article, or a merge. Of several articles in one turn, it is one that has changed the entity, such as by moving the location of an incident. */
export type ChangeCause = {
  __typename?: 'ChangeCause';
  /** The article. It is `null` once it is withdrawn, and if a merge was the cause. */
  article?: Maybe<Article>;
  /** The id of the article, such as `Article:us-troops-iraq-2023-11-12`, even once it is withdrawn. It is `null` if a merge was the cause. */
  articleId?: Maybe<Scalars['ID']['output']>;
  /** Whether the cause is that the article was withdrawn, such as by `retractArticle`. */
  retracted: Scalars['Boolean']['output'];
  /** The merge. It is `null` if an article was the cause. */
  merge?: Maybe<ChangeMerge>;
};

/** A merge of two ids that was made or undone. */
export type ChangeMerge = {
  __typename?: 'ChangeMerge';
  /** The id that was merged, such as `Actor:tehran`. */
  from: Scalars['ID']['output'];
  /** The id that it was merged into, such as `Actor:iran`. */
  into: Scalars['ID']['output'];
  /** Whether the merge was undone, such as by `unmerge`. */
  undone: Scalars['Boolean']['output'];
};

/** What happened to an entity. */
export const ChangeOp = {
  /** It is new. For example, an article is the first to report it. */
  CREATED: 'CREATED',
  /** Its fields differ, as `Change.fields` lists. */
  UPDATED: 'UPDATED',
  /** No article reports it any more. */
  REMOVED: 'REMOVED',
  /** It was merged into another entity, which `cause { merge { into } }` names. */
  MERGED: 'MERGED',
  /** Anything may have changed: the store was rebuilt, or one write changed more than 10,000 entities. Query again whatever you keep. */
  RESET: 'RESET'
} as const;

export type ChangeOp = typeof ChangeOp[keyof typeof ChangeOp];
/** A page of search results, best match first. */
export type SearchConnection = {
  __typename?: 'SearchConnection';
  /** The results of this page, with their cursors, scores and highlights. */
  edges: Array<SearchEdge>;
  /** The nodes found on this page. */
  nodes: Array<Node>;
  /** The position of this page in the list. */
  pageInfo: PageInfo;
  /** The total number of results on all pages. */
  totalCount?: Maybe<Scalars['Int']['output']>;
  /** With `fuzzy`: the words and phrases that were searched for besides those of the text. Otherwise the list is empty. */
  alsoSearchedFor: Array<Scalars['String']['output']>;
};

/** One search result. */
export type SearchEdge = {
  __typename?: 'SearchEdge';
  /** The cursor of this result, for `after`. */
  cursor: Scalars['String']['output'];
  /** The node that was found. */
  node: Node;
  /** How well the node matches, by BM25: higher is better, for example 12. Scores are comparable within one search. */
  score: Scalars['Int']['output'];
  /** The best-matching passage, with the matching words between `**` and `**`. It is `null` if nothing can be highlighted. */
  highlight?: Maybe<Scalars['String']['output']>;
};

/** One suggestion for a typed text. */
export type Suggestion = {
  __typename?: 'Suggestion';
  /** The node that is suggested. */
  node: Node;
  /** The name or title of the node, the same as `node.label`. */
  label: Scalars['String']['output'];
  /** The name, alias or title that matches the text best. */
  matched: Scalars['String']['output'];
  /** How well `matched` fits, from 0 to 1: 1 for the whole name, 0.9 for its beginning, 0.8 for that of a later word, at most 0.65 with errors; less for an alias. */
  score: Scalars['Float']['output'];
};

/** A drafted article, and what a person should look at before it is published. */
export type ArticleDraft = {
  __typename?: 'ArticleDraft';
  /** The article in canonical form, as `ingestArticle` accepts it. Everything in it has evidence. The `id` is made of the first words and the day. */
  article: Scalars['JSON']['output'];
  /** The drafted facts to check, least certain first. */
  toCheck: Array<DraftDoubt>;
  /** The sentences that state something and that no evidence touches, in text order. */
  uncovered: Array<UncoveredSentence>;
};

/** A drafted fact that a person should check. */
export type DraftDoubt = {
  __typename?: 'DraftDoubt';
  /** The place in the article, as a JSON pointer such as `/incidents/0/casualties/1`. */
  pointer: Scalars['String']['output'];
  /** How certain the rules are, from 0 to 1. */
  certainty: Scalars['Float']['output'];
  /** The reason why it is not certain, as text. */
  reason: Scalars['String']['output'];
};

/** A sentence without evidence, as a range of the text in UTF-16 code units. */
export type UncoveredSentence = {
  __typename?: 'UncoveredSentence';
  /** The offset at which the sentence begins. */
  start: Scalars['NonNegativeInt']['output'];
  /** The offset after its last character. */
  end: Scalars['NonNegativeInt']['output'];
  /** The words of the sentence. */
  sentence: Scalars['String']['output'];
};

/** The result of a mutation, or of the check of an article. */
export type IngestResult = {
  __typename?: 'IngestResult';
  /** Whether the change was accepted. It is `false` if the article was refused or skipped. */
  accepted: Scalars['Boolean']['output'];
  /** The number of documents changed, by type. Types without changes are omitted. */
  changes: Array<IngestChange>;
  /** The reasons why the article was refused, at most 1,000. The list is empty if it was not refused. */
  refusals: Array<IngestRefusal>;
  /** The reason why the article was skipped: the same or a newer version was withdrawn, a newer one is stored, or another one than `replaces`. It is `null` if it was not skipped. */
  skipped?: Maybe<Scalars['String']['output']>;
  /** Possible mistakes in what was accepted, at most 1,000: facts that the words of the article do not carry, and ids that are not stored. */
  warnings: Array<Warning>;
  /** The stored article, or the node that the id refers to after a merge or an unmerge. It is `null` if nothing was stored. */
  node?: Maybe<Node>;
};

/** Something that was accepted but may be a mistake. */
export type Warning = {
  __typename?: 'Warning';
  /** The place in the article, as a JSON pointer. It is empty if the warning is about the whole input. */
  pointer: Scalars['String']['output'];
  /** The possible mistake, as text. */
  message: Scalars['String']['output'];
  /** What may be wrong, for programs: `NOT_STORED`, or a code of `docs/grounding.md` such as `NUMBER_NOT_IN_QUOTE`. */
  code: Scalars['String']['output'];
  /** For `SENTENCE_NOT_COVERED`, where the sentence begins in the text, in UTF-16 code units. It is `null` for every other code. */
  start?: Maybe<Scalars['NonNegativeInt']['output']>;
  /** Where that sentence ends in the text, in UTF-16 code units. It is `null` if `start` is. */
  end?: Maybe<Scalars['NonNegativeInt']['output']>;
};

/** The number of documents of one type that a mutation changed. */
export type IngestChange = {
  __typename?: 'IngestChange';
  /** The type of the documents. */
  type: SearchType;
  /** The number of new documents. */
  created: Scalars['NonNegativeInt']['output'];
  /** The number of changed documents. */
  updated: Scalars['NonNegativeInt']['output'];
  /** The number of removed documents. */
  removed: Scalars['NonNegativeInt']['output'];
};

/** One reason why an article was refused. */
export type IngestRefusal = {
  __typename?: 'IngestRefusal';
  /** The location of the error in the article, as a JSON Pointer. */
  pointer: Scalars['String']['output'];
  /** The line of the error, starting at 1, in the JSON of the variable. An article written in the query itself counts as one line. */
  line: Scalars['NonNegativeInt']['output'];
  /** The column of the error, starting at 1, in UTF-16 code units. */
  column: Scalars['NonNegativeInt']['output'];
  /** The value that was expected. */
  expected: Scalars['String']['output'];
  /** The value that was found. */
  found: Scalars['String']['output'];
  /** What is probably wrong and what to write instead. `null` if nothing can be said. */
  hint?: Maybe<Scalars['String']['output']>;
  /** The complete error message. */
  message: Scalars['String']['output'];
};

/** Filters incidents. All given fields must match, and an empty filter matches everything. A field that is `null` is ignored. */
export type IncidentWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<IncidentWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<IncidentWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<IncidentWhere>;
  /** Full-text search in the title, the summary and the names of targets. All words must occur. Supports "a phrase" and -excluded words. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Whether the incident exists, for a filter on a single incident such as `partOf`. Every other condition is false if it does not exist. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id. */
  id?: InputMaybe<IdWhere>;
  /** The title. */
  title?: InputMaybe<StringWhere>;
  /** The summary. */
  summary?: InputMaybe<StringWhere>;
  /** The addresses of the same incident elsewhere. */
  sameAs?: InputMaybe<StringListWhere>;
  /** Whether the incident is one event or several. */
  scope?: InputMaybe<IncidentScopeWhere>;
  /** The kind of incident. */
  type?: InputMaybe<IncidentTypeWhere>;
  /** The kind of incident within its type. */
  subtype?: InputMaybe<IncidentSubtypeWhere>;
  /** Whether the incident happened. */
  occurrence?: InputMaybe<OccurrenceWhere>;
  /** The methods used. */
  methods?: InputMaybe<MethodListWhere>;
  /** The weapons used. */
  weapons?: InputMaybe<WeaponListWhere>;
  /** How the incident ended. */
  outcome?: InputMaybe<OutcomeWhere>;
  /** The number of events. */
  count?: InputMaybe<QuantityWhere>;
  /** When the incident happened. */
  date?: InputMaybe<DateSpanWhere>;
  /** Where the incident happened. */
  location?: InputMaybe<LocationWhere>;
  /** How close to `location` the incident happened. */
  locationPrecision?: InputMaybe<LocationPrecisionWhere>;
  /** Further places and their roles, without `location`. */
  places?: InputMaybe<IncidentPlaceListWhere>;
  /** The targets that were struck or aimed at. */
  targets?: InputMaybe<TargetListWhere>;
  /** The actors involved and their roles. */
  participants?: InputMaybe<ParticipantListWhere>;
  /** The people killed, injured or otherwise harmed. */
  casualties?: InputMaybe<CasualtyListWhere>;
  /** How the incident relates to other incidents. */
  links?: InputMaybe<IncidentLinkListWhere>;
  /** The incidents that link to it. */
  linkedFrom?: InputMaybe<IncidentListWhere>;
  /** The larger incident that it is part of. */
  partOf?: InputMaybe<IncidentWhere>;
  /** The incidents that are directly part of it. */
  parts?: InputMaybe<IncidentListWhere>;
  /** The statements about it or about the incidents that it is part of. */
  statements?: InputMaybe<StatementListWhere>;
  /** The articles that report it. */
  articles?: InputMaybe<ArticleListWhere>;
  /** Who claims responsibility, who denies it and whom others blame. */
  responsibility?: InputMaybe<ResponsibilityWhere>;
  /** The number of publishers that report it. */
  publisherCount?: InputMaybe<IntWhere>;
};

/** Filters actors. All given fields must match, and an empty filter matches everything. A field that is `null` is ignored. */
export type ActorWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<ActorWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<ActorWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<ActorWhere>;
  /** Full-text search in the name and the aliases. All words must occur. Supports "a phrase" and -excluded words. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Whether the actor exists, for a filter on a single actor such as `speaker`. Every other condition is false if it does not exist. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id. */
  id?: InputMaybe<IdWhere>;
  /** The name. */
  name?: InputMaybe<StringWhere>;
  /** The other names. */
  aliases?: InputMaybe<StringListWhere>;
  /** The addresses of the same thing elsewhere. */
  sameAs?: InputMaybe<StringListWhere>;
  /** The kind of actor. */
  kind?: InputMaybe<ActorKindWhere>;
  /** The country. */
  country?: InputMaybe<CountryCodeWhere>;
  /** How the actor relates to other actors. */
  affiliations?: InputMaybe<AffiliationListWhere>;
  /** The actors that are members or parts of it. */
  members?: InputMaybe<ActorListWhere>;
  /** The incidents that the actor was involved in. */
  incidents?: InputMaybe<IncidentListWhere>;
  /** The statements that the actor made, or that were made on its behalf. */
  statements?: InputMaybe<StatementListWhere>;
  /** The statements about the actor. */
  statementsAbout?: InputMaybe<StatementListWhere>;
  /** The articles that mention the actor. */
  articles?: InputMaybe<ArticleListWhere>;
};

/** Filters statements. All given fields must match, and an empty filter matches everything. A field that is `null` is ignored. */
export type StatementWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<StatementWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<StatementWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<StatementWhere>;
  /** Full-text search in the text and the quote. All words must occur. Supports "a phrase" and -excluded words. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Whether the statement exists, for a filter on a single statement. It always exists. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id. */
  id?: InputMaybe<IdWhere>;
  /** What the statement does. */
  type?: InputMaybe<StatementTypeWhere>;
  /** The speaker's own words. */
  quote?: InputMaybe<StringWhere>;
  /** Whether the article quotes, reports or paraphrases the statement. */
  mode?: InputMaybe<SpeechModeWhere>;
  /** How the article distances itself from the statement. */
  hedge?: InputMaybe<HedgeWhere>;
  /** When it was said. */
  date?: InputMaybe<DateSpanWhere>;
  /** The condition that the speaker attaches. */
  condition?: InputMaybe<StringWhere>;
  /** Who said it. */
  speaker?: InputMaybe<ActorWhere>;
  /** The actor on whose behalf it was said. */
  onBehalfOf?: InputMaybe<ActorWhere>;
  /** Whether the article keeps the speaker's name back. */
  anonymous?: InputMaybe<BooleanWhere>;
  /** The actors that it was addressed to. */
  to?: InputMaybe<ActorListWhere>;
  /** The actors through whom the article has the statement. */
  via?: InputMaybe<ActorListWhere>;
  /** The place where it was said. */
  location?: InputMaybe<LocationWhere>;
  /** The numbers that it gives. */
  figures?: InputMaybe<FigureListWhere>;
  /** The incidents that the statement is about. */
  incidents?: InputMaybe<IncidentListWhere>;
  /** The incidents that it is about, and every incident that is part of one of these. */
  concerns?: InputMaybe<IncidentListWhere>;
  /** The actors that the statement is about. */
  actors?: InputMaybe<ActorListWhere>;
  /** How the statement relates to other statements. */
  links?: InputMaybe<StatementLinkListWhere>;
  /** The statements that link to it. */
  linkedFrom?: InputMaybe<StatementListWhere>;
  /** The article that reports it. */
  article?: InputMaybe<ArticleWhere>;
};

/** Filters locations. All given fields must match, and an empty filter matches everything. A field that is `null` is ignored. */
export type LocationWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<LocationWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<LocationWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<LocationWhere>;
  /** Full-text search in the name and the aliases. All words must occur. Supports "a phrase" and -excluded words. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Whether the location exists, for a filter on a single location such as `location`. Every other condition is false if it does not exist. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id. */
  id?: InputMaybe<IdWhere>;
  /** The name. */
  name?: InputMaybe<StringWhere>;
  /** The other names. */
  aliases?: InputMaybe<StringListWhere>;
  /** The addresses of the same thing elsewhere. */
  sameAs?: InputMaybe<StringListWhere>;
  /** The kind of place. */
  kind?: InputMaybe<LocationKindWhere>;
  /** The country: its own, or that of the nearest enclosing location that has one. */
  country?: InputMaybe<CountryCodeWhere>;
  /** Whether the location has coordinates. */
  point?: InputMaybe<PointWhere>;
  /** The location that it is directly in. */
  partOf?: InputMaybe<LocationWhere>;
  /** The locations that contain it. */
  ancestors?: InputMaybe<LocationListWhere>;
  /** The locations that are directly in it. */
  contains?: InputMaybe<LocationListWhere>;
  /** The incidents that happened in it or in a location within it. */
  incidents?: InputMaybe<IncidentListWhere>;
  /** The articles that mention it. */
  articles?: InputMaybe<ArticleListWhere>;
  /** Matches the location with this id and all locations within it, at any depth. */
  within?: InputMaybe<Scalars['ID']['input']>;
  /** Matches locations within a circle. Areas are left out; see `areasByCentre`. */
  near?: InputMaybe<NearInput>;
  /** Matches locations within a box. Areas are left out; see `areasByCentre`. */
  box?: InputMaybe<BoxInput>;
  /** Matches locations within a polygon of 3 to 500 corners, clockwise or not. Its edges are great circles; its inside is the smaller side. Areas are left out; see `areasByCentre`. */
  polygon?: InputMaybe<Array<PointInput>>;
  /** Whether `near`, `box` and `polygon` of this input also match areas, such as countries, by their centre. Alone, it matches everything. */
  areasByCentre?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters articles. All given fields must match, and an empty filter matches everything. A field that is `null` is ignored. */
export type ArticleWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<ArticleWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<ArticleWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<ArticleWhere>;
  /** Full-text search in the title and, for clients with access to it, the text. All words must occur. Supports "a phrase" and -excluded words. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Whether the article exists, for a filter on a single article. It always exists. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The id. */
  id?: InputMaybe<IdWhere>;
  /** The title. */
  title?: InputMaybe<StringWhere>;
  /** The address at which it was published. */
  url?: InputMaybe<StringWhere>;
  /** The publisher. */
  publisher?: InputMaybe<StringWhere>;
  /** The language. */
  language?: InputMaybe<StringWhere>;
  /** The licence. */
  license?: InputMaybe<StringWhere>;
  /** How the source asks to be cited. */
  citation?: InputMaybe<StringWhere>;
  /** The day of publication. */
  published?: InputMaybe<DateWhere>;
  /** The incidents that the article reports. */
  incidents?: InputMaybe<IncidentListWhere>;
  /** The statements that the article reports. */
  statements?: InputMaybe<StatementListWhere>;
  /** The actors that the article mentions. */
  actors?: InputMaybe<ActorListWhere>;
  /** The locations that the article mentions. */
  locations?: InputMaybe<LocationListWhere>;
};

/** Filters participants. All given fields must match. A field that is `null` is ignored. */
export type ParticipantWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<ParticipantWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<ParticipantWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<ParticipantWhere>;
  /** The actor. */
  actor?: InputMaybe<ActorWhere>;
  /** The role of the actor. */
  role?: InputMaybe<ParticipantRoleWhere>;
  /** How certain the role is. */
  status?: InputMaybe<AttributionStatusWhere>;
  /** The side that the actor was on, one letter from A to Z. */
  side?: InputMaybe<StringWhere>;
};

/** Filters casualties. All given fields must match. A field that is `null` is ignored. */
export type CasualtyWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<CasualtyWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<CasualtyWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<CasualtyWhere>;
  /** What happened to them. */
  kind?: InputMaybe<CasualtyKindWhere>;
  /** The number of people. */
  count?: InputMaybe<QuantityWhere>;
  /** Who they were. */
  group?: InputMaybe<CasualtyGroupWhere>;
  /** Their age or sex. */
  demographic?: InputMaybe<DemographicWhere>;
  /** Whether they are among those of another entry of this kind. */
  within?: InputMaybe<BooleanWhere>;
  /** How severe their injuries were. */
  severity?: InputMaybe<SeverityWhere>;
  /** What happened to them later. */
  later?: InputMaybe<StringWhere>;
  /** The actor that they belonged to. */
  actor?: InputMaybe<ActorWhere>;
  /** The statements that give this number. */
  assertedBy?: InputMaybe<StatementListWhere>;
  /** The statements that deny this number. */
  deniedBy?: InputMaybe<StatementListWhere>;
};

/** Filters weapons. All given fields must match. A field that is `null` is ignored. */
export type WeaponWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<WeaponWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<WeaponWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<WeaponWhere>;
  /** The kind of weapon. */
  method?: InputMaybe<MethodWhere>;
  /** The number of weapons. */
  count?: InputMaybe<QuantityWhere>;
  /** What happened to it. */
  outcome?: InputMaybe<OutcomeWhere>;
  /** Whether the articles are certain that it was used. */
  certain?: InputMaybe<BooleanWhere>;
};

/** Filters places of incidents. All given fields must match. A field that is `null` is ignored. */
export type IncidentPlaceWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<IncidentPlaceWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<IncidentPlaceWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<IncidentPlaceWhere>;
  /** The place. */
  location?: InputMaybe<LocationWhere>;
  /** The role of the place. */
  role?: InputMaybe<PlaceRoleWhere>;
  /** How close to `location` it was. */
  precision?: InputMaybe<LocationPrecisionWhere>;
};

/** Filters targets. All given fields must match. A field that is `null` is ignored. */
export type TargetWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<TargetWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<TargetWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<TargetWhere>;
  /** The kind of target. */
  kind?: InputMaybe<TargetKindWhere>;
  /** The name. */
  name?: InputMaybe<StringWhere>;
  /** Where it is. */
  location?: InputMaybe<LocationWhere>;
  /** How badly it was damaged. */
  damage?: InputMaybe<DamageWhere>;
  /** The number of targets of this kind. */
  count?: InputMaybe<QuantityWhere>;
};

/** Filters figures. All given fields must match. A field that is `null` is ignored. */
export type FigureWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<FigureWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<FigureWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<FigureWhere>;
  /** The kind of thing counted, such as `MONEY`. */
  kind?: InputMaybe<FigureKindWhere>;
  /** The number. */
  count?: InputMaybe<QuantityWhere>;
  /** The unit or the things counted. */
  unit?: InputMaybe<StringWhere>;
  /** The figure in the words of the article. */
  original?: InputMaybe<StringWhere>;
  /** The incident that the number is about. */
  incident?: InputMaybe<IncidentWhere>;
};

/** Filters links between incidents. All given fields must match. A field that is `null` is ignored. */
export type IncidentLinkWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<IncidentLinkWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<IncidentLinkWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<IncidentLinkWhere>;
  /** The type of link. */
  type?: InputMaybe<IncidentLinkTypeWhere>;
  /** The second incident. */
  incident?: InputMaybe<IncidentWhere>;
};

/** Filters links between statements. All given fields must match. A field that is `null` is ignored. */
export type StatementLinkWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<StatementLinkWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<StatementLinkWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<StatementLinkWhere>;
  /** The type of link. */
  type?: InputMaybe<StatementLinkTypeWhere>;
  /** The second statement. */
  statement?: InputMaybe<StatementWhere>;
};

/** Filters affiliations. All given fields must match. A field that is `null` is ignored. */
export type AffiliationWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<AffiliationWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<AffiliationWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<AffiliationWhere>;
  /** The type of affiliation. */
  type?: InputMaybe<AffiliationTypeWhere>;
  /** The second actor. */
  actor?: InputMaybe<ActorWhere>;
  /** The office or rank. */
  title?: InputMaybe<StringWhere>;
  /** When the affiliation held. */
  date?: InputMaybe<DateSpanWhere>;
  /** How certain the affiliation is. */
  status?: InputMaybe<AttributionStatusWhere>;
  /** The statements that assert the affiliation. */
  assertedBy?: InputMaybe<StatementListWhere>;
  /** The statements that deny the affiliation. */
  deniedBy?: InputMaybe<StatementListWhere>;
};

/** Filters responsibility entries. All given fields must match. A field that is `null` is ignored. */
export type ResponsibilityEntryWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<ResponsibilityEntryWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<ResponsibilityEntryWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<ResponsibilityEntryWhere>;
  /** The actor. */
  actor?: InputMaybe<ActorWhere>;
  /** The newest statement about its responsibility. */
  statement?: InputMaybe<StatementWhere>;
};

/** Filters incidents by who claims, denies or is blamed for them. All given fields must match. A field that is `null` is ignored. */
export type ResponsibilityWhere = {
  /** The actors that claim responsibility. */
  claimedBy?: InputMaybe<ResponsibilityListWhere>;
  /** The actors that deny responsibility. */
  deniedBy?: InputMaybe<ResponsibilityListWhere>;
  /** The actors that others name or accuse. */
  attributedTo?: InputMaybe<ResponsibilityListWhere>;
};

/** Filters by a list of responsibility entries. An entry matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type ResponsibilityListWhere = {
  /** At least one entry matches. */
  some?: InputMaybe<ResponsibilityEntryWhere>;
  /** No entry matches. */
  none?: InputMaybe<ResponsibilityEntryWhere>;
};

/** Filters by a list of methods. A method matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type MethodListWhere = {
  /** At least one method matches. */
  some?: InputMaybe<MethodWhere>;
  /** No method matches. */
  none?: InputMaybe<MethodWhere>;
  /** Every method matches. An empty list matches too. */
  every?: InputMaybe<MethodWhere>;
  /** The number of methods. */
  count?: InputMaybe<MethodCountWhere>;
};

/** Filters by the number of methods. All given bounds must hold. A field that is `null` is ignored. */
export type MethodCountWhere = {
  /** Counts only the methods that match this filter. By default, all are counted. */
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

/** Filters by a list of strings. A string matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type StringListWhere = {
  /** At least one string matches. */
  some?: InputMaybe<StringWhere>;
  /** No string matches. */
  none?: InputMaybe<StringWhere>;
  /** Every string matches. An empty list matches too. */
  every?: InputMaybe<StringWhere>;
  /** The number of strings. */
  count?: InputMaybe<StringCountWhere>;
};

/** Filters by the number of strings. All given bounds must hold. A field that is `null` is ignored. */
export type StringCountWhere = {
  /** Counts only the strings that match this filter. By default, all are counted. */
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

/** Filters by a list of participants. A participant matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type ParticipantListWhere = {
  /** At least one participant matches. */
  some?: InputMaybe<ParticipantWhere>;
  /** No participant matches. */
  none?: InputMaybe<ParticipantWhere>;
  /** Every participant matches. An empty list matches too. */
  every?: InputMaybe<ParticipantWhere>;
  /** The number of participants. */
  count?: InputMaybe<ParticipantCountWhere>;
};

/** Filters by the number of participants. All given bounds must hold. A field that is `null` is ignored. */
export type ParticipantCountWhere = {
  /** Counts only the participants that match this filter. By default, all are counted. */
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

/** Filters by a list of casualties. An element matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type CasualtyListWhere = {
  /** At least one element matches. */
  some?: InputMaybe<CasualtyWhere>;
  /** No element matches. */
  none?: InputMaybe<CasualtyWhere>;
  /** Every element matches. An empty list matches too. */
  every?: InputMaybe<CasualtyWhere>;
  /** The number of casualties. */
  count?: InputMaybe<CasualtyCountWhere>;
};

/** Filters by the number of casualties. All given bounds must hold. A field that is `null` is ignored. */
export type CasualtyCountWhere = {
  /** Counts only the casualties that match this filter. By default, all are counted. */
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

/** Filters by a list of weapons. A weapon matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type WeaponListWhere = {
  /** At least one weapon matches. */
  some?: InputMaybe<WeaponWhere>;
  /** No weapon matches. */
  none?: InputMaybe<WeaponWhere>;
  /** Every weapon matches. An empty list matches too. */
  every?: InputMaybe<WeaponWhere>;
  /** The number of weapons. */
  count?: InputMaybe<WeaponCountWhere>;
};

/** Filters by the number of weapons. All given bounds must hold. A field that is `null` is ignored. */
export type WeaponCountWhere = {
  /** Counts only the weapons that match this filter. By default, all are counted. */
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

/** Filters by a list of places. A place matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type IncidentPlaceListWhere = {
  /** At least one place matches. */
  some?: InputMaybe<IncidentPlaceWhere>;
  /** No place matches. */
  none?: InputMaybe<IncidentPlaceWhere>;
  /** Every place matches. An empty list matches too. */
  every?: InputMaybe<IncidentPlaceWhere>;
  /** The number of places. */
  count?: InputMaybe<IncidentPlaceCountWhere>;
};

/** Filters by the number of places. All given bounds must hold. A field that is `null` is ignored. */
export type IncidentPlaceCountWhere = {
  /** Counts only the places that match this filter. By default, all are counted. */
  where?: InputMaybe<IncidentPlaceWhere>;
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

/** Filters by a list of targets. A target matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type TargetListWhere = {
  /** At least one target matches. */
  some?: InputMaybe<TargetWhere>;
  /** No target matches. */
  none?: InputMaybe<TargetWhere>;
  /** Every target matches. An empty list matches too. */
  every?: InputMaybe<TargetWhere>;
  /** The number of targets. */
  count?: InputMaybe<TargetCountWhere>;
};

/** Filters by the number of targets. All given bounds must hold. A field that is `null` is ignored. */
export type TargetCountWhere = {
  /** Counts only the targets that match this filter. By default, all are counted. */
  where?: InputMaybe<TargetWhere>;
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

/** Filters by a list of figures. A figure matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type FigureListWhere = {
  /** At least one figure matches. */
  some?: InputMaybe<FigureWhere>;
  /** No figure matches. */
  none?: InputMaybe<FigureWhere>;
  /** Every figure matches. An empty list matches too. */
  every?: InputMaybe<FigureWhere>;
  /** The number of figures. */
  count?: InputMaybe<FigureCountWhere>;
};

/** Filters by the number of figures. All given bounds must hold. A field that is `null` is ignored. */
export type FigureCountWhere = {
  /** Counts only the figures that match this filter. By default, all are counted. */
  where?: InputMaybe<FigureWhere>;
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

/** Filters by a list of links. A link matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type IncidentLinkListWhere = {
  /** At least one link matches. */
  some?: InputMaybe<IncidentLinkWhere>;
  /** No link matches. */
  none?: InputMaybe<IncidentLinkWhere>;
  /** Every link matches. An empty list matches too. */
  every?: InputMaybe<IncidentLinkWhere>;
  /** The number of links. */
  count?: InputMaybe<IncidentLinkCountWhere>;
};

/** Filters by the number of links. All given bounds must hold. A field that is `null` is ignored. */
export type IncidentLinkCountWhere = {
  /** Counts only the links that match this filter. By default, all are counted. */
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

/** Filters by a list of links. A link matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type StatementLinkListWhere = {
  /** At least one link matches. */
  some?: InputMaybe<StatementLinkWhere>;
  /** No link matches. */
  none?: InputMaybe<StatementLinkWhere>;
  /** Every link matches. An empty list matches too. */
  every?: InputMaybe<StatementLinkWhere>;
  /** The number of links. */
  count?: InputMaybe<StatementLinkCountWhere>;
};

/** Filters by the number of links. All given bounds must hold. A field that is `null` is ignored. */
export type StatementLinkCountWhere = {
  /** Counts only the links that match this filter. By default, all are counted. */
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

/** Filters by a list of affiliations. An affiliation matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type AffiliationListWhere = {
  /** At least one affiliation matches. */
  some?: InputMaybe<AffiliationWhere>;
  /** No affiliation matches. */
  none?: InputMaybe<AffiliationWhere>;
  /** Every affiliation matches. An empty list matches too. */
  every?: InputMaybe<AffiliationWhere>;
  /** The number of affiliations. */
  count?: InputMaybe<AffiliationCountWhere>;
};

/** Filters by the number of affiliations. All given bounds must hold. A field that is `null` is ignored. */
export type AffiliationCountWhere = {
  /** Counts only the affiliations that match this filter. By default, all are counted. */
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

/** Filters by a list of incidents. An incident matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type IncidentListWhere = {
  /** At least one incident matches. */
  some?: InputMaybe<IncidentWhere>;
  /** No incident matches. */
  none?: InputMaybe<IncidentWhere>;
  /** Every incident matches. An empty list matches too. */
  every?: InputMaybe<IncidentWhere>;
  /** The number of incidents. */
  count?: InputMaybe<IncidentCountWhere>;
};

/** Filters by the number of incidents. All given bounds must hold. A field that is `null` is ignored. */
export type IncidentCountWhere = {
  /** Counts only the incidents that match this filter. By default, all are counted. */
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

/** Filters by a list of actors. An actor matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type ActorListWhere = {
  /** At least one actor matches. */
  some?: InputMaybe<ActorWhere>;
  /** No actor matches. */
  none?: InputMaybe<ActorWhere>;
  /** Every actor matches. An empty list matches too. */
  every?: InputMaybe<ActorWhere>;
  /** The number of actors. */
  count?: InputMaybe<ActorCountWhere>;
};

/** Filters by the number of actors. All given bounds must hold. A field that is `null` is ignored. */
export type ActorCountWhere = {
  /** Counts only the actors that match this filter. By default, all are counted. */
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

/** Filters by a list of statements. A statement matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type StatementListWhere = {
  /** At least one statement matches. */
  some?: InputMaybe<StatementWhere>;
  /** No statement matches. */
  none?: InputMaybe<StatementWhere>;
  /** Every statement matches. An empty list matches too. */
  every?: InputMaybe<StatementWhere>;
  /** The number of statements. */
  count?: InputMaybe<StatementCountWhere>;
};

/** Filters by the number of statements. All given bounds must hold. A field that is `null` is ignored. */
export type StatementCountWhere = {
  /** Counts only the statements that match this filter. By default, all are counted. */
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

/** Filters by a list of locations. A location matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type LocationListWhere = {
  /** At least one location matches. */
  some?: InputMaybe<LocationWhere>;
  /** No location matches. */
  none?: InputMaybe<LocationWhere>;
  /** Every location matches. An empty list matches too. */
  every?: InputMaybe<LocationWhere>;
  /** The number of locations. */
  count?: InputMaybe<LocationCountWhere>;
};

/** Filters by the number of locations. All given bounds must hold. A field that is `null` is ignored. */
export type LocationCountWhere = {
  /** Counts only the locations that match this filter. By default, all are counted. */
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

/** Filters by a list of articles. An article matches only if it meets the whole inner filter. A field that is `null` is ignored. */
export type ArticleListWhere = {
  /** At least one article matches. */
  some?: InputMaybe<ArticleWhere>;
  /** No article matches. */
  none?: InputMaybe<ArticleWhere>;
  /** Every article matches. An empty list matches too. */
  every?: InputMaybe<ArticleWhere>;
  /** The number of articles. */
  count?: InputMaybe<ArticleCountWhere>;
};

/** Filters by the number of articles. All given bounds must hold. A field that is `null` is ignored. */
export type ArticleCountWhere = {
  /** Counts only the articles that match this filter. By default, all are counted. */
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

/** Filters by a possibly imprecise date. All given fields must match. A field that is `null` is ignored. An unknown date is neither `certainly` nor `possibly` in a range. */
export type DateSpanWhere = {
  /** The whole span is in this range. An approximate date never matches. */
  certainly?: InputMaybe<DateRange>;
  /** The span overlaps this range. */
  possibly?: InputMaybe<DateRange>;
  /** How precisely the date is known. */
  precision?: InputMaybe<DatePrecisionWhere>;
  /** Whether a date is known. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A range of days, including both ends. An omitted or `null` end is open. */
export type DateRange = {
  /** The first day. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** The last day. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** Filters by a possibly imprecise number. All given fields must match. A field that is `null` is ignored. */
export type QuantityWhere = {
  /** All possible values are in this range. */
  certainly?: InputMaybe<IntRange>;
  /** At least one possible value is in this range. */
  possibly?: InputMaybe<IntRange>;
  /** Whether a number is known. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A range of whole numbers, including both ends. An omitted or `null` end is open. */
export type IntRange = {
  /** The lowest number. */
  from?: InputMaybe<Scalars['Int']['input']>;
  /** The highest number. */
  to?: InputMaybe<Scalars['Int']['input']>;
};

/** Filters by whether coordinates are known. A field that is `null` is ignored. */
export type PointWhere = {
  /** Whether coordinates are present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A circle on the earth. */
export type NearInput = {
  /** The latitude of the centre, from -90 to 90. */
  latitude: Scalars['Latitude']['input'];
  /** The longitude of the centre, from -180 to 180. */
  longitude: Scalars['Longitude']['input'];
  /** The radius in kilometres, from 0 to 20,016. */
  km: Scalars['Float']['input'];
};

/** A box of latitudes and longitudes. It crosses the antimeridian if `west` is greater than `east`. */
export type BoxInput = {
  /** The lowest latitude, from -90 to 90. */
  south: Scalars['Latitude']['input'];
  /** The western edge, a longitude from -180 to 180. */
  west: Scalars['Longitude']['input'];
  /** The highest latitude, from -90 to 90. */
  north: Scalars['Latitude']['input'];
  /** The eastern edge, a longitude from -180 to 180. */
  east: Scalars['Longitude']['input'];
};

/** A position on the earth, in degrees (WGS 84). */
export type PointInput = {
  /** Degrees north of the equator, from -90 to 90. */
  latitude: Scalars['Latitude']['input'];
  /** Degrees east of Greenwich, from -180 to 180. */
  longitude: Scalars['Longitude']['input'];
};

/** Filters changes. All given fields must match. A field that is `null` is ignored. */
export type ChangeWhere = {
  /** Matches if all of these filters match. An empty list matches everything. */
  and?: InputMaybe<Array<ChangeWhere>>;
  /** Matches if at least one of these filters matches. An empty list matches nothing. */
  or?: InputMaybe<Array<ChangeWhere>>;
  /** Matches if this filter does not match. */
  not?: InputMaybe<ChangeWhere>;
  /** The type of the entity, such as `{ eq: INCIDENT }`. */
  type?: InputMaybe<SearchTypeWhere>;
  /** The id of the entity, with its type, such as `{ eq: "Actor:iran" }`. A merged id finds its own changes. */
  id?: InputMaybe<IdWhere>;
  /** What happened to the entity, such as `{ in: [CREATED, REMOVED] }`. */
  op?: InputMaybe<ChangeOpWhere>;
  /** Why the entity has changed, such as `{ article: { eq: "us-troops-iraq-2023-11-12" } }`. */
  cause?: InputMaybe<ChangeCauseWhere>;
};

/** Filters by the cause of a change. All given fields must match. A field that is `null` is ignored. */
export type ChangeCauseWhere = {
  /** The id of the article that was stored or withdrawn. */
  article?: InputMaybe<IdWhere>;
};

/** Filters by an id, with or without its type prefix. All given fields must match. A field that is `null` is ignored. */
export type IdWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a string. All given fields must match. A field that is `null` is ignored. */
export type StringWhere = {
  /** Equal to this string, including case and accents. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Equal to one of these strings, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Equal to none of these strings, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Contains this text, ignoring case, accents and invisible characters; æ equals ae. Vowel signs of Indic and South-East Asian scripts count. At most 1,000 characters. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Starts with this text, compared as in `contains`. At most 1,000 characters. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** Filters by a whole number. All given fields must match. A field that is `null` is ignored. */
export type IntWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Greater than this value. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** Greater than or equal to this value. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Less than this value. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** Less than or equal to this value. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** Filters by a day. All given fields must match. A field that is `null` is ignored. */
export type DateWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Scalars['Date']['input']>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['Date']['input']>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Scalars['Date']['input']>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** After this day. */
  gt?: InputMaybe<Scalars['Date']['input']>;
  /** On or after this day. */
  gte?: InputMaybe<Scalars['Date']['input']>;
  /** Before this day. */
  lt?: InputMaybe<Scalars['Date']['input']>;
  /** On or before this day. */
  lte?: InputMaybe<Scalars['Date']['input']>;
};

/** Filters by a country code. All given fields must match. A field that is `null` is ignored. */
export type CountryCodeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Scalars['CountryCode']['input']>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['CountryCode']['input']>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Scalars['CountryCode']['input']>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a Boolean. All given fields must match. A field that is `null` is ignored. */
export type BooleanWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Scalars['Boolean']['input']>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['Boolean']['input']>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Scalars['Boolean']['input']>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `DatePrecision` value. All given fields must match. A field that is `null` is ignored. */
export type DatePrecisionWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<DatePrecision>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<DatePrecision>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<DatePrecision>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `SearchType` value. All given fields must match. A field that is `null` is ignored. */
export type SearchTypeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<SearchType>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<SearchType>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<SearchType>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `ChangeOp` value. All given fields must match. A field that is `null` is ignored. */
export type ChangeOpWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<ChangeOp>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<ChangeOp>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<ChangeOp>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by an `IncidentScope` value. All given fields must match. A field that is `null` is ignored. */
export type IncidentScopeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<IncidentScope>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<IncidentScope>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<IncidentScope>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by an `IncidentType` value. All given fields must match. A field that is `null` is ignored. */
export type IncidentTypeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<IncidentType>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<IncidentType>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<IncidentType>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by an `IncidentSubtype` value. All given fields must match. A field that is `null` is ignored. */
export type IncidentSubtypeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<IncidentSubtype>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<IncidentSubtype>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<IncidentSubtype>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by an `Occurrence` value. All given fields must match. A field that is `null` is ignored. */
export type OccurrenceWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Occurrence>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Occurrence>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Occurrence>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `Method` value. All given fields must match. A field that is `null` is ignored. */
export type MethodWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Method>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Method>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Method>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by an `Outcome` value. All given fields must match. A field that is `null` is ignored. */
export type OutcomeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Outcome>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Outcome>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Outcome>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `LocationPrecision` value. All given fields must match. A field that is `null` is ignored. */
export type LocationPrecisionWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<LocationPrecision>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<LocationPrecision>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<LocationPrecision>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `PlaceRole` value. All given fields must match. A field that is `null` is ignored. */
export type PlaceRoleWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<PlaceRole>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<PlaceRole>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<PlaceRole>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `TargetKind` value. All given fields must match. A field that is `null` is ignored. */
export type TargetKindWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<TargetKind>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<TargetKind>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<TargetKind>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `Damage` value. All given fields must match. A field that is `null` is ignored. */
export type DamageWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Damage>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Damage>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Damage>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `ParticipantRole` value. All given fields must match. A field that is `null` is ignored. */
export type ParticipantRoleWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<ParticipantRole>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<ParticipantRole>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<ParticipantRole>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by an `AttributionStatus` value. All given fields must match. A field that is `null` is ignored. */
export type AttributionStatusWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<AttributionStatus>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<AttributionStatus>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<AttributionStatus>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `CasualtyKind` value. All given fields must match. A field that is `null` is ignored. */
export type CasualtyKindWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<CasualtyKind>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<CasualtyKind>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<CasualtyKind>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `CasualtyGroup` value. All given fields must match. A field that is `null` is ignored. */
export type CasualtyGroupWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<CasualtyGroup>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<CasualtyGroup>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<CasualtyGroup>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `Demographic` value. All given fields must match. A field that is `null` is ignored. */
export type DemographicWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Demographic>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Demographic>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Demographic>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `Severity` value. All given fields must match. A field that is `null` is ignored. */
export type SeverityWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Severity>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Severity>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Severity>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by an `IncidentLinkType` value. All given fields must match. A field that is `null` is ignored. */
export type IncidentLinkTypeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<IncidentLinkType>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<IncidentLinkType>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<IncidentLinkType>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by an `ActorKind` value. All given fields must match. A field that is `null` is ignored. */
export type ActorKindWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<ActorKind>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<ActorKind>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<ActorKind>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by an `AffiliationType` value. All given fields must match. A field that is `null` is ignored. */
export type AffiliationTypeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<AffiliationType>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<AffiliationType>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<AffiliationType>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `StatementType` value. All given fields must match. A field that is `null` is ignored. */
export type StatementTypeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<StatementType>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<StatementType>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<StatementType>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `SpeechMode` value. All given fields must match. A field that is `null` is ignored. */
export type SpeechModeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<SpeechMode>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<SpeechMode>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<SpeechMode>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `Hedge` value. All given fields must match. A field that is `null` is ignored. */
export type HedgeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<Hedge>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<Hedge>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<Hedge>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `FigureKind` value. All given fields must match. A field that is `null` is ignored. */
export type FigureKindWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<FigureKind>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<FigureKind>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<FigureKind>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `StatementLinkType` value. All given fields must match. A field that is `null` is ignored. */
export type StatementLinkTypeWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<StatementLinkType>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<StatementLinkType>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<StatementLinkType>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Filters by a `LocationKind` value. All given fields must match. A field that is `null` is ignored. */
export type LocationKindWhere = {
  /** Equal to this value. */
  eq?: InputMaybe<LocationKind>;
  /** Equal to one of these values, at most 1,000. An empty list matches nothing. */
  in?: InputMaybe<Array<LocationKind>>;
  /** Equal to none of these values, at most 1,000. An absent value matches. */
  notIn?: InputMaybe<Array<LocationKind>>;
  /** Whether a value is present. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** One sort key for incidents. Ties are broken by id, in the direction of the first sort key. */
export type IncidentOrder = {
  /** The value to sort by. */
  field: IncidentOrderField;
  /** The direction of the sort. */
  direction?: OrderDirection;
};

/** One sort key for actors. Ties are broken by id, in the direction of the first sort key. */
export type ActorOrder = {
  /** The value to sort by. */
  field: ActorOrderField;
  /** The direction of the sort. */
  direction?: OrderDirection;
};

/** One sort key for statements. Ties are broken by id, in the direction of the first sort key. */
export type StatementOrder = {
  /** The value to sort by. */
  field: StatementOrderField;
  /** The direction of the sort. */
  direction?: OrderDirection;
};

/** One sort key for locations. Ties are broken by id, in the direction of the first sort key. */
export type LocationOrder = {
  /** The value to sort by. */
  field: LocationOrderField;
  /** The direction of the sort. */
  direction?: OrderDirection;
};

/** One sort key for articles. Ties are broken by id, in the direction of the first sort key. */
export type ArticleOrder = {
  /** The value to sort by. */
  field: ArticleOrderField;
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
/** The orders of groups of incidents. */
export const GroupOrder = {
  /** By the number of incidents, largest first. */
  COUNT: 'COUNT',
  /** By the number of people killed, greatest first: by the minimum, then by the maximum. An unknown number counts as 0. */
  KILLED: 'KILLED',
  /** By the number of people injured, greatest first: by the minimum, then by the maximum. An unknown number counts as 0. */
  INJURED: 'INJURED',
  /** By key, in ascending order. */
  KEY: 'KEY'
} as const;

export type GroupOrder = typeof GroupOrder[keyof typeof GroupOrder];
/** The values by which actors can be grouped. */
export const ActorGroupBy = {
  /** By kind of actor. */
  KIND: 'KIND',
  /** By country. */
  COUNTRY: 'COUNTRY'
} as const;

export type ActorGroupBy = typeof ActorGroupBy[keyof typeof ActorGroupBy];
/** The values by which statements can be grouped. */
export const StatementGroupBy = {
  /** By type of statement. */
  TYPE: 'TYPE',
  /** By hedge. Statements without one are in no group. */
  HEDGE: 'HEDGE',
  /** By speaker. */
  SPEAKER: 'SPEAKER',
  /** By actor that the statement was addressed to. */
  ADDRESSEE: 'ADDRESSEE',
  /** By incident that the statement is about. */
  INCIDENT: 'INCIDENT',
  /** By publisher of the article. */
  PUBLISHER: 'PUBLISHER'
} as const;

export type StatementGroupBy = typeof StatementGroupBy[keyof typeof StatementGroupBy];
/** The values by which locations can be grouped. */
export const LocationGroupBy = {
  /** By kind of place. */
  KIND: 'KIND',
  /** By country. */
  COUNTRY: 'COUNTRY'
} as const;

export type LocationGroupBy = typeof LocationGroupBy[keyof typeof LocationGroupBy];
/** The values by which articles can be grouped. */
export const ArticleGroupBy = {
  /** By publisher. */
  PUBLISHER: 'PUBLISHER',
  /** By language. */
  LANGUAGE: 'LANGUAGE'
} as const;

export type ArticleGroupBy = typeof ArticleGroupBy[keyof typeof ArticleGroupBy];
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
/** The values by which actors can be sorted. */
export const ActorOrderField = {
  /** By id. */
  ID: 'ID',
  /** By name, ignoring case and accents. */
  NAME: 'NAME',
  /** By kind of actor. */
  KIND: 'KIND',
  /** By country code. */
  COUNTRY: 'COUNTRY',
  /** By the number of members. */
  MEMBER_COUNT: 'MEMBER_COUNT',
  /** By the number of incidents. */
  INCIDENT_COUNT: 'INCIDENT_COUNT',
  /** By the number of statements that the actor made, or that were made on its behalf. */
  STATEMENT_COUNT: 'STATEMENT_COUNT',
  /** By the number of statements about the actor. */
  STATEMENT_ABOUT_COUNT: 'STATEMENT_ABOUT_COUNT',
  /** By the number of articles. */
  ARTICLE_COUNT: 'ARTICLE_COUNT',
  /** By relevance to `where.text`, which must be given. Use `DESC` for the best match first. */
  RELEVANCE: 'RELEVANCE'
} as const;

export type ActorOrderField = typeof ActorOrderField[keyof typeof ActorOrderField];
/** The values by which statements can be sorted. */
export const StatementOrderField = {
  /** By id. */
  ID: 'ID',
  /** By type of statement. */
  TYPE: 'TYPE',
  /** By mode. */
  MODE: 'MODE',
  /** By hedge. */
  HEDGE: 'HEDGE',
  /** By date: first the start, then the end. */
  DATE: 'DATE',
  /** By the article's day of publication. */
  PUBLISHED: 'PUBLISHED',
  /** By position in the article's list of statements. */
  POSITION: 'POSITION',
  /** By the number of incidents that the statement is about. */
  INCIDENT_COUNT: 'INCIDENT_COUNT',
  /** By the number of actors that the statement is about. */
  ACTOR_COUNT: 'ACTOR_COUNT',
  /** By the number of figures. */
  FIGURE_COUNT: 'FIGURE_COUNT',
  /** By relevance to `where.text`, which must be given. Use `DESC` for the best match first. */
  RELEVANCE: 'RELEVANCE'
} as const;

export type StatementOrderField = typeof StatementOrderField[keyof typeof StatementOrderField];
/** The values by which locations can be sorted. */
export const LocationOrderField = {
  /** By id. */
  ID: 'ID',
  /** By name, ignoring case and accents. */
  NAME: 'NAME',
  /** By kind of place. */
  KIND: 'KIND',
  /** By country code. */
  COUNTRY: 'COUNTRY',
  /** By the number of locations directly in it. */
  CONTAINS_COUNT: 'CONTAINS_COUNT',
  /** By the number of incidents, including those in locations within it. */
  INCIDENT_COUNT: 'INCIDENT_COUNT',
  /** By the number of articles. */
  ARTICLE_COUNT: 'ARTICLE_COUNT',
  /** By relevance to `where.text`, which must be given. Use `DESC` for the best match first. */
  RELEVANCE: 'RELEVANCE'
} as const;

export type LocationOrderField = typeof LocationOrderField[keyof typeof LocationOrderField];
/** The values by which articles can be sorted. */
export const ArticleOrderField = {
  /** By id. */
  ID: 'ID',
  /** By title, ignoring case and accents. */
  TITLE: 'TITLE',
  /** By publisher, ignoring case and accents. */
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
  /** By the number of locations. */
  LOCATION_COUNT: 'LOCATION_COUNT',
  /** By relevance to `where.text`, which must be given. Use `DESC` for the best match first. */
  RELEVANCE: 'RELEVANCE'
} as const;

export type ArticleOrderField = typeof ArticleOrderField[keyof typeof ArticleOrderField];
/** The direction of a sort. */
export const OrderDirection = {
  /** Ascending: lowest, earliest or A first. Absent values come first. */
  ASC: 'ASC',
  /** Descending: highest, latest or Z first. Absent values come last. */
  DESC: 'DESC'
} as const;

export type OrderDirection = typeof OrderDirection[keyof typeof OrderDirection];