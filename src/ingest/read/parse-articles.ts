import { decodeUtf8 } from '../json/decode-utf8.ts';
import { explainBytes, isUtf16 } from '../json/explain-bytes.ts';
import { createLineSplitter, isNdjson, isNdjsonName } from '../json/ndjson.ts';
import { fileNameId } from '../parse/file-name-id.ts';
import { parseBareText } from '../parse/parse-bare-text.ts';
import { type ParsedArticle, type ParsedMerge, parseEntry, rejectBytes, rejectFile } from '../parse/parse-entry.ts';
import { type EntryParser, maxArticleBytes, parseJson, parseLine } from '../parse/parse-json.ts';
import type { TextReader } from '../parse/text-file.ts';
import { unpack } from './unpack.ts';

export interface ArticleBytes {
  /** The name shown in rejections. */
  file: string;
  bytes: Buffer;
  /** Whether a single article without an id gets one from the name of the file; true by default. */
  lendsName?: boolean;
  /** Reads the files that `textFile` names. Without it, articles may not name files. */
  readText?: TextReader | undefined;
}

/**
 * Parses the articles of one file's content lazily, in order.
 *
 * The content is JSON (one article or an array of them), NDJSON (recognized by the name `.ndjson` or `.jsonl`, or by
 * its first two lines), or bare text (named `.txt`). Each may be gzipped, which is recognized by the first bytes. A
 * syntax error rejects the file, or the line of NDJSON; every other fault rejects the article that it is in.
 */
export function* parseArticles({ file, bytes, ...options }: ArticleBytes): Generator<ParsedArticle> {
  const content = unpack(bytes, isNdjsonName(plainName(file)));
  if (Buffer.isBuffer(content)) yield* parseUnpacked({ file, bytes: content, ...options }, parseEntry);
  else yield rejectFile(file, content);
}

/**
 * Parses the unpacked content of a file, as `parseArticles` does. With `parseSeedEntry` as `parse`, it accepts merges
 * too.
 */
export function* parseUnpacked<T extends ParsedArticle | ParsedMerge>(
  { file, bytes, lendsName = true, readText }: ArticleBytes,
  parse: EntryParser<T>['parse'],
): Generator<T | ParsedArticle> {
  const parser = { parse, readText };
  const name = plainName(file);
  if (isUtf16(bytes)) {
    yield rejectFile(file, { pointer: '', expected: 'UTF-8', found: 'UTF-16', hint: () => explainBytes(bytes) });
    return;
  }
  if (isNdjsonName(name) || (!name.endsWith('.txt') && isNdjson(bytes))) {
    yield* parseNdjson(file, bytes, parser);
    return;
  }
  const text = decodeUtf8(bytes);
  const fallbackId = lendsName ? fileNameId(file) : undefined;
  if (typeof text !== 'string') yield rejectBytes(file, bytes, text);
  else if (text.trim() === '') yield rejectEmpty(file, bytes.length);
  else if (name.endsWith('.txt')) yield parseBareText(file, text, fallbackId);
  else yield* parseJson(file, text, fallbackId, parser);
}

/** Returns the rejection of a file without content. */
export function rejectEmpty(file: string, size: number): ParsedArticle {
  const found = size === 0 ? 'an empty file' : 'only white space';
  return rejectFile(file, { pointer: '', expected: 'an article', found });
}

/** Returns the name that determines the format of a file: lower-cased, without `.gz`. */
export function plainName(file: string): string {
  return file.toLowerCase().replace(/\.gz$/, '');
}

function* parseNdjson<T extends ParsedArticle | ParsedMerge>(
  file: string,
  bytes: Buffer,
  parser: EntryParser<T>,
): Generator<T | ParsedArticle> {
  const lines = createLineSplitter(maxArticleBytes);
  let isEmpty = true;
  for (const found of [lines.push(bytes), lines.end()]) {
    for (const line of found) {
      isEmpty = false;
      yield parseLine(file, line, parser);
    }
  }
  if (isEmpty) yield rejectEmpty(file, bytes.length);
}
