import { exitCodes } from '../src/exit-codes.ts';
import { SpoolFailure } from '../src/ingest/spool.ts';
import { ConfigError } from '../src/setting.ts';
import { isUnavailable } from '../src/store/is-unavailable.ts';
import { StoreUnavailable } from '../src/store/open-store.ts';

/** One line where the reader can mend it; the whole error where only we can. */
export function explainError(error: unknown): { code: number; message: string } {
  if (error instanceof ConfigError || error instanceof SpoolFailure) {
    return { code: exitCodes.badConfiguration, message: error.message };
  }
  if (error instanceof StoreUnavailable) return { code: exitCodes.unavailable, message: error.message };
  if (isUnavailable(error)) {
    const message = `The store went away: ${(error as Error).message}. What was taken stays; run this again for the rest`;
    return { code: exitCodes.unavailable, message };
  }
  return {
    code: exitCodes.unexpected,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
