import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './http-errors.ts';

/** Refuses bodies that would have to be decoded before they are read: JSON is UTF-8 (RFC 8259, section 8.1). */
export async function checkBodyForm(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return refuse(reply, 415, 'Bodies are taken as they are, without a Content-Encoding');
  }
  const [, charset] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '') ?? [];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) return refuse(reply, 415, 'Bodies are taken in UTF-8');
  return undefined;
}
