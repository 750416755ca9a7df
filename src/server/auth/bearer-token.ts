import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Parses a header as in RFC 6750, section 2.1, with the scheme in any case. Returns undefined if it is missing or
 * malformed.
 */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
}

/** Returns a check that takes constant time, since it compares digests of equal length. */
export function createTokenCheck(token: string): (given: string) => boolean {
  const digest = digestOf(token);
  return (given) => timingSafeEqual(digestOf(given), digest);
}

/** Returns the SHA-256 of a token. Tokens are random and long, so that salt or stretching would add nothing. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
