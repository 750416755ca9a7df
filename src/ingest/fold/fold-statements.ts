import type { Article } from '../../article/article.ts';
import type { StatementDocument, StatementLinkDocument } from '../../statement/statement-document.ts';
import { foldStatement, isMutual, linksOf, statementId } from './fold-statement.ts';

/** All statements of `articles`, in their order. */
export function foldStatements(articles: readonly Article[]): StatementDocument[] {
  const linkedBy = mutualLinks(articles);
  return articles.flatMap((article) =>
    (article.statements ?? []).map((statement, place) => {
      const id = statementId(article, statement);
      const links = linksOf(id, statement.links ?? [], linkedBy.get(id) ?? [], (other) => linkedBy.has(other));
      return foldStatement(article, place, statement, links);
    }),
  );
}

/** For each stored statement the mutual links that others have to it, turned round. */
function mutualLinks(articles: readonly Article[]): Map<string, StatementLinkDocument[]> {
  const linkedBy = new Map<string, StatementLinkDocument[]>();
  const statements = articles.flatMap((article) =>
    (article.statements ?? []).map((statement) => ({ id: statementId(article, statement), links: statement.links })),
  );
  for (const { id } of statements) linkedBy.set(id, []);
  for (const { id, links = [] } of statements) {
    for (const { type, statement } of links) {
      if (isMutual(type)) linkedBy.get(statement)?.push({ type, statement: id });
    }
  }
  return linkedBy;
}
