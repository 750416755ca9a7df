import { isObjectType } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { article, incident } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { cacheConfig } from './app/src/cache.ts';
import { type CachingClient, cachingClients } from './caching-clients.ts';
import { gatewaySchema } from './gateway-schema.ts';
import { keys, resolvers } from './urql-cache.ts';

let gateway: TestGateway;
let url: string;
let complaints: unknown[][];

const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

beforeAll(async () => {
  gateway = await openTestGateway();
  url = `${await gateway.app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
});
afterAll(() => gateway.close());

beforeEach(async () => {
  await seed(people);
  complaints = [];
  for (const method of ['warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...message) => complaints.push(message));
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** One incident whose participants are these people; each of them says something about it. */
async function seed(names: readonly string[]): Promise<void> {
  await gateway.seed(
    article('report', {
      actors: names.map((id) => ({ id, name: id.toUpperCase() })),
      incidents: [incident('riot', { participants: names.map((actor) => ({ actor, role: 'TARGET' })) })],
      statements: names.map((id) => ({ id, type: 'COMMENT', text: `Says ${id}`, speaker: id, incidents: ['riot'] })),
    }),
  );
}

/** Two kinds of lists with pages, and fields of which two components select different ones. */
const lists = [
  {
    kind: 'parts',
    list: (first: string, fields: string) => `query Q($after: ID) {
      incident(id: "riot") { id participants(first: ${first}, after: $after) { id ${fields} } }
    }`,
    fields: ['actor { id name }', 'role'],
    shown: (data: any) => data?.incident.participants.map(({ actor }: any) => actor.name),
    cursor: (data: any) => data.incident.participants.at(-1).id,
  },
  {
    kind: 'edges',
    list: (first: string, fields: string) => `query Q($after: String) {
      incident(id: "riot") {
        id
        statements(first: ${first}, after: $after, orderBy: [{ field: POSITION }]) {
          edges { node { id ${fields} } } pageInfo { hasNextPage endCursor }
        }
      }
    }`,
    fields: ['speaker { id name }', 'text'],
    shown: (data: any) => data?.incident.statements.edges.map(({ node }: any) => node.speaker.name),
    cursor: (data: any) => data.incident.statements.pageInfo.endCursor,
  },
];

describe.each(cachingClients)('$library', ({ createClient }) => {
  let client: CachingClient;
  beforeEach(() => {
    client = createClient(url);
  });
  afterEach(() => {
    client.stop();
    expect(complaints).toEqual([]);
  });

  describe.each(lists)('with pages of $kind', ({ list, fields: [own = '', other = ''], shown, cursor }) => {
    const query = list('3', own);
    const names = (count: number) => people.slice(0, count).map((name) => name.toUpperCase());

    /** Asks for all pages, and returns what is shown after each. */
    async function loadAll(): Promise<string[][]> {
      await client.ask(query);
      const after = [shown(await client.read(query))];
      while (after.length < 3) {
        await client.loadMore(query, cursor(await client.read(query)));
        after.push(shown(await client.read(query)));
      }
      return after;
    }

    it('joins each page to those before it', async () => {
      expect(await loadAll()).toEqual([names(3), names(6), names(7)]);
      expect(client.requests).toBe(3);
    });

    it('sends nothing for another component that shows the list', async () => {
      await loadAll();
      expect(shown(await client.ask(query))).toEqual(names(7));
      expect(client.requests).toBe(3);
    });

    it('keeps all pages when one of them is asked again', async () => {
      await loadAll();
      const second = cursor(await gateway.ask(query));
      for (const variables of [{}, { after: second }]) {
        await client.refresh(query, variables);
        expect(shown(await client.read(query))).toEqual(names(7));
      }
      expect(client.requests).toBe(5);
    });

    it('keeps pages of another size apart', async () => {
      await client.ask(list('2', own));
      expect(shown(await client.ask(query))).toEqual(names(3));
      expect(shown(await client.read(list('2', own)))).toEqual(names(2));
    });

    it('shows a list that has become shorter or longer as it is', async () => {
      const all = list('100', own);
      await client.ask(all);
      await client.ask(list('100', other));
      await seed(['b', 'c']);
      expect(shown(await client.refresh(all))).toEqual(['B', 'C']);
      await seed(['b', 'c', 'x', 'y']);
      expect(shown(await client.refresh(all))).toEqual(['B', 'C', 'X', 'Y']);
    });
  });
});

const objectTypes = Object.values(gatewaySchema.getTypeMap()).filter(
  (type) => isObjectType(type) && !type.name.startsWith('__'),
);

/** The lists of the schema that have pages, as `Type.field`: of nodes, and of parts. A subscription's `after` is a revision. */
const paged = objectTypes
  .filter((type) => type !== gatewaySchema.getSubscriptionType())
  .flatMap((type) =>
    Object.values(isObjectType(type) ? type.getFields() : {})
      .filter(({ args }) => args.some(({ name }) => name === 'after'))
      .map(({ name }) => `${type.name}.${name}`),
  );

describe('the policies in docs/front-end.md', () => {
  it('cover each list that has pages', () => {
    expect(paged.length).toBeGreaterThan(40);
    const policies = Object.entries(cacheConfig.typePolicies ?? {}).flatMap(([type, { fields = {} }]) =>
      Object.keys(fields).map((field) => `${type}.${field}`),
    );
    expect(paged.filter((field) => !policies.includes(field))).toEqual([]);
    const resolved = Object.entries(resolvers).flatMap(([type, fields]) =>
      Object.keys(fields).map((field) => `${type}.${field}`),
    );
    expect(resolved.sort()).toEqual(paged.sort());
  });

  it('name only types and fields of the schema', () => {
    for (const [name, { fields = {} }] of Object.entries(cacheConfig.typePolicies ?? {})) {
      const type = gatewaySchema.getType(name);
      const known = isObjectType(type) ? Object.keys(type.getFields()) : [];
      expect({ name, unknown: Object.keys(fields).filter((field) => !known.includes(field)) }).toEqual({
        name,
        unknown: [],
      });
      expect(known.length).toBeGreaterThan(0);
    }
  });

  it('have a key for graphcache of each type without an id of its own', () => {
    const roots = ['Query', 'Mutation', 'Subscription'];
    const withoutId = objectTypes.filter(
      // The id of a change is that of the entity that changed.
      (type) => isObjectType(type) && (!type.getFields().id || type.name === 'Change') && !roots.includes(type.name),
    );
    expect(Object.keys(keys).sort()).toEqual(withoutId.map(({ name }) => name).sort());
  });

  it('name the types that implement Node', () => {
    const node = gatewaySchema.getType('Node');
    const possible = gatewaySchema.getPossibleTypes(node as never).map(({ name }) => name);
    expect(cacheConfig.possibleTypes).toEqual({ Node: possible });
  });
});
