import { createRequire } from 'node:module';

/*
 * Apollo Server and the schema tools that it loads are 200 files: as CommonJS Node has them loaded about 0.1 s sooner
 * than as ES modules. What is taken of them is taken here, since the two forms do not know each other's classes.
 */
const require = createRequire(import.meta.url);

export const { ApolloServer, HeaderMap }: typeof import('@apollo/server') = require('@apollo/server');
export const { unwrapResolverError }: typeof import('@apollo/server/errors') = require('@apollo/server/errors');
export const {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
}: typeof import('@apollo/server/plugin/disabled') = require('@apollo/server/plugin/disabled');
export const { fastifyApolloHandler }: typeof import('@as-integrations/fastify') = require('@as-integrations/fastify');
