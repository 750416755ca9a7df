import type { StatementDocument } from '../statement/statement-document.ts';
import { byCodeUnits } from './fold/sorting.ts';

/** A link whose other end is not stored, and so is not shown. */
export interface WaitingLink {
  /** The statement that has the link, `article.statement`. */
  statement: string;
  /** The statement that it waits for. */
  waitsFor: string;
}

/** What `statements` wait for; by statement, then by other end. */
export function waitingLinks(statements: readonly Pick<StatementDocument, '_id' | 'waitsFor'>[]): WaitingLink[] {
  return statements
    .flatMap(({ _id, waitsFor }) => waitsFor.map((other) => ({ statement: _id, waitsFor: other })))
    .sort((a, b) => byCodeUnits(a.statement, b.statement) || byCodeUnits(a.waitsFor, b.waitsFor));
}
