import type { Document } from 'mongodb';
import type { GroupOrder, Interval, PageInfo } from '../generated/schema.ts';
import { parseCells } from './aggregation/cells.ts';
import { createSummaries, type Summaries } from './aggregation/summaries.ts';
import type { SummaryStages } from './aggregation/summary-reader.ts';
import { parseTimeline } from './aggregation/timeline.ts';
import { tollFields } from './aggregation/tolls.ts';
import { batched } from './batched.ts';
import { formatCursor, type Position, parseCursor } from './cursor.ts';
import type { Entity } from './entity.ts';
import type { Slice } from './entity-repository.ts';
import type { FieldInfo } from './field-info.ts';
import { keyset } from './keyset.ts';
import { type Order, parseOrder } from './order.ts';
import { type PageArguments, parsePageSize, parseSize } from './page-arguments.ts';
import { selectedFields } from './selection.ts';
import type { Condition } from './where/condition.ts';
import type { Filters } from './where/filters.ts';
import type { WhereInput } from './where/operators.ts';
import type { Match } from './where/store-match.ts';

/** The arguments that every connection takes. */
export interface ConnectionArguments extends PageArguments {
  where?: WhereInput | null;
  orderBy?: readonly { field: string; direction: 'ASC' | 'DESC' }[] | null;
}

/**
 * A list of documents, read one page at a time with one command, or two by relevance. Only summaries whose fields are
 * selected are computed.
 */
export interface Connection<D> {
  readonly entity: Entity;
  readonly summaries: Summaries;
  readonly level: ConnectionLevel<D>;
  /** Its index in its level. */
  readonly index: number;
}

export interface Page<D> {
  edges: Edge<D>[];
  nodes: D[];
  pageInfo: PageInfo;
}

export interface Edge<D> {
  readonly cursor: string;
  node: D;
}

/** The source of the documents of a level of connections. */
export interface ConnectionSource<D> {
  /** Returns a slice for each connection, in order. */
  slices(slice: Slice): Promise<readonly (D[] | Error)[]>;
  summarize(summary: MatchedSummary, index: number): Promise<readonly Document[]>;
}

/** The summary of the documents that match. */
export interface MatchedSummary extends SummaryStages {
  match: Match;
}

/** The parsed arguments that connections of one level share. */
export interface ConnectionRequest {
  entity: Entity;
  args: ConnectionArguments;
  condition: Condition;
  order: Order;
  size: number;
  backwards: boolean;
  bounds: readonly Document[];
  reads: readonly string[];
  /** The best documents, of which the page can be made. */
  best: NonNullable<Order['best']>;
}

/** Checks the arguments of a connection. `reads` are the paths of the selected fields. */
export function parseConnection(
  entity: Entity,
  args: ConnectionArguments,
  reads: readonly string[],
  filters: Filters,
): ConnectionRequest {
  const { condition, texts } = filters.parse(entity, args.where);
  const order = parseOrder(entity, args.orderBy, texts);
  const { size, backwards } = parsePageSize(args);
  const { after, before } = positionsOf(order, args);
  const bounds = [
    ...(after ? [keyset(order, after, 'behind')] : []),
    ...(before ? [keyset(order, before, 'front')] : []),
  ];
  const best = backwards ? [] : (order.best ?? []).filter(({ min }) => after === undefined || Number(after[0]) >= min);
  return { entity, args, condition, order, size, backwards, bounds, reads: readsFor(order, reads), best };
}

/** Connections of several parents with the same arguments, whose pages are read together. */
export interface ConnectionLevel<D> {
  /** Returns the page of each connection, in order. Reads once. */
  pages(): Promise<readonly (Page<D> | Error)[]>;
}

