import {
  type ASTVisitor,
  type DirectiveNode,
  GraphQLError,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** How much of a kind an operation has, with what a fragment holds counted at each place that spreads it. */
interface Form {
  levels: number;
  fields: number;
  aliases: number;
  directives: number;
}

const limits: Readonly<Form> = { levels: 20, fields: 500, aliases: 100, directives: 50 };
const nothing: Readonly<Form> = { levels: 0, fields: 0, aliases: 0, directives: 0 };
const names = {
  levels: 'levels of fields',
  fields: 'fields',
  aliases: 'aliases',
  directives: 'directives',
} satisfies Record<keyof Form, string>;

/**
 * Refuses operations that are deeper or larger than any client needs, in time that grows with the length of the document
 * alone. The levels and fields of introspection are not counted: graphql-js bounds the ones, and Apollo's
 * `maxRecursiveSelections` the others.
 */
export function formLimitsRule(context: ValidationContext): ASTVisitor {
  const forms = new Map<SelectionSetNode, Readonly<Form>>();

  function formOf(set: SelectionSetNode | undefined): Readonly<Form> {
    if (!set) return nothing;
    const known = forms.get(set);
    if (known) return known;
    forms.set(set, nothing); // a fragment that spreads itself is refused by another rule
    const form = set.selections.map(formOfSelection).reduce(besides, nothing);
    forms.set(set, form);
    return form;
  }

  function formOfSelection(selection: SelectionNode): Form {
    const directives = count(selection.directives);
    if (selection.kind === 'FragmentSpread') {
      const fragment = context.getFragment(selection.name.value);
      return besides(formOf(fragment?.selectionSet), {
        ...nothing,
        directives: directives + count(fragment?.directives),
      });
    }
    const inside = formOf(selection.selectionSet);
    if (selection.kind === 'InlineFragment') return besides(inside, { ...nothing, directives });
    const form = {
      levels: inside.levels + 1,
      fields: inside.fields + 1,
      aliases: inside.aliases + (selection.alias ? 1 : 0),
      directives: inside.directives + directives,
    };
    return introspects(selection.name.value) ? { ...form, levels: 1, fields: 1 } : form;
  }

  return {
    OperationDefinition(operation) {
      const variables = operation.variableDefinitions ?? [];
      const form = besides(formOf(operation.selectionSet), {
        ...nothing,
        directives: count(operation.directives) + variables.reduce((sum, each) => sum + count(each.directives), 0),
      });
      for (const kind of Object.keys(names) as (keyof Form)[]) {
        if (form[kind] <= limits[kind]) continue;
        const message = `The operation has ${form[kind]} ${names[kind]}, fragments included; at most ${limits[kind]} are allowed`;
        context.reportError(new GraphQLError(message, { nodes: operation }));
      }
    },
  };
}

function besides(a: Readonly<Form>, b: Readonly<Form>): Form {
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
