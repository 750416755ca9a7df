import type { Examined, Pulse } from '../query/scan.ts';
import type { View } from '../storage/view.ts';
import { decodeDocument } from '../values/codec.ts';
import type { Document } from '../values/value.ts';
import type { Vars } from './expression.ts';

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
}

export interface Stage {
  name: string;
  run(source: Iterable<Row>, context: PipelineContext): Iterable<Row>;
  /** The top-level fields it reads of its input; null for all. */
  reads: ReadonlySet<string> | null;
  /** `passes`: the rows as they came; `changes`: made anew, with other fields kept; `ends`: only what it read goes on. */
  effect: 'passes' | 'changes' | 'ends';
  /** Set of a `$lookup` whose rows are all asked for: nothing behind it stops early. */
  exhausted?: boolean;
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
