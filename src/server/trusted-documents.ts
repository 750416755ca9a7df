import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { ConfigError } from '../setting.ts';
import type { ServerContext } from './server-context.ts';

/** Documents by what clients call them: a hash, mostly. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Reads a manifest: `{ hash: document }`, as codegen's client preset and Relay write it, or Apollo's form. */
export function readTrustedDocuments(path: string): TrustedDocuments {
  const manifest = parseManifest(path);
  const entries = Object.entries(manifest);
  const documents = isApolloManifest(manifest) ? manifest.operations.map(({ id, body }) => [id, body]) : entries;
  const isRight = documents.every(([id, text]) => typeof id === 'string' && typeof text === 'string');
  if (!isRight || documents.length === 0) throw unreadable(path, 'no documents by their hashes');
  return new Map(documents as [string, string][]);
}

/**
 * Executes the document that a request names, by `documentId` (GraphQL over HTTP, appendix A) or as Apollo's clients do, by
 * `extensions.persistedQuery.sha256Hash`. With `only`, nothing else is executed.
 */
export function trustDocuments(
  documents: TrustedDocuments,
  { only }: { only: boolean },
): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart({ request }) {
      const refusal = resolveDocument(documents, only, request);
      if (!refusal) return;
      // Here nothing can be refused yet: what stands in for the document is not executed.
      request.query = '{ __typename }';
      return {
        async didResolveOperation() {
          throw refusal;
        },
      };
    },
  };
}

/** Puts the document into the request. */
function resolveDocument(
  documents: TrustedDocuments,
  only: boolean,
  request: GraphQLRequest,
): GraphQLError | undefined {
  const { persistedQuery, ...extensions } = request.extensions ?? {};
  request.extensions = extensions;
  const id = persistedQuery === undefined ? documentIdOf(request) : hashOf(persistedQuery);
  if (id === undefined)
    return only ? refuse('PERSISTED_QUERY_ONLY', 'Only trusted documents are taken: name one') : undefined;
  if (typeof id !== 'string') return refuse('BAD_REQUEST', 'The name of a document must be a string');
  const document = documents.get(id) ?? documents.get(id.replace(/^sha256:/, ''));
  const { query } = request;
  if (!query) {
    if (document === undefined) return refuse('PERSISTED_QUERY_NOT_FOUND', 'No trusted document has this name');
    request.query = document;
    return undefined;
  }
  if (query === document) return undefined;
  if (only)
    return refuse('PERSISTED_QUERY_ONLY', 'Only trusted documents are taken, and this is not the one of that name');
  const isNamedRight = document === undefined && createHash('sha256').update(query).digest('hex') === id;
  return isNamedRight ? undefined : refuse('PERSISTED_QUERY_MISMATCH', 'The query is not the document of that name');
}

function hashOf(persistedQuery: unknown): unknown {
  return typeof persistedQuery === 'object' && persistedQuery !== null && 'sha256Hash' in persistedQuery
    ? persistedQuery.sha256Hash
    : null;
}

function documentIdOf({ http }: GraphQLRequest): unknown {
  if (http?.method === 'GET') return new URLSearchParams(http.search).get('documentId') ?? undefined;
  const body = http?.body;
  const id = typeof body === 'object' && body !== null && 'documentId' in body ? body.documentId : undefined;
  return id ?? undefined;
}

function refuse(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

function parseManifest(path: string): object {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw unreadable(path, error instanceof SyntaxError ? 'no JSON' : String((error as NodeJS.ErrnoException).code));
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest))
    throw unreadable(path, 'no documents by their hashes');
  return manifest;
}

function isApolloManifest(manifest: object): manifest is { operations: { id: unknown; body: unknown }[] } {
  return (
    'operations' in manifest &&
    Array.isArray(manifest.operations) &&
    manifest.operations.every((each) => typeof each === 'object' && each !== null)
  );
}

function unreadable(path: string, reason: string): ConfigError {
  return new ConfigError('PERSISTED_DOCUMENTS', 'a manifest of documents by their hashes', `${path}: ${reason}`);
}
