import { BlockList, isIPv6, type Server, type Socket } from 'node:net';
import { clientOf } from './client-of.ts';
import { endWith } from './http-errors.ts';

/**
 * Lets one client hold at most so many connections at once, so that none can take all that the process may open. A trusted
 * proxy holds as many as it has clients.
 */
export function limitConnections(server: Server, most: number, trustProxy: readonly string[]): void {
  const proxies = blockListOf(trustProxy);
  const counts = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined || proxies.check(remoteAddress, familyOf(remoteAddress))) return;
    const client = clientOf(remoteAddress);
    const count = (counts.get(client) ?? 0) + 1;
    counts.set(client, count);
    socket.once('close', () => {
      const left = (counts.get(client) ?? 1) - 1;
      if (left > 0) counts.set(client, left);
      else counts.delete(client);
    });
    if (count > most) endWith(socket, 429, 'Too many connections are open from this address');
  });
}

function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
