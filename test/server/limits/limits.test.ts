import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../../support/articles.ts';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';

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

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const nest = (depth: number, open: string, inmost: string) =>
  `${`${open} { `.repeat(depth)}${inmost}${' }'.repeat(depth)}`;

describe('the size of a query', () => {
  it.each([
    ['400 times the same field', `{ incidents { nodes { ${'id '.repeat(400)} } } }`],
    ['the same connection 100 times', `{ ${'incidents { nodes { id } } '.repeat(100)} }`],
    [
      'a hundred small fragments',
      `{ incidents { nodes { ${repeat(100, (i) => `...F${i}`)} } } } ${repeat(100, (i) => `fragment F${i} on Incident { id }`)}`,
    ],
  ])('may be large if the query is cheap to execute: %s', async (_, query) => {
    const { status, errors } = await gateway.answer(query);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  });

  it.each([
    ['levels of fields', 20, (size: number) => `{ incident(id: "convoy") { ${nest(size - 2, 'partOf', 'id')} } }`],
    ['fields', 500, (size: number) => `{ incident(id: "convoy") { ${'id '.repeat(size - 1)} } }`],
    ['aliases', 100, (size: number) => `{ ${repeat(size, (i) => `a${i}: __typename`)} }`],
    ['directives', 50, (size: number) => `{ ${'__typename @skip(if: true) '.repeat(size)} }`],
  ])('is limited in %s to %i, including fragments', async (what, limit, query) => {
    const inFragment = (size: number) => `{ ...All } fragment All on Query ${query(size)}`;
    for (const form of [query, inFragment]) {
      expect(await gateway.answer(form(limit))).toMatchObject({ status: 200, data: expect.anything() });
      const { status, errors } = await gateway.answer(form(limit + 1));
      expect(status).toBe(400);
      expect(errors).toMatchObject([
        {
          message: `The operation has ${limit + 1} ${what}, fragments included; at most ${limit} are allowed`,
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ]);
    }
  });

  it('includes the contents of a fragment at each spread', async () => {
    const query = `{ a: incident(id: "a") { ...F } b: incident(id: "b") { ...F } } fragment F on Incident { ${'id '.repeat(250)} }`;
    const { errors } = await gateway.answer(query);
    expect(errors?.[0]?.message).toBe('The operation has 502 fields, fragments included; at most 500 are allowed');
  });

  it('is limited for each operation of a document, executed or not', async () => {
    const { errors } = await gateway.answer(
      `query A { __typename } query B { ${repeat(101, (i) => `a${i}: __typename`)} }`,
    );
    expect(errors).toHaveLength(1);
  });

  it('includes the nesting of variables, up to 64 levels', async () => {
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

  it('includes the values of variables, up to 5,000', async () => {
    const query = 'query ($w: [ID!]!) { nodes(ids: $w) { id } }';
    const refusal = '"w" must have at most 5,000 values, but has more';
    const messageOf = async (count: number) =>
      (await gateway.answer(query, { w: Array(count).fill('Actor:a') })).errors?.[0]?.message;
    expect(await messageOf(5000)).toBe(refusal);
    expect(await messageOf(4999)).not.toBe(refusal);
  });

  it('includes the nesting of filters, up to 64 levels in literals and variables together', async () => {
    const filter = (levels: number, inmost: string) => `${'{ not: '.repeat(levels)}${inmost}${' }'.repeat(levels)}`;
    const literal = (levels: number) => `{ incidents(where: ${filter(levels, '{}')}) { totalCount } }`;
    const mixed = (levels: number) =>
      `query ($w: IncidentWhere) { incidents(where: ${filter(levels, '$w')}) { totalCount } }`;
    let w: object = {};
    for (let level = 0; level < 31; level++) w = { and: [w] };
    for (const query of [literal(63), mixed(1)]) {
      const { extensions } = await gateway.answer(query, { w }); // the filters may have lower limits of their own
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

describe('a real client', () => {
  it.each([
    ['as GraphiQL sends it', getIntrospectionQuery()],
    [
      'with all options',
      getIntrospectionQuery({
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
  ])('may send full introspection %s', async (_, query) => {
    const data = await gateway.ask(query);
    expect(data.__schema.types.length).toBeGreaterThan(100);
  });

  it('may send a query of four hops in the style of Relay', async () => {
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
