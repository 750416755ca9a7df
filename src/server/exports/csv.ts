import type { Cell } from './table-cells.ts';

/** The beginnings of texts that a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r]/;
const needsQuotes = /[",\r\n]/;

/**
 * Returns a record of CSV (RFC 4180), with its line break. Null is an empty field, and an empty text is `""`. Texts that a
 * spreadsheet would run are prefixed by `'`; numbers are not.
 */
export function csvRecord(cells: readonly Cell[]): string {
  return `${cells.map(csvField).join(',')}\r\n`;
}

function csvField(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return text === '' || needsQuotes.test(text) ? quote(text) : text;
}

/** Returns a field that is never closed, after which no parser takes the file for complete. */
export function openCsvField(text: string): string {
  return quote(text).slice(0, -1);
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
