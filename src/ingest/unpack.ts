import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Writable } from 'node:stream';
import { pipeline as finished } from 'node:stream/promises';
import { createGunzip, gunzipSync } from 'node:zlib';
import type { Fault } from './refusal.ts';

/** How much a content may hold that is held as one string, unpacked: 64 MiB. What is read by lines has no bound. */
export const maxWholeBytes = 64 * 2 ** 20;

/** A file, or what is packed in it, cannot be read to its end. */
export class UnreadableContent extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, cause: unknown) {
    super(`Expected ${fault.expected}, but got: ${fault.found}`, { cause });
    this.fault = fault;
  }
}

/** Bytes without gzip, known by its first two bytes, and without a byte order mark. */
export function unpack(bytes: Buffer, isNdjson: boolean): Buffer | Fault {
  try {
    const content = isPacked(bytes) ? gunzipSync(bytes, { maxOutputLength: maxWholeBytes }) : bytes;
    const isTooLarge = !isNdjson && content.length > maxWholeBytes;
    return isTooLarge ? tooLarge(`${content.length} bytes`) : withoutMark(content);
  } catch (error) {
    return faultOf(error);
  }
}

/** What is said of a content that would have to be held whole. */
export function tooLarge(found: string): Fault {
  return { pointer: '', expected: `at most ${maxWholeBytes} bytes`, found };
}

/**
 * The bytes of a file without gzip and mark, chunk by chunk, a few of them held at a time. `onRead` is told how many
 * bytes of the file itself were taken. Throws `UnreadableContent`, for broken gzip after what could be unpacked.
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

/** Unpacks a file that is packed to its end, and keeps nothing of it. Throws `UnreadableContent` where it is broken. */
export async function verifyPacked(path: string): Promise<void> {
  try {
    const { file, packed } = await openFile(path);
    if (!packed) return await file.close();
    const source = file.createReadStream({ start: 0, highWaterMark: chunkBytes });
    // Without a stream behind it, gunzip's last error may come after the pipeline has ended well.
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

/** A file may be gone, or no longer be readable, since it was found; and gzip may be broken. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const { code, message } = error;
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge('more, from gzip');
  if (code === 'Z_BUF_ERROR') return { pointer: '', expected: 'whole gzip', found: 'the end of the file' };
  if (String(code).startsWith('Z_')) return { pointer: '', expected: 'whole gzip', found: `an ${message}` };
  return { pointer: '', expected: 'a file that can be read', found: String(code) };
}
