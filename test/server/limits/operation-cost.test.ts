import { readFileSync } from 'node:fs';
import { buildASTSchema, getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costOf } from '../../../src/server/limits/operation-cost.ts';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';

let gateway: TestGateway;
/** A gateway with a cost limit of 110. */
let strict: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway({ maxCost: 50_000 });
  strict = await openTestGateway({ maxCost: 110 });
});
afterAll(async () => {
  await gateway.close();
  await strict.close();
});

async function costOfQuery(query: string, variables?: object): Promise<number | undefined> {
  const { extensions } = await gateway.answer(query, variables);
  return extensions?.cost?.requested;
}

describe('the cost of a check of an article', () => {
  const check = 'query ($a: ArticleInput!) { checkArticle(article: $a) { accepted } }';
  const ofSize = (bytes: number) => {
    const article = { id: 'a', published: '2023-11-12', text: '' };
    return { a: { ...article, text: 'x'.repeat(bytes - JSON.stringify(article).length) } };
  };

  it('is 101 and 1 for every 10 bytes, under each alias', async () => {
    expect(await costOfQuery(check, ofSize(1_000))).toBe(201);
    expect(await costOfQuery(check, ofSize(10_000))).toBe(1_101);
    const twice =
      'query ($a: ArticleInput!) { a: checkArticle(article: $a) { accepted } b: checkArticle(article: $a) { accepted } }';
    expect(await costOfQuery(twice, ofSize(1_000))).toBe(402);
  });

  it('is limited before the article is read', async () => {
    const { errors } = await strict.answer(check, ofSize(1_000));
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'QUERY_TOO_COSTLY', argument: 'checkArticle(article:)' } });
  });
});

