import { isRetraction } from '../fold/apply-versions.ts';
import { groundArticle } from '../ground/ground-article.ts';
import type { WarningCode } from '../ground/warning.ts';
import type { ParsedArticle } from '../parse/parse-entry.ts';

/** A warning about an accepted article, with the place of its value. */
export interface PlacedWarning {
  /** The id of the article. */
  article: string;
  file: string;
  /** Counted from 1, as `column` is, as in a rejection. */
  line: number;
  column: number;
  /** A JSON pointer (RFC 6901) within the file or, in NDJSON, within the line. */
  pointer: string;
  code: WarningCode;
  message: string;
}

/** Returns the warnings about a parsed article, with their places; none for a rejected or retracted one. */
export function placeWarnings(file: string, { article, pointer, positionOf }: ParsedArticle): PlacedWarning[] {
  if (!article || isRetraction(article)) return [];
  return groundArticle(article).map(({ pointer: at, code, message }) => ({
    article: article.id,
    file,
    ...positionOf(at),
    pointer: pointer + at,
    code,
    message,
  }));
}

/**
 * Formats a warning as one line: `articles/a.json:12:18 /incidents/0/date DATE_NOT_IN_QUOTE The words give 2023-11-09,
 * not …`.
 */
export function formatWarning({ file, line, column, pointer, code, message }: PlacedWarning): string {
  return `${file}:${line}:${column} ${pointer} ${code} ${message}`;
}
