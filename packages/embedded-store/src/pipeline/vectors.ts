import type { Vars } from '../expression/expression.ts';
import type { Computation } from '../query/stage.ts';
import { columnsFor, documentsOf, type Vector } from '../storage/column-table.ts';
import type { Value } from '../values/value.ts';

/** Some rows, as columns of values by position. */
export interface Batch {
  length: number;
  /** The column of this name, of the fields that were made by stages or of the stored ones. */
  vector(name: string): Vector;
  /** The fields that stages have made. */
  made: ReadonlySet<string>;
}

/** The rows at some positions of a batch, with other values for some fields. */
export function takeRows(batch: Batch, positions: Int32Array, made: ReadonlyMap<string, Vector> = new Map()): Batch {
  const known = new Map(made);
  return {
    length: positions.length,
    made: made.size > 0 ? new Set([...batch.made, ...made.keys()]) : batch.made,
    vector(name) {
      let vector = known.get(name);
      if (vector === undefined) {
        const { numbers, values } = batch.vector(name);
        vector = { numbers: positions.map((position) => numbers[position] as number), values };
        known.set(name, vector);
      }
      return vector;
    },
  };
}

/** The batch with other values for some fields. */
export function withFields(batch: Batch, made: ReadonlyMap<string, Vector>): Batch {
  return {
    length: batch.length,
    made: new Set([...batch.made, ...made.keys()]),
    vector: (name) => made.get(name) ?? batch.vector(name),
  };
}

/** A result for each row: `results` by the `numbers` of the rows. Equal rows share one. Other results may be among them. */
export interface Computed<T> {
  numbers: Int32Array;
  results: readonly T[];
}

/** Computes something once for each distinct combination of the values that it reads. */
export function compute<T>(batch: Batch, computation: Computation<T>, vars: Vars): Computed<T> {
  const { evaluate, reads } = computation;
  const columns = (columnsFor(reads, batch.made) ?? []).map((name) => ({ name, ...batch.vector(name) }));
  const documentAt = documentsOf(columns);
  const known = knownResults(batch, columns, computation);
  if (known === null) {
    const { firsts, numbers } = distinctRows(batch.length, columns);
    return { numbers, results: Array.from(firsts, (position) => evaluate(documentAt(position), vars)) };
  }
  const { isKnown, results } = known;
  const { numbers } = columns[0] as Vector;
  for (let i = 0; i < batch.length; i++) {
    const number = numbers[i] as number;
    if (isKnown[number] === 1) continue;
    results[number] = evaluate(documentAt(i), vars);
    isKnown[number] = 1;
  }
  return { numbers, results };
}

/** The results of a computation for single values, by their numbers. */
interface KnownResults<T = unknown> {
  isKnown: Uint8Array;
  results: T[];
}

/** The number of results that are kept for the values of a column. */
const maxResults = 2 ** 18;
/** By the values of a column and the text of a computation, the latest last. */
const kept = new WeakMap<readonly Value[], Map<string, KnownResults>>();

/** The results of a computation that reads one stored column; null if it reads others, or has too many values. */
function knownResults<T>(
  batch: Batch,
  columns: readonly (Vector & { name: string })[],
  { text }: Computation<T>,
): KnownResults<T> | null {
  const [column, ...others] = columns;
  if (column === undefined || others.length > 0 || batch.made.has(column.name)) return null;
  const { values } = column;
  const maxTexts = Math.min(16, Math.floor(maxResults / values.length));
  const key = maxTexts > 0 ? text?.() : null;
  if (key === null || key === undefined) return null;
  const all = kept.get(values) ?? new Map<string, KnownResults>();
  kept.set(values, all);
  const name = `${column.name} ${key}`;
  const known = all.get(name) ?? { isKnown: new Uint8Array(values.length), results: [] };
  if (known.isKnown.length < values.length) {
    const { isKnown } = known;
    known.isKnown = new Uint8Array(values.length * 2);
    known.isKnown.set(isKnown);
  }
  all.delete(name);
  all.set(name, known);
  for (const [oldest] of all) {
    if (all.size <= maxTexts) break;
    all.delete(oldest);
  }
  return known as KnownResults<T>;
}

