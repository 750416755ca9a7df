import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { Document } from 'mongodb';
import { type Connection, type ConnectionArguments, createConnection } from './connection.ts';
import { type Entities, readsOf } from './entity.ts';
import type { EntityLoaders } from './entity-loaders.ts';
import type { NodeType } from './node-id.ts';
import type { Relation, ToPage } from './relation.ts';
import { selectedFields } from './selection.ts';
import type { Filters } from './where/filters.ts';

/** What the resolvers of relations need of a request's context. */
export interface RelationContext {
  entities: Entities;
  filters: Filters;
  loaders: EntityLoaders;
}

type Parent = object;

/** What a relation of this kind resolves to, by the documents of the types. */
type Resolved<Documents, R extends Relation> = R extends { kind: 'one' }
  ? Promise<Documents[R['to'] & keyof Documents]>
  : R extends { kind: 'maybe' }
    ? Promise<Documents[R['to'] & keyof Documents] | null>
    : R extends { kind: 'list' }
      ? Promise<Documents[R['to'] & keyof Documents][]>
      : Connection<Documents[R['to'] & keyof Documents]>;

export type RelationResolvers<Documents, Relations extends Readonly<Record<string, Relation>>> = {
  [Field in keyof Relations]: (
    parent: Parent,
    args: object,
    context: RelationContext,
    info: GraphQLResolveInfo,
  ) => Resolved<Documents, Relations[Field]>;
};

/**
 * The resolvers that follow from the relations of a type. `parent` is the type that holds them; the things that are no
 * nodes (a participant, say) have no pages.
 */
export function relationResolvers<Documents>() {
  return <const Relations extends Readonly<Record<string, Relation>>>(
    parent: NodeType | undefined,
    relations: Relations,
  ) =>
    Object.fromEntries(
      Object.entries(relations).map(([field, relation]) => [field, createResolver(parent, field, relation)]),
    ) as RelationResolvers<Documents, Relations>;
}

function createResolver(parentType: NodeType | undefined, field: string, relation: Relation) {
  return (parent: Parent, args: object, context: RelationContext, info: GraphQLResolveInfo) => {
    if (relation.kind === 'page') {
      if (!parentType) throw new Error(`${field} is a page of something that is no node`);
      return childrenOf(parentType, parent, field, relation, args as ConnectionArguments, context, info);
    }
    const load = relation.kind === 'list' ? loadList : loadOne;
    return load(relation.to, valueAt(parent, relation.path), context, info);
  };
}

async function loadOne(
  to: NodeType,
  id: unknown,
  { loaders }: RelationContext,
  info: GraphQLResolveInfo,
): Promise<Document | null> {
  return typeof id === 'string' ? loaders.byId[to].load({ id, fields: selectedFields(info, to) }) : null;
}

/** In the order of the parent's list. Those withdrawn since the parent was read are left out. */
async function loadList(
  to: NodeType,
  ids: unknown,
  { loaders }: RelationContext,
  info: GraphQLResolveInfo,
): Promise<Document[]> {
  const fields = selectedFields(info, to);
  const found = await Promise.all((ids as string[]).map((id) => loaders.byId[to].load({ id, fields })));
  return found.filter((document) => document !== null);
}

/** What was refused of the arguments of a field, by its nodes, of which each request has its own list. */
const refusals = new WeakMap<readonly FieldNode[], unknown>();

/** Refuses the arguments of a field once for all its parents: of a refusal for each, the stacks alone take seconds. */
function refusedOnce<T>({ fieldNodes }: GraphQLResolveInfo, checked: () => T): T {
  if (refusals.has(fieldNodes)) throw refusals.get(fieldNodes);
  try {
    return checked();
  } catch (error) {
    refusals.set(fieldNodes, error);
    throw error;
  }
}

function childrenOf(
  parentType: NodeType,
  parent: Parent,
  field: string,
  relation: ToPage,
  args: ConnectionArguments,
  { entities, filters, loaders }: RelationContext,
  info: GraphQLResolveInfo,
): Connection<Document> {
  const entity = entities[relation.to];
  const reads = readsOf(entity, connectionFields(info, relation.to));
  const key = {
    parent: parentType,
    parentId: valueAt(parent, '_id') as string,
    relation,
    args: args as Record<string, unknown>,
  };
  const call = `${parentType}.${field} ${JSON.stringify(args)}`;
  return refusedOnce(info, () =>
    createConnection(entity, args, reads, filters, {
      slice: (slice) => loaders.slice.load({ ...key, slice, call: `${call} ${slice.reads}` }),
      summarize: (summary, name) => loaders.summary.load({ ...key, summary, call: `${call} ${name}` }),
    }),
  );
}

/** The fields selected of a connection's nodes, whether as `nodes` or as `edges.node`. */
export function connectionFields(info: GraphQLResolveInfo, type: NodeType): Set<string> {
  return new Set([...selectedFields(info, type, ['nodes']), ...selectedFields(info, type, ['edges', 'node'])]);
}

function valueAt(parent: Parent, path: string): unknown {
  return (parent as Record<string, unknown>)[path];
}
