import { createHash, randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { AuthConfig } from '../config/auth-config.ts';
import type { ExecutorName, LogLevel } from '../config/config.ts';
import type { HttpConfig } from '../config/http-config.ts';
import type { GraphContext } from '../entities/context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { type Authorizer, createAuthorizer, reloadAuthorizer } from './auth/authorize.ts';
import { authorizeWrites } from './auth/authorize-writes.ts';
import { recordArgumentPaths } from './errors/argument-path.ts';
import { createErrorFormatter } from './errors/format-error.ts';
import { answerErrorsAsJson, httpErrorOptions } from './errors/http-errors.ts';
import { uniteArgumentErrors } from './errors/unite-argument-errors.ts';
import { executableSchema } from './executable-schema.ts';
import { executeQueries } from './execute-queries.ts';
import { exportExecutor } from './export-executor.ts';
import { routeExports } from './exports/export-route.ts';
import { routeGraphql } from './graphql-route.ts';
import { answerByApollo } from './http/apollo-request.ts';
import { httpCache } from './http/http-cache.ts';
import { takeJsonBodies } from './http/json-body.ts';
import { rejectUnknownHosts } from './http/known-hosts.ts';
import { legacyStatus } from './http/legacy-status.ts';
import { rawJsonVariables } from './http/raw-json-variables.ts';
import { readTrustedDocuments, trustDocuments } from './http/trusted-documents.ts';
import { identifyClients } from './limits/client-address.ts';
import { type ClientLimits, createClientLimits } from './limits/client-limits.ts';
import { type ConcurrencyLimit, createConcurrencyLimit } from './limits/concurrency-limit.ts';
import { documentLimitsRule } from './limits/document-limits-rule.ts';
import { knownOperationTypesRule } from './limits/known-operation-types-rule.ts';
import { limitConnections } from './limits/limit-connections.ts';
import { limitCost } from './limits/limit-cost.ts';
import { maxBodyBytes } from './limits/max-body-bytes.ts';
import { acceptSubscriptions } from './live/accept-subscriptions.ts';
import { routeSubscriptions } from './live/route-subscriptions.ts';
import { registerPages } from './pages.ts';
import { queryExecutor } from './query-executor.ts';
import type { ServerContext } from './server-context.ts';
import { logErrors } from './telemetry/log-errors.ts';
import { registerTelemetry, type TelemetryOptions } from './telemetry/register-telemetry.ts';
import { recordOperations } from './telemetry/request-record.ts';
import { storeDebugPlugin } from './telemetry/store-debug-plugin.ts';
import { createTracing } from './telemetry/tracing.ts';
import { unitePlugins } from './unite-plugins.ts';

export interface ServerOptions {
  typeDefs: string;
  resolvers: Resolvers;
  /** Creates the context of the resolvers of one request. */
  context: (requestId: string, client: Pick<GraphContext, 'readsTexts'>) => GraphContext;
  /** The folder with the builds of the explorer, the desk and the playground. */
  pagesRoot: string;
  /** The max cost of an operation. */
  maxCost: number;
  auth: AuthConfig;
  /** The token for mutations when `auth` is off; without it, they are disabled. */
  ingestToken?: string;
  /** Whether only clients with a role can read the texts of articles. */
  privateText: boolean;
  /** The rate limits to share with other processes; by default the server has its own. */
  limits?: ClientLimits;
  /** Receives a function that reloads the auth files; not called if there are none. */
  onReload?: (reload: () => void) => void;
  /** The scalar whose variables are passed as `RawJson`. */
  jsonScalar?: string;
  /** Identifies the build in the tags of responses; the schema is part of them anyway. */
  build?: string;
  /** The executor of queries, by default `batched`. */
  executor?: ExecutorName;
  /** Whether each response lists its store commands. */
  debugStore: boolean;
  logLevel: LogLevel;
  production: boolean;
  /** Omitted settings impose no limit: no budget, no max concurrency, no trusted documents. Only local hosts are known. */
  http?: Partial<HttpConfig>;
  /** Reads the number of turns of writing begun; without it, there are no subscriptions. */
  readTurns?: () => Promise<number>;
  /** The sources of `/livez`, `/readyz` and `/metrics`; without them, those routes do not exist. */
  operations?: TelemetryOptions;
  /** The time for a request to arrive, and for `close` to wait for requests in flight; 10 s by default. */
  patienceMs?: number;
  /** The time for a client to read more of an export; 5 minutes by default, since programs read a file as they use it. */
  exportStallMs?: number;
}

const defaultPatienceMs = 10_000;
const defaultExportStallMs = 300_000;

/**
 * Creates the HTTP server of the gateway: GraphQL at `/graphql`, the playground there for browsers, the explorer at `/`, the
 * desk at `/desk`, and exports. Call `listen` on it, and later `close`, which lets requests in flight finish. It logs to standard error.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { patienceMs = defaultPatienceMs, http = {} } = options;
  const limits = options.limits ?? createClientLimits(http.costPerMinute ?? 0);
  const concurrencyLimit = createConcurrencyLimit(http.maxInFlight ?? Number.POSITIVE_INFINITY);
  const app: FastifyInstance = Fastify({
    logger: { level: options.logLevel, stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    requestTimeout: patienceMs,
    // Node uses the longer timeout. `rejectUnknownHosts` checks the Host header.
    http: { connectionsCheckingInterval: 1000, headersTimeout: patienceMs, requireHostHeader: false },
    genReqId: () => randomUUID(),
    childLoggerFactory: (logger) => logger, // log lines name the request themselves
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    ...httpErrorOptions,
  });
  const { auth, ingestToken, privateText } = options;
  const authorizer = await createAuthorizer({ auth, ingestToken, privateText }, limits, app.log);
  const { apollo, ...parts } = createApollo(app, options, { authorizer, limits, concurrencyLimit });
  await apollo.start();
  app.removeContentTypeParser('text/plain');
  takeJsonBodies(app);
  answerErrorsAsJson(app);
  rejectUnknownHosts(app, http.allowedHosts ?? []);
  identifyClients(app, http.trustProxy ?? []);
  endConnectionsOnClose(app, patienceMs);
  if (http.maxConnections) limitConnections(app.server, http.maxConnections, http.trustProxy ?? []);
  app.addHook('onClose', () => apollo.stop());
  if (options.operations) registerTelemetry(app, options.operations);
  const trace = await createTracing(app);
  const hasPlayground = !http.trustedOnly;
  if (hasPlayground) await registerPages(app, { root: options.pagesRoot });
  /** Returns a function that creates contexts for the operations of a client; throws unless it may read. */
  const contextsOf = async (request: FastifyRequest): Promise<() => ServerContext> => {
    const client = await authorizer.authorizeRead(request);
    return () => Object.assign(options.context(request.id, client), { http: request });
  };
  const contextOf = async (request: FastifyRequest) => (await contextsOf(request))();
  const subscriptions = routeSubscriptions(app, {
    ...parts,
    ...options,
    apollo,
    authorizer,
    budget: limits.budget,
    contextOf,
    done: concurrencyLimit.done,
  });
  if (auth.mode !== 'off')
    options.onReload?.(() => {
      reloadAuthorizer(authorizer, app.log);
      subscriptions?.checkAccess();
    });
  const shared = { origins: http.corsOrigins ?? [], budget: limits.budget, maxBodyBytes };
  routeGraphql(app, {
    ...shared,
    answer: (request, reply, type) =>
      trace(request, () => answerByApollo(apollo, request, reply, type, () => contextOf(request))),
    ...(subscriptions && { stream: subscriptions.stream, openSocket: subscriptions.openSocket }),
    done: concurrencyLimit.done,
    patienceMs,
    hasPlayground,
  });
  // Their filters are not in the list of trusted documents.
  if (!http.trustedOnly)
    routeExports(app, {
      ...shared,
      executor: async (request) => exportExecutor(apollo, request, await contextsOf(request), concurrencyLimit.done),
      stallMs: options.exportStallMs ?? defaultExportStallMs,
    });
  return app;
}

