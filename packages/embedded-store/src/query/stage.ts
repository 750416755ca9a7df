import type { Vars } from '../expression/expression.ts';
import type { View } from '../storage/view.ts';
import { decodeDocument } from '../values/decode-document.ts';
import type { Dependencies } from '../values/dependencies.ts';
import type { Document, Value } from '../values/value.ts';
import type { CheckInterrupt, Examined } from './scan.ts';

/** A document in a pipeline. */
export interface Row {
  /** The complete stored BSON; null if a stage has created or changed the document. */
  raw: Buffer | null;
  /** The decoded document. For a stored one, it has at least the fields that later stages read. */
  document: Document;
}

/** The context in which stages run. */
export interface PipelineContext {
  view: View;
  database: string;
  vars: Vars;
  checkInterrupt: CheckInterrupt;
  examined: Examined;
  /** The tables of joins that are valid for the whole command. */
  tables: Map<Stage, JoinTable | null>;
  /** Whether all rows of the pipeline will be consumed. */
  exhausts?: boolean;
}

export interface Stage {
  name: string;
  run(source: Iterable<Row>, context: PipelineContext): Iterable<Row>;
  /** The input paths it reads; null for the whole document. */
  reads: Dependencies | null;
  /**
   * The top-level fields it sets regardless of the input's own. Reads of them by later stages are not reads of its
   * input.
   */
  makes?: readonly string[];
  /** Whether its output shows the order of fields in its input. */
  keepsOrder?: boolean;
  /** Whether its output does not depend on the order of its input. */
  inAnyOrder?: boolean;
  /**
   * `passes`: rows are unchanged; `changes`: new documents that keep other fields; `ends`: the output has only fields
   * that it read.
   */
  effect: 'passes' | 'changes' | 'ends';
  /** Whether it handles each row independently of the others. */
  byRow?: boolean;
  /** For a `$lookup`: how later stages use it. */
  use?: JoinUse;
  /** For a `$sort`: the max number of rows that a later `$limit` takes. */
  maxRows?: number;
  /** For a `$limit` and a `$skip`: its number of rows. */
  rows?: number;
  /** For a `$facet`: its pipelines. */
  facets?: readonly Facet[];
  /** How it runs over columns. */
  onColumns?: OnColumns | undefined;
  /** For a stage that reads all rows before its first output: a run that gets them bit by bit. */
  collect?(context: PipelineContext): Collector;
  /** For a stage that only counts rows: its output for a given count. */
  ofCount?(count: number): Row[];
}

/** A function of documents, and what it reads of them. */
export interface Computation<T> {
  evaluate(document: Document, vars: Vars): T;
  /** Null for the whole document. */
  reads: Dependencies | null;
  /** Returns a text that only computations with the same results have; null if they depend on more than the document. */
  text?(): string | null;
}

/** A stage in terms of columns of values rather than of documents. */
export type OnColumns =
  | { kind: 'match'; matches: Computation<boolean> }
  | { kind: 'set'; fields: readonly { name: string; value: Computation<Value> }[] }
  | { kind: 'unwind'; field: string }
  | {
      kind: 'join';
      field: string;
      reads: Dependencies;
      listFor(context: PipelineContext): (document: Document) => Value;
    }
  | { kind: 'project'; document: Computation<Document> }
  | { kind: 'group'; id: Computation<Value>; fields: readonly Computation<Value>[]; collect(): GroupCollector }
  | { kind: 'count'; result(count: number): Row[] };

/** A run of a `$group` whose expressions were evaluated before. */
export interface GroupCollector {
  /** The group of an `_id`, to which the values of its fields are added. */
  group(id: Value): readonly { add(value: Value): void }[];
  finish(): Iterable<Row>;
}

/** A pipeline of a `$facet`. */
export interface Facet {
  name: string;
  inner: Stage[];
}

/** Runs stages one after the other. */
export function runStages(context: PipelineContext, source: Iterable<Row>, stages: readonly Stage[]): Iterable<Row> {
  return stages.reduce((rows, stage) => stage.run(rows, context), source);
}

/** A run of a stage that gets its input bit by bit. */
export interface Collector {
  add(rows: Iterable<Row>): void;
  /** Returns the output, after all input. */
  finish(): Iterable<Row>;
}

/** The foreign side of a join, read once it is needed often, and indexed by the joined values. */
export interface JoinTable {
  /** The pipeline's output for the rows that have one of these values; undefined if the store must be searched. */
  find(values: readonly Value[]): Iterable<Row> | undefined;
  /** Whether `find` would return any row; undefined if the store must be searched. */
  finds(values: readonly Value[]): boolean | undefined;
}

/** How much of a join's result is used. */
export interface JoinUse {
  /** The max number of rows to join, if that is known before any is read; else infinite. */
  maxRows: number;
  /** Whether all rows will be joined. */
  exhausted: boolean;
  /** Whether only the existence of a joined row matters. */
  existence: boolean;
}

const held = 256;

/** The approximate size of a row in memory, in bytes. */
export function rowBytes(row: Row): number {
  return row.raw === null ? held + row.document.size * 64 : row.raw.length + held;
}

/** The row's document with all its fields. */
export function wholeDocument(row: Row): Document {
  return row.raw === null ? row.document : decodeDocument(row.raw);
}
