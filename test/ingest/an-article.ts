import type { Article } from '../../src/entities/article/article.ts';

/** Returns a valid article that states only what a test passes. */
export function anArticle(fields: Partial<Article> = {}): Article {
  return { id: 'article', published: '2024-01-01', text: 'Words.', ...fields };
}

/** Returns several articles, one a day, in the given order: `a`, `b`, `c`. */
export function aDayApart(...articles: Partial<Article>[]): Article[] {
  return articles.map((fields, index) =>
    anArticle({ id: String.fromCharCode(97 + index), published: `2024-01-0${index + 1}`, ...fields }),
  );
}
