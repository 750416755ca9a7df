import type { Entity } from '../graph/entity.ts';
import { list, one, page } from '../graph/relation.ts';

export const actorRelations = {
  members: page('Actor', { local: '_id', foreign: 'memberOf' }),
  incidents: page('Incident', {
    local: '_id',
    foreign: 'participants.actor',
    narrowed: { argument: 'role', foreign: 'participantKeys' },
  }),
  statements: page('Statement', { local: '_id', foreign: 'voices' }),
  statementsAbout: page('Statement', { local: '_id', foreign: 'actors' }),
  articles: page('Article', { local: '_id', foreign: 'actors' }),
} as const;

export const affiliationRelations = {
  actor: one('Actor', 'actor'),
  assertedBy: list('Statement', 'assertedBy'),
  deniedBy: list('Statement', 'deniedBy'),
} as const;

export const actorEntity: Entity = {
  type: 'Actor',
  collection: 'actors',
  reads: {
    label: ['name'],
    name: ['name'],
    aliases: ['aliases'],
    kind: ['kind'],
    country: ['country'],
    affiliations: ['affiliations'],
  },
  where: {
    id: { kind: 'id', path: '_id' },
    kind: { kind: 'enum', path: 'kind' },
  },
  orders: {
    ID: ['_id'],
    NAME: ['order.name'],
  },
  defaultOrder: [{ field: 'NAME', direction: 'ASC' }],
  relations: actorRelations,
};
