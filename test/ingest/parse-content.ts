import type { Article, Retraction } from '../../src/article/article.ts';
import { parseArticles } from '../../src/ingest/parse-articles.ts';
import { formatRefusal, type Refusal } from '../../src/ingest/refusal.ts';

/** The articles of a content, all of which must be taken. */
export function articlesOf(content: string | Buffer, file = 'articles/a.json'): (Article | Retraction)[] {
  return [...parseArticles({ file, bytes: Buffer.from(content) })].map((parsed) => {
    if (parsed.article) return parsed.article;
    throw new Error(parsed.refusals.map(formatRefusal).join('\n'));
  });
}

/** The refusals of a content, of all its articles. */
export function refusalsOf(content: string | Buffer, file = 'articles/a.json'): Refusal[] {
  return [...parseArticles({ file, bytes: Buffer.from(content) })].flatMap((parsed) => parsed.refusals ?? []);
}

/** The refusals as sentences. */
export function sentencesOf(content: string | Buffer, file?: string): string[] {
  return refusalsOf(content, file).map(formatRefusal);
}

/** Takes the marks `▶` out of a content and tells where they stood, as `line:column`. */
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
