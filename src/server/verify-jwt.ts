import type { FastifyBaseLogger } from 'fastify';
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { AuthConfig } from '../auth-config.ts';
import type { Role, TokenVerifier, Verdict } from './identity.ts';
import { fileKeys } from './jwt-key-file.ts';
import { remoteKeys } from './jwt-remote-keys.ts';

type JwtConfig = Extract<AuthConfig, { mode: 'jwt' }>;

/** Those that a public key checks. With one for a shared secret, whoever knows the public key could make tokens. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** How far clocks may be apart. */
const clockToleranceSeconds = 10;
const longestName = 100;

/**
 * By signature, issuer, audience and expiry, which a token has to have (RFC 8725). Keys come from where the settings say;
 * what a token says of its keys (`jku`, `x5u`, `jwk`) is not looked at, but for the `kid` that it calls one of them by.
 */
export function createJwtVerifier(
  { keys, audience, issuer, roleClaim }: JwtConfig,
  log: FastifyBaseLogger,
): TokenVerifier {
  let getKey: JWTVerifyGetKey = 'url' in keys ? remoteKeys(keys.url, log) : fileKeys(keys.file);
  return {
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, (header, jws) => getKey(header, jws), {
          algorithms,
          audience,
          issuer,
          requiredClaims: ['exp'],
          clockTolerance: clockToleranceSeconds,
        });
        return { identity: { name: nameOf(payload), role: roleOf(payload[roleClaim]) } };
      } catch (error) {
        return refusalOf(error);
      }
    },
    reload() {
      if ('file' in keys) getKey = fileKeys(keys.file);
    },
  };
}

/** Claims are looked at once the signature is right: who fails there has a token that its issuer made, and guesses nothing. */
function refusalOf(error: unknown): Verdict {
  if (error instanceof errors.JWTExpired) return { refusal: 'The token has expired', isGuess: false };
  if (error instanceof errors.JWTClaimValidationFailed)
    return { refusal: `The token is not for this gateway: see its claim ${error.claim}`, isGuess: false };
  if (isOfToken(error)) return { refusal: 'The token is not valid', isGuess: true };
  throw error;
}

/** WebCrypto's own errors say that what a token names and the key do not go together. */
function isOfToken(error: unknown): boolean {
  return error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException;
}

function nameOf({ sub }: JWTPayload): string {
  return typeof sub === 'string' ? sub.slice(0, longestName) : 'unnamed';
}

/** The most that a claim gives: a list of roles, or one string with spaces between; others are another service's. */
function roleOf(claim: unknown): Role | null {
  const given: unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  if (given.includes('editor')) return 'editor';
  return given.includes('reader') ? 'reader' : null;
}
