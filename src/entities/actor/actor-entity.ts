import type { Entity } from '../../query/entity.ts';
import type { WhereField } from '../../query/relation.ts';
import { toConnection, toList, toOne } from '../../query/relation.ts';

export const actorRelations = {
  members: toConnection('Actor', { local: '_id', foreign: 'memberOf', count: 'counts.members' }),
  incidents: toConnection('Incident', {
    local: '_id',
    foreign: 'actors',
    count: 'counts.incidents',
    narrowed: { argument: 'role', foreign: 'participantKeys' },
  }),
  statements: toConnection('Statement', { local: '_id', foreign: 'voices', count: 'counts.statements' }),
  statementsAbout: toConnection('Statement', { local: '_id', foreign: 'actors', count: 'counts.statementsAbout' }),
  articles: toConnection('Article', { local: '_id', foreign: 'actors', count: 'counts.articles' }),
} as const;

export const affiliationRelations = {
  actor: toOne('Actor', 'actor'),
  assertedBy: toList('Statement', 'assertedBy'),
  deniedBy: toList('Statement', 'deniedBy'),
} as const;

const affiliationWhere: Record<string, WhereField> = {
  type: { kind: 'value', path: 'type' },
  actor: { kind: 'relation', relation: affiliationRelations.actor },
  title: { kind: 'string', path: 'title', folded: 'folded' },
  date: { kind: 'span', path: 'date' },
  status: { kind: 'value', path: 'status' },
  assertedBy: { kind: 'relation', relation: affiliationRelations.assertedBy },
  deniedBy: { kind: 'relation', relation: affiliationRelations.deniedBy },
};

export const actorEntity: Entity = {
  type: 'Actor',
  collection: 'actors',
  reads: {
    label: ['name'],
    name: ['name'],
    aliases: ['aliases'],
    sameAs: ['sameAs'],
    kind: ['kind'],
    country: ['country'],
    affiliations: ['affiliations'],
    words: ['name', 'aliases'],
  },
  where: {
    text: { kind: 'text', words: 'words', plain: 'plain', weights: { n: 8, a: 6 } },
    id: { kind: 'id', of: 'Actor', path: '_id' },
    name: { kind: 'string', path: 'name', folded: 'order.name' },
    aliases: { kind: 'strings', path: 'names' },
    sameAs: { kind: 'strings', path: 'sameAs' },
    kind: { kind: 'value', path: 'kind' },
    country: { kind: 'value', path: 'country' },
    affiliations: { kind: 'parts', path: 'affiliations', fields: affiliationWhere },
  },
  orders: {
    ID: ['_id'],
    NAME: ['order.name'],
    KIND: ['kind'],
    COUNTRY: ['order.country'],
    MEMBER_COUNT: ['counts.members'],
    INCIDENT_COUNT: ['counts.incidents'],
    STATEMENT_COUNT: ['counts.statements'],
    STATEMENT_ABOUT_COUNT: ['counts.statementsAbout'],
    ARTICLE_COUNT: ['counts.articles'],
  },
  defaultOrder: [{ field: 'NAME', direction: 'ASC' }],
  relations: actorRelations,
  groups: { KIND: { path: 'kind' }, COUNTRY: { path: 'country', is: 'country' } },
};
