import type { Article, Retraction } from '../article/article.ts';
import { showValue } from '../show-value.ts';
import { canonicalArticle } from './canonical-article.ts';
import { checkArticle } from './check-article.ts';
import { checkSchema } from './check-schema.ts';
import type { InvalidUtf8 } from './decode-utf8.ts';
import { isJsonObject } from './json-object.ts';
import { type Fault, maxRefusals, type Refusal } from './refusal.ts';
import type { PlacedFault } from './scan-json.ts';
import { createPositions, type Position } from './text-positions.ts';

/** What became of one article of a file, in file order, and where it begins there. */
export type ParsedArticle = Position & { pointer: string } & (
    | { article: Article | Retraction; refusals?: never }
    /** The first of them in file order, at most `maxRefusals`; `refusalCount` counts all. */
    | { article?: never; refusals: Refusal[]; refusalCount: number }
  );

/** A value of a file that is to be an article, and how to tell where its parts stand. */
export interface Entry {
  file: string;
  value: unknown;
  /** The id it takes if it has none; undefined where it must have one. */
  fallbackId: string | undefined;
  pointer: string;
  offset: number;
  /** Faults that are known already. */
  faults: PlacedFault[];
  faultCount: number;
  /** Where a fault of the value stands, in the text of which `position` tells the lines. */
  locate: (fault: Fault) => number;
  position: (offset: number) => Position;
}

/** Parses one value: the article in canonical form, or all that is wrong with it. */
export function parseEntry(entry: Entry): ParsedArticle {
  const { value, fallbackId, pointer } = entry;
  const unreadable = new Set(entry.faults.flatMap((fault) => (fault.atKey ? [] : fault.pointer)));
  // What JSON.parse made of a value that it cannot hold is not what stands there.
  const faults = faultsOf(value, fallbackId).filter((fault) => fault.atKey || !unreadable.has(pointer + fault.pointer));
  if (faults.length + entry.faultCount > 0 || !isJsonObject(value)) return refuseEntry(entry, faults);
  const article = canonicalArticle(value, definitionOf(value), fallbackId ?? '');
  return { article, ...entry.position(entry.offset), pointer };
}

/** The refusal of a value for its known faults and these, in file order. */
export function refuseEntry(entry: Entry, faults: Fault[]): ParsedArticle {
  const { file, pointer, position, locate } = entry;
  const placed = faults.slice(0, maxRefusals).map((fault) => ({
    ...fault,
    offset: locate(fault),
    pointer: pointer + fault.pointer,
  }));
  const refusals = [...entry.faults, ...placed]
    .sort((a, b) => a.offset - b.offset)
    .slice(0, maxRefusals)
    .map((fault) => refusalOf(file, fault, position(fault.offset)));
  return { refusals, refusalCount: entry.faultCount + faults.length, ...position(entry.offset), pointer };
}

/** The refusal of a whole file, or of a line of NDJSON, that could not be read. */
export function refuseFile(file: string, fault: Fault, position: Position = { line: 1, column: 1 }): ParsedArticle {
  return { refusals: [refusalOf(file, fault, position)], refusalCount: 1, ...position, pointer: '' };
}

/** The refusal of bytes that are no UTF-8, `line` being the number of the first of them. */
export function refuseBytes(file: string, { before, byte }: InvalidUtf8, line = 1): ParsedArticle {
  const fault = { pointer: '', expected: 'UTF-8', found: `the byte 0x${byte.toString(16).padStart(2, '0')}` };
  return refuseFile(file, fault, createPositions(before, line)(before.length));
}

function faultsOf(value: unknown, fallbackId: string | undefined): Fault[] {
  const definition = definitionOf(value);
  const faults = checkSchema(value, definition);
  if (!isJsonObject(value) || definition === 'withdrawal') return faults;
  const { id = null } = value;
  const articleId = typeof id === 'string' ? id : fallbackId;
  if (id === null && !isSlug(fallbackId)) {
    const found = fallbackId === undefined ? showValue(value) : `a file name that makes ${showValue(fallbackId)}`;
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

function refusalOf(file: string, { pointer, expected, found }: Fault, { line, column }: Position): Refusal {
  return { file, line, column, pointer, expected, found };
}
