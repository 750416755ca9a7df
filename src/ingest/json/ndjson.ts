import { scanJson } from './scan-json.ts';

/** A line that is not blank. Lines are numbered from 1. */
export type NdjsonLine = { line: number } & (
  | { content: Buffer; size?: never }
  /** A line that is too long: its size in bytes, without its content. */
  | { content?: never; size: number }
);

/** Returns whether a file name, lower-cased and without `.gz`, means NDJSON. */
export function isNdjsonName(name: string): boolean {
  return name.endsWith('.ndjson') || name.endsWith('.jsonl');
}

/** Returns whether the content is NDJSON: its first object ends on its line, and another object follows. */
export function isNdjson(bytes: Buffer): boolean {
  return showsNdjson(bytes) === true;
}

/**
 * Returns whether a content that begins with these bytes is NDJSON, by the same rule; undefined if they are too few to
 * decide.
 */
export function showsNdjson(bytes: Buffer): boolean | undefined {
  const start = skipSpace(bytes, 0);
  if (start === bytes.length) return undefined;
  if (bytes[start] !== openBrace) return false;
  const end = bytes.indexOf(lineFeed, start);
  const next = end === -1 ? bytes.length : skipSpace(bytes, end);
  if (next === bytes.length) return undefined;
  return bytes[next] === openBrace && scanJson(bytes.toString('utf8', start, end), 'line').syntaxCount === 0;
}

/**
 * Creates a splitter of NDJSON chunks into lines. It holds only the incomplete last line; of a line longer than
 * `maxBytes` it keeps only the length. The chunks must not be modified afterwards.
 */
export function createLineSplitter(maxBytes: number) {
  let line = 1;
  let pieces: Buffer[] = [];
  let size = 0;
  let isBlank = true;

  function add(piece: Buffer): void {
    size += piece.length;
    isBlank &&= skipSpace(piece, 0) === piece.length;
    if (size > maxBytes) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  }

  function* take(): Generator<NdjsonLine> {
    const [only = Buffer.alloc(0)] = pieces;
    const content = pieces.length > 1 ? Buffer.concat(pieces) : only;
    if (!isBlank) yield size > maxBytes ? { line, size } : { line, content };
    line++;
    pieces = [];
    size = 0;
    isBlank = true;
  }

  return {
    /** Yields the lines that end in this chunk. */
    *push(chunk: Buffer): Generator<NdjsonLine> {
      let start = 0;
      for (let feed = chunk.indexOf(lineFeed); feed !== -1; feed = chunk.indexOf(lineFeed, start)) {
        add(chunk.subarray(start, feed));
        yield* take();
        start = feed + 1;
      }
      add(chunk.subarray(start));
    },
    /** Yields the last line if no line feed ends it, unless it is blank. */
    end: take,
  };
}

const lineFeed = 0x0a;
const openBrace = 0x7b;

function skipSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === lineFeed || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  return at;
}
