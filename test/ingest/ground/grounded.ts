import type { Article } from '../../../src/entities/article/article.ts';
import { groundArticle } from '../../../src/ingest/ground/ground-article.ts';
import type { WarningCode } from '../../../src/ingest/ground/warning.ts';
import { parseArticles } from '../../../src/ingest/read/parse-articles.ts';

/** Parses an article as a file would state it, published on Sunday 12 November 2023, in English. */
export function parsed(fields: object): Article {
  const json = JSON.stringify({ id: 'article', published: '2023-11-12', language: 'en', ...fields });
  const [outcome] = [...parseArticles({ file: 'article.json', bytes: Buffer.from(json) })];
  if (!outcome?.article) throw new Error(`The article is rejected: ${JSON.stringify(outcome?.rejections)}`);
  return outcome.article as Article;
}

/** Returns the code and pointer of each warning about an article, of these codes only if any are given. */
export function warningsOf(fields: object, ...codes: WarningCode[]): [WarningCode, string][] {
  return groundArticle(parsed(fields))
    .filter(({ code }) => codes.length === 0 || codes.includes(code))
    .map(({ code, pointer }) => [code, pointer]);
}

/** An article whose one incident quotes the whole text. */
export function ofIncident(text: string, incident: object, others: object = {}): object {
  return { text, incidents: [{ id: 'i', title: 'I', evidence: [text], ...incident }], ...others };
}
