import { escapeInvisible } from '../../errors/show-value.ts';
import type { Position } from './text-positions.ts';

/** One reason why an article is rejected: the place, what was expected and what was found. */
export interface Rejection {
  file: string;
  /** From 1; a line ends at a line feed. */
  line: number;
  /** From 1, in UTF-16 code units. A byte order mark takes none. */
  column: number;
  /**
   * A JSON pointer (RFC 6901) within the file or, in NDJSON, within the line. If a key is the fault, it names that key.
   */
  pointer: string;
  /** What the value must be: `an EDTF date`. Continues a sentence after "must be". */
  expected: string;
  /** What was found: JSON, cut at about 80 characters, or words such as `the end of the file`. */
  found: string;
  /** What is probably wrong, and what to write instead: one sentence or a few, without a final period. */
  hint?: string;
}

/**
 * Returns the hint for a fault; undefined if there is none. Called only for faults that are reported, because it may
 * search the text. `position` returns the line and column of an offset in the file or line.
 */
export type Hint = (position: (offset: number) => Position) => string | undefined;

/** A fault of a value whose place in the file is not known yet. */
export interface Fault {
  pointer: string;
  /** Set if the key is at fault, not its value. */
  atKey?: true;
  expected: string;
  found: string;
  hint?: Hint;
}

/** The maximum number of rejections kept for one article. Further ones are only counted. */
export const maxRejections = 1_000;

/**
 * Formats a rejection as one line: `articles/a.json:12:18 /incidents/0/date must be an EDTF date, but got: "9.11.2023".
 * Write "2023-11-09"`.
 */
export function formatRejection({ file, line, column, pointer, expected, found, hint }: Rejection): string {
  const place = `${file}:${line}:${column}${pointer === '' ? '' : ` ${pointer}`}`;
  return escapeInvisible(`${place} must be ${expected}, but got: ${found}${hint === undefined ? '' : `. ${hint}`}`);
}
