import { exitCodes } from '../src/errors/exit-codes.ts';
import { SpoolFailure } from '../src/ingest/read/spool.ts';
import { explainError } from '../src/process/explain-start-error.ts';
import { isFullDisk } from '../src/store/is-full-disk.ts';
import { isUnavailable } from '../src/store/is-unavailable.ts';
import { StoreUnavailable } from '../src/store/open-store.ts';

/** Extends `explainError` with the errors that occur only in seeding. */
export function explainSeedError(error: unknown): { code: number; message: string } {
  if (isFullDisk(error)) return { code: exitCodes.ioError, message: explainFullDisk(error) };
  if (error instanceof SpoolFailure) return { code: exitCodes.badConfiguration, message: error.message };
  if (!(error instanceof StoreUnavailable) && isUnavailable(error)) {
    const message = `The store became unavailable: ${(error as Error).message}. Articles already written are kept; run the command again to continue`;
    return { code: exitCodes.unavailable, message };
  }
  return explainError(error);
}

function explainFullDisk(error: unknown): string {
  if (error instanceof SpoolFailure) return error.message;
  // The advice of other failures to open a store does not apply.
  const reason = (error as Error).message
    .split('\n', 1)[0]
    ?.replace(/\. Is [^?]*\?$/, '')
    .replace(/The disk is full or failing, nothing was written: /, '');
  return `The disk is full: ${reason}. Articles already written are kept; free some space and run the command again to continue`;
}
