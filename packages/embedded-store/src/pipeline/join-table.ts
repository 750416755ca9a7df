import { CommandError } from '../errors.ts';
import { findRows, type Query } from '../query/find.ts';
import { maxHeldBytes, sortItems, sortKey } from '../query/sort.ts';
import { type JoinTable, type JoinUse, type PipelineContext, type Row, rowBytes, type Stage } from '../query/stage.ts';
import { dependenciesOn, mergeDependencies } from '../values/dependencies.ts';
import { encodeKeyText } from '../values/key-writer.ts';
import { parsePath, valuesAt } from '../values/paths.ts';
import { isNumber, type Value } from '../values/value.ts';
import { type Pipeline, runStages } from './pipeline.ts';

/** The number of searches before the first attempt to build a table: fewer if all rows will be joined. */
const firstAttempt = { some: 1024, all: 64 };
const nextAttempt = 4;
/**
 * The max number of documents that building a table may read per search so far, which keeps its cost in proportion to
 * the searches it saves. If all rows will be joined, many more searches will follow.
 */
const documentsPerSearch = { some: 1, all: 64 };
/** A search by `_id` is a single key lookup. */
const documentsPerSearchById = { some: 0.5, all: 64 };
/** The number of index entries that cost as much to read as one document. */
const keysPerDocument = 6;

/** Creates a table for a pipeline that does not depend on the joined rows. Null if the pipeline allows none. */
export function createJoinTable(
  context: PipelineContext,
  from: string,
  pipeline: Pipeline,
  foreignField: string,
  { exhausted, existence }: JoinUse,
): JoinTable | null {
  const path = parsePath(foreignField);
  if (pipeline.near !== null || path.some((step) => /^\d+$/.test(step))) return null;
  const { before, behind } = existence ? splitStages(pipeline) : { before: [], behind: pipeline.stages };
  const anyWillDo = existence && pipeline.skip === 0 && behind.every(({ name }) => keepingSome.has(name));
  let searches = 0;
  let attempt = firstAttempt[exhausted ? 'all' : 'some'];
  let table: RowTable | undefined;

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
    if (!table && ++searches >= attempt) {
      attempt *= nextAttempt;
      const share = foreignField === '_id' ? documentsPerSearchById : documentsPerSearch;
      table = build(searches * share[exhausted ? 'all' : 'some']);
    }
    if (!table || !values.every(isPlain)) return undefined;
    return values.length === 1 ? (table.get(values[0]) ?? []) : unite(table, values);
  }

  function build(maxCost: number): RowTable | undefined {
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
    const { examined } = context;
    const cost = () => examined.documents + examined.keys / keysPerDocument;
    const costBefore = cost();
    let bytes = 0;
    let values: readonly Value[] = [];
    const source = findRows(context, collection, query);

    /** The rows of the source. `values` holds the joined values of the current one. */
    function* found(): Generator<Row> {
      for (const row of source) {
        if (cost() - costBefore > maxCost) throw tooDear;
        values = valuesAt(row.document, path);
        // If later stages rebuild the document from the fields that were read, its bytes are not needed any more.
        yield isRemade ? { raw: null, document: row.document } : row;
      }
    }

    try {
      for (const row of runStages({ ...context, exhausts: true }, found(), before)) {
        bytes += anyWillDo ? values.length * bytesOfValue : rowBytes(row);
        if (bytes > maxHeldBytes) return undefined;
        rows.add(values, anyWillDo ? someRow : row);
      }
    } catch (error) {
      if (error === tooDear) return undefined;
      if (!(error instanceof CommandError)) throw error;
      // The error may come from a row that no search would find, so leave it to the searches.
      attempt = Number.POSITIVE_INFINITY;
      return undefined;
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

/** Thrown to end an attempt. */
const tooDear = new Error('The table costs more than the searches');

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
