import type * as Types from './schema.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { IncidentDocument } from '../entities/incident/incident-document.ts';
import type { GroupModel } from '../query/aggregation/groups.ts';
import type { Connection } from '../query/connection.ts';
import type { ActorDocument } from '../entities/actor/actor-document.ts';
import type { StatementDocument } from '../entities/statement/statement-document.ts';
import type { LocationDocument } from '../entities/location/location-document.ts';
import type { ArticleDocument } from '../entities/article/article-document.ts';
import type { IncidentPlaceModel, TargetModel, ParticipantModel, CasualtyModel, WeaponModel, IncidentLinkModel } from '../entities/incident/incident-parts.ts';
import type { ReportModel } from '../entities/incident/report-loader.ts';
import type { ResponsibilityModel, ResponsibilityEntryModel } from '../entities/incident/responsibility-loader.ts';
import type { AffiliationModel } from '../entities/actor/affiliation-model.ts';
import type { StatementLinkModel } from '../entities/statement/statement-links.ts';
import type { FigureModel } from '../entities/statement/figures.ts';
import type { BucketModel } from '../query/aggregation/timeline.ts';
import type { CellModel } from '../query/aggregation/cells.ts';
import type { SearchModel, SearchEdgeModel } from '../query/search.ts';
import type { SuggestionModel } from '../query/suggest.ts';
import type { EvidenceModel } from '../entities/article/evidence-loader.ts';
import type { IngestResultModel } from '../api/ingest-result.ts';
import type { EventsModel, EventModel } from '../entities/change/events-model.ts';
import type { ChangePage, ChangeEdgeModel } from '../query/change-list.ts';
import type { ChangeLine, ChangeCause } from '../store/changes.ts';
import type { GraphContext } from '../entities/context.ts';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };


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
) => Types.Maybe<TTypes> | Promise<Types.Maybe<TTypes>>;

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
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Types.Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Types.Scalars['Boolean']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  IncidentEvents: ResolverTypeWrapper<EventsModel>;
  IncidentEvent: ResolverTypeWrapper<EventModel>;
  ActorEvents: ResolverTypeWrapper<EventsModel>;
  ActorEvent: ResolverTypeWrapper<EventModel>;
  StatementEvents: ResolverTypeWrapper<EventsModel>;
  StatementEvent: ResolverTypeWrapper<EventModel>;
  LocationEvents: ResolverTypeWrapper<EventsModel>;
  LocationEvent: ResolverTypeWrapper<EventModel>;
  ArticleEvents: ResolverTypeWrapper<EventsModel>;
  ArticleEvent: ResolverTypeWrapper<EventModel>;
  EventOp: Types.EventOp;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Incident: ResolverTypeWrapper<IncidentDocument>;
  Actor: ResolverTypeWrapper<ActorDocument>;
  Statement: ResolverTypeWrapper<StatementDocument>;
  Location: ResolverTypeWrapper<LocationDocument>;
  Article: ResolverTypeWrapper<ArticleDocument>;
  Participant: ResolverTypeWrapper<ParticipantModel>;
  Casualty: ResolverTypeWrapper<CasualtyModel>;
  Weapon: ResolverTypeWrapper<WeaponModel>;
  IncidentPlace: ResolverTypeWrapper<IncidentPlaceModel>;
  Target: ResolverTypeWrapper<TargetModel>;
  IncidentLink: ResolverTypeWrapper<IncidentLinkModel>;
  Responsibility: ResolverTypeWrapper<ResponsibilityModel>;
  ResponsibilityEntry: ResolverTypeWrapper<ResponsibilityEntryModel>;
  IncidentReport: ResolverTypeWrapper<ReportModel>;
  Affiliation: ResolverTypeWrapper<AffiliationModel>;
  Figure: ResolverTypeWrapper<FigureModel>;
  StatementLink: ResolverTypeWrapper<StatementLinkModel>;
  Evidence: ResolverTypeWrapper<EvidenceModel>;
  DateSpan: ResolverTypeWrapper<Types.DateSpan>;
  Quantity: ResolverTypeWrapper<Types.Quantity>;
  Point: ResolverTypeWrapper<Types.Point>;
  Bounds: ResolverTypeWrapper<Types.Bounds>;
  IncidentConnection: ResolverTypeWrapper<Connection<ResolversParentTypes["Incident"]>>;
  IncidentEdge: ResolverTypeWrapper<Omit<Types.IncidentEdge, 'node'> & { node: ResolversTypes['Incident'] }>;
  IncidentGroup: ResolverTypeWrapper<GroupModel>;
  ActorConnection: ResolverTypeWrapper<Connection<ResolversParentTypes["Actor"]>>;
  ActorEdge: ResolverTypeWrapper<Omit<Types.ActorEdge, 'node'> & { node: ResolversTypes['Actor'] }>;
  ActorGroup: ResolverTypeWrapper<GroupModel>;
  StatementConnection: ResolverTypeWrapper<Connection<ResolversParentTypes["Statement"]>>;
  StatementEdge: ResolverTypeWrapper<Omit<Types.StatementEdge, 'node'> & { node: ResolversTypes['Statement'] }>;
  StatementGroup: ResolverTypeWrapper<GroupModel>;
  LocationConnection: ResolverTypeWrapper<Connection<ResolversParentTypes["Location"]>>;
  LocationEdge: ResolverTypeWrapper<Omit<Types.LocationEdge, 'node'> & { node: ResolversTypes['Location'] }>;
  LocationGroup: ResolverTypeWrapper<GroupModel>;
  ArticleConnection: ResolverTypeWrapper<Connection<ResolversParentTypes["Article"]>>;
  ArticleEdge: ResolverTypeWrapper<Omit<Types.ArticleEdge, 'node'> & { node: ResolversTypes['Article'] }>;
  ArticleGroup: ResolverTypeWrapper<GroupModel>;
  TimelineBucket: ResolverTypeWrapper<BucketModel>;
  Cell: ResolverTypeWrapper<CellModel>;
  PageInfo: ResolverTypeWrapper<Types.PageInfo>;
  ChangeConnection: ResolverTypeWrapper<ChangePage>;
  ChangeEdge: ResolverTypeWrapper<ChangeEdgeModel>;
  Change: ResolverTypeWrapper<ChangeLine>;
  ChangeCause: ResolverTypeWrapper<ChangeCause>;
  ChangeMerge: ResolverTypeWrapper<Types.ChangeMerge>;
  ChangeOp: Types.ChangeOp;
  SearchConnection: ResolverTypeWrapper<SearchModel>;
  SearchEdge: ResolverTypeWrapper<SearchEdgeModel>;
  Suggestion: ResolverTypeWrapper<SuggestionModel>;
  Float: ResolverTypeWrapper<Types.Scalars['Float']['output']>;
  ArticleDraft: ResolverTypeWrapper<Types.ArticleDraft>;
  DraftDoubt: ResolverTypeWrapper<Types.DraftDoubt>;
  UncoveredSentence: ResolverTypeWrapper<Types.UncoveredSentence>;
  IngestResult: ResolverTypeWrapper<IngestResultModel>;
  Warning: ResolverTypeWrapper<Types.Warning>;
  IngestChange: ResolverTypeWrapper<Types.IngestChange>;
  IngestRefusal: ResolverTypeWrapper<Types.IngestRefusal>;
  IncidentWhere: Types.IncidentWhere;
  ActorWhere: Types.ActorWhere;
  StatementWhere: Types.StatementWhere;
  LocationWhere: Types.LocationWhere;
  ArticleWhere: Types.ArticleWhere;
  ParticipantWhere: Types.ParticipantWhere;
  CasualtyWhere: Types.CasualtyWhere;
  WeaponWhere: Types.WeaponWhere;
  IncidentPlaceWhere: Types.IncidentPlaceWhere;
  TargetWhere: Types.TargetWhere;
  FigureWhere: Types.FigureWhere;
  IncidentLinkWhere: Types.IncidentLinkWhere;
  StatementLinkWhere: Types.StatementLinkWhere;
  AffiliationWhere: Types.AffiliationWhere;
  ResponsibilityEntryWhere: Types.ResponsibilityEntryWhere;
  ResponsibilityWhere: Types.ResponsibilityWhere;
  ResponsibilityListWhere: Types.ResponsibilityListWhere;
  MethodListWhere: Types.MethodListWhere;
  MethodCountWhere: Types.MethodCountWhere;
  StringListWhere: Types.StringListWhere;
  StringCountWhere: Types.StringCountWhere;
  ParticipantListWhere: Types.ParticipantListWhere;
  ParticipantCountWhere: Types.ParticipantCountWhere;
  CasualtyListWhere: Types.CasualtyListWhere;
  CasualtyCountWhere: Types.CasualtyCountWhere;
  WeaponListWhere: Types.WeaponListWhere;
  WeaponCountWhere: Types.WeaponCountWhere;
  IncidentPlaceListWhere: Types.IncidentPlaceListWhere;
  IncidentPlaceCountWhere: Types.IncidentPlaceCountWhere;
  TargetListWhere: Types.TargetListWhere;
  TargetCountWhere: Types.TargetCountWhere;
  FigureListWhere: Types.FigureListWhere;
  FigureCountWhere: Types.FigureCountWhere;
  IncidentLinkListWhere: Types.IncidentLinkListWhere;
  IncidentLinkCountWhere: Types.IncidentLinkCountWhere;
  StatementLinkListWhere: Types.StatementLinkListWhere;
  StatementLinkCountWhere: Types.StatementLinkCountWhere;
  AffiliationListWhere: Types.AffiliationListWhere;
  AffiliationCountWhere: Types.AffiliationCountWhere;
  IncidentListWhere: Types.IncidentListWhere;
  IncidentCountWhere: Types.IncidentCountWhere;
  ActorListWhere: Types.ActorListWhere;
  ActorCountWhere: Types.ActorCountWhere;
  StatementListWhere: Types.StatementListWhere;
  StatementCountWhere: Types.StatementCountWhere;
  LocationListWhere: Types.LocationListWhere;
  LocationCountWhere: Types.LocationCountWhere;
  ArticleListWhere: Types.ArticleListWhere;
  ArticleCountWhere: Types.ArticleCountWhere;
  DateSpanWhere: Types.DateSpanWhere;
  DateRange: Types.DateRange;
  QuantityWhere: Types.QuantityWhere;
  IntRange: Types.IntRange;
  PointWhere: Types.PointWhere;
  NearInput: Types.NearInput;
  BoxInput: Types.BoxInput;
  PointInput: Types.PointInput;
  ChangeWhere: Types.ChangeWhere;
  ChangeCauseWhere: Types.ChangeCauseWhere;
  IdWhere: Types.IdWhere;
  StringWhere: Types.StringWhere;
  IntWhere: Types.IntWhere;
  DateWhere: Types.DateWhere;
  CountryCodeWhere: Types.CountryCodeWhere;
  BooleanWhere: Types.BooleanWhere;
  DatePrecisionWhere: Types.DatePrecisionWhere;
  SearchTypeWhere: Types.SearchTypeWhere;
  ChangeOpWhere: Types.ChangeOpWhere;
  IncidentScopeWhere: Types.IncidentScopeWhere;
  IncidentTypeWhere: Types.IncidentTypeWhere;
  IncidentSubtypeWhere: Types.IncidentSubtypeWhere;
  OccurrenceWhere: Types.OccurrenceWhere;
  MethodWhere: Types.MethodWhere;
  OutcomeWhere: Types.OutcomeWhere;
  LocationPrecisionWhere: Types.LocationPrecisionWhere;
  PlaceRoleWhere: Types.PlaceRoleWhere;
  TargetKindWhere: Types.TargetKindWhere;
  DamageWhere: Types.DamageWhere;
  ParticipantRoleWhere: Types.ParticipantRoleWhere;
  AttributionStatusWhere: Types.AttributionStatusWhere;
  CasualtyKindWhere: Types.CasualtyKindWhere;
  CasualtyGroupWhere: Types.CasualtyGroupWhere;
  DemographicWhere: Types.DemographicWhere;
  SeverityWhere: Types.SeverityWhere;
  IncidentLinkTypeWhere: Types.IncidentLinkTypeWhere;
  ActorKindWhere: Types.ActorKindWhere;
  AffiliationTypeWhere: Types.AffiliationTypeWhere;
  StatementTypeWhere: Types.StatementTypeWhere;
  SpeechModeWhere: Types.SpeechModeWhere;
  HedgeWhere: Types.HedgeWhere;
  FigureKindWhere: Types.FigureKindWhere;
  StatementLinkTypeWhere: Types.StatementLinkTypeWhere;
  LocationKindWhere: Types.LocationKindWhere;
  IncidentOrder: Types.IncidentOrder;
  ActorOrder: Types.ActorOrder;
  StatementOrder: Types.StatementOrder;
  LocationOrder: Types.LocationOrder;
  ArticleOrder: Types.ArticleOrder;
  DatePrecision: Types.DatePrecision;
  IncidentScope: Types.IncidentScope;
  IncidentType: Types.IncidentType;
  IncidentSubtype: Types.IncidentSubtype;
  Occurrence: Types.Occurrence;
  Method: Types.Method;
  Outcome: Types.Outcome;
  LocationPrecision: Types.LocationPrecision;
  PlaceRole: Types.PlaceRole;
  TargetKind: Types.TargetKind;
  Damage: Types.Damage;
  ParticipantRole: Types.ParticipantRole;
  AttributionStatus: Types.AttributionStatus;
  CasualtyKind: Types.CasualtyKind;
  CasualtyGroup: Types.CasualtyGroup;
  Demographic: Types.Demographic;
  Severity: Types.Severity;
  IncidentLinkType: Types.IncidentLinkType;
  ActorKind: Types.ActorKind;
  AffiliationType: Types.AffiliationType;
  StatementType: Types.StatementType;
  SpeechMode: Types.SpeechMode;
  Hedge: Types.Hedge;
  FigureKind: Types.FigureKind;
  StatementLinkType: Types.StatementLinkType;
  LocationKind: Types.LocationKind;
  SearchType: Types.SearchType;
  IncidentGroupBy: Types.IncidentGroupBy;
  GroupOrder: Types.GroupOrder;
  ActorGroupBy: Types.ActorGroupBy;
  StatementGroupBy: Types.StatementGroupBy;
  LocationGroupBy: Types.LocationGroupBy;
  ArticleGroupBy: Types.ArticleGroupBy;
  Interval: Types.Interval;
  IncidentOrderField: Types.IncidentOrderField;
  ActorOrderField: Types.ActorOrderField;
  StatementOrderField: Types.StatementOrderField;
  LocationOrderField: Types.LocationOrderField;
  ArticleOrderField: Types.ArticleOrderField;
  OrderDirection: Types.OrderDirection;
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Types.Scalars['DateTime']['output']>;
  NonNegativeInt: ResolverTypeWrapper<Types.Scalars['NonNegativeInt']['output']>;
  CountryCode: ResolverTypeWrapper<Types.Scalars['CountryCode']['output']>;
  URL: ResolverTypeWrapper<Types.Scalars['URL']['output']>;
  Latitude: ResolverTypeWrapper<Types.Scalars['Latitude']['output']>;
  Longitude: ResolverTypeWrapper<Types.Scalars['Longitude']['output']>;
  JSON: ResolverTypeWrapper<Types.Scalars['JSON']['output']>;
  ArticleInput: ResolverTypeWrapper<Types.Scalars['ArticleInput']['output']>;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Types.Scalars['ID']['output'];
  String: Types.Scalars['String']['output'];
  Boolean: Types.Scalars['Boolean']['output'];
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  IncidentEvents: EventsModel;
  IncidentEvent: EventModel;
  ActorEvents: EventsModel;
  ActorEvent: EventModel;
  StatementEvents: EventsModel;
  StatementEvent: EventModel;
  LocationEvents: EventsModel;
  LocationEvent: EventModel;
  ArticleEvents: EventsModel;
  ArticleEvent: EventModel;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Incident: IncidentDocument;
  Actor: ActorDocument;
  Statement: StatementDocument;
  Location: LocationDocument;
  Article: ArticleDocument;
  Participant: ParticipantModel;
  Casualty: CasualtyModel;
  Weapon: WeaponModel;
  IncidentPlace: IncidentPlaceModel;
  Target: TargetModel;
  IncidentLink: IncidentLinkModel;
  Responsibility: ResponsibilityModel;
  ResponsibilityEntry: ResponsibilityEntryModel;
  IncidentReport: ReportModel;
  Affiliation: AffiliationModel;
  Figure: FigureModel;
  StatementLink: StatementLinkModel;
  Evidence: EvidenceModel;
  DateSpan: Types.DateSpan;
  Quantity: Types.Quantity;
  Point: Types.Point;
  Bounds: Types.Bounds;
  IncidentConnection: Connection<ResolversParentTypes["Incident"]>;
  IncidentEdge: Omit<Types.IncidentEdge, 'node'> & { node: ResolversParentTypes['Incident'] };
  IncidentGroup: GroupModel;
  ActorConnection: Connection<ResolversParentTypes["Actor"]>;
  ActorEdge: Omit<Types.ActorEdge, 'node'> & { node: ResolversParentTypes['Actor'] };
  ActorGroup: GroupModel;
  StatementConnection: Connection<ResolversParentTypes["Statement"]>;
  StatementEdge: Omit<Types.StatementEdge, 'node'> & { node: ResolversParentTypes['Statement'] };
  StatementGroup: GroupModel;
  LocationConnection: Connection<ResolversParentTypes["Location"]>;
  LocationEdge: Omit<Types.LocationEdge, 'node'> & { node: ResolversParentTypes['Location'] };
  LocationGroup: GroupModel;
  ArticleConnection: Connection<ResolversParentTypes["Article"]>;
  ArticleEdge: Omit<Types.ArticleEdge, 'node'> & { node: ResolversParentTypes['Article'] };
  ArticleGroup: GroupModel;
  TimelineBucket: BucketModel;
  Cell: CellModel;
  PageInfo: Types.PageInfo;
  ChangeConnection: ChangePage;
  ChangeEdge: ChangeEdgeModel;
  Change: ChangeLine;
  ChangeCause: ChangeCause;
  ChangeMerge: Types.ChangeMerge;
  SearchConnection: SearchModel;
  SearchEdge: SearchEdgeModel;
  Suggestion: SuggestionModel;
  Float: Types.Scalars['Float']['output'];
  ArticleDraft: Types.ArticleDraft;
  DraftDoubt: Types.DraftDoubt;
  UncoveredSentence: Types.UncoveredSentence;
  IngestResult: IngestResultModel;
  Warning: Types.Warning;
  IngestChange: Types.IngestChange;
  IngestRefusal: Types.IngestRefusal;
  IncidentWhere: Types.IncidentWhere;
  ActorWhere: Types.ActorWhere;
  StatementWhere: Types.StatementWhere;
  LocationWhere: Types.LocationWhere;
  ArticleWhere: Types.ArticleWhere;
  ParticipantWhere: Types.ParticipantWhere;
  CasualtyWhere: Types.CasualtyWhere;
  WeaponWhere: Types.WeaponWhere;
  IncidentPlaceWhere: Types.IncidentPlaceWhere;
  TargetWhere: Types.TargetWhere;
  FigureWhere: Types.FigureWhere;
  IncidentLinkWhere: Types.IncidentLinkWhere;
  StatementLinkWhere: Types.StatementLinkWhere;
  AffiliationWhere: Types.AffiliationWhere;
  ResponsibilityEntryWhere: Types.ResponsibilityEntryWhere;
  ResponsibilityWhere: Types.ResponsibilityWhere;
  ResponsibilityListWhere: Types.ResponsibilityListWhere;
  MethodListWhere: Types.MethodListWhere;
  MethodCountWhere: Types.MethodCountWhere;
  StringListWhere: Types.StringListWhere;
  StringCountWhere: Types.StringCountWhere;
  ParticipantListWhere: Types.ParticipantListWhere;
  ParticipantCountWhere: Types.ParticipantCountWhere;
  CasualtyListWhere: Types.CasualtyListWhere;
  CasualtyCountWhere: Types.CasualtyCountWhere;
  WeaponListWhere: Types.WeaponListWhere;
  WeaponCountWhere: Types.WeaponCountWhere;
  IncidentPlaceListWhere: Types.IncidentPlaceListWhere;
  IncidentPlaceCountWhere: Types.IncidentPlaceCountWhere;
  TargetListWhere: Types.TargetListWhere;
  TargetCountWhere: Types.TargetCountWhere;
  FigureListWhere: Types.FigureListWhere;
  FigureCountWhere: Types.FigureCountWhere;
  IncidentLinkListWhere: Types.IncidentLinkListWhere;
  IncidentLinkCountWhere: Types.IncidentLinkCountWhere;
  StatementLinkListWhere: Types.StatementLinkListWhere;
  StatementLinkCountWhere: Types.StatementLinkCountWhere;
  AffiliationListWhere: Types.AffiliationListWhere;
  AffiliationCountWhere: Types.AffiliationCountWhere;
  IncidentListWhere: Types.IncidentListWhere;
  IncidentCountWhere: Types.IncidentCountWhere;
  ActorListWhere: Types.ActorListWhere;
  ActorCountWhere: Types.ActorCountWhere;
  StatementListWhere: Types.StatementListWhere;
  StatementCountWhere: Types.StatementCountWhere;
  LocationListWhere: Types.LocationListWhere;
  LocationCountWhere: Types.LocationCountWhere;
  ArticleListWhere: Types.ArticleListWhere;
  ArticleCountWhere: Types.ArticleCountWhere;
  DateSpanWhere: Types.DateSpanWhere;
  DateRange: Types.DateRange;
  QuantityWhere: Types.QuantityWhere;
  IntRange: Types.IntRange;
  PointWhere: Types.PointWhere;
  NearInput: Types.NearInput;
  BoxInput: Types.BoxInput;
  PointInput: Types.PointInput;
  ChangeWhere: Types.ChangeWhere;
  ChangeCauseWhere: Types.ChangeCauseWhere;
  IdWhere: Types.IdWhere;
  StringWhere: Types.StringWhere;
  IntWhere: Types.IntWhere;
  DateWhere: Types.DateWhere;
  CountryCodeWhere: Types.CountryCodeWhere;
  BooleanWhere: Types.BooleanWhere;
  DatePrecisionWhere: Types.DatePrecisionWhere;
  SearchTypeWhere: Types.SearchTypeWhere;
  ChangeOpWhere: Types.ChangeOpWhere;
  IncidentScopeWhere: Types.IncidentScopeWhere;
  IncidentTypeWhere: Types.IncidentTypeWhere;
  IncidentSubtypeWhere: Types.IncidentSubtypeWhere;
  OccurrenceWhere: Types.OccurrenceWhere;
  MethodWhere: Types.MethodWhere;
  OutcomeWhere: Types.OutcomeWhere;
  LocationPrecisionWhere: Types.LocationPrecisionWhere;
  PlaceRoleWhere: Types.PlaceRoleWhere;
  TargetKindWhere: Types.TargetKindWhere;
  DamageWhere: Types.DamageWhere;
  ParticipantRoleWhere: Types.ParticipantRoleWhere;
  AttributionStatusWhere: Types.AttributionStatusWhere;
  CasualtyKindWhere: Types.CasualtyKindWhere;
  CasualtyGroupWhere: Types.CasualtyGroupWhere;
  DemographicWhere: Types.DemographicWhere;
  SeverityWhere: Types.SeverityWhere;
  IncidentLinkTypeWhere: Types.IncidentLinkTypeWhere;
  ActorKindWhere: Types.ActorKindWhere;
  AffiliationTypeWhere: Types.AffiliationTypeWhere;
  StatementTypeWhere: Types.StatementTypeWhere;
  SpeechModeWhere: Types.SpeechModeWhere;
  HedgeWhere: Types.HedgeWhere;
  FigureKindWhere: Types.FigureKindWhere;
  StatementLinkTypeWhere: Types.StatementLinkTypeWhere;
  LocationKindWhere: Types.LocationKindWhere;
  IncidentOrder: Types.IncidentOrder;
  ActorOrder: Types.ActorOrder;
  StatementOrder: Types.StatementOrder;
  LocationOrder: Types.LocationOrder;
  ArticleOrder: Types.ArticleOrder;
  Date: Types.Scalars['Date']['output'];
  DateTime: Types.Scalars['DateTime']['output'];
  NonNegativeInt: Types.Scalars['NonNegativeInt']['output'];
  CountryCode: Types.Scalars['CountryCode']['output'];
  URL: Types.Scalars['URL']['output'];
  Latitude: Types.Scalars['Latitude']['output'];
  Longitude: Types.Scalars['Longitude']['output'];
  JSON: Types.Scalars['JSON']['output'];
  ArticleInput: Types.Scalars['ArticleInput']['output'];
  Int: Types.Scalars['Int']['output'];
};

