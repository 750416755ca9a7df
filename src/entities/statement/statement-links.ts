import { statementLinkKey } from '../../query/evidence-key.ts';
import { formatNodeId } from '../../query/node-id.ts';
import { partId, partPath } from '../../query/part-id.ts';
import type { StatementDocument, StatementLinkDocument } from './statement-document.ts';

/** A link of a statement, and its id. */
export type StatementLinkModel = StatementLinkDocument & { id: string };

/** Returns what makes the parts of a statement's links. */
export function linkOf({ _id }: Pick<StatementDocument, '_id'>): (link: StatementLinkDocument) => StatementLinkModel {
  const owner = formatNodeId('Statement', _id);
  return (link) => ({ id: partId(owner, partPath('links', statementLinkKey(link))), ...link });
}
