import { createHash } from 'node:crypto';
import type { NdjsonLine } from './ndjson.ts';
import type { ParsedArticle } from './parse-entry.ts';
import { parseLine } from './parse-json.ts';
import type { Refusal } from './refusal.ts';

/** What became of one article of a file, as bytes, so that many can be kept. */
export type ArrivedArticle =
  | { id: string; version: number | undefined; json: Buffer; hash: Buffer; origin: Origin; refusals?: never }
  | { refusals: Refusal[]; refusalCount: number };

/** Where an article begins. */
export interface Origin {
  file: string;
  line: number;
  column: number;
  pointer: string;
}

/** A line that may be the canonical form of an article, which only a hash can tell. */
export interface LineClaim {
  id: string;
  version: number | undefined;
  /** SHA-256 of the line; of canonical JSON it is what `hashArticle` answers. */
  hash: Buffer;
}

/** What a line says that it is; undefined where it is no JSON object with an id. Checks nothing else. */
export function readClaim({ content }: NdjsonLine): LineClaim | undefined {
  if (!content) return undefined;
  try {
    const { id, version } = JSON.parse(content.toString('utf8'));
    if (typeof id !== 'string' || !(version === undefined || typeof version === 'number')) return undefined;
    return { id, version, hash: createHash('sha256').update(withoutReturn(content)).digest() };
  } catch {
    return undefined;
  }
}

/**
 * Parses lines of NDJSON, in their order. A line whose claim is believed, as the same bytes have been parsed before, is
 * not parsed again.
 */
export function parseLines(file: string, lines: readonly NdjsonLine[], believed: readonly (LineClaim | undefined)[]) {
  return lines.map((line, index): ArrivedArticle => {
    const claim = believed[index];
    if (!claim || !line.content) return arrivedArticle(file, parseLine(file, line));
    const { id, version, hash } = claim;
    const origin = { file, line: line.line, column: 1, pointer: '' };
    return { id, version, json: withoutReturn(line.content), hash, origin };
  });
}

/** A parsed article as bytes. */
export function arrivedArticle(file: string, { article, refusals, line, column, pointer, ...rest }: ParsedArticle) {
  if (!article) return { refusals, ...rest } as ArrivedArticle;
  const json = Buffer.from(JSON.stringify(article));
  const hash = createHash('sha256').update(json).digest();
  return { id: article.id, version: article.version, json, hash, origin: { file, line, column, pointer } };
}

/** The return of CRLF is no part of canonical JSON. */
function withoutReturn(content: Buffer): Buffer {
  return content.at(-1) === 0x0d ? content.subarray(0, -1) : content;
}
