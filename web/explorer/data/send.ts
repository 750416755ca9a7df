import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { signal } from '@preact/signals';
import { Failure } from './failure.ts';

/** A typed document as text, of any page. */
export type DocumentText<Result, Variables> = DocumentTypeDecoration<Result, Variables> & { toString(): string };

/** An answer, and what it cost. Where parts of it failed, they are null and named in `problems`. */
export interface Answer<Result> {
  data: Result;
  cost: number | undefined;
  /** The revision of the store that it shows, if it is known. */
  revision: number | undefined;
  problems: string[];
}

const tokenKey = 'incident-graph-token';

/** The token that the visitor entered, kept until the tab is closed; empty if there is none. */
export const token = signal(storedToken());

/** Uses a token for all further requests. Every resource asks again. */
export function setToken(text: string): void {
  token.value = text.replace(/[^\x21-\x7e]/g, ''); // what a header may hold
  try {
    window.sessionStorage.setItem(tokenKey, token.value);
  } catch {
    // embedded without storage: the token lasts until the page is reloaded
  }
}

function storedToken(): string {
  try {
    return window.sessionStorage.getItem(tokenKey) ?? '';
  } catch {
    return '';
  }
}

/** Sends a document to the gateway. Throws a `Failure`, or the reason of `aborted`. */
export async function send<Result, Variables>(
  document: DocumentText<Result, Variables>,
  variables: Variables,
  aborted: AbortSignal,
): Promise<Answer<Result>> {
  const limit = AbortSignal.timeout(patienceMs);
  let response: Response;
  let body: GraphQLBody<Result> | undefined;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify({ query: document.toString(), variables }),
      signal: AbortSignal.any([aborted, limit]),
    });
    body = await readJson(response);
  } catch {
    aborted.throwIfAborted();
    if (limit.aborted) throw new Failure('timeout', `The server gave no answer within ${patienceMs / 1000} seconds.`);
    throw new Failure('offline', 'The server cannot be reached.');
  }
  if (body?.data) {
    const problems = (body.errors ?? []).map(({ message }) => message);
    const { cost, revision } = body.extensions ?? {};
    return { data: body.data, cost: cost?.requested, revision, problems };
  }
  throw failureOf(response, body);
}

interface GraphQLBody<Result> {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string } }[];
  extensions?: { cost?: { requested?: number }; revision?: number };
}

const patienceMs = 30_000;

function headers(): Record<string, string> {
  return {
    accept: 'application/graphql-response+json, application/json',
    'content-type': 'application/json',
    ...authorization(),
  };
}

/** The header with the token that the visitor entered; null without one. */
export function authorization(): Record<string, string> | null {
  return token.value ? { authorization: `Bearer ${token.value}` } : null;
}

async function readJson<Result>(response: Response): Promise<GraphQLBody<Result> | undefined> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a proxy answered
  }
}

function failureOf<Result>(response: Response, body: GraphQLBody<Result> | undefined): Failure {
  const [error] = body?.errors ?? [];
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  const message = error?.message ?? `The server answered with HTTP status ${response.status}.`;
  const code = error?.extensions?.code;
  if (response.status === 429 || code === 'RATE_LIMITED')
    return new Failure('rate-limited', 'This page has asked for more than the server allows in a minute.', retryAfter);
  if (response.status === 401 || response.status === 403 || code === 'UNAUTHENTICATED' || code === 'FORBIDDEN')
    return new Failure('unauthorized', message);
  if (response.status === 503 || code === 'SERVICE_UNAVAILABLE') return new Failure('busy', message, retryAfter);
  if (response.status < 500) return new Failure('rejected', message);
  return new Failure('server', message, retryAfter);
}
