import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { showValue } from '../../errors/show-value.ts';
import { sendError } from '../errors/http-errors.ts';
import { encodeStream } from '../http/compression.ts';
import { type AllowedOrigins, allowOrigin, createPreflightRoute } from '../http/cors.ts';
import { addVary } from '../http/vary.ts';
import type { ClientBudget } from '../limits/client-limits.ts';
import { applyRateLimit } from '../limits/rate-limit.ts';
import { contentTypes, createWriter, type ExportWriter } from './export-formats.ts';
import { openOutput } from './export-output.ts';
import { type ExecuteOperation, ExportError, readPages } from './export-pages.ts';
import { type ExportRequest, parseFileName, parseParameters } from './export-request.ts';
import { exportNames } from './short-forms.ts';

export interface ExportRoute {
  /**
   * Returns what executes the operations of a client, one after the other.
   *
   * @throws GraphQLError if the client may not read.
   */
  executor(request: FastifyRequest): Promise<ExecuteOperation>;
  origins: AllowedOrigins;
  budget: ClientBudget | undefined;
  maxBodyBytes: number;
  /** The time after which the connection of a client that does not read is closed. */
  stallMs: number;
}

const allowedMethods = 'GET, HEAD';

/** Serves exports of any size, such as `/export/incidents.csv?country=IQ`. */
export function routeExports(app: FastifyInstance, route: ExportRoute): void {
  const { origins, budget, maxBodyBytes } = route;
  const url = '/export/:file';
  app.route<{ Params: { file: string } }>({
    method: ['GET', 'HEAD'],
    url,
    onRequest: [
      (request, reply, done) => {
        reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
        addVary(reply, 'authorization');
        allowOrigin(origins, request, reply);
        done();
      },
      async (request, reply) => (budget ? applyRateLimit(budget, maxBodyBytes, request, reply) : undefined),
    ],
    handler: async (request, reply) => {
      const found = parseFileName(request.params.file);
      if (!found) return sendError(reply, 404, unknownFile(request.params.file));
      try {
        const parameters = parseParameters(found.name, queryOf(request.url));
        await sendExport(route, { ...found, ...parameters }, request, reply);
        return reply;
      } catch (error) {
        return refuse(reply, error);
      }
    },
  });
  app.options(url, createPreflightRoute(origins, allowedMethods, app.log));
  app.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE'],
    url,
    handler: (request, reply) =>
      sendError(
        reply.header('allow', allowedMethods),
        405,
        `${request.method} is not allowed: exports accept ${allowedMethods}`,
      ),
  });
}

/**
 * Sends an export. The head is sent after the first page, so that errors up to then have a status of their own.
 *
 * @throws the error of the first page.
 */
async function sendExport(route: ExportRoute, wanted: ExportRequest, request: FastifyRequest, reply: FastifyReply) {
  const { name, format } = wanted;
  const execute = await route.executor(request);
  const disconnected = new AbortController();
  reply.raw.once('close', () => disconnected.abort());
  const pages = readPages(wanted, execute, disconnected.signal);
  const first = await pages.next().catch((error) => {
    if (!disconnected.signal.aborted) throw error;
    return undefined;
  });
  reply.headers({
    'content-type': contentTypes[format],
    'content-disposition': `attachment; filename="${name}-${new Date().toISOString().slice(0, 10)}.${format}"`,
  });
  const encoder = encodeStream(request, reply);
  reply.hijack();
  if (!first) return;
  reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>);
  if (request.method === 'HEAD') {
    await pages.return(undefined);
    reply.raw.end();
    return;
  }
  const output = openOutput(reply.raw, encoder, route.stallMs);
  const writer = createWriter(name, format);
  try {
    await output.write(writer.head);
    for (let page = first; !page.done; page = await pages.next())
      await output.write(page.value.map(writer.write).join(''));
    output.end(writer.end);
  } catch (error) {
    if (output.signal.aborted) return;
    await output.breakOff(failureText(writer, error, request));
  }
}

/** Logs why an export ends before its end, and returns what tells its reader. */
function failureText(writer: ExportWriter, error: unknown, { id: requestId, log }: FastifyRequest): string {
  if (!(error instanceof ExportError)) log.error({ err: error, requestId }, 'A request failed');
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId };
  const errors = error instanceof ExportError ? error.errors : [{ message: 'Internal server error', extensions }];
  const [reason = ''] = errors.map(({ message }) => message);
  log.warn({ reason, requestId }, 'An export ended with an error');
  return writer.fail(reason, errors);
}

/** The statuses of errors that set none, by code. Others are 400. */
const statuses: Readonly<Record<string, number>> = { SERVICE_UNAVAILABLE: 503, INTERNAL_SERVER_ERROR: 500 };

/** Responds to an export that has sent nothing yet. Rethrows what is no error of GraphQL. */
function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof ExportError) {
    const status = statuses[String(error.errors[0]?.extensions?.code)] ?? 400;
    return reply.code(status).type('application/json; charset=utf-8').send({ errors: error.errors });
  }
  if (!(error instanceof GraphQLError)) throw error;
  const { http, ...extensions } = error.extensions as { http?: { status: number; headers: Map<string, string> } };
  for (const [header, value] of http?.headers ?? []) reply.header(header, value);
  return reply
    .code(http?.status ?? 400)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message: error.message, extensions }] });
}

function queryOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

function unknownFile(file: string): string {
  const withPoints = exportNames.filter((name) => parseFileName(`${name}.geojson`)).join(' and ');
  return `No export is named ${showValue(file)}: there are ${exportNames.join(', ')}, each as .csv and .ndjson, and ${withPoints} as .geojson`;
}
