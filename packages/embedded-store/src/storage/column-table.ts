import { decodeValueAt, eachField } from '../values/decode-document.ts';
import type { Dependencies } from '../values/dependencies.ts';
import { type Document, isDocument, type Value } from '../values/value.ts';
import type { CollectionDefinition } from './catalog.ts';

/** The values of many rows. */
export interface Vector {
  /** By row, the number of its value. */
  numbers: Int32Array;
  /** The values by their numbers. 0 stands for a missing one. They must not be changed. */
  values: readonly Value[];
}

/** Fields of all documents of a collection in one state. */
export interface ColumnTable {
  /** The number of rows, some of which may be of removed documents. */
  readonly size: number;
  isThere(row: number): boolean;
  /** The row of a document. */
  rowOf(key: Buffer): number | undefined;
  keyOf(row: number): Buffer;
  column(name: string): Vector | undefined;
  /**
   * By row, the `Verdict` on a condition of this name, to be completed by the caller. Verdicts are forgotten when a
   * document changes, or when other conditions were asked for.
   */
  verdicts(condition: string): Uint8Array;
}

/** A judgement of a row by a condition. */
export const Verdict = { unknown: 0, fails: 1, passes: 2 } as const;

/** The number of conditions with verdicts. */
const maxConditions = 32;

/** The kept fields of large collections. */
export interface ViewColumns {
  /** Null if they are not kept for this state. */
  read(collection: CollectionDefinition, names: readonly string[]): ColumnTable | null;
  /** Asks that they are kept from now on, after so many documents and keys were read. */
  want(collection: CollectionDefinition, names: readonly string[], read: number): void;
}

/*
 * The names of columns: a field, `date`; a field of an embedded document, `date.start`; or whether there is a field,
 * `date` and a zero, with which no field's name can end.
 */

/**
 * The names of the columns with all that is read; null for whole documents. Fields that stages have made are whole.
 */
export function columnsFor(
  reads: Dependencies | null,
  made: ReadonlySet<string> = new Set(),
): readonly string[] | null {
  if (reads === null) return null;
  const names = new Set<string>();
  for (const [path, read] of reads) {
    const [field, inner] = path.split('.');
    if (made.has(field as string)) names.add(field as string);
    else names.add(inner !== undefined ? `${field}.${inner}` : read === 'existence' ? `${field}\0` : (field as string));
  }
  // A whole field has its parts.
  return [...names].filter((name) => !names.has(fieldOf(name)) || name === fieldOf(name));
}

/** A reader of the documents that these columns have: less than what is stored, but all that they were named for. */
export function documentsOf(columns: readonly (Vector & { name: string })[]): (row: number) => Document {
  const parts = columns.map(({ name, numbers, values }) => {
    const field = fieldOf(name);
    const isPresence = name.endsWith('\0');
    return {
      field,
      inner: name === field || isPresence ? null : name.slice(field.length + 1),
      isPresence,
      numbers,
      values,
    };
  });
  return (row) => {
    const document: Document = new Map();
    for (const { field, inner, isPresence, numbers, values } of parts) {
      const number = numbers[row] as number;
      if (number === 0) continue;
      if (inner === null && !isPresence) document.set(field, values[number]);
      else {
        let within = document.get(field);
        if (!isDocument(within)) {
          within = new Map();
          document.set(field, within);
        }
        if (inner !== null) within.set(inner, values[number]);
      }
    }
    return document;
  };
}

function fieldOf(name: string): string {
  return name.split(/[.\0]/, 1)[0] as string;
}

/** A table under construction, which follows what is written. */
export interface GrowingTable extends ColumnTable {
  /** Reads the document with this key, as latin1. */
  set(name: string, document: Buffer): void;
  remove(name: string): void;
  /** The columns that are too large, or that have parts in arrays. */
  unfit(): string[];
  drop(name: string): void;
  /** Whether most rows are of removed documents. */
  isWasteful(): boolean;
  /** The approximate size in memory. */
  bytes(): number;
}

/** The approximate size of a row's key in memory. */
const rowBytes = 150;

interface GrowingColumn {
  numbers: Int32Array;
  values: Value[];
  numberOf: Map<string, number>;
  bytes: number;
}

/** The columns of one field. */
interface FieldColumns {
  whole: GrowingColumn | undefined;
  presence: GrowingColumn | undefined;
  inner: GrowingColumn[];
  innerNames: Buffer[];
}

