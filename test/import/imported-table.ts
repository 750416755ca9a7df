import { join } from 'node:path';
import { expect } from 'vitest';
import type { Article, IncidentInput } from '../../src/entities/article/article.ts';
import type { Imported } from '../../src/import/imported.ts';
import { parseArticles } from '../../src/ingest/read/parse-articles.ts';
import { collect, withFiles } from './import-files.ts';

type Import = (path: string) => AsyncIterable<Imported>;

/** Imports a table. The rejections name the file without its folder. */
export function importedTable(
  importFile: Import,
  content: string,
  name: string,
): Promise<{ articles: Article[]; rejections: string[] }> {
  return withFiles({ [name]: content }, async (folder) => {
    const { articles, rejections } = await collect(importFile(join(folder, name)));
    return { articles, rejections: rejections.map((line) => line.replace(`${folder}/`, '')) };
  });
}

/** Imports a table of one row, which must be accepted, and expects that the parser keeps its article as it is. */
export async function importedRow(
  importFile: Import,
  content: string,
  name: string,
): Promise<{ article: Article; incident: IncidentInput }> {
  const { articles, rejections } = await importedTable(importFile, content, name);
  expect(rejections).toEqual([]);
  const [article, ...others] = articles;
  const [incident] = article?.incidents ?? [];
  if (!article || !incident || others.length > 0) throw new Error('Not one article with an incident was made');
  expectAccepted([article]);
  return { article, incident };
}

/** Expects that the parser accepts each article and returns it unchanged. */
export function expectAccepted(articles: readonly Article[]): void {
  const bytes = Buffer.from(articles.map((each) => `${JSON.stringify(each)}\n`).join(''));
  const parsed = [...parseArticles({ file: 'made.ndjson', bytes })];
  expect(parsed.flatMap(({ rejections }) => rejections ?? [])).toEqual([]);
  expect(parsed.map(({ article }) => article)).toEqual(articles);
}
