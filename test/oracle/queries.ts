import fc from 'fast-check';
import { type GraphQLInputField, type GraphQLInputObjectType, type GraphQLNamedType, getNamedType } from 'graphql';
import { type Nodes, type TypeName, typeNames } from './nodes.ts';
import type { Step } from './order.ts';
import { textsIn } from './order.ts';
import { positionFrom } from './places.ts';
import { enumValues, inputType } from './schema.ts';
import { filtered } from './where.ts';
import { vocabulary } from './world.ts';

/** The arguments of a connection. `size` is that of a page. */
export interface ListQuery {
  typeName: TypeName;
  where: object;
  orderBy: Step[] | null;
  size: number;
}

const sometimes = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 2 });

/** The maximum number of nested inputs that lead to another node, or are `and`, `or` or `not`. */
const depth = 5;

export interface Queries {
  where(typeName: TypeName): fc.Arbitrary<object>;
  /** Filters by one field of the type. */
  field(typeName: TypeName, name: string): fc.Arbitrary<object>;
  list(typeName: TypeName): fc.Arbitrary<ListQuery>;
}

/**
 * Generates queries for a world, with every field and operator of the schema's inputs and with values from the world.
 */
export function createQueries(nodes: Nodes): Queries {
  const elements = elementsOf(nodes);
  const wheres = [...elements.keys()];
  const inputs = fc.letrec<Record<string, object>>((tie) =>
    Object.fromEntries(
      wheres.flatMap((name) =>
        Array.from({ length: depth + 1 }, (_, left) => [`${name}/${left}`, anyInput(name, left, tie)] as const),
      ),
    ),
  );

  function anyInput(name: string, left: number, tie: (key: string) => fc.Arbitrary<object>): fc.Arbitrary<object> {
    const fields = Object.values(inputType(name).getFields()).filter((field) => left > 0 || !isNested(field));
    const any = anyOf(
      fields.map((field) => [field.name, anyField(name, field, left, tie)] as const),
      left === depth ? 3 : 2,
    );
    return name === 'LocationWhere' ? any.chain(sometimesByCentre) : any;
  }

  function anyField(
    owner: string,
    { name, type }: GraphQLInputField,
    left: number,
    tie: (key: string) => fc.Arbitrary<object>,
  ): fc.Arbitrary<unknown> {
    const named = getNamedType(type);
    const values = (elements.get(owner) ?? []).flatMap((element) => element?.[name] ?? []);
    if (name === 'and' || name === 'or') return fc.array(tie(`${owner}/${left - 1}`), { maxLength: 3 });
    if (name === 'not') return tie(`${owner}/${left - 1}`);
    if (name === 'exists') return fc.boolean();
    if (name === 'text') return anyText;
    if (name === 'within' && owner === 'LocationWhere')
      return anyId(
        nodes.Location.flatMap(({ ids }) => ids),
        'Location',
      );
    if (name === 'near' || name === 'box' || name === 'polygon') return places[name];
    if (name === 'areasByCentre') return fc.boolean();
    if (named.name === 'ResponsibilityWhere')
      return anyOf(
        Object.values((named as GraphQLInputObjectType).getFields()).map((list) => [
          list.name,
          anyList(getNamedType(list.type) as GraphQLInputObjectType, [], left, tie),
        ]),
        2,
      );
    if (named.name.endsWith('ListWhere')) return anyList(named as GraphQLInputObjectType, values, left, tie);
    if (named.name === 'IdWhere') {
      const typeName = owner.replace('Where', '') as TypeName;
      const ids = nodes[typeName].flatMap((node) => node.ids);
      return anyOperators(named as GraphQLInputObjectType, anyId(ids, typeName));
    }
    if (elements.has(named.name)) return tie(`${named.name}/${left - 1}`);
    return anyScalars(named as GraphQLInputObjectType, values);
  }

  function anyList(
    type: GraphQLInputObjectType,
    values: readonly unknown[],
    left: number,
    tie: (key: string) => fc.Arbitrary<object>,
  ): fc.Arbitrary<object> {
    const { some, count } = type.getFields();
    const element = getNamedType(some?.type) as GraphQLInputObjectType;
    const any: fc.Arbitrary<object> = elements.has(element.name)
      ? tie(`${element.name}/${left - 1}`)
      : anyScalars(element, values);
    const counted = fc
      .tuple(
        sometimes(any),
        anyOf(
          ['eq', 'gt', 'gte', 'lt', 'lte'].map((name) => [name, fc.integer({ min: -1, max: 4 })]),
          2,
        ),
      )
      .map(([where, comparators]) => ({ ...(where && { where }), ...comparators }));
    return anyOf(
      Object.keys(type.getFields()).map((name) => [name, count && name === 'count' ? counted : any]),
      2,
    );
  }

  /** Most values select some nodes and not others. */
  const where = (typeName: TypeName) => {
    const any = inputs[`${typeName}Where/${depth}`] as fc.Arbitrary<object>;
    const all = nodes[typeName];
    const selective = any.filter((where) => {
      const { length } = filtered(inputType(`${typeName}Where`), all, where);
      return length > 0 && length < all.length;
    });
    return all.length < 2 ? any : fc.oneof(any, { weight: 3, arbitrary: selective });
  };
  return {
    where,
    field(typeName, name) {
      const owner = `${typeName}Where`;
      const field = inputType(owner).getFields()[name] as GraphQLInputField;
      const tie = (key: string) => inputs[key] as fc.Arbitrary<object>;
      return anyField(owner, field, depth, tie).map((value) => ({ [name]: value }));
    },
    list: (typeName) =>
      fc
        .record({
          typeName: fc.constant(typeName),
          where: where(typeName),
          orderBy: fc.option(anyOrder(typeName), { nil: null, freq: 3 }),
          size: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(20)),
        })
        .map(withoutVainRelevance),
  };
}

