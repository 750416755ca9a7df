import { isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import { type Host, parseHost } from './host-name.ts';
import { ConfigError, type Environment, parseList } from './parse-setting.ts';

/** Hosts that the gateway answers to, besides this machine's own names. */
export type AllowedHosts = '*' | readonly AllowedHost[];

/** A host on any port, or on `port` only. */
export interface AllowedHost extends Host {
  /** Whether the names below it are allowed, at any depth, instead of the name itself. */
  below?: boolean;
}

/**
 * Parses `ALLOWED_HOSTS` and adds the host to listen on.
 *
 * @throws ConfigError if an entry is malformed, or if the gateway would listen on all addresses without a list.
 */
export function parseAllowedHosts(env: Environment, host: string): AllowedHosts {
  if (env.ALLOWED_HOSTS === '*') return '*';
  const listed = parseList(env, 'ALLOWED_HOSTS', {
    expected: 'comma-separated hosts such as graph.example, *.graph.example or [2001:db8::1]:8443, or *',
    isRight: (part) => parseEntry(part) !== undefined,
  });
  const own = parseEntry(host);
  if (own && isWildcard(own) && listed.length === 0) {
    const expected = `the host names by which clients reach the gateway, such as graph.example, or * for any, when HOST (${host}) is every address of this machine`;
    throw new ConfigError('ALLOWED_HOSTS', expected, '');
  }
  return [host, ...listed].flatMap((entry) => parseEntry(entry) ?? []);
}

function isWildcard({ name }: Host): boolean {
  return name === '0.0.0.0' || name === '::';
}

/** Also accepts names with letters beyond ASCII, and IPv6 addresses without brackets. */
function parseEntry(text: string): AllowedHost | undefined {
  if (isIPv6(text)) return parseHost(`[${text}]`);
  const [, star, name = '', port = ''] = /^(\*\.)?([^:]*|\[.*\])(:\d+)?$/.exec(text) ?? [];
  const host = parseHost(`${toAscii(name)}${port}`);
  if (!star || !host) return host;
  return /[a-z]/.test(host.name) && !host.name.includes(':') ? { ...host, below: true } : undefined;
}

/** Leaves names in ASCII as they are, so that `parseHost` decides about them. */
function toAscii(name: string): string {
  return /^[\x21-\x7e]*$/.test(name) ? name : domainToASCII(name);
}
