import type { Document } from 'mongodb';
import type { Entity, WhereField } from './entity.ts';
import { badUserInput, notImplemented } from './errors.ts';
import { type NodeType, parseIdOf } from './node-id.ts';

export type WhereInput = Readonly<Record<string, unknown>>;

const nothing: Document = { _id: { $in: [] } };

/**
 * The filter that a `where` stands for. An input that is null is as if left out; an empty `where` is everything,
 * an empty `or` nothing; `not` is two-valued.
 */
export function compileWhere(entity: Entity, where: WhereInput | null | undefined, argument = 'where'): Document {
  return all(given(where).map(([name, value]) => compileField(entity, name, value, `${argument}.${name}`)));
}

function compileField(entity: Entity, name: string, value: unknown, argument: string): Document {
  if (name === 'and') return all(inputs(value).map((input, i) => compileWhere(entity, input, `${argument}.${i}`)));
  if (name === 'or') return any(inputs(value).map((input, i) => compileWhere(entity, input, `${argument}.${i}`)));
  if (name === 'not') return negate(compileWhere(entity, value as WhereInput, argument));
  const field = entity.where[name];
  if (!field) throw notImplemented(`Filtering by ${argument}`);
  return all(
    given(value as WhereInput).map(([operator, operand]) =>
      compileOperator(entity.type, field, operator, operand, `${argument}.${operator}`),
    ),
  );
}

function compileOperator(
  type: NodeType,
  { kind, path }: WhereField,
  operator: string,
  operand: unknown,
  argument: string,
): Document {
  const read = (value: unknown, at: string) => (kind === 'id' ? parseId(type, value, at) : value);
  const readAll = () => (operand as unknown[]).map((value, index) => read(value, `${argument}.${index}`));
  switch (operator) {
    case 'eq':
      return { [path]: { $eq: read(operand, argument) } };
    case 'in':
      return { [path]: { $in: readAll() } };
    case 'notIn':
      return { [path]: { $nin: readAll() } };
    case 'exists':
      return { [path]: { $exists: operand } };
    default:
      throw notImplemented(`The operator ${argument}`);
  }
}

function parseId(type: NodeType, value: unknown, argument: string): string {
  const slug = parseIdOf(type, String(value));
  if (slug === undefined) throw badUserInput(argument, `an id of the type ${type}`, value);
  return slug;
}

function given(input: WhereInput | null | undefined): [string, unknown][] {
  return Object.entries(input ?? {}).filter(([, value]) => value != null);
}

function inputs(value: unknown): WhereInput[] {
  return value as WhereInput[];
}

function all(filters: Document[]): Document {
  const telling = filters.filter((filter) => Object.keys(filter).length > 0);
  return telling.length > 1 ? { $and: telling } : (telling[0] ?? {});
}

function any(filters: Document[]): Document {
  return filters.length > 0 ? { $or: filters } : nothing;
}

function negate(filter: Document): Document {
  return { $nor: [filter] };
}
