import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { AllowedHosts } from '../../config/allowed-hosts.ts';
import { isLoopbackName, parseHost } from '../../config/host-name.ts';
import { sendError } from '../errors/http-errors.ts';
import { createFirstTimes } from '../first-times.ts';
import { rememberTexts } from '../text-memory.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route answers to unknown hosts too. */
    anyHost?: boolean;
  }
}

/**
 * Answers only to hosts that are known: this machine's own names, the address that the server listens on, and `allowed`.
 * Others get 421. This protects against DNS rebinding: a page whose name resolves to this machine is of the same origin
 * as the gateway, and could read every response.
 *
 * The host is that of `Host` and, in an absolute request target, that of the target: both must be known.
 * `X-Forwarded-Host` is not read, since clients can send it. A request needs exactly one `Host` (RFC 9112, section 3.2);
 * only HTTP/1.0 allows none.
 */
export function rejectUnknownHosts(app: FastifyInstance, allowed: AllowedHosts): void {
  const firstTime = createFirstTimes();
  /** Only while the server listens is it known on which address. */
  let isKnown = (host: string) => isKnownHost(app, allowed, host);
  app.addHook('onListen', async () => {
    isKnown = rememberTexts(isKnown);
  });
  app.addHook('onRequest', async (request, reply) => {
    const { raw, routeOptions } = request;
    const hosts = hostHeaders(raw);
    if (hosts.length > 1 || (hosts.length === 0 && raw.httpVersion !== '1.0'))
      return sendError(reply.header('cache-control', 'no-store'), 400, 'A request must have one Host header');
    if (allowed === '*' || routeOptions.config?.anyHost) return undefined;
    const unknown = namedHosts(hosts, raw.url ?? '').find((host) => !isKnown(host));
    if (unknown === undefined) return undefined;
    const host = firstTime(unknown);
    if (host !== undefined) app.log.warn({ host }, 'Rejected a host that ALLOWED_HOSTS does not list');
    return sendError(reply.header('cache-control', 'no-store'), 421, unknownMessage(unknown));
  });
}

const maxShown = 100;

function unknownMessage(host: string): string {
  const shown = host.length > maxShown ? `${host.slice(0, maxShown)}…` : host;
  const named = host === '' ? 'requests without a host' : `the host ${JSON.stringify(shown)}`;
  return `The gateway does not answer to ${named}: ALLOWED_HOSTS must list the hosts by which clients reach it`;
}

/** Node keeps the first of several headers, where a proxy may have checked another. */
function hostHeaders({ rawHeaders }: IncomingMessage): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host');
}

/** Returns the hosts that a request names; one is empty if it names none. */
function namedHosts(headers: readonly string[], target: string): string[] {
  const [host = ''] = headers;
  if (target.startsWith('/') || target === '*') return [host];
  const [, authority = ''] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(target) ?? [];
  return headers.length === 0 ? [authority] : [authority, host];
}

function isKnownHost(app: FastifyInstance, allowed: AllowedHosts, text: string): boolean {
  if (allowed === '*') return true;
  const host = parseHost(text);
  if (!host) return false;
  if (isLoopbackName(host.name) || host.name === boundName(app)) return true;
  return allowed.some(({ name, below, port }) => {
    const isNamed = below ? host.name.endsWith(`.${name}`) : host.name === name;
    return isNamed && (port === undefined || port === host.port || (host.port === undefined && isDefault(port)));
  });
}

function boundName(app: FastifyInstance): string | undefined {
  const bound = app.server.address();
  if (bound === null || typeof bound === 'string') return undefined;
  return parseHost(bound.family === 'IPv6' ? `[${bound.address}]` : bound.address)?.name;
}

/** Clients leave out the default port of their scheme, which is unknown behind a proxy. */
function isDefault(port: number): boolean {
  return port === 80 || port === 443;
}
