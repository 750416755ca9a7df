import { decodeUtf8 } from '../json/decode-utf8.ts';
import { createLocator } from '../json/json-pointer.ts';
import type { RepairedJson } from '../json/json-repairs.ts';
import type { NdjsonLine } from '../json/ndjson.ts';
import { type JsonEntry, type JsonScan, scanJson } from '../json/scan-json.ts';
import { createPositions, type Position } from '../json/text-positions.ts';
import {
  type Entry,
  type ParsedArticle,
  type ParsedMerge,
  parseEntry,
  rejectBytes,
  rejectEntry,
  rejectFile,
  rejectSyntax,
} from './parse-entry.ts';
import type { TextReader } from './text-file.ts';

/** The maximum size of the JSON of an article, in bytes. The documents that derive from it must fit into 16 MB. */
export const maxArticleBytes = 8 * 2 ** 20;

/**
 * Parses one article, which gets `fallbackId` if it has no id, or an array of articles, all of which must have ids. A
 * syntax error rejects all of them. `parse` is `parseEntry`, or `parseSeedEntry` to accept merges too. Without
 * `readText`, no article may name a file.
 */
export function* parseJson<T extends Parsed>(
  file: string,
  text: string,
  fallbackId: string | undefined,
  { parse, readText }: EntryParser<T>,
): Generator<T | ParsedArticle> {
  const scan = scanJson(text, 'file');
  const source = {
    file,
    text,
    parse,
    readText,
    fallbackId: scan.isArray ? undefined : fallbackId,
    position: createPositions(text),
  };
  if (scan.syntaxCount > 0) yield rejectScan(source, scan);
  else for (const entry of scan.entries) yield parseScanned(source, entry);
}

/** How to parse the values of a file, and to read the files that `textFile` names. */
export interface EntryParser<T extends Parsed> {
  parse: (entry: Entry) => T;
  readText?: TextReader | undefined;
}

type Parsed = ParsedArticle | ParsedMerge;

/** Parses one line of NDJSON, which must be an article and may not name a file. */
export function parseNdjsonLine(file: string, line: NdjsonLine): ParsedArticle {
  return parseLine(file, line, { parse: parseEntry });
}

/** Parses one line of NDJSON, as `parseJson` does. */
export function parseLine<T extends Parsed>(
  file: string,
  { line, content: bytes, size }: NdjsonLine,
  { parse, readText }: EntryParser<T>,
): T | ParsedArticle {
  if (!bytes) return rejectFile(file, tooLarge(size), { line, column: 1 });
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return rejectBytes(file, bytes, text, line);
  const source = { file, text, parse, readText, fallbackId: undefined, position: createPositions(text, line) };
  const scan = scanJson(text, 'line');
  if (scan.syntaxCount > 0) return rejectScan(source, scan);
  const [entry] = scan.entries;
  if (entry && !scan.isArray) return parseScanned(source, entry);
  const fault = { pointer: '', expected: 'an article', found: 'an array' };
  return rejectFile(file, fault, source.position(text.indexOf('[')));
}

interface Source<T extends Parsed> extends EntryParser<T> {
  file: string;
  text: string;
  fallbackId: string | undefined;
  position: (offset: number) => Position;
}

/**
 * Returns the rejections of a whole scan, for its syntax errors and, if these could be repaired, for the faults of its
 * articles.
 */
function rejectScan<T extends Parsed>(
  source: Source<T>,
  { syntax, syntaxCount, repaired, entries }: JsonScan,
): ParsedArticle {
  const parsed = repaired ? entries.map((entry) => parseScanned(source, entry, repaired)) : [];
  return rejectSyntax(source.file, syntax, syntaxCount, parsed, source.position);
}

function parseScanned<T extends Parsed>(
  { file, text, fallbackId, parse, readText, position }: Source<T>,
  { pointer, start, end, faults, faultCount, tooDeep }: JsonEntry,
  repaired?: RepairedJson,
): T | ParsedArticle {
  const json = repaired?.inPlace(start, end) ?? text.slice(start, end);
  const locateWithin = createLocator(json);
  const locate: Entry['locate'] = (fault) => start + locateWithin(fault);
  const size = Buffer.byteLength(json);
  const read = { readText, maxTextBytes: maxArticleBytes - size };
  const entry = {
    file,
    value: undefined,
    fallbackId,
    pointer,
    offset: start,
    faults,
    faultCount,
    locate,
    position,
    ...read,
  };
  if (size > maxArticleBytes) return rejectEntry(entry, [tooLarge(size)]);
  if (tooDeep) return rejectEntry(entry, []);
  return parse({ ...entry, value: JSON.parse(repaired?.valueSource(start, end) ?? json) });
}

function tooLarge(size: number): { pointer: string; expected: string; found: string } {
  return { pointer: '', expected: `an article of at most ${maxArticleBytes} bytes`, found: `${size} bytes` };
}
