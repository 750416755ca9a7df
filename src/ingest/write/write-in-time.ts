import { graphqlHttpError } from '../../errors/graphql-http-error.ts';
import { isUnavailable } from '../../store/is-unavailable.ts';
import { StoreTimeout } from '../../store/store-reader.ts';
import { withTimeout } from '../../store/with-timeout.ts';
import { WriteTimeout } from '../../store/write-timeout.ts';
import { type WriteLimits, writeLimits } from './work-queue.ts';

/** The time by which a write that has begun may exceed the time in which it had to begin. */
const graceMs = 1000;

/**
 * Runs a write that waits for other writers for at most `timeoutMs`. If the store is unavailable, throws
 * `SERVICE_UNAVAILABLE` with the status 503 and `Retry-After`; the message says whether the write may still be carried
 * out. All writes can be retried.
 */
export async function writeInTime<T>(timeoutMs: number, write: (limits: WriteLimits) => Promise<T>): Promise<T> {
  const writing = write({ ...writeLimits, until: performance.now() + timeoutMs });
  try {
    return await withTimeout(writing, timeoutMs + graceMs, () => new StoreTimeout(timeoutMs + graceMs));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const message = `${reasonOf(error)}; try again in a moment`;
    throw graphqlHttpError(503, 'SERVICE_UNAVAILABLE', message, ['retry-after', '1'], error as Error);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof WriteTimeout) return 'Other writers are busy, and nothing was written';
  if (error instanceof StoreTimeout) return 'The write has not ended, and may still be carried out';
  return 'The document store is unavailable';
}
