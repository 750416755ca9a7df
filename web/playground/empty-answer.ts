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

/**
 * Returns why the response to a query is empty and how to fix it, as inline Markdown; null if nothing is empty.
 * Checks the nodes and connections that the query reaches without passing through a list; returns the first reason.
 */
export function explainEmptyAnswer(request: Request, response: string): string | null {
  try {
    const { data, errors } = JSON.parse(response) as { data?: Answer; errors?: unknown[] };
    if (!data || errors) return null;
    const document = parse(request.query);
    const operation = getOperationAST(document, request.operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return null;
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
    }
    const variables = { ...defaultVariables(operation), ...parseVariables(request.variables) };
    return explainSelections(operation.selectionSet, data, { fragments, variables, path: [] });
  } catch {
    return null; // not JSON, or no longer the query that was answered
  }
}

type Answer = Record<string, unknown>;
type Values = Record<string, unknown>;

interface Context {
  fragments: Map<string, FragmentDefinitionNode>;
  variables: Values;
  path: string[];
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

function explainSelections(selectionSet: SelectionSetNode, answer: Answer, context: Context): string | null {
  for (const field of fieldsOf(selectionSet, context.fragments)) {
    const key = (field.alias ?? field.name).value;
    const reason = explainField(field, answer[key], { ...context, path: [...context.path, key] });
    if (reason) return reason;
  }
  return null;
}

function explainField(field: FieldNode, value: unknown, context: Context): string | null {
  const values = (field.arguments ?? []).map(({ name, value }) => [
    name.value,
    valueFromASTUntyped(value, context.variables),
  ]);
  const given: Values = Object.fromEntries(values.filter(([, value]) => value !== undefined && value !== null));
  const path = `\`${context.path.join('.')}\``;
  if (value === null && 'id' in given) {
    return `${path} is null: nothing has the id \`${given.id}\`. Find ids with \`search\`, or by selecting \`id\` in a list.`;
  }
  if (!isObject(value) || !field.selectionSet) return null;
  const fields = fieldsOf(field.selectionSet, context.fragments);
  return isEmptyConnection(fields, value)
    ? explainConnection(field.name.value, given, path, context.path.length === 1)
    : explainSelections(field.selectionSet, value, context);
}

function explainConnection(name: string, given: Values, path: string, isRoot: boolean): string | null {
  const cursor = ['after', 'before'].find((argument) => argument in given);
  if (cursor) return `${path} has no more nodes ${cursor} this cursor. Remove \`${cursor}\` to get the first page.`;
  if (name === 'search') {
    const types = 'types' in given ? ', or remove `types`' : '';
    return `${path} is empty: nothing contains all words of \`${given.text}\`. Search for fewer words${types}.`;
  }
  if (isObject(given.where) && Object.keys(given.where).length > 0) {
    return `${path} is empty: nothing matches every condition of \`where\`. Remove a condition, or change its value.`;
  }
  return isRoot ? `${path} is empty: the store has none yet. Add articles with \`npm run seed\`.` : null;
}

function isEmptyConnection(fields: FieldNode[], answer: Answer): boolean {
  return fields.some(({ name, alias }) => {
    const value = answer[(alias ?? name).value];
    if (name.value === 'totalCount') return value === 0;
    return (name.value === 'nodes' || name.value === 'edges') && Array.isArray(value) && value.length === 0;
  });
}

function fieldsOf({ selections }: SelectionSetNode, fragments: Map<string, FragmentDefinitionNode>): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : (selection as typeof selection);
    return fragment ? fieldsOf(fragment.selectionSet, fragments) : [];
  });
}

function isObject(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
