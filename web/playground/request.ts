import {
  type FieldNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

export interface Request {
  query: string;
  operationName: string | null | undefined;
  /** JSON, or blank. */
  variables: string;
}

export interface Answer {
  /** The request that was answered, whatever has been typed since. */
  request: Request;
  /** The text of the response; empty if there is none yet. */
  response: string;
}

export type Values = Record<string, unknown>;
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export interface ParsedQuery {
  selectionSet: SelectionSetNode;
  fragments: Fragments;
  /** The values of the variables, with their defaults. */
  variables: Values;
}

/**
 * Parses the query of a request; null if its operation is none.
 *
 * @throws GraphQLError or SyntaxError if the query or the variables are malformed.
 */
export function parseRequest(request: Request): ParsedQuery | null {
  const document = parse(request.query);
  const operation = getOperationAST(document, request.operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const variables = { ...defaultVariables(operation), ...parseVariables(request.variables) };
  return { selectionSet: operation.selectionSet, fragments, variables };
}

function defaultVariables(operation: OperationDefinitionNode): Values {
  const definitions = operation.variableDefinitions ?? [];
  return Object.fromEntries(
    definitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue ? valueFromASTUntyped(defaultValue) : undefined,
    ]),
  );
}

function parseVariables(json: string): Values {
  return json.trim() === '' ? {} : JSON.parse(json);
}

/** Returns the fields of a selection, those of its fragments included. */
export function fieldsOf({ selections }: SelectionSetNode, fragments: Fragments): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : (selection as typeof selection);
    return fragment ? fieldsOf(fragment.selectionSet, fragments) : [];
  });
}

/** Returns the arguments of a field that are neither missing nor null. */
export function argumentsOf(field: FieldNode, variables: Values): Values {
  const values = (field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined && value !== null));
}

export function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
