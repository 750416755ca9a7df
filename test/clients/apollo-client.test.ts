import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { toldIncidents, whatIsSaid } from './told-incidents.ts';

let gateway: TestGateway;
let url: string;
let client: ApolloClient;
let requests: number;

/** The client notifies watchers a moment after it has updated its cache. */
const soon = { interval: 5, timeout: 10_000 };

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(toldIncidents);
  url = `${await gateway.app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
});
afterAll(() => gateway.close());

beforeEach(() => {
  requests = 0;
  client = new ApolloClient({
    link: new HttpLink({
      uri: url,
      fetch: (...request) => {
        requests += 1;
        return fetch(...request);
      },
    }),
    cache: new InMemoryCache({
      possibleTypes: { Node: ['Incident', 'Actor', 'Statement', 'Location', 'Article'] },
      typePolicies: {
        Query: { fields: { incidents: relayStylePagination(['where', 'orderBy']) } },
        Incident: { fields: { statements: relayStylePagination(['includeWhole', 'where', 'orderBy']) } },
      },
    }),
  });
});

const statementPage = gql`
  fragment StatementPage on Incident {
    id
    statements(first: $first, after: $after, orderBy: [{ field: POSITION }]) {
      totalCount
      edges { node { id text } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

const oneIncident = gql`
  query OneIncident($first: Int!, $after: String) {
    incident(id: "convoy") { ...StatementPage }
  }
  ${statementPage}
`;

const manyIncidents = gql`
  query ManyIncidents($first: Int!, $after: String, $afterIncident: String) {
    incidents(first: 2, after: $afterIncident, orderBy: [{ field: ID }]) {
      edges { node { ...StatementPage } }
      pageInfo { hasNextPage endCursor }
    }
  }
  ${statementPage}
`;

const moreOfOne = gql`
  query MoreOfOne($id: ID!, $first: Int!, $after: String) {
    node(id: $id) { ...StatementPage }
  }
  ${statementPage}
`;

describe('Apollo Client with relayStylePagination', () => {
  it('pages through the statements of an incident, and merges them into one list', async () => {
    const asked = { query: oneIncident, variables: { first: 4 } };
    await client.query(asked);
    const watched = client.watchQuery<any>(asked);
    const subscription = watched.subscribe({});
    const statements = () => watched.getCurrentResult().data.incident.statements;

    for (const length of [4, 8, 11]) {
      await expect.poll(() => texts(statements()), soon).toEqual(whatIsSaid('convoy', length));
      const { hasNextPage, endCursor } = statements().pageInfo;
      expect(hasNextPage).toBe(length < 11);
      if (hasNextPage) await watched.fetchMore({ variables: { after: endCursor } });
    }
    subscription.unsubscribe();

    const { data } = await client.query<any>({ ...asked, fetchPolicy: 'cache-only' });
    expect(texts(data.incident.statements)).toEqual(whatIsSaid('convoy'));
    expect(data.incident.statements.totalCount).toBe(11);
    expect(requests).toBe(3);
  });

  it('continues a nested page through node(id:), for each incident from its own cursor', async () => {
    const asked = { query: manyIncidents, variables: { first: 2 } };
    await client.query(asked);
    const watched = client.watchQuery<any>(asked);
    const subscription = watched.subscribe({});
    const incidents = () => watched.getCurrentResult().data.incidents;
    const shown = () => incidents().edges.map(({ node }: any) => texts(node.statements));
    await expect.poll(shown, soon).toEqual([whatIsSaid('airbase', 2), whatIsSaid('convoy', 2)]);

    await watched.fetchMore({ variables: { afterIncident: incidents().pageInfo.endCursor } });
    await expect.poll(shown, soon).toEqual([whatIsSaid('airbase', 2), whatIsSaid('convoy', 2), []]);
    await expand('airbase', 2);
    await expect.poll(shown, soon).toEqual([whatIsSaid('airbase', 4), whatIsSaid('convoy', 2), []]);
    await expand('convoy', 100);
    await expect.poll(shown, soon).toEqual([whatIsSaid('airbase', 4), whatIsSaid('convoy'), []]);
    await expand('airbase', 100);
    await expect.poll(shown, soon).toEqual([whatIsSaid('airbase'), whatIsSaid('convoy'), []]);
    expect(requests).toBe(5);
    subscription.unsubscribe();

    async function expand(slug: string, first: number): Promise<void> {
      const { id, statements } = incidents().edges.find(({ node }: any) => node.id === `Incident:${slug}`).node;
      const variables = { id, first, after: statements.pageInfo.endCursor };
      await client.query({ query: moreOfOne, variables, fetchPolicy: 'network-only' });
    }
  });
});

function texts(connection: any): string[] {
  return connection.edges.map(({ node }: any) => node.text);
}