export type semanticNonNullDirectiveArgs = {
  levels?: Array<Types.Scalars['Int']['input']>;
};

export type semanticNonNullDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = semanticNonNullDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  node?: Resolver<Types.Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<Types.QuerynodeArgs, 'id'>>;
  nodes?: Resolver<Types.Maybe<Array<Types.Maybe<ResolversTypes['Node']>>>, ParentType, ContextType, RequireFields<Types.QuerynodesArgs, 'ids'>>;
  incident?: Resolver<Types.Maybe<ResolversTypes['Incident']>, ParentType, ContextType, RequireFields<Types.QueryincidentArgs, 'id'>>;
  incidents?: Resolver<Types.Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<Types.QueryincidentsArgs>>;
  actor?: Resolver<Types.Maybe<ResolversTypes['Actor']>, ParentType, ContextType, RequireFields<Types.QueryactorArgs, 'id'>>;
  actors?: Resolver<Types.Maybe<ResolversTypes['ActorConnection']>, ParentType, ContextType, Partial<Types.QueryactorsArgs>>;
  statement?: Resolver<Types.Maybe<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<Types.QuerystatementArgs, 'id'>>;
  statements?: Resolver<Types.Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, Partial<Types.QuerystatementsArgs>>;
  location?: Resolver<Types.Maybe<ResolversTypes['Location']>, ParentType, ContextType, RequireFields<Types.QuerylocationArgs, 'id'>>;
  locations?: Resolver<Types.Maybe<ResolversTypes['LocationConnection']>, ParentType, ContextType, Partial<Types.QuerylocationsArgs>>;
  article?: Resolver<Types.Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<Types.QueryarticleArgs, 'id'>>;
  articles?: Resolver<Types.Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<Types.QueryarticlesArgs>>;
  search?: Resolver<Types.Maybe<ResolversTypes['SearchConnection']>, ParentType, ContextType, RequireFields<Types.QuerysearchArgs, 'text' | 'fuzzy'>>;
  suggest?: Resolver<Types.Maybe<Array<ResolversTypes['Suggestion']>>, ParentType, ContextType, RequireFields<Types.QuerysuggestArgs, 'text' | 'first'>>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changes?: Resolver<Types.Maybe<ResolversTypes['ChangeConnection']>, ParentType, ContextType, Partial<Types.QuerychangesArgs>>;
  checkArticle?: Resolver<ResolversTypes['IngestResult'], ParentType, ContextType, RequireFields<Types.QuerycheckArticleArgs, 'article'>>;
  draftArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<Types.QuerydraftArticleArgs, 'text' | 'published'>>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  ingestArticle?: Resolver<ResolversTypes['IngestResult'], ParentType, ContextType, RequireFields<Types.MutationingestArticleArgs, 'article' | 'dryRun'>>;
  retractArticle?: Resolver<ResolversTypes['IngestResult'], ParentType, ContextType, RequireFields<Types.MutationretractArticleArgs, 'id'>>;
  merge?: Resolver<ResolversTypes['IngestResult'], ParentType, ContextType, RequireFields<Types.MutationmergeArgs, 'from' | 'into'>>;
  unmerge?: Resolver<ResolversTypes['IngestResult'], ParentType, ContextType, RequireFields<Types.MutationunmergeArgs, 'from'>>;
};

