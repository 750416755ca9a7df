import { CommandError } from '../errors.ts';
import { findRows, type Query } from '../query/find.ts';
import { maxHeldBytes, sortItems, sortKey } from '../query/sort.ts';
import {
  type JoinTable,
  type JoinUse,
  type PipelineContext,
  type Row,
  rowBytes,
  runStages,
  type Stage,
} from '../query/stage.ts';
import { dependenciesOn, mergeDependencies } from '../values/dependencies.ts';
import { encodeKeyText } from '../values/key-writer.ts';
import { parsePath, valuesAt } from '../values/paths.ts';
import { isNumber, type Value } from '../values/value.ts';
import type { Pipeline } from './pipeline.ts';

/** If no more rows than this will be joined, the searches are cheaper than reading a collection of any usual size. */
const fewRows = 1024;
/** The searches before a table is begun. That many are often all that a page or a selective filter needs. */
const first = { some: { number: 64, ms: 8 }, all: { number: 256, ms: 4 } };
/**
 * A table is built in slices between searches. All slices together may take this many times as long as all searches so
 * far. So a page takes, apart from `first`, at most 4/3 of the time in which the table would be built first, and at most
 * four times that of searches alone. If all rows will be joined, more searches are likely to follow.
 */
const timePerSearch = { some: 3, all: 4 };
/** The min length of a slice, in ms. */
const minSlice = 1;
/** The number of foreign rows after which the clock is read. */
const rowsPerReading = 64;
/** The max time to count for one search, in ms: between two of them, the client may have been away. */
const maxSearch = 20;

/**
 * Creates a table for a pipeline that does not depend on the joined rows. Null if the pipeline allows none, or if so few
 * rows will be joined that it cannot pay.
 */
export function createJoinTable(
  context: PipelineContext,
  from: string,
  pipeline: Pipeline,
  foreignField: string,
  { maxRows, exhausted, existence }: JoinUse,
): JoinTable | null {
  if (maxRows <= fewRows) return null;
  const path = parsePath(foreignField);
  if (pipeline.near !== null || path.some((step) => /^\d+$/.test(step))) return null;
  const { before, behind } = existence ? splitStages(pipeline) : { before: [], behind: pipeline.stages };
  const anyWillDo = existence && pipeline.skip === 0 && behind.every(({ name }) => keepingSome.has(name));
  const use = exhausted ? 'all' : 'some';
  let searches = 0;
  let searching = 0;
  let building = 0;
  let lastAsked = 0;
  let begun: Generator<void, RowTable | null> | undefined;
  let table: RowTable | null | undefined;

  return {
    find(values) {
      const rows = rowsOf(values);
      return rows && finish(rows);
    },
    finds(values) {
      const rows = rowsOf(values);
      if (rows === undefined) return undefined;
      for (const _ of anyWillDo ? rows : finish(rows)) return true;
      return false;
    },
  };

  function rowsOf(values: readonly Value[]): Iterable<Row> | undefined {
    if (table === undefined) table = afterSearch();
    if (!table || !values.every(isPlain)) return undefined;
    return values.length === 1 ? (table.get(values[0]) ?? []) : unite(table, values);
  }

  /** Builds a slice if it is due. Returns the table once it is complete; null if there will be none. */
  function afterSearch(): RowTable | null | undefined {
    const now = performance.now();
    if (searches++ > 0) searching += Math.min(now - lastAsked, maxSearch);
    lastAsked = now;
    const slice = searching * timePerSearch[use] - building;
    if (searches <= first[use].number || searching < first[use].ms || slice < minSlice) return undefined;
    begun ??= grow();
    do {
      const { done, value } = begun.next();
      if (done) return value;
      lastAsked = performance.now();
    } while (lastAsked < now + slice);
    building += lastAsked - now;
    return undefined;
  }

  /** Builds the table, a few rows at a time. Returns null if it is too large, or a row raises an error. */
  function* grow(): Generator<void, RowTable | null> {
    const collection = context.view.catalog.collections.get(`${context.database}.${from}`);
    const rows = createRowTable();
    if (collection === undefined) return rows;
    const isRemade = pipeline.stages.some(({ effect }) => effect === 'ends') && pipeline.reads !== null;
    const query: Query = {
      filter: pipeline.filter,
      sort: null,
      skip: 0,
      limit: null,
      reads: isRemade ? mergeDependencies([pipeline.reads, dependenciesOn([foreignField, ...sortPaths()])]) : null,
      covers: pipeline.covers,
      // Rows of the same document under different values would be counted as several.
      each: existence && pipeline.reads?.has(foreignField) === false ? foreignField : undefined,
    };
    const source = findRows(context, collection, query)[Symbol.iterator]();
    const exhausting = { ...context, exhausts: true };
    let bytes = 0;
    let isEnd = false;
    let values: readonly Value[] = [];

    /** The next rows of the source. `values` holds the joined values of the current one. */
    function* next(): Generator<Row> {
      for (let n = 0; n < rowsPerReading; n++) {
        const { done, value: row } = source.next();
        if (done) {
          isEnd = true;
          return;
        }
        values = valuesAt(row.document, path);
        // If later stages rebuild the document from the fields that were read, its bytes are not needed any more.
        yield isRemade ? { raw: null, document: row.document } : row;
      }
    }

    while (!isEnd) {
      try {
        for (const row of runStages(exhausting, next(), before)) {
          bytes += anyWillDo ? values.length * bytesOfValue : rowBytes(row);
          if (bytes > maxHeldBytes) return null;
          rows.add(values, anyWillDo ? someRow : row);
        }
      } catch (error) {
        // The error may come from a row that no search would find, so leave it to the searches.
        if (error instanceof CommandError) return null;
        throw error;
      }
      yield;
    }
    return rows;
  }

  function sortPaths(): string[] {
    return (pipeline.sort ?? []).map((one) => one.path);
  }

  function finish(rows: Iterable<Row>): Iterable<Row> {
    const { sort, skip, limit } = pipeline;
    const maxRows = limit === null ? null : skip + limit;
    const ordered =
      sort === null ? rows : sortItems(rows, ({ document }) => sortKey(document, sort), maxRows, rowBytes);
    return runStages(context, slice(ordered, skip, maxRows), behind);
  }
}

