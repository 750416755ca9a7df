import type { FastifyRequest } from 'fastify';

/** `reader` may read everything; `editor` may also write. */
export const roles = ['reader', 'editor'] as const;
export type Role = (typeof roles)[number];

/** The bearer of a valid token. */
export interface Identity {
  /** The name in the logs. */
  name: string;
  /** Null if the token has none. */
  role: Role | null;
  /** When the token expires, in milliseconds since 1970; absent if it does not. */
  expiresAt?: number;
}

/** The result of verifying a token. */
export type Verdict =
  | { identity: Identity }
  /** `isGuess` is false for a genuine token that is expired or not for this gateway. */
  | { reason: string; isGuess: boolean };

export interface TokenVerifier {
  /** Throws a `GraphQLError` if the token cannot be verified at the moment, and nothing else. */
  verify(token: string): Verdict | Promise<Verdict>;
  /** Reloads its file. If that is invalid, throws a `ConfigError` and keeps the previous tokens or keys. */
  reload?(): void;
}

const identities = new WeakMap<FastifyRequest['raw'], Identity>();

export function noteIdentity({ raw }: FastifyRequest, identity: Identity): void {
  identities.set(raw, identity);
}

/** Returns the identity of a request whose token was verified and valid; undefined otherwise. */
export function identityOf(raw: FastifyRequest['raw']): Identity | undefined {
  return identities.get(raw);
}
