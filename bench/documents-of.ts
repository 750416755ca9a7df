import type { Document } from 'mongodb';
import type { Article } from '../src/entities/article/article.ts';
import { foldArticles } from '../src/ingest/fold/fold-articles.ts';
import { articleDocument } from '../src/ingest/fold/index-article.ts';

/** The documents of each collection that articles become. */
export function documentsOf(articles: Article[]): Record<string, Document[]> {
  const { incidents, actors, statements, locations } = foldArticles(articles, []);
  return { articles: articles.map((article) => articleDocument(article)), incidents, actors, statements, locations };
}