export type SubscriptionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  incidents?: SubscriptionResolver<ResolversTypes['IncidentEvents'], "incidents", ParentType, ContextType, Partial<Types.SubscriptionincidentsArgs>>;
  actors?: SubscriptionResolver<ResolversTypes['ActorEvents'], "actors", ParentType, ContextType, Partial<Types.SubscriptionactorsArgs>>;
  statements?: SubscriptionResolver<ResolversTypes['StatementEvents'], "statements", ParentType, ContextType, Partial<Types.SubscriptionstatementsArgs>>;
  locations?: SubscriptionResolver<ResolversTypes['LocationEvents'], "locations", ParentType, ContextType, Partial<Types.SubscriptionlocationsArgs>>;
  articles?: SubscriptionResolver<ResolversTypes['ArticleEvents'], "articles", ParentType, ContextType, Partial<Types.SubscriptionarticlesArgs>>;
};

export type IncidentEventsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentEvents'] = ResolversParentTypes['IncidentEvents']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skippedTo?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['IncidentEvent']>, ParentType, ContextType>;
};

export type IncidentEventResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentEvent'] = ResolversParentTypes['IncidentEvent']> = {
  op?: Resolver<ResolversTypes['EventOp'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  cause?: Resolver<Types.Maybe<ResolversTypes['ChangeCause']>, ParentType, ContextType>;
};

