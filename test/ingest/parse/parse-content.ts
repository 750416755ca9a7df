import type { Article, Retraction } from '../../../src/entities/article/article.ts';
import { formatRejection, type Rejection } from '../../../src/ingest/json/rejection.ts';
import { parseArticles } from '../../../src/ingest/read/parse-articles.ts';

/** Parses the articles of a content, all of which must be accepted. */
export function articlesOf(content: string | Buffer, file = 'articles/a.json'): (Article | Retraction)[] {
  return [...parseArticles({ file, bytes: Buffer.from(content) })].map((parsed) => {
    if (parsed.article) return parsed.article;
    throw new Error(parsed.rejections.map(formatRejection).join('\n'));
  });
}

/** Returns the rejections of all articles of a content. */
export function rejectionsOf(content: string | Buffer, file = 'articles/a.json'): Rejection[] {
  return [...parseArticles({ file, bytes: Buffer.from(content) })].flatMap((parsed) => parsed.rejections ?? []);
}

/** Returns the rejections as sentences, without their hints. */
export function sentencesOf(content: string | Buffer, file?: string): string[] {
  return rejectionsOf(content, file).map(({ hint: _, ...rejection }) => formatRejection(rejection));
}

/** Removes the marks `▶` from a content and returns their positions, as `line:column`. */
export function readMarks(marked: string): { content: string; places: string[] } {
  const [first = '', ...others] = marked.split('▶');
  let content = first;
  const places = others.map((part) => {
    const lines = content.split('\n');
    content += part;
    return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
  });
  return { content, places };
}
