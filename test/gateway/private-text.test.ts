import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../src/process/create-gateway.ts';
import { article, incident, named } from '../support/articles.ts';
import { type Answer, openTestGateway, type TestGateway, testSettings } from '../support/gateway.ts';
import { bearer, openTokenFile, type TokenFile, tokens } from '../support/tokens.ts';

let file: TokenFile;
let gateway: TestGateway;

const text =
  'A convoy was struck near Mosul Dam on Thursday. Zebras were not seen. Nobody claimed it. The dam attack is not over.';
const quote = 'convoy was struck near Mosul Dam';
/** Words and parts of words that occur only in the text. */
const onlyInText = /struck|Thursday|zebra|was not|claimed it/i;

beforeAll(async () => {
  file = openTokenFile({ publicRead: true });
  gateway = await openTestGateway({ auth: file.auth, privateText: true });
  await gateway.seed(
    article('told', {
      title: 'Attack at the Dam',
      publisher: 'The Desk',
      url: 'https://example.org/told#top',
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

/** Sends a query with the token of a role, or without one. */
async function answer(role: keyof typeof tokens | null, query: string): Promise<Answer & { body: string }> {
  const headers = role ? bearer(tokens[role]) : {};
  const response = await gateway.app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
  return { status: response.statusCode, body: response.body, ...response.json() };
}

const evidence = 'evidence { quote prefix suffix start end url }';

/** Queries for every path to an article's text. */
const paths: readonly (readonly [string, string])[] = [
  ['an article', `{ article(id: "told") { text ${evidence} } }`],
  ['an article as JSON', `{ article(id: "told") { json } }`],
  ['a nested article as JSON', `{ incident(id: "convoy") { evidence { article { json url } url } } }`],
  ['a list', `{ articles { nodes { text ${evidence} } edges { node { text } } } }`],
  ['a node', `{ node(id: "Article:told") { ... on Article { text ${evidence} } } }`],
  ['nodes', `{ nodes(ids: ["Article:told"]) { ... on Article { text } } }`],
  ['a nested list', `{ incident(id: "convoy") { articles { nodes { text } } } }`],
  ['a nested node', `{ statement(id: "told.nobody") { article { text } ${evidence} } }`],
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

describe('private article text', () => {
  it.each(paths)('is null for clients without a role, queried through %s', async (_, query) => {
    const { status, errors, data, body } = await answer(null, query);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(JSON.stringify(data)).toContain('null');
    expect(body).not.toMatch(onlyInText);
    for (const found of body.matchAll(/"(?:text|quote|prefix|suffix|[bdfgh])":(\S+?)[,}\]]/g))
      expect(found[1]).toBe('null');
  });

  it.each(paths)('is returned to clients with a role, queried through %s', async (_, query) => {
    for (const role of ['reader', 'editor'] as const) {
      const { errors, body } = await answer(role, query);
      expect(errors).toBeUndefined();
      expect(body).toMatch(/struck|Thursday|Nobody|A convoy|\*\*Dam\*\*/);
    }
  });

  it('is not revealed by links to quotes', async () => {
    const query = '{ incident(id: "convoy") { evidence { url } } }';
    const [nobody, reader] = [await answer(null, query), await answer('reader', query)];
    expect(nobody.data.incident.evidence).toEqual([{ url: 'https://example.org/told#top' }]);
    expect(reader.data.incident.evidence).toEqual([
      { url: 'https://example.org/told#top:~:text=convoy%20was%20struck%20near%20Mosul%20Dam' },
    ]);
  });

  it('does not hide positions and other fields', async () => {
    const query = `{ article(id: "told") { json version } incident(id: "convoy") { title evidence { start end quote claim article { title label publisher } supports { label } } }
      statement(id: "told.nobody") { text } }`;
    expect((await answer(null, query)).data).toEqual({
      article: { json: null, version: 0 },
      incident: {
        title: 'An attack on a convoy',
        evidence: [
          {
            start: 2,
            end: 2 + quote.length,
            quote: null,
            claim: '',
            article: { title: 'Attack at the Dam', label: 'Attack at the Dam', publisher: 'The Desk' },
            supports: { label: 'An attack on a convoy' },
          },
        ],
      },
      statement: { text: 'There was no claim' },
    });
  });

  it('is not read from the store for clients without a role', async () => {
    const commands: object[] = [];
    const listen = ({ command }: { command: object }) => commands.push(command);
    gateway.store.client.on('commandStarted', listen);
    for (const [, query] of paths) await answer(null, query);
    gateway.store.client.off('commandStarted', listen);
    expect(commands.length).toBeGreaterThan(0);
    expect(JSON.stringify(commands)).not.toMatch(/"source"|source\.text/);
  });
});

describe('a search in private text', () => {
  const count = (where: string) =>
    `{ articles(where: { text: ${JSON.stringify(where)} }) { totalCount nodes { id } } }`;
  const found = async (role: 'reader' | null, query: string) => (await answer(role, query)).data;

  it.each([
    ['a word', 'struck', 1, 0],
    ['a word of the title', 'attack', 1, 1],
    ['a word of both', 'dam', 1, 1],
    ['several words, one of which is in the title', 'attack struck', 1, 0],
    ['a phrase', '"not seen"', 1, 0],
    ['a phrase whose words are all in the title', '"attack at the dam"', 1, 1],
    ['a phrase whose words are in the title, not adjacent', '"mosul dam"', 1, 0],
    ['a phrase whose words are in the title, in another order', '"dam attack"', 1, 0],
    ['an excluded word', '-struck', 1, 2],
    ['an excluded word of the title', '-attack', 1, 1],
    ['an excluded phrase', '-"not seen"', 1, 2],
  ])('matches only the title for %s: %s', async (_, where, toReader, toNobody) => {
    expect((await found('reader', count(where))).articles.totalCount).toBe(toReader);
    expect((await found(null, count(where))).articles.totalCount).toBe(toNobody);
  });

  it('reveals nothing through relations, or, not and counts', async () => {
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

  it('ranks by the title only', async () => {
    const query = `{ search(text: "dam", types: [ARTICLE]) { edges { score highlight } }
      articles(where: { text: "dam" }, orderBy: { field: RELEVANCE, direction: DESC }) { nodes { id } } }`;
    const [reader, nobody] = [await found('reader', query), await found(null, query)];
    expect(reader.search.edges).toEqual([{ score: 12, highlight: expect.stringContaining('**Dam**') }]);
    expect(nobody.search.edges).toEqual([{ score: 12, highlight: 'Attack at the **Dam**' }]);
    expect(nobody.articles.nodes).toEqual([{ id: 'Article:told' }]);
    // Each word is in one of two titles, which gives it the rarity ln 2, and its weight there is 8 times 1.5.
    const { search } = await found(null, '{ search(text: "attack dam", types: [ARTICLE]) { edges { score } } }');
    expect(search.edges).toEqual([{ score: 17 }]);
  });
});

describe('the caches', () => {
  const get = (headers: object = {}) =>
    gateway.app.inject({
      url: `/graphql?query=${encodeURIComponent('{ article(id: "told") { text } }')}`,
      headers: { ...headers },
    });

  it('keep responses to clients with and without a role apart', async () => {
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

describe('if no tokens are configured', () => {
  it('only clients with INGEST_TOKEN read texts, and nobody if it is not set', async () => {
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
  it('returns the text to an editor', async () => {
    const query = `mutation { ingestArticle(article: { id: "new", published: "2023-11-12", text: "Written just now." }) {
      node { ... on Article { text } } } }`;
    expect((await answer('editor', query)).data).toEqual({ ingestArticle: { node: { text: 'Written just now.' } } });
  });
});
