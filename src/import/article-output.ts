import { once } from 'node:events';
import { createWriteStream, renameSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Article } from '../article/article.ts';

export interface ArticleOutput {
  /** Resolves when there is room for the next one. */
  write(article: Article): Promise<void>;
  /** Resolves when all is written. */
  close(): Promise<void>;
}

/** NDJSON on standard output. */
export function toStandardOutput(): ArticleOutput {
  return { write: (article) => writeLine(process.stdout, article), close: async () => undefined };
}

/** NDJSON in a file, gzipped when its name ends so. The file is there once it is whole: until then it is `<path>.part`. */
export function toFile(path: string): ArticleOutput {
  const part = `${path}.part`;
  const file = createWriteStream(part);
  const written = finished(file);
  written.catch(() => undefined); // told by the next write or by close
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
