import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident } from '../support/articles.ts';
import { type EditorGateway, openEditorGateway, resultFields } from './editor.ts';

let gateway: EditorGateway;

beforeAll(async () => {
  gateway = await openEditorGateway();
});
afterAll(() => gateway.close());

const fields = `${resultFields} warnings { pointer code message } node { id }`;
const check = `query ($article: ArticleInput!) { checkArticle(article: $article) { ${fields} } }`;
const ingest = `mutation ($article: ArticleInput!, $dryRun: Boolean) {
  ingestArticle(article: $article, dryRun: $dryRun) { ${fields} }
}`;

const text = 'Three soldiers were killed on Thursday.';
const stated = (id: string, count: number, more: object = {}) =>
  article(id, {
    language: 'en',
    text,
    incidents: [
      incident(`${id}-i`, {
        casualties: [{ kind: 'KILLED', count, evidence: ['Three soldiers were killed'] }],
        evidence: [text],
      }),
    ],
    ...more,
  });
const warning = {
  pointer: '/incidents/0/casualties/0/count',
  code: 'NUMBER_NOT_IN_QUOTE',
  message: 'The quote says 3, not 4',
};

describe('ingestArticle', () => {
  it('returns warnings about facts that the text of an accepted article does not support, also in a dry run', async () => {
    const { ingestArticle: dry } = await gateway.edit(ingest, { article: stated('warned', 4), dryRun: true });
    expect(dry).toMatchObject({ accepted: true, warnings: [warning], node: null });
    const { ingestArticle } = await gateway.edit(ingest, { article: stated('warned', 4) });
    expect(ingestArticle).toMatchObject({ accepted: true, warnings: [warning], node: { id: 'Article:warned' } });
    const { ingestArticle: mended } = await gateway.edit(ingest, { article: stated('warned', 3) });
    expect(mended).toMatchObject({ accepted: true, warnings: [] });
  });

  it('rejects "textFile", which only articles in files may use', async () => {
    const { text: _, ...others } = stated('elsewhere', 3) as Record<string, unknown>;
    const { ingestArticle } = await gateway.edit(ingest, { article: { ...others, textFile: 'report.txt' } });
    expect(ingestArticle.accepted).toBe(false);
    const again = await gateway.edit(
      'mutation ($article: ArticleInput!) { ingestArticle(article: $article) { refusals { pointer expected } } }',
      { article: { ...others, textFile: 'report.txt' } },
    );
    expect(again.ingestArticle.refusals).toContainEqual({
      pointer: '/textFile',
      expected: 'absent unless the article is in a file',
    });
  });

  it('returns no warnings for a rejected article or a retraction', async () => {
    const rejected = await gateway.edit(ingest, { article: stated('rejected', 4, { titel: 'x' }) });
    expect(rejected.ingestArticle).toMatchObject({ accepted: false, warnings: [] });
    const retracted = await gateway.edit(ingest, { article: { id: 'retracted', retracted: true } });
    expect(retracted.ingestArticle).toMatchObject({ accepted: true, warnings: [] });
  });

  it('returns at most 1,000 warnings', async () => {
    const actors = Array.from({ length: 1_200 }, (_, at) => ({ id: `a-${at}`, name: `Name ${at}` }));
    const { ingestArticle } = await gateway.edit(ingest, { article: article('many', { actors }), dryRun: true });
    expect(ingestArticle.warnings).toHaveLength(1_000);
  });
});

describe('checkArticle', () => {
  it.each([
    ['an article with warnings', stated('checked', 4)],
    ['an article without warnings', stated('checked', 3)],
    ['a rejected article', stated('checked', 3, { titel: 'x' })],
    ['a retraction', { id: 'checked', retracted: true }],
  ])('returns the same as a dry run for %s, without the editor role', async (_what, given) => {
    const { ingestArticle } = await gateway.edit(ingest, { article: given, dryRun: true });
    const { checkArticle } = await gateway.ask(check, { article: given });
    // The columns of errors count from the start of the value in the request.
    expect(checkArticle).toEqual(ingestArticle);
  });

  it('stores nothing', async () => {
    const before = await gateway.ask('{ articles { totalCount } revision: incidents { totalCount } }');
    await gateway.ask(check, { article: stated('unstored', 3) });
    expect(await gateway.ask('{ articles { totalCount } revision: incidents { totalCount } }')).toEqual(before);
    expect(await gateway.ask('{ article(id: "unstored") { id } }')).toEqual({ article: null });
  });

  it('returns what would change, in a query with other fields', async () => {
    const query = `query ($article: ArticleInput!) {
      before: articles(first: 1) { totalCount }
      checkArticle(article: $article) { changes { type created } }
      after: articles(first: 1) { totalCount }
    }`;
    const { before, after, checkArticle } = await gateway.ask(query, { article: stated('beside', 3) });
    expect(after).toEqual(before);
    expect(checkArticle.changes).toEqual([
      { type: 'INCIDENT', created: 1 },
      { type: 'ARTICLE', created: 1 },
    ]);
  });

  it('accepts an article as a literal, and in the query string of a GET request', async () => {
    const literal = `{ checkArticle(article: { id: "l", published: "2023-11-12", text: "T" }) { accepted } }`;
    expect(await gateway.ask(literal)).toEqual({ checkArticle: { accepted: true } });
    const query = new URLSearchParams({ query: check, variables: JSON.stringify({ article: stated('by-get', 4) }) });
    const headers = { 'apollo-require-preflight': '1' };
    const response = await gateway.app.inject({ method: 'GET', url: `/graphql?${query}`, headers });
    expect(response.json().data.checkArticle).toMatchObject({ accepted: true, warnings: [warning] });
  });
});
