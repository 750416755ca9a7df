import type { GraphQLResolveInfo } from 'graphql';
import type { Document } from 'mongodb';
import type { Bounds, Interval, PageInfo } from '../generated/schema.ts';
import { formatCursor, parseCursor } from './cursor.ts';
import type { Entity, GroupKey } from './entity.ts';
import type { Slice, Summary } from './entity-repository.ts';
import { keyset } from './keyset.ts';
import { type Order, parseOrder } from './order.ts';
import { type PageArguments, parsePageSize, parseSize } from './page-arguments.ts';
import { selectedFields } from './selection.ts';
import { boundsStages, toBounds } from './summary/bounds.ts';
import { type GroupModel, groupStages, toGroup } from './summary/groups.ts';
import { type BucketModel, timelineStages, toTimeline } from './summary/timeline.ts';
import type { Filters } from './where/filters.ts';
import type { WhereInput } from './where/operators.ts';

/** The arguments that every connection takes. */
export interface ConnectionArguments extends PageArguments {
  where?: WhereInput | null;
  orderBy?: readonly { field: string; direction: 'ASC' | 'DESC' }[] | null;
}

/** A list of documents, read a page at a time, and only as far as its fields are selected. Each method is one command. */
export interface Connection<D> {
  type: Entity['type'];
  page(): Promise<Page<D>>;
  totalCount(): Promise<number>;
  groups(by: string, first: number, withToll: boolean): Promise<GroupModel[]>;
  timeline(interval: Interval, withToll: boolean): Promise<BucketModel[]>;
  bounds(): Promise<Bounds | null>;
}

export interface Page<D> {
  edges: { cursor: string; node: D }[];
  pageInfo: PageInfo;
}

/** Where the documents of a connection come from: the whole collection, or one parent's children. */
export interface ConnectionSource<D> {
  slice(slice: Slice): Promise<D[]>;
  /** `name` tells the summaries of one connection apart. */
  summarize(summary: Summary, name: string): Promise<Document[]>;
}

/** Checks the arguments at once, and reads nothing yet. `reads` are the paths that the selected fields of a node need. */
export function createConnection<D extends object>(
  entity: Entity,
  args: ConnectionArguments,
  reads: readonly string[],
  filters: Filters,
  source: ConnectionSource<D>,
): Connection<D> {
  const { condition, texts } = filters.parse(entity, args.where);
  const order = parseOrder(entity, args.orderBy, texts);
  const { size, backwards } = parsePageSize(args);
  const bounds = boundsOf(order, args);
  const paths = prune([...reads, ...order.paths.map(([path]) => path)]);
  let page: Promise<Page<D>> | undefined;

  async function readPage(): Promise<Page<D>> {
    const match = await filters.match(condition);
    const rows = await source.slice({ match, order, backwards, bounds, limit: size + 1, reads: paths });
    return toPage(order, args, { size, backwards }, rows);
  }

  async function summarize(name: string, stages: readonly Document[]): Promise<Document[]> {
    return source.summarize({ match: await filters.match(condition), stages }, name);
  }

  return {
    type: entity.type,
    page() {
      page ??= readPage();
      return page;
    },
    async totalCount() {
      const [row] = await summarize('totalCount', [{ $count: 'n' }]);
      return row?.n ?? 0;
    },
    async groups(by, first, withToll) {
      const key = entity.groups[by] as GroupKey;
      const rows = await summarize(`groups ${by} ${first} ${withToll}`, groupStages(entity, key, first, withToll));
      return rows.map((row) => toGroup(key, row));
    },
    async timeline(interval, withToll) {
      const stages = timelineStages(entity, entity.timeline ?? {}, withToll);
      return toTimeline(await summarize(`timeline ${interval} ${withToll}`, stages), interval, withToll);
    },
    async bounds() {
      return toBounds(await summarize('bounds', boundsStages(entity.point ?? '')));
    },
  };
}

/** The resolvers that all connection types share. */
export function connectionResolvers<D>() {
  return {
    edges: async (connection: Connection<D>) => (await connection.page()).edges,
    nodes: async (connection: Connection<D>) => (await connection.page()).edges.map((edge) => edge.node),
    pageInfo: async (connection: Connection<D>) => (await connection.page()).pageInfo,
    totalCount: (connection: Connection<D>) => connection.totalCount(),
    groups: (connection: Connection<D>, { by, first }: GroupArguments, _context: unknown, info: GraphQLResolveInfo) =>
      connection.groups(
        by,
        parseSize('first', first ?? defaultGroups, mostGroups),
        hasToll(info, `${connection.type}Group`),
      ),
  };
}

export const timelineResolver = {
  timeline: (
    connection: Connection<unknown>,
    { interval }: { interval: Interval },
    _context: unknown,
    info: GraphQLResolveInfo,
  ) => connection.timeline(interval, connection.type === 'Incident' && hasToll(info, 'TimelineBucket')),
};

export const boundsResolver = {
  bounds: (connection: Connection<unknown>) => connection.bounds(),
};

interface GroupArguments {
  by: string;
  first?: number | null;
}

const defaultGroups = 20;
const mostGroups = 100;

/** What is not selected is not added up. */
function hasToll(info: GraphQLResolveInfo, type: string): boolean {
  const fields = selectedFields(info, type);
  return fields.has('killed') || fields.has('injured');
}

function boundsOf(order: Order, { after, before }: PageArguments): Document[] {
  return [
    ...(after == null ? [] : [keyset(order, parseCursor(order, after, 'after'), 'behind')]),
    ...(before == null ? [] : [keyset(order, parseCursor(order, before, 'before'), 'front')]),
  ];
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
