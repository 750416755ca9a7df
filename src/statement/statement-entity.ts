import type { Entity } from '../graph/entity.ts';
import { maybe, one, page } from '../graph/relation.ts';

export const statementRelations = {
  speaker: maybe('Actor', 'speaker'),
  onBehalfOf: maybe('Actor', 'onBehalfOf'),
  incidents: page('Incident', { local: 'incidents', foreign: '_id' }),
  actors: page('Actor', { local: 'actors', foreign: '_id' }),
  linkedFrom: page('Statement', {
    local: '_id',
    foreign: 'links.statement',
    narrowed: { argument: 'type', foreign: 'linkKeys' },
  }),
  article: one('Article', 'article'),
} as const;

export const statementLinkRelations = { statement: one('Statement', 'statement') } as const;

export const statementEntity: Entity = {
  type: 'Statement',
  collection: 'statements',
  reads: {
    label: ['text'],
    type: ['type'],
    text: ['text'],
    quote: ['quote'],
    mode: ['mode'],
    date: ['date'],
    condition: ['condition'],
    speaker: ['speaker'],
    onBehalfOf: ['onBehalfOf'],
    links: ['links'],
    article: ['article'],
    evidence: ['article'],
  },
  where: {
    id: { kind: 'id', path: '_id' },
    type: { kind: 'enum', path: 'type' },
    mode: { kind: 'enum', path: 'mode' },
  },
  orders: {
    ID: ['_id'],
    DATE: ['order.start', 'order.end'],
    PUBLISHED: ['published'],
    PLACE: ['place'],
  },
  defaultOrder: [{ field: 'PUBLISHED', direction: 'DESC' }],
  relations: statementRelations,
};
