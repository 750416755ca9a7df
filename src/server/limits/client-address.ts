import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { canonicalAddress } from '../../config/ip-address.ts';

/**
 * Determines the address of each request's client, for `clientAddress`: that of the connection, or, if a trusted proxy
 * opened it, the last address in `X-Forwarded-For` that is not a trusted proxy's. Entries to the left of that one are
 * the client's own claims. An entry that is not an address ends the search: the proxy that sent it is then the client.
 */
export function identifyClients(app: FastifyInstance, trustProxy: readonly string[]): void {
  const isProxy = createProxyCheck(trustProxy);
  app.decorateRequest(ADDRESS, '');
  app.addHook('onRequest', async (request) => {
    const { socket, headers } = request.raw;
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',');
    request.setDecorator(ADDRESS, addressBehind(socket.remoteAddress ?? '', forwarded, isProxy));
  });
}

/** Returns the address of the client, without a port; empty if its connection is closed. */
export function clientAddress(request: FastifyRequest): string {
  return request.getDecorator<string>(ADDRESS);
}

/** Returns a function that tests whether an address is one of these addresses or belongs to one of these networks. */
export function createProxyCheck(trustProxy: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of trustProxy) {
    const [address = '', bits] = network.split('/');
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => {
    const canonical = canonicalAddress(address);
    return canonical !== undefined && list.check(canonical, familyOf(canonical));
  };
}

const ADDRESS = 'clientAddress';

function addressBehind(peer: string, forwarded: string, isProxy: (address: string) => boolean): string {
  let address = peer;
  for (const entry of forwarded.split(',').reverse()) {
    if (entry.trim() === '') continue;
    if (!isProxy(address)) return address;
    const next = addressIn(entry.trim());
    if (next === undefined) return address;
    address = next;
  }
  return address;
}

/** Proxies write an address as it is, in brackets, with a port, or in quotes (as in `Forwarded`, RFC 7239). */
function addressIn(entry: string): string | undefined {
  const [, bracketed, ipv4] = /^"?(?:\[([^\]]*)\]|([\d.]+))(?::\d{1,5})?"?$/.exec(entry) ?? [];
  return canonicalAddress(bracketed ?? ipv4 ?? entry);
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
