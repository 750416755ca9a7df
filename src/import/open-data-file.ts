import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What a file holds, unpacked as it is read where its first bytes are gzip's. */
export async function openDataFile(path: string): Promise<Readable> {
  const file = createReadStream(path);
  if (!(await isGzip(path))) return file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  unpacked.on('close', () => file.destroy());
  return file.pipe(unpacked);
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/** What gzip says of data that is none, or that is cut; undefined for other errors. */
export function gzipFault(error: unknown): { expected: string; found: string } | undefined {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === 'Z_BUF_ERROR') return { expected: 'whole gzip', found: 'the end of the file' };
  return code === 'Z_DATA_ERROR' ? { expected: 'whole gzip', found: `an ${String(message)}` } : undefined;
}
