import type { Entity } from '../../query/entity.ts';
import { toConnection, toList, toOptional } from '../../query/relation.ts';

export const locationRelations = {
  partOf: toOptional('Location', 'partOf'),
  ancestors: toList('Location', 'ancestors'),
  contains: toConnection('Location', { local: '_id', foreign: 'partOf', count: 'counts.contains' }),
  incidents: toConnection('Incident', {
    local: '_id',
    foreign: 'within',
    count: 'counts.incidents',
    unless: { argument: 'includeContained', foreign: 'location', narrowed: 'placeKeys' },
    narrowed: { argument: 'role', foreign: 'placesWithin' },
  }),
  articles: toConnection('Article', { local: '_id', foreign: 'locations', count: 'counts.articles' }),
} as const;

export const locationEntity: Entity = {
  type: 'Location',
  collection: 'locations',
  reads: {
    label: ['name'],
    name: ['name'],
    aliases: ['aliases'],
    sameAs: ['sameAs'],
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
    sameAs: { kind: 'strings', path: 'sameAs' },
    kind: { kind: 'value', path: 'kind' },
    country: { kind: 'value', path: 'country' },
    point: { kind: 'value', path: 'point' },
    within: { kind: 'within', of: 'Location', path: 'within' },
    near: { kind: 'near', path: 'point', area: 'area' },
    box: { kind: 'box', path: 'point', area: 'area' },
    polygon: { kind: 'polygon', path: 'point', area: 'area' },
    areasByCentre: { kind: 'areasByCentre' },
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
  point: { path: 'point', area: 'area', place: '_id' },
};
