import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type GraphQLField, getNamedType, isCompositeType, isNonNullType, isObjectType, Kind, parse } from 'graphql';
import { globSync } from 'tinyglobby';
import { questions as benchmarks } from '../../bench/questions.ts';
import { packageRoot } from '../../src/config/package-root.ts';
import { whereTable } from '../gateway/where-table.ts';
import { anyOwnArguments, anySummary, literal, page, paging, parametersOf } from '../oracle/arguments.ts';
import { connectionsOf, lists, summarySelection } from '../oracle/connections.ts';
import { type Nodes, type TypeName, typeNames } from '../oracle/nodes.ts';
import { isAtBorder } from '../oracle/places.ts';
import { anyText, placesIn, type Queries } from '../oracle/queries.ts';
import { enumValues, inputType, objectType } from '../oracle/schema.ts';

export interface Question {
  query: string;
  variables?: object;
  /** Where the result has a page, from which it goes on. */
  pageAt?: (data: any) => any;
}

/** Returns questions of every kind that the API answers: those of the documentation and others from the schema. */
export function writtenQuestions(): Question[] {
  return [
    ...documented(),
    ...benchmarks.filter(({ variables }) => !variables).map(({ query }) => ({ query })),
    ...typeNames.flatMap((typeName) => [...everyField(typeName), ...everyOrder(typeName), ...everySummary(typeName)]),
    ...whereTable.map(([list, where]) => ({ query: `{ ${list}(where: ${where}) { nodes { id } totalCount } }` })),
    ...others,
  ];
}

/** The queries of the documentation, except those with variables that have no default. */
function documented(): Question[] {
  const pages = globSync(['README.md', 'docs/*.md'], { cwd: packageRoot }).sort();
  const texts = pages.map((name) => readFileSync(join(packageRoot, name), 'utf8'));
  const blocks = texts.flatMap((text) => [...text.matchAll(/```graphql\n(.*?)```/gs)].map(([, query = '']) => query));
  return blocks.filter(isAskable).map((query) => ({ query }));
}

function isAskable(query: string): boolean {
  const { definitions } = parse(query);
  const [operation, ...others] = definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? each : []));
  if (operation?.operation !== 'query' || others.length > 0) return false;
  return (operation.variableDefinitions ?? []).every(
    ({ type, defaultValue }) => defaultValue || type.kind !== 'NonNullType',
  );
}

/** Each field by itself, with those of the nodes behind it. */
function everyField(typeName: TypeName): Question[] {
  const fields = Object.values(objectType(typeName).getFields()).flatMap((field) => fieldOf(field, 2));
  return fields.map((field) => ({ query: `{ ${lists[typeName]}(first: 3) { nodes { id ${field} } } }` }));
}

/** Selects every field, and fields of nodes `depth` levels deep. */
function selectionOf(typeName: string, depth: number): string {
  const type = objectType(typeName);
  if (!isObjectType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields()).flatMap((field) => fieldOf(field, depth));
  return `{ ${fields.length > 0 ? fields.join(' ') : '__typename'} }`;
}

