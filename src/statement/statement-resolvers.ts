import { loadEvidence } from '../article/evidence.ts';
import type { Documents } from '../entities.ts';
import type { StatementLinkResolvers, StatementResolvers } from '../generated/schema.ts';
import type { Complete } from '../graph/complete.ts';
import { firstWords } from '../graph/first-words.ts';
import { formatNodeId } from '../graph/node-id.ts';
import { relationResolvers } from '../graph/relation-resolvers.ts';
import type { StatementDocument } from './statement-document.ts';
import { statementLinkRelations, statementRelations } from './statement-entity.ts';

const relations = relationResolvers<Documents>();

export const statementResolvers: Complete<
  StatementResolvers,
  Omit<StatementDocument, 'incidents' | 'actors' | 'article'>
> = {
  ...relations('Statement', statementRelations),
  id: (statement) => formatNodeId('Statement', statement._id),
  label: (statement) => firstWords(statement.text),
  links: ({ links }, { type }) => links.filter((link) => !type || type.includes(link.type)),
  evidence: ({ _id, article }, _args, context) =>
    loadEvidence({ article, spanKey: formatNodeId('Statement', _id) }, 1000, context),
};

export const statementLinkResolvers: Complete<StatementLinkResolvers, object> = {
  type: (link) => link.type,
  ...relations(undefined, statementLinkRelations),
};
