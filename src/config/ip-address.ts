import { isIPv4, isIPv6 } from 'node:net';

/**
 * Returns the one form in which an IP address is compared: IPv6 in lower case, compressed and without a zone (RFC 5952),
 * and IPv4-mapped IPv6 as IPv4. Undefined if the text is not an address.
 */
export function canonicalAddress(text: string): string | undefined {
  if (isIPv4(text)) return text;
  if (!isIPv6(text)) return undefined;
  const [withoutZone = ''] = text.split('%', 1);
  const address = new URL(`http://[${withoutZone}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(address) ?? [];
  if (high === undefined || low === undefined) return address;
  return [high, low]
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}
