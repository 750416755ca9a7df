import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../src/create-gateway.ts';
import { article, incident, named } from '../support/articles.ts';
import { type Answer, openTestGateway, type TestGateway, testSettings } from '../support/gateway.ts';
import { bearer, openTokenFile, type TokenFile, tokens } from '../support/tokens.ts';

let file: TokenFile;
let gateway: TestGateway;

const text =
  'A convoy was struck near Mosul Dam on Thursday. Zebras were not seen. Nobody claimed it. The dam attack is not over.';
const quote = 'convoy was struck near Mosul Dam';
/** Words, and parts of words, that stand in the text alone. */
const onlyInText = /struck|Thursday|zebra|was not|claimed it/i;

beforeAll(async () => {
  file = openTokenFile({ publicRead: true });
  gateway = await openTestGateway({ auth: file.auth, privateText: true });
  await gateway.seed(
    article('told', {
      title: 'Attack at the Dam',
      publisher: 'The Desk',
      language: 'en',
      text,
      locations: [named('mosul-dam', { name: 'Mosul Dam', evidence: ['near Mosul Dam'] })],
      actors: [
        named('troops', { name: 'Troops', affiliations: [{ type: 'PART_OF', actor: 'army', evidence: ['Nobody'] }] }),
        named('army', { name: 'Army' }),
      ],
      incidents: [
        incident('convoy', {
          title: 'An attack on a convoy',
          location: 'mosul-dam',
          participants: [{ actor: 'troops', role: 'TARGET', evidence: ['A convoy'] }],
          weapons: [{ method: 'IED', evidence: ['struck'] }],
          casualties: [{ kind: 'INJURED', count: 3, evidence: ['on Thursday'] }],
          evidence: [quote],
        }),
      ],
      statements: [
        {
          id: 'nobody',
          type: 'REPORT',
          text: 'There was no claim',
          incidents: ['convoy'],
          evidence: ['Nobody claimed it'],
        },
      ],
    }),
    article('other', { title: 'Elsewhere', text: 'Quiet days in the harbour.' }),
  );
});
afterAll(async () => {
  await gateway?.close();
  file?.remove();
});

/** With the token of a role, or of none. */
async function answer(role: keyof typeof tokens | null, query: string): Promise<Answer & { body: string }> {
  const headers = role ? bearer(tokens[role]) : {};
  const response = await gateway.app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
  return { status: response.statusCode, body: response.body, ...response.json() };
}

const evidence = 'evidence { quote prefix suffix start end }';

/** Each way to an article's text, and where in the answer it is. */
const paths: readonly (readonly [string, string])[] = [
  ['an article', `{ article(id: "told") { text ${evidence} } }`],
  ['a list', `{ articles { nodes { text ${evidence} } edges { node { text } } } }`],
  ['a node', `{ node(id: "Article:told") { ... on Article { text ${evidence} } } }`],
  ['nodes', `{ nodes(ids: ["Article:told"]) { ... on Article { text } } }`],
  ['a nested list', `{ incident(id: "convoy") { articles { nodes { text } } } }`],
  ['a nested thing', `{ statement(id: "told.nobody") { article { text } ${evidence} } }`],
  ['what supports an incident', `{ incident(id: "convoy") { ${evidence} } }`],
  ['the article of evidence', `{ incident(id: "convoy") { evidence { article { text } } } }`],
  [
    'parts of an incident',
    `{ incident(id: "convoy") { participants { ${evidence} } weapons { ${evidence} } casualties { ${evidence} } } }`,
  ],
  [
    'reports',
    `{ incident(id: "convoy") { reports { article { text } participants { ${evidence} } weapons { ${evidence} } casualties { ${evidence} } } } }`,
  ],
  ['a place', `{ location(id: "mosul-dam") { ${evidence} articles { nodes { text } } } }`],
  ['an actor', `{ actor(id: "troops") { ${evidence} affiliations { ${evidence} } articles { nodes { text } } } }`],
  ['groups', `{ incidents { groups(by: LOCATION) { node { ... on Location { ${evidence} } } } } }`],
  [
    'a search',
    `{ search(text: "dam") { edges { highlight node { ... on Article { text } } } nodes { ... on Article { text } } } }`,
  ],
  [
    'all at once, under other names',
    `{ a: article(id: "told") { b: text } c: articles { nodes { ...F } } } fragment F on Article { d: text e: evidence { f: quote g: prefix h: suffix } }`,
  ],
];

