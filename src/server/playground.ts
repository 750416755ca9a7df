import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Serves the built assets of the playground under `/playground/assets/`, and says where `sendPlayground` finds the page.
 * `root` is the absolute path of the build's folder; it need not exist yet.
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
}

/** Whether this is a browser that opens the address, and not a client that sends a query. */
export function wantsPlayground(request: FastifyRequest): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const acceptsPage = request.headers.accept?.toLowerCase().includes('text/html') ?? false;
  const asks = ['query', 'documentId', 'extensions'].some((name) => Object.hasOwn(request.query as object, name));
  return isRead && acceptsPage && !asks;
}

/** Answers with the page, read anew each time, so that a new build shows at once; 503 where there is no build. */
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

const NOT_BUILT = 'The playground is not built yet: run `npm run build`. Queries are answered all the same, by POST.\n';

/** GraphiQL's editor sets styles from JavaScript, which is why styles may be inline; nothing may come from elsewhere. */
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
