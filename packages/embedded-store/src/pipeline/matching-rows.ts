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
import { type Dependencies, noDependencies } from '../values/dependencies.ts';
import { type Batch, compute, takeRows } from './vectors.ts';

/** Rows are found faster by an index, or one by one, than by a walk through all if they are fewer than this part. */
const fewerThan = 1 / 32;
/** The number of documents to test before the time is checked again. */
const checkInterval = 64;

/**
 * The matching rows of a table. Each part of the filter is judged once for all queries: on columns, by an index, or, if no
 * columns are kept for it, on documents. As long as much is unknown, an index leads to the rows if they are few.
 */
export function matchingRows(
  context: PipelineContext,
  collection: CollectionDefinition,
  query: Query,
  plan: Plan,
  table: ColumnTable,
): Batch | null {
  let rows = allRows(table);
  const judged: Part[] = [];
  const unjudged: Part[] = [];
  for (const part of partsOf(query.filter.filter).map((each) => partOf(each, table))) {
    if (countUnknown(part, rows) > table.size * fewerThan) unjudged.push(part);
    else {
      rows = passingRows(context, part, table, rows);
      judged.push(part);
    }
  }
  if (unjudged.length > 0 && isBounded(plan)) {
    const few = rowsInPlan(context, collection, plan, table, table.size * fewerThan);
    if (few !== null && plan.exact) return batchOf(table, few);
    if (few !== null) rows = judged.reduce((left, part) => passingRows(context, part, table, left), few);
  }
  for (const part of unjudged.sort((a, b) => Number(b.isOnColumns) - Number(a.isOnColumns))) {
    const isLarge = countUnknown(part, rows) > table.size * fewerThan;
    if (isLarge && !part.isOnColumns && !judgeByIndex(context, collection, part, table)) return null;
    rows = passingRows(context, part, table, rows);
  }
  return batchOf(table, rows);
}

/** A part of a filter, with the verdicts on it by row. */
interface Part {
  filter: Filter;
  reads: Dependencies | null;
  verdicts: Uint8Array;
  /** True if columns tell the verdicts; otherwise an index or the documents do. */
  isOnColumns: boolean;
}

function partOf(filter: Filter, table: ColumnTable): Part {
  const reads = readsOfFilter(filter);
  const text = filterText(filter);
  return {
    filter,
    reads,
    verdicts: text === null ? new Uint8Array(table.size) : table.verdicts(text),
    isOnColumns: columnsFor(reads)?.every((name) => table.column(name) !== undefined) === true,
  };
}

function countUnknown({ verdicts }: Part, rows: Int32Array): number {
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (verdicts[rows[i] as number] === Verdict.unknown) count++;
  return count;
}

/** The rows with this verdict. */
function rowsWith({ verdicts }: Part, verdict: number, rows: Int32Array): Int32Array {
  const found = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (verdicts[rows[i] as number] === verdict) found[count++] = rows[i] as number;
  return found.subarray(0, count);
}

/** Those of the rows that pass a part of a filter. */
function passingRows(context: PipelineContext, part: Part, table: ColumnTable, rows: Int32Array): Int32Array {
  context.checkInterrupt();
  const unknown = rowsWith(part, Verdict.unknown, rows);
  if (part.isOnColumns) judgeColumns(context, part, table, unknown);
  else judgeDocuments(context, part, table, unknown);
  return rowsWith(part, Verdict.passes, rows);
}

function judgeColumns({ vars }: PipelineContext, part: Part, table: ColumnTable, rows: Int32Array): void {
  const { filter, reads, verdicts } = part;
  const { numbers, results } = compute(batchOf(table, rows), { evaluate: compileMatcher(filter), reads }, vars);
  for (let i = 0; i < rows.length; i++)
    verdicts[rows[i] as number] = results[numbers[i] as number] ? Verdict.passes : Verdict.fails;
}

/** Judges what an index alone can: the rows to which it does not lead, and, if it is exact, the others. */
function judgeByIndex(
  context: PipelineContext,
  collection: CollectionDefinition,
  { filter, reads, verdicts }: Part,
  table: ColumnTable,
): boolean {
  const query = {
    filter: { filter, reads },
    sort: null,
    skip: 0,
    limit: null,
    reads: noDependencies,
    covers: false,
    inAnyOrder: true,
  };
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
  { filter, reads, verdicts }: Part,
  table: ColumnTable,
  rows: Int32Array,
): void {
  const matches = compileMatcher(filter);
  const fields = neededFields(reads, null, noDependencies);
  let tested = 0;
  for (const row of rows) {
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
