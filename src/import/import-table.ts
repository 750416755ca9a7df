import type { Article } from '../entities/article/article.ts';
import { type EntryFault, formatFault, type Imported } from './imported.ts';
import { readCsv } from './read-csv.ts';
import type { Values } from './row-reader.ts';

interface Table<T> {
  path: string;
  /** The columns that every row needs. */
  required: readonly string[];
  parse(values: Values): { entry: T; faults?: never } | { entry?: never; faults: EntryFault[] };
  toArticle(entry: T, values: Values): Article;
  /** The column of ids. */
  idColumn: string;
}

/**
 * Imports a CSV table lazily: one article per row, in file order. A malformed row is rejected, as is one whose article
 * has the id of an earlier row; the others are imported. A row of HXL tags is skipped. Memory grows by the ids.
 */
export async function* importTable<T>({
  path,
  required,
  parse,
  toArticle,
  idColumn,
}: Table<T>): AsyncGenerator<Imported> {
  const linesById = new Map<string, number>();
  for await (const { line, values, fault } of readCsv(path, required)) {
    if (fault) {
      yield reject(line, [fault]);
    } else if (!isHxlRow(values)) {
      const { entry, faults } = parse(values);
      if (faults) {
        yield reject(line, faults);
        continue;
      }
      const article = toArticle(entry, values);
      const earlier = linesById.get(article.id);
      if (earlier === undefined) {
        linesById.set(article.id, line);
        yield { article };
      } else {
        const found = `${values[idColumn]} as in line ${earlier}`;
        yield reject(line, [{ field: idColumn, expected: 'an id that no earlier row has', found }]);
      }
    }
  }

  function reject(line: number, faults: readonly EntryFault[]): Imported {
    return { rejections: faults.map((each) => formatFault(path, line, each)) };
  }
}

/** Returns whether a row has HXL tags (`#adm1+name`), which HDX adds below the header. */
function isHxlRow(values: Values): boolean {
  let isTagged = false;
  for (const value of Object.values(values)) {
    if (value.trim() === '') continue;
    if (!/^#[a-z]/.test(value)) return false;
    isTagged = true;
  }
  return isTagged;
}
