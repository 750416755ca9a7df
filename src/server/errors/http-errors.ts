import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';

/** The path of the API. */
export const address = '/graphql';

/** The methods that the API accepts, as in `Allow`. */
export const allowedMethods = 'GET, HEAD, POST';
const codes: Readonly<Record<number, string>> = {
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  421: 'MISDIRECTED_REQUEST',
  429: 'RATE_LIMITED',
  431: 'HEADERS_TOO_LARGE',
  503: 'SERVICE_UNAVAILABLE',
};

/**
 * Makes the server send errors outside of GraphQL in the form of GraphQL errors: for an unknown route, and for a body
 * that is too large or malformed. `httpErrorOptions` does the same for invalid URLs and for messages that are not HTTP.
 */
export function answerErrorsAsJson(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0];
    if (path !== address) {
      return sendError(reply, 404, `No route for ${request.method} ${path}; the API is at ${address}`);
    }
    return sendError(
      reply.header('allow', allowedMethods),
      405,
      `${address} accepts ${allowedMethods}, not ${request.method}`,
    );
  });
  app.setErrorHandler(answerError);
}

export const httpErrorOptions: Pick<FastifyServerOptions, 'frameworkErrors' | 'clientErrorHandler'> = {
  frameworkErrors: (error, request, reply) => {
    answerError(error, request as FastifyRequest, reply as FastifyReply);
  },
  clientErrorHandler: answerClientError,
};

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status < 500) return sendError(reply, status, error.message);
  request.log.error({ err: error, requestId: request.id }, 'A request failed');
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: request.id };
  return sendErrors(reply, status, { message: 'Internal server error', extensions });
}

/** Sends an error in the form of a GraphQL response, with these `extensions`. */
export function sendError(reply: FastifyReply, status: number, message: string, extensions?: object): FastifyReply {
  return sendErrors(reply, status, { message, extensions: { code: codeOf(status) } }, extensions);
}

function sendErrors(reply: FastifyReply, status: number, error: object, extensions?: object): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [error], ...(extensions && { extensions }) });
}

/** Handles errors of a connection that has no request yet. */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, message } = describeClientError(error.code);
  endWithError(socket, status, message);
}

/** Sends an error on a connection without a request, and closes it. */
export function endWithError(socket: Socket, status: number, message: string): void {
  if (socket.writable) {
    const body = JSON.stringify({ errors: [{ message, extensions: { code: codeOf(status) } }] });
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroySoon();
}

function describeClientError(code: string | undefined): { status: number; message: string } {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { status: 408, message: 'The request did not arrive in time' };
  if (code === 'HPE_HEADER_OVERFLOW')
    return { status: 431, message: 'The headers are too large; send queries with POST' };
  return { status: 400, message: 'The request is not valid HTTP' };
}

function codeOf(status: number): string {
  return codes[status] ?? 'BAD_REQUEST';
}
