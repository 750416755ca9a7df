import { showValue } from '../errors/show-value.ts';
import { isDay } from '../ingest/parse/edtf.ts';
import { cleanCell } from './clean-cell.ts';
import type { EntryFault } from './imported.ts';

/** The maximum length of a name: two actors and a place fit into a title of 1,000 characters. */
const maxName = 320;

/** The cells of a row by column. */
export type Values = Readonly<Record<string, string>>;

/**
 * Reads the cells of one row. A malformed cell adds a fault, and the value returned for it means nothing: use the values
 * only if `result` returns no faults. A column that the file lacks is read as empty.
 */
export interface RowReader {
  /** Whether the row has a value in this column. */
  has(field: string): boolean;
  /** Reads a text as one line; empty if it has no visible characters. */
  text(field: string): string;
  /** Reads a name; empty if it has no visible characters. */
  name(field: string): string;
  /** Reads names that are separated by semicolons, without empty and repeated ones. */
  names(field: string): string[];
  /** Reads a name that must not be empty. */
  needed(field: string): string;
  /** Reads a whole number. Spreadsheets may write `3` as `3.0`. */
  whole(field: string): number;
  /** Reads one of these codes, in upper or lower case. */
  oneOf<T extends number | string>(field: string, codes: readonly T[]): T;
  /** Reads a number of degrees. */
  degrees(field: string, max: number): number;
  /** Reads a day, which may be followed by a time of 00:00:00. */
  day(field: string): string;
  /** Adds a fault of a cell. `expected` continues a sentence after "must be". */
  addFault(field: string, expected: string): void;
  /** Returns all faults, in the order of reading; those of cells that are no text come last. */
  result<T>(entry: T): { entry: T; faults?: never } | { entry?: never; faults: EntryFault[] };
}

export function createRowReader(values: Values): RowReader {
  const faults: EntryFault[] = [];
  return { has, text, name, names, needed, whole, oneOf, degrees, day, addFault, result };

  function has(field: string): boolean {
    return text(field) !== '';
  }

  function text(field: string): string {
    const value = cleanCell(values[field]);
    return isVisible(value) ? value : '';
  }

  function name(field: string): string {
    const value = text(field);
    if (value.length > maxName) addFault(field, `a name of at most ${maxName} characters`);
    return value;
  }

  function names(field: string): string[] {
    const entries = text(field)
      .split(';')
      .map((entry) => entry.trim())
      .filter(isVisible);
    if (entries.some(({ length }) => length > maxName)) addFault(field, `names of at most ${maxName} characters`);
    return [...new Set(entries)];
  }

  function needed(field: string): string {
    const value = name(field);
    if (value === '') addFault(field, 'a name');
    return value;
  }

  function whole(field: string): number {
    const value = text(field);
    if (/^\d{1,15}(\.0+)?$/.test(value)) return Number(value);
    addFault(field, 'a whole number >= 0');
    return 0;
  }

  function oneOf<T extends number | string>(field: string, codes: readonly T[]): T {
    const value = text(field);
    const written = /^-?\d+\.0+$/.test(value) ? value.replace(/\.0+$/, '') : value;
    const code = codes.find((each) => written.toLowerCase() === String(each).toLowerCase());
    if (code === undefined) addFault(field, `one of ${codes.join(', ')}`);
    return code ?? (codes[0] as T);
  }

  function degrees(field: string, max: number): number {
    const value = text(field);
    if (/^-?\d{1,3}(\.\d+)?$/.test(value) && Math.abs(Number(value)) <= max) return Number(value);
    addFault(field, `a number of degrees from -${max} to ${max}`);
    return 0;
  }

  function day(field: string): string {
    const value = text(field).replace(/[ T]00:00:00(\.0+)?$/, '');
    if (!isDay(value)) addFault(field, 'a calendar day, YYYY-MM-DD');
    return value;
  }

  function addFault(field: string, expected: string): void {
    faults.push({ field, expected, found: showValue(values[field] ?? '') });
  }

  function result<T>(entry: T): { entry: T; faults?: never } | { entry?: never; faults: EntryFault[] } {
    for (const [field, value] of Object.entries(values)) {
      if (/[\0\ufffd]/.test(value)) faults.push({ field, expected: 'UTF-8 without NUL', found: showValue(value) });
    }
    return faults.length > 0 ? { faults } : { entry };
  }
}

/** Returns whether a name has visible characters. */
export function isVisible(name: string): boolean {
  return /[^\s\p{Cc}\p{Cf}]/u.test(name);
}
