import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';

/** A connection that a client asks to use for another protocol. */
export interface Upgrade {
  socket: Duplex;
  /** The first bytes after the request. */
  head: Buffer;
  /** Must be called before the socket is used for something else than a response. */
  release(): void;
}

const upgrades = new WeakMap<IncomingMessage, Upgrade>();

/**
 * Sends requests for an upgrade through the routes, so that they pass the same hooks as others: hosts, addresses of
 * clients, rate limits. A route takes the connection over (`upgradeOf`), or responds as usual, which closes it.
 */
export function routeUpgrades(app: FastifyInstance): void {
  app.server.on('upgrade', (raw: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const response = new ServerResponse(raw);
    response.shouldKeepAlive = false;
    response.assignSocket(socket as Parameters<typeof response.assignSocket>[0]);
    response.once('finish', () => socket.end());
    upgrades.set(raw, { socket, head, release: () => response.detachSocket(socket as never) });
    app.routing(raw, response);
  });
}

/** Returns the connection of a request for an upgrade; undefined for other requests. */
export function upgradeOf(raw: IncomingMessage): Upgrade | undefined {
  return upgrades.get(raw);
}
