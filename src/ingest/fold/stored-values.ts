import type { DateInput, PointInput, QuantityInput } from '../../entities/article/article.ts';
import type { DateSpan, GeoPoint, Quantity } from '../../query/values.ts';
import { parseEdtf } from '../parse/edtf.ts';
import { omitAbsent } from './omit-absent.ts';

export function foldDate(date: DateInput): DateSpan {
  const span = parseEdtf(date.edtf);
  if (!span) throw new Error(`Stored date is not an EDTF date: ${JSON.stringify(date.edtf)}`);
  const { start, end, precision, edtf } = span;
  return omitAbsent({ start, end, precision, edtf, original: date.original });
}

export function foldQuantity({ min, max, best, original }: QuantityInput): Quantity {
  return omitAbsent({ min, max, best, original });
}

export function foldPoint({ latitude, longitude }: PointInput): GeoPoint {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

/**
 * Returns the sums of the minimums, maximums and best numbers. An exact number is its own best. The maximum is absent
 * if any quantity has none; so is the best number.
 */
export function sumOf(quantities: readonly Quantity[]): Quantity {
  return quantities.reduce<Quantity>(
    (sum, { min, max, best = min === max ? min : undefined }) =>
      omitAbsent({ min: plus(sum.min, min), max: absentPlus(sum.max, max), best: absentPlus(sum.best, best) }),
    { min: 0, max: 0, best: 0 },
  );
}

/** Returns the sort key of a maximum. An open one sorts above all numbers. */
export function maxOrder({ max }: Quantity): number {
  return max ?? Number.MAX_SAFE_INTEGER;
}

function absentPlus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : plus(a, b);
}

/** Returns the sum, at most 2^53 - 1, because greater numbers are not exact. */
function plus(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}
