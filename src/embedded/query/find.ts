import type { PipelineContext, Row } from '../pipeline/row.ts';
import { rowBytes } from '../pipeline/row.ts';
import type { CollectionDefinition } from '../storage/catalog.ts';
import { decodeDocument } from '../values/decode-document.ts';
import { nothingRead, type Reads, topLevelFields } from '../values/reads.ts';
import type { Document, Value } from '../values/value.ts';
import type { Filter, ParsedFilter } from './filter.ts';
import type { PlanHabit } from './index-plan.ts';
import { compileMatcher } from './match.ts';
import { choosePlan, type Plan } from './planner.ts';
import type { JoinedOn } from './repeated-plan.ts';
import { scan } from './scan.ts';
import { type SortSpec, sortItems, sortKey } from './sort.ts';

export interface Query {
  filter: ParsedFilter;
  sort: SortSpec | null;
  skip: number;
  limit: number | null;
  hint?: Value;
  habit?: PlanHabit | undefined;
  joined?: JoinedOn | undefined;
  /** What those read who get the rows; null for all. */
  reads: Reads | null;
  /** Whether index entries may stand for documents, whose BSON nobody wants then. */
  covers: boolean;
  /** Whether the rows may come in any order, where there is no sort. */
  inAnyOrder?: boolean;
  /** A path through an array of which each row may have one element: a document comes as often as it has elements. */
  each?: string | undefined;
}

export interface FoundRow extends Row {
  /** The key in the map of documents; null where an index entry stands for the document. */
  key: Buffer | null;
}

/** The plan for a query. */
export function planQuery(context: PipelineContext, collection: CollectionDefinition, query: Query): Plan {
  const limit = query.limit === null ? null : query.limit + query.skip;
  const { sort, hint, habit, joined, covers, reads, each } = query;
  const inAnyOrder = query.inAnyOrder === true && query.skip === 0 && limit === null;
  return choosePlan(context.view, collection, {
    filter: query.filter.filter,
    sort,
    limit,
    hint,
    habit,
    joined,
    reads: { filter: query.filter.reads, rows: covers ? reads : null, inAnyOrder, each },
  });
}

/**
 * The query's rows, in its order, as they are asked for. Where nothing is read, and bounds decide, or where index entries
 * tell all that is, documents are not looked at, and `raw` is null.
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

/** The rows sorted, and of these the part between skip and limit. Nothing is read before it is asked for. */
export function ordered<T extends Row>(rows: Iterable<T>, order: Pick<Query, 'sort' | 'skip' | 'limit'>): Iterable<T> {
  const { sort, skip, limit } = order;
  // Joins come here for each of their rows.
  return sort === null && skip === 0 && limit === null ? rows : sortedPart(rows, order);
}

function* sortedPart<T extends Row>(
  rows: Iterable<T>,
  { sort, skip, limit }: Pick<Query, 'sort' | 'skip' | 'limit'>,
): Generator<T> {
  const most = limit === null ? null : skip + limit;
  const sorted = sort === null ? rows : sortItems(rows, (row) => sortKey(row.document, sort), most, rowBytes);
  let position = 0;
  if (most === 0) return;
  for (const row of sorted) {
    if (position++ >= skip) yield row;
    if (position === most) return;
  }
}

function* matchingRows(
  context: PipelineContext,
  collection: CollectionDefinition,
  query: Query,
  sort: SortSpec | null,
  plan: Plan,
): Generator<FoundRow> {
  const { view, vars, pulse, examined } = context;
  const matches = plan.exact ? null : compileMatcher(query.filter.filter);
  const wanted = neededFields(matches === null ? nothingRead : query.filter.reads, sort, query.reads);
  const fetch = wanted === undefined || wanted.length > 0 || matches !== null;
  const accepts = matches === null ? null : (document: Document) => matches(document, vars);
  for (const { key, raw, document: told } of scan(view, collection, plan, { fetch, accepts }, examined, pulse)) {
    const document = told ?? (raw === null || wanted?.length === 0 ? new Map() : decodeDocument(raw, 0, wanted));
    if (matches === null || matches(document, vars)) yield { key, raw, document };
  }
}

/** How many documents the filter has, when the plan's keys are all there is to count; else null. */
export function countByKeys(context: PipelineContext, query: Query, plan: Plan): number | null {
  const whole = query.skip === 0 && query.limit === null && (plan.exact || isEmpty(query.filter.filter));
  if (plan.kind !== 'scan' || plan.dedupe || !whole) return null;
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

/** The fields to decode; undefined for all. */
export function neededFields(filter: Reads | null, sort: SortSpec | null, rows: Reads | null): string[] | undefined {
  if (filter === null || rows === null) return undefined;
  const sorted = (sort ?? []).map(({ parts }) => parts[0] as string);
  return [...new Set([...topLevelFields(filter), ...sorted, ...topLevelFields(rows)])];
}