function fieldOf({ name, type, args }: GraphQLField<unknown, unknown>, depth: number): string[] {
  if (args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
  const named = getNamedType(type);
  if (!isCompositeType(named)) return [name];
  if (depth === 0) return [];
  const first = args.some((arg) => arg.name === 'first') ? '(first: 2)' : '';
  if (named.name.endsWith('Connection')) {
    const of = named.name.replace('Connection', '');
    const total = of === 'Change' ? '' : 'totalCount ';
    return [`${name}${first} { ${total}nodes ${selectionOf(of, depth - 1)} }`];
  }
  return [`${name}${first} ${selectionOf(named.name, depth - 1)}`];
}

/** Each order in both directions, from both ends; the pages go on. */
function everyOrder(typeName: TypeName): Question[] {
  const list = lists[typeName];
  const query = `query (${parametersOf(typeName)}) { ${list}(${paging}) { ${page} } }`;
  return enumValues(`${typeName}OrderField`).flatMap((field) =>
    ['ASC', 'DESC'].flatMap((direction) =>
      [{ first: 3 }, { last: 3 }].map((size) => ({
        query,
        variables: {
          ...size,
          orderBy: [{ field, direction }],
          ...(field === 'RELEVANCE' && { where: { text: 'attack' } }),
        },
        pageAt: (data: any) => data[list],
      })),
    ),
  );
}

/** Each kind of groups in each order, each interval, cells of each precision, and bounds. */
function everySummary(typeName: TypeName): Question[] {
  const timelines = enumValues('Interval').flatMap((interval) => [
    { interval, from: '2023-10-01', to: '2024-02-01', empty: true },
    { interval, from: null, to: null, empty: false },
  ]);
  return enumValues(`${typeName}GroupBy`).flatMap((by, i) =>
    enumValues('GroupOrder').map((orderBy, j) => {
      const timeline = timelines[(i + j) % timelines.length] as (typeof timelines)[number];
      const cells = { precision: ((i + j) % 12) + 1, first: 10, areasByCentre: i % 2 === 0 };
      const selection = summarySelection(typeName, { by, orderBy, first: 10, timeline, cells });
      return { query: `{ ${lists[typeName]} { ${selection} } }` };
    }),
  );
}

const others: Question[] = [
  { query: '{ search(text: "attack") { edges { score highlight node { id label } } totalCount } }' },
  { query: '{ search(text: "\\"us troops\\" -drone", types: [INCIDENT, ARTICLE]) { edges { score highlight } } }' },
  { query: '{ search(text: "dron moskl", fuzzy: true) { alsoSearchedFor totalCount nodes { id } } }' },
  { query: '{ suggest(text: "mos") { label matched score node { id } } }' },
  { query: '{ suggest(text: "m") { label } }' },
  { query: '{ suggest(text: "iranain backd groups", types: [ACTOR, INCIDENT], first: 100) { label matched score } }' },
  { query: '{ nodes(ids: ["Actor:iran", "Actor:iraq", "Incident:i-1", "Location:guam", "Article:a"]) { id label } }' },
  { query: '{ actor(id: "iran") { evidence(after: "Article:a/evidence/0-4/Actor:iran") { quote } } }' },
  { query: '{ incident(id: "i-0") { evidence(after: "Article:a/evidence/0-4/Incident:i-0") { quote } } }' },
  { query: '{ incident(id: "i-0") { reports(after: "Incident:i-0/reports/a") { title } } }' },
];

/** How many generated questions of each kind there are. */
export interface Amounts {
  /** For each field of each filter. */
  fields: number;
  filters: number;
  lists: number;
  summaries: number;
  connections: number;
  searches: number;
}

/**
 * Returns questions with random filters over a world, the same ones for the same seed. Those whose answer depends on how
 * a server rounds are left out.
 */
export function generatedQuestions(nodes: Nodes, queries: Queries, seed: number, amounts: Amounts): Question[] {
  const points = nodes.Location.flatMap(({ point }) => point ?? []);
  return allQuestions(nodes, queries, seed, amounts).filter(
    ({ variables }) => !placesIn(variables).some((place) => points.some((point) => isAtBorder(point, place))),
  );
}

function allQuestions(nodes: Nodes, queries: Queries, seed: number, amounts: Amounts): Question[] {
  const some = <T>(any: fc.Arbitrary<T>, numRuns: number) => fc.sample(any, { seed, numRuns });
  const perType = <T>(numRuns: number, anyOf: (typeName: TypeName) => fc.Arbitrary<T>) =>
    typeNames.flatMap((typeName) => some(anyOf(typeName), numRuns));
  const filtered = (typeName: TypeName, any: fc.Arbitrary<object>) =>
    any.map((where): Question => {
      const query = `query ($where: ${typeName}Where) { ${lists[typeName]}(where: $where, first: 100) { nodes { id } } }`;
      return { query, variables: { where } };
    });
  const anyConnection = fc
    .constantFrom(...typeNames.flatMap((from) => connectionsOf(from).map((connection) => ({ from, ...connection }))))
    .chain((connection) =>
      fc.record({
        connection: fc.constant(connection),
        parents: fc.uniqueArray(fc.constantFrom(...nodes[connection.from]), { minLength: 1, maxLength: 4 }),
        args: anyOwnArguments(connection.from, connection.own),
        list: queries.list(connection.to),
        summary: anySummary(connection.to),
        isBackwards: fc.boolean(),
      }),
    );
  return [
    ...typeNames.flatMap((typeName) =>
      Object.keys(inputType(`${typeName}Where`).getFields()).flatMap((name) =>
        some(filtered(typeName, queries.field(typeName, name)), amounts.fields),
      ),
    ),
    ...perType(amounts.filters, (typeName) => filtered(typeName, queries.where(typeName))),
    ...perType(amounts.lists, (typeName) =>
      fc.record({ list: queries.list(typeName), isBackwards: fc.boolean() }).map(
        ({ list: { where, orderBy, size }, isBackwards }): Question => ({
          query: `query (${parametersOf(typeName)}) { ${lists[typeName]}(${paging}) { ${page} totalCount } }`,
          variables: { where, orderBy, ...(isBackwards ? { last: size } : { first: size }) },
          pageAt: (data) => data[lists[typeName]],
        }),
      ),
    ),
    ...perType(amounts.summaries, (typeName) =>
      fc
        .record({ where: queries.where(typeName), summary: anySummary(typeName) })
        .map(({ where, summary }): Question => {
          const selection = summarySelection(typeName, summary);
          const query = `query ($where: ${typeName}Where) { ${lists[typeName]}(where: $where) { ${selection} } }`;
          return { query, variables: { where } };
        }),
    ),
    ...some(anyConnection, amounts.connections).flatMap(
      ({ connection: { from, field, to }, parents, args, list: { where, orderBy, size }, summary, isBackwards }) => {
        const given = Object.entries(args).map(([name, value]) => `${name}: ${literal(value)},`);
        const found = `found: ${field}(${given.join(' ')} ${paging}) { ${page} ${summarySelection(to, summary)} }`;
        const ids = parents.map(({ typeName, id }) => `${typeName}:${id}`);
        const count = Math.min(size, 5);
        const variables = { where, orderBy, ...(isBackwards ? { last: count } : { first: count }) };
        return [
          {
            query: `query (${parametersOf(to)}, $ids: [ID!]) { ${lists[from]}(where: { id: { in: $ids } }, first: 4) { nodes { id ${found} } } }`,
            variables: { ...variables, ids },
          },
          {
            query: `query (${parametersOf(to)}, $id: ID!) { node(id: $id) { ... on ${from} { ${found} } } }`,
            variables: { ...variables, id: ids[0] },
            pageAt: (data: any) => data.node?.found,
          },
        ];
      },
    ),
    ...some(
      fc.record({ text: anyText, types: fc.option(fc.uniqueArray(fc.constantFrom(...enumValues('SearchType')))) }),
      amounts.searches,
    ).map(
      ({ text, types }): Question => ({
        query: `query ($text: String!, $types: [SearchType!], $first: Int, $after: String) {
          search(text: $text, types: $types, first: $first, after: $after) {
            edges { cursor node { id } score highlight } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount
          }
        }`,
        variables: { text, types, first: 3 },
        pageAt: (data) => data.search,
      }),
    ),
  ];
}
