import { hash } from 'node:crypto';
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
  /** SHA-256 of the line; of canonical JSON it is what `hashArticle` answers. Made when it is asked for. */
  hash(): Buffer;
}

/** How canonical JSON begins. */
const canonicalHead = /^\{"id":"([a-z0-9-]{1,120})",(?:"version":(\d{1,16}),)?/;
const maxHeadBytes = 160;

/** What a line says that it is; undefined where it does not begin as canonical JSON does. Checks nothing else. */
export function readClaim({ content }: NdjsonLine): LineClaim | undefined {
  const [, id, version] = canonicalHead.exec(content?.toString('latin1', 0, maxHeadBytes) ?? '') ?? [];
  if (!content || id === undefined) return undefined;
  let known: Buffer | undefined;
  return {
    id,
    version: version === undefined ? undefined : Number(version),
    hash() {
      known ??= hash('sha256', withoutReturn(content), 'buffer');
      return known;
    },
  };
}

/** A line that stands in the store, or stood before in this run, to the letter. */
export interface KnownLine {
  id: string;
  version: number | undefined;
  hash: Buffer;
}

/**
 * Parses lines of NDJSON, in their order, but for those that are known: the same bytes have been parsed before.
 */
export function parseLines(file: string, lines: readonly NdjsonLine[], known: readonly (KnownLine | undefined)[]) {
  return lines.map((line, index): ArrivedArticle => {
    const claim = known[index];
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
  return {
    id: article.id,
    version: article.version,
    json,
    hash: hash('sha256', json, 'buffer'),
    origin: { file, line, column, pointer },
  };
}

/** The return of CRLF is no part of canonical JSON. */
function withoutReturn(content: Buffer): Buffer {
  return content.at(-1) === 0x0d ? content.subarray(0, -1) : content;
}