export type ActorEventsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ActorEvents'] = ResolversParentTypes['ActorEvents']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skippedTo?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['ActorEvent']>, ParentType, ContextType>;
};

export type ActorEventResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ActorEvent'] = ResolversParentTypes['ActorEvent']> = {
  op?: Resolver<ResolversTypes['EventOp'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  cause?: Resolver<Types.Maybe<ResolversTypes['ChangeCause']>, ParentType, ContextType>;
};

export type StatementEventsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatementEvents'] = ResolversParentTypes['StatementEvents']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skippedTo?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['StatementEvent']>, ParentType, ContextType>;
};

export type StatementEventResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatementEvent'] = ResolversParentTypes['StatementEvent']> = {
  op?: Resolver<ResolversTypes['EventOp'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  cause?: Resolver<Types.Maybe<ResolversTypes['ChangeCause']>, ParentType, ContextType>;
};

export type LocationEventsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LocationEvents'] = ResolversParentTypes['LocationEvents']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skippedTo?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['LocationEvent']>, ParentType, ContextType>;
};

export type LocationEventResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LocationEvent'] = ResolversParentTypes['LocationEvent']> = {
  op?: Resolver<ResolversTypes['EventOp'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  cause?: Resolver<Types.Maybe<ResolversTypes['ChangeCause']>, ParentType, ContextType>;
};

