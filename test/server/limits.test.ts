import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { type Answer, openTestGateway, type TestGateway } from '../support/gateway.ts';

/** Generous: what these cost when a limit is missing is seconds to minutes. */
const boundMs = 1500;
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(
    article('first', {
      locations: [named('iraq', { kind: 'COUNTRY' })],
      actors: [named('groups')],
      incidents: [
        incident('convoy', { location: 'iraq', participants: [{ actor: 'groups', role: 'PERPETRATOR' }] }),
        incident('base', { location: 'iraq' }),
      ],
      statements: [
        { id: 'claim', type: 'CLAIM_OF_RESPONSIBILITY', speaker: 'groups', incidents: ['convoy'], text: 'Yes' },
      ],
    }),
  );
});

afterAll(() => gateway.close());

async function time(query: string, variables?: object): Promise<Answer & { ms: number }> {
  const began = performance.now();
  const answer = await gateway.answer(query, variables);
  return { ...answer, ms: performance.now() - began };
}

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const nest = (depth: number, open: string, inmost: string) =>
  `${`${open} { `.repeat(depth)}${inmost}${' }'.repeat(depth)}`;
/** Each fragment spreads the next twice: 2 to the power of `depth` selections from a few bytes. */
const bomb = (depth: number) =>
  `{ incidents { nodes { ...F0 } } } ${repeat(depth, (i) => `fragment F${i} on Incident { ...F${i + 1} ...F${i + 1} }`)} fragment F${depth} on Incident { id }`;

describe('an attack by the form of a query', () => {
  it.each<[string, string, object?]>([
    ['a flood of tokens', `{ ${repeat(1200, () => '__typename')} }`],
    ['a flood of valid values', `{ incidents(where: { id: { in: [${'"a" '.repeat(1000)}] } }) { totalCount } }`],
    ['a flood of tokens without an end', '{ a '.repeat(20_000)],
    ['a flood of opening brackets in a value', `{ incidents(where: ${'['.repeat(50_000)}`],
    ['a bomb of fragments of 1.3 kB', bomb(22)],
    [
      'a bomb of fragments side by side',
      `{ incidents { nodes { ${'...F '.repeat(300)} } } } fragment F on Incident { ${'id '.repeat(300)} }`,
    ],
    ['a fragment that spreads itself', '{ incidents { nodes { ...F } } } fragment F on Incident { id ...F }'],
    [
      'fragments in a circle',
      '{ incidents { nodes { ...A } } } fragment A on Incident { ...B } fragment B on Incident { ...C } fragment C on Incident { ...A }',
    ],
    ['a thousand aliases', `{ ${repeat(1000, (i) => `a${i}: incidents { totalCount }`)} }`],
    ['a flood of directives', `{ __typename ${'@include(if: true) '.repeat(400)} }`],
    ['a flood of unknown directives', `{ __typename ${'@a '.repeat(450)} }`],
    ['a flood of unknown fields', `{ ${repeat(900, (i) => `a${i}`)} }`],
    ['a flood of unknown arguments', `{ incidents(${repeat(300, (i) => `a${i}: 1`)}) { totalCount } }`],
    ['a flood of variables', `query (${repeat(300, (i) => `$v${i}: Int`)}) { __typename }`],
    ['a list of many wrong values', `{ incidents(where: { type: { in: [${'NOPE '.repeat(900)}] } }) { totalCount } }`],
    [
      'a thousand wrong values in variables',
      'query ($t: [IncidentType!]) { incidents(where: { type: { in: $t } }) { totalCount } }',
      { t: Array(1000).fill('NOPE') },
    ],
    [
      'ten thousand unknown keys in variables',
      'query ($w: IncidentWhere) { incidents(where: $w) { totalCount } }',
      { w: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, 1])) },
    ],
    ['deep nesting beyond the tokens', `{ ${nest(600, 'incidents { nodes { parts', '__typename')} } }`],
  ])('is refused at once: %s', async (_, query, variables) => {
    const { status, data, errors, ms } = await time(query, variables);
    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expect(errors?.length).toBeGreaterThan(0);
    expect(errors?.length).toBeLessThanOrEqual(11);
    expect(JSON.stringify(errors).length).toBeLessThan(20_000);
    expect(ms).toBeLessThan(boundMs);
  });

  it.each([
    ['600 times the same field', `{ incidents { nodes { ${'id '.repeat(600)} } } }`],
    ['the same connection 100 times', `{ ${'incidents { nodes { id } } '.repeat(100)} }`],
    ['a hundred levels that lead nowhere', `{ incident(id: "convoy") { ${nest(100, 'partOf', 'id')} } }`],
    [
      'a hundred small fragments',
      `{ incidents { nodes { ${repeat(100, (i) => `...F${i}`)} } } } ${repeat(100, (i) => `fragment F${i} on Incident { id }`)}`,
    ],
  ])('is answered at once, as it costs little: %s', async (_, query) => {
    const { status, errors, ms } = await time(query);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(ms).toBeLessThan(boundMs);
  });

  it('variables of 1,000 levels are refused', async () => {
    let where: object = {};
    for (let depth = 0; depth < 1000; depth++) where = { not: where };
    const { ms, status } = await time('query ($w: IncidentWhere) { incidents(where: $w) { totalCount } }', {
      w: where,
    });
    expect(status).toBeLessThan(500);
    expect(ms).toBeLessThan(boundMs);
  });
});

