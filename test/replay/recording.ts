import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Document } from 'mongodb';
import { packageRoot } from '../../src/config/package-root.ts';
import { rulesVersion } from '../../src/ingest/fold/rules-version.ts';
import { fromLine, toLine } from './json-lines.ts';

/** The commands that the gateway and its tools send, with the answers of the embedded store. */
export interface Recording {
  /** The documents that sequences begin with, by the name of the world and by collection. */
  worlds: Record<string, Record<string, Document[]>>;
  sequences: Sequence[];
}

/** Commands that were sent one after the other to one database. */
export interface Sequence {
  name: string;
  /** An empty database, one with our collections and indexes, or one that also has the documents of a world. */
  start: 'nothing' | 'indexes' | { world: string };
  steps: Step[];
}

export interface Step {
  /** Without what belongs to one connection: session, transaction, time limit, cluster time. */
  command: Document;
  answer: StepAnswer;
  /** The number of its transaction in the sequence. */
  transaction?: number;
  /** The options of the transaction, in its first command. */
  begins?: { readConcern?: Document; writeConcern?: Document };
  /** Whether it is sent with a number by which the server recognizes a repetition. */
  isRetryable?: true;
  /** Whether a test prepares something with it: it is sent, but its answer is not compared. */
  isSetup?: true;
}

/** What the sender reads of an answer, as `readAnswer` returns it, or the code of an error. */
export type StepAnswer = Document | { error: number };

/** The file cannot be replayed by this program. */
export class OtherRecording extends Error {}

export const recordingFile = join(packageRoot, 'test', 'replay', 'recording.ndjson.gz');

const format = 1;

/**
 * Writes NDJSON, gzipped, so that a line is a command with its answer or a document: `zcat recording.ndjson.gz` is for
 * people too.
 */
export function writeRecording({ worlds, sequences }: Recording, file = recordingFile): void {
  const lines: object[] = [{ format, rules: rulesVersion }];
  for (const [world, collections] of Object.entries(worlds)) {
    for (const [collection, documents] of Object.entries(collections))
      for (const document of documents) lines.push({ world, collection, document });
  }
  for (const { steps, ...sequence } of sequences) {
    lines.push({ sequence });
    for (const step of steps) lines.push(step);
  }
  const text = lines.map((line) => `${toLine(line)}\n`).join('');
  writeFileSync(file, gzipSync(text, { level: 9 }));
}

/** @throws OtherRecording if another version wrote the file, or if it is damaged. */
export function readRecording(file = recordingFile): Recording {
  const [head, ...lines] = linesOf(file);
  if (head?.format !== format || head.rules !== rulesVersion) {
    const found = `format ${head?.format}, rules version ${head?.rules}`;
    const expected = `format ${format}, rules version ${rulesVersion}`;
    throw new OtherRecording(`${file} has ${found}, but expected: ${expected}. Run npm run record`);
  }
  const recording: Recording = { worlds: {}, sequences: [] };
  for (const { sequence, world, collection, document, ...step } of lines) {
    if (sequence) recording.sequences.push({ ...sequence, steps: [] });
    else if (world) documentsOf(recording, world, collection).push(document);
    else recording.sequences.at(-1)?.steps.push(step as Step);
  }
  return recording;
}

function documentsOf({ worlds }: Recording, world: string, collection: string): Document[] {
  worlds[world] ??= {};
  const collections = worlds[world];
  collections[collection] ??= [];
  return collections[collection];
}

function linesOf(file: string): Document[] {
  try {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
    return lines.map(fromLine);
  } catch (error) {
    throw new OtherRecording(`${file} cannot be read: ${(error as Error).message}. Run npm run record`);
  }
}