describe('the text of an article that is private', () => {
  it.each(paths)('is for nobody without a role, by %s', async (_, query) => {
    const { status, errors, data, body } = await answer(null, query);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(JSON.stringify(data)).toContain('null');
    expect(body).not.toMatch(onlyInText);
    for (const found of body.matchAll(/"(?:text|quote|prefix|suffix|[bdfgh])":(\S+?)[,}\]]/g))
      expect(found[1]).toBe('null');
  });

  it.each(paths)('is for those with a role, by %s', async (_, query) => {
    for (const role of ['reader', 'editor'] as const) {
      const { errors, body } = await answer(role, query);
      expect(errors).toBeUndefined();
      expect(body).toMatch(/struck|Thursday|Nobody|A convoy|\*\*Dam\*\*/);
    }
  });

  it('leaves where words begin and end, and all else', async () => {
    const query = `{ incident(id: "convoy") { title evidence { start end quote article { title label publisher } supports { label } } }
      statement(id: "told.nobody") { text } }`;
    expect((await answer(null, query)).data).toEqual({
      incident: {
        title: 'An attack on a convoy',
        evidence: [
          {
            start: 2,
            end: 2 + quote.length,
            quote: null,
            article: { title: 'Attack at the Dam', label: 'Attack at the Dam', publisher: 'The Desk' },
            supports: { label: 'An attack on a convoy' },
          },
        ],
      },
      statement: { text: 'There was no claim' },
    });
  });

  it('is not read from the store for nobody', async () => {
    const commands: object[] = [];
    const listen = ({ command }: { command: object }) => commands.push(command);
    gateway.store.client.on('commandStarted', listen);
    await answer(null, paths[0]?.[1] ?? '');
    gateway.store.client.off('commandStarted', listen);
    expect(commands.length).toBeGreaterThan(0);
    expect(JSON.stringify(commands)).not.toContain('source.text');
  });
});

describe('asking for words of a private text', () => {
  const count = (where: string) =>
    `{ articles(where: { text: ${JSON.stringify(where)} }) { totalCount nodes { id } } }`;
  const found = async (role: 'reader' | null, query: string) => (await answer(role, query)).data;

  it.each([
    ['a word', 'struck', 1, 0],
    ['a word of the title', 'attack', 1, 1],
    ['a word of both', 'dam', 1, 1],
    ['words, one of which is in the title', 'attack struck', 1, 0],
    ['a phrase', '"not seen"', 1, 0],
    ['a phrase whose words are all in the title', '"attack at the dam"', 1, 1],
    ['a phrase of words that are in the title, elsewhere', '"mosul dam"', 1, 0],
    ['a phrase of words that are all in the title, otherwise', '"dam attack"', 1, 0],
    ['a word that is left out', '-struck', 1, 2],
    ['a word of the title that is left out', '-attack', 1, 1],
    ['a phrase that is left out', '-"not seen"', 1, 2],
  ])('finds by %s what the title says: %s', async (_, where, toReader, toNobody) => {
    expect((await found('reader', count(where))).articles.totalCount).toBe(toReader);
    expect((await found(null, count(where))).articles.totalCount).toBe(toNobody);
  });

  it('tells nothing through relations, or, not and counts', async () => {
    const ways = (word: string) => `{
      some: incidents(where: { articles: { some: { text: "${word}" } } }) { totalCount }
      none: incidents(where: { articles: { none: { text: "${word}" } } }) { totalCount }
      count: incidents(where: { articles: { count: { where: { text: "${word}" }, gte: 1 } } }) { totalCount }
      not: articles(where: { not: { text: "${word}" } }) { totalCount }
      or: articles(where: { or: [{ text: "${word}" }] }) { totalCount }
      to: statements(where: { article: { text: "${word}" } }) { totalCount }
      nested: incidents { nodes { articles(where: { text: "${word}" }) { totalCount groups(by: PUBLISHER) { count } } } }
      search(text: "${word}") { totalCount nodes { id } }
    }`;
    expect(await found(null, ways('struck'))).toEqual(await found(null, ways('neverthere')));
    expect(await found('reader', ways('struck'))).not.toEqual(await found('reader', ways('neverthere')));
  });

  it('ranks by the title alone', async () => {
    const query = `{ search(text: "dam", types: [ARTICLE]) { edges { score highlight } }
      articles(where: { text: "dam" }, orderBy: { field: RELEVANCE, direction: DESC }) { nodes { id } pageInfo { endCursor } } }`;
    const [reader, nobody] = [await found('reader', query), await found(null, query)];
    expect(reader.search.edges).toEqual([{ score: 10, highlight: expect.stringContaining('**Dam**') }]);
    expect(nobody.search.edges).toEqual([{ score: 8, highlight: 'Attack at the **Dam**' }]);
    expect(nobody.articles.nodes).toEqual([{ id: 'Article:told' }]);
    expect(nobody.articles.pageInfo.endCursor).not.toBe(reader.articles.pageInfo.endCursor);
  });
});