/** A column of computed values. */
export function vectorOf({ numbers, results }: Computed<Value>): Vector {
  return { numbers: numbers.map((number) => number + 1), values: [undefined, ...results] };
}

/** Returns the positions of the rows for which the results are true. */
export function positionsWhere({ numbers, results }: Computed<boolean>): Int32Array {
  const positions = new Int32Array(numbers.length);
  let count = 0;
  for (let i = 0; i < numbers.length; i++) if (results[numbers[i] as number]) positions[count++] = i;
  return positions.subarray(0, count);
}

/** A row for each element of an array; one for another value; none for null, an empty array, or nothing. */
export function unwind(batch: Batch, field: string): Batch {
  const { numbers, values } = batch.vector(field);
  const elements: Value[] = [undefined];
  const texts = new Map<string, number>();
  const numberOf = (element: Value): number => {
    const known = typeof element === 'string' ? texts.get(element) : undefined;
    const number = known ?? elements.push(element) - 1;
    if (typeof element === 'string') texts.set(element, number);
    return number;
  };
  const elementsOf = values.map((value) => {
    const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
    return list.map(numberOf);
  });
  let length = 0;
  for (const number of numbers) length += (elementsOf[number] as number[]).length;
  const positions = new Int32Array(length);
  const unwound = new Int32Array(length);
  let at = 0;
  for (let i = 0; i < numbers.length; i++) {
    for (const element of elementsOf[numbers[i] as number] as number[]) {
      positions[at] = i;
      unwound[at++] = element;
    }
  }
  return takeRows(batch, positions, new Map([[field, { numbers: unwound, values: elements }]]));
}

/** The first position of each distinct combination of values, and by position the number of its combination. */
function distinctRows(length: number, columns: readonly Vector[]): { firsts: Int32Array; numbers: Int32Array } {
  const [first, ...others] = columns;
  let { numbers, count } = first
    ? numberPairs(new Int32Array(length), 1, first)
    : { numbers: new Int32Array(length), count: Math.min(length, 1) };
  for (const column of others) ({ numbers, count } = numberPairs(numbers, count, column));
  const firsts = new Int32Array(count).fill(-1);
  for (let i = 0; i < length; i++) if (firsts[numbers[i] as number] === -1) firsts[numbers[i] as number] = i;
  return { firsts, numbers };
}

interface Numbered {
  numbers: Int32Array;
  count: number;
}

/** The size up to which a table with a place for each pair is faster than one for those that occur, by row. */
const maxPlacesPerRow = 4;

/** Numbers the distinct pairs of a number below `count` and a value, from 0, in the order of their first occurrence. */
function numberPairs(left: Int32Array, count: number, right: Vector): Numbered {
  const places = count * right.values.length;
  return places <= Math.max(1024, left.length * maxPlacesPerRow)
    ? byPlace(left, right, places)
    : byHash(left, right.numbers);
}

function byPlace(left: Int32Array, right: Vector, places: number): Numbered {
  const { length } = left;
  const rightCount = right.values.length;
  /** The number of the pair, plus 1. */
  const known = new Int32Array(places);
  const numbers = new Int32Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const place = (left[i] as number) * rightCount + (right.numbers[i] as number);
    if (known[place] === 0) known[place] = ++count;
    numbers[i] = (known[place] as number) - 1;
  }
  return { numbers, count };
}

/** With open addressing. */
function byHash(left: Int32Array, right: Int32Array): Numbered {
  const { length } = left;
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, length * 2))) - 1;
  /** The first position of the pair, plus 1. */
  const slots = new Int32Array(mask + 1);
  const numbers = new Int32Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    const a = left[i] as number;
    const b = right[i] as number;
    const hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const at = (slots[slot] as number) - 1;
      if (at < 0) {
        slots[slot] = i + 1;
        numbers[i] = count++;
        break;
      }
      if (left[at] === a && right[at] === b) {
        numbers[i] = numbers[at] as number;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { numbers, count };
}
