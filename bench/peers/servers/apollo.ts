import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createContext, resolvers } from './resolvers.ts';
import { reportPort, start } from './start.ts';

/* Apollo Server as its tutorial starts it. */
const { store, typeDefs } = await start();
const server = new ApolloServer({ typeDefs, resolvers });
const { url } = await startStandaloneServer(server, {
  context: async () => createContext(store),
  listen: { port: 0, host: '127.0.0.1' },
});
reportPort(Number(new URL(url).port));