/** The elements to which each `Where` with its own fields applies. */
function elementsOf(nodes: Nodes): Map<string, any[]> {
  const { Incident: incidents, Actor: actors, Statement: statements } = nodes;
  return new Map<string, any[]>([
    ...typeNames.map((typeName) => [`${typeName}Where`, nodes[typeName]] as const),
    ['IncidentPlaceWhere', incidents.flatMap(({ places }) => places)],
    ['TargetWhere', incidents.flatMap(({ targets }) => targets)],
    ['ParticipantWhere', incidents.flatMap(({ participants }) => participants)],
    ['CasualtyWhere', incidents.flatMap(({ casualties }) => casualties)],
    ['WeaponWhere', incidents.flatMap(({ weapons }) => weapons)],
    ['IncidentLinkWhere', incidents.flatMap(({ links }) => links)],
    ['StatementLinkWhere', statements.flatMap(({ links }) => links)],
    ['AffiliationWhere', actors.flatMap(({ affiliations }) => affiliations)],
    ['ResponsibilityEntryWhere', []],
  ]);
}

/** Returns whether a field nests: it is `and`, `or` or `not`, or an input that has them. */
function isNested({ name, type }: GraphQLInputField): boolean {
  return ['and', 'or', 'not'].includes(name) || leadsFurther(getNamedType(type));
}

function leadsFurther(type: GraphQLNamedType): boolean {
  if (!('getFields' in type)) return false;
  const fields = (type as GraphQLInputObjectType).getFields();
  if ('and' in fields || type.name === 'ResponsibilityWhere') return true;
  return 'some' in fields && 'and' in (getNamedType(fields.some?.type) as GraphQLInputObjectType).getFields();
}

/** Fields that are more error-prone than others, and tested more often. */
const intricate: ReadonlySet<string> = new Set([
  ...['date', 'count', 'casualties', 'weapons', 'participants', 'affiliations', 'links', 'responsibility'],
  ...['location', 'places', 'targets', 'certainly', 'possibly'],
]);

