import type { Entity } from '../../query/entity.ts';
import type { WhereField } from '../../query/relation.ts';
import { toConnection, toList, toOne, toOptional } from '../../query/relation.ts';

export const statementRelations = {
  speaker: toOptional('Actor', 'speaker'),
  onBehalfOf: toOptional('Actor', 'onBehalfOf'),
  to: toList('Actor', 'to'),
  via: toList('Actor', 'via'),
  location: toOptional('Location', 'location'),
  incidents: toConnection('Incident', { local: 'incidents', foreign: '_id', count: 'counts.incidents' }),
  concerns: toConnection('Incident', { local: 'incidents', foreign: 'about' }),
  actors: toConnection('Actor', { local: 'actors', foreign: '_id', count: 'counts.actors' }),
  linkedFrom: toConnection('Statement', {
    local: '_id',
    foreign: 'links.statement',
    narrowed: { argument: 'type', foreign: 'linkKeys' },
  }),
  article: toOne('Article', 'article', { published: { kind: 'value', path: 'published' } }),
} as const;

export const figureRelations = { incident: toOptional('Incident', 'incident') } as const;
export const statementLinkRelations = { statement: toOne('Statement', 'statement') } as const;

const figureWhere: Record<string, WhereField> = {
  kind: { kind: 'value', path: 'kind' },
  count: { kind: 'quantity', path: 'count' },
  unit: { kind: 'string', path: 'unit', folded: 'folded.unit' },
  original: { kind: 'string', path: 'original', folded: 'folded.original' },
  incident: { kind: 'relation', relation: figureRelations.incident },
};

const linkWhere: Record<string, WhereField> = {
  type: { kind: 'value', path: 'type' },
  statement: { kind: 'relation', relation: statementLinkRelations.statement },
};

export const statementEntity: Entity = {
  type: 'Statement',
  collection: 'statements',
  reads: {
    label: ['text'],
    type: ['type'],
    text: ['text'],
    quote: ['quote'],
    mode: ['mode'],
    hedge: ['hedge'],
    date: ['date'],
    condition: ['condition'],
    speaker: ['speaker'],
    onBehalfOf: ['onBehalfOf'],
    anonymous: ['anonymous'],
    to: ['to'],
    via: ['via'],
    location: ['location'],
    figures: ['figures'],
    links: ['links'],
    article: ['article'],
    evidence: ['article'],
    words: ['text', 'quote'],
  },
  where: {
    text: { kind: 'text', words: 'words', plain: 'plain', weights: { s: 5 } },
    id: { kind: 'id', of: 'Statement', path: '_id' },
    type: { kind: 'value', path: 'type' },
    quote: { kind: 'string', path: 'quote', folded: 'folded.quote' },
    mode: { kind: 'value', path: 'mode' },
    hedge: { kind: 'value', path: 'hedge' },
    anonymous: { kind: 'value', path: 'anonymous' },
    date: { kind: 'span', path: 'date', months: 'months', start: 'order.start' },
    condition: { kind: 'string', path: 'condition', folded: 'folded.condition' },
    figures: { kind: 'parts', path: 'figures', fields: figureWhere },
    links: { kind: 'parts', path: 'links', fields: linkWhere },
  },
  orders: {
    ID: ['_id'],
    DATE: ['order.start', 'order.end'],
    TYPE: ['type'],
    MODE: ['order.mode'],
    HEDGE: ['order.hedge'],
    PUBLISHED: ['order.published'],
    POSITION: ['place'],
    INCIDENT_COUNT: ['counts.incidents'],
    ACTOR_COUNT: ['counts.actors'],
    FIGURE_COUNT: ['counts.figures'],
  },
  defaultOrder: [{ field: 'PUBLISHED', direction: 'DESC' }],
  relations: statementRelations,
  groups: {
    TYPE: { path: 'type' },
    HEDGE: { path: 'hedge' },
    SPEAKER: { path: 'speaker', is: 'Actor' },
    ADDRESSEE: { path: 'to', list: true, is: 'Actor' },
    INCIDENT: { path: 'incidents', list: true, is: 'Incident' },
    PUBLISHER: { path: 'publisher', is: 'word' },
  },
  timeline: { span: 'date', day: 'published' },
};
