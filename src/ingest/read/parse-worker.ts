import { parentPort } from 'node:worker_threads';
import { type KnownLine, parseLines } from './parse-lines.ts';
import { createTextReader } from './text-reader.ts';

/** A request to a parsing thread. Bytes arrive as `Uint8Array`, not as `Buffer`. */
export interface ParseRequest {
  file: string;
  lines: { line: number; content?: Uint8Array; size?: number }[];
  known: readonly ((Omit<KnownLine, 'hash'> & { hash: Uint8Array }) | undefined)[];
  grounds: boolean;
}

parentPort?.on('message', ({ file, lines, known, grounds }: ParseRequest) => {
  const whole = lines.map(({ line, content, size = 0 }) =>
    content ? { line, content: asBuffer(content) } : { line, size },
  );
  const knownLines = known.map((it) => it && { ...it, hash: asBuffer(it.hash) });
  parentPort?.postMessage(parseLines(file, whole, knownLines, createTextReader(file), grounds));
});

/** Returns a `Buffer` of the same bytes, which are not copied. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
