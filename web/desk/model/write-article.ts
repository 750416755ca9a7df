import type { ArticleJson, JsonObject } from './article-json.ts';

/** The keys of an article in the order of `seed/article.schema.json`. */
const order = [
  ...['id', 'version', 'title', 'url', 'publisher', 'language', 'license', 'citation', 'published', 'text'],
  ...['locations', 'actors', 'incidents', 'statements'],
];

/** The article as it is checked, published and downloaded: with a version, and its keys in the order of the schema. */
export function writeArticle(article: ArticleJson, version: number | undefined): JsonObject {
  const all: JsonObject = { ...article, ...(version !== undefined && { version }) };
  const keys = [...order.filter((key) => key in all), ...Object.keys(all).filter((key) => !order.includes(key))];
  return Object.fromEntries(keys.map((key) => [key, all[key]]));
}

/** The number of bytes that the article takes in a request, which the server bounds. */
export function bytesOf(value: object): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** The bytes that an article may have, so that a request with it stays below the 262,144 that the server accepts. */
export const maxArticleBytes = 260_000;
