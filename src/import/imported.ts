import type { Article } from '../entities/article/article.ts';
import { formatRejection } from '../ingest/json/rejection.ts';

/** The result of importing one entry of a data set. */
export type Imported =
  | { article: Article; rejections?: never }
  /** Why it is skipped, one line per fault: `ged.csv:12 best must be a whole number, but got: "x"`. */
  | { article?: never; rejections: string[] };

/** A fault of an entry. */
export interface EntryFault {
  /** The column or key; empty if the whole entry is at fault. */
  field: string;
  /** Continues a sentence after "must be". */
  expected: string;
  found: string;
}

/** Formats a fault in one line. `line` is the first line of the entry. */
export function formatFault(file: string, line: number, { field, expected, found }: EntryFault): string {
  const [place, ...rest] = formatRejection({ file, line, column: 1, pointer: field, expected, found }).split(':1 ');
  return [place, rest.join(':1 ')].join(' ');
}
