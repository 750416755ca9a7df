import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(
    article('baghdad-news', {
      title: 'Baghdad in the news',
      actors: [named('iran', { name: 'Iran', aliases: ['Tehran'] })],
      locations: [named('baghdad', { name: 'Baghdad' })],
      incidents: [incident('bombing', { title: 'Baghdad bombing' })],
    }),
  );
});
afterAll(() => gateway.close());

async function suggest(text: string, more = ''): Promise<any[]> {
  const query = `query ($text: String!) { suggest(text: $text${more}) { node { id label } label matched score } }`;
  return (await gateway.ask(query, { text })).suggest;
}

const ids = (suggestions: any[]) => suggestions.map(({ node }) => node.id);

describe('suggest', () => {
  it('finds names and titles by their beginning, whole names first', async () => {
    expect(ids(await suggest('bagh')).toSorted()).toEqual([
      'Article:baghdad-news',
      'Incident:bombing',
      'Location:baghdad',
    ]);
    const [first] = await suggest('Baghdad');
    expect(first).toEqual({
      node: { id: 'Location:baghdad', label: 'Baghdad' },
      label: 'Baghdad',
      matched: 'Baghdad',
      score: 1,
    });
  });

  it('reports the alias that matches', async () => {
    expect(await suggest('tehr')).toMatchObject([{ node: { id: 'Actor:iran' }, label: 'Iran', matched: 'Tehran' }]);
  });

  it('suggests only the types asked for', async () => {
    expect(ids(await suggest('bagh', ', types: [LOCATION]'))).toEqual(['Location:baghdad']);
    expect(await suggest('bagh', ', types: []')).toEqual([]);
    const { errors } = await gateway.answer('{ suggest(text: "a", types: [ACTOR, STATEMENT]) { label } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'types.1' });
  });
});
