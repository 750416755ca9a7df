import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from '../entities/context.ts';
import type { EntityDocuments } from '../entities/entities.ts';
import { badUserInput } from '../errors/bad-user-input.ts';
import { type Connection, type ConnectionArguments, openConnections, parseConnection } from '../query/connection.ts';
import { readsOf } from '../query/entity.ts';
import { type NodeType, nodeTypes, parseIdOf } from '../query/node-id.ts';
import { connectionFields } from '../query/selection.ts';
import { loadEntity } from './load-entity.ts';

type Field<A, R> = (root: object, args: A, context: GraphContext, info: GraphQLResolveInfo) => R;
type ById<T extends NodeType> = Field<{ id: string }, Promise<EntityDocuments[T] | null>>;
type List<T extends NodeType> = Field<object, Connection<EntityDocuments[T]>>;

type TypeFields = { [T in NodeType as Uncapitalize<T>]: ById<T> } & {
  [T in NodeType as `${Uncapitalize<T>}s`]: List<T>;
};

/** The fields of Query for each type: one entity by its id (`actor`), and the connection of all (`actors`). */
export const typeFields = Object.fromEntries(
  nodeTypes.flatMap((type) => {
    const name = type.charAt(0).toLowerCase() + type.slice(1);
    return [
      [name, byId(type)],
      [`${name}s`, list(type)],
    ];
  }),
) as TypeFields; // `Object.fromEntries` loses which key has which value

function byId<T extends NodeType>(type: T): ById<T> {
  return (_root, { id }, context, info) => {
    const slug = parseIdOf(type, id);
    if (slug === undefined) throw badUserInput('id', `an id of the type ${type}, such as ${type}:${example(type)}`, id);
    return loadEntity(type, slug, context, info);
  };
}

function list<T extends NodeType>(type: T): List<T> {
  return (_root, args, { entities, filters, repository }, info) => {
    const entity = entities[type];
    const reads = readsOf(entity, connectionFields(info, type));
    const request = parseConnection(entity, args as ConnectionArguments, reads, filters);
    const [connection] = openConnections<EntityDocuments[T]>(request, 1, filters, {
      slices: async (slice) => [await repository.findSlice<EntityDocuments[T]>(entity, slice)],
      summarize: ({ match, name, stages, keys = [], maxRows }) =>
        repository.summarize(entity, { match, stages: stages(keys), maxRows, isCount: name === 'totalCount' }),
    });
    return connection as Connection<EntityDocuments[T]>;
  };
}

function example(type: NodeType): string {
  return type === 'Statement' ? 'us-troops-iraq-2023-11-12.tehran-denies' : 'some-slug';
}
