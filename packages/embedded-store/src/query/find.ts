import type { CollectionDefinition } from '../storage/catalog.ts';
import { decodeDocument } from '../values/decode-document.ts';
import { type Dependencies, noDependencies, topLevelFields } from '../values/dependencies.ts';
import type { Document, Value } from '../values/value.ts';
import type { Filter, ParsedFilter } from './filter.ts';
import { compileMatcher } from './match.ts';
import type { JoinedOn, PlanCache } from './plan-cache.ts';
import { choosePlan, type Plan } from './planner.ts';
import { scan } from './scan.ts';
import { type SortSpec, sortItems, sortKey } from './sort.ts';
import type { PipelineContext, Row } from './stage.ts';
import { rowBytes } from './stage.ts';

export interface Query {
  filter: ParsedFilter;
  sort: SortSpec | null;
  skip: number;
  limit: number | null;
  hint?: Value;
  cache?: PlanCache | undefined;
  joined?: JoinedOn | undefined;
  /** The fields that later stages read; null for the whole document. */
  reads: Dependencies | null;
  /** Whether rows may come from index entries alone, without stored BSON. */
  covers: boolean;
  /** Whether the order of rows does not matter (if there is no sort). */
  inAnyOrder?: boolean;
  /** The path of an array. Each row may have one element of it; a document then yields a row per element. */
  each?: string | undefined;
}

export interface FoundRow extends Row {
  /** The document's key; null for a covered read. */
  key: Buffer | null;
}

/** The plan for a query. */
export function planQuery(context: PipelineContext, collection: CollectionDefinition, query: Query): Plan {
  const limit = query.limit === null ? null : query.limit + query.skip;
  const { sort, hint, cache, joined, covers, reads, each } = query;
  const inAnyOrder = query.inAnyOrder === true && query.skip === 0 && limit === null;
  return choosePlan(context.view, collection, {
    filter: query.filter.filter,
    sort,
    limit,
    hint,
    cache,
    joined,
    reads: { filter: query.filter.reads, rows: covers ? reads : null, inAnyOrder, each },
  });
}

/**
 * The query's rows in order, read lazily. `raw` is null if documents were not read: because no field is read and the
 * bounds decide the filter, or because index entries hold every field that is read.
 */
export function findRows(
  context: PipelineContext,
  collection: CollectionDefinition,
  query: Query,
  plan: Plan = planQuery(context, collection, query),
): Iterable<FoundRow> {
  const sort = plan.sorted ? null : query.sort;
  const rows = matchingRows(context, collection, query, sort, plan);
  return ordered(rows, { ...query, sort });
}

/** The rows in order, after skip and limit. Reads nothing before the first row is requested. */
export function ordered<T extends Row>(rows: Iterable<T>, order: Pick<Query, 'sort' | 'skip' | 'limit'>): Iterable<T> {
  const { sort, skip, limit } = order;
  // A fast path, because joins call this for each row.
  return sort === null && skip === 0 && limit === null ? rows : sortedPart(rows, order);
}

function* sortedPart<T extends Row>(
  rows: Iterable<T>,
  { sort, skip, limit }: Pick<Query, 'sort' | 'skip' | 'limit'>,
): Generator<T> {
  const maxRows = limit === null ? null : skip + limit;
  const sorted = sort === null ? rows : sortItems(rows, (row) => sortKey(row.document, sort), maxRows, rowBytes);
  let position = 0;
  if (maxRows === 0) return;
  for (const row of sorted) {
    if (position++ >= skip) yield row;
    if (position === maxRows) return;
  }
}

function* matchingRows(
  context: PipelineContext,
  collection: CollectionDefinition,
  query: Query,
  sort: SortSpec | null,
  plan: Plan,
): Generator<FoundRow> {
  const { view, vars, checkInterrupt, examined } = context;
  const matches = plan.exact ? null : compileMatcher(query.filter.filter);
  const wanted = neededFields(matches === null ? noDependencies : query.filter.reads, sort, query.reads);
  const fetch = wanted === undefined || wanted.length > 0 || matches !== null;
  const instead = plan.kind === 'scan' ? (plan.memberships?.instead ?? null) : null;
  const decoded = instead === null ? wanted : wanted?.filter((field) => field !== instead);
  const accepts = matches === null ? null : (document: Document) => matches(document, vars);
  for (const { key, raw, document: covered, found } of scan(
    view,
    collection,
    plan,
    { fetch, accepts },
    examined,
    checkInterrupt,
  )) {
    const document = covered ?? (raw === null || decoded?.length === 0 ? new Map() : decodeDocument(raw, 0, decoded));
    if (instead !== null && covered === null && found !== undefined) document.set(instead, found);
    if (matches === null || matches(document, vars)) yield { key, raw, document };
  }
}

/** The number of matching documents, if the plan's key ranges alone determine it; else null. */
export function countByKeys(context: PipelineContext, query: Query, plan: Plan): number | null {
  const whole = query.skip === 0 && query.limit === null && (plan.exact || isEmpty(query.filter.filter));
  if (plan.kind !== 'scan' || plan.dedupe || plan.memberships !== null || !whole) return null;
  let total = 0;
  for (const { start, end, single } of plan.ranges) {
    const count = single
      ? Number(context.view.get(plan.map, start) !== undefined)
      : context.view.count(plan.map, start, end);
    if (count === null) return null;
    total += count;
    context.examined.keys += count;
  }
  return total;
}

function isEmpty(filter: Filter): boolean {
  return filter.kind === 'and' && filter.filters.length === 0;
}

/** The top-level fields to decode; undefined for all. */
export function neededFields(
  filter: Dependencies | null,
  sort: SortSpec | null,
  rows: Dependencies | null,
): string[] | undefined {
  if (filter === null || rows === null) return undefined;
  const sorted = (sort ?? []).map(({ parts }) => parts[0] as string);
  return [...new Set([...topLevelFields(filter), ...sorted, ...topLevelFields(rows)])];
}
