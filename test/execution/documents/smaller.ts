import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  typeFromAST,
  validate,
  visit,
} from 'graphql';
import type { AnyVariable } from './any-value.ts';
import { complete } from './complete-document.ts';
import type { AnyRequest } from './request.ts';

const removable = new Set<string>([
  Kind.OPERATION_DEFINITION,
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
]);

/** A smaller request, and the number of the edit that made it. */
export interface Smaller {
  request: AnyRequest;
  edit: number;
}

/**
 * Yields valid requests, each with one thing removed. Edits are tried in turn from number `first`, so that an edit that
 * failed is not tried again at once.
 */
export function* smaller(schema: GraphQLSchema, request: AnyRequest, first = 0): IterableIterator<Smaller> {
  const document = parse(request.source, { noLocation: true });
  const variables = variablesOf(schema, document);
  const edits = [...runEdits(request), ...documentEdits(document)];
  for (let tried = 0; tried < edits.length; tried++) {
    const edit = (first + tried) % edits.length;
    const edited = edits[edit]?.();
    if (edited && 'runs' in edited) yield { edit, request: edited };
    if (!edited || 'runs' in edited) continue;
    const source = print(complete(edited, variables));
    // Edits of variables' defaults are undone: `complete` defines the variables anew.
    if (source !== request.source && isValid(schema, source)) yield { edit, request: { ...request, source } };
  }
}

function isValid(schema: GraphQLSchema, source: string): boolean {
  try {
    return validate(schema, parse(source)).length === 0;
  } catch {
    return false; // A selection set lost its last selection.
  }
}

function runEdits(request: AnyRequest): (() => AnyRequest)[] {
  const { runs } = request;
  if (runs.length > 1) return runs.map((run) => () => ({ ...request, runs: [run] }));
  return runs.flatMap((run) =>
    Object.keys(run.variables).map((name) => () => {
      const variables = Object.fromEntries(Object.entries(run.variables).filter(([key]) => key !== name));
      return { ...request, runs: [{ ...run, variables }] };
    }),
  );
}

function documentEdits(document: DocumentNode): (() => DocumentNode | undefined)[] {
  const kinds: string[] = [];
  visit(document, { enter: ({ kind }) => void (isEditable(kind) && kinds.push(kind)) });
  const removals = kinds.map(
    (_, target) => () => editNode(document, target, ({ kind }) => (removable.has(kind) ? null : undefined)),
  );
  const others = kinds.flatMap((_, target) => [
    () => editNode(document, target, (node) => unwrap(document, node)),
    () => editNode(document, target, withoutAlias),
  ]);
  return [...removals, ...others];
}

function isEditable(kind: string): boolean {
  return removable.has(kind) || kind === Kind.SELECTION_SET;
}

function withoutAlias(node: ASTNode): ASTNode | undefined {
  if (node.kind !== Kind.FIELD || !node.alias) return undefined;
  const { alias: _, ...field } = node;
  return field;
}

/** Replaces the editable node that is entered as number `target`; null removes it. Returns undefined if `edit` does. */
function editNode(
  document: DocumentNode,
  target: number,
  edit: (node: ASTNode) => ASTNode | null | undefined,
): DocumentNode | undefined {
  let index = 0;
  let isEdited = false;
  const edited = visit(document, {
    enter(node) {
      if (!isEditable(node.kind) || index++ !== target) return undefined;
      const result = edit(node);
      isEdited = result !== undefined;
      return result;
    },
  });
  return isEdited ? edited : undefined;
}

/**
 * Puts the selections of a fragment in its place: of an inline one into its selection set, of one that is spread once
 * into an inline one.
 */
function unwrap(document: DocumentNode, node: ASTNode): ASTNode | undefined {
  if (node.kind === Kind.FRAGMENT_SPREAD) {
    if (spreadsOf(document, node.name.value) > 1) return undefined;
    for (const fragment of document.definitions)
      if (fragment.kind === Kind.FRAGMENT_DEFINITION && fragment.name.value === node.name.value) {
        const { typeCondition, selectionSet } = fragment;
        const { directives = [] } = node;
        return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet } satisfies InlineFragmentNode;
      }
    return undefined;
  }
  if (node.kind !== Kind.SELECTION_SET) return undefined;
  const inline = node.selections.findIndex(({ kind }) => kind === Kind.INLINE_FRAGMENT);
  if (inline === -1) return undefined;
  const { selectionSet } = node.selections[inline] as InlineFragmentNode;
  return { ...node, selections: node.selections.toSpliced(inline, 1, ...(selectionSet.selections as SelectionNode[])) };
}

function spreadsOf(document: DocumentNode, name: string): number {
  let count = 0;
  visit(document, { [Kind.FRAGMENT_SPREAD]: (node) => void (node.name.value === name && count++) });
  return count;
}

function variablesOf(schema: GraphQLSchema, { definitions }: DocumentNode): AnyVariable[] {
  const variables = new Map<string, AnyVariable>();
  for (const node of definitions)
    if (node.kind === Kind.OPERATION_DEFINITION)
      for (const { variable, type, defaultValue } of node.variableDefinitions ?? [])
        variables.set(variable.name.value, {
          name: variable.name.value,
          type: typeFromAST(schema, type as never) as never,
          ...(defaultValue && { defaultValue }),
        });
  return [...variables.values()];
}
