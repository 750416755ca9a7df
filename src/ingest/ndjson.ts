import { scanJson } from './scan-json.ts';

/** One line that holds more than white space, its number counted from 1. */
export type NdjsonLine = { line: number } & (
  | { content: Buffer; size?: never }
  /** It is longer than a line may be: how many bytes it has, none of which are kept. */
  | { content?: never; size: number }
);

/** Whether a file's name, lower-cased and without `.gz`, says that each of its lines is an article. */
export function isNdjsonName(name: string): boolean {
  return name.endsWith('.ndjson') || name.endsWith('.jsonl');
}

/** Whether the content shows it: an object that ends with its line, and another one that begins after it. */
export function isNdjson(bytes: Buffer): boolean {
  return showsNdjson(bytes) === true;
}

/** `isNdjson` of a content that goes on after these bytes; undefined where they do not tell. */
export function showsNdjson(bytes: Buffer): boolean | undefined {
  const start = skipSpace(bytes, 0);
  if (start === bytes.length) return undefined;
  if (bytes[start] !== openBrace) return false;
  const end = bytes.indexOf(lineFeed, start);
  const next = end === -1 ? bytes.length : skipSpace(bytes, end);
  if (next === bytes.length) return undefined;
  return bytes[next] === openBrace && scanJson(bytes.toString('utf8', start, end), 'line').syntax === undefined;
}

/**
 * Cuts the lines of NDJSON out of chunks, as they come. Holds no more than the line that is not yet whole, and of one
 * longer than `maxBytes` nothing but its length. The chunks must not change afterwards.
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
    /** The lines that end in this chunk. */
    *push(chunk: Buffer): Generator<NdjsonLine> {
      let start = 0;
      for (let feed = chunk.indexOf(lineFeed); feed !== -1; feed = chunk.indexOf(lineFeed, start)) {
        add(chunk.subarray(start, feed));
        yield* take();
        start = feed + 1;
      }
      add(chunk.subarray(start));
    },
    /** The last line, where no line feed ends it. */
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
