import type { ActorResolvers, AffiliationResolvers } from '../../generated/resolvers.ts';
import { affiliationKey } from '../../query/evidence-key.ts';
import { formatNodeId } from '../../query/node-id.ts';
import { partId, partPath } from '../../query/part-id.ts';
import { takeParts } from '../../query/part-list.ts';
import { relationResolvers } from '../../query/relation-resolvers.ts';
import type { RequireMissing } from '../../query/require-missing.ts';
import { evidenceOf, partEvidence } from '../article/evidence.ts';
import { historyOf } from '../change/change-resolvers.ts';
import type { EntityDocuments } from '../entities.ts';
import type { ActorDocument, AffiliationDocument } from './actor-document.ts';
import { actorRelations, affiliationRelations } from './actor-entity.ts';
import type { AffiliationModel } from './affiliation-model.ts';

const relations = relationResolvers<EntityDocuments>();

export const actorResolvers: RequireMissing<ActorResolvers, Omit<ActorDocument, 'sameAs'>> = {
  ...relations('Actor', actorRelations),
  id: (actor) => formatNodeId('Actor', actor._id),
  history: historyOf('Actor'),
  label: (actor) => actor.name,
  sameAs: ({ sameAs }) => sameAs.map(({ text }) => text),
  affiliations: (actor, args, _context, info) => {
    const { type } = args;
    const chosen = actor.affiliations.filter((affiliation) => !type || type.includes(affiliation.type));
    return takeParts(chosen, affiliationOf(actor), args, info);
  },
  evidence: evidenceOf(({ _id }) => ({ type: 'Actor', id: _id })),
};

export const affiliationResolvers: RequireMissing<
  AffiliationResolvers,
  Omit<AffiliationModel, 'assertedBy' | 'deniedBy' | 'actor'>
> = {
  ...relations(undefined, affiliationRelations),
  ...partEvidence,
};

/** Returns what makes the parts of an actor's affiliations. */
function affiliationOf({ _id }: Pick<ActorDocument, '_id'>): (affiliation: AffiliationDocument) => AffiliationModel {
  return (affiliation) => {
    const part = { list: 'affiliations', key: affiliationKey(affiliation) } as const;
    return {
      id: partId(formatNodeId('Actor', _id), partPath(part.list, part.key)),
      evidenceSource: { type: 'Actor', id: _id, part },
      ...affiliation,
    };
  };
}
