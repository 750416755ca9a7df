import {
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { Chance } from '../chance.ts';
import type { WorldContext } from './context.ts';
import { Entity } from './entity.ts';
import { Colour } from './inputs.ts';

/** The field of a parent that a value is for. */
export interface Origin {
  context: WorldContext;
  schema: GraphQLSchema;
  /** Names the field, the parent and the seed, for messages. */
  label: string;
  /** How many entities the parent is below the root. */
  depth: number;
  /** Whether what fails must be an `Error`. */
  onlyErrors: boolean;
}

/** Returns what a resolver returns for a type, or throws as it does. */
export function valueFor(type: GraphQLOutputType, chance: Chance, origin: Origin): unknown {
  if (chance.percent(origin.context.troubles)) return trouble(type, chance, origin);
  if (!isNonNullType(type) && chance.percent(5)) return null;
  return soundValue(getNullableType(type), chance, origin, false);
}

function trouble(type: GraphQLOutputType, chance: Chance, origin: Origin): unknown {
  const { label } = origin;
  switch (chance.below(10)) {
    case 0:
      return null;
    case 1:
      return undefined;
    case 2:
      throw new Error(`${label} failed`);
    case 3:
      throw new GraphQLError(`${label} is forbidden`, { extensions: { code: 'FORBIDDEN', label } });
    case 4: {
      const thrown = chance.pick(['text', { label }, null, undefined, 5, [label]]);
      throw origin.onlyErrors ? new TypeError(`${label} threw`) : thrown;
    }
    case 5:
      return new Error(`${label} returned an error`);
    case 6:
      return Object.assign(new RangeError(`${label} is out of range`), { extensions: { code: 'RANGE' } });
    default:
      return soundValue(getNullableType(type), chance, origin, true);
  }
}

/** `isWrong` asks for a value that the type does not accept, or not in each case. */
function soundValue(type: GraphQLOutputType, chance: Chance, origin: Origin, isWrong: boolean): unknown {
  if (isListType(type)) return isWrong ? wrongList(type.ofType, chance, origin) : list(type.ofType, chance, origin);
  if (isLeafType(type)) return chance.pick((isWrong ? wrongLeaves : leaves)[type.name] ?? []);
  if (isWrong) return chance.pick([7, 'text', true, [1]]);
  const { name: typeName } = isAbstractType(type)
    ? chance.pick(origin.schema.getPossibleTypes(type))
    : (type as { name: string });
  const key = `${origin.depth + 1}-${chance.below(1_000_000)}`;
  return entity(origin.context, typeName, key, type.toString() === 'Named');
}

/** The class of a type's entities; `createWorld` gives it the properties of the type. */
export type EntityClass = new (...args: ConstructorParameters<typeof Entity>) => Entity;

const classes = new Map<string, EntityClass>();

export function classOf(typeName: string): EntityClass {
  let found = classes.get(typeName);
  if (!found) {
    found = { [typeName]: class extends Entity {} }[typeName] as EntityClass;
    classes.set(typeName, found);
  }
  return found;
}

export function entity(context: WorldContext, typeName: string, key: string, hasTypename = false): Entity {
  return new (classOf(typeName))(context, typeName, key, hasTypename);
}

function list(itemType: GraphQLOutputType, chance: Chance, origin: Origin): unknown {
  // Lists within lists would grow without bound.
  const lengths = origin.depth < 3 ? [0, 1, 1, 2, 2, 3] : [0, 1];
  const items = Array.from({ length: chance.pick(lengths) }, () => item(itemType, chance, origin));
  // An iterator can be read once only.
  if (items.length > 1 && !isListType(getNullableType(itemType)) && chance.percent(10)) items.push(items[0]);
  switch (chance.below(10)) {
    case 0:
      return new Map(items.entries()).values();
    case 1:
      return { [Symbol.iterator]: () => items.values() };
    case 2:
      return {
        *[Symbol.iterator]() {
          yield* items;
        },
      };
    case 3:
      return Object.freeze(items);
    default:
      return items;
  }
}

/** Returns an item, or a promise of it. A promise may reject with the error that an item may be. */
function item(type: GraphQLOutputType, chance: Chance, origin: Origin): unknown {
  const timing = Chance.of(`${chance.below(1_000_000)}`);
  let value: unknown;
  try {
    value = valueFor(type, chance, { ...origin, onlyErrors: true });
  } catch (error) {
    value = error;
  }
  if (timing.percent(60)) return value;
  const rejects = origin.context.isLate && value instanceof Error && timing.percent(50);
  try {
    return origin.context.later(timing, () => {
      if (rejects) throw value;
      return value;
    });
  } catch (error) {
    return error;
  }
}

function wrongList(itemType: GraphQLOutputType, chance: Chance, { label }: Origin): unknown {
  switch (chance.below(6)) {
    case 0:
      return 5;
    case 1:
      return 'text';
    case 2:
      return { length: 1, 0: 1 };
    case 3:
      return {
        async *[Symbol.asyncIterator]() {
          yield 1;
        },
      };
    default: {
      const isEmpty = isNonNullType(itemType) || chance.percent(50);
      return {
        *[Symbol.iterator]() {
          if (!isEmpty) yield null;
          throw new Error(`${label} ended early`);
        },
      };
    }
  }
}

const green = Colour.getValue('GREEN')?.value;

const leaves: Record<string, readonly unknown[]> = {
  Int: [0, 1, -7, 2147483647, '12', true],
  Float: [0, -0, 1.5, 1e300, '2.5', false],
  String: ['', 'text', 'ä\u2028"\\', 5, true, { valueOf: () => 'value' }, { toJSON: () => 'json' }],
  Boolean: [true, false, 0, 1],
  ID: ['', 'id', 5, { valueOf: () => 9 }],
  Colour: [0, green, 'azure', 'PLAIN'],
  Odd: ['fair', 'falsy', 'object', 7],
};

const wrongLeaves: Record<string, readonly unknown[]> = {
  Int: [Number.NaN, 'many', 2147483648, 1.5, {}, Number.POSITIVE_INFINITY, 10n, []],
  Float: [Number.NaN, 'much', {}, Symbol('float'), []],
  String: [{}, [], Symbol('text'), Number.NaN, { toJSON: () => ({}) }],
  Boolean: ['yes', {}, Number.NaN, []],
  ID: [{}, 1.5, [], true],
  Colour: ['RED', 'no colour', {}, Number.NaN],
  Odd: ['bad', 'coded', 'none', 'void'],
};