const byId = 'query ($id: ID!) { incident(id: $id) { id } }';
const byWhere = 'query ($where: IncidentWhere) { incidents(where: $where) { totalCount nodes { id } } }';

describe('an operator of the store in place of a value', () => {
  it.each<[string, string, object]>([
    ['an id', byId, { id: { $ne: 1 } }],
    ['an id in a list', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [{ $gt: '' }] }],
    ['a filtered id', byWhere, { where: { id: { eq: { $ne: null } } } }],
    ['a list of filtered ids', byWhere, { where: { id: { in: [{ $exists: true }] } } }],
    ['an operator of a filter', byWhere, { where: { id: { $ne: 'convoy' } } }],
    ['a field of a filter', byWhere, { where: { $where: 'sleep(10000)' } }],
    ['an enum', byWhere, { where: { type: { eq: { $ne: 'BATTLE' } } } }],
    ['a cursor', 'query ($after: String) { incidents(after: $after) { totalCount } }', { after: { $ne: '' } }],
    ['a number', 'query ($first: Int) { incidents(first: $first) { totalCount } }', { first: { $gt: 0 } }],
    [
      'an order',
      'query ($o: [IncidentOrder!]) { incidents(orderBy: $o) { totalCount } }',
      { o: [{ field: { $meta: 'x' } }] },
    ],
  ])('is refused before the store sees it: %s', async (_, query, variables) => {
    gateway.store.takeCommands();
    const { status, data, errors } = await time(query, variables);
    expect({ status, data }).toEqual({ status: 400, data: undefined });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(gateway.store.takeCommands()).toEqual([]);
  });

  it.each([
    ['an id that reads like an operator', '{ "$ne": 1 }'],
    ['an id that ends in NUL', 'convoy\0'],
    ['an id of a regular expression', '.*'],
    ['an id with a path', 'Incident:../convoy'],
    ['an id without end', 'a'.repeat(100_000)],
    ['an empty id', ''],
    ['an id with a line feed behind', 'convoy\n'],
    ['a lone surrogate', '\ud800'],
  ])('is malformed: %s', async (_, id) => {
    gateway.store.takeCommands();
    const { data, errors } = await time(byId, { id });
    expect(data).toEqual({ incident: null });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'id' });
    expect(JSON.stringify(errors).length).toBeLessThan(1000);
    expect(gateway.store.takeCommands()).toEqual([]);
  });

  it.each([
    ['that holds an operator', Buffer.from(JSON.stringify([1, { $ne: 1 }])).toString('base64url')],
    ['of nothing', ''],
    ['of noise', '////'],
  ])('a cursor %s is malformed', async (_, after) => {
    const { errors } = await time('query ($after: String) { incidents(after: $after) { nodes { id } } }', { after });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});

describe('what clients really send', () => {
  it.each([
    ['as GraphiQL asks it', getIntrospectionQuery()],
    [
      'with everything',
      getIntrospectionQuery({
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
  ])('full introspection passes, %s', async (_, query) => {
    const data = await gateway.ask(query);
    expect(data.__schema.types.length).toBeGreaterThan(100);
  });

  it('a query of four hops, as Relay writes it, passes', async () => {
    const page = 'pageInfo { endCursor hasNextPage hasPreviousPage startCursor }';
    const { incidents } = await gateway.ask(
      `query ($first: Int!) {
        incidents(first: $first) { edges { cursor node { __typename ...Hop1 id } } ${page} totalCount }
      }
      fragment Hop1 on Incident { title date { edtf } location { __typename ...Hop2 id } participants { role actor { ...Hop3 id } } }
      fragment Hop2 on Location { name ancestors { id name } incidents(first: $first) { edges { cursor node { __typename ...Hop4 id } } ${page} } }
      fragment Hop3 on Actor { name statements(first: $first) { edges { cursor node { __typename text id } } ${page} } }
      fragment Hop4 on Incident { title statements(first: $first) { edges { cursor node { __typename text speaker { name id } id } } ${page} } }`,
      { first: 10 },
    );
    const convoy = incidents.edges.find((edge: { node: { id: string } }) => edge.node.id === 'Incident:convoy');
    expect(incidents.totalCount).toBe(2);
    expect(convoy.node.location.incidents.edges).toHaveLength(2);
    expect(convoy.node.participants[0].actor.statements.edges[0].node.text).toBe('Yes');
  });
});
