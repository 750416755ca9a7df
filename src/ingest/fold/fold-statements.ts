import type { Article } from '../../article/article.ts';
import type { StatementDocument, StatementLinkDocument } from '../../statement/statement-document.ts';
import { foldStatement, isMutual, linkStatement } from './fold-statement.ts';

/** Statements, all of them, with the links that they answer. */
export function linkStatements(statements: readonly StatementDocument[]): StatementDocument[] {
  const stored = new Set(statements.map(({ _id }) => _id));
  const linkedBy = mutualLinks(statements);
  return statements.map((statement) =>
    linkStatement(statement, linkedBy.get(statement._id) ?? [], (id) => stored.has(id)),
  );
}

/** The statements of an article, but for the links that they answer. */
export function statementsOf(article: Article): StatementDocument[] {
  return (article.statements ?? []).map((statement, place) => foldStatement(article, place, statement));
}

/** By statement, stored or not, the mutual links that `statements` give to it, turned round. */
export function mutualLinks(statements: Iterable<StatementDocument>): Map<string, StatementLinkDocument[]> {
  const linkedBy = new Map<string, StatementLinkDocument[]>();
  for (const { _id, given } of statements) {
    for (const { type, statement } of given) {
      if (!isMutual(type)) continue;
      const known = linkedBy.get(statement);
      const turned = { type, statement: _id };
      if (known) known.push(turned);
      else linkedBy.set(statement, [turned]);
    }
  }
  return linkedBy;
}
