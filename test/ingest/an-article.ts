import type { Article } from '../../src/article/article.ts';

/** A valid article with nothing in it but what a test says. */
export function anArticle(fields: Partial<Article> = {}): Article {
  return { id: 'article', published: '2024-01-01', text: 'Words.', ...fields };
}

/** Several articles, one a day, in the order given: `a`, `b`, `c`. */
export function aDayApart(...articles: Partial<Article>[]): Article[] {
  return articles.map((fields, index) =>
    anArticle({ id: String.fromCharCode(97 + index), published: `2024-01-0${index + 1}`, ...fields }),
  );
}
