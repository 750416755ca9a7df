import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrustedDocuments } from '../../src/server/trusted-documents.ts';
import { createSmallServer } from './small-server.ts';

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
  const persistedDocuments = manifest({ [hash(hello)]: hello, [hash(repaint)]: repaint, wrong: '{ helo }', open: '{' });
  also = await createSmallServer({ http: { persistedDocuments } });
  only = await createSmallServer({ http: { persistedDocuments, persistedOnly: true } });
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
const refusal = (code: string) => ({ status: 400, errors: [{ message: expect.any(String), extensions: { code } }] });

describe('a trusted document', () => {
  it.each<[string, object]>([
    ['by its hash, as Apollo Client sends it', persistedQuery(hash(hello))],
    ['by its id', { documentId: hash(hello) }],
    ['by its id with the name of the hash', { documentId: `sha256:${hash(hello)}` }],
    ['by its hash and its text', { query: hello, ...persistedQuery(hash(hello)) }],
  ])('is executed %s', async (_, named) => {
    for (const app of [also, only]) {
      const answer = await post(app, { ...named, variables: { n: 'x' }, operationName: 'Hello' });
      expect(answer).toMatchObject({ status: 200, data: { hello: 'hello' } });
    }
  });

  it('is executed by GET, for caches to keep', async () => {
    const extensions = JSON.stringify(persistedQuery(hash(hello)).extensions);
    for (const search of [`documentId=${hash(hello)}`, `extensions=${encodeURIComponent(extensions)}`]) {
      const response = await only.inject({ url: `/graphql?${search}&variables={"n":"x"}`, headers: { accept: '*/*' } });
      expect(response.json()).toMatchObject({ data: { hello: 'hello' } });
      expect(response.headers).toMatchObject({ 'cache-control': 'public, no-cache', etag: expect.any(String) });
      const page = await only.inject({ url: `/graphql?${search}`, headers: { accept: 'text/html' } });
      expect(page.body).not.toContain('<');
    }
  });

  it('that is a mutation is not executed by GET', async () => {
    const response = await also.inject({ url: `/graphql?documentId=${hash(repaint)}` });
    expect(response.statusCode).toBe(405);
  });

  it('is held to the schema as any other is', async () => {
    expect(await post(only, { documentId: 'wrong' })).toMatchObject(refusal('GRAPHQL_VALIDATION_FAILED'));
    expect(await post(only, { documentId: 'open' })).toMatchObject(refusal('GRAPHQL_PARSE_FAILED'));
  });

  it.each<[string, object, string]>([
    ['an unknown hash', persistedQuery(hash(other)), 'PERSISTED_QUERY_NOT_FOUND'],
    ['an unknown id', { documentId: 'nothing' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id of what all objects have', { documentId: 'constructor' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id of the prototype', { documentId: '__proto__' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an empty id', { documentId: '' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an id that is an operator', { documentId: { $ne: 1 } }, 'BAD_REQUEST'],
    ['a hash that is a number', persistedQuery(1), 'BAD_REQUEST'],
    ['no hash', { extensions: { persistedQuery: {} } }, 'BAD_REQUEST'],
    ['a hash that is null', { extensions: { persistedQuery: null } }, 'BAD_REQUEST'],
    [
      'an unknown id and the name of an operation',
      { documentId: 'x', operationName: 'Hello' },
      'PERSISTED_QUERY_NOT_FOUND',
    ],
  ])('is refused by name: %s', async (_, named, code) => {
    for (const app of [also, only]) {
      for (const accept of ['application/json', 'application/graphql-response+json']) {
        const answer = await post(app, named, accept);
        expect(answer).toMatchObject({ ...refusal(code), type: `${accept}; charset=utf-8` });
        expect(answer).not.toHaveProperty('data');
      }
    }
  });

  it('is not another text under its name', async () => {
    const query = other;
    expect(await post(also, { query, ...persistedQuery(hash(hello)) })).toMatchObject(
      refusal('PERSISTED_QUERY_MISMATCH'),
    );
    expect(await post(also, { query, ...persistedQuery(hash('x')) })).toMatchObject(
      refusal('PERSISTED_QUERY_MISMATCH'),
    );
    expect(await post(only, { query, ...persistedQuery(hash(hello)) })).toMatchObject(refusal('PERSISTED_QUERY_ONLY'));
  });
});

describe('what is not a trusted document', () => {
  it('is executed beside them, and never kept under its hash', async () => {
    expect(await post(also, { query: other })).toMatchObject({ status: 200 });
    expect(await post(also, { query: other, ...persistedQuery(hash(other)) })).toMatchObject({ status: 200 });
    expect(await post(also, persistedQuery(hash(other)))).toMatchObject(refusal('PERSISTED_QUERY_NOT_FOUND'));
  });

  it.each<[string, object]>([
    ['a query', { query: other }],
    ['the text of a trusted one', { query: hello }],
    ['a query under its own hash', { query: other, ...persistedQuery(hash(other)) }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['a mutation', { query: repaint }],
    ['nothing', { variables: {} }],
  ])('is refused with PERSISTED_ONLY: %s', async (_, payload) => {
    expect(await post(only, payload)).toMatchObject(refusal('PERSISTED_QUERY_ONLY'));
  });

  it('is all there is without a manifest', async () => {
    expect(await post(none, persistedQuery(hash(hello)))).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    });
    expect(await post(none, { documentId: hash(hello) })).toMatchObject(refusal('BAD_REQUEST'));
  });
});

it('there is no playground with PERSISTED_ONLY', async () => {
  const headers = { accept: 'text/html' };
  const response = await only.inject({ url: '/graphql', headers });
  expect(response.statusCode).toBe(406);
  expect((await only.inject({ url: '/playground/assets/main.js' })).statusCode).toBe(404);
  expect((await also.inject({ url: '/graphql', headers })).body).toContain('The playground is not built yet');
});

describe('a manifest', () => {
  it.each<[string, unknown]>([
    ['of the client preset of codegen, or of Relay', { a: '{ hello }', b: '{ __typename }' }],
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
  ])('is read in the form %s', (_, content) => {
    expect([...readTrustedDocuments(manifest(content))]).toEqual([
      ['a', '{ hello }'],
      ['b', '{ __typename }'],
    ]);
  });

  it.each<[string, unknown, string]>([
    ['nothing', {}, 'no documents by their hashes'],
    ['a list', ['{ hello }'], 'no documents by their hashes'],
    ['null', null, 'no documents by their hashes'],
    ['a document that is no text', { a: 1 }, 'no documents by their hashes'],
    ['an operation without a body', { operations: [{ id: 'a' }] }, 'no documents by their hashes'],
    ['no JSON', '{', 'no JSON'],
  ])('is refused of %s', (_, content, reason) => {
    const path = manifest(content);
    expect(() => readTrustedDocuments(path)).toThrow(
      `PERSISTED_DOCUMENTS must be a manifest of documents by their hashes, but got: ${JSON.stringify(`${path}: ${reason}`)}`,
    );
  });

  it('that is not there is refused', () => {
    expect(() => readTrustedDocuments(join(folder, 'none.json'))).toThrow(/none\.json: ENOENT"$/);
  });
});
