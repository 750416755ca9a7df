import { type Filter, partsOf, readsOfFilter } from '../query/filter.ts';
import { filterText } from '../query/filter-text.ts';
import { neededFields, planQuery, type Query } from '../query/find.ts';
import { compileMatcher } from '../query/match.ts';
import type { Plan } from '../query/planner.ts';
import { scan } from '../query/scan.ts';
import type { PipelineContext } from '../query/stage.ts';
import type { CollectionDefinition } from '../storage/catalog.ts';
import { type ColumnTable, columnsFor, Verdict } from '../storage/column-table.ts';
import { decodeDocument } from '../values/decode-document.ts';
import { noDependencies } from '../values/dependencies.ts';
import { type Batch, compute, positionsWhere, takeRows } from './vectors.ts';

/** Rows are found faster by an index, or one by one, than by a walk through all if they are fewer than this part. */
const fewerThan = 1 / 32;
/** The number of documents to test before the time is checked again. */
const checkInterval = 64;

/**
 * The matching rows of a table. An index leads to them if it leads to a small part of all. Otherwise each part of the
 * filter is tested on columns, or, if these are not kept for it, on documents, once for all queries: its verdicts are
 * kept.
 */
export function matchingRows(
  context: PipelineContext,
  collection: CollectionDefinition,
  query: Query,
  plan: Plan,
  table: ColumnTable,
): Batch | null {
  const few = isBounded(plan) ? rowsInPlan(context, collection, plan, table, table.size * fewerThan) : null;
  if (few !== null && plan.exact) return batchOf(table, few);
  let rows = few ?? allRows(table);
  const unkept: Filter[] = [];
  for (const part of partsOf(query.filter.filter)) {
    context.checkInterrupt();
    const reads = readsOfFilter(part);
    if (columnsFor(reads)?.every((name) => table.column(name) !== undefined) !== true) unkept.push(part);
    else {
      const { vars } = context;
      const passing = positionsWhere(compute(batchOf(table, rows), { evaluate: compileMatcher(part), reads }, vars));
      rows = passing.map((position) => rows[position] as number);
    }
  }
  for (const part of unkept) {
    const passing = passingRows(context, collection, part, table, rows);
    if (passing === null) return null;
    rows = passing;
  }
  return batchOf(table, rows);
}

/** Those of the rows that pass a part of a filter for which no columns are kept; null if a row is not known. */
function passingRows(
  context: PipelineContext,
  collection: CollectionDefinition,
  part: Filter,
  table: ColumnTable,
  rows: Int32Array,
): Int32Array | null {
  const text = filterText(part);
  const verdicts = text === null ? new Uint8Array(table.size) : table.verdicts(text);
  const unknown = rows.filter((row) => verdicts[row] === Verdict.unknown);
  if (unknown.length > table.size * fewerThan && !judgeByIndex(context, collection, part, table, verdicts)) return null;
  judgeDocuments(context, part, table, verdicts, unknown);
  return rows.filter((row) => verdicts[row] === Verdict.passes);
}

/** Judges what an index alone can: the rows to which it does not lead, and, if it is exact, the others. */
function judgeByIndex(
  context: PipelineContext,
  collection: CollectionDefinition,
  part: Filter,
  table: ColumnTable,
  verdicts: Uint8Array,
): boolean {
  const filter = { filter: part, reads: readsOfFilter(part) };
  const query = { filter, sort: null, skip: 0, limit: null, reads: noDependencies, covers: false, inAnyOrder: true };
  const plan = planQuery(context, collection, query);
  if (!isBounded(plan)) return true;
  const found = rowsInPlan(context, collection, plan, table, Number.POSITIVE_INFINITY);
  if (found === null) return false;
  const isFound = new Uint8Array(table.size);
  for (const row of found) isFound[row] = 1;
  for (let row = 0; row < table.size; row++) {
    if (isFound[row] === 0) verdicts[row] = Verdict.fails;
    else if (plan.exact) verdicts[row] = Verdict.passes;
  }
  return true;
}

function judgeDocuments(
  { view, vars, examined, checkInterrupt }: PipelineContext,
  part: Filter,
  table: ColumnTable,
  verdicts: Uint8Array,
  rows: Int32Array,
): void {
  const matches = compileMatcher(part);
  const fields = neededFields(readsOfFilter(part), null, noDependencies);
  let tested = 0;
  for (const row of rows) {
    if (verdicts[row] !== Verdict.unknown) continue;
    if (tested++ % checkInterval === 0) checkInterrupt();
    const raw = view.get('documents', table.keyOf(row));
    const passes = raw !== undefined && matches(decodeDocument(raw, 0, fields), vars);
    verdicts[row] = passes ? Verdict.passes : Verdict.fails;
  }
  examined.documents += tested;
}

function isBounded(plan: Plan): boolean {
  return plan.kind === 'scan' && plan.bounded > 0;
}

/** The rows to which a plan leads; null if they are more, or one is not in the table. */
function rowsInPlan(
  { view, examined, checkInterrupt }: PipelineContext,
  collection: CollectionDefinition,
  plan: Plan,
  table: ColumnTable,
  maxRows: number,
): Int32Array | null {
  const rows: number[] = [];
  const keysOnly = { fetch: false, accepts: null };
  for (const { key } of scan(view, collection, withoutCover(plan), keysOnly, examined, checkInterrupt)) {
    const row = key === null ? undefined : table.rowOf(key);
    if (row === undefined || rows.length >= maxRows) return null;
    rows.push(row);
  }
  return Int32Array.from(rows);
}

function withoutCover(plan: Plan): Plan {
  return plan.kind === 'scan' ? { ...plan, cover: null, filterCover: null } : plan;
}

function allRows(table: ColumnTable): Int32Array {
  const rows = new Int32Array(table.size);
  let count = 0;
  for (let row = 0; row < table.size; row++) if (table.isThere(row)) rows[count++] = row;
  return rows.subarray(0, count);
}

function batchOf(table: ColumnTable, rows: Int32Array): Batch {
  const stored: Batch = {
    length: table.size,
    made: new Set(),
    vector(name) {
      const column = table.column(name);
      if (column === undefined) throw new Error(`The column ${name} is not kept`);
      return column;
    },
  };
  return takeRows(stored, rows);
}
