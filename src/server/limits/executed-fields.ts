import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLBoolean,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  type SelectionNode,
  type SelectionSetNode,
  valueFromAST,
} from 'graphql';

export interface ExecutedOperation {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The coerced variables that the operation declares. */
  variables: { readonly [name: string]: unknown };
}

/**
 * Returns the fields that are executed on objects of `type`. Obeys `@skip` and `@include`, and follows each fragment
 * once.
 */
export function executedFields(
  operation: ExecutedOperation,
  { selections }: SelectionSetNode,
  type: GraphQLObjectType,
  followed = new Set<string>(),
): FieldNode[] {
  return selections.flatMap((selection) => {
    if (!isIncluded(operation, selection)) return [];
    if (selection.kind === 'Field') return [selection];
    if (selection.kind === 'InlineFragment') {
      const condition = selection.typeCondition?.name.value;
      return applies(operation, condition, type)
        ? executedFields(operation, selection.selectionSet, type, followed)
        : [];
    }
    const fragment = operation.fragments.get(selection.name.value);
    if (!fragment || followed.has(selection.name.value)) return [];
    followed.add(selection.name.value);
    return applies(operation, fragment.typeCondition.name.value, type)
      ? executedFields(operation, fragment.selectionSet, type, followed)
      : [];
  });
}

function isIncluded({ variables }: ExecutedOperation, { directives = [] }: SelectionNode): boolean {
  return directives.every(({ name, arguments: [condition] = [] }) => {
    const value = condition && valueFromAST(condition.value, GraphQLBoolean, variables);
    return !(name.value === 'skip' && value === true) && !(name.value === 'include' && value === false);
  });
}

function applies({ schema }: ExecutedOperation, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wider = schema.getType(condition);
  return isAbstractType(wider) && schema.isSubType(wider, type);
}
