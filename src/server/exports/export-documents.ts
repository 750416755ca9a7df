import { type ExportType, exportTypes } from './export-types.ts';
import { type ExportName, shortForms } from './short-forms.ts';

/** The number of parts in a list when none is requested. */
export const partsOfList = 100;
/** Few, since connections cost their size; the rest is read node by node. */
const firstOfConnection = 20;

/**
 * Returns the query of a page, `ExportIncidents` for example. Its variables are `first`, `after`, `where`, `orderBy` and
 * the given short forms.
 */
export function pageDocument(name: ExportName, given: readonly string[]): string {
  const type = exportTypes[name];
  const conditions = conditionsOf(name, given);
  const variables = Object.entries(shortForms[name])
    .filter(([each]) => conditions.some((condition) => condition.includes(`$${each} `)))
    .map(([each, { type: input }]) => `, $${each}: ${input}`);
  const where = conditions.length === 0 ? '$where' : `{ and: [$where, ${conditions.join(', ')}] }`;
  const head = `$first: Int!, $after: String, $where: ${type.type}Where! = {}, $orderBy: [${type.type}Order!]`;
  return `query ${operationName(name)}(${head}${variables.join('')}) {
  list: ${name}(where: ${where}, orderBy: $orderBy, first: $first, after: $after) {
    nodes { ${selectionOf(type)} }
    pageInfo { hasNextPage endCursor }
  }
}`;
}

/** Returns the conditions of short forms. `from` and `to` share one, in which the other's variable may be missing. */
function conditionsOf(name: ExportName, given: readonly string[]): string[] {
  return [...new Set(given.flatMap((each) => shortForms[name][each]?.condition ?? []))];
}

/** Returns the parameter that a path of an argument of `pageDocument` belongs to, with the rest of the path if it is `where`. */
export function parameterOf(name: ExportName, given: readonly string[], path: string): string {
  const conditions = conditionsOf(name, given);
  if (conditions.length === 0) return path;
  const [, index, rest = ''] = /^where\.and\.(\d+)(.*)$/s.exec(path) ?? [];
  if (index === undefined) return path;
  if (index === '0') return `where${rest}`;
  const condition = conditions[Number(index) - 1];
  const sharing = given.filter((each) => shortForms[name][each]?.condition === condition);
  return sharing.find((each) => rest.endsWith(`.${each}`)) ?? sharing[0] ?? path;
}

export function operationName(name: ExportName): string {
  return `Export${name[0]?.toUpperCase()}${name.slice(1)}`;
}

/** Returns all that is selected of a node. */
export function selectionOf({ fields, parts, connections }: ExportType): string {
  return [
    fields,
    ...Object.entries(parts).map(([field, selected]) => `${field} { ${selected} }`),
    ...Object.entries(connections).map(([field, selected]) => connectionOf(field, selected, firstOfConnection, '')),
  ].join('\n      ');
}

/** Returns the query of the parts of a node after those with the id `after`. */
export function partsDocument(type: ExportType, field: string): string {
  return restDocument(type, 'ID', `list: ${field}(after: $after) { ${type.parts[field]} }`);
}

/** Returns the query of the nodes of a connection of a node after the cursor `after`. */
export function connectionDocument(type: ExportType, field: string): string {
  return restDocument(
    type,
    'String',
    `list: ${connectionOf(field, type.connections[field] ?? '', 100, 'after: $after')}`,
  );
}

export const restOperation = 'ExportRest';

function restDocument({ type }: ExportType, cursor: string, field: string): string {
  return `query ${restOperation}($id: ID!, $after: ${cursor}!) { node(id: $id) { ... on ${type} { ${field} } } }`;
}

function connectionOf(field: string, selected: string, first: number, after: string): string {
  return `${field}(first: ${first} ${after}) { nodes { ${selected} } pageInfo { hasNextPage endCursor } }`;
}
