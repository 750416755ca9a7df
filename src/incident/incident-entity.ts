import type { Entity } from '../graph/entity.ts';
import { maybe, one, page } from '../graph/relation.ts';
import type { WhereField } from '../graph/where/where-field.ts';
import type { StatementDocument } from '../statement/statement-document.ts';
import { responsibilityEntries } from './responsibility-entries.ts';

export const incidentRelations = {
  location: maybe('Location', 'location', {
    point: { kind: 'value', path: 'point' },
    within: { kind: 'within', path: 'within' },
    near: { kind: 'near', path: 'point' },
    box: { kind: 'box', path: 'point' },
    polygon: { kind: 'polygon', path: 'point' },
  }),
  partOf: maybe('Incident', 'partOf'),
  parts: page('Incident', { local: '_id', foreign: 'partOf', count: 'counts.parts' }),
  linkedFrom: page('Incident', {
    local: '_id',
    foreign: 'links.incident',
    narrowed: { argument: 'type', foreign: 'linkKeys' },
  }),
  statements: page('Statement', {
    local: 'about',
    foreign: 'incidents',
    count: 'counts.statements',
    unless: { argument: 'includeWhole', local: '_id' },
  }),
  articles: page('Article', { local: '_id', foreign: 'incidents', count: 'counts.articles' }),
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

const participantWhere: Record<string, WhereField> = {
  actor: { kind: 'relation', relation: participantRelations.actor },
  role: { kind: 'value', path: 'role' },
  status: { kind: 'value', path: 'status' },
};

const casualtyWhere: Record<string, WhereField> = {
  kind: { kind: 'value', path: 'kind' },
  count: { kind: 'quantity', path: 'count' },
  group: { kind: 'value', path: 'group' },
  severity: { kind: 'value', path: 'severity' },
  later: { kind: 'string', path: 'later', folded: 'folded' },
  actor: { kind: 'relation', relation: casualtyRelations.actor },
};

const weaponWhere: Record<string, WhereField> = {
  method: { kind: 'value', path: 'method' },
  count: { kind: 'quantity', path: 'count' },
  outcome: { kind: 'value', path: 'outcome' },
  certain: { kind: 'value', path: 'certain' },
};

const linkWhere: Record<string, WhereField> = {
  type: { kind: 'value', path: 'type' },
  incident: { kind: 'relation', relation: incidentLinkRelations.incident },
};

const responsibilityEntryWhere: Record<string, WhereField> = {
  actor: { kind: 'relation', relation: responsibilityEntryRelations.actor },
  statement: { kind: 'relation', relation: responsibilityEntryRelations.statement },
};

function stance(name: keyof StatementDocument['stances']) {
  const actors = `stances.${name}`;
  return { actors, entries: responsibilityEntries(actors, 'actor') };
}

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
    words: ['title', 'summary'],
  },
  where: {
    text: { kind: 'text', words: 'words', plain: 'plain', weights: { n: 8, s: 3 } },
    id: { kind: 'id', of: 'Incident', path: '_id' },
    title: { kind: 'string', path: 'title', folded: 'order.title' },
    summary: { kind: 'string', path: 'summary', folded: 'folded.summary' },
    scope: { kind: 'value', path: 'scope' },
    type: { kind: 'value', path: 'type' },
    methods: { kind: 'values', path: 'methods' },
    weapons: { kind: 'parts', path: 'weapons', fields: weaponWhere },
    outcome: { kind: 'value', path: 'outcome' },
    count: { kind: 'quantity', path: 'count' },
    date: { kind: 'span', path: 'date', months: 'months', start: 'order.start' },
    locationPrecision: { kind: 'value', path: 'locationPrecision' },
    participants: { kind: 'parts', path: 'participants', fields: participantWhere },
    casualties: { kind: 'parts', path: 'casualties', fields: casualtyWhere },
    links: { kind: 'parts', path: 'links', fields: linkWhere },
    responsibility: {
      kind: 'stances',
      local: incidentRelations.statements.local,
      foreign: incidentRelations.statements.foreign,
      fields: responsibilityEntryWhere,
      lists: {
        claimedBy: stance('claimedBy'),
        deniedBy: stance('deniedBy'),
        attributedTo: stance('attributedTo'),
      },
    },
    publisherCount: { kind: 'value', path: 'publisherCount' },
  },
  orders: {
    ID: ['_id'],
    TITLE: ['order.title'],
    SCOPE: ['scope'],
    TYPE: ['type'],
    OUTCOME: ['outcome'],
    LOCATION_PRECISION: ['locationPrecision'],
    COUNT: ['count.min', 'order.countMax'],
    DATE: ['order.start', 'order.end'],
    KILLED: ['killed.min', 'order.killedMax'],
    INJURED: ['injured.min', 'order.injuredMax'],
    PUBLISHER_COUNT: ['publisherCount'],
    PARTICIPANT_COUNT: ['counts.participants'],
    PART_COUNT: ['counts.parts'],
    STATEMENT_COUNT: ['counts.statements'],
    ARTICLE_COUNT: ['counts.articles'],
  },
  defaultOrder: [{ field: 'DATE', direction: 'DESC' }],
  relations: incidentRelations,
  groups: {
    TYPE: { path: 'type' },
    OUTCOME: { path: 'outcome' },
    METHOD: { path: 'methods', list: true },
    ACTOR: { path: 'actors', list: true, is: 'Actor' },
    PERPETRATOR: { path: 'perpetrators', list: true, is: 'Actor' },
    TARGET: { path: 'targets', list: true, is: 'Actor' },
    LOCATION: { path: 'location', is: 'Location' },
    COUNTRY: { path: 'country', is: 'country' },
    PUBLISHER: { path: 'publishers', list: true, is: 'word' },
  },
  timeline: { span: 'date' },
  point: 'point',
  toll: {
    killed: 'killed',
    injured: 'injured',
    unless: { $and: [{ $eq: ['$scope', 'AGGREGATE'] }, { $gt: ['$counts.parts', 0] }] },
  },
};
