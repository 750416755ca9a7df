import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { AuthConfig } from '../auth-config.ts';
import type { LogLevel } from '../config.ts';
import type { GraphContext } from '../context.ts';
import type { Resolvers } from '../generated/schema.ts';
import type { HttpConfig } from '../http-config.ts';
import { type Access, createAccess, reloadAccess } from './access.ts';
import { noteOperations } from './answered-request.ts';
import { authorizeWrites } from './authorize-writes.ts';
import { cacheAnswers } from './cache-answers.ts';
import { type ClientLimits, createClientLimits } from './client-limits.ts';
import { executableSchema } from './executable-schema.ts';
import { formLimitsRule } from './form-limits-rule.ts';
import { createErrorFormatter } from './format-error.ts';
import { routeGraphql } from './graphql-route.ts';
import { answerErrorsAsJson, httpErrorOptions } from './http-errors.ts';
import { takeJsonBodies } from './json-body.ts';
import { keepJsonText } from './keep-json-text.ts';
import { knownOperationTypesRule } from './known-operation-types-rule.ts';
import { legacyStatus } from './legacy-status.ts';
import { limitConnections } from './limit-connections.ts';
import { limitCost } from './limit-cost.ts';
import { type InFlightLimit, limitInFlight } from './limit-in-flight.ts';
import { logErrors } from './log-errors.ts';
import { noteMalformed } from './note-malformed.ts';
import { type OperationsOptions, registerOperations } from './operations.ts';
import { registerPlayground } from './playground.ts';
import type { ServerContext } from './server-context.ts';
import { tellStoreUse } from './tell-store-use.ts';
import { createTracing } from './tracing.ts';
import { readTrustedDocuments, trustDocuments } from './trusted-documents.ts';

export interface ServerOptions {
  typeDefs: string;
  resolvers: Resolvers;
  /** Makes what the resolvers of one request receive. */
  context: (requestId: string, client: Pick<GraphContext, 'readsTexts'>) => GraphContext;
  playgroundRoot: string;
  /** What a query may cost at most. */
  maxCost: number;
  auth: AuthConfig;
  /** What mutations have to bring where `auth` is off; without it there are none. */
  ingestToken?: string;
  /** Whether the texts of articles are for clients with a role alone. */
  privateText: boolean;
  /** Who counts what clients do; without it, the server by itself. */
  limits?: ClientLimits;
  /** Is handed what takes up changes of the files of tokens and keys, where there are any. */
  onReload?: (reload: () => void) => void;
  /** The scalar whose variables are handed on as `JsonText`. */
  jsonScalar?: string;
  /** Whether each answer tells what was asked of the store for it. */
  debugStore: boolean;
  logLevel: LogLevel;
  production: boolean;
  /** What is left out is as open as it may be: no budget, no bound, nothing trusted. */
  http?: Partial<HttpConfig>;
  /** What `/livez`, `/readyz` and `/metrics` tell of; without it there are none. */
  operations?: OperationsOptions;
  /** How long a request may take to arrive, and `close` may wait for those in flight; 10 s unless it says otherwise. */
  patienceMs?: number;
}

const maxBodyBytes = 256 * 1024;
const defaultPatienceMs = 10_000;

