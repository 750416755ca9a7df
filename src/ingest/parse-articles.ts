import { decodeUtf8 } from './decode-utf8.ts';
import { fileNameId } from './file-name-id.ts';
import { createLineSplitter, isNdjson, isNdjsonName } from './ndjson.ts';
import { parseBareText } from './parse-bare-text.ts';
import { type ParsedArticle, refuseBytes, refuseFile } from './parse-entry.ts';
import { maxArticleBytes, parseJson, parseLine } from './parse-json.ts';
import { unpack } from './unpack.ts';

export interface ArticleBytes {
  /** As it is to be shown in refusals. */
  file: string;
  bytes: Buffer;
  /** Whether one article without an id takes the name of the file; it does unless this says no. */
  lendsName?: boolean;
}

/**
 * Parses the articles of one content, in its order, one at a time as they are asked for.
 *
 * A content is one article or an array of them as JSON, NDJSON (by the name `.ndjson` or `.jsonl`, or by its first two
 * lines), or, named `.txt`, a bare text; each of these may be gzipped, which its first bytes tell. Refusal is by article:
 * a break of the syntax refuses the file, or the line of NDJSON, and every other fault the article it is in.
 */
export function* parseArticles({ file, bytes, lendsName = true }: ArticleBytes): Generator<ParsedArticle> {
  const content = unpack(bytes, isNdjsonName(plainName(file)));
  if (Buffer.isBuffer(content)) yield* parseUnpacked({ file, bytes: content, lendsName });
  else yield refuseFile(file, content);
}

/** `parseArticles` of what is unpacked. */
export function* parseUnpacked({ file, bytes, lendsName = true }: ArticleBytes): Generator<ParsedArticle> {
  const name = plainName(file);
  if (isNdjsonName(name) || (!name.endsWith('.txt') && isNdjson(bytes))) {
    yield* parseLines(file, bytes);
    return;
  }
  const text = decodeUtf8(bytes);
  const fallbackId = lendsName ? fileNameId(file) : undefined;
  if (typeof text !== 'string') yield refuseBytes(file, text);
  else if (text.trim() === '') yield refuseEmpty(file, bytes.length);
  else if (name.endsWith('.txt')) yield parseBareText(file, text, fallbackId);
  else yield* parseJson(file, text, fallbackId);
}

/** Refuses a file that holds no article. */
export function refuseEmpty(file: string, size: number): ParsedArticle {
  const found = size === 0 ? 'an empty file' : 'nothing but white space';
  return refuseFile(file, { pointer: '', expected: 'an article', found });
}

/** The name that tells the form of a file. */
export function plainName(file: string): string {
  return file.toLowerCase().replace(/\.gz$/, '');
}

function* parseLines(file: string, bytes: Buffer): Generator<ParsedArticle> {
  const lines = createLineSplitter(maxArticleBytes);
  let isEmpty = true;
  for (const found of [lines.push(bytes), lines.end()]) {
    for (const line of found) {
      isEmpty = false;
      yield parseLine(file, line);
    }
  }
  if (isEmpty) yield refuseEmpty(file, bytes.length);
}
