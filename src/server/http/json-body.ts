import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Parses bodies as JSON and keeps their text, since parsing loses details. Rejects bodies that are not valid UTF-8, and
 * `__proto__` as a top-level key; deeper, GraphQL rejects all unknown keys.
 */
export function takeJsonBodies(app: FastifyInstance): void {
  app.decorateRequest(TEXT, undefined);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    const text = decode(body);
    request.setDecorator(TEXT, text);
    return parse(text);
  });
}

/** Returns the text of the request's body; undefined if it has none, such as a GET. */
export function bodyText(request: FastifyRequest): string | undefined {
  return request.getDecorator<string | undefined>(TEXT);
}

const TEXT = 'jsonBodyText';
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw badRequest('The body is not UTF-8');
  }
}

function parse(text: string): unknown {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('The body is not valid JSON');
  }
  if (typeof body === 'object' && body !== null && Object.hasOwn(body, '__proto__')) {
    throw badRequest('The body has a key that is not allowed: __proto__');
  }
  return body;
}

function badRequest(message: string): Error {
  return Object.assign(new Error(message), { statusCode: 400 });
}
