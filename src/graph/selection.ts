import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionSetNode,
} from 'graphql';

/**
 * The names of the fields selected below the current one, at the given path, on objects of the given type: fragments
 * followed, `@skip` and `@include` obeyed, doubles once. A path step is a field name: `['edges', 'node']`.
 */
export function selectedFields(info: GraphQLResolveInfo, type: string, path: readonly string[] = []): Set<string> {
  let nodes: readonly FieldNode[] = info.fieldNodes;
  for (const step of path) nodes = [...fieldsOf(info, undefined, nodes)].filter((field) => field.name.value === step);
  return new Set([...fieldsOf(info, type, nodes)].map((field) => field.name.value));
}

/** Without a type, every fragment counts. */
function* fieldsOf(
  info: GraphQLResolveInfo,
  type: string | undefined,
  nodes: readonly FieldNode[],
): Generator<FieldNode> {
  for (const node of nodes) if (node.selectionSet) yield* fieldsIn(info, type, node.selectionSet);
}

function* fieldsIn(info: GraphQLResolveInfo, type: string | undefined, set: SelectionSetNode): Generator<FieldNode> {
  for (const selection of set.selections) {
    if (!isIncluded(info, selection)) continue;
    if (selection.kind === 'Field') {
      yield selection;
      continue;
    }
    const fragment = selection.kind === 'FragmentSpread' ? info.fragments[selection.name.value] : selection;
    const condition = fragment?.typeCondition?.name.value;
    if (fragment && (!type || !condition || condition === type || condition === 'Node'))
      yield* fieldsIn(info, type, fragment.selectionSet);
  }
}

function isIncluded(info: GraphQLResolveInfo, selection: Parameters<typeof getDirectiveValues>[1]): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues);
  return skip?.if !== true && include?.if !== false;
}
