import type { Article } from '../article/article.ts';
import { statementId } from './fold/fold-statement.ts';
import { byCodeUnits } from './fold/sorting.ts';

/** A link whose other end is not stored, and so is not shown. */
export interface WaitingLink {
  /** The statement that has the link, `article.statement`. */
  statement: string;
  /** The statement that it waits for. */
  waitsFor: string;
}

/** The links of all statements of `articles` to statements that none of them has; by statement, then by other end. */
export function waitingLinks(articles: readonly Article[]): WaitingLink[] {
  const statements = articles.flatMap((article) =>
    (article.statements ?? []).map((statement) => ({ id: statementId(article, statement), links: statement.links })),
  );
  const stored = new Set(statements.map(({ id }) => id));
  return statements
    .flatMap(({ id, links = [] }) => links.map((link) => ({ statement: id, waitsFor: link.statement })))
    .filter(({ waitsFor }) => !stored.has(waitsFor))
    .sort((a, b) => byCodeUnits(a.statement, b.statement) || byCodeUnits(a.waitsFor, b.waitsFor));
}
