import {
  type DocumentNode,
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeInfo,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { BatchResolver } from './batched-field.ts';
import { type Collecting, collectFields } from './collect-fields.ts';
import { type Serializer, serializerOf } from './serializers.ts';

/** A query, or a subscription for one event, compiled from its document, for one combination of `@skip` and `@include` values. Contains no request data. */
export interface Plan {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  root: SelectionPlan;
}

/** The fields that are selected on objects of one type, in the order of the response. */
export interface SelectionPlan {
  keys: readonly string[];
  fields: readonly FieldPlan[];
  /** True if a key is `__proto__`, which would set the prototype of a plain object. */
  hasUnsafeKey: boolean;
}

export interface FieldPlan {
  /** The name in the response. */
  key: string;
  name: string;
  /** The nodes of the document that are merged into this field. */
  nodes: readonly FieldNode[];
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  /** Absent if the field is a property of its parent. */
  resolve?: GraphQLFieldResolver<unknown, unknown>;
  resolveAll?: BatchResolver<unknown, unknown, unknown, unknown>;
  /** True for `__typename`. */
  isTypeName: boolean;
  completion: Completion;
}

/** How the values of a type are completed. If `isNonNull`, null is an error. */
export type Completion = { isNonNull: boolean } & (
  | { kind: 'leaf'; type: GraphQLLeafType; serialize: Serializer }
  | { kind: 'list'; item: Completion }
  | { kind: 'object'; selection: () => SelectionPlan }
  | { kind: 'abstract'; type: GraphQLAbstractType; selectionOf: (type: GraphQLObjectType) => SelectionPlan }
);

/** Thrown for a query that graphql-js must execute. The message is the reason. */
export class Unplannable extends Error {}

/**
 * Makes the plan of a query. The document must be valid. Selections below the root are planned when they are first
 * reached.
 *
 * @throws Unplannable for introspection, and where a type has `isTypeOf`.
 */
export function createPlan(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Collecting['conditions'],
): Plan {
  refuseTypeChecks(schema, document);
  const type = schema.getRootType(operation.operation);
  if (!type) throw new Unplannable(`the schema has no root type for a ${operation.operation}`);
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  const root = planSelection({ schema, fragments, conditions }, type, [operation.selectionSet]);
  return { schema, operation, fragments, root };
}

/** By schema, whether it has a type with `isTypeOf`. */
const typeChecks = new WeakMap<GraphQLSchema, boolean>();

/** Throws if a type uses `isTypeOf`. Runs before any resolver, so that a fallback does not call one twice. */
function refuseTypeChecks(schema: GraphQLSchema, document: DocumentNode): void {
  let hasChecks = typeChecks.get(schema);
  if (hasChecks === undefined) {
    hasChecks = Object.values(schema.getTypeMap()).some((type) => isObjectType(type) && type.isTypeOf);
    typeChecks.set(schema, hasChecks);
  }
  if (!hasChecks) return;
  const types = new TypeInfo(schema);
  const refuse = () => {
    const type = types.getParentType();
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    const checked = possible.find(({ isTypeOf }) => isTypeOf);
    if (checked) throw new Unplannable(`the type ${checked.name} has isTypeOf`);
  };
  visit(document, visitWithTypeInfo(types, { SelectionSet: refuse }));
}

function planSelection(
  collecting: Collecting,
  type: GraphQLObjectType,
  sets: Parameters<typeof collectFields>[2],
): SelectionPlan {
  const fields = [...collectFields(collecting, type, sets)].flatMap(([key, nodes]) => {
    const field = planField(collecting, type, key, nodes);
    return field ? [field] : [];
  });
  const keys = fields.map(({ key }) => key);
  return { keys, fields, hasUnsafeKey: keys.includes('__proto__') };
}

function planField(
  collecting: Collecting,
  parentType: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): FieldPlan | undefined {
  const name = nodes[0]?.name.value as string;
  if (parentType === collecting.schema.getQueryType() && introspection.has(name))
    throw new Unplannable('introspection');
  const isTypeName = name === TypeNameMetaFieldDef.name;
  const definition = isTypeName ? TypeNameMetaFieldDef : parentType.getFields()[name];
  if (!definition) return undefined; // as in graphql-js, for documents that were not validated
  const { resolve, extensions } = definition;
  return {
    key,
    name,
    nodes,
    parentType,
    definition,
    ...(resolve && resolve !== defaultFieldResolver && { resolve }),
    ...(extensions.resolveAll && { resolveAll: extensions.resolveAll as NonNullable<FieldPlan['resolveAll']> }),
    isTypeName,
    completion: planCompletion(collecting, definition.type, nodes),
  };
}

const introspection = new Set([SchemaMetaFieldDef.name, TypeMetaFieldDef.name]);

function planCompletion(
  collecting: Collecting,
  outputType: GraphQLOutputType,
  nodes: readonly FieldNode[],
): Completion {
  const isNonNull = isNonNullType(outputType);
  const type = isNonNull ? outputType.ofType : outputType;
  if (isListType(type)) return { isNonNull, kind: 'list', item: planCompletion(collecting, type.ofType, nodes) };
  if (isLeafType(type)) return { isNonNull, kind: 'leaf', type, serialize: serializerOf(type) };
  const selectionOf = selectionsBelow(collecting, nodes);
  if (isObjectType(type)) return { isNonNull, kind: 'object', selection: () => selectionOf(type) };
  return { isNonNull, kind: 'abstract', type, selectionOf };
}

function selectionsBelow(
  collecting: Collecting,
  nodes: readonly FieldNode[],
): (type: GraphQLObjectType) => SelectionPlan {
  const planned = new Map<GraphQLObjectType, SelectionPlan>();
  return (type) => {
    let selection = planned.get(type);
    if (!selection) {
      const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
      selection = planSelection(collecting, type, sets);
      planned.set(type, selection);
    }
    return selection;
  };
}
