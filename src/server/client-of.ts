import { isIPv6 } from 'node:net';

/**
 * Who is one client to the limits: an IPv4 address, or a network of 64 bits of IPv6 (what one household has). Node writes
 * IPv4 addresses of a socket for both as `::ffff:192.0.2.1`.
 */
export function clientOf(address: string): string {
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (inner !== undefined || !isIPv6(address)) return inner ?? address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const [first, last] = [groupsOf(head), groupsOf(tail)];
  const zeros: string[] = Array(8 - first.length - last.length).fill('0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':');
}
