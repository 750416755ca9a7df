import {
  type ConstValueNode,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLNonNull,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isTypeSubTypeOf,
  Kind,
  type ValueNode,
} from 'graphql';
import type { Chance } from '../chance.ts';
import { literalOf, objectField, variable } from './nodes.ts';

/** A variable that the operations of a document may define. */
export interface AnyVariable {
  name: string;
  type: GraphQLInputType;
  defaultValue?: ConstValueNode;
}

/** The position of a literal. */
interface Position {
  /** Whether the argument or input field has a default. */
  hasDefault?: boolean;
  isConst?: boolean;
  /** Whether null is not allowed, although the type is nullable. */
  needsValue?: boolean;
  /** Whether a variable must be of a non-null type, as in a OneOf input object. */
  isOneOf?: boolean;
  depth?: number;
}

const maxDepth = 3;
const maxVariables = 6;
const variableNames = ['one', 'two', 'constructor', '__proto__', 'toString', 'six'];

/** Draws values of input types: literals for documents, with the variables that they use, and JSON for variables. */
export class AnyValues {
  readonly variables: AnyVariable[] = [];
  readonly #schema: GraphQLSchema;
  readonly #chance: Chance;
  readonly #scalars: Record<string, readonly unknown[]>;

  constructor(schema: GraphQLSchema, chance: Chance, scalars: Record<string, readonly unknown[]>) {
    this.#schema = schema;
    this.#chance = chance;
    this.#scalars = { ...specifiedScalars, ...scalars };
  }

  /** Returns a valid literal, or a variable. */
  literal(type: GraphQLInputType, position: Position = {}): ValueNode {
    const found = position.isConst || !this.#chance.percent(30) ? undefined : this.#variable(type, position);
    return found ?? this.#plain(type, position);
  }

