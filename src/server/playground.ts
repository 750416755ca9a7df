import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { address } from './errors/http-errors.ts';
import { prefersPage } from './http/accept.ts';

/**
 * Serves the assets of the playground under `/playground/assets/`, redirects browsers from `/` to the page, and stores the
 * path of the page for `sendPlayground`. `root` is the absolute path of the build output; it need not exist yet.
 */
export async function registerPlayground(app: FastifyInstance, { root }: { root: string }): Promise<void> {
  app.decorate(PAGE_PATH, join(root, 'index.html'));
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/playground/assets/',
    decorateReply: false,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    immutable: true, // the names carry a hash of the content
    maxAge: '1y',
    setHeaders: (response) => {
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'no-referrer');
      response.setHeader('vary', 'accept-encoding');
    },
  });
  app.get('/', async (request, reply) => {
    if (!prefersPage(request.headers.accept)) return reply.callNotFound();
    return reply.headers({ 'cache-control': 'no-cache', vary: 'accept' }).redirect(address);
  });
}

/** Whether a browser is opening the page, as opposed to a client sending a query. */
export function wantsPlayground(request: FastifyRequest): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const parameters = request.query as Record<string, unknown>;
  const asks = ['query', 'documentId', 'extensions'].some((name) => (parameters[name] ?? '') !== '');
  return isRead && prefersPage(request.headers.accept) && !asks;
}

/** Sends the page, which is read on each request so that a new build takes effect; 503 if it has not been built. */
export async function sendPlayground(reply: FastifyReply): Promise<FastifyReply> {
  reply.headers({
    'cache-control': 'no-cache',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'referrer-policy': 'no-referrer',
    vary: 'accept',
    'x-content-type-options': 'nosniff',
  });
  const page = await readPage(reply.server.getDecorator<string>(PAGE_PATH));
  if (page === null) return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
  return reply.type('text/html; charset=utf-8').send(page);
}

async function readPage(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

const PAGE_PATH = 'playgroundPagePath';

const NOT_BUILT = 'The playground has not been built: run `npm run build`. Queries by POST work without it.\n';

/** Allows inline styles, which GraphiQL's editor sets from JavaScript, and nothing from other origins. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
