import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLError,
  type GraphQLFieldConfigArgumentMap,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLScalarType,
  GraphQLString,
  valueFromASTUntyped,
} from 'graphql';

/** Literals of the custom scalars, for the generator of documents. */
export const scalarLiterals: Record<string, readonly unknown[]> = {
  Odd: ['fair', 'other', 3],
  Json: ['text', 1.5, [1, { a: true }], { a: 1 }, { b: ['x'], a: { c: null } }],
};

export const Colour = new GraphQLEnumType({
  name: 'Colour',
  values: { RED: { value: 0 }, GREEN: { value: { shade: 'green' } }, BLUE: { value: 'azure' }, PLAIN: {} },
});

/** A scalar that rejects some values in every possible way. */
export const Odd = new GraphQLScalarType({
  name: 'Odd',
  serialize(value) {
    if (value === 'bad') throw new Error('Odd cannot be bad');
    if (value === 'coded') throw new GraphQLError('Odd cannot be coded', { extensions: { code: 'ODD' } });
    if (value === 'none') return null;
    if (value === 'void') return undefined;
    return value === 'falsy' ? 0 : value === 'object' ? { z: 1, a: [value] } : `odd ${value}`;
  },
  parseValue: parseOdd,
  parseLiteral: (node) => parseOdd(valueFromASTUntyped(node)),
});

function parseOdd(value: unknown): unknown {
  if (value === 'bad') throw new Error('Odd cannot be bad');
  if (value === 'coded') throw new GraphQLError('Odd cannot be coded', { extensions: { code: 'ODD' } });
  return value === 'void' ? undefined : { odd: value };
}

/** A scalar whose literals may contain variables. It rejects the text "bad" in them. */
const Json = new GraphQLScalarType({
  name: 'Json',
  parseValue: (value) => value,
  parseLiteral(node, variables) {
    const value = valueFromASTUntyped(node, variables);
    if (JSON.stringify(value)?.includes('"bad"')) throw new Error('Json cannot be bad');
    return value;
  },
});

const Input: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Input',
  fields: () => ({
    need: { type: new GraphQLNonNull(GraphQLBoolean) },
    sure: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 7 },
    count: { type: GraphQLInt, defaultValue: 5 },
    text: { type: GraphQLString },
    id: { type: GraphQLID },
    colours: { type: new GraphQLList(new GraphQLNonNull(Colour)), defaultValue: ['azure'] },
    odd: { type: Odd },
    json: { type: Json },
    inner: { type: Input },
    list: { type: new GraphQLList(new GraphQLNonNull(Input)) },
  }),
});

const Choice = new GraphQLInputObjectType({
  name: 'Choice',
  isOneOf: true,
  fields: { number: { type: GraphQLInt }, text: { type: GraphQLString }, input: { type: Input } },
});

/** The arguments of fields, by turns. */
export const argumentSets: readonly GraphQLFieldConfigArgumentMap[] = [
  {},
  { count: { type: GraphQLInt, defaultValue: 3 }, text: { type: GraphQLString } },
  {},
  { input: { type: Input, defaultValue: { need: true, sure: 1 } }, colour: { type: Colour, defaultValue: 0 } },
  {},
  { sure: { type: new GraphQLNonNull(GraphQLInt) }, ids: { type: new GraphQLList(GraphQLID) } },
  {},
  { odd: { type: Odd }, json: { type: Json, defaultValue: null }, ratio: { type: GraphQLFloat } },
  {},
  {
    inputs: { type: new GraphQLList(new GraphQLNonNull(Input)) },
    grid: { type: new GraphQLList(new GraphQLList(new GraphQLNonNull(GraphQLInt))) },
    sure: { type: new GraphQLNonNull(GraphQLBoolean), defaultValue: true },
  },
  {},
  { choice: { type: Choice }, colours: { type: new GraphQLList(new GraphQLNonNull(Colour)) }, odd: { type: Odd } },
];
