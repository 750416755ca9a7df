import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createContext, resolvers } from './resolvers.ts';
import { reportPort, start } from './start.ts';

/* GraphQL Yoga with graphql-jit. The project does not have the packages. */
const [yogaPackage, jitPackage]: string[] = ['graphql-yoga', '@envelop/graphql-jit'];
const { createYoga, createSchema } = (await import(yogaPackage as string)) as {
  createYoga(options: object): RequestListener;
  createSchema(options: object): object;
};
const { useGraphQlJit: createJit } = (await import(jitPackage as string)) as { useGraphQlJit(): object };

const { store, typeDefs } = await start();
const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers }),
  context: () => createContext(store),
  plugins: [createJit()],
  logging: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => reportPort((server.address() as AddressInfo).port));
