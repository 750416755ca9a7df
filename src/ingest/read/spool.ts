import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The position of a record. */
export interface SpoolPlace {
  offset: number;
  bytes: number;
}

/** Writing to the temporary folder failed. The message names the folder, the cause and the remedy, in one line. */
export class SpoolFailure extends Error {
  constructor(cause: NodeJS.ErrnoException) {
    const advice = 'Set TMPDIR to a folder with space for all articles of the run';
    super(`Writing to the temporary folder ${tmpdir()} failed: ${cause.code ?? cause.message}. ${advice}`, {
      cause,
    });
    this.name = 'SpoolFailure';
  }
}

/** The number of bytes that the spool holds in memory before it uses a file. */
const maxHeldBytes = 4 * 2 ** 20;

/**
 * Creates an append-only list of records. Beyond 4 MiB it is kept in a temporary file (in TMPDIR), which is gone when
 * the process ends, however it ends. Throws `SpoolFailure` if the file cannot be written.
 */
export function createSpool() {
  let held = Buffer.alloc(64 * 1024);
  let used = 0;
  let written = 0;
  let descriptor: number | undefined;

  function flush(): void {
    try {
      descriptor ??= openUnnamed();
      for (let from = 0; from < used; ) from += writeSync(descriptor, held, from, used - from, written + from);
    } catch (error) {
      throw new SpoolFailure(error as NodeJS.ErrnoException);
    }
    written += used;
    used = 0;
  }

  function reserve(bytes: number): void {
    if (used > 0 && used + bytes > maxHeldBytes) flush();
    if (used + bytes <= held.length) return;
    const larger = Buffer.alloc(Math.max(used + bytes, Math.min(2 * held.length, maxHeldBytes)));
    held.copy(larger, 0, 0, used);
    held = larger;
  }

  return {
    append(record: Buffer): SpoolPlace {
      reserve(record.length);
      record.copy(held, used);
      used += record.length;
      return { offset: written + used - record.length, bytes: record.length };
    },
    read({ offset, bytes }: SpoolPlace): Buffer {
      if (descriptor === undefined || offset >= written) {
        return Buffer.from(held.subarray(offset - written, offset - written + bytes));
      }
      const record = Buffer.alloc(bytes);
      for (let from = 0; from < bytes; ) from += readSync(descriptor, record, from, bytes - from, offset + from);
      return record;
    },
    close(): void {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
    },
  };
}

/**
 * Opens a temporary file and removes its name at once, so that it disappears when it is closed. Returns its descriptor.
 */
function openUnnamed(): number {
  const folder = mkdtempSync(join(tmpdir(), 'seed-'));
  try {
    return openSync(join(folder, 'articles'), 'wx+', 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
