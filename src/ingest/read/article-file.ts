import { closeSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { hasBareTextHead } from '../parse/parse-bare-text.ts';

/** Returns whether a file may contain articles, according to its name. */
export function isArticleName(path: string): boolean {
  return /\.(json|ndjson|jsonl|txt)(\.gz)?$/i.test(path) && !/\.schema\.json(\.gz)?$/i.test(path);
}

/**
 * Returns whether a file is read as articles: it has the name of one and, if it is a text, begins like one. Throws
 * errors of the file system.
 */
export function isArticleFile(path: string): boolean {
  if (!isArticleName(path)) return false;
  return !/\.txt(\.gz)?$/i.test(path) || hasBareTextHead(readHead(path));
}

/** Returns the first characters of a file, unpacked. */
function readHead(path: string): string {
  const bytes = Buffer.alloc(4_096);
  const descriptor = openSync(path, 'r');
  try {
    const head = bytes.subarray(0, readSync(descriptor, bytes));
    const isPacked = head[0] === 0x1f && head[1] === 0x8b;
    const unpacked = isPacked ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;
    return unpacked.toString('utf8').replace(/^\ufeff/, '');
  } finally {
    closeSync(descriptor);
  }
}
