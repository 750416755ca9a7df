import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';

/** Where the API is. */
export const address = '/graphql';

/** What it takes. */
export const allowedMethods = 'GET, HEAD, POST';
const codes: Readonly<Record<number, string>> = {
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
  431: 'HEADERS_TOO_LARGE',
  503: 'SERVICE_UNAVAILABLE',
};

/**
 * What is refused before GraphQL sees it is answered as GraphQL errors are: what no route takes, a body too large or
 * malformed, and, by the options, an address or a message that is not HTTP.
 */
export function answerErrorsAsJson(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0];
    if (path !== address) {
      return refuse(reply, 404, `There is nothing at ${request.method} ${path}; the API is at ${address}`);
    }
    return refuse(
      reply.header('allow', allowedMethods),
      405,
      `${address} takes ${allowedMethods}, not ${request.method}`,
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
  if (status < 500) return refuse(reply, status, error.message);
  request.log.error({ err: error, requestId: request.id }, 'A request failed');
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: request.id };
  return send(reply, status, { message: 'Internal server error', extensions });
}

/** Answers as GraphQL errors are, with what `extensions` tell beside. */
export function refuse(reply: FastifyReply, status: number, message: string, extensions?: object): FastifyReply {
  return send(reply, status, { message, extensions: { code: codeOf(status) } }, extensions);
}

function send(reply: FastifyReply, status: number, error: object, extensions?: object): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [error], ...(extensions && { extensions }) });
}

/** There is no request yet, only the connection. */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, message } = refusalOf(error.code);
  endWith(socket, status, message);
}

/** Answers on a connection that has no request, and ends it. */
export function endWith(socket: Socket, status: number, message: string): void {
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

function refusalOf(code: string | undefined): { status: number; message: string } {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { status: 408, message: 'The request did not arrive in time' };
  if (code === 'HPE_HEADER_OVERFLOW')
    return { status: 431, message: 'The headers are too large; send queries by POST' };
  return { status: 400, message: 'This is not HTTP' };
}

function codeOf(status: number): string {
  return codes[status] ?? 'BAD_REQUEST';
}
