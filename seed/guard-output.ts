import { exitCodes } from '../src/errors/exit-codes.ts';
import { say } from './stderr.ts';

/**
 * Handles failures to write to standard output, which would otherwise end the process with a stack trace. A reader may
 * stop early, as `head` does: `onClosed` is called. Any other failure, such as a full disk, is reported in one line, and
 * the process ends with its exit code, whatever else it would have been; `onFailed` is called.
 */
export function guardOutput({ onClosed = () => {}, onFailed = () => {} } = {}): void {
  let hasFailed = false;
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') {
      onClosed();
      return;
    }
    if (hasFailed) return;
    hasFailed = true;
    say(`Standard output cannot be written: ${message}`);
    onFailed();
  });
  process.on('exit', () => {
    if (hasFailed) process.exitCode = exitCodes.ioError;
  });
  // There is no place left to report this.
  process.stderr.on('error', () => {});
}
