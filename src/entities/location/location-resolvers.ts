import type { LocationResolvers } from '../../generated/resolvers.ts';
import { formatNodeId } from '../../query/node-id.ts';
import { relationResolvers } from '../../query/relation-resolvers.ts';
import type { RequireMissing } from '../../query/require-missing.ts';
import { evidenceOf } from '../article/evidence.ts';
import { historyOf } from '../change/change-resolvers.ts';
import type { EntityDocuments } from '../entities.ts';
import type { LocationDocument } from './location-document.ts';
import { locationRelations } from './location-entity.ts';

export const locationResolvers: RequireMissing<
  LocationResolvers,
  Omit<LocationDocument, 'sameAs' | 'point' | 'partOf' | 'ancestors'>
> = {
  ...relationResolvers<EntityDocuments>()('Location', locationRelations),
  id: (location) => formatNodeId('Location', location._id),
  history: historyOf('Location'),
  label: (location) => location.name,
  sameAs: ({ sameAs }) => sameAs.map(({ text }) => text),
  point: ({ point }) => (point ? { latitude: point.coordinates[1], longitude: point.coordinates[0] } : null),
  evidence: evidenceOf(({ _id }) => ({ type: 'Location', id: _id })),
};
