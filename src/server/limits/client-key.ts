import { canonicalAddress } from '../../config/ip-address.ts';

/**
 * Returns the key under which all limits count a client: an IPv4 address, or a /64 network of IPv6, which is what one
 * household has. An address has one key however it is spelled, so `::ffff:192.0.2.1`, as Node writes IPv4 on dual-stack
 * sockets, is `192.0.2.1`.
 */
export function clientKey(address: string): string {
  const canonical = canonicalAddress(address) ?? address;
  if (!canonical.includes(':')) return canonical;
  const [head = '', tail = ''] = canonical.split('::');
  const [first, last] = [groupsOf(head), groupsOf(tail)];
  const zeros: string[] = canonical.includes('::') ? Array(8 - first.length - last.length).fill('0') : [];
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':');
}
