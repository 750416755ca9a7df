import { createHash, timingSafeEqual } from 'node:crypto';

/** RFC 6750, section 2.1; the name of the scheme is in any case. Undefined where there is none, or what is none. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
}

/** In time that tells nothing of the token: what is compared are digests, of one length, as a whole. */
export function createTokenCheck(token: string): (given: string) => boolean {
  const digest = digestOf(token);
  return (given) => timingSafeEqual(digestOf(given), digest);
}

/** SHA-256: what it is asked about has 128 bits of chance at least, which no salt or stretching would add to. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
