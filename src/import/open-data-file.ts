import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { openZippedTable, UnreadableTable } from './zipped-table.ts';

/** Opens a file for reading, and unpacks it if its first bytes are those of gzip or of a zip archive with one table. */
export async function openDataFile(path: string): Promise<Readable> {
  const format = await formatOf(path);
  if (format === 'zip') return (await openZippedTable(path)).stream;
  const file = createReadStream(path);
  if (format === 'plain') return file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  unpacked.on('close', () => file.destroy());
  return file.pipe(unpacked);
}

/** Returns the name of the table within a zip archive; undefined for other files, and if the archive has not one. */
export async function zippedTableName(path: string): Promise<string | undefined> {
  if ((await formatOf(path)) !== 'zip') return undefined;
  try {
    const { name, stream } = await openZippedTable(path);
    stream.destroy();
    return name;
  } catch (error) {
    if (error instanceof UnreadableTable) return undefined;
    throw error;
  }
}

/** `PK`, and the numbers of a file's header, or of the end of an archive without files. */
const zipSignatures = ['504b0304', '504b0506'];

async function formatOf(path: string): Promise<'gzip' | 'zip' | 'plain'> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (buffer[0] === 0x1f && buffer[1] === 0x8b) return 'gzip';
    return zipSignatures.includes(buffer.toString('hex')) ? 'zip' : 'plain';
  } finally {
    await file.close();
  }
}

/** Returns the fault of corrupt or truncated data, or of an archive without one table; undefined for other errors. */
export function dataFault(error: unknown): { expected: string; found: string } | undefined {
  if (error instanceof UnreadableTable) return { expected: error.expected, found: error.found };
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === 'Z_BUF_ERROR') return { expected: 'valid gzip data', found: 'the end of the file' };
  return code === 'Z_DATA_ERROR'
    ? { expected: 'valid gzip data', found: `corrupt data (${String(message)})` }
    : undefined;
}