  #plain(type: GraphQLInputType, position: Position): ValueNode {
    const { isConst = false, depth = 0 } = position;
    if (isNonNullType(type)) return this.#plain(type.ofType, { ...position, needsValue: true });
    if (!position.needsValue && this.#chance.percent(10)) return { kind: Kind.NULL };
    if (isListType(type)) {
      const { ofType: itemType } = type;
      if (!isListType(getNullableType(itemType)) && this.#chance.percent(20))
        return this.#plain(itemType, { isConst, needsValue: true, depth: depth + 1 });
      const length = this.#chance.below(4);
      return {
        kind: Kind.LIST,
        values: Array.from({ length }, () => this.literal(itemType, { isConst, depth: depth + 1 })),
      };
    }
    if (isInputObjectType(type)) return this.#object(type, isConst, depth);
    if (isEnumType(type)) return { kind: Kind.ENUM, value: this.#chance.pick(type.getValues()).name };
    const literal = literalOf(this.#chance.pick(this.#scalars[type.name] ?? otherScalars));
    if (literal.kind !== Kind.OBJECT || isConst || !this.#chance.percent(50)) return literal;
    const inner = this.variables[0];
    return inner ? { ...literal, fields: [...literal.fields, objectField('inner', variable(inner.name))] } : literal;
  }

  #object(type: GraphQLInputObjectType, isConst: boolean, depth: number): ValueNode {
    const all = Object.values(type.getFields());
    const fields = type.isOneOf
      ? [this.#chance.pick(all)]
      : all.filter((field) => isRequired(field) || (depth < maxDepth && this.#chance.percent(30)));
    if (this.#chance.percent(50)) fields.reverse();
    return {
      kind: Kind.OBJECT,
      fields: fields.map((field) =>
        objectField(
          field.name,
          this.literal(type.isOneOf ? new GraphQLNonNull(getNullableType(field.type)) : field.type, {
            hasDefault: field.defaultValue !== undefined,
            isOneOf: type.isOneOf,
            isConst,
            depth: depth + 1,
          }),
        ),
      ),
    };
  }

  #variable(type: GraphQLInputType, { hasDefault = false, isOneOf = false }: Position): ValueNode | undefined {
    const fitting = this.variables.filter(
      (known) => this.#fits(known, type, hasDefault) && (!isOneOf || isNonNullType(known.type)),
    );
    if (fitting.length > 0 && this.#chance.percent(60)) return variable(this.#chance.pick(fitting).name);
    if (this.variables.length >= maxVariables) return undefined;
    const made = this.#anyVariable(type, hasDefault);
    if (isOneOf && !isNonNullType(made.type)) return undefined;
    this.variables.push(made);
    return variable(made.name);
  }

  #anyVariable(type: GraphQLInputType, hasDefault: boolean): AnyVariable {
    const name = variableNames[this.variables.length] as string;
    const nullable = getNullableType(type) as GraphQLInputType;
    const nonNull = new GraphQLNonNull(nullable as never);
    const value = () => this.literal(nonNull, { isConst: true, depth: 1 }) as ConstValueNode;
    if (isNonNullType(type) && !(hasDefault && this.#chance.percent(50)))
      return this.#chance.percent(40)
        ? { name, type }
        : { name, type: this.#chance.percent(80) ? nullable : type, defaultValue: value() };
    const own = this.#chance.percent(25) ? nonNull : nullable;
    if (this.#chance.percent(60)) return { name, type: own };
    if (own === nullable && this.#chance.percent(20)) return { name, type: own, defaultValue: { kind: Kind.NULL } };
    return { name, type: own, defaultValue: value() };
  }

  /** The rule of the specification, "All Variable Usages Are Allowed". */
  #fits({ type, defaultValue }: AnyVariable, wanted: GraphQLInputType, hasDefault: boolean): boolean {
    if (!isNonNullType(wanted) || isNonNullType(type)) return isTypeSubTypeOf(this.#schema, type, wanted);
    const isDefaulted = defaultValue !== undefined && defaultValue.kind !== Kind.NULL;
    return (isDefaulted || hasDefault) && isTypeSubTypeOf(this.#schema, type, wanted.ofType);
  }

  /** Returns a valid value for a variable of a type. */
  json(type: GraphQLInputType, depth = 0): unknown {
    if (isNonNullType(type)) {
      const value = this.json(type.ofType, depth);
      return value === null ? this.json(type, depth) : value;
    }
    if (this.#chance.percent(10)) return null;
    if (isListType(type)) {
      if (this.#chance.percent(20)) return this.json(new GraphQLNonNull(getNullableType(type.ofType)), depth + 1);
      return Array.from({ length: this.#chance.below(4) }, () => this.json(type.ofType, depth + 1));
    }
    if (isInputObjectType(type)) {
      const all = Object.values(type.getFields());
      if (type.isOneOf) {
        const only = this.#chance.pick(all);
        return { [only.name]: this.json(new GraphQLNonNull(getNullableType(only.type)), depth + 1) };
      }
      const fields = all.filter((field) => isRequired(field) || (depth < maxDepth && this.#chance.percent(40)));
      if (this.#chance.percent(50)) fields.reverse();
      return Object.fromEntries(fields.map((field) => [field.name, this.json(field.type, depth + 1)]));
    }
    if (isEnumType(type)) return this.#chance.pick(type.getValues()).name;
    const value = this.#chance.pick(this.#scalars[type.name] ?? otherScalars);
    return value ?? 'text';
  }

  /** Returns a value with one fault. A scalar that accepts everything accepts it. */
  faultyJson(type: GraphQLInputType, depth = 0): unknown {
    if (isNonNullType(type)) return this.#chance.percent(20) ? null : this.faultyJson(type.ofType, depth);
    if (isListType(type) && this.#chance.percent(80))
      return [this.json(type.ofType, depth + 1), this.faultyJson(type.ofType, depth + 1)];
    if (isInputObjectType(type) && this.#chance.percent(80)) {
      const value = this.json(new GraphQLNonNull(type), depth) as Record<string, unknown>;
      const field = this.#chance.pick(Object.values(type.getFields()));
      if (this.#chance.percent(20)) return { ...value, unknown: 1 };
      if (this.#chance.percent(20)) delete value[field.name];
      else value[field.name] = depth < maxDepth ? this.faultyJson(field.type, depth + 1) : 'wrong';
      return value;
    }
    return this.#chance.pick(['wrong', 'bad', 'coded', 'void', 1.5, 1e100, true, [], [[1]], {}, { bad: 'bad' }]);
  }
}

const specifiedScalars: Record<string, readonly unknown[]> = {
  Int: [0, 1, -7, 2147483647],
  Float: [0, 2, -1.5, 1e21],
  String: ['', 'text', 'ä"\\\n\u2028', '"""'],
  Boolean: [true, false],
  ID: ['', 'id', 'Alpha:1', 12],
};

const otherScalars = ['text', 7, true, { a: 1 }];

function isRequired({ type, defaultValue }: GraphQLInputField): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}