export type ArticleEventsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArticleEvents'] = ResolversParentTypes['ArticleEvents']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skippedTo?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['ArticleEvent']>, ParentType, ContextType>;
};

export type ArticleEventResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArticleEvent'] = ResolversParentTypes['ArticleEvent']> = {
  op?: Resolver<ResolversTypes['EventOp'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  cause?: Resolver<Types.Maybe<ResolversTypes['ChangeCause']>, ParentType, ContextType>;
};

export type NodeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Incident' | 'Actor' | 'Statement' | 'Location' | 'Article', ParentType, ContextType>;
};

export type IncidentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Incident'] = ResolversParentTypes['Incident']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sameAs?: Resolver<Array<ResolversTypes['URL']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['IncidentScope'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['IncidentType'], ParentType, ContextType>;
  subtype?: Resolver<Types.Maybe<ResolversTypes['IncidentSubtype']>, ParentType, ContextType>;
  occurrence?: Resolver<ResolversTypes['Occurrence'], ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['Method']>, ParentType, ContextType>;
  weapons?: Resolver<Array<ResolversTypes['Weapon']>, ParentType, ContextType, RequireFields<Types.IncidentweaponsArgs, 'first'>>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  count?: Resolver<Types.Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['DateSpan']>, ParentType, ContextType>;
  location?: Resolver<Types.Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationPrecision?: Resolver<ResolversTypes['LocationPrecision'], ParentType, ContextType>;
  places?: Resolver<Array<ResolversTypes['IncidentPlace']>, ParentType, ContextType, RequireFields<Types.IncidentplacesArgs, 'first'>>;
  targets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType, RequireFields<Types.IncidenttargetsArgs, 'first'>>;
  participants?: Resolver<Array<ResolversTypes['Participant']>, ParentType, ContextType, RequireFields<Types.IncidentparticipantsArgs, 'first'>>;
  casualties?: Resolver<Array<ResolversTypes['Casualty']>, ParentType, ContextType, RequireFields<Types.IncidentcasualtiesArgs, 'first'>>;
  links?: Resolver<Array<ResolversTypes['IncidentLink']>, ParentType, ContextType, RequireFields<Types.IncidentlinksArgs, 'first'>>;
  linkedFrom?: Resolver<Types.Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<Types.IncidentlinkedFromArgs>>;
  partOf?: Resolver<Types.Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  parts?: Resolver<Types.Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<Types.IncidentpartsArgs>>;
  statements?: Resolver<Types.Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, RequireFields<Types.IncidentstatementsArgs, 'includeWhole'>>;
  articles?: Resolver<Types.Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<Types.IncidentarticlesArgs>>;
  responsibility?: Resolver<ResolversTypes['Responsibility'], ParentType, ContextType>;
  reports?: Resolver<Array<ResolversTypes['IncidentReport']>, ParentType, ContextType, RequireFields<Types.IncidentreportsArgs, 'first'>>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.IncidentevidenceArgs, 'first'>>;
  publisherCount?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  history?: Resolver<Types.Maybe<ResolversTypes['ChangeConnection']>, ParentType, ContextType, Partial<Types.IncidenthistoryArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sameAs?: Resolver<Array<ResolversTypes['URL']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  country?: Resolver<Types.Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  affiliations?: Resolver<Array<ResolversTypes['Affiliation']>, ParentType, ContextType, RequireFields<Types.ActoraffiliationsArgs, 'first'>>;
  members?: Resolver<Types.Maybe<ResolversTypes['ActorConnection']>, ParentType, ContextType, Partial<Types.ActormembersArgs>>;
  incidents?: Resolver<Types.Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<Types.ActorincidentsArgs>>;
  statements?: Resolver<Types.Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, Partial<Types.ActorstatementsArgs>>;
  statementsAbout?: Resolver<Types.Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, Partial<Types.ActorstatementsAboutArgs>>;
  articles?: Resolver<Types.Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<Types.ActorarticlesArgs>>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.ActorevidenceArgs, 'first'>>;
  history?: Resolver<Types.Maybe<ResolversTypes['ChangeConnection']>, ParentType, ContextType, Partial<Types.ActorhistoryArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatementResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Statement'] = ResolversParentTypes['Statement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['StatementType'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quote?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mode?: Resolver<Types.Maybe<ResolversTypes['SpeechMode']>, ParentType, ContextType>;
  hedge?: Resolver<Types.Maybe<ResolversTypes['Hedge']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['DateSpan']>, ParentType, ContextType>;
  condition?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  speaker?: Resolver<Types.Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  onBehalfOf?: Resolver<Types.Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  anonymous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  to?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  via?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  location?: Resolver<Types.Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  figures?: Resolver<Array<ResolversTypes['Figure']>, ParentType, ContextType, RequireFields<Types.StatementfiguresArgs, 'first'>>;
  incidents?: Resolver<Types.Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<Types.StatementincidentsArgs>>;
  concerns?: Resolver<Types.Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<Types.StatementconcernsArgs>>;
  actors?: Resolver<Types.Maybe<ResolversTypes['ActorConnection']>, ParentType, ContextType, Partial<Types.StatementactorsArgs>>;
  links?: Resolver<Array<ResolversTypes['StatementLink']>, ParentType, ContextType, RequireFields<Types.StatementlinksArgs, 'first'>>;
  linkedFrom?: Resolver<Types.Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, Partial<Types.StatementlinkedFromArgs>>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.StatementevidenceArgs, 'first'>>;
  history?: Resolver<Types.Maybe<ResolversTypes['ChangeConnection']>, ParentType, ContextType, Partial<Types.StatementhistoryArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sameAs?: Resolver<Array<ResolversTypes['URL']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LocationKind'], ParentType, ContextType>;
  country?: Resolver<Types.Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  point?: Resolver<Types.Maybe<ResolversTypes['Point']>, ParentType, ContextType>;
  partOf?: Resolver<Types.Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  ancestors?: Resolver<Array<ResolversTypes['Location']>, ParentType, ContextType>;
  contains?: Resolver<Types.Maybe<ResolversTypes['LocationConnection']>, ParentType, ContextType, Partial<Types.LocationcontainsArgs>>;
  incidents?: Resolver<Types.Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, RequireFields<Types.LocationincidentsArgs, 'includeContained'>>;
  articles?: Resolver<Types.Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<Types.LocationarticlesArgs>>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.LocationevidenceArgs, 'first'>>;
  history?: Resolver<Types.Maybe<ResolversTypes['ChangeConnection']>, ParentType, ContextType, Partial<Types.LocationhistoryArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArticleResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Article'] = ResolversParentTypes['Article']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Types.Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  publisher?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  license?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  citation?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  published?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  publishedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  text?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  json?: Resolver<Types.Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  incidents?: Resolver<Types.Maybe<ResolversTypes['IncidentConnection']>, ParentType, ContextType, Partial<Types.ArticleincidentsArgs>>;
  statements?: Resolver<Types.Maybe<ResolversTypes['StatementConnection']>, ParentType, ContextType, Partial<Types.ArticlestatementsArgs>>;
  actors?: Resolver<Types.Maybe<ResolversTypes['ActorConnection']>, ParentType, ContextType, Partial<Types.ArticleactorsArgs>>;
  locations?: Resolver<Types.Maybe<ResolversTypes['LocationConnection']>, ParentType, ContextType, Partial<Types.ArticlelocationsArgs>>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.ArticleevidenceArgs, 'first'>>;
  history?: Resolver<Types.Maybe<ResolversTypes['ChangeConnection']>, ParentType, ContextType, Partial<Types.ArticlehistoryArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ParticipantResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Participant'] = ResolversParentTypes['Participant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ParticipantRole'], ParentType, ContextType>;
  status?: Resolver<Types.Maybe<ResolversTypes['AttributionStatus']>, ParentType, ContextType>;
  side?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.ParticipantevidenceArgs, 'first'>>;
};

