import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { AuthConfig } from '../../config/auth-config.ts';
import { forbidden, unauthenticated } from '../errors/auth-errors.ts';
import type { ClientLimits } from '../limits/client-limits.ts';
import { createAuthenticate } from './authenticate.ts';
import { createTokenCheck } from './bearer-token.ts';
import { identityOf, type TokenVerifier } from './identity.ts';
import { createTokenFileVerifier } from './token-file.ts';

/** Decides what a client may do. Each method throws the error for the client. */
export interface Authorizer {
  /** Throws unless the client may read. Returns whether it may read the texts of articles. */
  authorizeRead(request: FastifyRequest): Promise<{ readsTexts: boolean }>;
  /** Throws unless the client may write. */
  authorizeWrite(request: FastifyRequest): Promise<void>;
  /** Reloads the token or key file. See `TokenVerifier`. */
  reload(): void;
}

export interface AuthorizerOptions {
  auth: AuthConfig;
  /** The token of editors when `auth` is off; without it, writes are disabled. */
  ingestToken: string | undefined;
  privateText: boolean;
}

/**
 * Creates an authorizer that decides by the role of a request's token. When `auth` is off, tokens are checked only if
 * they matter: for writes, and for reads if texts are private.
 */
export async function createAuthorizer(
  { auth, ingestToken, privateText }: AuthorizerOptions,
  limits: ClientLimits,
  log: FastifyBaseLogger,
): Promise<Authorizer> {
  const verifier = await createVerifier(auth, ingestToken, log);
  const authenticate = verifier && createAuthenticate(verifier, limits);
  const isPublic = auth.mode === 'off' || auth.publicRead;
  const isLookedAt = auth.mode !== 'off' || privateText;
  return {
    async authorizeRead(request) {
      const identity = isLookedAt ? await authenticate?.(request) : undefined;
      if (!isPublic && !identity) throw unauthenticated('Reading requires a token in an Authorization: Bearer header');
      if (!isPublic && !identity?.role)
        throw forbidden('The token has no role: reading requires reader or editor', 'insufficient_scope');
      return { readsTexts: !privateText || Boolean(identity?.role) };
    },
    async authorizeWrite(request) {
      if (!authenticate) throw forbidden('Writing is disabled: INGEST_TOKEN is not set');
      const identity = identityOf(request.raw) ?? (await authenticate(request));
      if (!identity) throw unauthenticated('Writing requires a token in an Authorization: Bearer header');
      if (identity.role !== 'editor')
        throw forbidden(
          `Writing requires the role editor, but the token has ${identity.role ?? 'none'}`,
          'insufficient_scope',
        );
    },
    reload: () => verifier?.reload?.(),
  };
}

/** Reloads the token or key file. If it is invalid, logs an error and keeps the previous configuration. */
export function reloadAuthorizer(authorizer: Authorizer, log: FastifyBaseLogger): void {
  try {
    authorizer.reload();
    log.info('Auth files reloaded');
  } catch (error) {
    log.error({ reason: (error as Error).message }, 'Auth reload failed, keeping the previous configuration');
  }
}

async function createVerifier(
  auth: AuthConfig,
  ingestToken: string | undefined,
  log: FastifyBaseLogger,
): Promise<TokenVerifier | undefined> {
  switch (auth.mode) {
    case 'off':
      return ingestToken === undefined ? undefined : createIngestTokenVerifier(ingestToken);
    case 'token':
      return createTokenFileVerifier(auth.tokensFile);
    case 'jwt': {
      const { createJwtVerifier } = await import('./verify-jwt.ts');
      return createJwtVerifier(auth, log);
    }
  }
}

function createIngestTokenVerifier(token: string): TokenVerifier {
  const isToken = createTokenCheck(token);
  return {
    verify: (given) =>
      isToken(given)
        ? { identity: { name: 'INGEST_TOKEN', role: 'editor' } }
        : { reason: 'The token is not valid', isGuess: true },
  };
}
