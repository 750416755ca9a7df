import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(
    article('drones', {
      text: 'Two drones struck the base. Tehran denied it. The drones were shot down over the café.',
      language: 'en',
      actors: [named('iran', { name: 'Iran', aliases: ['Tehran'] })],
      locations: [named('base', { name: 'Drone Base' })],
      incidents: [
        incident('strike', { title: 'Drone strike', summary: 'Drones struck' }),
        incident('summary', { title: 'Something else', summary: 'A strike by drone' }),
      ],
      statements: [{ id: 'denial', type: 'COMMENT', text: 'It was no drone of ours', speaker: 'iran' }],
    }),
  );
});
afterAll(() => gateway.close());

async function search(text: string, more = ''): Promise<any> {
  const query = `query ($text: String!) { search(text: $text${more}) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { id } edges { score highlight cursor node { id label } }
  } }`;
  return (await gateway.ask(query, { text })).search;
}

const ids = ({ nodes }: any) => nodes.map(({ id }: any) => id);

describe('search', () => {
  it('finds nodes of all types, names before texts', async () => {
    const found = await search('drone');
    expect(ids(found)).toEqual([
      'Incident:strike',
      'Location:base',
      'Article:drones',
      'Statement:drones.denial',
      'Incident:summary',
    ]);
    expect(found.totalCount).toBe(5);
    const scores = found.edges.map(({ score }: any) => score);
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
    expect(found.edges[0]).toMatchObject({ highlight: '**Drone** strike', node: { label: 'Drone strike' } });
  });

  it.each([
    ['all the words', 'drone strike', ['Incident:strike', 'Incident:summary']],
    ['an alias', 'tehran', ['Actor:iran', 'Article:drones']],
    ['a phrase', '"drone strike"', ['Incident:strike']],
    ['words but not others', 'drone -strike', ['Location:base', 'Article:drones', 'Statement:drones.denial']],
    ['only an exclusion', '-drone', ['Actor:iran']],
    ['words in other case and without accents', 'CAFÈ', ['Article:drones']],
    ['nothing', 'nonesuch', []],
  ])('finds %s', async (_what, text, expected) => {
    expect(ids(await search(text))).toEqual(expected);
  });

  it('returns each hit on one page', async () => {
    const found: string[] = [];
    let after = '';
    for (let page = 0; page < 3; page++) {
      const slice = await search('drone', `, first: 2${after}`);
      found.push(...ids(slice));
      expect(slice.pageInfo).toMatchObject({ hasNextPage: page < 2, hasPreviousPage: page > 0 });
      after = `, after: "${slice.pageInfo.endCursor}"`;
    }
    expect(found).toEqual(ids(await search('drone')));
  });

  it('filters by type', async () => {
    expect(ids(await search('drone', ', types: [LOCATION, STATEMENT]'))).toEqual([
      'Location:base',
      'Statement:drones.denial',
    ]);
    expect(ids(await search('drone', ', types: []'))).toEqual([]);
  });

  it('finds the same nodes as the filter text, in the same order by relevance', async () => {
    const { incidents } = await gateway.ask(
      '{ incidents(where: { text: "drone" }, orderBy: [{ field: RELEVANCE, direction: DESC }]) { nodes { id } } }',
    );
    expect(ids(incidents)).toEqual(ids(await search('drone', ', types: [INCIDENT]')));
  });

  it('gives all nodes the same relevance if the text only excludes, so that ids decide the order', async () => {
    const { incidents, all } = await gateway.ask(`{
      incidents(where: { text: "-zebra" }, orderBy: [{ field: RELEVANCE, direction: DESC }]) { nodes { id } }
      all: incidents(where: { text: "-zebra" }, orderBy: [{ field: ID, direction: DESC }]) { nodes { id } }
    }`);
    expect(ids(incidents).length).toBeGreaterThan(1);
    expect(ids(incidents)).toEqual(ids(all));
  });

  it.each([
    ['', 'text', ''],
    ['" "', 'text', ''],
    ['x'.repeat(10_000), 'text', ''],
    ['drone', 'first', ', first: 0'],
    ['drone', 'first', ', first: 101'],
    ['drone', 'after', ', after: "x"'],
  ])('rejects %j, at %s', async (text, argument, more) => {
    const { errors } = await gateway.answer(`query ($text: String!) { search(text: $text${more}) { totalCount } }`, {
      text,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('reports what a text must be and what it was', async () => {
    const { errors } = await gateway.answer('{ search(text: "- \\"\\"") { totalCount } }');
    expect(errors?.[0]?.message).toBe('Argument "text" must be a text with a word, but got: "- \\"\\""');
  });

  it('rejects a cursor of another search', async () => {
    const { pageInfo } = await search('drone', ', first: 2');
    const { errors } = await gateway.answer(
      `{ search(text: "strike", after: "${pageInfo.endCursor}") { totalCount } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });

  it.each(['', '1', '12 30 4', '0 30', '12 -1', '12 1e9', '12 x'])(
    'rejects a cursor in which somebody replaced the rarities by %j',
    async (rarities) => {
      const { pageInfo } = await search('drone strike', ', first: 1');
      const payload = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64url').subarray(6).toString());
      expect(payload.at(-1)).toMatch(/^\d+ \d+$/);
      const forged = Buffer.from(JSON.stringify(payload.with(-1, rarities)));
      const types = ['Incident', 'Actor', 'Statement', 'Location', 'Article'];
      const order = `1 ranked search ${JSON.stringify(['drone strike', types])}\n`;
      const checksum = createHash('sha256').update(order).update(forged).digest().subarray(0, 6);
      const after = Buffer.concat([checksum, forged]).toString('base64url');
      const { errors } = await gateway.answer(`{ search(text: "drone strike", after: "${after}") { totalCount } }`);
      expect(errors?.[0]?.message).toContain('"after" must be a cursor that this list returned, but got');
    },
  );
});
