import type { Server, Socket } from 'node:net';
import { endWithError } from '../errors/http-errors.ts';
import { createProxyCheck } from './client-address.ts';
import { clientKey } from './client-key.ts';

/**
 * Limits the open connections of each client, so that none can exhaust those of the process. Trusted proxies are not
 * limited, since they connect for many clients.
 */
export function limitConnections(server: Server, max: number, trustProxy: readonly string[]): void {
  const isProxy = createProxyCheck(trustProxy);
  const counts = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined || isProxy(remoteAddress)) return;
    const client = clientKey(remoteAddress);
    const count = (counts.get(client) ?? 0) + 1;
    counts.set(client, count);
    socket.once('close', () => {
      const left = (counts.get(client) ?? 1) - 1;
      if (left > 0) counts.set(client, left);
      else counts.delete(client);
    });
    if (count > max) endWithError(socket, 429, 'Too many connections are open from this address');
  });
}
