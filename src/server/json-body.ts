import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Reads bodies as JSON and keeps their text, for what parsing loses. They have to be UTF-8, to the byte. A key that would
 * be a prototype is refused at the top; deeper, GraphQL refuses every key that it does not know.
 */
export function takeJsonBodies(app: FastifyInstance): void {
  app.decorateRequest(TEXT, undefined);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    const text = decode(body);
    request.setDecorator(TEXT, text);
    return parse(text);
  });
}

/** The text of the request's body; undefined where it has none, as a GET. */
export function bodyText(request: FastifyRequest): string | undefined {
  return request.getDecorator<string | undefined>(TEXT);
}

const TEXT = 'jsonBodyText';
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw refusal('The body is not UTF-8');
  }
}

function parse(text: string): unknown {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw refusal('The body is not valid JSON');
  }
  if (typeof body === 'object' && body !== null && Object.hasOwn(body, '__proto__')) {
    throw refusal('The body has a key that is not allowed: __proto__');
  }
  return body;
}

function refusal(message: string): Error {
  return Object.assign(new Error(message), { statusCode: 400 });
}
