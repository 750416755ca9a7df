import { badUserInput } from '../errors/bad-user-input.ts';
import type { NodeResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { listChanges, revisionOf } from '../query/change-list.ts';
import { type NodeId, nodeTypes, parseNodeId } from '../query/node-id.ts';
import { createSearch, type SearchModel } from '../query/search.ts';
import { connectionFields, selectedFields } from '../query/selection.ts';
import { type SuggestionModel, suggest } from '../query/suggest.ts';
import { draftFromText } from './draft-article.ts';
import { ingestArticle } from './ingest-article.ts';
import { loadNode, type TypedDocument } from './load-entity.ts';
import { typeFields } from './type-fields.ts';

const maxNodes = 100;

export const queryResolvers: Required<QueryResolvers> = {
  node: (_root, { id }, context, info) => loadNode(parseNode('id', id), context, info),
  nodes: (_root, { ids }, context, info) => {
    if (ids.length > maxNodes) throw badUserInput('ids', `at most ${maxNodes} ids`, ids.length);
    // Each may be null or fail on its own, and the others are returned all the same.
    return ids.map(async (id, index) =>
      loadNode(parseNode(`ids.${index}`, id), context, info),
    ) as Promise<TypedDocument>[];
  },
  ...typeFields,
  revision: async (_root, _args, { store }) => revisionOf(store),
  changes: (_root, args, { store }) => listChanges(store, args),
  checkArticle: (_root, { article }, context) => {
    context.store.readElsewhere();
    return ingestArticle(context, article, { dryRun: true });
  },
  draftArticle: (_root, args, context) => draftFromText(context, args),
  search: (_root, args, context, info) =>
    createSearch(context, args, {
      fieldsOf: (type) => connectionFields(info, type),
      highlight: selectedFields(info, 'SearchEdge', ['edges']).has('highlight'),
    }),
  suggest: async (_root, args, context, info) => suggest(context, args, (type) => selectedFields(info, type, ['node'])),
};

export const suggestionResolvers = {
  node: ({ node }: SuggestionModel) => node as TypedDocument,
};

export const searchResolvers = {
  edges: async (search: SearchModel) => (await search.page()).edges,
  nodes: async (search: SearchModel) => (await search.page()).edges.map((edge) => edge.node as TypedDocument),
  pageInfo: async (search: SearchModel) => (await search.page()).pageInfo,
  totalCount: (search: SearchModel) => search.totalCount(),
  alsoSearchedFor: (search: SearchModel) => search.alsoSearchedFor,
};

export const nodeResolvers: Pick<Required<NodeResolvers>, '__resolveType'> = {
  __resolveType: (node) => (node as TypedDocument).__typename,
};

function parseNode(argument: string, id: string): NodeId {
  const parsed = parseNodeId(id);
  if (!parsed) throw badUserInput(argument, `an id with its type (${nodeTypes.join(', ')}), such as Actor:iran`, id);
  return parsed;
}
