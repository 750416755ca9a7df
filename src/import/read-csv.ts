import { shorten } from '../errors/show-value.ts';
import { type CsvRecord, createCsvDivider } from './csv-records.ts';
import type { EntryFault } from './imported.ts';
import { dataFault, openDataFile } from './open-data-file.ts';

/** A record of a CSV file by column, or its fault, and the number of its first line, from 1. */
export type CsvRow = { line: number } & (
  | { values: Readonly<Record<string, string>>; fault?: never }
  | { values?: never; fault: EntryFault }
);

/**
 * Reads a CSV file (UTF-8, gzipped or not) row by row, in constant memory. The first row names the columns, which may
 * have white space around them. If one of the `required` columns is missing, yields that fault and ends. A malformed
 * row is yielded as its fault.
 */
export async function* readCsv(path: string, required: readonly string[]): AsyncGenerator<CsvRow> {
  let columns: string[] | undefined;
  let lastLine = 1;
  try {
    for await (const { line, fields, broken } of recordsOf(path)) {
      lastLine = line;
      if (!fields) {
        yield { line, fault: { field: '', expected: 'CSV', found: broken } };
        if (!columns) return;
      } else if (!columns) {
        const named = fields.map((name) => name.trim());
        columns = named;
        const missing = required.filter((name) => !named.includes(name));
        if (missing.length > 0) {
          yield { line, fault: lacks(missing, shorten(fields.join(', '))) };
          return;
        }
      } else if (fields.length !== columns.length) {
        yield { line, fault: { field: '', expected: `a row of ${columns.length} fields`, found: `${fields.length}` } };
      } else {
        yield { line, values: byColumn(columns, fields) };
      }
    }
    if (!columns) yield { line: 1, fault: lacks(required, 'an empty file') };
  } catch (error) {
    const fault = dataFault(error);
    if (!fault) throw error;
    yield { line: lastLine, fault: { field: '', ...fault } };
  }
}

async function* recordsOf(path: string): AsyncGenerator<CsvRecord> {
  const divider = createCsvDivider();
  let isFirst = true;
  const stream = (await openDataFile(path)).setEncoding('utf8');
  for await (const chunk of stream as AsyncIterable<string>) {
    yield* divider.push(isFirst ? chunk.replace(/^\ufeff/, '') : chunk);
    isFirst = false;
  }
  yield* divider.end();
}

function lacks(missing: readonly string[], found: string): EntryFault {
  const columns = missing.length === 1 ? `the column ${missing[0]}` : `the columns ${missing.join(', ')}`;
  return { field: '', expected: `a table with ${columns}`, found };
}

/** Statistics programs and spreadsheets write one of these into an empty cell. */
export function filled(cell: string): string {
  return /^\s*(?:NA|N\/A|n\/a|NULL|null|-|\.)\s*$/.test(cell) ? '' : cell;
}

function byColumn(columns: readonly string[], fields: readonly string[]): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  for (let at = 0; at < columns.length; at++) values[columns[at] as string] = filled(fields[at] as string);
  return values;
}
