import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { prefersPage } from './http/accept.ts';

type PageName = 'explorer' | 'desk' | 'playground';

/**
 * Serves the explorer at `/`, the desk at `/desk`, and the assets of each page under its name, such as `/desk/assets/`, and
 * stores where the pages are for `sendPage`. `root` is the absolute path of the folder with the builds of the pages; they
 * need not exist yet.
 */
export async function registerPages(app: FastifyInstance, { root }: { root: string }): Promise<void> {
  app.decorate(PAGES_ROOT, root);
  for (const page of Object.keys(policies)) {
    await app.register(fastifyStatic, {
      root: join(root, page, 'assets'),
      prefix: `/${page}/assets/`,
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
  for (const [path, page] of [
    ['/', 'explorer'],
    ['/desk', 'desk'],
  ] as const)
    app.get(path, async (request, reply) =>
      prefersPage(request.headers.accept) ? sendPage(reply, page) : reply.callNotFound(),
    );
}

/** Whether a browser is opening the playground, as opposed to a client sending a query. */
export function wantsPlayground(request: FastifyRequest): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const parameters = request.query as Record<string, unknown>;
  const asks = ['query', 'documentId', 'extensions'].some((name) => (parameters[name] ?? '') !== '');
  return isRead && prefersPage(request.headers.accept) && !asks;
}

/** Sends a page, which is read on each request so that a new build takes effect; 503 if it has not been built. */
export async function sendPage(reply: FastifyReply, page: PageName): Promise<FastifyReply> {
  reply.headers({
    'cache-control': 'no-cache',
    'content-security-policy': policies[page],
    'referrer-policy': 'no-referrer',
    vary: 'accept',
    'x-content-type-options': 'nosniff',
  });
  const html = await readPage(join(reply.server.getDecorator<string>(PAGES_ROOT), page, 'index.html'));
  if (html === null) return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt(page));
  return reply.type('text/html; charset=utf-8').send(html);
}

async function readPage(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

const PAGES_ROOT = 'pagesRoot';

function notBuilt(page: PageName): string {
  return `The ${page} has not been built: run \`npm run build\`. Queries by POST to /graphql work without it.\n`;
}

const ownOriginOnly = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'base-uri': "'self'",
  'form-action': "'none'",
};

/** Nothing may come from other origins. */
const policies: Record<PageName, string> = {
  // Only reads: whoever embeds it can neither change anything by a visitor's click nor read what it shows.
  explorer: policy({ ...ownOriginOnly, 'frame-ancestors': '*' }),
  // Writes: no other site may put it in a frame and have a visitor press "Publish".
  desk: policy({ ...ownOriginOnly, 'frame-ancestors': "'none'" }),
  // GraphiQL's editor sets inline styles from JavaScript.
  playground: policy({
    ...ownOriginOnly,
    'style-src': "'self' 'unsafe-inline'",
    'worker-src': "'self'",
    'frame-ancestors': "'none'",
  }),
};

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ');
}
