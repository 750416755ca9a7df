import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from './context.ts';
import type { Documents } from './entities.ts';
import type { NodeResolvers, QueryResolvers } from './generated/schema.ts';
import { type Connection, type ConnectionArguments, createConnection } from './graph/connection.ts';
import { readsOf } from './graph/entity.ts';
import { badUserInput } from './graph/errors.ts';
import { type NodeId, type NodeType, nodeTypes, parseIdOf, parseNodeId } from './graph/node-id.ts';
import { connectionFields } from './graph/relation-resolvers.ts';
import { createSearch, type SearchModel } from './graph/search.ts';
import { selectedFields } from './graph/selection.ts';
import { loadNode, loadThing, type TypedDocument } from './load-node.ts';

const largestNodes = 100;

export const queryResolvers: Required<QueryResolvers> = {
  node: (_root, { id }, context, info) => loadNode(parseNode('id', id), context, info),
  nodes: (_root, { ids }, context, info) => {
    if (ids.length > largestNodes) throw badUserInput('ids', `at most ${largestNodes} ids`, ids.length);
    const parsed = ids.map((id, index) => parseNode(`ids.${index}`, id));
    return parsed.map((id) => loadNode(id, context, info) as Promise<TypedDocument>); // each is null, or fails, alone
  },
  incident: byId('Incident'),
  actor: byId('Actor'),
  statement: byId('Statement'),
  location: byId('Location'),
  article: byId('Article'),
  incidents: connection('Incident'),
  actors: connection('Actor'),
  statements: connection('Statement'),
  locations: connection('Location'),
  articles: connection('Article'),
  search: (_root, args, context, info) =>
    createSearch(context, args, {
      fieldsOf: (type) => connectionFields(info, type),
      highlight: selectedFields(info, 'SearchEdge', ['edges']).has('highlight'),
    }),
};

export const searchResolvers = {
  edges: async (search: SearchModel) => (await search.page()).edges,
  nodes: async (search: SearchModel) => (await search.page()).edges.map((edge) => edge.node as TypedDocument),
  pageInfo: async (search: SearchModel) => (await search.page()).pageInfo,
  totalCount: (search: SearchModel) => search.totalCount(),
};

export const nodeResolvers: Pick<Required<NodeResolvers>, '__resolveType'> = {
  __resolveType: (node) => (node as TypedDocument).__typename,
};

function byId<T extends NodeType>(type: T) {
  return (_root: object, { id }: { id: string }, context: GraphContext, info: GraphQLResolveInfo) => {
    const slug = parseIdOf(type, id);
    if (slug === undefined) throw badUserInput('id', `an id of the type ${type}, such as ${type}:${example(type)}`, id);
    return loadThing(type, slug, context, info);
  };
}

function connection<T extends NodeType>(type: T) {
  return (
    _root: object,
    args: object,
    { entities, filters, repository }: GraphContext,
    info: GraphQLResolveInfo,
  ): Connection<Documents[T]> => {
    const entity = entities[type];
    return createConnection<Documents[T]>(
      entity,
      args as ConnectionArguments,
      readsOf(entity, connectionFields(info, type)),
      filters,
      {
        slice: (slice) => repository.findSlice<Documents[T]>(entity, slice),
        summarize: (summary) => repository.summarize(entity, summary),
      },
    );
  };
}

function parseNode(argument: string, id: string): NodeId {
  const parsed = parseNodeId(id);
  if (!parsed) throw badUserInput(argument, `an id with its type (${nodeTypes.join(', ')}), such as Actor:iran`, id);
  return parsed;
}

function example(type: NodeType): string {
  return type === 'Statement' ? 'us-troops-iraq-2023-11-12.tehran-denies' : 'some-slug';
}
