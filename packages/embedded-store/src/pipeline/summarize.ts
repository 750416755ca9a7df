import { partsOf, readsOfFilter } from '../query/filter.ts';
import type { Query } from '../query/find.ts';
import type { Plan } from '../query/planner.ts';
import { type OnColumns, type PipelineContext, type Row, runStages, type Stage } from '../query/stage.ts';
import type { CollectionDefinition } from '../storage/catalog.ts';
import { type ColumnTable, columnsFor } from '../storage/column-table.ts';
import { type Dependencies, dependenciesOn } from '../values/dependencies.ts';
import type { Document, Value } from '../values/value.ts';
import { matchingRows } from './matching-rows.ts';
import { readsOfStages } from './reads-of-stages.ts';
import { type Batch, compute, positionsWhere, takeRows, unwind, vectorOf, withFields } from './vectors.ts';

/*
 * Pipelines that summarize many documents run over columns if these are kept: what a stage computes is computed once for
 * each distinct combination of the values that it reads, with the same expressions, matchers and accumulators as
 * elsewhere. No document is decoded.
 */

/** A pipeline, or the pipelines of a `$facet`, that can run over columns. */
export interface Summary {
  branches: readonly Branch[];
  isFacet: boolean;
  /** The stages after the `$facet`. */
  after: readonly Stage[];
  /** The columns that the branches read. */
  columns: readonly string[];
}

interface Branch {
  name: string;
  columns: readonly string[];
  /** Up to the first stage that groups, counts or rebuilds documents. */
  stages: readonly OnColumns[];
  after: readonly Stage[];
}

/** Returns how stages can run over columns; null if they need each document, or their order. */
export function summaryOf(stages: readonly Stage[]): Summary | null {
  const [first, ...after] = stages;
  const facets = first?.facets;
  const branches = facets ? facets.map(({ name, inner }) => branchOf(name, inner)) : [branchOf('', stages)];
  if (!branches.every((branch) => branch !== null)) return null;
  const columns = [...new Set(branches.flatMap((branch) => branch.columns))];
  return { branches, isFacet: facets !== undefined, after: facets ? after : [], columns };
}

function branchOf(name: string, stages: readonly Stage[]): Branch | null {
  const end = stages.findIndex(({ effect }) => effect === 'ends') + 1;
  const taken = stages.slice(0, end);
  const onColumns = taken.flatMap((stage) => stage.onColumns ?? []);
  if (end === 0 || onColumns.length < end || !readsOfStages(taken).covers) return null;
  const columns = storedColumns(onColumns);
  return columns && { name, columns, stages: onColumns, after: stages.slice(end) };
}

/** The columns of stored documents that stages read, by each of their computations; null for whole documents. */
function storedColumns(stages: readonly OnColumns[]): string[] | null {
  const columns = new Set<string>();
  const made = new Set<string>();
  for (const stage of stages) {
    for (const reads of readsOf(stage)) {
      const names = columnsFor(reads, made);
      if (names === null) return null;
      for (const name of names) if (!made.has(name)) columns.add(name);
    }
    for (const { name } of stage.kind === 'set' ? stage.fields : []) made.add(name);
    if (stage.kind === 'unwind' || stage.kind === 'join') made.add(stage.field);
  }
  return [...columns];
}

function readsOf(stage: OnColumns): (Dependencies | null)[] {
  switch (stage.kind) {
    case 'match':
      return [stage.matches.reads];
    case 'set':
      return stage.fields.map(({ value }) => value.reads);
    case 'unwind':
      return [dependenciesOn([stage.field])];
    case 'join':
      return [stage.reads];
    case 'project':
      return [stage.document.reads];
    case 'group':
      return [stage.id.reads, ...stage.fields.map(({ reads }) => reads)];
    case 'count':
      return [];
  }
}

/** Runs a summary over columns; null if the view has none for it, or the plan reads few documents. */
export function summarize(
  context: PipelineContext,
  collection: CollectionDefinition,
  query: Query,
  plan: Plan,
  summary: Summary,
): Iterable<Row> | null {
  if (context.view.columns === undefined || !isWhole(query, plan)) return null;
  const table = context.view.columns.read(collection, summary.columns);
  return table && summaryRows(context, collection, query, plan, summary, table);
}

