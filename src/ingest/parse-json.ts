import { decodeUtf8 } from './decode-utf8.ts';
import { createLocator } from './json-pointer.ts';
import type { NdjsonLine } from './ndjson.ts';
import { type Entry, type ParsedArticle, parseEntry, refuseBytes, refuseEntry, refuseFile } from './parse-entry.ts';
import { type JsonEntry, scanJson } from './scan-json.ts';
import { createPositions, type Position } from './text-positions.ts';

/** How large one article may be, as bytes of JSON: what derives from it has to fit into documents of 16 MB. */
export const maxArticleBytes = 8 * 2 ** 20;

/** Parses one article, which takes `fallbackId` where it has no id, or an array of articles, which all have one. */
export function* parseJson(file: string, text: string, fallbackId: string | undefined): Generator<ParsedArticle> {
  const { entries, isArray, syntax } = scanJson(text, 'file');
  const position = createPositions(text);
  if (syntax) yield refuseFile(file, syntax, position(syntax.offset));
  else for (const entry of entries) yield parseScanned(file, text, entry, isArray ? undefined : fallbackId, position);
}

/** Parses one line of NDJSON, its number counted from 1. */
export function parseLine(file: string, { line, content: bytes, size }: NdjsonLine): ParsedArticle {
  if (!bytes) return refuseFile(file, tooLarge(size), { line, column: 1 });
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return refuseBytes(file, text, line);
  const position = createPositions(text, line);
  const { entries, isArray, syntax } = scanJson(text, 'line');
  if (syntax) return refuseFile(file, syntax, position(syntax.offset));
  const [entry] = entries;
  if (entry && !isArray) return parseScanned(file, text, entry, undefined, position);
  const fault = { pointer: '', expected: 'an article', found: 'an array' };
  return refuseFile(file, fault, position(text.indexOf('[')));
}

function parseScanned(
  file: string,
  text: string,
  { pointer, start, end, faults, faultCount, tooDeep }: JsonEntry,
  fallbackId: string | undefined,
  position: (offset: number) => Position,
): ParsedArticle {
  const json = text.slice(start, end);
  const locateWithin = createLocator(json);
  const locate: Entry['locate'] = (fault) => start + locateWithin(fault);
  const entry = { file, value: undefined, fallbackId, pointer, offset: start, faults, faultCount, locate, position };
  const size = Buffer.byteLength(json);
  if (size > maxArticleBytes) return refuseEntry(entry, [tooLarge(size)]);
  return tooDeep ? refuseEntry(entry, []) : parseEntry({ ...entry, value: JSON.parse(json) });
}

function tooLarge(size: number): { pointer: string; expected: string; found: string } {
  return { pointer: '', expected: `an article of at most ${maxArticleBytes} bytes`, found: `${size} bytes` };
}
