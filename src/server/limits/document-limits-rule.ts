import {
  type ASTVisitor,
  type DirectiveNode,
  GraphQLError,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** The size of an operation. The contents of a fragment count at each spread. */
interface Size {
  levels: number;
  fields: number;
  aliases: number;
  directives: number;
}

const limits: Readonly<Size> = { levels: 20, fields: 500, aliases: 100, directives: 50 };
const zero: Readonly<Size> = { levels: 0, fields: 0, aliases: 0, directives: 0 };
const names = {
  levels: 'levels of fields',
  fields: 'fields',
  aliases: 'aliases',
  directives: 'directives',
} satisfies Record<keyof Size, string>;

/**
 * Rejects operations that are deeper or larger than any client needs, in time linear in the length of the document.
 * Levels and fields of introspection do not count: graphql-js limits the levels, and Apollo's `maxRecursiveSelections`
 * the fields.
 */
export function documentLimitsRule(context: ValidationContext): ASTVisitor {
  const sizes = new Map<SelectionSetNode, Readonly<Size>>();

  function sizeOf(set: SelectionSetNode | undefined): Readonly<Size> {
    if (!set) return zero;
    const known = sizes.get(set);
    if (known) return known;
    sizes.set(set, zero); // another rule rejects fragments that spread themselves
    const size = set.selections.map(sizeOfSelection).reduce(add, zero);
    sizes.set(set, size);
    return size;
  }

  function sizeOfSelection(selection: SelectionNode): Size {
    const directives = count(selection.directives);
    if (selection.kind === 'FragmentSpread') {
      const fragment = context.getFragment(selection.name.value);
      return add(sizeOf(fragment?.selectionSet), {
        ...zero,
        directives: directives + count(fragment?.directives),
      });
    }
    const inside = sizeOf(selection.selectionSet);
    if (selection.kind === 'InlineFragment') return add(inside, { ...zero, directives });
    const size = {
      levels: inside.levels + 1,
      fields: inside.fields + 1,
      aliases: inside.aliases + (selection.alias ? 1 : 0),
      directives: inside.directives + directives,
    };
    return introspects(selection.name.value) ? { ...size, levels: 1, fields: 1 } : size;
  }

  return {
    OperationDefinition(operation) {
      const variables = operation.variableDefinitions ?? [];
      const size = add(sizeOf(operation.selectionSet), {
        ...zero,
        directives: count(operation.directives) + variables.reduce((sum, each) => sum + count(each.directives), 0),
      });
      for (const kind of Object.keys(names) as (keyof Size)[]) {
        if (size[kind] <= limits[kind]) continue;
        const message = `The operation has ${size[kind]} ${names[kind]}, fragments included; at most ${limits[kind]} are allowed`;
        context.reportError(new GraphQLError(message, { nodes: operation }));
      }
    },
  };
}

function add(a: Readonly<Size>, b: Readonly<Size>): Size {
  return {
    levels: Math.max(a.levels, b.levels),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
  };
}

function count(directives: readonly DirectiveNode[] | undefined): number {
  return directives?.length ?? 0;
}

function introspects(field: string): boolean {
  return field === '__schema' || field === '__type';
}