/** Used for all rows if only their existence matters. */
const someRow: Row = { raw: null, document: new Map() };
/** The approximate size of a value of such a row, in bytes. */
const bytesOfValue = 100;

/**
 * The leading stages that handle each row independently, which run once, when the table is built; and the rest. None
 * can be moved if a sort, skip or limit precedes them.
 */
function splitStages({ sort, skip, limit, stages }: Pipeline): { before: Stage[]; behind: Stage[] } {
  const first = stages.findIndex((stage) => !stage.byRow);
  const end = sort !== null || skip > 0 || limit !== null ? 0 : first < 0 ? stages.length : first;
  return { before: stages.slice(0, end), behind: stages.slice(end) };
}

/** Stages that return rows if they get any. */
const keepingSome: ReadonlySet<string> = new Set([
  '$limit',
  '$project',
  '$set',
  '$addFields',
  '$unset',
  '$sort',
  '$lookup',
]);

interface RowTable {
  get(value: Value): readonly Row[] | undefined;
  add(values: readonly Value[], row: Row): void;
}

function createRowTable(): RowTable {
  const byText = new Map<string, Row[]>();
  const byKey = new Map<string, Row[]>();
  const put = (map: Map<string, Row[]>, key: string, row: Row) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [row]);
    else if (known.at(-1) !== row) known.push(row);
  };
  return {
    get: (value) => (typeof value === 'string' ? byText.get(value) : byKey.get(encodeKeyText(value))),
    add(values, row) {
      for (const value of values) {
        if (typeof value === 'string') put(byText, value, row);
        else if (isPlain(value)) put(byKey, encodeKeyText(value), row);
      }
    },
  };
}

function unite(table: RowTable, values: readonly Value[]): Iterable<Row> {
  return new Set(values.flatMap((value) => table.get(value) ?? []));
}

/** Whether values are equal exactly if their keys are. Null, arrays and documents need the matcher. */
function isPlain(value: Value): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || value instanceof Date || isNumber(value);
}

function* slice(rows: Iterable<Row>, from: number, to: number | null): Generator<Row> {
  let position = 0;
  if (to === 0) return;
  for (const row of rows) {
    if (position++ >= from) yield row;
    if (position === to) return;
  }
}
