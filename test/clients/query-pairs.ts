import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { gatewaySchema } from './gateway-schema.ts';

const roots = [
  'incident(id: "convoy-mosul-dam-2023-11-09")',
  'node(id: "Actor:us-troops")',
  'actor(id: "iran")',
  'incidents(first: 2)',
  'articles(first: 1)',
  'search(text: "drone", first: 3)',
];

/** The fields by which caches recognize an object, an edge, a group, an interval and a cell. */
const identifying = ['id', 'node', 'key', 'start', 'geohash'];

const requiredArguments: Record<string, string> = { interval: 'interval: YEAR', precision: 'precision: 3' };

type Pick = <T>(values: readonly T[]) => T;

/** Two queries for fields of one object of the shipped article, with the fields by which caches recognize it. */
export const queryPairs: fc.Arbitrary<[string, string]> = fc.gen().map((gen) => {
  const pick: Pick = (values) => values[gen(fc.nat, { max: values.length - 1 })] as never;
  const root = pick(roots);
  const field = gatewaySchema.getQueryType()?.getFields()[/^\w+/.exec(root)?.[0] ?? ''];
  if (!field) throw new Error(`The schema has no field ${root}`);
  const query = () => `{ ${root} ${selectionOf(getNamedType(field.type).name, 3, pick)} }`;
  return [query(), query()];
});

function selectionOf(typeName: string, depth: number, pick: Pick): string {
  const type = gatewaySchema.getType(typeName);
  if (isInterfaceType(type)) {
    const possible = pick(gatewaySchema.getPossibleTypes(type));
    return `{ id label ... on ${possible.name} ${selectionOf(possible.name, depth, pick)} }`;
  }
  const fields = Object.values((type as GraphQLObjectType).getFields());
  const chosen = fields.filter(
    ({ name }) => identifying.includes(name) && !(name === 'node' && typeName.endsWith('Group')),
  );
  const others = fields.filter((field) => depth > 0 || isLeaf(field));
  for (let count = pick([1, 2, 3]); count > 0 && others.length > 0; count--) {
    const field = pick(others);
    if (!chosen.includes(field)) chosen.push(field);
  }
  if (chosen.length === 0) return '{ __typename }';
  return `{ ${chosen.map((field) => selectionOfField(field, depth, pick)).join(' ')} }`;
}

function isLeaf({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return !isObjectType(named) && !isInterfaceType(named);
}

function selectionOfField(field: GraphQLField<unknown, unknown>, depth: number, pick: Pick): string {
  const typeName = getNamedType(field.type).name;
  const args = field.args.filter(isRequiredArgument).map(({ name, type }) => {
    return requiredArguments[name] ?? `${name}: ${name === 'by' ? groupOf(String(type)) : ''}`;
  });
  if (typeName.endsWith('Connection')) args.push(`first: ${pick([1, 2])}`);
  const written = args.length > 0 ? `${field.name}(${args.join(' ')})` : field.name;
  return isLeaf(field) ? written : `${written} ${selectionOf(typeName, depth - 1, pick)}`;
}

/** `KIND` where there is such a group, otherwise the first one. */
function groupOf(type: string): string {
  const groups = gatewaySchema.getType(type.replace('!', '')) as unknown as { getValues(): { name: string }[] };
  const names = groups.getValues().map(({ name }) => name);
  return names.includes('COUNTRY') ? 'COUNTRY' : (names[0] ?? '');
}
