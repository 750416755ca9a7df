import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Article } from '../../src/article/article.ts';
import type { Imported } from '../../src/import/imported.ts';
import { packageRoot } from '../../src/package-root.ts';

/** Public data for longer tests, where it lies beside the repository: see the issue on seeding. */
const dataFolder = process.env.TEST_DATA ?? join(packageRoot, '..', 'shared', 'data');
export const hasData = existsSync(join(dataFolder, 'ucdp-ged'));
export const re3dFolder = join(dataFolder, 're3d');
export const gedFile = (name: 'global-sample' | 'iraq-1989-2015-hxl' | 'syria-2016-2018') =>
  join(dataFolder, 'ucdp-ged', `ged-${name}.csv.gz`);

/** A folder of the test's own with these files, those named `.gz` packed. */
export function withFiles<T>(files: Record<string, string>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(content) : content);
  }
  return use(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
}

export async function collect(imported: AsyncIterable<Imported>): Promise<{ articles: Article[]; refusals: string[] }> {
  const all: { articles: Article[]; refusals: string[] } = { articles: [], refusals: [] };
  for await (const { article, refusals } of imported) {
    if (article) all.articles.push(article);
    else all.refusals.push(...refusals);
  }
  return all;
}
