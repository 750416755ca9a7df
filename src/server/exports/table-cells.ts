import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/**
 * Flattens nodes of GraphQL responses to one level of columns: objects become prefixes (`location_name`), and lists are
 * joined. The playground uses it too, so it must not import anything that a browser lacks.
 */

/** A cell of a table; null is empty. */
export type Cell = string | number | boolean | null;

export interface Column {
  name: string;
  /** The response keys that lead from a node to the value, through any lists. */
  path: readonly string[];
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Fields that only hold others, and add nothing to the name of a column. */
const transparent: ReadonlySet<string> = new Set(['nodes', 'edges', 'node', 'point']);
/** A page of a connection is no part of its node. */
const left = 'pageInfo';

const separator = '; ';
const innerSeparator = ', ';

/** Returns the columns of nodes with this selection, in its order, with distinct names. */
export function columnsOf(selection: SelectionSetNode, fragments: Fragments = new Map()): Column[] {
  const paths = new Map(pathsOf(selection, fragments).map((path) => [path.join('.'), path]));
  const used = new Set<string>();
  return [...paths.values()].map((path) => {
    const base = columnName(path);
    let name = base;
    for (let number = 2; used.has(name); number++) name = `${base}_${number}`;
    used.add(name);
    return { name, path };
  });
}

/**
 * Returns the value at a path of a node. The values of a list are joined by `; `, those of lists within lists by `, `.
 * A value that is missing in a list leaves its place empty, so that columns of one list stay aligned; if all are missing,
 * the cell is empty. Objects without selected fields are JSON.
 */
export function cellAt(node: unknown, path: readonly string[]): Cell {
  return cellFrom(node, path, 0, separator);
}

function cellFrom(value: unknown, path: readonly string[], index: number, between: string): Cell {
  if (value === null || value === undefined) return null;
  const key = path[index];
  if (Array.isArray(value)) {
    const cells = value.map((each) => cellFrom(each, path, index, innerSeparator));
    return cells.every((cell) => cell === null) ? null : cells.map((cell) => cell ?? '').join(between);
  }
  if (typeof value !== 'object') return key === undefined ? (value as Cell) : null;
  return key === undefined
    ? JSON.stringify(value)
    : cellFrom((value as Record<string, unknown>)[key], path, index + 1, between);
}

function pathsOf({ selections }: SelectionSetNode, fragments: Fragments): string[][] {
  return selections.flatMap((selection): string[][] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      return fragment ? pathsOf(fragment.selectionSet, fragments) : [];
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return pathsOf(selection.selectionSet, fragments);
    const key = (selection.alias ?? selection.name).value;
    if (selection.name.value === left) return [];
    if (!selection.selectionSet) return [[key]];
    return pathsOf(selection.selectionSet, fragments).map((path) => [key, ...path]);
  });
}

function columnName(path: readonly string[]): string {
  const named = path.filter((key) => !transparent.has(key));
  return (named.length > 0 ? named : path).map(snakeCase).join('_');
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
