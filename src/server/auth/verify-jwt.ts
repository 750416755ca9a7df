import type { FastifyBaseLogger } from 'fastify';
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { AuthConfig } from '../../config/auth-config.ts';
import type { Role, TokenVerifier, Verdict } from './identity.ts';
import { fileKeys } from './jwt-key-file.ts';
import { remoteKeys } from './jwt-remote-keys.ts';

type JwtConfig = Extract<AuthConfig, { mode: 'jwt' }>;

/** Asymmetric algorithms only. With a symmetric one, anyone who knows the public key could forge tokens. */
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
/** The max clock difference. */
const clockToleranceSeconds = 10;
const maxNameLength = 100;

/**
 * Verifies signature, issuer, audience and expiry; all are required (RFC 8725). Keys come only from the settings: the
 * headers `jku`, `x5u` and `jwk` are ignored, and `kid` only selects one of the configured keys.
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
        const expiresAt = (Number(payload.exp) + clockToleranceSeconds) * 1000;
        return { identity: { name: nameOf(payload), role: roleOf(payload[roleClaim]), expiresAt } };
      } catch (error) {
        return verdictOf(error);
      }
    },
    reload() {
      if ('file' in keys) getKey = fileKeys(keys.file);
    },
  };
}

/** Claims are checked after the signature, so a token that fails there is genuine and not a guess. */
function verdictOf(error: unknown): Verdict {
  if (error instanceof errors.JWTExpired) return { reason: 'The token has expired', isGuess: false };
  if (error instanceof errors.JWTClaimValidationFailed)
    return { reason: `The token is not for this gateway: check its ${error.claim} claim`, isGuess: false };
  if (isOfToken(error)) return { reason: 'The token is not valid', isGuess: true };
  throw error;
}

/** WebCrypto's errors mean that the key does not fit the algorithm that the token names. */
function isOfToken(error: unknown): boolean {
  return error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException;
}

function nameOf({ sub }: JWTPayload): string {
  return typeof sub === 'string' ? sub.slice(0, maxNameLength) : 'unnamed';
}

/** Returns the highest role in a claim, which is an array or a space-separated string. Other values in it are ignored. */
function roleOf(claim: unknown): Role | null {
  const given: unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  if (given.includes('editor')) return 'editor';
  return given.includes('reader') ? 'reader' : null;
}
