import { gunzipSync } from 'node:zlib';
import type { Fault } from './refusal.ts';

/**
 * How much a file may hold once unpacked: 64 MiB, as it is held as one string, and named `.ndjson` or `.jsonl` 256 MiB.
 * NDJSON that is not packed is read line by line and has no bound.
 */
const maxBytes = 64 * 2 ** 20;
const maxPackedNdjsonBytes = 256 * 2 ** 20;

/** The bytes of a file without gzip, known by its first two bytes, and without a byte order mark. */
export function unpack(bytes: Buffer, isNdjson: boolean): Buffer | Fault {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const bound = packed && isNdjson ? maxPackedNdjsonBytes : maxBytes;
  const unpacked = packed ? gunzip(bytes, bound) : bytes;
  if (!Buffer.isBuffer(unpacked)) return unpacked;
  if (!isNdjson && unpacked.length > maxBytes) return tooLarge(bound, `${unpacked.length} bytes`);
  const hasMark = unpacked[0] === 0xef && unpacked[1] === 0xbb && unpacked[2] === 0xbf;
  return hasMark ? unpacked.subarray(3) : unpacked;
}

function gunzip(bytes: Buffer, bound: number): Buffer | Fault {
  try {
    return gunzipSync(bytes, { maxOutputLength: bound });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(bound, 'more, from gzip');
    const isCut = error.code === 'Z_BUF_ERROR';
    return { pointer: '', expected: 'whole gzip', found: isCut ? 'the end of the file' : `an ${error.message}` };
  }
}

function tooLarge(bound: number, found: string): Fault {
  return { pointer: '', expected: `at most ${bound} bytes`, found };
}
