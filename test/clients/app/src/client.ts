import { ApolloClient, HttpLink } from '@apollo/client';
import { createCache } from './cache';

/** Queries go by GET, so that the browser keeps responses with their `ETag`. Without a token, clients are anonymous. */
export function createClient(uri: string, token?: string): ApolloClient {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const link = new HttpLink({ uri, headers, useGETForQueries: true, fetch: fetchWithoutPreflight });
  return new ApolloClient({ link, cache: createCache() });
}

/** Apollo Client sends `Content-Type` with GET too, and browsers then send a preflight before each query. */
function fetchWithoutPreflight(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (init.method === 'GET') headers.delete('content-type');
  return fetch(input, { ...init, headers });
}
