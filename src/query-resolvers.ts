import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from './context.ts';
import type { Documents } from './entities.ts';
import type { MutationResolvers, NodeResolvers, QueryResolvers } from './generated/schema.ts';
import { type Connection, type ConnectionArguments, createConnection } from './graph/connection.ts';
import { readsOf } from './graph/entity.ts';
import { badUserInput, notImplemented } from './graph/errors.ts';
import { type NodeId, type NodeType, nodeTypes, parseIdOf, parseNodeId } from './graph/node-id.ts';
import { connectionFields } from './graph/relation-resolvers.ts';
import { createSearch, type SearchModel } from './graph/search.ts';
import { selectedFields } from './graph/selection.ts';

/** A document that says of which type it is. */
type TypedDocument = { [T in NodeType]: Documents[T] & { __typename: T } }[NodeType];

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

export const mutationResolvers: Required<MutationResolvers> = {
  ingestArticle: ingestionNotImplemented,
  retractArticle: ingestionNotImplemented,
  merge: ingestionNotImplemented,
  unmerge: ingestionNotImplemented,
};

export const nodeResolvers: Pick<Required<NodeResolvers>, '__resolveType'> = {
  __resolveType: (node) => (node as TypedDocument).__typename,
};

function ingestionNotImplemented(): never {
  throw notImplemented('Changing the store through the API');
}

function byId<T extends NodeType>(type: T) {
  return async (_root: object, { id }: { id: string }, { loaders }: GraphContext, info: GraphQLResolveInfo) => {
    const slug = parseIdOf(type, id);
    if (slug === undefined) throw badUserInput('id', `an id of the type ${type}, such as ${type}:${example(type)}`, id);
    return (await loaders.byId[type].load({ id: slug, fields: selectedFields(info, type) })) as Documents[T] | null;
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

async function loadNode(
  { type, slug }: NodeId,
  { loaders }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<TypedDocument | null> {
  const document = await loaders.byId[type].load({ id: slug, fields: selectedFields(info, type) });
  return document && ({ ...document, __typename: type } as unknown as TypedDocument);
}

function parseNode(argument: string, id: string): NodeId {
  const parsed = parseNodeId(id);
  if (!parsed) throw badUserInput(argument, `an id with its type (${nodeTypes.join(', ')}), such as Actor:iran`, id);
  return parsed;
}

function example(type: NodeType): string {
  return type === 'Statement' ? 'us-troops-iraq-2023-11-12.tehran-denies' : 'some-slug';
}
