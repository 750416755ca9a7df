import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/entities/article/article.ts';
import { formatRejection } from '../../src/ingest/json/rejection.ts';
import { parseArticles } from '../../src/ingest/read/parse-articles.ts';
import { anyArticle } from '../ingest/any-articles.ts';
import { article, incident, named } from '../support/articles.ts';
import { firstSeed } from '../support/runs.ts';
import { type EditorGateway, openEditorGateway, resultFields } from './editor.ts';

let gateway: EditorGateway;

beforeAll(async () => {
  gateway = await openEditorGateway();
});
afterAll(() => gateway.close());

beforeEach(async () => {
  const { database } = gateway.store;
  const names = ['articles', 'withdrawals', 'accounts', 'incidents', 'actors', 'statements', 'locations', 'merges'];
  for (const name of names) await database.collection(name).deleteMany({});
});

const ingest = `mutation ($article: ArticleInput!, $dryRun: Boolean) {
  ingestArticle(article: $article, dryRun: $dryRun) { ${resultFields} node { id label ... on Article { published } } }
}`;
const retract = `mutation ($id: ID!) { retractArticle(id: $id) { ${resultFields} node { id } } }`;
const taken = { accepted: true, refusals: [], skipped: null };
const raid = article('raid', {
  title: 'The raid',
  actors: [named('groups')],
  incidents: [incident('convoy', { participants: [{ actor: 'groups', role: 'PERPETRATOR' }] })],
});

