import type { Entity } from '../../query/entity.ts';
import type { WhereField } from '../../query/relation.ts';
import { toConnection, toList, toOne, toOptional } from '../../query/relation.ts';
import type { StatementDocument } from '../statement/statement-document.ts';
import { responsibilityEntries } from './responsibility-entries.ts';

export const incidentRelations = {
  location: toOptional('Location', 'location', {
    country: { kind: 'value', path: 'country' },
    point: { kind: 'value', path: 'point' },
    within: { kind: 'within', of: 'Location', path: 'within' },
    near: { kind: 'near', path: 'point', area: 'area' },
    box: { kind: 'box', path: 'point', area: 'area' },
    polygon: { kind: 'polygon', path: 'point', area: 'area' },
    areasByCentre: { kind: 'areasByCentre' },
  }),
  partOf: toOptional('Incident', 'partOf'),
  parts: toConnection('Incident', { local: '_id', foreign: 'partOf', count: 'counts.parts' }),
  linkedFrom: toConnection('Incident', {
    local: '_id',
    foreign: 'links.incident',
    narrowed: { argument: 'type', foreign: 'linkKeys' },
  }),
  statements: toConnection('Statement', {
    local: 'about',
    foreign: 'incidents',
    count: 'counts.statements',
    unless: { argument: 'includeWhole', local: '_id' },
  }),
  articles: toConnection('Article', {
    local: '_id',
    foreign: 'incidents',
    count: 'counts.articles',
    copies: { publisher: 'publishers' },
  }),
} as const;

export const incidentPlaceRelations = { location: toOne('Location', 'location') } as const;
export const targetRelations = { location: toOptional('Location', 'location') } as const;
export const participantRelations = { actor: toOne('Actor', 'actor') } as const;
export const casualtyRelations = {
  actor: toOptional('Actor', 'actor'),
  assertedBy: toList('Statement', 'assertedBy'),
  deniedBy: toList('Statement', 'deniedBy'),
} as const;
export const incidentLinkRelations = { incident: toOne('Incident', 'incident') } as const;
export const responsibilityEntryRelations = {
  actor: toOne('Actor', 'actor'),
  statement: toOne('Statement', 'statement'),
} as const;
export const incidentReportRelations = {
  article: toOne('Article', 'article'),
  location: toOptional('Location', 'location'),
  partOf: toOptional('Incident', 'partOf'),
} as const;

const placeWhere: Record<string, WhereField> = {
  location: { kind: 'relation', relation: incidentPlaceRelations.location },
  role: { kind: 'value', path: 'role' },
  precision: { kind: 'value', path: 'precision' },
};

const targetWhere: Record<string, WhereField> = {
  kind: { kind: 'value', path: 'kind' },
  name: { kind: 'string', path: 'name', folded: 'folded' },
  location: { kind: 'relation', relation: targetRelations.location },
  damage: { kind: 'value', path: 'damage' },
  count: { kind: 'quantity', path: 'count' },
};

const participantWhere: Record<string, WhereField> = {
  actor: { kind: 'relation', relation: participantRelations.actor },
  role: { kind: 'value', path: 'role' },
  status: { kind: 'value', path: 'status' },
  side: { kind: 'string', path: 'side', folded: 'folded' },
};

const casualtyWhere: Record<string, WhereField> = {
  kind: { kind: 'value', path: 'kind' },
  count: { kind: 'quantity', path: 'count' },
  group: { kind: 'value', path: 'group' },
  demographic: { kind: 'value', path: 'demographic' },
  within: { kind: 'value', path: 'within' },
  severity: { kind: 'value', path: 'severity' },
  later: { kind: 'string', path: 'later', folded: 'folded' },
  actor: { kind: 'relation', relation: casualtyRelations.actor },
  assertedBy: { kind: 'relation', relation: casualtyRelations.assertedBy },
  deniedBy: { kind: 'relation', relation: casualtyRelations.deniedBy },
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
  const keys = `stances.${name}`;
  return { keys, entries: responsibilityEntries(keys, 'actor') };
}

