import type { StatementDocument } from '../../entities/statement/statement-document.ts';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import { isMutual, linkStatement } from '../fold/fold-statement.ts';
import { mutualLinks, statementsOf } from '../fold/fold-statements.ts';
import type { ArticleChange, Budget } from './work.ts';

/**
 * Drafts the statements of the changed articles, those in `touched`, and those linked with either. Linked statements
 * beyond the budget are deferred.
 */
export async function deriveStatements(
  { statements }: StoreDrafts,
  changes: readonly ArticleChange[],
  touched: readonly string[],
  budget: Budget,
): Promise<void> {
  const arriving = new Map<string, StatementDocument>();
  const leaving = new Set<string>();
  for (const { before, after } of changes) {
    for (const id of before?.statements ?? []) leaving.add(id);
    for (const statement of after ? statementsOf(after.article) : []) {
      arriving.set(statement._id, statement);
      if (!before) statements.assumeAbsent([statement._id]);
    }
  }
  const own = new Set([...leaving, ...arriving.keys()]);
  await statements.load(own);
  for (const id of own) statements.set(id, arriving.get(id));

  const comeOrGone = [...own].filter((id) => !statements.stored(id) !== !statements.get(id));
  const linking = await statements.loadAny('given.statement', comeOrGone);
  const given = [...own].flatMap((id) => [...mutualEnds(statements.stored(id)), ...mutualEnds(statements.get(id))]);
  const others = [...new Set([...linking, ...given])].filter((id) => !own.has(id));
  const derived = [...arriving.keys(), ...touched, ...budget.admit('Statement', others)];
  await statements.load(derived);

  const linked = await statements.loadAny('given.statement', derived);
  const sources = [...new Set([...linked, ...own])].flatMap((id) => statements.get(id) ?? []);
  const linkedBy = mutualLinks(sources);
  const documents = derived.flatMap((id) => statements.get(id) ?? []);
  await statements.load(documents.flatMap((statement) => statement.given.map((link) => link.statement)));
  for (const statement of documents) {
    const { _id } = statement;
    statements.set(
      _id,
      linkStatement(statement, linkedBy.get(_id) ?? [], (id) => id === _id || statements.get(id) !== undefined),
    );
  }
}

/** Returns the targets of the mutual links that the article of a statement states; none for undefined. */
function mutualEnds(statement: StatementDocument | undefined): string[] {
  return (statement?.given ?? []).filter(({ type }) => isMutual(type)).map((link) => link.statement);
}