describe('ingestArticle', () => {
  it('accepts an article and reports the changes', async () => {
    const { ingestArticle } = await gateway.edit(ingest, { article: raid });
    expect(ingestArticle).toEqual({
      ...taken,
      changes: [
        { type: 'INCIDENT', created: 1, updated: 0, removed: 0 },
        { type: 'ACTOR', created: 1, updated: 0, removed: 0 },
        { type: 'ARTICLE', created: 1, updated: 0, removed: 0 },
      ],
      node: { id: 'Article:raid', label: 'The raid', published: '2023-11-12' },
    });
    expect(await gateway.ask('{ incident(id: "convoy") { participants { actor { name } } } }')).toEqual({
      incident: { participants: [{ actor: { name: 'The name of groups' } }] },
    });
  });

  it('replaces an article, and removes entities that it no longer contains', async () => {
    await gateway.edit(ingest, { article: raid });
    const { ingestArticle } = await gateway.edit(ingest, { article: article('raid', { actors: [named('others')] }) });
    expect(ingestArticle.changes).toEqual([
      { type: 'INCIDENT', created: 0, updated: 0, removed: 1 },
      { type: 'ACTOR', created: 1, updated: 0, removed: 1 },
      { type: 'ARTICLE', created: 0, updated: 1, removed: 0 },
    ]);
  });

  it('changes nothing if the same article is stored', async () => {
    await gateway.edit(ingest, { article: raid });
    const { ingestArticle } = await gateway.edit(ingest, { article: raid });
    expect(ingestArticle).toMatchObject({ ...taken, changes: [], node: { id: 'Article:raid' } });
  });

  it('changes nothing if it receives the canonical JSON of the stored article', async () => {
    const canonical = (bytes: Buffer) => [...parseArticles({ file: 'a.json', bytes })].map(({ article }) => article)[0];
    const shipped = JSON.parse(readFileSync('seed/articles/us-troops-iraq-2023-11-12.json', 'utf8'));
    const any = fc.sample(anyArticle, { numRuns: 5, seed: firstSeed(1) }).map(withoutLinks);
    for (const written of [{ ...shipped, version: 4 }, ...any]) {
      await gateway.edit(ingest, { article: written });
      const { article } = await gateway.ask('query ($id: ID!) { article(id: $id) { json } }', { id: written.id });
      expect(JSON.stringify(article.json)).toBe(JSON.stringify(canonical(Buffer.from(JSON.stringify(written)))));
      const { ingestArticle } = await gateway.edit(ingest, { article: article.json });
      expect(ingestArticle).toMatchObject({ ...taken, changes: [] });
    }
  });

  it('accepts an article as a literal in the query, with enum values unquoted', async () => {
    const query = `mutation { ingestArticle(article: {
      id: "inline", published: "2023-11-12", text: "A \\"quote\\"\\nand \\u00e9.", url: null,
      incidents: [{ id: "i", title: "I", type: PROTEST, casualties: [{ kind: KILLED, count: 3 }] }]
    }) { accepted } }`;
    expect(await gateway.edit(query)).toEqual({ ingestArticle: { accepted: true } });
    expect(
      await gateway.ask('{ article(id: "inline") { text } incident(id: "i") { type casualties { count { min } } } }'),
    ).toEqual({
      article: { text: 'A "quote"\nand é.' },
      incident: { type: 'PROTEST', casualties: [{ count: { min: 3 } }] },
    });
  });

  it('accepts the default value of a variable', async () => {
    const query = `mutation ($a: ArticleInput! = { id: "d", published: "2023-11-12", text: "T" }) {
      ingestArticle(article: $a) { accepted }
    }`;
    expect(await gateway.edit(query)).toEqual({ ingestArticle: { accepted: true } });
  });

  it('accepts a retraction, and then skips older versions', async () => {
    await gateway.edit(ingest, { article: { ...raid, version: 1 } });
    const withdrawn = await gateway.edit(ingest, { article: { id: 'raid', version: 2, retracted: true } });
    expect(withdrawn.ingestArticle).toMatchObject({ ...taken, node: null });
    const { ingestArticle } = await gateway.edit(ingest, { article: { ...raid, version: 1 } });
    expect(ingestArticle).toEqual({
      accepted: false,
      changes: [],
      refusals: [],
      skipped: 'Version 1 is older than version 2, which was withdrawn',
      node: null,
    });
  });

  it('skips an older version, and gives the reason', async () => {
    await gateway.edit(ingest, { article: { ...raid, version: 3 } });
    const { ingestArticle } = await gateway.edit(ingest, { article: { ...raid, version: 2, title: 'Older' } });
    expect(ingestArticle).toMatchObject({
      accepted: false,
      skipped: 'Version 2 is older than version 3, which is stored',
    });
    expect(await gateway.ask('{ article(id: "raid") { title } }')).toEqual({ article: { title: 'The raid' } });
  });

  it('skips an article if another version is stored than it replaces', async () => {
    const replace = `mutation ($article: ArticleInput!, $replaces: NonNegativeInt, $dryRun: Boolean = false) {
      ingestArticle(article: $article, replaces: $replaces, dryRun: $dryRun) { accepted skipped }
    }`;
    const send = async (version: number, replaces: number, more: object = {}) =>
      (await gateway.edit(replace, { article: { ...raid, version, title: `By ${version}` }, replaces, ...more }))
        .ingestArticle;
    const kept = { accepted: true, skipped: null };
    const skipped = (reason: string) => ({ accepted: false, skipped: reason });
    expect(await send(1, 3)).toEqual(skipped('No version is stored, but the article was to replace version 3'));
    expect(await send(1, 0)).toEqual(kept);
    expect(await send(2, 0)).toEqual(skipped('Version 1 is stored, but the article was to replace none'));
    expect(await send(2, 1)).toEqual(kept);
    expect(await send(2, 1)).toEqual(kept); // sent again, as after a lost response
    expect(await send(3, 1, { dryRun: true })).toEqual(
      skipped('Version 2 is stored, but the article was to replace version 1'),
    );
    expect(await gateway.ask('{ article(id: "raid") { title } }')).toEqual({ article: { title: 'By 2' } });
  });

  it('only reports what would change in a dry run', async () => {
    const before = await gateway.edit(ingest, { article: raid, dryRun: true });
    expect(before.ingestArticle).toMatchObject({ ...taken, node: null });
    expect(before.ingestArticle.changes).toHaveLength(3);
    expect(await gateway.ask('{ articles { totalCount } }')).toEqual({ articles: { totalCount: 0 } });
    const after = await gateway.edit(ingest, { article: raid, dryRun: null });
    expect(after.ingestArticle.changes).toEqual(before.ingestArticle.changes);
  });

  it('returns nodes as they are after each mutation of a request', async () => {
    const query = `mutation ($a: ArticleInput!, $b: ArticleInput!) {
      a: ingestArticle(article: $a) { node { ...Title } }
      b: ingestArticle(article: $b) { node { ...Title } }
    } fragment Title on Article { title incidents { totalCount } }`;
    expect(await gateway.edit(query, { a: raid, b: article('raid', { title: 'Revised' }) })).toEqual({
      a: { node: { title: 'The raid', incidents: { totalCount: 1 } } },
      b: { node: { title: 'Revised', incidents: { totalCount: 0 } } },
    });
  });

  it('serializes concurrent mutations, so that none is lost', async () => {
    const articles = Array.from({ length: 6 }, (_, i) => article(`at-once-${i}`, { actors: [named('shared')] }));
    const answers = await Promise.all(articles.map((each) => gateway.edit(ingest, { article: each })));
    expect(answers.map(({ ingestArticle }) => ingestArticle.accepted)).toEqual(Array(6).fill(true));
    expect(await gateway.ask('{ actor(id: "shared") { articles { totalCount } } }')).toEqual({
      actor: { articles: { totalCount: 6 } },
    });
  });
});

