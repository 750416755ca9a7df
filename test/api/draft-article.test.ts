import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

const query = `query ($text: String!, $published: String!, $language: String) {
  draftArticle(text: $text, published: $published, language: $language) {
    article toCheck { pointer certainty reason } uncovered { start end sentence }
  }
}`;
const published = '2025-03-12';
const text =
  'A roadside bomb killed three soldiers near Mosul, Iraq, on Monday. The Northern Brigade claimed responsibility for the attack. ' +
  'Two of the trucks burned for 3 hours.';

describe('draftArticle', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await openTestGateway();
    const actor = { id: 'northern-brigade-2014', name: 'Northern Brigade', kind: 'ARMED_GROUP' };
    await gateway.seed({ id: 'before', published: '2025-01-01', text: 'Before.', actors: [actor] });
  });
  afterAll(() => gateway.close());

  it('returns an article that is accepted, whose actors have the ids of the store', async () => {
    const { draftArticle } = await gateway.ask(query, { text, published });
    const { article } = draftArticle;
    expect(article).toMatchObject({ published, text, incidents: [{ date: { edtf: '2025-03-10' } }] });
    expect(article.actors.map(({ id }: { id: string }) => id)).toContain('northern-brigade-2014');
    const check = 'query ($a: ArticleInput!) { checkArticle(article: $a) { accepted refusals { message } } }';
    expect(await gateway.ask(check, { a: article })).toEqual({ checkArticle: { accepted: true, refusals: [] } });
  });

  it('lists what to check, and the sentences without evidence by their place in the text', async () => {
    const { draftArticle } = await gateway.ask(query, { text, published });
    for (const { start, end, sentence } of draftArticle.uncovered) expect(text.slice(start, end)).toBe(sentence);
    const certainties = draftArticle.toCheck.map(({ certainty }: { certainty: number }) => certainty);
    expect(certainties).toEqual([...certainties].sort((a, b) => a - b));
  });

  it('stores nothing', async () => {
    await gateway.ask(query, { text, published });
    expect(await gateway.ask('{ articles { totalCount } incidents { totalCount } }')).toEqual({
      articles: { totalCount: 1 },
      incidents: { totalCount: 0 },
    });
  });

  it.each([
    [{ text, published: 'yesterday' }, 'published', 'a calendar day or a moment'],
    [{ text: '  ', published }, 'text', 'a text with at least one word'],
    [{ text: 'A\u0000B', published }, 'text', 'no NUL'],
  ])('rejects %j', async (variables, argument, expected) => {
    const { errors } = await gateway.answer(query, variables);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
    expect(errors?.[0]?.message).toContain(expected);
  });

  it('costs 100, and 1 for every 3 bytes of the text', async () => {
    const ask = async (words: string) => {
      const { extensions } = await gateway.answer(
        'query ($t: String!) { draftArticle(text: $t, published: "2025-03-12") { article } }',
        {
          t: words,
        },
      );
      return extensions?.cost?.requested ?? 0;
    };
    const [short, long] = [await ask('Rain.'), await ask(`Rain.${' é.'.repeat(100)}`)];
    expect(short).toBeGreaterThanOrEqual(100 + 2);
    expect(long - short).toBe(Math.ceil(405 / 3) - Math.ceil(5 / 3));
  });
});
