import { createHash } from 'node:crypto';
import type { GraphQLRequest } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { ConfigError, readSettingFile } from '../../config/parse-setting.ts';
import type { RequestPlugin } from '../unite-plugins.ts';

/** Documents by id, which is usually a hash. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/**
 * Reads a manifest: `{ hash: document }`, as codegen's client preset and Relay write it, or Apollo's format.
 *
 * @throws ConfigError if it is unreadable, invalid or empty.
 */
export function readTrustedDocuments(path: string): TrustedDocuments {
  const manifest = parseManifest(path);
  const entries = Object.entries(manifest);
  const documents = isApolloManifest(manifest) ? manifest.operations.map(({ id, body }) => [id, body]) : entries;
  const isRight = documents.every(([id, text]) => typeof id === 'string' && typeof text === 'string');
  if (!isRight || documents.length === 0) throw unreadable(path, 'no documents');
  return new Map(documents as [string, string][]);
}

/**
 * Executes the document that a request names by `documentId` (GraphQL over HTTP, appendix A), or by
 * `extensions.persistedQuery.sha256Hash`, as Apollo's clients do. With `only`, rejects all other documents.
 */
export function trustDocuments(documents: TrustedDocuments, { only }: { only: boolean }): RequestPlugin {
  return {
    async requestDidStart({ request }) {
      const error = resolveDocument(documents, only, request);
      if (!error) return {};
      // This hook cannot reject a request, so a placeholder is parsed instead, and rejected before execution.
      request.query = '{ __typename }';
      return {
        async didResolveOperation() {
          throw error;
        },
      };
    },
  };
}

/** Puts the document into the request, or returns the error. */
function resolveDocument(
  documents: TrustedDocuments,
  only: boolean,
  request: GraphQLRequest,
): GraphQLError | undefined {
  const { persistedQuery, ...extensions } = request.extensions ?? {};
  request.extensions = extensions;
  const id = persistedQuery === undefined ? documentIdOf(request) : hashOf(persistedQuery);
  if (id === undefined)
    return only
      ? documentError('PERSISTED_QUERY_ONLY', 'Only trusted documents are accepted: send the id of one')
      : undefined;
  if (typeof id !== 'string') return documentError('BAD_REQUEST', 'The id of a document must be a string');
  const document = documents.get(id) ?? documents.get(id.replace(/^sha256:/, ''));
  const { query } = request;
  if (!query) {
    if (document === undefined) return documentError('PERSISTED_QUERY_NOT_FOUND', 'No trusted document has this id');
    request.query = document;
    return undefined;
  }
  if (query === document) return undefined;
  if (only)
    return documentError(
      'PERSISTED_QUERY_ONLY',
      'Only trusted documents are accepted, and the query is not the document with this id',
    );
  const isNamedRight = document === undefined && createHash('sha256').update(query).digest('hex') === id;
  return isNamedRight
    ? undefined
    : documentError('PERSISTED_QUERY_MISMATCH', 'The query is not the document with this id');
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

function documentError(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

function parseManifest(path: string): object {
  const text = readSettingFile('TRUSTED_DOCUMENTS', path);
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    throw unreadable(path, 'not JSON');
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest))
    throw unreadable(path, 'no documents');
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
  return new ConfigError('TRUSTED_DOCUMENTS', 'a manifest that maps hashes to documents', `${path}: ${reason}`);
}
