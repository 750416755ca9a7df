import { promisify } from 'node:util';
import {
  type BrotliCompress,
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  type Gzip,
  gzip,
} from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { rememberTexts } from '../text-memory.ts';
import { addVary } from './vary.ts';

/** Shorter responses fit into one packet anyway. */
const minLength = 1400;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** At these levels both take about 10 ms per megabyte of JSON, on another thread. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const gzipOptions = { level: 5 };
const encoders = {
  br: (text: string) => brotli(text, brotliOptions),
  gzip: (text: string) => gzipped(text, gzipOptions),
};
const streamEncoders: Readonly<Record<keyof typeof encoders, () => BrotliCompress | Gzip>> = {
  br: () => createBrotliCompress(brotliOptions),
  gzip: () => createGzip(gzipOptions),
};

/** Compresses long responses in the encoding that the client prefers, or in `br` if it prefers neither. */
export async function compressResponse(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  addVary(reply, 'accept-encoding');
  if (typeof payload !== 'string' || payload.length < minLength || reply.hasHeader('content-encoding')) return payload;
  const encoding = preferredEncoding(request.headers['accept-encoding'] ?? '');
  if (!encoding) return payload;
  const compressed = await encoders[encoding](payload);
  reply.header('content-encoding', encoding);
  reply.removeHeader('content-length');
  return compressed;
}

/** Sets the encoding of a response of unknown length, and returns its encoder; undefined if the client accepts none. */
export function encodeStream(request: FastifyRequest, reply: FastifyReply): BrotliCompress | Gzip | undefined {
  addVary(reply, 'accept-encoding');
  const encoding = preferredEncoding(request.headers['accept-encoding'] ?? '');
  if (!encoding) return undefined;
  reply.header('content-encoding', encoding);
  return streamEncoders[encoding]();
}

/** RFC 9110, section 12.5.3. */
const preferredEncoding = rememberTexts((accepted): keyof typeof encoders | undefined => {
  const weights = new Map<string, number>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [, name, weight = '1'] = /^\s*([^\s;]+)\s*(?:;\s*q=([\d.]+)\s*)?$/.exec(part) ?? [];
    if (name !== undefined) weights.set(name === 'x-gzip' ? 'gzip' : name, Number(weight));
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  const best = weightOf('gzip') > weightOf('br') ? 'gzip' : 'br';
  return weightOf(best) > 0 ? best : undefined;
});