export type CasualtyResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Casualty'] = ResolversParentTypes['Casualty']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CasualtyKind'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['CasualtyGroup'], ParentType, ContextType>;
  demographic?: Resolver<Types.Maybe<ResolversTypes['Demographic']>, ParentType, ContextType>;
  within?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  later?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actor?: Resolver<Types.Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  assertedBy?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType>;
  deniedBy?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.CasualtyevidenceArgs, 'first'>>;
};

export type WeaponResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Weapon'] = ResolversParentTypes['Weapon']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['Method'], ParentType, ContextType>;
  count?: Resolver<Types.Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  certain?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.WeaponevidenceArgs, 'first'>>;
};

export type IncidentPlaceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentPlace'] = ResolversParentTypes['IncidentPlace']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['PlaceRole'], ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['LocationPrecision'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.IncidentPlaceevidenceArgs, 'first'>>;
};

export type TargetResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TargetKind'], ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Types.Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  damage?: Resolver<ResolversTypes['Damage'], ParentType, ContextType>;
  count?: Resolver<Types.Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.TargetevidenceArgs, 'first'>>;
};

export type IncidentLinkResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentLink'] = ResolversParentTypes['IncidentLink']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['IncidentLinkType'], ParentType, ContextType>;
  incident?: Resolver<ResolversTypes['Incident'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.IncidentLinkevidenceArgs, 'first'>>;
};

export type ResponsibilityResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Responsibility'] = ResolversParentTypes['Responsibility']> = {
  claimedBy?: Resolver<Array<ResolversTypes['ResponsibilityEntry']>, ParentType, ContextType, RequireFields<Types.ResponsibilityclaimedByArgs, 'first'>>;
  deniedBy?: Resolver<Array<ResolversTypes['ResponsibilityEntry']>, ParentType, ContextType, RequireFields<Types.ResponsibilitydeniedByArgs, 'first'>>;
  attributedTo?: Resolver<Array<ResolversTypes['ResponsibilityEntry']>, ParentType, ContextType, RequireFields<Types.ResponsibilityattributedToArgs, 'first'>>;
};

export type ResponsibilityEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ResponsibilityEntry'] = ResolversParentTypes['ResponsibilityEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
};

