import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrustedDocuments } from '../../../src/server/http/trusted-documents.ts';
import { createSmallServer } from '../small-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
const hello = 'query Hello($n: String) { hello(name: $n) }';
const repaint = 'mutation Repaint { repaint }';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const other = '{ other: hello }';

function manifest(content: unknown): string {
  const path = join(folder, `${hash(JSON.stringify(content) ?? '').slice(0, 12)}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

let also: FastifyInstance;
let only: FastifyInstance;
let none: FastifyInstance;

beforeAll(async () => {
  const trustedDocuments = manifest({ [hash(hello)]: hello, [hash(repaint)]: repaint, wrong: '{ helo }', open: '{' });
  also = await createSmallServer({ http: { trustedDocuments } });
  only = await createSmallServer({ http: { trustedDocuments, trustedOnly: true } });
  none = await createSmallServer();
});

afterAll(async () => {
  await Promise.all([also.close(), only.close(), none.close()]);
  rmSync(folder, { recursive: true });
});

async function post(app: FastifyInstance, payload: object, accept = 'application/json') {
  const response = await app.inject({ method: 'POST', url: '/graphql', payload, headers: { accept } });
  return { status: response.statusCode, type: response.headers['content-type'], ...response.json() };
}

const persistedQuery = (sha256Hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
const rejection = (code: string) => ({ status: 400, errors: [{ message: expect.any(String), extensions: { code } }] });

describe('a trusted document', () => {
  it.each<[string, object]>([
    ['by its hash, as Apollo Client sends it', persistedQuery(hash(hello))],
    ['by its id', { documentId: hash(hello) }],
    ['by its id with a prefix', { documentId: `sha256:${hash(hello)}` }],
    ['by its hash and text', { query: hello, ...persistedQuery(hash(hello)) }],
  ])('is executed %s', async (_, named) => {
    for (const app of [also, only]) {
      const answer = await post(app, { ...named, variables: { n: 'x' }, operationName: 'Hello' });
      expect(answer).toMatchObject({ status: 200, data: { hello: 'hello' } });
    }
  });

  it('is executed and cacheable by GET', async () => {
    const extensions = JSON.stringify(persistedQuery(hash(hello)).extensions);
    for (const search of [`documentId=${hash(hello)}`, `extensions=${encodeURIComponent(extensions)}`]) {
      const response = await only.inject({ url: `/graphql?${search}&variables={"n":"x"}`, headers: { accept: '*/*' } });
      expect(response.json()).toMatchObject({ data: { hello: 'hello' } });
      expect(response.headers).toMatchObject({ 'cache-control': 'public, no-cache', etag: expect.any(String) });
      const page = await only.inject({ url: `/graphql?${search}`, headers: { accept: 'text/html' } });
      expect(page.body).not.toContain('<');
    }
  });

  it('is not executed by GET if it is a mutation', async () => {
    const response = await also.inject({ url: `/graphql?documentId=${hash(repaint)}` });
    expect(response.statusCode).toBe(405);
  });

  it('is validated like any other document', async () => {
    expect(await post(only, { documentId: 'wrong' })).toMatchObject(rejection('GRAPHQL_VALIDATION_FAILED'));
    expect(await post(only, { documentId: 'open' })).toMatchObject(rejection('GRAPHQL_PARSE_FAILED'));
  });

  it.each<[string, object, string]>([
    ['an unknown hash', persistedQuery(hash(other)), 'PERSISTED_QUERY_NOT_FOUND'],
    ['an unknown id', { documentId: 'nothing' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['the id constructor', { documentId: 'constructor' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['the id __proto__', { documentId: '__proto__' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an empty id', { documentId: '' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id that is an operator', { documentId: { $ne: 1 } }, 'BAD_REQUEST'],
    ['a hash that is a number', persistedQuery(1), 'BAD_REQUEST'],
    ['no hash', { extensions: { persistedQuery: {} } }, 'BAD_REQUEST'],
    ['a hash that is null', { extensions: { persistedQuery: null } }, 'BAD_REQUEST'],
    ['an unknown id with an operation name', { documentId: 'x', operationName: 'Hello' }, 'PERSISTED_QUERY_NOT_FOUND'],
  ])('is not found or invalid: %s', async (_, named, code) => {
    for (const app of [also, only]) {
      for (const accept of ['application/json', 'application/graphql-response+json']) {
        const answer = await post(app, named, accept);
        expect(answer).toMatchObject({ ...rejection(code), type: `${accept}; charset=utf-8` });
        expect(answer).not.toHaveProperty('data');
      }
    }
  });

  it('does not match another text with its id', async () => {
    const query = other;
    expect(await post(also, { query, ...persistedQuery(hash(hello)) })).toMatchObject(
      rejection('PERSISTED_QUERY_MISMATCH'),
    );
    expect(await post(also, { query, ...persistedQuery(hash('x')) })).toMatchObject(
      rejection('PERSISTED_QUERY_MISMATCH'),
    );
    expect(await post(only, { query, ...persistedQuery(hash(hello)) })).toMatchObject(
      rejection('PERSISTED_QUERY_ONLY'),
    );
  });
});

describe('an untrusted document', () => {
  it('is executed without TRUSTED_ONLY, and never stored under its hash', async () => {
    expect(await post(also, { query: other })).toMatchObject({ status: 200 });
    expect(await post(also, { query: other, ...persistedQuery(hash(other)) })).toMatchObject({ status: 200 });
    expect(await post(also, persistedQuery(hash(other)))).toMatchObject(rejection('PERSISTED_QUERY_NOT_FOUND'));
  });

  it.each<[string, object]>([
    ['a query', { query: other }],
    ['the text of a trusted document', { query: hello }],
    ['a query under its own hash', { query: other, ...persistedQuery(hash(other)) }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['a mutation', { query: repaint }],
    ['no document', { variables: {} }],
  ])('is rejected with TRUSTED_ONLY: %s', async (_, payload) => {
    expect(await post(only, payload)).toMatchObject(rejection('PERSISTED_QUERY_ONLY'));
  });

  it('cannot be named by id or hash without a manifest', async () => {
    expect(await post(none, persistedQuery(hash(hello)))).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    });
    expect(await post(none, { documentId: hash(hello) })).toMatchObject(rejection('BAD_REQUEST'));
  });
});

it('the playground is disabled with TRUSTED_ONLY', async () => {
  const headers = { accept: 'text/html' };
  const response = await only.inject({ url: '/graphql', headers });
  expect(response.statusCode).toBe(406);
  expect((await only.inject({ url: '/playground/assets/main.js' })).statusCode).toBe(404);
  for (const url of ['/', '/desk']) expect((await only.inject({ url, headers })).statusCode, url).toBe(404);
  expect((await also.inject({ url: '/graphql', headers })).body).toContain('The playground has not been built');
});

describe('a manifest', () => {
  it.each<[string, unknown]>([
    ["of codegen's client preset or Relay", { a: '{ hello }', b: '{ __typename }' }],
    [
      'of Apollo',
      {
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [
          { id: 'a', name: 'A', type: 'query', body: '{ hello }' },
          { id: 'b', name: 'B', type: 'query', body: '{ __typename }' },
        ],
      },
    ],
  ])('is read in the format %s', (_, content) => {
    expect([...readTrustedDocuments(manifest(content))]).toEqual([
      ['a', '{ hello }'],
      ['b', '{ __typename }'],
    ]);
  });

  it.each<[string, unknown, string]>([
    ['nothing', {}, 'no documents'],
    ['a list', ['{ hello }'], 'no documents'],
    ['null', null, 'no documents'],
    ['a document that is a number', { a: 1 }, 'no documents'],
    ['an operation without a body', { operations: [{ id: 'a' }] }, 'no documents'],
    ['invalid JSON', '{', 'not JSON'],
  ])('is rejected if it contains %s', (_, content, reason) => {
    const path = manifest(content);
    expect(() => readTrustedDocuments(path)).toThrow(
      `TRUSTED_DOCUMENTS must be a manifest that maps hashes to documents, but got: ${JSON.stringify(`${path}: ${reason}`)}`,
    );
  });

  it('is rejected if it does not exist', () => {
    expect(() => readTrustedDocuments(join(folder, 'none.json'))).toThrow(/none\.json: ENOENT"$/);
  });
});
