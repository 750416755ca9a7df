import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import { argumentSets, Colour, Odd } from './inputs.ts';
import { batchInfoResolvers, infoResolvers, isTypeOf, means, resolversFor, resolveType } from './resolvers.ts';

/** The ways to wrap a type, by the end of the name of a field: `X` is non-null, `L` a list, from the inside out. */
const wrappers: Record<string, (type: any) => GraphQLOutputType> = {
  '': (type) => type,
  X: (type) => new GraphQLNonNull(type),
};
for (const depth of [1, 2])
  for (const [suffix, wrap] of Object.entries(wrappers).filter(([name]) => name.split('L').length === depth)) {
    wrappers[`${suffix}L`] = (type) => new GraphQLList(wrap(type));
    wrappers[`${suffix}LX`] = (type) => new GraphQLNonNull(new GraphQLList(wrap(type)));
  }

const leaves = {
  int: GraphQLInt,
  float: GraphQLFloat,
  string: GraphQLString,
  boolean: GraphQLBoolean,
  id: GraphQLID,
  colour: Colour,
  odd: Odd,
};

/**
 * Creates a schema in which each object type has a field for each combination of a type and its wrappers: leaves, objects
 * with and without `isTypeOf`, interfaces and unions that resolve their types in each way. Resolvers return values that
 * follow from the seed of the `WorldContext`.
 */
export function createWorld(): GraphQLSchema {
  const Node: GraphQLInterfaceType = new GraphQLInterfaceType({
    name: 'Node',
    fields: () => ({ ...some(fieldsOf('Node'), 3), close: { type: Node }, far: { type: new GraphQLList(Node) } }),
    resolveType,
  });
  const Named: GraphQLInterfaceType = new GraphQLInterfaceType({
    name: 'Named',
    interfaces: [Node],
    fields: () => ({
      ...some(fieldsOf('Named'), 3),
      ...some(fieldsOf('Named'), 4),
      close: { type: Named },
      far: { type: new GraphQLList(Node) },
    }),
  });
  const object = (
    name: string,
    turn: number,
    interfaces: GraphQLInterfaceType[],
    extra: () => Record<string, GraphQLOutputType> = () => ({}),
  ) =>
    new GraphQLObjectType({
      name,
      interfaces,
      fields: () => ({
        info: { type: GraphQLString, args: argumentSets[1] ?? {}, ...infoResolvers },
        batchInfo: { type: GraphQLString, args: argumentSets[3] ?? {}, ...batchInfoResolvers },
        ...mapValues(extra(), (type, field) => ({
          type,
          ...resolversFor({ typeName: name, name: field, type }, 'resolver', world),
        })),
        ...fieldsOf(name, turn),
      }),
    });
  const checked = (name: string) =>
    new GraphQLObjectType({
      name,
      isTypeOf: isTypeOf(name),
      fields: () => some(fieldsOf(name, 0), 7),
    });
  const Alpha: GraphQLObjectType = object('Alpha', 0, [Node, Named], () => ({
    close: new GraphQLNonNull(Alpha),
    far: new GraphQLNonNull(new GraphQLList(Node)),
  }));
  const Beta = object('Beta', 1, [Node, Named], () => ({
    close: Named,
    far: new GraphQLList(new GraphQLNonNull(Named)),
  }));
  const Gamma = object('Gamma', 2, [Node], () => ({ close: new GraphQLNonNull(Node), far: new GraphQLList(Node) }));
  const Delta = object('Delta', 3, []);
  const One = checked('One');
  const Some = new GraphQLUnionType({ name: 'Some', types: [One, checked('Other')] });
  const Pair = new GraphQLUnionType({ name: 'Pair', types: [Beta, Delta], resolveType });
  const All = new GraphQLUnionType({ name: 'All', types: [Alpha, Beta, Gamma, Delta], resolveType });
  const Query = object('Query', 0, [], () => ({
    one: One,
    some: Some,
    someXLX: wrappers.XLX?.(Some) as GraphQLOutputType,
  }));

  /** Returns fields of all kinds, with the same arguments in each type. By turns, their values come by another means. */
  function fieldsOf(typeName: string, turn?: number): GraphQLFieldConfigMap<any, any> {
    const kinds = { ...leaves, alpha: Alpha, delta: Delta, node: Node, named: Named, pair: Pair, all: All };
    const fields: GraphQLFieldConfigMap<any, any> = {};
    let index = 0;
    for (const [kind, inner] of Object.entries(kinds))
      for (const [suffix, wrap] of Object.entries(wrappers)) {
        const name = `${kind}${suffix}`;
        const type = wrap(inner);
        const by = means[(index + (turn ?? 0)) % means.length] ?? 'resolver';
        const field: GraphQLFieldConfig<any, any> = { type, args: argumentSets[index % argumentSets.length] ?? {} };
        fields[name] = turn === undefined ? field : { ...field, ...resolversFor({ typeName, name, type }, by, world) };
        index++;
      }
    return fields;
  }

  const schema = new GraphQLSchema({
    query: Query,
    mutation: new GraphQLObjectType({
      name: 'Mutation',
      fields: () => some(fieldsOf('Mutation', 2), 5),
    }),
    types: [Alpha, Beta, Gamma, Delta],
  });
  function world(): GraphQLSchema {
    return schema;
  }
  return schema;
}

/** Returns every `step`th field. */
function some<T>(fields: Record<string, T>, step: number): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).filter((_, index) => index % step === 0));
}

function mapValues<T, U>(values: Record<string, T>, map: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]));
}