export type IncidentReportResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentReport'] = ResolversParentTypes['IncidentReport']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  title?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scope?: Resolver<Types.Maybe<ResolversTypes['IncidentScope']>, ParentType, ContextType>;
  type?: Resolver<Types.Maybe<ResolversTypes['IncidentType']>, ParentType, ContextType>;
  subtype?: Resolver<Types.Maybe<ResolversTypes['IncidentSubtype']>, ParentType, ContextType>;
  occurrence?: Resolver<Types.Maybe<ResolversTypes['Occurrence']>, ParentType, ContextType>;
  methods?: Resolver<Types.Maybe<Array<ResolversTypes['Method']>>, ParentType, ContextType>;
  weapons?: Resolver<Types.Maybe<Array<ResolversTypes['Weapon']>>, ParentType, ContextType, RequireFields<Types.IncidentReportweaponsArgs, 'first'>>;
  outcome?: Resolver<Types.Maybe<ResolversTypes['Outcome']>, ParentType, ContextType>;
  count?: Resolver<Types.Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['DateSpan']>, ParentType, ContextType>;
  location?: Resolver<Types.Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locationPrecision?: Resolver<Types.Maybe<ResolversTypes['LocationPrecision']>, ParentType, ContextType>;
  places?: Resolver<Types.Maybe<Array<ResolversTypes['IncidentPlace']>>, ParentType, ContextType, RequireFields<Types.IncidentReportplacesArgs, 'first'>>;
  targets?: Resolver<Types.Maybe<Array<ResolversTypes['Target']>>, ParentType, ContextType, RequireFields<Types.IncidentReporttargetsArgs, 'first'>>;
  participants?: Resolver<Types.Maybe<Array<ResolversTypes['Participant']>>, ParentType, ContextType, RequireFields<Types.IncidentReportparticipantsArgs, 'first'>>;
  casualties?: Resolver<Types.Maybe<Array<ResolversTypes['Casualty']>>, ParentType, ContextType, RequireFields<Types.IncidentReportcasualtiesArgs, 'first'>>;
  partOf?: Resolver<Types.Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
};

export type AffiliationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Affiliation'] = ResolversParentTypes['Affiliation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AffiliationType'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  title?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Types.Maybe<ResolversTypes['DateSpan']>, ParentType, ContextType>;
  status?: Resolver<Types.Maybe<ResolversTypes['AttributionStatus']>, ParentType, ContextType>;
  assertedBy?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType>;
  deniedBy?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType, RequireFields<Types.AffiliationevidenceArgs, 'first'>>;
};

export type FigureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Figure'] = ResolversParentTypes['Figure']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FigureKind'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  original?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  incident?: Resolver<Types.Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
};

export type StatementLinkResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatementLink'] = ResolversParentTypes['StatementLink']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['StatementLinkType'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  supports?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  claim?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quote?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  prefix?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suffix?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Types.Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type DateSpanResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DateSpan'] = ResolversParentTypes['DateSpan']> = {
  start?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  end?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  precision?: Resolver<ResolversTypes['DatePrecision'], ParentType, ContextType>;
  edtf?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  original?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  min?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  max?: Resolver<Types.Maybe<ResolversTypes['NonNegativeInt']>, ParentType, ContextType>;
  best?: Resolver<Types.Maybe<ResolversTypes['NonNegativeInt']>, ParentType, ContextType>;
  original?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PointResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Point'] = ResolversParentTypes['Point']> = {
  latitude?: Resolver<ResolversTypes['Latitude'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Longitude'], ParentType, ContextType>;
};

export type BoundsResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Bounds'] = ResolversParentTypes['Bounds']> = {
  south?: Resolver<ResolversTypes['Latitude'], ParentType, ContextType>;
  west?: Resolver<ResolversTypes['Longitude'], ParentType, ContextType>;
  north?: Resolver<ResolversTypes['Latitude'], ParentType, ContextType>;
  east?: Resolver<ResolversTypes['Longitude'], ParentType, ContextType>;
};

export type IncidentConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentConnection'] = ResolversParentTypes['IncidentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IncidentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groups?: Resolver<Types.Maybe<Array<ResolversTypes['IncidentGroup']>>, ParentType, ContextType, RequireFields<Types.IncidentConnectiongroupsArgs, 'by' | 'first' | 'orderBy'>>;
  groupCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<Types.IncidentConnectiongroupCountArgs, 'by'>>;
  timeline?: Resolver<Types.Maybe<Array<ResolversTypes['TimelineBucket']>>, ParentType, ContextType, RequireFields<Types.IncidentConnectiontimelineArgs, 'interval' | 'empty'>>;
  cells?: Resolver<Types.Maybe<Array<ResolversTypes['Cell']>>, ParentType, ContextType, RequireFields<Types.IncidentConnectioncellsArgs, 'precision' | 'first' | 'areasByCentre'>>;
  bounds?: Resolver<Types.Maybe<ResolversTypes['Bounds']>, ParentType, ContextType, RequireFields<Types.IncidentConnectionboundsArgs, 'areasByCentre'>>;
};

export type IncidentEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentEdge'] = ResolversParentTypes['IncidentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Incident'], ParentType, ContextType>;
};

export type IncidentGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IncidentGroup'] = ResolversParentTypes['IncidentGroup']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  killed?: Resolver<Types.Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  injured?: Resolver<Types.Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  killedKnown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  injuredKnown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeline?: Resolver<Types.Maybe<Array<ResolversTypes['TimelineBucket']>>, ParentType, ContextType, RequireFields<Types.IncidentGrouptimelineArgs, 'interval' | 'empty'>>;
};

export type ActorConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ActorConnection'] = ResolversParentTypes['ActorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groups?: Resolver<Types.Maybe<Array<ResolversTypes['ActorGroup']>>, ParentType, ContextType, RequireFields<Types.ActorConnectiongroupsArgs, 'by' | 'first'>>;
  groupCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<Types.ActorConnectiongroupCountArgs, 'by'>>;
};

export type ActorEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ActorEdge'] = ResolversParentTypes['ActorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
};

export type ActorGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ActorGroup'] = ResolversParentTypes['ActorGroup']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatementConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatementConnection'] = ResolversParentTypes['StatementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StatementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groups?: Resolver<Types.Maybe<Array<ResolversTypes['StatementGroup']>>, ParentType, ContextType, RequireFields<Types.StatementConnectiongroupsArgs, 'by' | 'first'>>;
  groupCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<Types.StatementConnectiongroupCountArgs, 'by'>>;
  timeline?: Resolver<Types.Maybe<Array<ResolversTypes['TimelineBucket']>>, ParentType, ContextType, RequireFields<Types.StatementConnectiontimelineArgs, 'interval' | 'empty'>>;
};

export type StatementEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatementEdge'] = ResolversParentTypes['StatementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
};

export type StatementGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StatementGroup'] = ResolversParentTypes['StatementGroup']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeline?: Resolver<Types.Maybe<Array<ResolversTypes['TimelineBucket']>>, ParentType, ContextType, RequireFields<Types.StatementGrouptimelineArgs, 'interval' | 'empty'>>;
};

export type LocationConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LocationConnection'] = ResolversParentTypes['LocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Location']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groups?: Resolver<Types.Maybe<Array<ResolversTypes['LocationGroup']>>, ParentType, ContextType, RequireFields<Types.LocationConnectiongroupsArgs, 'by' | 'first'>>;
  groupCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<Types.LocationConnectiongroupCountArgs, 'by'>>;
  cells?: Resolver<Types.Maybe<Array<ResolversTypes['Cell']>>, ParentType, ContextType, RequireFields<Types.LocationConnectioncellsArgs, 'precision' | 'first' | 'areasByCentre'>>;
  bounds?: Resolver<Types.Maybe<ResolversTypes['Bounds']>, ParentType, ContextType, RequireFields<Types.LocationConnectionboundsArgs, 'areasByCentre'>>;
};

