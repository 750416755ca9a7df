import { figureKeys } from '../../query/evidence-key.ts';
import { formatNodeId } from '../../query/node-id.ts';
import { partId, partPath } from '../../query/part-id.ts';
import type { FigureDocument, StatementDocument } from './statement-document.ts';

/** A figure of a statement, and its id. */
export type FigureModel = FigureDocument & { id: string };

/** Returns what makes the parts of a statement's figures, given their indexes. */
export function figureOf({
  _id,
  figures,
}: Pick<StatementDocument, '_id' | 'figures'>): (figure: FigureDocument, index: number) => FigureModel {
  const owner = formatNodeId('Statement', _id);
  const keys = figureKeys(figures);
  return (figure, index) => ({ id: partId(owner, partPath('figures', keys[index] as string)), ...figure });
}
