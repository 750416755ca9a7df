import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { AnyVariable } from './any-value.ts';
import { typeNode, variable } from './nodes.ts';

/** Removes the fragments that no operation spreads, and defines in each operation the variables that it uses. */
export function complete(document: DocumentNode, variables: readonly AnyVariable[]): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const spread = new Set<string>();

  function used(node: OperationDefinitionNode | FragmentDefinitionNode, seen: Set<string>): Set<string> {
    const names = new Set<string>();
    const { selectionSet: selected } = node;
    visit(selected, {
      [Kind.VARIABLE]: (found) => void names.add(found.name.value),
      [Kind.FRAGMENT_SPREAD](found) {
        const fragment = fragments.get(found.name.value);
        spread.add(found.name.value);
        if (!fragment || seen.has(found.name.value)) return;
        seen.add(found.name.value);
        for (const inner of used(fragment, seen)) names.add(inner);
      },
    });
    return names;
  }

  const definitions = document.definitions.map((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return node;
    const names = used(node, new Set());
    return {
      ...node,
      variableDefinitions: variables
        .filter((known) => names.has(known.name))
        .map(({ name: known, type, defaultValue }) => ({
          kind: Kind.VARIABLE_DEFINITION as const,
          variable: variable(known),
          type: typeNode(type),
          ...(defaultValue && { defaultValue }),
        })),
    };
  });
  return {
    ...document,
    definitions: definitions.filter((node) => node.kind !== Kind.FRAGMENT_DEFINITION || spread.has(node.name.value)),
  };
}
