export type FailureKind = 'offline' | 'rate-limited' | 'unauthorized' | 'timeout' | 'busy' | 'rejected' | 'server';

/** Why a request gave no answer, and what to do about it. */
export class Failure extends Error {
  readonly kind: FailureKind;
  /** When it makes sense to try again, in seconds from now. */
  readonly retryAfter: number | undefined;

  constructor(kind: FailureKind, message: string, retryAfter?: number) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}
