import type { Entity } from '../graph/entity.ts';
import { list, maybe, page } from '../graph/relation.ts';

export const locationRelations = {
  partOf: maybe('Location', 'partOf'),
  ancestors: list('Location', 'ancestors'),
  contains: page('Location', { local: '_id', foreign: 'partOf' }),
  incidents: page('Incident', {
    local: '_id',
    foreign: 'within',
    unless: { argument: 'includeContained', foreign: 'location' },
  }),
  articles: page('Article', { local: '_id', foreign: 'locations' }),
} as const;

export const locationEntity: Entity = {
  type: 'Location',
  collection: 'locations',
  reads: {
    label: ['name'],
    name: ['name'],
    aliases: ['aliases'],
    kind: ['kind'],
    country: ['country'],
    point: ['point'],
    partOf: ['partOf'],
    ancestors: ['ancestors'],
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
  relations: locationRelations,
};
