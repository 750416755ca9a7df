import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { type Answer, openTestGateway, type TestGateway } from '../support/gateway.ts';

/** What these cost when a limit is missing is seconds to minutes. */
const boundMs = 250;
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
  await gateway.ask('{ incidents { nodes { id } } }'); // the first query is slower
});

afterAll(() => gateway.close());

/** The answer, and the processor time that it took: what else the machine does is not counted. */
async function time(query: string, variables?: object): Promise<Answer & { ms: number }> {
  const began = process.cpuUsage();
  const answer = await gateway.answer(query, variables);
  return { ...answer, ms: cpuMsSince(began) };
}

function cpuMsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const nest = (depth: number, open: string, inmost: string) =>
  `${`${open} { `.repeat(depth)}${inmost}${' }'.repeat(depth)}`;
/** Each fragment spreads the next twice: 2 to the power of `depth` selections from a few bytes. */
const bomb = (depth: number) =>
  `{ incidents { nodes { ...F0 } } } ${repeat(depth, (i) => `fragment F${i} on Incident { ...F${i + 1} ...F${i + 1} }`)} fragment F${depth} on Incident { id }`;
const aliasBomb = (depth: number) =>
  `{ incident(id: "convoy") { ...F0 } } ${repeat(depth, (i) => `fragment F${i} on Incident { a: partOf { ...F${i + 1} } b: partOf { ...F${i + 1} } }`)} fragment F${depth} on Incident { id }`;

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
    ['a thousand aliases, more than the tokens', `{ ${repeat(1000, (i) => `a${i}: incidents { totalCount }`)} }`],
    ['aliases by the hundred', `{ ${repeat(300, (i) => `a${i}: __typename`)} }`],
    ['600 times the same field', `{ incidents { nodes { ${'id '.repeat(600)} } } }`],
    ['a hundred levels that lead nowhere', `{ incident(id: "convoy") { ${nest(100, 'partOf', 'id')} } }`],
    ['a bomb of fragments and aliases of 30 levels', aliasBomb(30)],
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
    ['400 times the same field', `{ incidents { nodes { ${'id '.repeat(400)} } } }`],
    ['the same connection 100 times', `{ ${'incidents { nodes { id } } '.repeat(100)} }`],
    [
      'a hundred small fragments',
      `{ incidents { nodes { ${repeat(100, (i) => `...F${i}`)} } } } ${repeat(100, (i) => `fragment F${i} on Incident { id }`)}`,
    ],
  ])('is answered at once, as it costs little: %s', async (_, query) => {
    const { status, errors, ms } = await time(query);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(ms).toBeLessThan(boundMs);
  });

  it.each([
    ['levels of fields', 20, (size: number) => `{ incident(id: "convoy") { ${nest(size - 2, 'partOf', 'id')} } }`],
    ['fields', 500, (size: number) => `{ incident(id: "convoy") { ${'id '.repeat(size - 1)} } }`],
    ['aliases', 100, (size: number) => `{ ${repeat(size, (i) => `a${i}: __typename`)} }`],
    ['directives', 50, (size: number) => `{ ${'__typename @skip(if: true) '.repeat(size)} }`],
  ])('many %s are answered up to %i, in fragments too', async (what, limit, query) => {
    const inFragment = (size: number) => `{ ...All } fragment All on Query ${query(size)}`;
    for (const form of [query, inFragment]) {
      expect(await gateway.answer(form(limit))).toMatchObject({ status: 200, data: expect.anything() });
      const { status, errors } = await time(form(limit + 1));
      expect(status).toBe(400);
      expect(errors).toMatchObject([
        {
          message: `The operation has ${limit + 1} ${what}, fragments included; at most ${limit} are allowed`,
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ]);
    }
  });

  it('what a fragment holds counts at each place that spreads it', async () => {
    const query = `{ a: incident(id: "a") { ...F } b: incident(id: "b") { ...F } } fragment F on Incident { ${'id '.repeat(250)} }`;
    const { errors } = await time(query);
    expect(errors?.[0]?.message).toBe('The operation has 502 fields, fragments included; at most 500 are allowed');
  });

  it('each operation of a document is held to it, also one that is not asked for', async () => {
    const { errors } = await time(`query A { __typename } query B { ${repeat(101, (i) => `a${i}: __typename`)} }`);
    expect(errors).toHaveLength(1);
  });

  it.each([64, 1000, 5000, 30_000])('variables of %i levels are refused', async (levels) => {
    const query = 'query ($w: IncidentWhere) { incidents(where: $w) { totalCount } }';
    const where = `${'{"not":'.repeat(levels)}{}${'}'.repeat(levels)}`;
    const began = process.cpuUsage();
    const response = await gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: `{"query":${JSON.stringify(query)},"variables":{"w":${where}}}`,
    });
    const ms = cpuMsSince(began);
    expect({ status: response.statusCode, ...response.json() }).toEqual({
      status: 400,
      errors: [
        {
          message: '"w" must have at most 64 levels of lists and objects, but has more',
          extensions: { code: 'BAD_USER_INPUT', argument: 'w' },
        },
      ],
    });
    expect(ms).toBeLessThan(boundMs);
  });

  it('a filter of more than 64 levels is refused in literals as in variables, and in what they make together', async () => {
    const filter = (levels: number, inmost: string) => `${'{ not: '.repeat(levels)}${inmost}${' }'.repeat(levels)}`;
    const literal = (levels: number) => `{ incidents(where: ${filter(levels, '{}')}) { totalCount } }`;
    const mixed = (levels: number) =>
      `query ($w: IncidentWhere) { incidents(where: ${filter(levels, '$w')}) { totalCount } }`;
    let w: object = {};
    for (let level = 0; level < 31; level++) w = { and: [w] };
    for (const query of [literal(63), mixed(1)]) {
      const { extensions } = await gateway.answer(query, { w }); // the filters themselves may allow less
      expect(extensions?.cost?.requested).toBe(10);
    }
    for (const query of [literal(64), mixed(2)]) {
      const { status, errors } = await gateway.answer(query, { w });
      expect(status).toBe(400);
      expect(errors).toMatchObject([
        {
          message: '"where" must have at most 64 levels of lists and objects, but has more',
          extensions: { code: 'BAD_USER_INPUT', argument: 'where' },
        },
      ]);
    }
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