/** Returns `count` connections that have read nothing yet. */
export function openConnections<D extends object>(
  request: ConnectionRequest,
  count: number,
  filters: Filters,
  source: ConnectionSource<D>,
): Connection<D>[] {
  const { entity, condition, order, size, backwards, bounds, reads, best } = request;
  let pages: Promise<readonly (Page<D> | Error)[]> | undefined;

  async function readPages(): Promise<readonly (Page<D> | Error)[]> {
    const match = await filters.match(condition);
    const slices = await source.slices({ match, order, backwards, bounds, limit: size + 1, reads, best });
    return slices.map((rows) => (rows instanceof Error ? rows : toPage(request, rows)));
  }

  const level: ConnectionLevel<D> = {
    pages() {
      pages ??= readPages();
      return pages;
    },
  };
  const summarize = async (summary: SummaryStages, index: number) =>
    source.summarize({ ...summary, match: await filters.match(condition) }, index);
  return Array.from({ length: count }, (_, index) => new LevelConnection(entity, level, index, summarize));
}

class LevelConnection<D> implements Connection<D> {
  readonly entity: Entity;
  readonly level: ConnectionLevel<D>;
  readonly index: number;
  readonly #summarize: (summary: SummaryStages, index: number) => Promise<readonly Document[]>;
  #summaries: Summaries | undefined;

  constructor(
    entity: Entity,
    level: ConnectionLevel<D>,
    index: number,
    summarize: (summary: SummaryStages, index: number) => Promise<readonly Document[]>,
  ) {
    this.entity = entity;
    this.level = level;
    this.index = index;
    this.#summarize = summarize;
  }

  get summaries(): Summaries {
    this.#summaries ??= createSummaries(this.entity, (summary) => this.#summarize(summary, this.index));
    return this.#summaries;
  }
}

/** Returns the resolvers that all connection types share. */
export function connectionResolvers<D>() {
  return {
    edges: ofPage<D, Edge<D>[]>((page) => page.edges),
    nodes: ofPage<D, D[]>((page) => page.nodes),
    pageInfo: ofPage<D, PageInfo>((page) => page.pageInfo),
    totalCount: ({ summaries }: Connection<D>) => summaries.totalCount(),
    groups: (
      { entity, summaries }: Connection<D>,
      { by, first, orderBy }: GroupArguments,
      _context: unknown,
      info: FieldInfo,
    ) =>
      summaries.groups(
        { by, first: parseSize('first', first ?? defaultGroups, maxGroups), orderBy: orderBy ?? 'COUNT' },
        tollFields(selectedFields(info, `${entity.type}Group`)),
      ),
    groupCount: ({ summaries }: Connection<D>, { by }: { by: string }) => summaries.groupCount(by),
  };
}

/** Returns the resolver of a field of the page. All pages of a level are read together. */
function ofPage<D, V>(read: (page: Page<D>) => V) {
  return batched<Connection<D>, unknown, unknown, V>(async (connections) => {
    const levels = [...new Set(connections.map(({ level }) => level))];
    const pages = new Map(await Promise.all(levels.map(async (level) => [level, await pagesOrError(level)] as const)));
    return connections.map(({ level, index }) => {
      const page = pages.get(level)?.(index) as Page<D> | Error;
      return page instanceof Error ? page : read(page);
    });
  });
}

async function pagesOrError<D>(level: ConnectionLevel<D>): Promise<(index: number) => Page<D> | Error> {
  try {
    const pages = await level.pages();
    return (index) => pages[index] as Page<D> | Error;
  } catch (reason) {
    const error = reason instanceof Error ? reason : new Error('A page could not be read', { cause: reason });
    return () => error;
  }
}

/** The timeline of a connection whose type has dates. */
export const connectionTimeline = {
  timeline: ({ summaries }: Connection<unknown>, args: TimelineArguments, context: unknown, info: FieldInfo) =>
    timelineResolver.timeline(summaries, args, context, info),
};

/** The timeline of a group. */
export const timelineResolver = {
  timeline: (list: Pick<Summaries, 'timeline'>, args: TimelineArguments, _context: unknown, info: FieldInfo) =>
    list.timeline(parseTimeline(args), tollFields(selectedFields(info, 'TimelineBucket'))),
};