describe('the cost of', () => {
  it.each<[string, number, string]>([
    ['a scalar', 0, '{ __typename }'],
    ['introspection', 0, getIntrospectionQuery()],
    ['one node', 1, '{ incident(id: "a") { title methods } }'],
    ['a page', 10, '{ incidents(first: 10) { nodes { title } } }'],
    ['a page from the end', 10, '{ incidents(last: 10) { nodes { title } } }'],
    ['a page without a size', 20, '{ incidents { nodes { title } } }'],
    ['a page of edges', 10, '{ incidents(first: 10) { edges { cursor node { title } } } }'],
    ['a page of cursors', 10, '{ incidents(first: 10) { edges { cursor } pageInfo { endCursor } } }'],
    ['page info', 10, '{ incidents(first: 10) { pageInfo { hasNextPage } } }'],
    [
      'a page as edges and nodes',
      20,
      '{ incidents(first: 10) { edges { node { id } } nodes { id } pageInfo { endCursor } } }',
    ],
    ['a connection without selected fields', 1, '{ incidents(first: 10) { __typename } }'],
    [
      'connections without selected fields',
      30,
      '{ incidents(first: 10) { nodes { a: statements { __typename } b: parts { __typename } } } }',
    ],
    [
      'an invalid size for each item of a page',
      20,
      '{ incidents(first: 10) { nodes { parts(first: 0) { nodes { id } } } } }',
    ],
    ['a negative size', 20, '{ incidents(first: 10) { nodes { parts(last: -5) { nodes { id } } } } }'],
    ['a scalar under several names', 30, '{ incidents(first: 10) { nodes { title a: title ... { b: title } id } } }'],
    ['a scalar repeated in a fragment', 10, '{ incidents(first: 10) { nodes { title ... { title } } } }'],
    ['objects of one node', 3, '{ incident(id: "a") { date { edtf } location { name } } }'],
    ['a plain list', 11, '{ incident(id: "a") { participants { role actor { name } } } }'],
    ['evidence', 6, '{ incident(id: "a") { evidence { quote } } }'],
    ['evidence with a size', 7, '{ incident(id: "a") { evidence(first: 3) { article { title } } } }'],
    ['reports', 6, '{ incident(id: "a") { reports { title } } }'],
    ['parts of a size up to what is likely', 4, '{ incident(id: "a") { participants(first: 3) { role } } }'],
    ['parts of a size up to the default', 6, '{ incident(id: "a") { participants(first: 100) { role } } }'],
    ['parts of a size of null', 6, '{ incident(id: "a") { participants(first: null) { role } } }'],
    ['parts of a size above the default', 906, '{ incident(id: "a") { participants(first: 1000) { role } } }'],
    ['evidence of a size above the default', 96, '{ incident(id: "a") { evidence(first: 100) { quote } } }'],
    ['reports of a size above the default', 86, '{ incident(id: "a") { reports(first: 100) { title } } }'],
    ['parts with another argument', 6, '{ incident(id: "a") { participants(role: [TARGET], after: "b") { role } } }'],
    ['parts of a report', 1 + 5 * (1 + 5 * 2), '{ incident(id: "a") { reports { weapons { count { min } } } } }'],
    ['all evidence of an article', 51, '{ article(id: "a") { evidence { quote } } }'],
    ['some evidence of an article', 11, '{ article(id: "a") { evidence(first: 10) { quote } } }'],
    [
      'a page of incidents with the evidence of their participants',
      100 * (1 + 5 * (1 + 1 + 5 * 2)),
      '{ incidents(first: 100) { nodes { participants { actor { name } evidence { quote article { title } } } } } }',
    ],
    [
      'responsibility',
      8,
      '{ incident(id: "a") { responsibility { claimedBy(first: 2) { actor { id } statement { id } } } } }',
    ],
    ['nodes by id', 2, '{ nodes(ids: ["Actor:a", "Actor:b"]) { id } }'],
    [
      'the costliest type of an interface',
      12,
      '{ nodes(ids: ["Actor:a", "Actor:b"]) { label ... on Actor { affiliations { title } } ... on Location { partOf { id } } } }',
    ],
    [
      'pages in a page',
      110,
      '{ incidents(first: 10) { nodes { statements(first: 5) { nodes { speaker { id } } } } } }',
    ],
    [
      'pages in a page by edges',
      110,
      '{ incidents(first: 10) { edges { node { statements(first: 5) { edges { node { speaker { id } } } } } } } }',
    ],
    [
      'three levels',
      2 * (1 + 3 * (1 + 4)),
      '{ incidents(first: 2) { nodes { statements(last: 3) { nodes { actors(first: 4) { nodes { id } } } } } } }',
    ],
    [
      'lists in a page',
      2 * (1 + 5 * 2 + 1 + 5 * 2),
      '{ incidents(first: 2) { nodes { participants { actor { id } } date { edtf } casualties { count { min } } } } }',
    ],
    ['a total', 10, '{ incidents { totalCount } }'],
    ['a total and a page', 20, '{ incidents(first: 10) { nodes { id } totalCount } }'],
    ['a total for each item of a page', 110, '{ incidents(first: 10) { nodes { statements { totalCount } } } }'],
    ['groups', 16, '{ incidents { groups(by: ACTOR, first: 3) { key count node { id } } } }'],
    ['groups without a size', 30, '{ incidents { groups(by: TYPE) { key } } }'],
    ['a timeline', 110, '{ incidents { timeline(interval: MONTH) { count } } }'],
    ['a number of groups', 10, '{ incidents { groupCount(by: TYPE) } }'],
    ['groups by count', 16, '{ incidents { groups(by: ACTOR, first: 3, orderBy: COUNT) { killed { min } } } }'],
    ['groups by a sum', 113, '{ incidents { groups(by: ACTOR, first: 3, orderBy: KILLED) { key } } }'],
    [
      'timelines of groups',
      10 + 3 * (1 + 10 + 100),
      '{ incidents { groups(by: ACTOR, first: 3) { timeline(interval: MONTH) { count } } } }',
    ],
    [
      'cells',
      10 + 7 * 4,
      '{ incidents { cells(precision: 3, first: 7) { count killed { min } bounds { south } location { id } } } }',
    ],
    ['cells without a size', 10 + 1000, '{ locations { cells(precision: 3) { count latitude longitude } } }'],
    ['bounds', 11, '{ incidents { bounds { south } } }'],
    ['a search', 30, '{ search(text: "dam") { nodes { id } } }'],
    ['a filter by a value', 10, '{ incidents(where: { type: { eq: BATTLE } }) { totalCount } }'],
    ['a filter by a list of values', 10, '{ incidents(where: { methods: { some: { eq: IED } } }) { totalCount } }'],
    ['a full text', 20, '{ incidents(where: { text: "dam" }) { totalCount } }'],
    ['a to-one relation', 20, '{ incidents(where: { location: { kind: { eq: CITY } } }) { totalCount } }'],
    ['a relation that is null', 10, '{ incidents(where: { location: null }) { totalCount } }'],
    [
      'to-many relations',
      40,
      '{ incidents(where: { statements: { some: { speaker: { id: { eq: "a" } } }, none: {} } }) { totalCount } }',
    ],
    ['a count of a relation', 20, '{ incidents(where: { statements: { count: { gte: 3 } } }) { totalCount } }'],
    [
      'a count of some of a relation',
      30,
      '{ incidents(where: { statements: { count: { where: { text: "no" }, gte: 3 } } }) { totalCount } }',
    ],
    [
      'relations under and, or and not',
      30,
      '{ incidents(where: { and: [{ or: [{ not: { location: {} } }] }, { partOf: {} }] }) { totalCount } }',
    ],
    ['a relation of a part', 30, '{ incidents(where: { participants: { some: { actor: {} } } }) { totalCount } }'],
    [
      'a filter for each item of a page',
      2 * (1 + 10 + 10),
      '{ incidents(first: 2) { nodes { statements(where: { speaker: {} }) { totalCount } } } }',
    ],
    ['aliases', 5, '{ a: incidents(first: 2) { nodes { id } } b: incidents(first: 3) { nodes { id } } }'],
    ['a repeated field', 4, '{ incidents(first: 2) { nodes { id } } incidents(first: 2) { nodes { id } } }'],
    [
      'fragments',
      110,
      `{ ...Q } fragment Q on Query { incidents(first: 10) { ...C } } fragment C on IncidentConnection { nodes { ...I ...I } }
       fragment I on Incident { ... on Node { ...N } } fragment N on Node { id ... on Actor { members { totalCount } } ...S }
       fragment S on Incident { statements(first: 5) { nodes { speaker { id } } } }`,
    ],
  ])('%s is %i', async (_, cost, query) => {
    expect(await costOfQuery(query)).toBe(cost);
  });

  const first =
    'query ($first: Int) { incidents(first: $first) { nodes { statements(first: $first) { nodes { id } } } } }';
  it.each<[string, string, object, string]>([
    ['a size', first, { first: 7 }, '{ incidents(first: 7) { nodes { statements(first: 7) { nodes { id } } } } }'],
    ['an omitted size', first, {}, '{ incidents { nodes { statements { nodes { id } } } } }'],
    ['a size of null', first, { first: null }, '{ incidents { nodes { statements { nodes { id } } } } }'],
    [
      'a default size',
      'query ($first: Int = 3) { incidents(first: $first) { nodes { id } } }',
      {},
      '{ incidents(first: 3) { nodes { id } } }',
    ],
    [
      'ids',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: ['Actor:a', 'Actor:b', 'Actor:c'] },
      '{ nodes(ids: ["Actor:a", "Actor:b", "Actor:c"]) { id } }',
    ],
    [
      'filters',
      'query ($w: IncidentWhere) { incidents(where: $w) { totalCount } }',
      { w: { or: { location: { partOf: {} } }, statements: { every: { text: 'no' } } } },
      '{ incidents(where: { or: { location: { partOf: {} } }, statements: { every: { text: "no" } } }) { totalCount } }',
    ],
    [
      'a part of a filter',
      'query ($s: StatementWhere) { incidents(where: { statements: { some: $s } }) { totalCount } }',
      { s: { speaker: {} } },
      '{ incidents(where: { statements: { some: { speaker: {} } } }) { totalCount } }',
    ],
    [
      '@include and @skip',
      'query ($yes: Boolean!, $no: Boolean = false) { a: incidents @include(if: $yes) { nodes { id } } b: incidents @skip(if: $yes) { totalCount } ... @include(if: $no) { c: incidents { totalCount } } }',
      { yes: true },
      '{ a: incidents { nodes { id } } }',
    ],
  ])('%s is the same in variables and in literals', async (_, query, variables, literal) => {
    const cost = await costOfQuery(query, variables);
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBe(await costOfQuery(literal));
  });

  it.each([
    [0, 1],
    [-5, 1],
    [101, 101],
    [2_147_483_647, 1000],
  ])('an invalid size of %i is %i', async (size, cost) => {
    const { data, errors, extensions } = await gateway.answer(`{ incidents(first: ${size}) { nodes { id } } }`);
    expect(data).toEqual({ incidents: null });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'first' });
    expect(extensions?.cost?.requested).toBe(cost);
  });

  it('invalid variables is not reported', async () => {
    const { status, errors, extensions } = await gateway.answer(first, { first: 'many' });
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(extensions).toBeUndefined();
  });

  it('a document with several operations is that of the executed one', async () => {
    const query =
      'query Much { incidents(first: 100) { nodes { id } } } query Little { incidents(first: 2) { nodes { id } } }';
    for (const [operationName, requested] of [
      ['Much', 100],
      ['Little', 2],
    ]) {
      const payload = { query, operationName };
      const response = await gateway.app.inject({ method: 'POST', url: '/graphql', payload });
      expect(response.json().extensions.cost).toEqual({ requested, limit: 50_000 });
    }
  });

  it('a mutation is computed too', async () => {
    expect(await costOfQuery('mutation { retractArticle(id: "a") { accepted changes { created } } }')).toBe(6);
  });

  it('a fragment bomb is computed at once, and is a finite number', () => {
    const schema = buildASTSchema(parse(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8')));
    const countBomb = (open: string, close: string) => {
      const spread = (level: number) => ['a', 'b'].map((alias) => `${alias}: ${open} ...F${level} ${close}`).join(' ');
      const fragments = Array.from({ length: 30 }, (_, i) => `fragment F${i} on Incident { ${spread(i + 1)} }`);
      const document = parse(`{ incident(id: "a") { ...F0 } } ${fragments.join(' ')} fragment F30 on Incident { id }`);
      const began = performance.now();
      const { requested } = costOf(schema, document, getOperationAST(document) as never, {});
      expect(performance.now() - began).toBeLessThan(5000);
      return requested;
    };
    expect(countBomb('partOf {', '}')).toBe(2 ** 31 - 1);
    expect(countBomb('parts(first: 100) { nodes {', '} }')).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('a query above the cost limit', () => {
  it.each<[string, number, string, string]>([
    [
      'the innermost size if its share is the largest',
      1_010_100,
      'incidents.nodes.said.edges.node.actors(first:)',
      '{ incidents(first: 100) { nodes { said: statements(first: 100) { edges { node { actors(first: 100) { nodes { id } } } } } } } }',
    ],
    [
      'an outer size if there is none inside',
      100 * (1 + 2 * 5 * (1 + 1 + 5 * (1 + 1 + 5 * (1 + 1)))),
      'incidents(last:)',
      `{ incidents(last: 100) { nodes { ${['a', 'b'].map((alias) => `${alias}: participants { actor { affiliations { actor { affiliations { actor { name } } } } } }`).join(' ')} } } }`,
    ],
    [
      'the size of a list of parts that is above its default',
      100 * (1 + 905 * (1 + 1)),
      'incidents.nodes.participants(first:)',
      '{ incidents(first: 100) { nodes { participants(first: 1000) { actor { name } } } } }',
    ],
    [
      'an outer size if lists of parts in parts are long',
      100 * (1 + 5 * (1 + 5 * (1 + 1 + 5 * (1 + 1 + 5 * (1 + 1))))),
      'incidents(first:)',
      '{ incidents(first: 100) { nodes { reports { participants { actor { affiliations { actor { evidence { article { title } } } } } } } } } }',
    ],
    [
      'the ids',
      1000 * 61,
      'nodes(ids:)',
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Actor { ${['a', 'b', 'c', 'd', 'e', 'f'].map((alias) => `${alias}: statements { totalCount }`).join(' ')} } } }`,
    ],
    [
      'the filter',
      3 * (10 + 2000 * 10),
      'a(where:)',
      'query ($w: IncidentWhere) { a: incidents(where: $w) { totalCount } b: incidents(where: $w) { totalCount } c: incidents(where: $w) { totalCount } }',
    ],
    [
      'the field if no argument matters',
      117_187,
      'deep',
      `{ little: incidents(first: 1) { nodes { id } } deep: incident(id: "a") { participants { actor { ${'affiliations { actor { '.repeat(5)} affiliations { title } ${'} } '.repeat(5)} } } } }`,
    ],
  ])('is rejected before anything is read, with a message that names %s', async (_, cost, argument, query) => {
    gateway.store.takeCommands();
    const variables = { ids: Array(4000).fill('Actor:a'), w: { or: Array(2000).fill({ location: {} }) } };
    const { status, data, errors, extensions } = await gateway.answer(query, variables);
    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expect(errors).toEqual([
      {
        message: `The query costs ${cost.toLocaleString('en')}, but at most 50,000 is allowed: reduce ${argument}`,
        extensions: { code: 'QUERY_TOO_COSTLY', cost, limit: 50_000, argument },
      },
    ]);
    expect(extensions).toEqual({ cost: { requested: cost, limit: 50_000 } });
    expect(gateway.store.takeCommands()).toEqual([]);
  });

  it('is rejected above MAX_COST, and executed at MAX_COST', async () => {
    const query = 'query ($first: Int) { incidents(first: $first) { nodes { id } totalCount } }';
    expect(await strict.answer(query, { first: 100 })).toMatchObject({
      status: 200,
      data: { incidents: { nodes: [], totalCount: 0 } },
      extensions: { cost: { requested: 110, limit: 110 } },
    });
    const more =
      'query ($first: Int) { incident(id: "a") { id } incidents(first: $first) { nodes { id } totalCount } }';
    expect(await strict.answer(more, { first: 100 })).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', cost: 111, limit: 110, argument: 'incidents(first:)' } }],
    });
  });
});
