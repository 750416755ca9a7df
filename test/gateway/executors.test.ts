import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { buildSchema, type DefinitionNode, Kind, OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGateway } from '../../src/process/create-gateway.ts';
import { anyRequest } from '../execution/documents/any-request.ts';
import { parseRequest } from '../execution/documents/request.ts';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway, testSettings } from '../support/gateway.ts';
import { tries } from '../support/runs.ts';

/*
 * Sends the same random documents to a gateway with the batched executor and to one with graphql-js, on one store.
 */

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const nodes = ['Incident:raid', 'Incident:strike', 'Actor:groups', 'Actor:army', 'Location:town', 'Article:first'];
const values = {
  ID: [...nodes, 'Statement:first.claims', 'Actor:nobody', 'raid'],
  String: ['army', 'raid', 'the', ''],
  Int: [1, 2, 3, 100, 0],
  Float: [1, 36.5, -1],
  Date: ['2024-03-01', '2024-03-05', 'soon'],
  DateTime: ['2024-03-01T10:00:00.000Z'],
  CountryCode: ['IQ', 'US', 'iq'],
  NonNegativeInt: [0, 3, -1],
  Latitude: [36.5, 91],
  Longitude: [43, 181],
  URL: ['https://example.org/a'],
};

let world: TestGateway;
let batched: FastifyInstance;
let graphqlJs: FastifyInstance;

beforeAll(async () => {
  world = await openTestGateway();
  const both = { locations: [named('town'), named('country')], actors: [named('groups'), named('army')] };
  await world.seed(
    article('first', {
      ...both,
      published: '2024-03-02',
      incidents: [
        incident('raid', {
          location: 'town',
          participants: [
            { actor: 'groups', role: 'PERPETRATOR' },
            { actor: 'army', role: 'TARGET' },
          ],
        }),
        incident('strike', { location: 'country', links: [{ type: 'RESPONSE_TO', incident: 'raid' }] }),
      ],
      statements: [
        { id: 'claims', type: 'CLAIM_OF_RESPONSIBILITY', speaker: 'groups', incidents: ['raid'], text: 'We did it' },
        { id: 'denies', type: 'DENIAL_OF_RESPONSIBILITY', speaker: 'army', incidents: ['raid'], text: 'They did not' },
      ],
    }),
    article('second', { ...both, published: '2024-03-05', incidents: [incident('raid', { location: 'town' })] }),
  );
  const settings = { ...testSettings, maxCost: 100_000_000, debugStore: true };
  batched = await createGateway(world.store, { ...settings, executor: 'batched' });
  graphqlJs = await createGateway(world.store, { ...settings, executor: 'graphql-js' });
});
afterAll(async () => {
  await batched?.close();
  await graphqlJs?.close();
  await world?.close();
});

interface Shown {
  status: number;
  data: string;
  errors: string[];
  extensions: { cost?: unknown; revision?: unknown };
  commands: string[];
}

async function ask(app: FastifyInstance, payload: object): Promise<Shown> {
  const response = await app.inject({ method: 'POST', url: '/graphql', payload });
  const { data, errors = [], extensions: { store, ...extensions } = {} } = response.json() as any;
  return {
    status: response.statusCode,
    data: JSON.stringify(data),
    errors: [...new Set<string>(errors.map((error: object) => shown(error, data)))].sort(),
    extensions,
    commands: (store?.ended ?? []).map(({ command, collection }: any) => `${command} ${collection}`).sort(),
  };
}

/**
 * Returns a whole error if its own position is null. If it made a position above it null, returns only that position,
 * because each executor may report another of the errors that did so.
 */
function shown(error: any, data: unknown): string {
  let value: any = data;
  for (const [depth, key] of (error.path ?? []).entries()) {
    if (value === null || value === undefined) return `an error in ${JSON.stringify(error.path.slice(0, depth))}`;
    value = value[key];
  }
  return JSON.stringify(error).replace(/"requestId":"[^"]*"/, '');
}

function isMutation(definition: DefinitionNode): boolean {
  return definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION;
}

it('returns the same responses with either executor', { timeout: 120_000 }, async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(anyRequest(schema, values), async (request) => {
      if (parseRequest(request).definitions.some(isMutation)) return;
      for (const { variables } of request.runs) {
        const payload = { query: request.source, operationName: request.operationName, variables };
        const { commands, ...answer } = await ask(batched, payload);
        const { commands: commandsOfJs, ...expected } = await ask(graphqlJs, payload);
        expect(answer).toEqual(expected);
        // graphql-js may answer before the commands of other fields have ended, where an error makes a parent null
        if (answer.errors.length === 0) expect(commands.length).toBeLessThanOrEqual(commandsOfJs.length);
        if (answer.data !== undefined && answer.data !== 'null') answered++;
      }
    }),
    tries(150),
  );
  expect(answered).toBeGreaterThan(50);
});

it('reports BAD_USER_INPUT if a variable makes a required argument null', async () => {
  const payload = {
    query: 'query Q($id: ID = "Actor:army") { actor(id: $id) { name } }',
    variables: { id: null },
  };
  for (const app of [batched, graphqlJs]) {
    const { data, errors } = (await app.inject({ method: 'POST', url: '/graphql', payload })).json();
    expect(data).toEqual({ actor: null });
    expect(errors).toMatchObject([{ path: ['actor'], extensions: { code: 'BAD_USER_INPUT', argument: 'id' } }]);
  }
});

it('checks an article that is the default of a variable named __proto__', async () => {
  const payload = { query: 'query Q($__proto__: ArticleInput = 7) { checkArticle(article: $__proto__) { accepted } }' };
  for (const app of [batched, graphqlJs])
    expect((await app.inject({ method: 'POST', url: '/graphql', payload })).json()).toMatchObject({
      data: { checkArticle: { accepted: false } },
    });
});

it('keeps no variables of earlier requests', async () => {
  const query =
    'query Q($after: String, $part: ID) { actor(id: "Actor:army") { statements(after: $after) { totalCount } affiliations(after: $part) { id } } }';
  const [refused, answered] = [
    await ask(batched, { query, variables: { after: 'x', part: 'y' } }),
    await ask(batched, { query, variables: {} }),
  ];
  expect(refused.errors.length).toBeGreaterThan(0);
  expect(answered.errors).toEqual([]);
});