/** The cells and the bounds of a connection whose type has points. */
export const mapResolvers = {
  cells: ({ summaries }: Connection<unknown>, args: CellArguments, _context: unknown, info: FieldInfo) => {
    const selected = selectedFields(info, 'Cell');
    return summaries.cells(parseCells(args), tollFields(selected), selected.has('location'));
  },
  bounds: ({ summaries }: Connection<unknown>, { areasByCentre }: { areasByCentre?: boolean | null }) =>
    summaries.bounds(areasByCentre === true),
};

interface GroupArguments {
  by: string;
  first?: number | null;
  orderBy?: GroupOrder | null;
}

interface TimelineArguments {
  interval: Interval;
  from?: string | null;
  to?: string | null;
  empty?: boolean | null;
}

interface CellArguments {
  precision: number;
  first?: number | null;
  areasByCentre?: boolean | null;
}

const defaultGroups = 20;
const maxGroups = 100;

function positionsOf(order: Order, { after, before }: PageArguments): { after?: Position; before?: Position } {
  return {
    ...(after != null && { after: parseCursor(order, after, 'after') }),
    ...(before != null && { before: parseCursor(order, before, 'before') }),
  };
}

/**
 * Makes a page from `rows`, which has one extra row if the list continues. In the opposite direction, there are assumed to
 * be more rows if a cursor was given.
 */
function toPage<D extends object>(request: ConnectionRequest, rows: D[]): Page<D> {
  const { args, size, backwards } = request;
  const { after, before } = args;
  const more = rows.length > size;
  const nodes = more || backwards ? rows.slice(0, size) : rows;
  if (backwards) nodes.reverse(); // a copy: `rows` may be another field's too
  return new PageOf(request.order, nodes, backwards ? before != null : more, backwards ? more : after != null);
}

/** Makes edges, and the cursors of the page, when they are read, which most queries do not. */
class PageOf<D extends object> implements Page<D>, PageInfo {
  readonly nodes: D[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #order: Order;

  constructor(order: Order, nodes: D[], hasNextPage: boolean, hasPreviousPage: boolean) {
    this.#order = order;
    this.nodes = nodes;
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  get edges(): Edge<D>[] {
    return this.nodes.map((node) => new EdgeOf(this.#order, node));
  }

  get pageInfo(): PageInfo {
    return this;
  }

  get startCursor(): string | null {
    return this.#cursorOf(this.nodes[0]);
  }

  get endCursor(): string | null {
    return this.#cursorOf(this.nodes.at(-1));
  }

  #cursorOf(node: D | undefined): string | null {
    return node ? formatCursor(this.#order, node) : null;
  }
}

/** Makes its cursor when it is read, which most queries do not. */
class EdgeOf<D extends object> implements Edge<D> {
  readonly node: D;
  readonly #order: Order;

  constructor(order: Order, node: D) {
    this.#order = order;
    this.node = node;
  }

  get cursor(): string {
    return formatCursor(this.#order, this.node);
  }
}

/** By order and selected paths, which many requests share. */
const readsByOrder = new WeakMap<Order, WeakMap<readonly string[], readonly string[]>>();

/** Returns the selected paths and those of the order, from which cursors are made. */
function readsFor(order: Order, reads: readonly string[]): readonly string[] {
  let known = readsByOrder.get(order);
  if (!known) {
    known = new WeakMap();
    readsByOrder.set(order, known);
  }
  let all = known.get(reads);
  if (!all) {
    all = prune([...reads, ...order.paths.map(([path]) => path)]);
    known.set(reads, all);
  }
  return all;
}

/** Removes paths below other paths, because a projection may not contain both. */
function prune(paths: readonly string[]): string[] {
  const distinct = [...new Set(paths)];
  return distinct.filter((path) => !distinct.some((other) => path.startsWith(`${other}.`)));
}