export type LocationEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LocationEdge'] = ResolversParentTypes['LocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
};

export type LocationGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['LocationGroup'] = ResolversParentTypes['LocationGroup']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArticleConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArticleConnection'] = ResolversParentTypes['ArticleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ArticleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Article']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  groups?: Resolver<Types.Maybe<Array<ResolversTypes['ArticleGroup']>>, ParentType, ContextType, RequireFields<Types.ArticleConnectiongroupsArgs, 'by' | 'first'>>;
  groupCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<Types.ArticleConnectiongroupCountArgs, 'by'>>;
  timeline?: Resolver<Types.Maybe<Array<ResolversTypes['TimelineBucket']>>, ParentType, ContextType, RequireFields<Types.ArticleConnectiontimelineArgs, 'interval' | 'empty'>>;
};

export type ArticleEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArticleEdge'] = ResolversParentTypes['ArticleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export type ArticleGroupResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArticleGroup'] = ResolversParentTypes['ArticleGroup']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeline?: Resolver<Types.Maybe<Array<ResolversTypes['TimelineBucket']>>, ParentType, ContextType, RequireFields<Types.ArticleGrouptimelineArgs, 'interval' | 'empty'>>;
};

export type TimelineBucketResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TimelineBucket'] = ResolversParentTypes['TimelineBucket']> = {
  start?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  uncertain?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  killed?: Resolver<Types.Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  injured?: Resolver<Types.Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  killedKnown?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  injuredKnown?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CellResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Cell'] = ResolversParentTypes['Cell']> = {
  geohash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  killed?: Resolver<Types.Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  injured?: Resolver<Types.Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  killedKnown?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  injuredKnown?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  bounds?: Resolver<ResolversTypes['Bounds'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Latitude'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Longitude'], ParentType, ContextType>;
  location?: Resolver<Types.Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChangeConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Change']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChangeEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  op?: Resolver<ResolversTypes['ChangeOp'], ParentType, ContextType>;
  type?: Resolver<Types.Maybe<ResolversTypes['SearchType']>, ParentType, ContextType>;
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  cause?: Resolver<Types.Maybe<ResolversTypes['ChangeCause']>, ParentType, ContextType>;
};

export type ChangeCauseResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChangeCause'] = ResolversParentTypes['ChangeCause']> = {
  article?: Resolver<Types.Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  articleId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  retracted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  merge?: Resolver<Types.Maybe<ResolversTypes['ChangeMerge']>, ParentType, ContextType>;
};

export type ChangeMergeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ChangeMerge'] = ResolversParentTypes['ChangeMerge']> = {
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  into?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  undone?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  alsoSearchedFor?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  highlight?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SuggestionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Suggestion'] = ResolversParentTypes['Suggestion']> = {
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ArticleDraftResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ArticleDraft'] = ResolversParentTypes['ArticleDraft']> = {
  article?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  toCheck?: Resolver<Array<ResolversTypes['DraftDoubt']>, ParentType, ContextType>;
  uncovered?: Resolver<Array<ResolversTypes['UncoveredSentence']>, ParentType, ContextType>;
};

export type DraftDoubtResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DraftDoubt'] = ResolversParentTypes['DraftDoubt']> = {
  pointer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UncoveredSentenceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UncoveredSentence'] = ResolversParentTypes['UncoveredSentence']> = {
  start?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['NonNegativeInt'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IngestResultResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['IngestResult'] = ResolversParentTypes['IngestResult']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['IngestChange']>, ParentType, ContextType>;
  refusals?: Resolver<Array<ResolversTypes['IngestRefusal']>, ParentType, ContextType>;
  skipped?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['Warning']>, ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
};

export type WarningResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Warning'] = ResolversParentTypes['Warning']> = {
  pointer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<Types.Maybe<ResolversTypes['NonNegativeInt']>, ParentType, ContextType>;
  end?: Resolver<Types.Maybe<ResolversTypes['NonNegativeInt']>, ParentType, ContextType>;
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
  hint?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface NonNegativeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NonNegativeInt'], any> {
  name: 'NonNegativeInt';
}

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface URLScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export interface LatitudeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Latitude'], any> {
  name: 'Latitude';
}

export interface LongitudeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Longitude'], any> {
  name: 'Longitude';
}

export interface JSONScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface ArticleInputScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ArticleInput'], any> {
  name: 'ArticleInput';
}

export type Resolvers<ContextType = GraphContext> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  IncidentEvents?: IncidentEventsResolvers<ContextType>;
  IncidentEvent?: IncidentEventResolvers<ContextType>;
  ActorEvents?: ActorEventsResolvers<ContextType>;
  ActorEvent?: ActorEventResolvers<ContextType>;
  StatementEvents?: StatementEventsResolvers<ContextType>;
  StatementEvent?: StatementEventResolvers<ContextType>;
  LocationEvents?: LocationEventsResolvers<ContextType>;
  LocationEvent?: LocationEventResolvers<ContextType>;
  ArticleEvents?: ArticleEventsResolvers<ContextType>;
  ArticleEvent?: ArticleEventResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Incident?: IncidentResolvers<ContextType>;
  Actor?: ActorResolvers<ContextType>;
  Statement?: StatementResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  Article?: ArticleResolvers<ContextType>;
  Participant?: ParticipantResolvers<ContextType>;
  Casualty?: CasualtyResolvers<ContextType>;
  Weapon?: WeaponResolvers<ContextType>;
  IncidentPlace?: IncidentPlaceResolvers<ContextType>;
  Target?: TargetResolvers<ContextType>;
  IncidentLink?: IncidentLinkResolvers<ContextType>;
  Responsibility?: ResponsibilityResolvers<ContextType>;
  ResponsibilityEntry?: ResponsibilityEntryResolvers<ContextType>;
  IncidentReport?: IncidentReportResolvers<ContextType>;
  Affiliation?: AffiliationResolvers<ContextType>;
  Figure?: FigureResolvers<ContextType>;
  StatementLink?: StatementLinkResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  DateSpan?: DateSpanResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  Point?: PointResolvers<ContextType>;
  Bounds?: BoundsResolvers<ContextType>;
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
  Cell?: CellResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeCause?: ChangeCauseResolvers<ContextType>;
  ChangeMerge?: ChangeMergeResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  Suggestion?: SuggestionResolvers<ContextType>;
  ArticleDraft?: ArticleDraftResolvers<ContextType>;
  DraftDoubt?: DraftDoubtResolvers<ContextType>;
  UncoveredSentence?: UncoveredSentenceResolvers<ContextType>;
  IngestResult?: IngestResultResolvers<ContextType>;
  Warning?: WarningResolvers<ContextType>;
  IngestChange?: IngestChangeResolvers<ContextType>;
  IngestRefusal?: IngestRefusalResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  NonNegativeInt?: GraphQLScalarType;
  CountryCode?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  Latitude?: GraphQLScalarType;
  Longitude?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  ArticleInput?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  semanticNonNull?: semanticNonNullDirectiveResolver<any, any, ContextType>;
};