/** A filter by place that counts areas, or does not, or does not say. */
function sometimesByCentre(where: object): fc.Arbitrary<object> {
  if (!('near' in where || 'box' in where || 'polygon' in where)) return fc.constant(where);
  return fc.constantFrom(where, { ...where, areasByCentre: true }, { areasByCentre: false, ...where });
}

/** One to `max` of these entries, seldom none; seldom one is null. */
function anyOf(
  entries: readonly (readonly [name: string, value: fc.Arbitrary<unknown>])[],
  max: number,
): fc.Arbitrary<object> {
  if (entries.length === 0) return fc.constant({});
  const entry = fc.oneof(
    ...entries.map(([name, value]) => ({
      weight: intricate.has(name) ? 3 : 1,
      arbitrary: fc.tuple(
        fc.constant(name),
        fc.oneof({ weight: 30, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }),
      ),
    })),
  );
  const one = fc.tuple(entry);
  const some = fc.uniqueArray(entry, { selector: ([name]) => name, minLength: 1, maxLength: max });
  return fc
    .oneof(
      { weight: 10, arbitrary: one },
      { weight: 5, arbitrary: some },
      { weight: 1, arbitrary: fc.constant([] as [string, unknown][]) },
    )
    .map((chosen) => Object.fromEntries(chosen));
}

/** An input of operators on one value, with operands from `values`. */
function anyScalars(type: GraphQLInputObjectType, values: readonly any[]): fc.Arbitrary<object> {
  switch (type.name) {
    case 'DateSpanWhere': {
      const range = anyRange(anyDay(values.flatMap(({ start, end }) => [start, end]).filter(Boolean)));
      const precision = anyOperators(inputType('DatePrecisionWhere'), fc.constantFrom(...enumValues('DatePrecision')));
      return anyOf(Object.entries({ certainly: range, possibly: range, precision, exists: fc.boolean() }), 2);
    }
    case 'QuantityWhere': {
      const range = anyRange(fc.integer({ min: -1, max: 7 }));
      return anyOf(Object.entries({ certainly: range, possibly: range, exists: fc.boolean() }), 2);
    }
    case 'DateWhere':
      return anyOperators(type, anyDay(values));
    case 'StringWhere':
      return anyOperators(type, anyString(values));
    case 'IntWhere':
      return anyOperators(type, fc.integer({ min: -1, max: 4 }));
    case 'CountryCodeWhere':
      return anyOperators(type, fc.constantFrom(...values, 'IQ', 'DE'));
    case 'BooleanWhere':
      return anyOperators(type, fc.boolean());
    case 'PointWhere':
      return anyOperators(type, fc.constant(null));
    default: {
      const all = enumValues(type.name.replace(/Where$/, ''));
      return anyOperators(type, fc.constantFrom(...(values.length > 0 ? values : all), ...all.slice(0, 2)));
    }
  }
}

function anyOperators(type: GraphQLInputObjectType, value: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const values: Record<string, fc.Arbitrary<unknown>> = {
    exists: fc.boolean(),
    in: fc.array(value, { maxLength: 3 }),
    notIn: fc.array(value, { maxLength: 3 }),
  };
  return anyOf(
    Object.keys(type.getFields()).map((name) => [name, values[name] ?? value]),
    2,
  );
}

function anyId(ids: readonly string[], typeName: TypeName): fc.Arbitrary<string> {
  const unknown = typeName === 'Statement' ? 'nobody.knows' : 'nobody-knows';
  return fc
    .tuple(fc.constantFrom(...ids, unknown), fc.boolean())
    .map(([id, isWhole]) => (isWhole ? `${typeName}:${id}` : id));
}

