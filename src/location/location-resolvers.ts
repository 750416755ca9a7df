import { loadEvidence } from '../article/evidence.ts';
import type { Documents } from '../entities.ts';
import type { LocationResolvers } from '../generated/schema.ts';
import type { Complete } from '../graph/complete.ts';
import { formatNodeId } from '../graph/node-id.ts';
import { relationResolvers } from '../graph/relation-resolvers.ts';
import type { LocationDocument } from './location-document.ts';
import { locationRelations } from './location-entity.ts';

export const locationResolvers: Complete<
  LocationResolvers,
  Omit<LocationDocument, 'point' | 'partOf' | 'ancestors'>
> = {
  ...relationResolvers<Documents>()('Location', locationRelations),
  id: (location) => formatNodeId('Location', location._id),
  label: (location) => location.name,
  point: ({ point }) => (point ? { latitude: point.coordinates[1], longitude: point.coordinates[0] } : null),
  evidence: (location, { first }, context) =>
    loadEvidence({ type: 'Location', id: location._id }, first ?? 100, context),
};
