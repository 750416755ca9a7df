import type { FastifyRequest } from 'fastify';

/** What who has it may do: `reader` all reading, `editor` that and all writing. */
export const roles = ['reader', 'editor'] as const;
export type Role = (typeof roles)[number];

/** Who brought a token that is right. */
export interface Identity {
  /** What logs call them. */
  name: string;
  /** Null where the token gives none. */
  role: Role | null;
}

/** What is found of a token. */
export type Verdict =
  | { identity: Identity }
  /** `isGuess`: whether whoever tries many would try such. */
  | { refusal: string; isGuess: boolean };

export interface TokenVerifier {
  /** Fails only with a `GraphQLError`, where it cannot be said now. */
  verify(token: string): Verdict | Promise<Verdict>;
  /** Reads its files again; where one is wrong, fails with a `ConfigError` and goes on with what it had. */
  reload?(): void;
}

const identities = new WeakMap<FastifyRequest['raw'], Identity>();

export function noteIdentity({ raw }: FastifyRequest, identity: Identity): void {
  identities.set(raw, identity);
}

/** Of requests whose token was looked at and right. */
export function identityOf(raw: FastifyRequest['raw']): Identity | undefined {
  return identities.get(raw);
}