/** A text of the world, a part of one, or one in other case. */
function anyString(values: readonly string[]): fc.Arbitrary<string> {
  const known = fc.constantFrom(...values, 'Émile');
  const part = fc
    .tuple(known, fc.nat(6), fc.integer({ min: 1, max: 6 }))
    .map(([text, from, length]) => text.slice(from, from + length));
  return fc
    .oneof(known, part, part, fc.constantFrom('', '.', '.*', '^', '$', '(', 'É', 'ss', 'ae', 'drone', 'म', 'ป'))
    .chain((text) => fc.constantFrom(text, text.toUpperCase(), text.toLowerCase()));
}

function anyDay(days: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...days, '2023-11-12', '2024-01-31'), fc.integer({ min: -1, max: 1 }))
    .map(([day, shift]) => new Date(Date.parse(`${day}T00:00:00Z`) + shift * 86_400_000).toISOString().slice(0, 10));
}

function anyRange<T extends string | number>(value: fc.Arbitrary<T>): fc.Arbitrary<object> {
  const bound = fc.option(value, { nil: undefined, freq: 3 });
  return fc.tuple(bound, bound).map(([a, b]) => {
    const [from, to] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
    return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  });
}

const word = fc.constantFrom(...vocabulary, 'grenade', 'ATTACK', 'strasse', 'aether', 'drone', 'كرد', 'the');
const phrase = fc.tuple(word, word).map((words) => `"${words.join(' ')}"`);
const term = fc
  .tuple(fc.constantFrom('', '', '', '-'), fc.oneof({ weight: 3, arbitrary: word }, phrase))
  .map((parts) => parts.join(''));
export const anyText = fc.array(term, { minLength: 1, maxLength: 2 }).map((terms) => terms.join(' '));

const latitude = fc.constantFrom(-90, -89.5, -33.9, -17.5, 0, 12, 33.3, 36.6, 36.6303, 51.5, 89.9, 90);
const longitude = fc.constantFrom(-180, -179.9, -120, -0.1, 0, 42.8, 44.4, 151.2, 179.5, 180);
const places = {
  near: fc.record({ latitude, longitude, km: fc.constantFrom(0, 1, 50, 500, 5000, 10_000, 19_000, 20_016) }),
  box: fc
    .record({ south: latitude, west: longitude, north: latitude, east: longitude })
    .map(({ south, north, ...box }) => ({ ...box, south: Math.min(south, north), north: Math.max(south, north) })),
  /** A polygon around a point, so that it does not cross itself. */
  polygon: fc
    .record({
      middle: fc.record({ latitude: latitude.filter((degrees) => Math.abs(degrees) < 90), longitude }),
      reaches: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 6 }),
      turn: fc.nat(359),
      isReversed: fc.boolean(),
      isClosed: fc.boolean(),
    })
    .map(({ middle, reaches, turn, isReversed, isClosed }) => {
      const corners = reaches.map((reach, i) => positionFrom(middle, turn + (i * 360) / reaches.length, reach));
      if (isReversed) corners.reverse();
      return isClosed ? [...corners, corners[0]] : corners;
    }),
};

function anyOrder(typeName: TypeName): fc.Arbitrary<Step[]> {
  const step = fc.record(
    {
      field: fc.constantFrom(...enumValues(`${typeName}OrderField`)),
      direction: fc.constantFrom('ASC' as const, 'DESC' as const),
    },
    { requiredKeys: ['field'] },
  );
  return fc.array(step, { minLength: 1, maxLength: 3 });
}

/** Drops RELEVANCE if the filter has no text. */
function withoutVainRelevance(query: ListQuery): ListQuery {
  if (textsIn(query.where).length > 0) return query;
  return { ...query, orderBy: query.orderBy?.filter(({ field }) => field !== 'RELEVANCE') ?? null };
}

/** Returns the geographic conditions in a filter, at any depth. */
export function placesIn(where: unknown): any[] {
  if (typeof where !== 'object' || where === null) return [];
  const { near, polygon } = where as any;
  return [...(near || polygon ? [{ near, polygon }] : []), ...Object.values(where).flatMap(placesIn)];
}
