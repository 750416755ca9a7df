import { GraphQLError } from 'graphql';
import { MongoNetworkError, MongoServerError } from 'mongodb';
import type { AuthConfig } from '../../src/config/auth-config.ts';
import type { LogLevel } from '../../src/config/config.ts';
import type { HttpConfig } from '../../src/config/http-config.ts';
import type { GraphContext } from '../../src/entities/context.ts';
import type { Resolvers } from '../../src/generated/resolvers.ts';
import { createServer } from '../../src/server/create-server.ts';
import type { ClientLimits } from '../../src/server/limits/client-limits.ts';

const typeDefs = /* GraphQL */ `
  enum Colour { RED GREEN }
  input Paint { colour: Colour, litres: Int }
  input Where { and: [Where!], paint: Paint, id: ID, box: Box }
  input Box { width: Int!, height: Int! }
  type Query {
    hello(name: String, colour: Colour, paint: Paint): String
    never: String!
    fails(how: String!): String
    manyFail: [String]
    slow(ms: Int!): String
    things(first: Int): [Thing!]
    sort(by: Colour!, where: Where): Thing
    page: Page
    long(megabytes: Int!): String
  }
  type Thing { id: ID }
  type Page { nodes: [Thing!]! }
  type Mutation { repaint: String }
`;

export const secret = 'mongodb://editor:hunter2@store.internal:27017/incidents';

/** Values that a resolver may throw, by name. */
export const faults: Readonly<Record<string, () => unknown>> = {
  'an error': () => new Error(`Cannot reach ${secret}`),
  'a type error': () => new TypeError(`Cannot read properties of ${secret}`),
  'a string': () => `${secret} is down`,
  nothing: () => undefined,
  'an object': () => ({ message: secret, extensions: { code: 'BAD_USER_INPUT', secret } }),
  'an error with a code': () => Object.assign(new Error(secret), { extensions: { code: 'BAD_USER_INPUT' } }),
  'an error with a cause': () => new Error('Outside', { cause: new Error('Between', { cause: new Error(secret) }) }),
  'a deliberate error without a code': () => new GraphQLError(`No code, and ${secret}`),
  'a server error of the store': () => new MongoServerError({ message: `Unknown operator $foo at ${secret}`, code: 2 }),
};

const storeAway = () => new MongoNetworkError(`connection 3 to ${secret} closed`);

const resolvers = {
  Query: {
    hello: () => 'hello',
    never: () => null,
    manyFail: () => {
      const fault = new Error(secret);
      return [1, 2, 3].map(() => Promise.reject(fault));
    },
    things: () => [],
    long: (_root: unknown, { megabytes }: { megabytes: number }) => 'x'.repeat(megabytes * 1_000_000),
    slow: (_root: unknown, { ms }: { ms: number }) =>
      new Promise((resolve) => setTimeout(resolve, ms, `slept ${ms} ms`)),
    fails: (_root: unknown, { how }: { how: string }) => {
      if (how === 'deliberately') {
        throw new GraphQLError('The id is malformed', { extensions: { code: 'BAD_USER_INPUT', argument: 'id' } });
      }
      throw how === 'the store is away' ? storeAway() : faults[how]?.();
    },
  },
  Mutation: { repaint: () => 'red' },
};

export interface SmallServerOptions {
  production?: boolean;
  maxCost?: number;
  logLevel?: LogLevel;
  patienceMs?: number;
  auth?: AuthConfig;
  limits?: ClientLimits;
  onReload?: (reload: () => void) => void;
  http?: Partial<HttpConfig>;
  context?: (requestId: string) => GraphContext;
}

/** Creates the server with a small schema, whose resolvers fail on demand. */
export function createSmallServer({
  production = false,
  maxCost = 50_000,
  logLevel = 'error',
  patienceMs,
  auth = { mode: 'off' },
  limits,
  onReload,
  http,
  context,
}: SmallServerOptions = {}) {
  return createServer({
    typeDefs,
    resolvers: resolvers as unknown as Resolvers,
    context: context ?? ((requestId) => ({ requestId }) as GraphContext),
    pagesRoot: '/nowhere',
    maxCost,
    auth,
    privateText: false,
    ...(limits && { limits }),
    ...(onReload && { onReload }),
    debugStore: false,
    logLevel,
    production,
    ...(patienceMs !== undefined && { patienceMs }),
    ...(http && { http }),
  });
}
