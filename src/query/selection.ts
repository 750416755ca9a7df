import type { SelectionSetNode } from 'graphql';
import { type FieldNode, GraphQLIncludeDirective, GraphQLSkipDirective, getDirectiveValues } from 'graphql';
import type { FieldInfo } from './field-info.ts';

/**
 * Caches the fields selected below a field, by type and path. An executor makes a separate list of nodes for each
 * combination of `@skip` and `@include`, so that an entry never goes stale.
 */
const selected = new WeakMap<readonly FieldNode[], Map<string, ReadonlySet<string>>>();

/**
 * Returns the names of the fields selected below the current one, at the given path, on objects of the given type.
 * Follows fragments, and applies `@skip` and `@include`. A path consists of field names: `['edges', 'node']`. Equal calls
 * for a field return the same set.
 */
export function selectedFields(info: FieldInfo, type: string, path: readonly string[] = []): ReadonlySet<string> {
  return remembered(info, `${type} ${path.join('.')}`, () => {
    let nodes: readonly FieldNode[] = info.fieldNodes;
    for (const step of path) nodes = [...fieldsOf(info, undefined, nodes)].filter((field) => field.name.value === step);
    return new Set([...fieldsOf(info, type, nodes)].map((field) => field.name.value));
  });
}

/** Returns the fields selected on a connection's nodes, under `nodes` and `edges.node`. */
export function connectionFields(info: FieldInfo, type: string): ReadonlySet<string> {
  return remembered(info, `${type} of a connection`, () => {
    const [nodes, edges] = [selectedFields(info, type, ['nodes']), selectedFields(info, type, ['edges', 'node'])];
    return new Set([...nodes, ...edges]);
  });
}

function remembered({ fieldNodes }: FieldInfo, name: string, select: () => ReadonlySet<string>): ReadonlySet<string> {
  let sets = selected.get(fieldNodes);
  if (!sets) {
    sets = new Map();
    selected.set(fieldNodes, sets);
  }
  let fields = sets.get(name);
  if (!fields) {
    fields = select();
    sets.set(name, fields);
  }
  return fields;
}

/** Yields the fields selected in `nodes`. Without a type, fragments on any type are included. */
function* fieldsOf(info: FieldInfo, type: string | undefined, nodes: readonly FieldNode[]): Generator<FieldNode> {
  for (const node of nodes) if (node.selectionSet) yield* fieldsIn(info, type, node.selectionSet);
}

function* fieldsIn(info: FieldInfo, type: string | undefined, set: SelectionSetNode): Generator<FieldNode> {
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

function isIncluded(info: FieldInfo, selection: Parameters<typeof getDirectiveValues>[1]): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues);
  return skip?.if !== true && include?.if !== false;
}
