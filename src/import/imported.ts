import type { Article } from '../article/article.ts';
import { formatRefusal } from '../ingest/refusal.ts';

/** What became of one entry of somebody else's data. */
export type Imported =
  | { article: Article; refusals?: never }
  /** Why it is left out, a line each: `ged.csv:12 best must be a whole number, but got: "x"`. */
  | { article?: never; refusals: string[] };

/** What is wrong with a value of an entry. */
export interface EntryFault {
  /** The column or key it stands in; empty where the entry as a whole is at fault. */
  field: string;
  /** Reads on after "must be". */
  expected: string;
  found: string;
}

/** One line for a fault of the entry that begins in this line of this file, whatever it holds. */
export function formatFault(file: string, line: number, { field, expected, found }: EntryFault): string {
  const [place, ...rest] = formatRefusal({ file, line, column: 1, pointer: field, expected, found }).split(':1 ');
  return [place, rest.join(':1 ')].join(' ');
}
