import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  doTypesOverlap,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLBoolean,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isRequiredArgument,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Chance } from '../chance.ts';
import type { AnyValues } from './any-value.ts';
import { complete } from './complete-document.ts';
import { fieldDefinition, fieldsOf } from './field-definition.ts';
import { argument, directive, field, literalOf, name, namedType, selectionSet } from './nodes.ts';
import { ResponsePlace } from './response-place.ts';

const aliases = ['a', 'b', 'c', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'length', 'key'];
const fragmentNames = ['First', 'Second', 'constructor', '__proto__'];
const maxDepth = 4;
/** The maximum number of fields in a document, fragments counted once. */
const maxFields = 30;

const introspection = [
  '{ __schema { queryType { name } } }',
  '{ __type(name: "Query") { kind name fields { name } } }',
].flatMap(
  (text) => (parse(text, { noLocation: true }).definitions[0] as OperationDefinitionNode).selectionSet.selections,
);

/** Draws a valid document for any schema. */
export function anyDocument(schema: GraphQLSchema, chance: Chance, values: AnyValues): DocumentNode {
  const composites = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLCompositeType => isCompositeType(type) && !type.name.startsWith('__'),
  );
  const fragments = new Map<string, FragmentDefinitionNode>();
  let fieldsLeft = maxFields;
  let aliased = 0;

  for (const fragmentName of fragmentNames.slice(0, chance.below(fragmentNames.length + 1))) {
    const type = chance.pick(composites);
    fragments.set(fragmentName, {
      kind: Kind.FRAGMENT_DEFINITION,
      name: name(fragmentName),
      typeCondition: namedType(type.name),
      selectionSet: selections(type, new ResponsePlace(), 1 + chance.below(maxDepth - 1)),
    });
    fieldsLeft = Math.max(fieldsLeft, 15);
  }
  const { operations, isNamed } = chance.pick(operationCounts);
  const definitions = Array.from({ length: operations }, (_, index) => {
    fieldsLeft = Math.max(fieldsLeft, 10);
    const mutation = chance.percent(4) ? schema.getMutationType() : undefined;
    return {
      kind: Kind.OPERATION_DEFINITION,
      operation: mutation ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY,
      ...(isNamed && { name: name(['Main', 'constructor', 'Third'][index] as string) }),
      selectionSet: selections(mutation ?? (schema.getQueryType() as GraphQLObjectType), new ResponsePlace(), maxDepth),
    } satisfies OperationDefinitionNode;
  });
  return complete({ kind: Kind.DOCUMENT, definitions: [...definitions, ...fragments.values()] }, values.variables);

  function selections(parentType: GraphQLCompositeType, place: ResponsePlace, depth: number): SelectionSetNode {
    const length = 1 + chance.below(depth === maxDepth ? 6 : 4);
    const drawn: SelectionNode[] = [];
    for (let i = 0; i < length && fieldsLeft > 0; i++) drawn.push(...selection(parentType, place, depth));
    return selectionSet(drawn.length > 0 ? drawn : [anyTypename(parentType, place)]);
  }

  function selection(parentType: GraphQLCompositeType, place: ResponsePlace, depth: number): SelectionNode[] {
    const kind = chance.below(100);
    if (kind < 12) {
      const type = chance.percent(20)
        ? undefined
        : chance.pick(composites.filter((other) => overlap(parentType, other)));
      return [
        {
          kind: Kind.INLINE_FRAGMENT,
          ...(type && { typeCondition: namedType(type.name) }),
          directives: directives(),
          selectionSet: selections(type ?? parentType, place, depth),
        },
      ];
    }
    if (kind < 26) {
      const fitting = [...fragments.values()].filter((fragment) => {
        const type = typeOf(fragment);
        return overlap(parentType, type) && admits(place, type, fragment.selectionSet);
      });
      if (fitting.length === 0) return [];
      const fragment = chance.pick(fitting);
      enter(place, typeOf(fragment), fragment.selectionSet);
      return [{ kind: Kind.FRAGMENT_SPREAD, name: fragment.name, directives: directives() }];
    }
    if (kind < 27 && parentType === schema.getQueryType()) {
      const meta = chance.pick(introspection) as FieldNode;
      const selected = { parentType, field: meta, type: fieldOf(parentType, meta).type };
      if (!place.admits(selected)) return [];
      place.add(selected);
      return [meta];
    }
    const there = place.on(parentType);
    if (kind < 45 && there.length > 0) return [again(parentType, place, chance.pick(there), depth)];
    return [anyField(parentType, place, depth)];
  }

  /** Selects a field a second time, with selections of its own. */
  function again(parentType: GraphQLCompositeType, place: ResponsePlace, node: FieldNode, depth: number): FieldNode {
    if (node.name.value.startsWith('__')) return node;
    const { type } = fieldOf(parentType, node);
    const { selectionSet: _, ...call } = node;
    const inner = getNamedType(type);
    const copy = { ...call, directives: directives() };
    fieldsLeft--;
    if (!isCompositeType(inner)) return copy;
    return { ...copy, selectionSet: selections(inner, place.child(node), Math.max(depth - 1, 1)) };
  }

  function anyField(parentType: GraphQLCompositeType, place: ResponsePlace, depth: number): FieldNode {
    fieldsLeft--;
    if (isUnionType(parentType) || chance.percent(8)) return anyTypename(parentType, place);
    const { leaves, composites: deep } = fieldsOf(parentType);
    const fitting = (depth > 1 && chance.percent(60) && deep.length > 0) || leaves.length === 0 ? deep : leaves;
    const definition = chance.pick(fitting);
    const inner = getNamedType(definition.type);
    if (isCompositeType(inner) && depth <= 0) return anyTypename(parentType, place);
    const node = named(parentType, place, definition, argumentsOf(definition));
    if (!isCompositeType(inner)) return node;
    return { ...node, selectionSet: selections(inner, place.child(node), depth - 1) };
  }

  function anyTypename(parentType: GraphQLCompositeType, place: ResponsePlace): FieldNode {
    return named(parentType, place, TypeNameMetaFieldDef, []);
  }

  /** Returns a field with an alias under which it may stand at a place, or none, and adds it to the place. */
  function named(
    parentType: GraphQLCompositeType,
    place: ResponsePlace,
    { name: fieldName, type }: GraphQLField<unknown, unknown>,
    args: readonly ArgumentNode[],
  ): FieldNode {
    let alias = chance.percent(35) ? chance.pick(aliases) : undefined;
    for (;;) {
      const node = field(fieldName, { alias, args, directives: directives() });
      if (place.admits({ parentType, field: node, type })) {
        place.add({ parentType, field: node, type });
        return node;
      }
      alias = `x${++aliased}`;
    }
  }

  function argumentsOf({ args }: GraphQLField<unknown, unknown>): ArgumentNode[] {
    return args
      .filter((arg) => isRequiredArgument(arg) || chance.percent(50))
      .map((arg) => argument(arg.name, values.literal(arg.type, { hasDefault: arg.defaultValue !== undefined })));
  }

  function directives(): DirectiveNode[] {
    const keys = ['include', 'skip'].filter(() => chance.percent(8));
    if (keys.length > 1 && chance.percent(50)) keys.reverse();
    return keys.map((key) => directive(key, condition(key)));
  }

  /** Mostly a condition that keeps what it is for. */
  function condition(key: string) {
    if (chance.percent(50)) return literalOf((key === 'include') === chance.percent(75));
    return values.literal(new GraphQLNonNull(GraphQLBoolean));
  }

  function overlap(one: GraphQLCompositeType, other: GraphQLCompositeType): boolean {
    return doTypesOverlap(schema, one, other);
  }

  function typeOf({ typeCondition }: FragmentDefinitionNode): GraphQLCompositeType {
    return schema.getType(typeCondition.name.value) as GraphQLCompositeType;
  }

  function fieldOf(parentType: GraphQLCompositeType, node: FieldNode): GraphQLField<unknown, unknown> {
    return fieldDefinition(schema, parentType, node.name.value);
  }

  /** Returns whether selections may be merged with those of a place. They may be merged with each other. */
  function admits(place: ResponsePlace, parentType: GraphQLCompositeType, { selections }: SelectionSetNode): boolean {
    return selections.every((node) => {
      if (node.kind !== Kind.FIELD) return admits(place, ...inside(parentType, node));
      const { type } = fieldOf(parentType, node);
      if (!place.admits({ parentType, field: node, type })) return false;
      const inner = getNamedType(type);
      return !node.selectionSet || !isCompositeType(inner) || admits(place.child(node), inner, node.selectionSet);
    });
  }

  function enter(place: ResponsePlace, parentType: GraphQLCompositeType, { selections }: SelectionSetNode): void {
    for (const node of selections) {
      if (node.kind !== Kind.FIELD) {
        enter(place, ...inside(parentType, node));
        continue;
      }
      const { type } = fieldOf(parentType, node);
      place.add({ parentType, field: node, type });
      const inner = getNamedType(type);
      if (node.selectionSet && isCompositeType(inner)) enter(place.child(node), inner, node.selectionSet);
    }
  }

  function inside(
    parentType: GraphQLCompositeType,
    node: Exclude<SelectionNode, FieldNode>,
  ): [GraphQLCompositeType, SelectionSetNode] {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const { typeCondition } = node;
      const type = typeCondition ? (schema.getType(typeCondition.name.value) as GraphQLCompositeType) : parentType;
      return [type, node.selectionSet];
    }
    const fragment = fragments.get(node.name.value) as FragmentDefinitionNode;
    return [typeOf(fragment), fragment.selectionSet];
  }
}

const operationCounts = [
  { operations: 1, isNamed: false },
  { operations: 1, isNamed: false },
  { operations: 1, isNamed: true },
  { operations: 1, isNamed: true },
  { operations: 2, isNamed: true },
  { operations: 3, isNamed: true },
];
