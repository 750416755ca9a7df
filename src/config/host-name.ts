import { canonicalAddress } from './ip-address.ts';

/** A host as a client or a setting names it, such as `graph.example:8443`. */
export interface Host {
  /** A name in lower case and ASCII, or a canonical address without brackets. */
  name: string;
  port?: number;
}

/**
 * Parses the value of a `Host` header: a name or address in ASCII, with an optional port. A trailing dot and the zone of
 * an address are left out; short forms of IPv4 (`127.1`) mean what they mean in a URL. Undefined if it is malformed.
 */
export function parseHost(text: string): Host | undefined {
  const [, bracketed, name = '', digits] = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(\d{0,5}))?$/.exec(text) ?? [];
  const port = digits ? Number(digits) : undefined;
  if (port !== undefined && port > 65_535) return undefined;
  const parsed = bracketed === undefined ? canonicalName(name) : canonicalIPv6(bracketed);
  return parsed === undefined ? undefined : { name: parsed, ...(port !== undefined && { port }) };
}

/** Whether a host is this machine by its name: `localhost`, a name below it, or an address of the loopback network. */
export function isLoopbackName(name: string): boolean {
  return name === '::1' || /^127(?:\.\d+){3}$/.test(name) || /^(?:.+\.)?localhost$/.test(name);
}

function canonicalIPv6(text: string): string | undefined {
  return text.includes(':') ? canonicalAddress(text) : undefined;
}

const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i;
const maxLength = 253;

function canonicalName(text: string): string | undefined {
  const name = text.replace(/\.$/, '');
  if (name.length > maxLength || !name.split('.').every((part) => label.test(part))) return undefined;
  // Also resolves short forms of IPv4, and rejects what this version of Node finds to be invalid punycode.
  return URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : undefined;
}