describe('retractArticle', () => {
  it.each(['raid', 'Article:raid'])('removes all that %s contributed', async (id) => {
    await gateway.edit(ingest, { article: raid });
    const { retractArticle } = await gateway.edit(retract, { id });
    expect(retractArticle).toEqual({
      ...taken,
      changes: ['INCIDENT', 'ACTOR', 'ARTICLE'].map((type) => ({ type, created: 0, updated: 0, removed: 1 })),
      node: null,
    });
    expect(await gateway.ask('{ node(id: "Actor:groups") { id } }')).toEqual({ node: null });
  });

  it('changes nothing if the article does not exist', async () => {
    const { retractArticle } = await gateway.edit(retract, { id: 'nobody-wrote-this' });
    expect(retractArticle).toEqual({ ...taken, changes: [], node: null });
  });

  it('warns of an id that was never stored, and leaves no mark', async () => {
    const warn = 'mutation ($id: ID!) { retractArticle(id: $id) { accepted warnings { pointer code message } } }';
    const { retractArticle } = await gateway.edit(warn, { id: 'raid' });
    const warning = { pointer: '', code: 'NOT_STORED', message: 'Article:raid is not stored' };
    expect(retractArticle).toEqual({ accepted: true, warnings: [warning] });
    expect((await gateway.edit(ingest, { article: raid })).ingestArticle).toMatchObject({ accepted: true });
    expect((await gateway.edit(warn, { id: 'raid' })).retractArticle).toEqual({ accepted: true, warnings: [] });
  });

  it.each([undefined, 3])('withdraws at the stored version: %s', async (version) => {
    await gateway.edit(ingest, { article: { ...raid, ...(version && { version }) } });
    await gateway.edit(retract, { id: 'raid' });
    const same = await gateway.edit(ingest, { article: { ...raid, ...(version && { version }) } });
    expect(same.ingestArticle).toMatchObject({ accepted: false, skipped: expect.stringContaining('was withdrawn') });
    const next = await gateway.edit(ingest, { article: { ...raid, version: (version ?? 0) + 1 } });
    expect(next.ingestArticle).toMatchObject({ accepted: true });
  });

  it.each(['Actor:raid', 'The raid', 'raid.statement', ''])('rejects the id %j', async (id) => {
    const { errors } = await gateway.answerEditor(retract, { id });
    expect(errors).toMatchObject([
      { path: ['retractArticle'], extensions: { code: 'BAD_USER_INPUT', argument: 'id' } },
    ]);
  });
});

