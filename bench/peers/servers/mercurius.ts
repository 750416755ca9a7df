import type { AddressInfo } from 'node:net';
import fastify, { type FastifyPluginCallback } from 'fastify';
import { createContext, resolvers } from './resolvers.ts';
import { reportPort, start } from './start.ts';

/* Mercurius with graphql-jit from the second request of a document on. The project does not have the package. */
const mercuriusPackage: string = 'mercurius';
const { default: mercurius } = (await import(mercuriusPackage)) as {
  default: FastifyPluginCallback<Record<string, unknown>>;
};

const { store, typeDefs } = await start();
const app = fastify();
await app.register(mercurius, { schema: typeDefs, resolvers, context: () => createContext(store), jit: 1 });
await app.listen({ port: 0, host: '127.0.0.1' });
reportPort((app.server.address() as AddressInfo).port);
