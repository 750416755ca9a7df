import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Writable } from 'node:stream';
import { pipeline as finished } from 'node:stream/promises';
import { createGunzip, gunzipSync } from 'node:zlib';
import type { Fault } from '../json/rejection.ts';

/** The maximum size of content that is held in memory, unpacked: 64 MiB. Content that is read by lines has no limit. */
export const maxWholeBytes = 64 * 2 ** 20;

/** Thrown if a file, or its gzipped content, cannot be read to its end. */
export class UnreadableContent extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, cause: unknown) {
    super(`Expected ${fault.expected}, but got: ${fault.found}`, { cause });
    this.fault = fault;
  }
}

/**
 * Returns the bytes without a byte order mark, unpacked if the first two mark gzip; or the fault of corrupt gzip or of
 * content that is too large.
 */
export function unpack(bytes: Buffer, isNdjson: boolean): Buffer | Fault {
  try {
    const content = isPacked(bytes) ? gunzipSync(bytes, { maxOutputLength: maxWholeBytes }) : bytes;
    const isTooLarge = !isNdjson && content.length > maxWholeBytes;
    return isTooLarge ? tooLarge(`${content.length} bytes`) : withoutMark(content);
  } catch (error) {
    return faultOf(error);
  }
}

/** Returns the fault of content that is too large to be held in memory. */
export function tooLarge(found: string): Fault {
  return { pointer: '', expected: `at most ${maxWholeBytes} bytes`, found };
}

/**
 * Yields the bytes of a file in chunks, unpacked and without a byte order mark. Holds only a few chunks in memory.
 * `onRead` receives the number of bytes read from the file itself. Throws `UnreadableContent`; for corrupt gzip, after
 * the chunks before the fault.
 */
export async function* unpackedChunks(path: string, onRead?: (bytes: number) => void): AsyncGenerator<Buffer> {
  try {
    const { file, packed } = await openFile(path);
    const source = file.createReadStream({ start: 0, highWaterMark: chunkBytes });
    if (onRead) source.on('data', (chunk) => onRead(chunk.length)).pause();
    yield* withoutLeadingMark(packed ? pipeline(source, createGunzip({ chunkSize: chunkBytes }), () => {}) : source);
  } catch (error) {
    throw new UnreadableContent(faultOf(error), error);
  }
}

/** Unpacks a gzipped file and discards the content. Throws `UnreadableContent` if the gzip data is corrupt. */
export async function verifyPacked(path: string): Promise<void> {
  try {
    const { file, packed } = await openFile(path);
    if (!packed) return await file.close();
    const source = file.createReadStream({ start: 0, highWaterMark: chunkBytes });
    // Without a stream after it, gunzip may report its last error after the pipeline has ended successfully.
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await finished(source, createGunzip({ chunkSize: chunkBytes }), nowhere);
  } catch (error) {
    throw new UnreadableContent(faultOf(error), error);
  }
}

async function openFile(path: string): Promise<{ file: FileHandle; packed: boolean }> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return { file, packed: isPacked(buffer) };
}

function isPacked(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

const chunkBytes = 256 * 1024;
const byteOrderMark = [0xef, 0xbb, 0xbf];

async function* withoutLeadingMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (!head) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < byteOrderMark.length) continue;
    yield withoutMark(head);
    head = undefined;
  }
  if (head) yield head;
}

function withoutMark(content: Buffer): Buffer {
  return byteOrderMark.every((byte, index) => content[index] === byte) ? content.subarray(3) : content;
}

/** Returns the fault of a file that has become missing or unreadable since it was found, or of corrupt gzip data. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const { code, message } = error;
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge('more bytes when unpacked');
  if (code === 'Z_BUF_ERROR') return { pointer: '', expected: 'valid gzip data', found: 'the end of the file' };
  if (String(code).startsWith('Z_'))
    return { pointer: '', expected: 'valid gzip data', found: `corrupt data (${message})` };
  return { pointer: '', expected: 'a readable file', found: String(code) };
}
