import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';

/** Serializes a non-null value for the response. Throws if the type does not allow the value. */
export type Serializer = (value: unknown) => unknown;

/** Tests whether a built-in scalar returns a value unchanged, as most are, so that it need not be called. */
const unchanged = new Map<GraphQLLeafType, (value: unknown) => boolean>([
  [GraphQLString, isString],
  [GraphQLID, isString],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLFloat, Number.isFinite],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value],
]);

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

const serializers = new WeakMap<GraphQLLeafType, Serializer>();

/** Returns the serializer of a type, always the same one. */
export function serializerOf(type: GraphQLLeafType): Serializer {
  let serializer = serializers.get(type);
  if (!serializer) {
    serializer = createSerializer(type);
    serializers.set(type, serializer);
  }
  return serializer;
}

function createSerializer(type: GraphQLLeafType): Serializer {
  const isUnchanged = unchanged.get(type);
  if (isUnchanged) return (value) => (isUnchanged(value) ? value : serialize(type, value));
  if (!isEnumType(type)) return (value) => serialize(type, value);
  const names = new Map(type.getValues().map(({ name, value }) => [value, name]));
  return (value) => names.get(value) ?? serialize(type, value);
}

/** Calls the type's own function, as graphql-js does (`completeLeafValue`). */
function serialize(type: GraphQLLeafType, value: unknown): unknown {
  const serialized = type.serialize(value);
  if (serialized !== null && serialized !== undefined) return serialized;
  throw new Error(
    `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
  );
}
