import type { Article, MergeEntry, Retraction } from '../../entities/article/article.ts';
import { showValue } from '../../errors/show-value.ts';
import type { InvalidUtf8 } from '../json/decode-utf8.ts';
import { explainBytes } from '../json/explain-bytes.ts';
import { isJsonObject } from '../json/json-object.ts';
import { type Fault, maxRejections, type Rejection } from '../json/rejection.ts';
import type { PlacedFault } from '../json/scan-json.ts';
import { createPositions, type Position } from '../json/text-positions.ts';
import { canonicalArticle } from './canonical-article.ts';
import { checkArticle } from './check-article.ts';
import { checkMerge } from './check-merge.ts';
import { checkSchema } from './check-schema.ts';
import { resolveTextFile, type TextReader } from './text-file.ts';

/** The outcome of parsing one article, and where the article begins in its file. */
export type ParsedArticle = Position & {
  pointer: string;
} /** `positionOf` finds the value at a pointer within the article. */ & (
    | { article: Article | Retraction; positionOf: (pointer: string) => Position; rejections?: never }
    /** The first rejections in file order, at most `maxRejections`; `rejectionCount` is the number of all. */
    | { article?: never; positionOf?: never; rejections: Rejection[]; rejectionCount: number }
  );

/** A merge that was found instead of an article. */
export type ParsedMerge = Position & { pointer: string; merge: MergeEntry; article?: never; rejections?: never };

/** A value that should be an article, and how to find the positions of its parts. */
export interface Entry {
  file: string;
  value: unknown;
  /** The id of the article if the value has none; undefined if the value must have one. */
  fallbackId: string | undefined;
  pointer: string;
  offset: number;
  /** The faults that were found before the value was parsed. */
  faults: PlacedFault[];
  faultCount: number;
  /** Returns the offset of a fault of the value, as `position` takes it. */
  locate: (fault: Pick<Fault, 'pointer' | 'atKey'>) => number;
  position: (offset: number) => Position;
  /** Reads the file that `textFile` names; undefined if articles may not name files. */
  readText?: TextReader | undefined;
  maxTextBytes?: number;
}

/** Parses one value. Returns the article in canonical form, or its rejections. */
export function parseEntry(entry: Entry): ParsedArticle {
  const { fallbackId, pointer, readText, maxTextBytes = 0 } = entry;
  const { value, fault: ofFile, textPointer } = resolveTextFile(entry.value, maxTextBytes, readText);
  const faults = readable(
    entry,
    [...(ofFile ? [ofFile] : []), ...faultsOf(value, fallbackId)].map((fault) =>
      fault.pointer === '/text' ? { ...fault, pointer: textPointer } : fault,
    ),
  );
  if (faults.length + entry.faultCount > 0 || !isJsonObject(value)) return rejectEntry(entry, faults);
  const article = canonicalArticle(value, definitionOf(value), fallbackId ?? '');
  const { position, locate, offset } = entry;
  return { article, ...position(offset), pointer, positionOf: (within) => position(locate({ pointer: within })) };
}

/** Parses one value of a seeded file: an article or, if it is an object with the key `merge`, a merge. */
export function parseSeedEntry(entry: Entry): ParsedArticle | ParsedMerge {
  const { value, pointer } = entry;
  if (!isJsonObject(value) || !Object.hasOwn(value, 'merge')) return parseEntry(entry);
  const faults = readable(entry, [...checkSchema(value, 'merge'), ...checkMerge(value)]);
  if (faults.length + entry.faultCount > 0) return rejectEntry(entry, faults);
  return { merge: canonicalArticle(value, 'merge', ''), ...entry.position(entry.offset), pointer };
}

/** Leaves out faults of values that `JSON.parse` changed, because they would describe another value. */
function readable({ faults: before, pointer }: Entry, faults: readonly Fault[]): Fault[] {
  const unreadable = new Set(before.flatMap((fault) => (fault.atKey ? [] : fault.pointer)));
  return faults.filter((fault) => fault.atKey || !unreadable.has(pointer + fault.pointer));
}

/** Returns the rejections of a value for its earlier faults and these, in file order. */
export function rejectEntry(entry: Entry, faults: Fault[]): ParsedArticle {
  const { file, pointer, position, locate } = entry;
  const placed = faults.slice(0, maxRejections).map((fault) => ({
    ...fault,
    offset: locate(fault),
    pointer: pointer + fault.pointer,
  }));
  const rejections = [...entry.faults, ...placed]
    .sort((a, b) => a.offset - b.offset)
    .slice(0, maxRejections)
    .map((fault) => rejectionOf(file, fault, position, fault.offset));
  return { rejections, rejectionCount: entry.faultCount + faults.length, ...position(entry.offset), pointer };
}

/**
 * Returns the rejections of a file, or of a line of NDJSON, for its syntax errors and for the faults of the articles
 * that were parsed despite them.
 */
export function rejectSyntax(
  file: string,
  faults: readonly PlacedFault[],
  faultCount: number,
  parsed: readonly (ParsedArticle | ParsedMerge)[],
  position: (offset: number) => Position,
): ParsedArticle {
  const own = faults.map((fault) => rejectionOf(file, fault, position, fault.offset));
  const rejections = [...own, ...parsed.flatMap(({ rejections = [] }) => rejections)]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, maxRejections);
  const others = parsed.reduce((sum, each) => sum + (each.rejections ? each.rejectionCount : 0), 0);
  const { line, column } = rejections[0] ?? { line: 1, column: 1 };
  return { rejections, rejectionCount: faultCount + others, line, column, pointer: '' };
}

/** Returns the rejection of a whole file, or of a line of NDJSON, that could not be read. */
export function rejectFile(file: string, fault: Fault, place: Position = { line: 1, column: 1 }): ParsedArticle {
  return { rejections: [rejectionOf(file, fault, () => place, 0)], rejectionCount: 1, ...place, pointer: '' };
}

/** Returns the rejection of bytes that are not valid UTF-8. `line` is the number of their first line. */
export function rejectBytes(file: string, bytes: Buffer, invalid: InvalidUtf8, line = 1): ParsedArticle {
  const { before, byte } = invalid;
  const found = `the byte 0x${byte.toString(16).padStart(2, '0')}`;
  const fault = { pointer: '', expected: 'UTF-8', found, hint: () => explainBytes(bytes, invalid) };
  return rejectFile(file, fault, createPositions(before, line)(before.length));
}

function faultsOf(value: unknown, fallbackId: string | undefined): Fault[] {
  const definition = definitionOf(value);
  const faults = checkSchema(value, definition);
  if (!isJsonObject(value) || definition === 'withdrawal') return faults;
  const { id = null } = value;
  const articleId = typeof id === 'string' ? id : fallbackId;
  if (id === null && !isSlug(fallbackId)) {
    const found =
      fallbackId === undefined ? showValue(value) : `no id, and a file name that would give ${showValue(fallbackId)}`;
    faults.unshift({ pointer: '', expected: 'an article with the key id', found });
  }
  return [...faults, ...checkArticle(value, articleId)];
}

function isSlug(id: string | undefined): boolean {
  return id !== undefined && id.length > 0 && id.length <= 120;
}

function definitionOf(value: unknown): 'article' | 'withdrawal' {
  return isJsonObject(value) && value.retracted === true ? 'withdrawal' : 'article';
}

function rejectionOf(
  file: string,
  { pointer, expected, found, hint: explain }: Fault,
  position: (offset: number) => Position,
  offset: number,
): Rejection {
  const hint = explain?.(position);
  return { file, ...position(offset), pointer, expected, found, ...(hint !== undefined && { hint }) };
}