/** The rejections of a file with these bytes. */
function rejectionsOfFile(text: string) {
  const parsed = [...parseArticles({ file: 'article', bytes: Buffer.from(text), lendsName: false })];
  return parsed
    .flatMap(({ rejections }) => rejections ?? [])
    .map(({ file, ...refusal }) => ({ hint: null, ...refusal, message: formatRejection({ file, ...refusal }) }));
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a rejection', () => {
  it.each<[string, string, string[]]>([
    ['a date that is not in the calendar', '{"id": "a", "published": "2024-02-30", "text": "T"}', ['/published']],
    ['several errors', '{"id": "A", "published": "2023",\n  "text": "T",\n  "incidents": [{"id": "i"}]}', ['/id']],
    [
      'a quote that the text does not contain',
      '{"id":"a","published":"2023-01-01","text":"T","actors":[{"id":"x","name":"X","evidence":["no"]}]}',
      ['/actors/0/evidence/0'],
    ],
    ['an unknown key', '{"id": "a", "published": "2023-01-01", "text": "T", "titel": "x"}', ['/titel']],
    ['a prototype', '{"id": "a", "published": "2023-01-01", "text": "T", "__proto__": {"x": 1}}', ['/__proto__']],
    [
      'a constructor',
      '{"id": "a", "published": "2023-01-01", "text": "T", "constructor": {"prototype": 1}}',
      ['/constructor'],
    ],
    ['a duplicate key', '{"id": "a", "id": "b", "published": "2023-01-01", "text": "T"}', ['/id']],
    ['a duplicate key, once escaped', '{"id": "a", "\\u0069d": "b", "published": "2023-01-01", "text": "T"}', ['/id']],
    ['a lone surrogate', '{"id": "a", "published": "2023-01-01", "text": "\\ud83d!"}', ['/text']],
    ['NUL', '{"id": "a", "published": "2023-01-01", "text": "\\u0000"}', ['/text']],
    [
      'a number beyond all doubles',
      '{"id": "a", "published": "2023-01-01", "text": "T", "version": 1e400}',
      ['/version'],
    ],
    [
      'digits past 2^53',
      '{"id": "a", "published": "2023-01-01", "text": "T", "version": 9007199254740993}',
      ['/version'],
    ],
    ['nesting of 65', `{"id": "a", "published": "2023-01-01", "text": ${nested(65)}}`, [`/text${'/0'.repeat(63)}`]],
    [
      'nesting of 20,000',
      `{"id": "a", "published": "2023-01-01", "text": ${nested(20_000)}}`,
      [`/text${'/0'.repeat(63)}`],
    ],
    ['no id', '{"published": "2023-01-01", "text": "T"}', ['']],
    ['a string', '"an article"', ['']],
    ['a number alone, beyond all doubles', '1e400', ['']],
    ['brackets in strings', '{"id": "]}\\"", "published": "2023-01-01", "text": "{[\\\\"}', ['/id']],
  ])('equals that of a file with the same bytes, for %s', async (_, text, pointers) => {
    const expected = rejectionsOfFile(text);
    expect(expected.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(pointers));
    const { status, data, errors } = await gateway.ingestText(text);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data.ingestArticle).toEqual({ accepted: false, changes: [], skipped: null, refusals: expected });
  });

  it('gives the line and column within the variable, not within the body', async () => {
    const { data } = await gateway.ingestText('{\n  "id": "a",\n  "published": "soon", "text": "T" }');
    expect(data.ingestArticle.refusals).toMatchObject([{ pointer: '/published', line: 3, column: 16 }]);
    expect(data.ingestArticle.refusals[0].message).toMatch(
      /^article:3:16 \/published must be .*, but got: "soon"\. Give /,
    );
  });

  it('is returned for an array, even if every article in it is valid', async () => {
    const { data } = await gateway.ingestText('[{"id": "a", "published": "2023-01-01", "text": "T"}]');
    expect(data.ingestArticle.refusals).toEqual([
      {
        pointer: '',
        line: 1,
        column: 1,
        expected: 'an article',
        found: 'an array',
        hint: null,
        message: 'article:1:1 must be an article, but got: an array',
      },
    ]);
  });

  it('changes nothing, and does not affect other mutations of the request', async () => {
    const query = `mutation ($bad: ArticleInput!, $good: ArticleInput!) {
      bad: ingestArticle(article: $bad) { accepted } good: ingestArticle(article: $good) { accepted }
    }`;
    const bad = { ...raid, id: 'bad', published: 'soon' };
    expect(await gateway.edit(query, { bad, good: raid })).toEqual({
      bad: { accepted: false },
      good: { accepted: true },
    });
    expect(await gateway.ask('{ articles { nodes { id } } }')).toEqual({
      articles: { nodes: [{ id: 'Article:raid' }] },
    });
  });

  it('is the same for a literal as for its JSON on one line', async () => {
    const query = `mutation { ingestArticle(article: {
      id: "a"  version: 9007199254740993, published: SOON, text: "T", actors: [{ id: "x" name: 1e400 }]
    }) { ${resultFields} } }`;
    const text =
      '{"id":"a","version":9007199254740993,"published":"SOON","text":"T","actors":[{"id":"x","name":1e400}]}';
    const expected = rejectionsOfFile(text);
    expect(expected.length).toBeGreaterThanOrEqual(3);
    expect((await gateway.edit(query)).ingestArticle.refusals).toEqual(expected);
  });
});

describe('the GraphQL server', () => {
  it.each([
    ['a duplicate key in a literal', '{ id: "a", id: "b" }', 'There can be only one input field named "id".'],
    ['a lone surrogate in a literal', '{ id: "\\ud83d" }', 'Syntax Error: Invalid Unicode escape sequence: "\\ud83d".'],
  ])('rejects %s', async (_, literal, message) => {
    const { status, errors } = await gateway.answerEditor(
      `mutation { ingestArticle(article: ${literal}) { accepted } }`,
    );
    expect({ status, message: errors?.[0]?.message }).toEqual({ status: 400, message });
  });

  it('rejects a variable within a literal', async () => {
    const query = 'mutation ($t: String!) { ingestArticle(article: { id: "a", text: $t }) { accepted } }';
    const { status, errors } = await gateway.answerEditor(query, { t: 'T' });
    expect(status).toBe(400);
    expect(errors).toMatchObject([
      { message: 'An article literal cannot contain variables: pass the whole article as one variable' },
    ]);
  });

  it.each([
    ['null', { article: null }],
    ['no value', {}],
  ])('rejects %s instead of an article', async (_, variables) => {
    const { status, errors } = await gateway.answerEditor(ingest, variables);
    expect({ status, code: errors?.[0]?.extensions.code }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it('rejects a body that is not UTF-8', async () => {
    const { app } = gateway;
    const headers = { 'content-type': 'application/json' };
    const payload = Buffer.concat([
      Buffer.from('{"query": "{ __typename }", "variables": {"a": "'),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('"}}'),
    ]);
    const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({
      errors: [{ message: 'The body is not UTF-8', extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});

/** Its statements' links may lead to statements of its own that it does not have. */
function withoutLinks(article: Article): Article {
  return { ...article, statements: (article.statements ?? []).map(({ links, ...statement }) => statement) };
}
