import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type GraphQLUnionType,
  getNamedType,
  isLeafType,
  isUnionType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';

/** Returns a field that a valid document selects on a type. */
export function fieldDefinition(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> {
  const metaFields = type === schema.getQueryType() ? [SchemaMetaFieldDef, TypeMetaFieldDef] : [];
  const meta = [TypeNameMetaFieldDef, ...metaFields].find((known) => known.name === name);
  const found = meta ?? (isUnionType(type) ? undefined : type.getFields()[name]);
  if (!found) throw new Error(`Expected a field of ${type}, but got: ${name}`);
  return found;
}

interface Fields {
  leaves: GraphQLField<unknown, unknown>[];
  composites: GraphQLField<unknown, unknown>[];
}

const known = new WeakMap<GraphQLCompositeType, Fields>();

/** Returns the fields of a type, leaves and others apart. */
export function fieldsOf(type: Exclude<GraphQLCompositeType, GraphQLUnionType>): Fields {
  let fields = known.get(type);
  if (!fields) {
    const all = Object.values(type.getFields());
    const isLeaf = (field: GraphQLField<unknown, unknown>) => isLeafType(getNamedType(field.type));
    fields = { leaves: all.filter(isLeaf), composites: all.filter((field) => !isLeaf(field)) };
    known.set(type, fields);
  }
  return fields;
}
