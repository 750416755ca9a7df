import type { FigureResolvers, StatementLinkResolvers, StatementResolvers } from '../../generated/resolvers.ts';
import { formatNodeId } from '../../query/node-id.ts';
import { takeParts } from '../../query/part-list.ts';
import { relationResolvers } from '../../query/relation-resolvers.ts';
import type { RequireMissing } from '../../query/require-missing.ts';
import { excerpt } from '../../text/excerpt.ts';
import { evidenceOf } from '../article/evidence.ts';
import { historyOf } from '../change/change-resolvers.ts';
import type { EntityDocuments } from '../entities.ts';
import { type FigureModel, figureOf } from './figures.ts';
import type { StatementDocument } from './statement-document.ts';
import { figureRelations, statementLinkRelations, statementRelations } from './statement-entity.ts';
import { linkOf, type StatementLinkModel } from './statement-links.ts';

const relations = relationResolvers<EntityDocuments>();

export const statementResolvers: RequireMissing<
  StatementResolvers,
  Omit<StatementDocument, 'to' | 'via' | 'location' | 'incidents' | 'actors' | 'article'>
> = {
  ...relations('Statement', statementRelations),
  id: (statement) => formatNodeId('Statement', statement._id),
  history: historyOf('Statement'),
  label: (statement) => excerpt(statement.text),
  figures: (statement, args, _context, info) => takeParts(statement.figures, figureOf(statement), args, info),
  links: (statement, args, _context, info) => {
    const { type } = args;
    const chosen = statement.links.filter((link) => !type || type.includes(link.type));
    return takeParts(chosen, linkOf(statement), args, info);
  },
  evidence: evidenceOf(({ _id, article }) => ({ article, spanKey: formatNodeId('Statement', _id) })),
};

export const figureResolvers: RequireMissing<FigureResolvers, Omit<FigureModel, 'incident'>> = relations(
  undefined,
  figureRelations,
);

export const statementLinkResolvers: RequireMissing<
  StatementLinkResolvers,
  Omit<StatementLinkModel, 'statement'>
> = relations(undefined, statementLinkRelations);
