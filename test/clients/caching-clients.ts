import { ApolloClient, gql, HttpLink, type InMemoryCache } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import { introspectionFromSchema } from 'graphql';
import { createCache } from './app/src/cache.ts';
import { gatewaySchema } from './gateway-schema.ts';
import { createCacheExchange } from './urql-cache.ts';

/** A client with the cache that docs/front-end.md configures. */
export interface CachingClient {
  /** The number of requests it has sent. */
  readonly requests: number;
  /** Returns the data of a query, from the cache if they are all there. */
  ask(query: string, variables?: object): Promise<any>;
  /** Asks for the page of a shown list after this cursor, as components do. */
  loadMore(query: string, after: string): Promise<void>;
  /** Sends a query, and returns its data as the cache then has them. */
  refresh(query: string, variables?: object): Promise<any>;
  /** Returns the data of a query if they are all in the cache, otherwise null. */
  read(query: string, variables?: object): Promise<any>;
  /** Keeps a query on the screen, as a component does. */
  show(query: string, variables?: object): Shown;
  stop(): void;
}

export interface Shown {
  /** The complete data shown now, or null. */
  readonly data: any;
  hide(): void;
}

type Fetch = typeof fetch;

function countingFetch(): { fetch: Fetch; count: () => number } {
  let requests = 0;
  const counting: Fetch = (...request) => {
    requests += 1;
    return fetch(...request);
  };
  return { fetch: counting, count: () => requests };
}

export function createApolloClient(url: string, cache: InMemoryCache = createCache()): CachingClient {
  const { fetch, count } = countingFetch();
  const client = new ApolloClient({ link: new HttpLink({ uri: url, fetch }), cache });
  const options = (query: string, variables: object = {}) => ({ query: gql(query), variables: { ...variables } });
  return {
    get requests() {
      return count();
    },
    async ask(query, variables) {
      return (await client.query<any>(options(query, variables))).data;
    },
    async loadMore(query, after) {
      const watched = client.watchQuery<any>(options(query));
      const subscription = watched.subscribe({});
      await watched.fetchMore({ variables: { after } });
      subscription.unsubscribe();
    },
    async refresh(query, variables) {
      await client.query<any>({ ...options(query, variables), fetchPolicy: 'network-only' });
      return this.read(query, variables);
    },
    async read(query, variables) {
      return cache.read({ ...options(query, variables), optimistic: false, returnPartialData: false });
    },
    show(query, variables) {
      const watched = client.watchQuery<any>(options(query, variables));
      const subscription = watched.subscribe({});
      return {
        get data() {
          const { data, dataState } = watched.getCurrentResult();
          return dataState === 'complete' ? data : null;
        },
        hide: () => subscription.unsubscribe(),
      };
    },
    stop: () => client.stop(),
  };
}

function createUrqlClient(url: string): CachingClient {
  const { fetch, count } = countingFetch();
  const exchange = createCacheExchange(introspectionFromSchema(gatewaySchema) as never);
  const client = new Client({ url, fetch, exchanges: [exchange, fetchExchange] });
  const ask = async (
    query: string,
    variables: object,
    requestPolicy: 'cache-first' | 'cache-only' | 'network-only',
  ) => {
    const { data, error, stale } = await client.query(query, { ...variables }, { requestPolicy }).toPromise();
    if (error) throw error;
    return stale ? null : (data ?? null);
  };
  return {
    get requests() {
      return count();
    },
    ask: (query, variables = {}) => ask(query, variables, 'cache-first'),
    loadMore: (query, after) => ask(query, { after }, 'cache-first'),
    refresh: (query, variables = {}) => ask(query, variables, 'network-only'),
    read: (query, variables = {}) => ask(query, variables, 'cache-only'),
    show(query, variables = {}) {
      let data: any = null;
      const { unsubscribe } = client.query(query, { ...variables }).subscribe((result) => {
        data = result.stale || result.error ? null : result.data;
      });
      return {
        get data() {
          return data;
        },
        hide: unsubscribe,
      };
    },
    stop() {},
  };
}

export const cachingClients = [
  { library: 'Apollo Client', createClient: (url: string) => createApolloClient(url) },
  { library: 'urql with graphcache', createClient: createUrqlClient },
];
