import type { Examined, Pulse } from '../query/scan.ts';
import type { View } from '../storage/view.ts';
import { decodeDocument } from '../values/decode-document.ts';
import type { Reads } from '../values/reads.ts';
import type { Document } from '../values/value.ts';
import type { Vars } from './expression.ts';
import type { JoinTable, JoinUse } from './join-table.ts';

/** A document on its way through a pipeline. */
export interface Row {
  /** Its whole BSON as it is stored; null once a stage has made it anew. */
  raw: Buffer | null;
  /** Decoded; of a stored document at least the fields that the stages ahead have asked for. */
  document: Document;
}

/** What stages run with. */
export interface PipelineContext {
  view: View;
  database: string;
  vars: Vars;
  pulse: Pulse;
  examined: Examined;
  /** The tables of joins that are the same throughout the command. */
  tables: Map<Stage, JoinTable | null>;
  /** Whether all rows of what runs are asked for: nothing behind it stops early. */
  exhausts?: boolean;
}

export interface Stage {
  name: string;
  run(source: Iterable<Row>, context: PipelineContext): Iterable<Row>;
  /** What it reads of its input; null for all. */
  reads: Reads | null;
  /** Top-level fields that it makes, whatever there was: what is read of them behind it is not read of its input. */
  makes?: readonly string[];
  /** Whether what it answers shows in which order its input has its fields. */
  keepsOrder?: boolean;
  /** Whether what it answers does not depend on the order of its input. */
  inAnyOrder?: boolean;
  /** `passes`: the rows as they came; `changes`: made anew, with other fields kept; `ends`: only what it read goes on. */
  effect: 'passes' | 'changes' | 'ends';
  /** Whether it makes of each row what it makes of it, whatever others there are. */
  byRow?: boolean;
  /** Set of a `$lookup`, for what follows it. */
  use?: JoinUse;
  /** Of a `$sort`: how many of its rows are taken, where a `$limit` behind it says so. */
  most?: number;
  /** Of a `$limit` and a `$skip`: how many. */
  rows?: number;
  /** For a stage that only counts its rows: what it makes of their number. */
  ofCount?(count: number): Row[];
}

const held = 256;

/** Roughly the bytes a row holds in memory. */
export function rowBytes(row: Row): number {
  return row.raw === null ? held + row.document.size * 64 : row.raw.length + held;
}

/** The row's document with all its fields. */
export function wholeDocument(row: Row): Document {
  return row.raw === null ? row.document : decodeDocument(row.raw);
}
