import { closeSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { hasBareTextHead } from './parse-bare-text.ts';

/** Whether a file of a folder may hold articles, by its name. */
export function isArticleName(path: string): boolean {
  return /\.(json|ndjson|jsonl|txt)(\.gz)?$/i.test(path) && !/\.schema\.json(\.gz)?$/i.test(path);
}

/** Whether it does: a text only if it begins as an article. Throws what the file system throws. */
export function isArticleFile(path: string): boolean {
  if (!isArticleName(path)) return false;
  return !/\.txt(\.gz)?$/i.test(path) || hasBareTextHead(readHead(path));
}

/** The first characters of a file, unpacked. */
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