describe('caches', () => {
  const get = (headers: object = {}) =>
    gateway.app.inject({
      url: `/graphql?query=${encodeURIComponent('{ article(id: "told") { text } }')}`,
      headers: { ...headers },
    });

  it('keep apart what those with a role and those without were answered', async () => {
    const [reader, nobody] = [await get(bearer(tokens.reader)), await get()];
    expect(reader.json().data.article.text).toBe(text);
    expect(nobody.json().data.article.text).toBeNull();
    expect(reader.headers['cache-control']).toMatch(/^private/);
    expect(nobody.headers['cache-control']).toMatch(/^public/);
    for (const { headers } of [reader, nobody]) expect(String(headers.vary).split(', ')).toContain('authorization');
    const tag = String(reader.headers.etag);
    expect((await get({ 'if-none-match': tag })).statusCode).toBe(200);
    expect((await get({ 'if-none-match': tag, ...bearer(tokens.reader) })).statusCode).toBe(304);
  });
});

describe('without tokens of their own', () => {
  it('readers are those who have INGEST_TOKEN, and nobody where there is none', async () => {
    const ingestToken = 'the-token-of-those-who-ingest-0123456789';
    const open = (settings: object) =>
      createGateway(gateway.store, { ...testSettings, privateText: true, ...settings });
    const [guarded, closed] = [await open({ ingestToken }), await open({})];
    const textFor = async (app: typeof guarded, headers: object) => {
      const payload = { query: '{ article(id: "told") { text } }' };
      const response = await app.inject({ method: 'POST', url: '/graphql', payload, headers: { ...headers } });
      return response.json().data?.article.text ?? response.statusCode;
    };
    expect(await textFor(guarded, bearer(ingestToken))).toBe(text);
    expect(await textFor(guarded, {})).toBe(200);
    expect(await textFor(guarded, bearer('a-wrong-token-0123456789-0123456789'))).toBe(401);
    expect(await textFor(closed, {})).toBe(200);
    expect(await textFor(closed, bearer(ingestToken))).toBe(200);
    await Promise.all([guarded.close(), closed.close()]);
  });
});

describe('a mutation', () => {
  it('answers an editor with the text', async () => {
    const query = `mutation { ingestArticle(article: { id: "new", published: "2023-11-12", text: "Written just now." }) {
      node { ... on Article { text } } } }`;
    expect((await answer('editor', query)).data).toEqual({ ingestArticle: { node: { text: 'Written just now.' } } });
  });
});
