import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { AuthConfig } from '../auth-config.ts';
import { createTokenCheck } from './bearer-token.ts';
import type { ClientLimits } from './client-limits.ts';
import { createIdentify } from './identify.ts';
import { identityOf, type TokenVerifier } from './identity.ts';
import { forbidden, unauthenticated } from './refusals.ts';
import { createTokenFileVerifier } from './token-file.ts';

/** Who may do what. Each fails with what the client is to be answered. */
export interface Access {
  /** Lets a request be read and executed, and tells whether the texts of articles are for who asks. */
  admitReader(request: FastifyRequest): Promise<{ readsTexts: boolean }>;
  /** Lets its mutation be executed. */
  admitEditor(request: FastifyRequest): Promise<void>;
  /** Takes up changes of the files of tokens and keys. See `TokenVerifier`. */
  reload(): void;
}

export interface AccessOptions {
  auth: AuthConfig;
  /** What editors bring where `auth` is off; without it there are none. */
  ingestToken: string | undefined;
  privateText: boolean;
}

/**
 * Decides by the role that a request's token gives. Where `auth` is off, tokens are looked at only where something hangs on
 * them: before writing, and before all else where texts are private.
 */
export async function createAccess(
  { auth, ingestToken, privateText }: AccessOptions,
  limits: ClientLimits,
  log: FastifyBaseLogger,
): Promise<Access> {
  const verifier = await createVerifier(auth, ingestToken, log);
  const identify = verifier && createIdentify(verifier, limits);
  const isPublic = auth.mode === 'off' || auth.publicRead;
  const isLookedAt = auth.mode !== 'off' || privateText;
  return {
    async admitReader(request) {
      const identity = isLookedAt ? await identify?.(request) : undefined;
      if (!isPublic && !identity)
        throw unauthenticated('Reading takes the header Authorization: Bearer and a token of this gateway');
      if (!isPublic && !identity?.role)
        throw forbidden('The token gives no role: reading takes reader or editor', 'insufficient_scope');
      return { readsTexts: !privateText || Boolean(identity?.role) };
    },
    async admitEditor(request) {
      if (!identify) throw forbidden('Writing is off: the gateway has no INGEST_TOKEN');
      const identity = identityOf(request.raw) ?? (await identify(request));
      if (!identity) throw unauthenticated('Writing takes the header Authorization: Bearer and the token');
      if (identity.role !== 'editor')
        throw forbidden(`Writing takes the role editor, not ${identity.role ?? 'none'}`, 'insufficient_scope');
    },
    reload: () => verifier?.reload?.(),
  };
}

/** A file that is wrong changes nothing, and is said in the log. */
export function reloadAccess(access: Access, log: FastifyBaseLogger): void {
  try {
    access.reload();
    log.info('The files of tokens and keys were read again');
  } catch (error) {
    log.error({ reason: (error as Error).message }, 'What AUTH is to go by was not taken up: it stays as it was');
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
        : { refusal: 'The token is not that of this gateway', isGuess: true },
  };
}