/** Replaces Fastify's compilers of JSON Schemas, which no route uses, so that they are not loaded. */
function noSchemas(): never {
  throw new Error('Routes with a JSON Schema are not supported');
}

/**
 * The limits are based on measurements of Apollo Server 5.5, whose defaults let a kilobyte of fragments run for
 * seconds.
 */
function createApollo(
  app: FastifyInstance,
  options: ServerOptions,
  {
    authorizer,
    limits,
    concurrencyLimit,
  }: { authorizer: Authorizer; limits: ClientLimits; concurrencyLimit: ConcurrencyLimit },
) {
  const { typeDefs, resolvers, maxCost, jsonScalar, debugStore, production, http = {} } = options;
  const documents = http.trustedDocuments && readTrustedDocuments(http.trustedDocuments);
  const schema = executableSchema(typeDefs, resolvers);
  const formatError = createErrorFormatter({
    schema: http.introspection === false ? undefined : schema,
    production,
    log: app.log,
  });
  const execute = queryExecutor(schema, options.executor, app.log);
  const apollo = new ApolloServer<ServerContext>({
    schema,
    introspection: true, // if disabled, a rule rejects it with a message that names no software
    persistedQueries: false,
    csrfPrevention: false, // `routeGraphql` documents the protection
    maxRecursiveSelections: 1000,
    parseOptions: { maxTokens: 1000 },
    validationRules: [
      knownOperationTypesRule,
      documentLimitsRule,
      ...(http.introspection === false ? [NoSchemaIntrospectionCustomRule] : []),
    ],
    validationOptions: { maxErrors: 10 },
    executionOptions: { maxCoercionErrors: 10 },
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    formatError,
    stopOnTerminationSignals: false,
    logger: app.log,
    /*
     * Apollo's own plugins disable features that Apollo Server would add by default. `unitePlugins` calls each hook of the
     * others in this order; each runs to its first `await` before the next starts.
     *
     * - recordArgumentPaths: anywhere. No other plugin uses the hook after validation; `formatError` reads its records.
     * - logErrors: anywhere. No other plugin uses the hook for errors; `formatError` reads the request ids it records.
     * - trustDocuments: before all plugins that read the operation. If it rejects a document, they see a placeholder.
     * - rawJsonVariables: before limitCost, which counts the values in each variable. Raw JSON counts as one value.
     * - authorizeWrites: next to limitCost. Both finish before execution, and neither waits for the other.
     * - limitCost: before recordOperations, which reads the cost in the response.
     * - uniteArgumentErrors: before legacyStatus and recordOperations, which read the errors of the response.
     * - concurrencyLimit: before executeQueries. Their hook runs once all plugins have accepted the operation.
     * - acceptSubscriptions: after concurrencyLimit and before executeQueries. Subscriptions hold a slot until they are accepted.
     * - executeQueries: before legacyStatus, httpCache and all that read the response.
     * - httpCache, legacyStatus: anywhere. One changes only responses without errors, the other only those with errors.
     * - storeDebugPlugin: after limitCost, so that `store` follows `cost` in the extensions.
     * - recordOperations: last. It records the response as it is sent.
     */
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      unitePlugins([
        recordArgumentPaths,
        logErrors(app.log),
        ...(documents ? [trustDocuments(documents, { only: http.trustedOnly ?? false })] : []),
        ...(jsonScalar === undefined ? [] : [rawJsonVariables(jsonScalar)]),
        authorizeWrites(authorizer),
        limitCost(schema, maxCost, limits.budget),
        uniteArgumentErrors,
        concurrencyLimit.plugin,
        acceptSubscriptions({ schema, formatError }),
        executeQueries({
          execute,
          formatError,
          log: app.log,
          build: `${options.build ?? ''} ${createHash('sha256').update(typeDefs).digest('base64url')}`,
        }),
        httpCache(http.cacheSeconds ?? 0),
        ...(http.legacy200 ? [legacyStatus] : []),
        ...(debugStore ? [storeDebugPlugin] : []),
        recordOperations,
      ]),
    ],
  });
  return { apollo, schema, execute, formatError };
}

/** Otherwise `close` would wait for idle kept-alive connections, and forever for a request that never completes. */
function endConnectionsOnClose(app: FastifyInstance, patienceMs: number): void {
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    closing = true;
    timer = setTimeout(() => app.server.closeAllConnections(), patienceMs);
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
  app.addHook('onClose', async () => clearTimeout(timer));
}
