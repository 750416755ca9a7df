import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  valueFromAST,
} from 'graphql';
import type { ExecutedOperation } from './executed-fields.ts';

export type Field = GraphQLField<unknown, unknown>;
type Variables = ExecutedOperation['variables'];

/** The max number of nodes in a payload of a subscription. */
export const maxEventNodes = 100;

/** The assumed sizes of timelines, of other lists without a size argument, and of pages whose size is omitted. */
const timelineSize = 100;
const plainListSize = 5;
const defaultPageSize = 20;

/** The assumed size of a list of parts: this number, or this share of its default size if that is more. */
const partListSize = 5;
const partListShare = 1 / 20;

/** The max size of any list. Fields reject larger sizes themselves. */
const maxSize = 1000;
/** The fields of a connection that return its page. */
export const pageFields: ReadonlySet<string> = new Set(['edges', 'nodes', 'pageInfo']);
const sizeArguments: readonly string[] = ['first', 'last', 'ids'];

/**
 * Returns the max number of items of the field, and the argument that sets it. The items of a page count at its
 * connection.
 */
export function sizeOf(
  variables: Variables,
  node: FieldNode,
  field: Field,
  parent: GraphQLObjectType,
): { size: number; argument?: string } {
  const { name, type, args } = field;
  if (isListOfParts(field)) return sizeOfParts(variables, node, field);
  const sizing = args.filter((each) => sizeArguments.includes(each.name));
  for (const argument of sizing) {
    const value = argumentValue(variables, node, argument.name, argument.type) ?? argument.defaultValue;
    const size = Array.isArray(value) ? value.length : value;
    // A size of 0 causes an error for each parent object, so it costs as much as 1.
    if (typeof size === 'number') return { size: Math.min(Math.max(size, 1), maxSize), argument: argument.name };
  }
  if (sizing[0]) return { size: defaultPageSize, argument: sizing[0].name };
  if (!isListType(getNullableType(type))) return { size: 1 };
  if (isTimeline(field)) return { size: timelineSize };
  if (isListOfEvents(field)) return { size: maxEventNodes };
  return { size: isConnection(parent) && pageFields.has(name) ? 1 : plainListSize };
}

/**
 * Returns the size that a list of parts counts as: 5, or a twentieth of its default size if that is more, but at most
 * `first`. Each part that `first` requests beyond the default counts as one more.
 */
function sizeOfParts(variables: Variables, node: FieldNode, { args }: Field): { size: number; argument?: string } {
  const first = args.find(({ name }) => name === 'first') as GraphQLArgument;
  const usual = Number(first.defaultValue);
  const likely = Math.max(partListSize, usual * partListShare);
  const requested = argumentValue(variables, node, first.name, first.type);
  if (typeof requested !== 'number') return { size: likely };
  const size = Math.min(Math.max(requested, 1), maxSize);
  return { size: Math.min(size, likely) + Math.max(size - usual, 0), argument: first.name };
}

/** Only lists of parts take `first` and `after`: connections are not lists, and other lists have no pages. */
function isListOfParts({ type, args }: Field): boolean {
  return isListType(getNullableType(type)) && ['first', 'after'].every((name) => args.some((arg) => arg.name === name));
}

/** An invalid value counts as omitted; the execution rejects it. */
export function argumentValue(variables: Variables, node: FieldNode, name: string, type: GraphQLInputType): unknown {
  const given = node.arguments?.find((argument) => argument.name.value === name);
  return given && valueFromAST(given.value, type, variables);
}

/** Returns whether a field is the timeline of a connection or of a group. */
export function isTimeline({ type }: Field): boolean {
  return getNamedType(type).name === 'TimelineBucket';
}

function isListOfEvents({ name, type }: Field): boolean {
  return name === 'events' && getNamedType(type).name.endsWith('Event');
}

export function isConnection(type: GraphQLNamedType): type is GraphQLObjectType {
  return isObjectType(type) && 'pageInfo' in type.getFields();
}
