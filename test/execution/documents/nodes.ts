import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLInputType,
  Kind,
  type NamedTypeNode,
  type NameNode,
  type ObjectFieldNode,
  parseType,
  type SelectionSetNode,
  type TypeNode,
  type ValueNode,
  type VariableNode,
} from 'graphql';

export const name = (value: string): NameNode => ({ kind: Kind.NAME, value });

export const namedType = (value: string): NamedTypeNode => ({ kind: Kind.NAMED_TYPE, name: name(value) });

export const typeNode = (type: GraphQLInputType): TypeNode => parseType(String(type), { noLocation: true });

export const variable = (value: string): VariableNode => ({ kind: Kind.VARIABLE, name: name(value) });

export const argument = (key: string, value: ValueNode): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: name(key),
  value,
});

export const objectField = (key: string, value: ValueNode): ObjectFieldNode => ({
  kind: Kind.OBJECT_FIELD,
  name: name(key),
  value,
});

export const selectionSet = (selections: SelectionSetNode['selections']): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});

export const directive = (key: string, condition: ValueNode): DirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: name(key),
  arguments: [argument('if', condition)],
});

export const field = (key: string, { alias, args = [], directives = [], selections }: FieldParts = {}): FieldNode => ({
  kind: Kind.FIELD,
  name: name(key),
  ...(alias !== undefined && { alias: name(alias) }),
  arguments: args,
  directives,
  ...(selections && { selectionSet: selections }),
});

interface FieldParts {
  alias?: string | undefined;
  args?: readonly ArgumentNode[];
  directives?: readonly DirectiveNode[];
  selections?: SelectionSetNode | undefined;
}

/** Returns the literal of a value that is no enum value. */
export function literalOf(value: unknown): ValueNode {
  if (value === null) return { kind: Kind.NULL };
  if (typeof value === 'boolean') return { kind: Kind.BOOLEAN, value };
  if (typeof value === 'string') return { kind: Kind.STRING, value };
  if (typeof value === 'number')
    return { kind: Number.isInteger(value) ? Kind.INT : Kind.FLOAT, value: JSON.stringify(value) };
  if (Array.isArray(value)) return { kind: Kind.LIST, values: value.map(literalOf) };
  if (typeof value !== 'object') throw new TypeError(`Expected a JSON value, but got: ${String(value)}`);
  return { kind: Kind.OBJECT, fields: Object.entries(value).map(([key, inner]) => objectField(key, literalOf(inner))) };
}
