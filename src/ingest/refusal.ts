import { escapeInvisible } from '../show-value.ts';

/** Why an article is not taken: one fault, where it lies, what would be right there and what there is. */
export interface Refusal {
  file: string;
  /** From 1; a line ends at a line feed. */
  line: number;
  /** From 1, in UTF-16 code units. A byte order mark takes none. */
  column: number;
  /** RFC 6901, within the file, or within its line in NDJSON. Names the key where the key is the fault. */
  pointer: string;
  /** What must be there: `an EDTF date`. Reads on after "must be". */
  expected: string;
  /** What is there: as JSON, cut at about 80 characters, or in words: `the end of the file`. */
  found: string;
}

/** A fault of a value, before its place in the file is known. */
export interface Fault {
  pointer: string;
  /** Whether the key itself is at fault; without it the value is. */
  atKey?: true;
  expected: string;
  found: string;
}

/** How many refusals of one article are kept; the others are only counted. */
export const maxRefusals = 1_000;

/** `articles/a.json:12:18 /incidents/0/date must be an EDTF date, but got: "soon"`, in one line whatever it holds. */
export function formatRefusal({ file, line, column, pointer, expected, found }: Refusal): string {
  const place = `${file}:${line}:${column}${pointer === '' ? '' : ` ${pointer}`}`;
  return escapeInvisible(`${place} must be ${expected}, but got: ${found}`);
}
