import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Article } from '../entities/article/article.ts';

export interface ArticleOutput {
  /** Resolves when the next article can be written. */
  write(article: Article): Promise<void>;
  /** Resolves when everything is written. */
  close(): Promise<void>;
}

/** Writes NDJSON to standard output. */
export function toStandardOutput(): ArticleOutput {
  return { write: (article) => writeLine(process.stdout, article), close: async () => undefined };
}

/**
 * Writes NDJSON to a file, gzipped if its name ends in `.gz`. The file is called `<path>.part` until it is complete, and
 * removed if it cannot be written.
 */
export function toFile(path: string): ArticleOutput {
  const part = `${path}.part`;
  const file = createWriteStream(part);
  const written = finished(file);
  let isOpen = false;
  file.once('open', () => {
    isOpen = true;
  });
  // The next write or close throws the error.
  written.catch(() => isOpen && rmSync(part, { force: true }));
  const target = path.toLowerCase().endsWith('.gz') ? createGzip({ level: 9 }) : file;
  if (target !== file) target.pipe(file);
  return {
    write: (article) => Promise.race([writeLine(target, article), written]),
    async close() {
      target.end();
      await written;
      renameSync(part, path);
    },
  };
}

async function writeLine(target: Writable, article: Article): Promise<void> {
  if (!target.write(`${JSON.stringify(article)}\n`)) await once(target, 'drain');
}
