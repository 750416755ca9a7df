import type { Entity } from '../graph/entity.ts';
import { page } from '../graph/relation.ts';

export const articleRelations = {
  incidents: page('Incident', { local: 'incidents', foreign: '_id' }),
  statements: page('Statement', { local: '_id', foreign: 'article' }),
  actors: page('Actor', { local: 'actors', foreign: '_id' }),
  locations: page('Location', { local: 'locations', foreign: '_id' }),
} as const;

export const articleEntity: Entity = {
  type: 'Article',
  collection: 'articles',
  reads: {
    label: ['title'],
    title: ['title'],
    url: ['source.url'],
    publisher: ['publisher'],
    language: ['language'],
    license: ['source.license'],
    citation: ['source.citation'],
    published: ['published'],
    text: ['source.text'],
    evidence: ['spans'],
  },
  where: {
    id: { kind: 'id', path: '_id' },
  },
  orders: {
    ID: ['_id'],
    TITLE: ['order.title'],
    PUBLISHED: ['published'],
  },
  defaultOrder: [{ field: 'PUBLISHED', direction: 'DESC' }],
  relations: articleRelations,
};
