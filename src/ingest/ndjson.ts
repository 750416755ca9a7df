import { scanJson } from './scan-json.ts';

/** Whether a file's name, lower-cased and without `.gz`, says that each of its lines is an article. */
export function isNdjsonName(name: string): boolean {
  return name.endsWith('.ndjson') || name.endsWith('.jsonl');
}

/** Whether the content shows it: an object that ends with its line, and another one that begins after it. */
export function isNdjson(bytes: Buffer): boolean {
  const start = skipSpace(bytes, 0);
  const end = bytes.indexOf(lineFeed, start);
  if (bytes[start] !== openBrace || end === -1 || bytes[skipSpace(bytes, end)] !== openBrace) return false;
  return scanJson(bytes.toString('utf8', start, end), 'line').syntax === undefined;
}

/** The lines of NDJSON that hold more than white space, with their numbers from 1. */
export function* ndjsonLines(bytes: Buffer): Generator<{ line: number; content: Buffer }> {
  for (let line = 1, start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed === -1 ? bytes.length : feed;
    if (skipSpace(bytes, start, end) < end) yield { line, content: bytes.subarray(start, end) };
    start = end + 1;
  }
}

const lineFeed = 0x0a;
const openBrace = 0x7b;

function skipSpace(bytes: Buffer, from: number, to = bytes.length): number {
  let at = from;
  while (at < to && (bytes[at] === 0x20 || bytes[at] === lineFeed || bytes[at] === 0x0d || bytes[at] === 0x09)) at++;
  return at;
}
