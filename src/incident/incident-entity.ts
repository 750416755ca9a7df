import type { Entity } from '../graph/entity.ts';
import { maybe, one, page } from '../graph/relation.ts';

export const incidentRelations = {
  location: maybe('Location', 'location'),
  partOf: maybe('Incident', 'partOf'),
  parts: page('Incident', { local: '_id', foreign: 'partOf' }),
  linkedFrom: page('Incident', {
    local: '_id',
    foreign: 'links.incident',
    narrowed: { argument: 'type', foreign: 'linkKeys' },
  }),
  statements: page('Statement', {
    local: 'about',
    foreign: 'incidents',
    unless: { argument: 'includeWhole', local: '_id' },
  }),
  articles: page('Article', { local: '_id', foreign: 'incidents' }),
} as const;

export const participantRelations = { actor: one('Actor', 'actor') } as const;
export const casualtyRelations = { actor: maybe('Actor', 'actor') } as const;
export const incidentLinkRelations = { incident: one('Incident', 'incident') } as const;
export const responsibilityEntryRelations = {
  actor: one('Actor', 'actor'),
  statement: one('Statement', 'statement'),
} as const;
export const incidentReportRelations = {
  article: one('Article', 'article'),
  location: maybe('Location', 'location'),
  partOf: maybe('Incident', 'partOf'),
} as const;

export const incidentEntity: Entity = {
  type: 'Incident',
  collection: 'incidents',
  reads: {
    label: ['title'],
    title: ['title'],
    summary: ['summary'],
    scope: ['scope'],
    type: ['type'],
    methods: ['methods'],
    weapons: ['weapons'],
    outcome: ['outcome'],
    count: ['count'],
    date: ['date'],
    location: ['location'],
    locationPrecision: ['locationPrecision'],
    participants: ['participants'],
    casualties: ['casualties', 'casualtiesFrom'],
    links: ['links'],
    partOf: ['partOf'],
    publisherCount: ['publisherCount'],
  },
  where: {
    id: { kind: 'id', path: '_id' },
    scope: { kind: 'enum', path: 'scope' },
    type: { kind: 'enum', path: 'type' },
    outcome: { kind: 'enum', path: 'outcome' },
    locationPrecision: { kind: 'enum', path: 'locationPrecision' },
  },
  orders: {
    ID: ['_id'],
    TITLE: ['order.title'],
    DATE: ['order.start', 'order.end'],
  },
  defaultOrder: [{ field: 'DATE', direction: 'DESC' }],
  relations: incidentRelations,
};
