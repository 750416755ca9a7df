import { JSONResolver } from 'graphql-scalars';
import { actorResolvers, affiliationResolvers } from '../entities/actor/actor-resolvers.ts';
import { articleResolvers, evidenceResolvers } from '../entities/article/article-resolvers.ts';
import { changeCauseResolvers, changeResolvers } from '../entities/change/change-resolvers.ts';
import {
  casualtyResolvers,
  incidentLinkResolvers,
  incidentPlaceResolvers,
  incidentReportResolvers,
  incidentResolvers,
  participantResolvers,
  responsibilityEntryResolvers,
  responsibilityResolvers,
  targetResolvers,
  weaponResolvers,
} from '../entities/incident/incident-resolvers.ts';
import { locationResolvers } from '../entities/location/location-resolvers.ts';
import {
  figureResolvers,
  statementLinkResolvers,
  statementResolvers,
} from '../entities/statement/statement-resolvers.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { articleInputScalar } from './article-input.ts';
import { ingestResultResolvers, mutationResolvers } from './mutation-resolvers.ts';
import { nodeResolvers, queryResolvers, searchResolvers, suggestionResolvers } from './query-resolvers.ts';
import {
  countryCodeScalar,
  dateScalar,
  dateTimeScalar,
  latitudeScalar,
  longitudeScalar,
  nonNegativeIntScalar,
  urlScalar,
} from './scalars.ts';
import { eventResolvers, subscriptionResolvers } from './subscription-resolvers.ts';
import { cellResolvers, typeResolvers } from './type-resolvers.ts';

export const resolvers: Resolvers = {
  ArticleInput: articleInputScalar,
  CountryCode: countryCodeScalar,
  Date: dateScalar,
  DateTime: dateTimeScalar,
  Latitude: latitudeScalar,
  Longitude: longitudeScalar,
  NonNegativeInt: nonNegativeIntScalar,
  URL: urlScalar,
  JSON: JSONResolver,
  Query: queryResolvers,
  Mutation: mutationResolvers,
  Subscription: subscriptionResolvers,
  Node: nodeResolvers,
  Incident: incidentResolvers,
  IncidentPlace: incidentPlaceResolvers,
  Target: targetResolvers,
  Participant: participantResolvers,
  Casualty: casualtyResolvers,
  Weapon: weaponResolvers,
  IncidentLink: incidentLinkResolvers,
  IncidentReport: incidentReportResolvers,
  Responsibility: responsibilityResolvers,
  ResponsibilityEntry: responsibilityEntryResolvers,
  Actor: actorResolvers,
  Affiliation: affiliationResolvers,
  Statement: statementResolvers,
  Figure: figureResolvers,
  StatementLink: statementLinkResolvers,
  Location: locationResolvers,
  Article: articleResolvers,
  Evidence: evidenceResolvers,
  ...typeResolvers,
  Cell: cellResolvers,
  SearchConnection: searchResolvers,
  Suggestion: suggestionResolvers,
  Change: changeResolvers,
  ChangeCause: changeCauseResolvers,
  IngestResult: ingestResultResolvers,
  ...eventResolvers,
};