export const incidentEntity: Entity = {
  type: 'Incident',
  collection: 'incidents',
  reads: {
    label: ['title'],
    title: ['title'],
    summary: ['summary'],
    sameAs: ['sameAs'],
    scope: ['scope'],
    type: ['type'],
    subtype: ['subtype'],
    occurrence: ['occurrence'],
    methods: ['methods'],
    weapons: ['weapons'],
    outcome: ['outcome'],
    count: ['count'],
    date: ['date'],
    location: ['location'],
    locationPrecision: ['locationPrecision'],
    places: ['places'],
    targets: ['targets'],
    participants: ['participants'],
    casualties: ['casualties'],
    links: ['links'],
    partOf: ['partOf'],
    publisherCount: ['publisherCount'],
    words: ['title', 'summary', 'targets.name'],
  },
  where: {
    text: { kind: 'text', words: 'words', plain: 'plain', weights: { n: 8, s: 3, t: 3 } },
    id: { kind: 'id', of: 'Incident', path: '_id' },
    title: { kind: 'string', path: 'title', folded: 'order.title' },
    summary: { kind: 'string', path: 'summary', folded: 'folded.summary' },
    sameAs: { kind: 'strings', path: 'sameAs' },
    scope: { kind: 'value', path: 'scope' },
    type: { kind: 'value', path: 'type' },
    subtype: { kind: 'value', path: 'subtype' },
    occurrence: { kind: 'value', path: 'occurrence' },
    methods: { kind: 'values', path: 'methods' },
    weapons: { kind: 'parts', path: 'weapons', fields: weaponWhere },
    outcome: { kind: 'value', path: 'outcome' },
    count: { kind: 'quantity', path: 'count' },
    date: { kind: 'span', path: 'date', months: 'months', start: 'order.start' },
    locationPrecision: { kind: 'value', path: 'locationPrecision' },
    places: { kind: 'parts', path: 'places', fields: placeWhere },
    targets: { kind: 'parts', path: 'targets', fields: targetWhere, copies: { kind: 'targetKinds' } },
    participants: {
      kind: 'parts',
      path: 'participants',
      fields: participantWhere,
      copies: { actor: 'actors' },
      pairs: { path: 'participantKeys', of: ['role', 'actor'] },
    },
    casualties: { kind: 'parts', path: 'casualties', fields: casualtyWhere },
    links: { kind: 'parts', path: 'links', fields: linkWhere },
    responsibility: {
      kind: 'stances',
      to: 'Statement',
      local: incidentRelations.statements.local,
      foreign: incidentRelations.statements.foreign,
      fields: responsibilityEntryWhere,
      key: 'actor',
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
    SUBTYPE: ['order.subtype'],
    OCCURRENCE: ['occurrence'],
    OUTCOME: ['outcome'],
    LOCATION_PRECISION: ['locationPrecision'],
    COUNT: ['order.countMin', 'order.countMax'],
    DATE: ['order.start', 'order.end'],
    KILLED: ['order.killedMin', 'order.killedMax'],
    INJURED: ['order.injuredMin', 'order.injuredMax'],
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
    SUBTYPE: { path: 'subtype' },
    OCCURRENCE: { path: 'occurrence' },
    OUTCOME: { path: 'outcome' },
    METHOD: { path: 'methods', list: true },
    ACTOR: { path: 'actors', list: true, is: 'Actor' },
    PERPETRATOR: { path: 'perpetrators', list: true, is: 'Actor' },
    TARGET: { path: 'targetActors', list: true, is: 'Actor' },
    TARGET_KIND: { path: 'targetKinds', list: true },
    LOCATION: { path: 'location', is: 'Location' },
    COUNTRY: { path: 'country', is: 'country' },
    PUBLISHER: { path: 'publishers', list: true, is: 'word' },
  },
  timeline: { span: 'date' },
  point: { path: 'point', area: 'area', place: 'location' },
  toll: {
    killed: 'killed',
    injured: 'injured',
    whole: 'partOf',
    chain: 'about',
    parts: 'counts.parts',
  },
};
