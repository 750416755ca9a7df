import type { DateInput, PointInput, QuantityInput } from '../../article/article.ts';
import type { DateSpan, GeoPoint, Quantity } from '../../graph/values.ts';
import { parseEdtf } from '../edtf.ts';
import { omitAbsent } from './omit-absent.ts';

export function foldDate(date: DateInput): DateSpan {
  const span = parseEdtf(date.edtf);
  if (!span) throw new Error(`Stored date is no EDTF date: ${JSON.stringify(date.edtf)}`);
  const { start, end, precision, edtf } = span;
  return omitAbsent({ start, end, precision, edtf, original: date.original });
}

export function foldQuantity({ min, max, best, original }: QuantityInput): Quantity {
  return omitAbsent({ min, max, best, original });
}

export function foldPoint({ latitude, longitude }: PointInput): GeoPoint {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

/** Least and most of all together; without a most where one of them has none; 0 where there are none. */
export function sumOf(quantities: readonly Quantity[]): Quantity {
  return quantities.reduce((a, b) => omitAbsent({ min: plus(a.min, b.min), max: maxPlus(a.max, b.max) }), {
    min: 0,
    max: 0,
  } as Quantity);
}

/** What a maximum is sorted by: an open one is above all numbers. */
export function maxOrder({ max }: Quantity): number {
  return max ?? Number.MAX_SAFE_INTEGER;
}

function maxPlus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : plus(a, b);
}

/** Beyond 2^53 - 1 numbers are no longer exact. */
function plus(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}
