import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { EventSource } from 'eventsource';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { article, incident } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { listen } from '../support/streams.ts';

let gateway: TestGateway;
let url: string;
beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(article('first'));
  url = await listen(gateway.app);
});
afterAll(() => gateway.close());

const query = `subscription News($id: ID!) {
  incidents(where: { id: { eq: $id } }) { revision events { op id node { id title } } }
}`;
const patience = { timeout: 10_000, interval: 10 };
const openWebSocket = () => createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });

/** Seeds the incident once the client follows it, and returns the events that the client has got. */
async function eventsOf(id: string, payloads: { events: object[] }[]): Promise<object[]> {
  await vi.waitFor(() => expect(payloads).toHaveLength(1), patience);
  await gateway.seed(article(id, { incidents: [incident(id)] }));
  await vi.waitFor(() => expect(payloads).toHaveLength(2), patience);
  return payloads.flatMap(({ events }) => events);
}

const entered = (id: string) => [
  expect.objectContaining({
    op: 'ENTERED',
    id: `Incident:${id}`,
    node: expect.objectContaining({ title: `The title of ${id}` }),
  }),
];

describe('a subscription', () => {
  it('reaches Apollo Client over a WebSocket, and updates its cache', async () => {
    const socket = openWebSocket();
    const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });
    const payloads: any[] = [];
    const subscription = client
      .subscribe<any>({ query: gql(query), variables: { id: 'apollo' } })
      .subscribe(({ data }) => payloads.push(data.incidents));
    expect(await eventsOf('apollo', payloads)).toEqual(entered('apollo'));
    expect((client.cache.extract() as Record<string, object>)['Incident:Incident:apollo']).toMatchObject({
      title: 'The title of apollo',
    });
    subscription.unsubscribe();
    await socket.dispose();
  });

  it('reaches urql over a WebSocket', async () => {
    const socket = openWebSocket();
    const client = new Client({
      url,
      preferGetMethod: false,
      exchanges: [
        fetchExchange,
        subscriptionExchange({
          forwardSubscription: (request) => ({
            subscribe: (sink) => ({
              unsubscribe: socket.subscribe({ ...request, query: request.query ?? '' }, sink as never),
            }),
          }),
        }),
      ],
    });
    const payloads: any[] = [];
    const { unsubscribe } = client
      .subscription(query, { id: 'urql' })
      .subscribe(({ data }) => payloads.push(data.incidents));
    expect(await eventsOf('urql', payloads)).toEqual(entered('urql'));
    unsubscribe();
    await socket.dispose();
  });

  it("reaches urql over server-sent events, as urql's fetch exchange reads them", async () => {
    const client = new Client({ url, preferGetMethod: false, fetchSubscriptions: true, exchanges: [fetchExchange] });
    const payloads: any[] = [];
    const { unsubscribe } = client
      .subscription(query, { id: 'urql-sse' })
      .subscribe(({ data }) => data && payloads.push(data.incidents));
    expect(await eventsOf('urql-sse', payloads)).toEqual(entered('urql-sse'));
    unsubscribe();
  });

  it('reaches graphql-sse', async () => {
    const client = createSseClient({ url, retryAttempts: 0 });
    const payloads: any[] = [];
    const unsubscribe = client.subscribe<any>(
      { query, variables: { id: 'graphql-sse' } },
      { next: ({ data }) => payloads.push(data.incidents), error() {}, complete() {} },
    );
    expect(await eventsOf('graphql-sse', payloads)).toEqual(entered('graphql-sse'));
    unsubscribe();
    client.dispose();
  });

  it('reaches a bare EventSource, which resumes where its connection broke', async () => {
    const parameters = new URLSearchParams({ query, variables: JSON.stringify({ id: 'bare' }) });
    const source = new EventSource(`${url}?${parameters}`);
    const payloads: any[] = [];
    const ids: string[] = [];
    source.addEventListener('next', ({ data, lastEventId }) => {
      payloads.push(JSON.parse(data).data.incidents);
      ids.push(lastEventId);
    });
    expect(await eventsOf('bare', payloads)).toEqual(entered('bare'));
    expect(ids).toEqual(payloads.map(({ revision }) => String(revision)));
    gateway.app.server.closeAllConnections();
    await gateway.seed(article('bare', { incidents: [incident('bare', { title: 'Anew' })] }));
    await vi.waitFor(() => expect(payloads.at(-1).events[0]?.node.title).toBe('Anew'), patience);
    expect(payloads.at(-1).events).toMatchObject([{ op: 'UPDATED' }]);
    source.close();
  });

  it('tells a client over a WebSocket why it cannot begin', async () => {
    const socket = openWebSocket();
    const error = await new Promise<any>((resolve) => {
      socket.subscribe(
        { query: 'subscription { incidents(after: 99999) { revision } }' },
        { next() {}, error: resolve, complete() {} },
      );
    });
    expect(error).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
    await socket.dispose();
  });

  it('leaves queries and mutations to POST', async () => {
    const client = new ApolloClient({ link: new HttpLink({ uri: url, fetch }), cache: new InMemoryCache() });
    expect(
      (await client.query<any>({ query: gql('{ incidents { totalCount } }') })).data.incidents.totalCount,
    ).toBeTypeOf('number');
    const socket = openWebSocket();
    const error = await new Promise<any>((resolve) => {
      socket.subscribe({ query: '{ incidents { totalCount } }' }, { next() {}, error: resolve, complete() {} });
    });
    expect(error).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    await socket.dispose();
  });
});
