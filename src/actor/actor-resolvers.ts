import { loadEvidence, partEvidence, type WithEvidence } from '../article/evidence.ts';
import type { Documents } from '../entities.ts';
import type { ActorResolvers, AffiliationResolvers } from '../generated/schema.ts';
import type { Complete } from '../graph/complete.ts';
import { formatNodeId } from '../graph/node-id.ts';
import { affiliationKey } from '../graph/part-key.ts';
import { relationResolvers } from '../graph/relation-resolvers.ts';
import type { ActorDocument, AffiliationDocument } from './actor-document.ts';
import { actorRelations, affiliationRelations } from './actor-entity.ts';

export type AffiliationModel = AffiliationDocument & WithEvidence;

const relations = relationResolvers<Documents>();

export const actorResolvers: Complete<ActorResolvers, ActorDocument> = {
  ...relations('Actor', actorRelations),
  id: (actor) => formatNodeId('Actor', actor._id),
  label: (actor) => actor.name,
  affiliations: (actor, { type }) =>
    affiliationsOf(actor).filter((affiliation) => !type || type.includes(affiliation.type)),
  evidence: (actor, { first }, context) => loadEvidence({ type: 'Actor', id: actor._id }, first ?? 100, context),
};

export const affiliationResolvers: Complete<
  AffiliationResolvers,
  Omit<AffiliationModel, 'assertedBy' | 'deniedBy' | 'actor'>
> = {
  ...relations(undefined, affiliationRelations),
  ...partEvidence,
};

function affiliationsOf({ _id, affiliations }: Pick<ActorDocument, '_id' | 'affiliations'>): AffiliationModel[] {
  return affiliations.map((affiliation) => ({
    ...affiliation,
    evidenceSource: { type: 'Actor', id: _id, part: { list: 'affiliations', key: affiliationKey(affiliation) } },
  }));
}
