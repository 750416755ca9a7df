import type { Document } from 'mongodb';
import type { PageInfo } from '../generated/schema.ts';
import { formatCursor, parseCursor } from './cursor.ts';
import type { Entity } from './entity.ts';
import type { Slice } from './entity-repository.ts';
import { notImplemented } from './errors.ts';
import { keyset, sortOf } from './keyset.ts';
import { type Order, parseOrder } from './order.ts';
import { type PageArguments, parsePageSize } from './page-arguments.ts';
import { compileWhere, type WhereInput } from './where.ts';

/** The arguments that every connection takes. */
export interface ConnectionArguments extends PageArguments {
  where?: WhereInput | null;
  orderBy?: readonly { field: string; direction: 'ASC' | 'DESC' }[] | null;
}

/** A list of documents, read a page at a time, and only as far as its fields are selected. */
export interface Connection<D> {
  page(): Promise<Page<D>>;
  totalCount(): Promise<number>;
}

export interface Page<D> {
  edges: { cursor: string; node: D }[];
  pageInfo: PageInfo;
}

/** Where the documents of a connection come from: the whole collection, or one parent's children. */
export interface ConnectionSource<D> {
  slice(slice: Slice): Promise<D[]>;
  count(filter: Document): Promise<number>;
}

/** Checks the arguments at once, and reads nothing yet. `reads` are the paths that the selected fields of a node need. */
export function createConnection<D extends object>(
  entity: Entity,
  args: ConnectionArguments,
  reads: readonly string[],
  source: ConnectionSource<D>,
): Connection<D> {
  const filter = compileWhere(entity, args.where);
  const order = parseOrder(entity, args.orderBy);
  const { size, backwards } = parsePageSize(args);
  const slice: Slice = {
    filter: within(order, filter, args),
    sort: sortOf(order, backwards) as Slice['sort'],
    limit: size + 1,
    reads: prune([...reads, ...order.paths.map(([path]) => path)]),
  };
  let page: Promise<Page<D>> | undefined;
  return {
    page: () => {
      page ??= source.slice(slice).then((rows) => toPage(order, args, { size, backwards }, rows));
      return page;
    },
    totalCount: () => source.count(filter),
  };
}

/** The resolvers that all connection types share. */
export function connectionResolvers<D>() {
  return {
    edges: async (connection: Connection<D>) => (await connection.page()).edges,
    nodes: async (connection: Connection<D>) => (await connection.page()).edges.map((edge) => edge.node),
    pageInfo: async (connection: Connection<D>) => (await connection.page()).pageInfo,
    totalCount: (connection: Connection<D>) => connection.totalCount(),
    groups: () => {
      throw notImplemented('Grouping');
    },
  };
}

export const timelineResolver = {
  timeline: () => {
    throw notImplemented('A timeline');
  },
};

export const boundsResolver = {
  bounds: () => {
    throw notImplemented('The bounds of a list');
  },
};

function within(order: Order, filter: Document, { after, before }: PageArguments): Document {
  const bounds = [
    ...(after == null ? [] : [keyset(order, parseCursor(order, after, 'after'), 'behind')]),
    ...(before == null ? [] : [keyset(order, parseCursor(order, before, 'before'), 'front')]),
  ];
  const filters = [filter, ...bounds].filter((filter) => Object.keys(filter).length > 0);
  return filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
}

/** `rows` has one row more than the page where the list goes on. What lies on the other side follows from the cursor given. */
function toPage<D extends object>(
  order: Order,
  { after, before }: PageArguments,
  { size, backwards }: { size: number; backwards: boolean },
  rows: D[],
): Page<D> {
  const more = rows.length > size;
  const taken = rows.slice(0, size);
  if (backwards) taken.reverse();
  const edges = taken.map((node) => ({ cursor: formatCursor(order, node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: backwards ? before != null : more,
      hasPreviousPage: backwards ? more : after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A projection may not hold both a path and what lies below it. */
function prune(paths: readonly string[]): string[] {
  const distinct = [...new Set(paths)];
  return distinct.filter((path) => !distinct.some((other) => path.startsWith(`${other}.`)));
}
