import type { Article } from '../../entities/article/article.ts';
import type { StatementDocument, StatementLinkDocument } from '../../entities/statement/statement-document.ts';
import { foldStatement, isMutual, linkStatement } from './fold-statement.ts';

/** Returns the statements with their links. `statements` must be all statements of the store. */
export function linkStatements(statements: readonly StatementDocument[]): StatementDocument[] {
  const stored = new Set(statements.map(({ _id }) => _id));
  const linkedBy = mutualLinks(statements);
  return statements.map((statement) =>
    linkStatement(statement, linkedBy.get(statement._id) ?? [], (id) => stored.has(id)),
  );
}

/** Returns the statements of an article without their links. */
export function statementsOf(article: Article): StatementDocument[] {
  return (article.statements ?? []).map((statement, place) => foldStatement(article, place, statement));
}

/** Returns the mutual links of `statements`, reversed, by target. A target need not be stored. */
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
