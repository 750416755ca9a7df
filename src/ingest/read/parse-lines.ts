import { hash } from 'node:crypto';
import type { NdjsonLine } from '../json/ndjson.ts';
import type { Rejection } from '../json/rejection.ts';
import { type ParsedArticle, type ParsedMerge, parseSeedEntry } from '../parse/parse-entry.ts';
import { parseLine } from '../parse/parse-json.ts';
import type { TextReader } from '../parse/text-file.ts';
import { type PlacedWarning, placeWarnings } from './place-warnings.ts';

/**
 * The outcome of parsing one article or merge: its canonical JSON as bytes, because many are kept, or its rejections.
 * The `id` of a merge is its `mergeKey`, which no article has.
 */
export type ArrivedArticle =
  | {
      id: string;
      version: number | undefined;
      json: Buffer;
      hash: Buffer;
      origin: Origin;
      /** Empty if the article was not grounded, as for a line that is stored already, because it is not parsed again. */
      warnings: PlacedWarning[];
      rejections?: never;
    }
  | { rejections: Rejection[]; rejectionCount: number };

/** Where an article begins. */
export interface Origin {
  file: string;
  line: number;
  column: number;
  pointer: string;
}

/** The id and version at the start of a line that may be canonical JSON. Only its hash can confirm that it is. */
export interface LineClaim {
  id: string;
  version: number | undefined;
  /** Returns the SHA-256 of the line, which equals `hashArticle` for canonical JSON. Computed on the first call. */
  hash(): Buffer;
}

/** The start of canonical JSON. */
const canonicalHead = /^\{"id":"([a-z0-9-]{1,120})",(?:"version":(\d{1,16}),)?/;
const maxHeadBytes = 160;

/** Returns the claim of a line; undefined if it does not begin like canonical JSON. Checks nothing else. */
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

/** A line whose exact bytes are stored, or occurred earlier in this run. */
export interface KnownLine {
  id: string;
  version: number | undefined;
  hash: Buffer;
}

/**
 * Parses lines of NDJSON, and grounds their articles if `grounds`. Returns one outcome for each line, in order. `known` has an
 * element for each line; lines that are known are not parsed again. `readText` reads the files that `textFile` names.
 */
export function parseLines(
  file: string,
  lines: readonly NdjsonLine[],
  known: readonly (KnownLine | undefined)[],
  readText: TextReader | undefined,
  grounds: boolean,
) {
  const parser = { parse: parseSeedEntry, readText };
  return lines.map((line, index): ArrivedArticle => {
    const claim = known[index];
    if (!claim || !line.content) return arrivedArticle(file, parseLine(file, line, parser), grounds);
    const { id, version, hash } = claim;
    const origin = { file, line: line.line, column: 1, pointer: '' };
    return { id, version, json: withoutReturn(line.content), hash, origin, warnings: [] };
  });
}

/** Returns the outcome for a parsed article or merge. Grounds an article if `grounds`. */
export function arrivedArticle(file: string, parsed: ParsedArticle | ParsedMerge, grounds: boolean): ArrivedArticle {
  if (parsed.rejections) return { rejections: parsed.rejections, rejectionCount: parsed.rejectionCount };
  const { line, column, pointer } = parsed;
  const { id, version } = parsed.article ?? { id: mergeKey(parsed.merge.merge.from), version: undefined };
  const json = Buffer.from(JSON.stringify(parsed.article ?? parsed.merge));
  return {
    id,
    version,
    json,
    hash: hash('sha256', json, 'buffer'),
    origin: { file, line, column, pointer },
    warnings: grounds && parsed.article ? placeWarnings(file, parsed) : [],
  };
}

/**
 * Returns the key of the merge of an id, such as `merge Actor:tehran`. An id is merged once, as an article is stored
 * once.
 */
function mergeKey(from: string): string {
  return `${mergePrefix}${from}`;
}

/** Returns the id that a key merges; undefined if the key is the id of an article. */
export function mergedIdOf(key: string): string | undefined {
  return key.startsWith(mergePrefix) ? key.slice(mergePrefix.length) : undefined;
}

const mergePrefix = 'merge ';

/** Removes the carriage return of a CRLF, which is not part of canonical JSON. */
function withoutReturn(content: Buffer): Buffer {
  return content.at(-1) === 0x0d ? content.subarray(0, -1) : content;
}
