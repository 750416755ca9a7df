import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { shorten } from '../errors/show-value.ts';

/** A data file that cannot be read as a table. `expected` and `found` are those of a fault. */
export class UnreadableTable extends Error {
  readonly expected: string;
  readonly found: string;

  constructor(expected: string, found: string, cause?: unknown) {
    super(`Expected ${expected}, but got: ${found}`, { cause });
    this.name = 'UnreadableTable';
    this.expected = expected;
    this.found = found;
  }
}

/** The bounds of an archive, which tell a zip bomb from a table: UCDP's tables shrink to about a tenth. */
export const zipLimits = { entries: 1_000, unpackedBytes: 4 * 2 ** 30, ratio: 200 };

/** Archives below this size may have any ratio. */
const harmlessBytes = 16 * 2 ** 20;
const maxShown = 5;

/** Opens the only CSV table of a zip archive for reading, in constant memory. Throws `UnreadableTable`. */
export async function openZippedTable(path: string): Promise<{ name: string; stream: Readable }> {
  const zip = await open(path);
  try {
    const entry = chooseTable(await readEntries(zip));
    const stream = await zip.openReadStreamPromise(entry).catch((error: Error) => {
      throw invalid(error);
    });
    const table = Readable.from(checked(stream, entry), { objectMode: false });
    table.on('close', () => {
      stream.destroy();
      zip.close();
    });
    return { name: entry.fileName, stream: table };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function open(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw invalid(error);
  }
}

async function readEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.push(entry) > zipLimits.entries) {
        throw new UnreadableTable(`an archive of at most ${zipLimits.entries} files`, `${zip.entryCount} files`);
      }
    }
  } catch (error) {
    throw error instanceof UnreadableTable ? error : invalid(error);
  }
  return entries;
}

/** Returns the entry of the table, after checks of its size and form. */
function chooseTable(entries: readonly Entry[]): Entry {
  const files = entries.filter(({ fileName }) => !fileName.endsWith('/') && !isOfSystem(fileName));
  const [table, ...others] = files.filter(({ fileName }) => /\.csv$/i.test(fileName));
  if (!table || others.length > 0) {
    const isNested = !table && files.some(({ fileName }) => /\.(?:zip|gz|7z|rar)$/i.test(fileName));
    const advice = isNested ? '; archives within it are not read: unpack them first' : '';
    throw new UnreadableTable('a zip archive with one CSV table', `${listNames(files)}${advice}`);
  }
  const name = shorten(table.fileName);
  if (table.isEncrypted()) {
    throw new UnreadableTable('a zip archive without a password', `${name}, which is encrypted; unpack it first`);
  }
  if (!table.canDecodeFileData()) {
    const found = `${name}, which is compressed by method ${table.compressionMethod}; unpack it first`;
    throw new UnreadableTable('a zip archive that is stored or deflated', found);
  }
  const { uncompressedSize: size, compressedSize } = table;
  if (size > zipLimits.unpackedBytes) {
    throw new UnreadableTable(
      `a table of at most ${zipLimits.unpackedBytes} bytes, unpacked`,
      `${size} bytes in ${name}`,
    );
  }
  if (size > harmlessBytes && size > compressedSize * zipLimits.ratio) {
    const found = `${size} bytes from ${compressedSize} in ${name}`;
    throw new UnreadableTable(`a table that unpacks to at most ${zipLimits.ratio} times its size`, found);
  }
  return table;
}

/** Returns whether a file was added by an operating system or is hidden. */
function isOfSystem(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.)/.test(name);
}

function listNames(files: readonly Entry[]): string {
  if (files.length === 0) return 'no files';
  const names = files.slice(0, maxShown).map(({ fileName }) => shorten(fileName));
  const more = files.length > maxShown ? ` and ${files.length - maxShown} more` : '';
  return `${files.length === 1 ? 'one file' : `${files.length} files`}: ${names.join(', ')}${more}`;
}

/** Passes a table on, and throws at its end if it is not what the archive says. The size is checked by yauzl. */
async function* checked(stream: AsyncIterable<Buffer>, { crc32: expected, fileName }: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const chunk of stream) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw invalid(error);
  }
  if (sum !== expected) {
    throw new UnreadableTable('valid zip data', `corrupt data (incorrect checksum) in ${shorten(fileName)}`);
  }
}

function invalid(error: unknown): UnreadableTable {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return new UnreadableTable('valid zip data', 'the end of the file', error);
  return new UnreadableTable('valid zip data', message.replace(/\n[\s\S]*/, ''), error);
}
