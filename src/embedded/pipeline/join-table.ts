import { CommandError } from '../errors.ts';
import { findRows, type Query } from '../query/find.ts';
import { maxHeldBytes, sortItems, sortKey } from '../query/sort.ts';
import { encodeKeyText } from '../values/key-writer.ts';
import { parsePath, valuesAt } from '../values/paths.ts';
import { mergeReads, readsOf } from '../values/reads.ts';
import { isNumber, type Value } from '../values/value.ts';
import { type Pipeline, runStages } from './pipeline.ts';
import { type PipelineContext, type Row, rowBytes, type Stage } from './row.ts';

/** The other side of a join, once it is asked for often: read once, and held by what it is joined on. */
export interface JoinTable {
  /** What the pipeline makes of the rows that have one of these values; undefined where the store has to be searched. */
  find(values: readonly Value[]): Iterable<Row> | undefined;
  /** Whether that is anything. */
  finds(values: readonly Value[]): boolean | undefined;
}

/** How much of a join is asked for. */
export interface JoinUse {
  /** Whether all rows will be joined. */
  exhausted: boolean;
  /** Whether it is asked only if there is anything to join them with. */
  existence: boolean;
}

/** So many searches come before the first attempt at a table: of many that are sure to come, early; else it may be in vain. */
const firstAttempt = { some: 1024, all: 64 };
const nextAttempt = 4;
/**
 * A table may look at so many documents for each search so far: what it costs stays in proportion to what it saves. Where
 * all rows will be joined, more searches are sure to come.
 */
const documentsPerSearch = { some: 1, all: 64 };
/** A search by `_id` is one for a key. */
const documentsPerSearchById = { some: 0.5, all: 64 };
/** So many index entries cost as much as a document. */
const keysPerDocument = 6;

/** A table for a pipeline that does not depend on the rows that are joined to it. */
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

  function build(most: number): RowTable | undefined {
    const collection = context.view.catalog.collections.get(`${context.database}.${from}`);
    const rows = createRowTable();
    if (collection === undefined) return rows;
    const isRemade = pipeline.stages.some(({ effect }) => effect === 'ends') && pipeline.reads !== null;
    const query: Query = {
      filter: pipeline.filter,
      sort: null,
      skip: 0,
      limit: null,
      reads: isRemade ? mergeReads([pipeline.reads, readsOf([foreignField, ...sortPaths()])]) : null,
      covers: pipeline.covers,
      // The same document under several values would be several rows.
      each: existence && pipeline.reads?.has(foreignField) === false ? foreignField : undefined,
    };
    const { examined } = context;
    const cost = () => examined.documents + examined.keys / keysPerDocument;
    const costBefore = cost();
    let bytes = 0;
    let values: readonly Value[] = [];
    const source = findRows(context, collection, query);

    /** The rows as they come; of each, the values it is joined on are kept beside. */
    function* found(): Generator<Row> {
      for (const row of source) {
        if (cost() - costBefore > most) throw tooDear;
        values = valuesAt(row.document, path);
        // What is made anew from the fields that were read does not need its bytes any more.
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
      // It may be the fault of a row that is joined with none.
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
    const most = limit === null ? null : skip + limit;
    const ordered = sort === null ? rows : sortItems(rows, ({ document }) => sortKey(document, sort), most, rowBytes);
    return runStages(context, slice(ordered, skip, most), behind);
  }
}

/** Stands for rows of which only matters that they are there. */
const someRow: Row = { raw: null, document: new Map() };
/** Roughly what is held for each value of such rows. */
const bytesOfValue = 100;

/** Ends an attempt. */
const tooDear = new Error('The table costs more than the searches');

/**
 * The first stages that make of each row what they make of it alone, if nothing stands before them that looks at several:
 * these run once, when the table is made.
 */
function splitStages({ sort, skip, limit, stages }: Pipeline): { before: Stage[]; behind: Stage[] } {
  const first = stages.findIndex((stage) => !stage.byRow);
  const end = sort !== null || skip > 0 || limit !== null ? 0 : first < 0 ? stages.length : first;
  return { before: stages.slice(0, end), behind: stages.slice(end) };
}

/** Stages that give rows where they are given any. */
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

/** Values that are equal exactly when their keys are; of null, arrays and documents the matcher knows more. */
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
