import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageRoot } from '../../src/config/package-root.ts';
import type { Article } from '../../src/entities/article/article.ts';
import type { Imported } from '../../src/import/imported.ts';

/** The folder of public data for longer tests, which are skipped without it. */
const dataFolder = process.env.TEST_DATA ?? join(packageRoot, '..', 'shared', 'data');
export const hasData = existsSync(join(dataFolder, 'ucdp-ged'));
export const re3dFolder = join(dataFolder, 're3d');
export const gedFile = (name: 'global-sample' | 'iraq-1989-2015-hxl' | 'syria-2016-2018') =>
  join(dataFolder, 'ucdp-ged', `ged-${name}.csv.gz`);

/** Creates a temporary folder with these files; those named `.gz` are gzipped. */
export function withFiles<T>(files: Record<string, string>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(content) : content);
  }
  return use(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
}

export async function collect(
  imported: AsyncIterable<Imported>,
): Promise<{ articles: Article[]; rejections: string[] }> {
  const all: { articles: Article[]; rejections: string[] } = { articles: [], rejections: [] };
  for await (const { article, rejections } of imported) {
    if (article) all.articles.push(article);
    else all.rejections.push(...rejections);
  }
  return all;
}
