import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import type { LogLevel } from '../config.ts';
import type { GraphContext } from '../context.ts';
import type { Resolvers } from '../generated/schema.ts';
import {
  ApolloServer,
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
  fastifyApolloHandler,
} from './apollo.ts';
import { executableSchema } from './executable-schema.ts';
import { formLimitsRule } from './form-limits-rule.ts';
import { createErrorFormatter } from './format-error.ts';
import { address, answerErrorsAsJson, httpErrorOptions } from './http-errors.ts';
import { knownOperationTypesRule } from './known-operation-types-rule.ts';
import { limitCost } from './limit-cost.ts';
import { logErrors } from './log-errors.ts';
import { registerPlayground, sendPlayground, wantsPlayground } from './playground.ts';
import { tellStoreUse } from './tell-store-use.ts';

export interface ServerOptions {
  typeDefs: string;
  resolvers: Resolvers;
  /** Makes what the resolvers of one request receive. */
  context: (requestId: string) => GraphContext;
  playgroundRoot: string;
  /** What a query may cost at most. */
  maxCost: number;
  /** Whether each answer tells what was asked of the store for it. */
  debugStore: boolean;
  logLevel: LogLevel;
  production: boolean;
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
  const patienceMs = options.patienceMs ?? defaultPatienceMs;
  const app: FastifyInstance = Fastify({
    logger: { level: options.logLevel, stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    requestTimeout: patienceMs,
    http: { connectionsCheckingInterval: 1000, headersTimeout: patienceMs }, // Node takes the longer of the two
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    ...httpErrorOptions,
  });
  const apollo = createApollo(app, options);
  await apollo.start();
  app.removeContentTypeParser('text/plain');
  answerErrorsAsJson(app);
  endConnectionsOnClose(app, patienceMs);
  app.addHook('onClose', () => apollo.stop());
  await registerPlayground(app, { root: options.playgroundRoot });
  const answer = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest) => options.context(request.id),
  });
  app.route({
    method: ['GET', 'HEAD', 'POST'],
    url: address,
    handler: (request, reply) =>
      wantsPlayground(request) ? sendPlayground(reply) : answer.call(app, asApolloReads(request), reply),
  });
  return app;
}

/** GraphQL checks what it receives and sends: no route has a JSON Schema, and Fastify need not load what compiles them. */
function noSchemas(): never {
  throw new Error('A route has a JSON Schema, and nothing to compile it with');
}

/** The limits are those measured in Apollo Server 5.5: its defaults let a kilobyte of fragments run for seconds. */
function createApollo(app: FastifyInstance, { typeDefs, resolvers, maxCost, debugStore, production }: ServerOptions) {
  return new ApolloServer<GraphContext>({
    schema: executableSchema(typeDefs, resolvers),
    introspection: true,
    maxRecursiveSelections: 1000,
    parseOptions: { maxTokens: 1000 },
    validationRules: [knownOperationTypesRule, formLimitsRule],
    validationOptions: { maxErrors: 10 },
    executionOptions: { maxCoercionErrors: 10 },
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    formatError: createErrorFormatter({ production, log: app.log }),
    stopOnTerminationSignals: false,
    logger: app.log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      logErrors(app.log),
      limitCost(maxCost),
      ...(debugStore ? [tellStoreUse] : []),
    ],
  });
}

/** HEAD asks what GET asks, and answers without the body. The Host header may hold anything, and is not needed. */
function asApolloReads(request: FastifyRequest): FastifyRequest {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  return Object.create(request, { method: { value: method }, hostname: { value: 'localhost' } });
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