/** Returns the rows, and tells how many documents and keys were read for them, for which columns may be kept. */
export function notingReads(
  rows: Iterable<Row>,
  context: PipelineContext,
  collection: CollectionDefinition,
  query: Query,
  plan: Plan,
  summary: Summary,
): Iterable<Row> {
  const isNoted = context.view.columns !== undefined && isWhole(query, plan);
  return isNoted ? notedRows(rows, context, collection, query, summary) : rows;
}

function* notedRows(
  rows: Iterable<Row>,
  { view, examined }: PipelineContext,
  collection: CollectionDefinition,
  query: Query,
  summary: Summary,
): Generator<Row> {
  const before = examined.documents + examined.keys;
  try {
    yield* rows;
  } finally {
    // Also after a time-out, so that the next query has more luck.
    const read = examined.documents + examined.keys - before;
    view.columns?.want(collection, summary.columns, read);
    for (const part of partsOf(query.filter.filter))
      view.columns?.want(collection, columnsFor(readsOfFilter(part)) ?? [], read);
  }
}

/** Whether all matching documents are read in any order, and not by their keys. */
function isWhole({ filter, sort, skip, limit, hint, joined, cache }: Query, plan: Plan): boolean {
  if (sort !== null || skip > 0 || limit !== null || filter.reads === null) return false;
  if (hint !== undefined || joined !== undefined || cache !== undefined) return false;
  return plan.kind === 'union' || plan.index !== null || plan.bounded === 0;
}

function summaryRows(
  context: PipelineContext,
  collection: CollectionDefinition,
  query: Query,
  plan: Plan,
  { branches, isFacet, after }: Summary,
  table: ColumnTable,
): Iterable<Row> | null {
  const batch = matchingRows(context, collection, query, plan, table);
  if (batch === null) return null;
  context.examined.documents += batch.length;
  if (!isFacet) return begun(runBranch(context, branches[0] as Branch, batch));
  const facets = branches.map((branch): [string, Value] => [
    branch.name,
    Array.from(runBranch(context, branch, batch), (row) => row.document),
  ]);
  return runStages(context, [{ raw: null, document: new Map(facets) }], after);
}

/** Runs up to the first row now: columns are read before it, and a later command may move them to a newer state. */
function begun(rows: Generator<Row>): Iterable<Row> {
  const first = rows.next();
  return first.done ? [] : restFrom(first.value, rows);
}

function* restFrom(first: Row, rows: Generator<Row>): Generator<Row> {
  yield first;
  yield* rows;
}

function* runBranch(context: PipelineContext, { stages, after }: Branch, matching: Batch): Generator<Row> {
  let batch = matching;
  for (const stage of stages) {
    context.checkInterrupt();
    if (stage.kind === 'match') batch = takeRows(batch, positionsWhere(compute(batch, stage.matches, context.vars)));
    else if (stage.kind === 'unwind') batch = unwind(batch, stage.field);
    else if (stage.kind === 'join') {
      const lists = compute(batch, { evaluate: stage.listFor(context), reads: stage.reads }, context.vars);
      batch = withFields(batch, new Map([[stage.field, vectorOf(lists)]]));
    } else if (stage.kind === 'set') {
      const before = batch;
      const made = stage.fields.map(
        ({ name, value }) => [name, vectorOf(compute(before, value, context.vars))] as const,
      );
      batch = withFields(before, new Map(made));
    } else yield* runStages(context, endOf(context, stage, batch), after);
  }
}

/** The documents that a stage makes of a batch. */
function* endOf(context: PipelineContext, stage: OnColumns, batch: Batch): Generator<Row> {
  const { vars } = context;
  if (stage.kind === 'count') yield* stage.result(batch.length);
  if (stage.kind === 'project') {
    const { numbers, results } = compute<Document>(batch, stage.document, vars);
    for (const number of numbers) yield { raw: null, document: results[number] as Document };
  }
  if (stage.kind !== 'group') return;
  const collector = stage.collect();
  const ids = compute(batch, stage.id, vars);
  const groups: ReturnType<typeof collector.group>[] = [];
  for (let i = 0; i < batch.length; i++) {
    const number = ids.numbers[i] as number;
    groups[number] ??= collector.group(ids.results[number]);
  }
  for (const [field, value] of stage.fields.entries()) {
    context.checkInterrupt();
    const { numbers, results } = compute(batch, value, vars);
    for (let i = 0; i < batch.length; i++)
      groups[ids.numbers[i] as number]?.[field]?.add(results[numbers[i] as number]);
  }
  yield* collector.finish();
}
