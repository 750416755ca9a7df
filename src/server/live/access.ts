import type { FastifyRequest } from 'fastify';
import type { Authorizer } from '../auth/authorize.ts';
import { identityOf } from '../auth/identity.ts';
import { forbidden, unauthenticated } from '../errors/auth-errors.ts';

/** The access of a client while its subscription is open. */
export interface Access {
  /** Checks it now. */
  check(): void;
  stop(): void;
}

/** A token that is withdrawn without a reload, such as by a key that is no longer published, is noticed after this time. */
const checkMs = 60_000;

/**
 * Calls `onLost` once, with the error for the client, when its token expires or no longer gives the rights with which the
 * subscription began. A token that cannot be checked at the moment is checked again later.
 */
export function watchAccess(
  authorizer: Authorizer,
  request: FastifyRequest,
  readsTexts: boolean,
  onLost: (error: unknown) => void,
): Access {
  const identity = identityOf(request.raw);
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function lose(error: unknown): void {
    if (isStopped) return;
    stop();
    onLost(error);
  }

  function stop(): void {
    isStopped = true;
    clearTimeout(timer);
  }

  async function check(): Promise<void> {
    try {
      const now = await authorizer.authorizeRead(request);
      if (readsTexts && !now.readsTexts) lose(forbidden('The token no longer has the rights of this subscription'));
    } catch (error) {
      if (isAboutToken(error)) lose(error);
    }
  }

  function wait(): void {
    if (isStopped) return;
    const leftMs = (identity?.expiresAt ?? Number.POSITIVE_INFINITY) - Date.now();
    if (leftMs <= 0) {
      lose(unauthenticated('The token has expired', 'invalid_token'));
      return;
    }
    timer = setTimeout(() => void check().then(wait), Math.min(leftMs, checkMs));
    timer.unref();
  }

  if (identity) wait();
  return { check: () => void check(), stop };
}

/** Whether an error says that the token is wrong, rather than that it cannot be checked now. */
function isAboutToken(error: unknown): boolean {
  const { code } = (error as { extensions?: { code?: unknown } }).extensions ?? {};
  return code === 'UNAUTHENTICATED' || code === 'FORBIDDEN';
}
