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

describe('the form of a query', () => {
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

  it('a variable of more than 64 levels is refused by name', async () => {
    let w: object = {};
    for (let level = 0; level < 64; level++) w = { not: w };
    const { errors } = await gateway.answer('query ($w: IncidentWhere) { incidents(where: $w) { totalCount } }', { w });
    expect(errors).toEqual([
      {
        message: '"w" must have at most 64 levels of lists and objects, but has more',
        extensions: { code: 'BAD_USER_INPUT', argument: 'w' },
      },
    ]);
  });

  it('a variable of more than 5,000 values is refused by name', async () => {
    const query = 'query ($w: [ID!]!) { nodes(ids: $w) { id } }';
    const refusal = '"w" must have at most 5,000 values, but has more';
    const messageOf = async (count: number) =>
      (await gateway.answer(query, { w: Array(count).fill('Actor:a') })).errors?.[0]?.message;
    expect(await messageOf(5000)).toBe(refusal);
    expect(await messageOf(4999)).not.toBe(refusal);
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
