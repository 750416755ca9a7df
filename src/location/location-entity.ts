import type { Entity } from '../graph/entity.ts';
import { list, maybe, page } from '../graph/relation.ts';

export const locationRelations = {
  partOf: maybe('Location', 'partOf'),
  ancestors: list('Location', 'ancestors'),
  contains: page('Location', { local: '_id', foreign: 'partOf', count: 'counts.contains' }),
  incidents: page('Incident', {
    local: '_id',
    foreign: 'within',
    count: 'counts.incidents',
    unless: { argument: 'includeContained', foreign: 'location' },
  }),
  articles: page('Article', { local: '_id', foreign: 'locations', count: 'counts.articles' }),
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
    words: ['name', 'aliases'],
  },
  where: {
    text: { kind: 'text', words: 'words', plain: 'plain', weights: { n: 8, a: 6 } },
    id: { kind: 'id', of: 'Location', path: '_id' },
    name: { kind: 'string', path: 'name', folded: 'order.name' },
    aliases: { kind: 'strings', path: 'names' },
    kind: { kind: 'value', path: 'kind' },
    country: { kind: 'value', path: 'country' },
    point: { kind: 'value', path: 'point' },
    within: { kind: 'within', path: 'within' },
    near: { kind: 'near', path: 'point' },
    box: { kind: 'box', path: 'point' },
    polygon: { kind: 'polygon', path: 'point' },
  },
  orders: {
    ID: ['_id'],
    NAME: ['order.name'],
    KIND: ['kind'],
    COUNTRY: ['order.country'],
    CONTAINS_COUNT: ['counts.contains'],
    INCIDENT_COUNT: ['counts.incidents'],
    ARTICLE_COUNT: ['counts.articles'],
  },
  defaultOrder: [{ field: 'NAME', direction: 'ASC' }],
  relations: locationRelations,
  groups: { KIND: { path: 'kind' }, COUNTRY: { path: 'country', is: 'country' } },
  point: 'point',
};
