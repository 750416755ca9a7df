import { decodeUtf8 } from './decode-utf8.ts';
import { fileNameId } from './file-name-id.ts';
import { isNdjson, isNdjsonName, ndjsonLines } from './ndjson.ts';
import { parseBareText } from './parse-bare-text.ts';
import { type ParsedArticle, refuseBytes, refuseFile } from './parse-entry.ts';
import { parseJson, parseLine } from './parse-json.ts';
import { unpack } from './unpack.ts';

export interface ArticleBytes {
  /** As it is to be shown in refusals. */
  file: string;
  bytes: Buffer;
  /** Whether one article without an id takes the name of the file; it does unless this says no. */
  lendsName?: boolean;
}

/**
 * Parses the articles of one file, in file order, one at a time as they are asked for.
 *
 * A file is one article or an array of them as JSON, NDJSON (by the name `.ndjson` or `.jsonl`, or by its first two
 * lines), or, named `.txt`, a bare text; each of these may be gzipped, which its first bytes tell. Refusal is by article:
 * a break of the syntax refuses the file, or the line of NDJSON, and every other fault the article it is in.
 */
export function* parseArticles({ file, bytes, lendsName = true }: ArticleBytes): Generator<ParsedArticle> {
  const name = file.toLowerCase().replace(/\.gz$/, '');
  const content = unpack(bytes, isNdjsonName(name));
  if (!Buffer.isBuffer(content)) {
    yield refuseFile(file, content);
  } else if (isNdjsonName(name) || (!name.endsWith('.txt') && isNdjson(content))) {
    yield* parseLines(file, content);
  } else {
    const text = decodeUtf8(content);
    const fallbackId = lendsName ? fileNameId(file) : undefined;
    if (typeof text !== 'string') yield refuseBytes(file, text);
    else if (text.trim() === '') yield refuseEmpty(file, content);
    else if (name.endsWith('.txt')) yield parseBareText(file, text, fallbackId);
    else yield* parseJson(file, text, fallbackId);
  }
}

function* parseLines(file: string, bytes: Buffer): Generator<ParsedArticle> {
  let isEmpty = true;
  for (const { line, content } of ndjsonLines(bytes)) {
    isEmpty = false;
    yield parseLine(file, content, line);
  }
  if (isEmpty) yield refuseEmpty(file, bytes);
}

function refuseEmpty(file: string, bytes: Buffer): ParsedArticle {
  const found = bytes.length === 0 ? 'an empty file' : 'nothing but white space';
  return refuseFile(file, { pointer: '', expected: 'an article', found });
}
