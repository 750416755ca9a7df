import { readFileSync, statSync } from 'node:fs';
import { createLineSplitter, isNdjsonName, type NdjsonLine, showsNdjson } from './ndjson.ts';
import { parseUnpacked, plainName, refuseEmpty } from './parse-articles.ts';
import { type ParsedArticle, refuseFile } from './parse-entry.ts';
import { maxArticleBytes } from './parse-json.ts';
import type { Fault } from './refusal.ts';
import { faultOf, maxWholeBytes, tooLarge, UnreadableContent, unpack, unpackedChunks, verifyPacked } from './unpack.ts';

/** A part of a file, in file order: lines that are yet to be parsed, or what is parsed as it is asked for. */
export type FilePart = { lines: NdjsonLine[]; parsed?: never } | { lines?: never; parsed: Iterable<ParsedArticle> };

/** As many lines are handed on at once. */
const maxLines = 500;
const maxLineBytes = 4 * 2 ** 20;

/**
 * Reads a file of any form that `parseArticles` takes. What is named NDJSON, or shows it beyond 64 MiB, comes in parts of
 * at most 500 lines or about 4 MB, however large it is; packed, it is unpacked twice, as gzip that is broken anywhere is
 * refused whole. All else is held whole, and refused beyond 64 MiB. `onRead` is told how many bytes of the file were read.
 */
export async function* readFile(file: string, onRead: (bytes: number) => void): AsyncGenerator<FilePart> {
  try {
    const content = isNdjsonName(plainName(file)) ? undefined : readWhole(file);
    if (Buffer.isBuffer(content)) {
      yield { parsed: parseUnpacked({ file, bytes: content }) };
      onRead(statSync(file).size);
    } else if (!content || (content.expected === tooLarge('').expected && (await beginsAsNdjson(file)))) {
      await verifyPacked(file);
      yield* readLines(file, onRead);
    } else {
      yield { parsed: [refuseFile(file, content)] };
    }
  } catch (error) {
    if (!(error instanceof UnreadableContent)) throw error;
    yield { parsed: [refuseFile(file, error.fault)] };
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
  if (lineCount === 0) yield { parsed: [refuseEmpty(file, totalBytes)] };
}