/** @param maxBytes the max size of the distinct values of a column, about. */
export function createTable(names: readonly string[], maxBytes: number): GrowingTable {
  const rows = new Map<string, number>();
  const rowNames: string[] = [];
  const verdicts = new Map<string, Uint8Array>();
  let isRemoved: Uint8Array = new Uint8Array(1024);
  let size = 0;
  const columns = new Map<string, GrowingColumn>();
  for (const name of names)
    columns.set(name, { numbers: new Int32Array(1024), values: [undefined], numberOf: new Map(), bytes: 0 });
  let { fields, fieldNames } = fieldsOf(columns);
  return {
    get size() {
      return size;
    },
    isThere: (row) => isRemoved[row] === 0,
    rowOf: (key) => rows.get(key.toString('latin1')),
    keyOf: (row) => Buffer.from(rowNames[row] as string, 'latin1'),
    column: (name) => columns.get(name),
    verdicts(condition) {
      const known = verdicts.get(condition) ?? new Uint8Array(isRemoved.length);
      verdicts.delete(condition);
      verdicts.set(condition, known);
      const [longestUnused] = verdicts.keys();
      if (verdicts.size > maxConditions) verdicts.delete(longestUnused as string);
      return known;
    },
    set(name, document) {
      let row = rows.get(name);
      if (row === undefined) {
        row = size++;
        rows.set(name, row);
        rowNames.push(name);
        if (size > isRemoved.length) grow();
      } else for (const column of columns.values()) column.numbers[row] = 0;
      for (const known of verdicts.values()) known[row] = Verdict.unknown;
      const at = row;
      eachField(document, 0, fieldNames, (index, type, start, end) => {
        const { whole, presence, inner, innerNames } = fields[index] as FieldColumns;
        if (presence) presence.numbers[at] = numberOf(presence, nothing, 0x0a, 0, 0);
        if (whole) whole.numbers[at] = numberOf(whole, document, type, start, end);
        if (inner.length === 0) return;
        if (type === 0x04) for (const column of inner) column.bytes = Number.POSITIVE_INFINITY;
        if (type !== 0x03) return;
        eachField(document, start, innerNames, (number, innerType, innerStart, innerEnd) => {
          const column = inner[number] as GrowingColumn;
          column.numbers[at] = numberOf(column, document, innerType, innerStart, innerEnd);
        });
      });
    },
    remove(name) {
      const row = rows.get(name);
      if (row === undefined) return;
      rows.delete(name);
      isRemoved[row] = 1;
    },
    unfit: () => [...columns].filter(([, { bytes }]) => bytes > maxBytes).map(([name]) => name),
    drop(name) {
      columns.delete(name);
      ({ fields, fieldNames } = fieldsOf(columns));
    },
    isWasteful: () => size > 2 * rows.size + 1000,
    bytes() {
      let total = size * (rowBytes + 4 * columns.size) + verdicts.size * isRemoved.length;
      for (const { bytes } of columns.values()) if (bytes <= maxBytes) total += bytes;
      return total;
    },
  };

  function numberOf(column: GrowingColumn, document: Buffer, type: number, start: number, end: number): number {
    if (column.bytes > maxBytes) return 0;
    const name = String.fromCharCode(type) + document.toString('latin1', start, end);
    const known = column.numberOf.get(name);
    if (known !== undefined) return known;
    const value = decodeValueAt(document, type, start, end);
    column.bytes += name.length + 64 + sizeOf(value);
    column.numberOf.set(name, column.values.length);
    return column.values.push(value) - 1;
  }

  function grow(): void {
    isRemoved = enlarged(isRemoved);
    for (const [condition, known] of verdicts) verdicts.set(condition, enlarged(known));
    for (const column of columns.values()) {
      const { numbers } = column;
      column.numbers = new Int32Array(numbers.length * 2);
      column.numbers.set(numbers);
    }
  }
}

function enlarged(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}

const nothing = Buffer.alloc(0);

/** The columns by field. */
function fieldsOf(columns: ReadonlyMap<string, GrowingColumn>): { fields: FieldColumns[]; fieldNames: Buffer[] } {
  const byField = new Map<string, FieldColumns>();
  for (const [name, column] of columns) {
    const field = fieldOf(name);
    const of = byField.get(field) ?? { whole: undefined, presence: undefined, inner: [], innerNames: [] };
    byField.set(field, of);
    if (name === field) of.whole = column;
    else if (name.endsWith('\0')) of.presence = column;
    else {
      of.inner.push(column);
      of.innerNames.push(Buffer.from(name.slice(field.length + 1)));
    }
  }
  return { fields: [...byField.values()], fieldNames: [...byField.keys()].map((field) => Buffer.from(field)) };
}

/** The approximate size of a value in memory, in bytes. */
function sizeOf(value: Value): number {
  if (typeof value === 'string') return 16 + value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + 8 + sizeOf(each), 48);
  if (!isDocument(value)) return 24;
  let size = 128;
  for (const each of value.values()) size += 32 + sizeOf(each);
  return size;
}
