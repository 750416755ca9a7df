import type { StatementDocument } from '../../entities/statement/statement-document.ts';
import { byCodeUnits } from '../../text/compare.ts';

/** A link whose target is not stored. The API does not show it. */
export interface DanglingLink {
  /** The statement that has the link, `article.statement`. */
  statement: string;
  /** The target of the link. */
  waitsFor: string;
}

/** Returns the dangling links of `statements`, sorted by statement, then by target. */
export function danglingLinks(statements: readonly Pick<StatementDocument, '_id' | 'waitsFor'>[]): DanglingLink[] {
  return statements
    .flatMap(({ _id, waitsFor }) => waitsFor.map((other) => ({ statement: _id, waitsFor: other })))
    .sort((a, b) => byCodeUnits(a.statement, b.statement) || byCodeUnits(a.waitsFor, b.waitsFor));
}
