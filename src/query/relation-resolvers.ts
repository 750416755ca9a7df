import type { Document } from 'mongodb';
import { type Batched, batched } from './batched.ts';
import {
  type Connection,
  type ConnectionArguments,
  type ConnectionRequest,
  openConnections,
  parseConnection,
} from './connection.ts';
import { type Entities, readsKey, readsOf } from './entity.ts';
import type { EntityLoaders } from './entity-loaders.ts';
import { createFieldMemory, type FieldInfo } from './field-info.ts';
import type { NodeType } from './node-id.ts';
import type { Relation, ToConnection } from './relation.ts';
import { connectionFields, selectedFields } from './selection.ts';
import type { Filters } from './where/filters.ts';

/** The part of a request's context that resolvers of relations need. */
export interface RelationContext {
  entities: Entities;
  filters: Filters;
  loaders: EntityLoaders;
}

type Parent = object;

/** The result of a relation, given the documents of the types. */
type Resolved<Documents, R extends Relation> = R extends { kind: 'toOne' }
  ? Documents[R['to'] & keyof Documents]
  : R extends { kind: 'toOptional' }
    ? Documents[R['to'] & keyof Documents] | null
    : R extends { kind: 'toList' }
      ? Documents[R['to'] & keyof Documents][]
      : Connection<Documents[R['to'] & keyof Documents]>;

export type RelationResolvers<Documents, Relations extends Readonly<Record<string, Relation>>> = {
  [Field in keyof Relations]: Batched<Parent, object, RelationContext, Resolved<Documents, Relations[Field]>>;
};

/**
 * Returns the resolvers of a type's relations. `parent` is undefined for a type that is no node, such as a participant,
 * which cannot have connections. Each relation of a level costs one command, whatever the number of parents.
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
  return batched<Parent, object, RelationContext, unknown>((parents, args, context, info) => {
    if (relation.kind === 'toConnection') {
      if (!parentType) throw new Error(`${field} is a connection, but its parent is not a node`);
      return childrenOf({ parentType, field, relation }, parents, args as ConnectionArguments, context, info);
    }
    const load = relation.kind === 'toList' ? loadLists : loadOnes;
    const values = parents.map((parent) => storedValue(parent, relation.path));
    return load(relation.to, values, context, info);
  });
}

/** Loads the node of each id; null for a parent without one. */
async function loadOnes(to: NodeType, ids: readonly unknown[], { loaders }: RelationContext, info: FieldInfo) {
  const present = ids.filter((id) => typeof id === 'string');
  const nodeOf = await loadNodes(to, present, loaders, info);
  return ids.map((id) => (typeof id === 'string' ? nodeOf(id) : null));
}

/** Loads nodes in the order of each parent's list. Nodes removed since the parent was read are left out. */
async function loadLists(to: NodeType, lists: readonly unknown[], { loaders }: RelationContext, info: FieldInfo) {
  const nodeOf = await loadNodes(to, (lists as string[][]).flat(), loaders, info);
  return (lists as string[][]).map((ids) => {
    const nodes = ids.map(nodeOf);
    return nodes.find((node) => node instanceof Error) ?? nodes.filter((node) => node !== null);
  });
}

async function loadNodes(
  to: NodeType,
  ids: readonly string[],
  { byId }: EntityLoaders,
  info: FieldInfo,
): Promise<(id: string) => Document | Error | null> {
  const fields = selectedFields(info, to);
  const distinct = [...new Set(ids)];
  const loaded = await byId[to].loadMany(distinct.map((id) => ({ id, fields })));
  const nodes = new Map(distinct.map((id, index) => [id, loaded[index]]));
  return (id) => nodes.get(id) ?? null;
}

const requests = createFieldMemory<ConnectionRequest>();

function childrenOf(
  { parentType, field, relation }: { parentType: NodeType; field: string; relation: ToConnection },
  parents: readonly Parent[],
  args: ConnectionArguments,
  { entities, filters, loaders }: RelationContext,
  info: FieldInfo,
): Connection<Document>[] {
  const entity = entities[relation.to];
  const request = requests(info, () =>
    parseConnection(entity, args, readsOf(entity, connectionFields(info, relation.to)), filters),
  );
  const call = `${parentType}.${field} ${JSON.stringify(args)}`;
  const parentIds = parents.map((parent) => storedValue(parent, '_id') as string);
  const parent = parentType;
  const given = args as Record<string, unknown>;
  return openConnections(request, parents.length, filters, {
    slices: (slice) => {
      const reading = `${call} ${readsKey(slice.reads)}`;
      const keys = parentIds.map((parentId) => ({ parent, parentId, relation, args: given, slice, call: reading }));
      return loaders.slice.loadMany(keys);
    },
    summarize: (summary, index) => {
      const parentId = parentIds[index] as string;
      const reading = `${call} ${summary.name}`;
      return loaders.summary.load({ parent, parentId, relation, args: given, summary, call: reading });
    },
  });
}

function storedValue(parent: Parent, path: string): unknown {
  return (parent as Record<string, unknown>)[path];
}
