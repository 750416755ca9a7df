import type { Entity } from '../../query/entity.ts';
import { toConnection } from '../../query/relation.ts';

export const articleRelations = {
  incidents: toConnection('Incident', { local: 'incidents', foreign: '_id', count: 'counts.incidents' }),
  statements: toConnection('Statement', { local: '_id', foreign: 'article', count: 'counts.statements' }),
  actors: toConnection('Actor', { local: 'actors', foreign: '_id', count: 'counts.actors' }),
  locations: toConnection('Location', { local: 'locations', foreign: '_id', count: 'counts.locations' }),
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
    publishedAt: ['published', 'order.published'],
    text: ['source.text'],
    json: ['source'],
    version: ['source.version'],
    evidence: ['spans'],
    words: ['title', 'source.text', 'language'],
  },
  where: {
    text: { kind: 'text', words: 'words', plain: 'plain', weights: { n: 8, t: 2 } },
    id: { kind: 'id', of: 'Article', path: '_id' },
    title: { kind: 'string', path: 'title', folded: 'order.title' },
    url: { kind: 'string', path: 'source.url', folded: 'folded.url' },
    publisher: { kind: 'string', path: 'publisher', folded: 'order.publisher' },
    language: { kind: 'string', path: 'language', folded: 'order.language' },
    license: { kind: 'string', path: 'source.license', folded: 'folded.license' },
    citation: { kind: 'string', path: 'source.citation', folded: 'folded.citation' },
    published: { kind: 'value', path: 'published' },
  },
  orders: {
    ID: ['_id'],
    TITLE: ['order.title'],
    PUBLISHER: ['order.publisher'],
    LANGUAGE: ['order.language'],
    PUBLISHED: ['order.published'],
    INCIDENT_COUNT: ['counts.incidents'],
    STATEMENT_COUNT: ['counts.statements'],
    ACTOR_COUNT: ['counts.actors'],
    LOCATION_COUNT: ['counts.locations'],
  },
  defaultOrder: [{ field: 'PUBLISHED', direction: 'DESC' }],
  relations: articleRelations,
  groups: { PUBLISHER: { path: 'publisher', is: 'word' }, LANGUAGE: { path: 'language', is: 'language' } },
  timeline: { day: 'published' },
};

/**
 * Articles for clients without access to article text. Texts are neither read nor searched, so that no result depends
 * on them. The first line of `plain` is the title.
 */
export const articleEntityWithoutText: Entity = {
  ...articleEntity,
  reads: { ...articleEntity.reads, text: [], json: [], words: ['title', 'language'] },
  where: {
    ...articleEntity.where,
    text: { kind: 'text', words: 'words', plain: 'plain', firstLine: true, weights: { n: 8 } },
  },
};
