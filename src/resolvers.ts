import { actorResolvers, affiliationResolvers } from './actor/actor-resolvers.ts';
import { articleResolvers, evidenceResolvers } from './article/article-resolvers.ts';
import type { Documents } from './entities.ts';
import type { Resolvers } from './generated/schema.ts';
import { boundsResolver, connectionResolvers, timelineResolver } from './graph/connection.ts';
import { groupResolvers } from './graph/group-resolvers.ts';
import {
  casualtyResolvers,
  incidentLinkResolvers,
  incidentReportResolvers,
  incidentResolvers,
  participantResolvers,
  responsibilityEntryResolvers,
  responsibilityResolvers,
  weaponResolvers,
} from './incident/incident-resolvers.ts';
import { locationResolvers } from './location/location-resolvers.ts';
import { articleInputScalar } from './mutation/article-input.ts';
import { ingestResultResolvers, mutationResolvers } from './mutation/mutation-resolvers.ts';
import { nodeResolvers, queryResolvers, searchResolvers } from './query-resolvers.ts';
import { countryCodeScalar, dateScalar, nonNegativeIntScalar } from './scalars.ts';
import { statementLinkResolvers, statementResolvers } from './statement/statement-resolvers.ts';

export const resolvers: Resolvers = {
  ArticleInput: articleInputScalar,
  CountryCode: countryCodeScalar,
  Date: dateScalar,
  NonNegativeInt: nonNegativeIntScalar,
  Query: queryResolvers,
  Mutation: mutationResolvers,
  Node: nodeResolvers,
  Incident: incidentResolvers,
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
  StatementLink: statementLinkResolvers,
  Location: locationResolvers,
  Article: articleResolvers,
  Evidence: evidenceResolvers,
  IncidentConnection: { ...connectionResolvers<Documents['Incident']>(), ...timelineResolver, ...boundsResolver },
  ActorConnection: connectionResolvers<Documents['Actor']>(),
  StatementConnection: { ...connectionResolvers<Documents['Statement']>(), ...timelineResolver },
  LocationConnection: { ...connectionResolvers<Documents['Location']>(), ...boundsResolver },
  ArticleConnection: { ...connectionResolvers<Documents['Article']>(), ...timelineResolver },
  IncidentGroup: groupResolvers<Documents[keyof Documents]>(),
  ActorGroup: groupResolvers<Documents[keyof Documents]>(),
  StatementGroup: groupResolvers<Documents[keyof Documents]>(),
  LocationGroup: groupResolvers<Documents[keyof Documents]>(),
  ArticleGroup: groupResolvers<Documents[keyof Documents]>(),
  SearchConnection: searchResolvers,
  IngestResult: ingestResultResolvers,
};
