import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendError } from '../errors/http-errors.ts';

/** Responds with 415 to compressed bodies and to charsets other than UTF-8 (RFC 8259, section 8.1). */
export async function checkBodyEncoding(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return sendError(reply, 415, 'Request bodies must not have a Content-Encoding');
  }
  const [, charset] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '') ?? [];
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    return sendError(reply, 415, 'The request body must be UTF-8');
  return undefined;
}
