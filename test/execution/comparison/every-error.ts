import {
  type DocumentNode,
  defaultFieldResolver,
  type ExecutionResult,
  execute,
  GraphQLError,
  GraphQLList,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { fieldPath, type ResponseTypes } from './response-types.ts';

type Path = (string | number)[];

/** A field that was resolved, with its type before it was made nullable. */
interface Seen {
  path: Path;
  type: GraphQLOutputType;
  info: GraphQLResolveInfo;
}

/** Runs an operation on a schema in which every field is nullable. */
export interface ErrorFinder {
  find(args: FinderArgs, types: ResponseTypes): GraphQLError[];
}

interface FinderArgs {
  document: DocumentNode;
  operationName?: string | undefined;
  variableValues: Record<string, unknown>;
  contextValue: object;
  rootValue: unknown;
}

/**
 * Creates a finder of every error that an operation can report, wherever an executor stops. It changes `schema` so that all
 * fields are nullable: an error then makes only its own field null and hides no other error. The nulls that were errors
 * are found in the data. The types of resolved fields are recorded in `types`. No resolver may return a promise.
 */
export function createErrorFinder(schema: GraphQLSchema): ErrorFinder {
  const seenBy = new WeakMap<object, Map<string, Seen>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      const { type: fieldType, resolve = defaultFieldResolver } = field;
      field.type = nullable(fieldType);
      field.resolve = (parent, args, context, info) => {
        const path = pathOf(info.path);
        seenBy.get(context)?.set(path.join('.'), { path, type: fieldType, info });
        return resolve(parent, args, context, info);
      };
    }
  }

  return {
    find(args, types) {
      const seen = new Map<string, Seen>();
      seenBy.set(args.contextValue, seen);
      const { data, errors = [] } = execute({ schema, ...args }) as ExecutionResult;
      for (const { path, type } of seen.values()) types.record(path, type);
      const failed = new Set(errors.map(({ path = [] }) => path.join('.')));
      const nulls = nullsIn(data)
        .filter((path) => !failed.has(path.join('.')))
        .flatMap((path) => {
          const { info } = seen.get(fieldPath(path).join('.')) ?? {};
          if (!info || !isNonNullType(types.at(path))) return [];
          const message = `Cannot return null for non-nullable field ${info.parentType}.${info.fieldName}.`;
          return [new GraphQLError(message, { nodes: info.fieldNodes, path, originalError: new Error(message) })];
        });
      return [...errors, ...nulls];
    },
  };
}

function nullable(type: GraphQLOutputType): GraphQLOutputType {
  if (isNonNullType(type)) return nullable(type.ofType);
  return isListType(type) ? new GraphQLList(nullable(type.ofType)) : type;
}

function pathOf(path: GraphQLResolveInfo['path'] | undefined): Path {
  return path ? [...pathOf(path.prev), path.key] : [];
}

function nullsIn(value: unknown, path: Path = []): Path[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  return [...entries].flatMap(([key, inner]) => nullsIn(inner, [...path, key]));
}
