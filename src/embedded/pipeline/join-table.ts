import { findRows } from '../query/find.ts';
import { maxHeldBytes, sortItems, sortKey } from '../query/sort.ts';
import { encodeKeyText } from '../values/order.ts';
import { parsePath, valuesAt } from '../values/paths.ts';
import { isNumber, type Value } from '../values/value.ts';
import { type Pipeline, runStages } from './pipeline.ts';
import { type PipelineContext, type Row, rowBytes } from './row.ts';

/** The other side of a join, once it is asked for often: read once, and held by what it is joined on. */
export interface JoinTable {
  /** What the pipeline makes of the rows that have one of these values; undefined where the store has to be searched. */
  find(values: readonly Value[]): Iterable<Row> | undefined;
}

/** So many searches come before the first attempt at a table. */
const firstAttempt = 128;
/**
 * A table may look at so many documents for each search so far: what it costs stays in proportion to what it saves. Where
 * all rows will be joined, more searches are sure to come.
 */
const documentsPerSearch = { some: 2, all: 64 };
const nextAttempt = 4;

/** A table for a pipeline that does not depend on the rows that are joined to it. */
export function createJoinTable(
  context: PipelineContext,
  from: string,
  pipeline: Pipeline,
  foreignField: string,
  exhausted: boolean,
): JoinTable | null {
  const path = parsePath(foreignField);
  if (pipeline.near !== null || path.some((step) => /^\d+$/.test(step))) return null;
  let searches = 0;
  let attempt = firstAttempt;
  let table: ReadonlyMap<string, readonly Row[]> | undefined;

  return {
    find(values) {
      if (!table && ++searches >= attempt) {
        table = build(searches * documentsPerSearch[exhausted ? 'all' : 'some']);
        attempt *= nextAttempt;
      }
      if (!table || !values.every(isPlain)) return undefined;
      return finish(values.length === 1 ? (rowsOf(values[0]) ?? []) : unite(values));
    },
  };

  function build(most: number): ReadonlyMap<string, readonly Row[]> | undefined {
    const collection = context.view.catalog.collections.get(`${context.database}.${from}`);
    const rows = new Map<string, Row[]>();
    if (collection === undefined) return rows;
    const query = { filter: pipeline.filter, sort: null, skip: 0, limit: null };
    const isRemade = pipeline.stages.some(({ effect }) => effect === 'ends') && pipeline.reads !== null;
    const fields = isRemade ? new Set([...(pipeline.reads ?? []), path[0] as string, ...sortFields()]) : null;
    const before = context.examined.documents;
    let bytes = 0;
    for (const found of findRows(context, collection, query, fields)) {
      // What is made anew from the fields that were read does not need its bytes any more.
      const row: Row = { raw: isRemade ? null : found.raw, document: found.document };
      bytes += rowBytes(row);
      if (context.examined.documents - before > most || bytes > maxHeldBytes) return undefined;
      for (const key of new Set(
        valuesAt(found.document, path)
          .filter(isPlain)
          .map((value) => encodeKeyText(value)),
      )) {
        const known = rows.get(key);
        if (known) known.push(row);
        else rows.set(key, [row]);
      }
    }
    return rows;
  }

  function rowsOf(value: Value): readonly Row[] | undefined {
    return table?.get(encodeKeyText(value));
  }

  function unite(values: readonly Value[]): Iterable<Row> {
    return new Set(values.flatMap((value) => rowsOf(value) ?? []));
  }

  function sortFields(): string[] {
    return (pipeline.sort ?? []).map(({ parts }) => parts[0] as string);
  }

  function finish(rows: Iterable<Row>): Iterable<Row> {
    const { sort, skip, limit, stages } = pipeline;
    const most = limit === null ? null : skip + limit;
    const ordered = sort === null ? rows : sortItems(rows, ({ document }) => sortKey(document, sort), most, rowBytes);
    return runStages(context, slice(ordered, skip, most), stages);
  }
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
