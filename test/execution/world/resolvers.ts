import { type GraphQLFieldConfig, GraphQLObjectType, type GraphQLOutputType, type GraphQLResolveInfo } from 'graphql';
import { Chance } from '../chance.ts';
import { show } from '../show.ts';
import type { WorldContext } from './context.ts';
import { Entity } from './entity.ts';
import { classOf, type Origin, valueFor } from './values.ts';

/** Where a field's values come from. The default resolver reads properties and calls methods. */
export type Means = 'property' | 'method' | 'resolver' | 'batch';

export const means: readonly Means[] = ['property', 'method', 'resolver', 'batch'];

interface WorldField {
  typeName: string;
  name: string;
  type: GraphQLOutputType;
}

type Resolvers = Pick<GraphQLFieldConfig<unknown, WorldContext>, 'resolve' | 'extensions'>;
type Schema = Origin['schema'];

/**
 * Returns the resolvers of a field, or gives the class of its type the property or method that the default resolver finds.
 * A batched field has both kinds of resolvers, which mean the same.
 */
export function resolversFor(field: WorldField, by: Means, schema: () => Schema): Resolvers {
  const coordinate = `${field.typeName}.${field.name}`;

  /** Counts the call, and returns what gives the value. */
  function called(context: WorldContext, parent: unknown, args: object) {
    const of = `${coordinate} of ${Entity.keyOf(parent)}`;
    const call = `${of} with ${show(args)}`;
    context.count(call);
    const label = `${of} in ${context.seed}`;
    const depth = Entity.depthOf(parent);
    const origin: Origin = { context, schema: schema(), label, depth, onlyErrors: by === 'batch' };
    const text = `${context.seed} ${call}`;
    return { text, give: () => valueFor(field.type, Chance.of(text), origin) };
  }
  function later(context: WorldContext, parent: unknown, args: object): unknown {
    const { text, give } = called(context, parent, args);
    return context.later(Chance.of(`when ${text}`), give);
  }

  if (by === 'property') {
    Object.defineProperty(classOf(field.typeName).prototype, field.name, {
      configurable: true,
      get(this: Entity) {
        return later(Entity.contextOf(this), this, {});
      },
    });
    return {};
  }
  if (by === 'method') {
    Object.defineProperty(classOf(field.typeName).prototype, field.name, {
      configurable: true,
      value(this: Entity, args: object, context: WorldContext) {
        return later(context, this, args);
      },
    });
    return {};
  }
  if (by === 'resolver') return { resolve: (parent, args, context) => later(context, parent, args) };

  /** Runs `give` at the time of the batch, if the batch does not fail as a whole. */
  const batch = (context: WorldContext, args: object, give: () => unknown) => {
    const chance = Chance.of(`batch ${context.seed} ${coordinate} ${show(args)}`);
    return context.later(chance, () => {
      if (chance.percent(context.troubles / 4)) throw new Error(`${coordinate} failed for all in ${context.seed}`);
      return give();
    });
  };
  return {
    resolve: (parent, args, context) => batch(context, args, called(context, parent, args).give),
    extensions: {
      resolveAll(parents: readonly unknown[], args: object, context: WorldContext) {
        const gives = parents.map((parent) => called(context, parent, args).give);
        return batch(context, args, () => gives.map(orError)) as Promise<unknown[]>;
      },
    },
  };
}

function orError(give: () => unknown): unknown {
  try {
    return give();
  } catch (error) {
    return error;
  }
}

/** Resolves fields to the info that their resolvers receive. */
export const infoResolvers: Resolvers = {
  resolve: (parent, args, _context, info) => show([Entity.keyOf(parent), args, told(info), pathOf(info.path)]),
};

/** The same for batched resolvers, whose info has no path. */
export const batchInfoResolvers: Resolvers = {
  resolve: (parent, args, _context, info) => show([Entity.keyOf(parent), args, told(info)]),
  extensions: {
    resolveAll: (
      parents: readonly unknown[],
      args: object,
      _context: unknown,
      info: Omit<GraphQLResolveInfo, 'path'>,
    ) => parents.map((parent) => show([Entity.keyOf(parent), args, told(info)])),
  },
};

function told(info: Omit<GraphQLResolveInfo, 'path'>) {
  const { fieldName, parentType, returnType, fieldNodes, fragments, operation, variableValues, rootValue } = info;
  return {
    field: `${parentType}.${fieldName}: ${returnType}`,
    isSchema: info.schema.getType(parentType.name) === parentType,
    nodes: fieldNodes.map(({ kind, loc }) => [kind, loc?.start, loc?.end]),
    fragments: Object.keys(fragments),
    operation: operation.name?.value,
    root: Entity.keyOf(rootValue),
    variableValues,
  };
}

type Path = GraphQLResolveInfo['path'];

function pathOf(path: Path | undefined): unknown[] {
  return path ? [...pathOf(path.prev), [path.key, path.typename]] : [];
}

const otherTypes = ['Nowhere', 'Int', 'Named', 'Delta', '', '__proto__', 'constructor', 42, null, undefined];

/** Returns the type of a value, or what must not be returned for one, at once or late. */
export function resolveType(
  value: unknown,
  context: WorldContext,
  info: GraphQLResolveInfo,
  { name }: { name: string },
): any {
  const chance = Chance.of(`type ${context.seed} ${Entity.keyOf(value)} as ${name}`);
  return context.later(chance, () => {
    if (!chance.percent(context.troubles)) return Entity.typeOf(value);
    if (chance.percent(30)) throw new Error(`${show(pathOf(info.path))} has no type in ${context.seed}`);
    return chance.percent(10) ? new GraphQLObjectType({ name: 'Alpha', fields: {} }) : chance.pick(otherTypes);
  });
}

/** Returns whether a value is of a type, at once or late. Of a troubled value, its own type says no, or throws. */
export function isTypeOf(typeName: string) {
  return (value: unknown, context: WorldContext): any => {
    const chance = Chance.of(`${typeName} ${context.seed} ${Entity.keyOf(value)}`);
    return context.later(chance, () => {
      if (Entity.typeOf(value) !== typeName) return false;
      if (!chance.percent(context.troubles)) return true;
      if (chance.percent(50)) throw new Error(`${Entity.keyOf(value)} has no type in ${context.seed}`);
      return false;
    });
  };
}
