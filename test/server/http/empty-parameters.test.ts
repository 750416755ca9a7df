import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article } from '../../support/articles.ts';
import { openTestGateway } from '../../support/gateway.ts';
import { createSmallServer } from '../small-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
let app: FastifyInstance;
let only: FastifyInstance;
beforeAll(async () => {
  const trustedDocuments = join(folder, 'manifest.json');
  writeFileSync(trustedDocuments, '\ufeff{"a":"{ hello }"}');
  app = await createSmallServer();
  only = await createSmallServer({ http: { trustedDocuments, trustedOnly: true } });
});
afterAll(async () => {
  await Promise.all([app.close(), only.close()]);
  rmSync(folder, { recursive: true });
});

const query = 'query=query+A($n:String){hello(name:$n)}';
const get = async (search: string, server = app, headers = {}) => {
  const response = await server.inject({ url: `/graphql?${search}`, headers });
  return { status: response.statusCode, headers: response.headers, body: response.body };
};
const hello = { status: 200, body: expect.stringContaining('"data":{"hello":"hello"}') };

describe('a parameter of a GET', () => {
  it.each([
    `${query}&operationName=`,
    `${query}&variables=`,
    `${query}&extensions=`,
    `operationName=&variables=&extensions=&documentId=&${query}`,
    `${query}&operationName`,
    `${query}&operationName=A&operationName=`,
    `query=&${query}`,
    `${query}&variables=null&extensions=null`,
    `${query}&variables=&variables={"n":"x"}`,
    `${query}&other=&operationName=`,
    `${query}&operationName=A`,
  ])('that is empty is as if it were left out: %s', async (search) => {
    expect(await get(search)).toMatchObject(hello);
  });

  it('that is empty does not change what the others mean', async () => {
    const both = 'query=query+A{hello}query+B{b:hello}&variables=';
    expect((await get(`${both}&operationName=B`)).body).toContain('"data":{"b":"hello"}');
    expect(await get(`${both}&operationName=`)).toMatchObject({ status: 400 });
    const encoded = encodeURIComponent('query Q { a: hello(name: "a&b=c+d é") }');
    expect((await get(`operationName=&query=${encoded}`)).body).toContain('"data":{"a":"hello"}');
  });

  it.each([
    ['operationName=null', `${query}&operationName=null`],
    ['white space', `${query}&variables=%20`],
    ['an empty list', `${query}&variables=[]`],
    ['an empty string as JSON', `${query}&variables=""`],
    ['two that are not empty', `${query}&operationName=A&operationName=A`],
    ['only an empty query', 'query=&operationName='],
  ])('is rejected with %s', async (_, search) => {
    expect(await get(search)).toMatchObject({ status: 400 });
  });

  it('that is empty still lets clients send a document by its id, and open the playground', async () => {
    expect(await get('documentId=a&query=&extensions=', only)).toMatchObject(hello);
    expect(await get('documentId=&query={hello}', only)).toMatchObject({ status: 400 });
    const page = { accept: 'text/html' };
    for (const search of ['query=', 'extensions=&documentId='])
      expect((await get(search, app, page)).headers['content-type']).toMatch(/^text\/(html|plain)/);
    expect((await get(query, app, page)).status).toBe(406);
  });
});

const post = async (payload: string | Buffer, type = 'application/json') => {
  const response = await app.inject({ method: 'POST', url: '/graphql', payload, headers: { 'content-type': type } });
  return { status: response.statusCode, body: response.body };
};

describe('a POST', () => {
  it('may have an empty operationName, which no operation has', async () => {
    for (const operationName of ['""', 'null', '"A"'])
      expect(await post(`{"query": "query A { hello }", "operationName": ${operationName}}`)).toMatchObject(hello);
    expect(await post('{"query": "query A { hello } query B { hello }", "operationName": ""}')).toMatchObject({
      status: 400,
    });
  });

  const body = '{"query": "{ hello }"}';
  it.each([
    ['application/json', `\ufeff${body}`],
    ['application/json; charset="UTF-8"', `\ufeff${body}`],
    ['application/json', `\ufeff \r\n${body}\n`],
    ['application/json', `{"query": "\\ufeff{ hello }"}`],
  ])('may begin with a byte order mark: %s %j', async (type, text) => {
    expect(await post(text, type)).toMatchObject(hello);
  });

  it.each([`\ufeff\ufeff${body}`, '\ufeff', ` \ufeff${body}`, `${body}\ufeff`])(
    'must not have another one: %j',
    async (text) => {
      expect(await post(text)).toMatchObject({ status: 400 });
    },
  );

  it('with a byte order mark can send an article', async () => {
    const gateway = await openTestGateway({ ingestToken: 'x'.repeat(32) });
    const mutation = 'mutation ($a: ArticleInput!) { ingestArticle(article: $a) { accepted refusals { message } } }';
    const payload = `\ufeff${JSON.stringify({ query: mutation, variables: { a: article('first') } })}`;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${'x'.repeat(32)}` };
    const response = await gateway.app.inject({ method: 'POST', url: '/graphql', payload, headers });
    expect(response.json().data).toEqual({ ingestArticle: { accepted: true, refusals: [] } });
    await gateway.close();
  });
});