/**
 * The HTTP side of the gateway: GraphQL at `/graphql`, for browsers the playground. Call `listen` on it, later `close`,
 * which lets what is in flight finish. It logs to standard error.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { patienceMs = defaultPatienceMs, http = {} } = options;
  const limits = options.limits ?? createClientLimits(http.costPerMinute ?? 0);
  const inFlight = limitInFlight(http.maxInFlight ?? Number.POSITIVE_INFINITY);
  const app: FastifyInstance = Fastify({
    logger: { level: options.logLevel, stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    requestTimeout: patienceMs,
    http: { connectionsCheckingInterval: 1000, headersTimeout: patienceMs }, // Node takes the longer of the two
    genReqId: () => randomUUID(),
    ...(http.trustProxy?.length && { trustProxy: [...http.trustProxy] }),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    ...httpErrorOptions,
  });
  const { auth, ingestToken, privateText } = options;
  const access = await createAccess({ auth, ingestToken, privateText }, limits, app.log);
  if (auth.mode !== 'off') options.onReload?.(() => reloadAccess(access, app.log));
  const apollo = createApollo(app, options, { access, limits, inFlight });
  await apollo.start();
  app.removeContentTypeParser('text/plain');
  takeJsonBodies(app);
  answerErrorsAsJson(app);
  endConnectionsOnClose(app, patienceMs);
  if (http.maxConnections) limitConnections(app.server, http.maxConnections, http.trustProxy ?? []);
  app.addHook('onClose', () => apollo.stop());
  if (options.operations) registerOperations(app, options.operations);
  const trace = await createTracing(app);
  const hasPlayground = !http.persistedOnly;
  if (hasPlayground) await registerPlayground(app, { root: options.playgroundRoot });
  const answer = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest) => {
      const client = await access.admitReader(request);
      return Object.assign(options.context(request.id, client), { http: request });
    },
  });
  routeGraphql(app, {
    answer: (request, reply) => trace(request, () => answer.call(app, request, reply)),
    done: inFlight.done,
    origins: http.corsOrigins ?? [],
    budget: limits.budget,
    maxBodyBytes,
    patienceMs,
    hasPlayground,
  });
  return app;
}

/** GraphQL checks what it receives and sends: no route has a JSON Schema, and Fastify need not load what compiles them. */
function noSchemas(): never {
  throw new Error('A route has a JSON Schema, and nothing to compile it with');
}

/** The limits are those measured in Apollo Server 5.5: its defaults let a kilobyte of fragments run for seconds. */
function createApollo(
  app: FastifyInstance,
  options: ServerOptions,
  { access, limits, inFlight }: { access: Access; limits: ClientLimits; inFlight: InFlightLimit },
) {
  const { typeDefs, resolvers, maxCost, jsonScalar, debugStore, production, http = {} } = options;
  const documents = http.persistedDocuments && readTrustedDocuments(http.persistedDocuments);
  const schema = executableSchema(typeDefs, resolvers);
  return new ApolloServer<ServerContext>({
    schema,
    introspection: true, // where it is not, a rule refuses it in words that name no software
    persistedQueries: false,
    csrfPrevention: false, // `routeGraphql` tells what prevents it
    maxRecursiveSelections: 1000,
    parseOptions: { maxTokens: 1000 },
    validationRules: [
      knownOperationTypesRule,
      formLimitsRule,
      ...(http.introspection === false ? [NoSchemaIntrospectionCustomRule] : []),
    ],
    validationOptions: { maxErrors: 10 },
    executionOptions: { maxCoercionErrors: 10 },
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    formatError: createErrorFormatter({
      schema: http.introspection === false ? undefined : schema,
      production,
      log: app.log,
    }),
    stopOnTerminationSignals: false,
    logger: app.log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      noteMalformed,
      logErrors(app.log),
      ...(documents ? [trustDocuments(documents, { only: http.persistedOnly ?? false })] : []),
      ...(jsonScalar === undefined ? [] : [keepJsonText(jsonScalar)]),
      authorizeWrites(access),
      limitCost(maxCost, limits.budget),
      inFlight.plugin,
      cacheAnswers(http.cacheSeconds ?? 0),
      ...(http.legacy200 ? [legacyStatus] : []),
      ...(debugStore ? [tellStoreUse] : []),
      noteOperations,
    ],
  });
}

/** A connection kept alive would hold `close` for as long; one that never finishes its request, for ever. */
function endConnectionsOnClose(app: FastifyInstance, patienceMs: number): void {
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    closing = true;
    timer = setTimeout(() => app.server.closeAllConnections(), patienceMs);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  app.addHook('onClose', async () => clearTimeout(timer));
}
