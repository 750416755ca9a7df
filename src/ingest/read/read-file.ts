import { readFileSync, statSync } from 'node:fs';
import { createLineSplitter, isNdjsonName, type NdjsonLine, showsNdjson } from '../json/ndjson.ts';
import type { Fault } from '../json/rejection.ts';
import { type ParsedArticle, type ParsedMerge, parseSeedEntry, rejectFile } from '../parse/parse-entry.ts';
import { maxArticleBytes } from '../parse/parse-json.ts';
import { parseUnpacked, plainName, rejectEmpty } from './parse-articles.ts';
import { createTextReader } from './text-reader.ts';
import { faultOf, maxWholeBytes, tooLarge, UnreadableContent, unpack, unpackedChunks, verifyPacked } from './unpack.ts';

/**
 * A part of a file: lines that are not parsed yet, or articles and merges that are parsed lazily. Parts are in file
 * order.
 */
export type FilePart =
  | { lines: NdjsonLine[]; parsed?: never }
  | { lines?: never; parsed: Iterable<ParsedArticle | ParsedMerge> };

/** The maximum number of lines in a part. */
const maxLines = 500;
const maxLineBytes = 4 * 2 ** 20;

/**
 * Reads a file of any format that `parseArticles` accepts, with merges among the articles, in parts.
 *
 * NDJSON of any size is read in parts of at most 500 lines or about 4 MB. A file is NDJSON by its name or, if it is
 * larger than 64 MiB, by its first lines. Gzipped NDJSON is unpacked twice, because corrupt gzip is rejected as a
 * whole. Any other file is held in memory, and rejected if it is larger than 64 MiB.
 *
 * `onRead` receives the number of bytes read from the file.
 */
export async function* readFile(file: string, onRead: (bytes: number) => void): AsyncGenerator<FilePart> {
  try {
    const content = isNdjsonName(plainName(file)) ? undefined : readWhole(file);
    if (Buffer.isBuffer(content)) {
      yield { parsed: parseUnpacked({ file, bytes: content, readText: createTextReader(file) }, parseSeedEntry) };
      onRead(statSync(file).size);
    } else if (!content || (content.expected === tooLarge('').expected && (await beginsAsNdjson(file)))) {
      await verifyPacked(file);
      yield* readLines(file, onRead);
    } else {
      yield { parsed: [rejectFile(file, content)] };
    }
  } catch (error) {
    if (!(error instanceof UnreadableContent)) throw error;
    yield { parsed: [rejectFile(file, error.fault)] };
  }
}

function readWhole(file: string): Buffer | Fault {
  try {
    const { size } = statSync(file);
    return size > maxWholeBytes ? tooLarge(`${size} bytes`) : unpack(readFileSync(file), false);
  } catch (error) {
    return faultOf(error);
  }
}

async function beginsAsNdjson(file: string): Promise<boolean> {
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of unpackedChunks(file)) {
    head = Buffer.concat([head, chunk]);
    const shown = showsNdjson(head);
    if (shown !== undefined || head.length > maxArticleBytes) return shown === true;
  }
  return false;
}

async function* readLines(file: string, onRead: (bytes: number) => void): AsyncGenerator<FilePart> {
  const splitter = createLineSplitter(maxArticleBytes);
  let lines: NdjsonLine[] = [];
  let lineBytes = 0;
  let lineCount = 0;
  let totalBytes = 0;
  for await (const chunk of unpackedChunks(file, onRead)) {
    totalBytes += chunk.length;
    for (const line of splitter.push(chunk)) {
      lineBytes += line.content?.length ?? 0;
      lineCount = lines.push(line);
      if (lineCount < maxLines && lineBytes < maxLineBytes) continue;
      yield { lines };
      lines = [];
      lineBytes = 0;
    }
  }
  for (const line of splitter.end()) lineCount = lines.push(line);
  if (lines.length > 0) yield { lines };
  if (lineCount === 0) yield { parsed: [rejectEmpty(file, totalBytes)] };
}
