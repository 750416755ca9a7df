import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The inputs that determine which fields of a document are executed. */
export interface Collecting {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables that `@skip` and `@include` use. */
  conditions: Readonly<Record<string, boolean>>;
}

/**
 * Returns the fields that are executed on objects of a type, by response key, in the order of the response
 * (GraphQL specification, section 6.3.2, CollectFields). Several nodes of one key are merged.
 */
export function collectFields(
  collecting: Collecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  for (const set of sets) collect(collecting, type, set, fields, spread);
  return fields;
}

function collect(
  collecting: Collecting,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
  spread: Set<string>,
): void {
  for (const selection of set.selections) {
    if (!isIncluded(collecting, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const nodes = fields.get(key);
      if (nodes) nodes.push(selection);
      else fields.set(key, [selection]);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      if (applies(collecting, condition, type)) collect(collecting, type, selection.selectionSet, fields, spread);
    } else if (!spread.has(selection.name.value)) {
      spread.add(selection.name.value);
      const fragment = collecting.fragments[selection.name.value];
      if (fragment && applies(collecting, fragment.typeCondition.name.value, type))
        collect(collecting, type, fragment.selectionSet, fields, spread);
    }
  }
}

function applies({ schema }: Collecting, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wider = schema.getType(condition);
  return isAbstractType(wider) && schema.isSubType(wider, type);
}

function isIncluded({ conditions }: Collecting, { directives }: SelectionNode): boolean {
  return !directives?.some(
    (directive) =>
      (directive.name.value === 'skip' && conditionOf(directive, conditions)) ||
      (directive.name.value === 'include' && !conditionOf(directive, conditions)),
  );
}

function conditionOf({ arguments: args }: DirectiveNode, conditions: Collecting['conditions']): boolean {
  const value = args?.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.BOOLEAN) return value.value;
  return value?.kind === Kind.VARIABLE && conditions[value.name.value] === true;
}
