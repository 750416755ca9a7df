import { Decimal128, Double } from 'bson';
import { refuse } from '../errors.ts';
import { double, isInt32, type NumberValue, toNumber } from './value.ts';

/*
 * Arithmetic over int32, int64 and double with MongoDB's result types: a double makes a double, an int64 an int64, and
 * int32s an int32 unless the result needs an int64. Decimal128 and results beyond int64 are refused.
 */

const minLong = -(2n ** 63n);
const maxLong = 2n ** 63n - 1n;

export function add(a: NumberValue, b: NumberValue): NumberValue {
  return compute(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  );
}

export function subtract(a: NumberValue, b: NumberValue): NumberValue {
  return compute(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
  );
}

export function multiply(a: NumberValue, b: NumberValue): NumberValue {
  return compute(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  );
}

/** The remainder with the dividend's sign; of integers an integer. */
export function remainder(a: NumberValue, b: NumberValue): NumberValue {
  if (toNumber(b) === 0) refuse('Location16610', "can't $mod by zero");
  return compute(
    a,
    b,
    (x, y) => x % y,
    (x, y) => x % y,
  );
}

/** Always a double. */
export function divide(a: NumberValue, b: NumberValue): NumberValue {
  refuseDecimal(a, b);
  if (toNumber(b) === 0) refuse('BadValue', "can't $divide by zero");
  return double(toNumber(a) / toNumber(b));
}

function compute(
  a: NumberValue,
  b: NumberValue,
  ofNumbers: (x: number, y: number) => number,
  ofIntegers: (x: bigint, y: bigint) => bigint,
): NumberValue {
  refuseDecimal(a, b);
  if (isDouble(a) || isDouble(b)) return double(ofNumbers(toNumber(a), toNumber(b)));
  if (typeof a === 'number' && typeof b === 'number') {
    const result = ofNumbers(a, b);
    if (isInt32(result) || Object.is(result, -0)) return result + 0;
    if (Number.isSafeInteger(result)) return BigInt(result);
  }
  return long(ofIntegers(BigInt(a as number | bigint), BigInt(b as number | bigint)));
}

/** Refuses what does not fit. */
function long(value: bigint): bigint {
  if (value < minLong || value > maxLong) refuse('BadValue', 'The result is beyond 64 bits');
  return value;
}

export function isDouble(value: NumberValue): boolean {
  return value instanceof Double || (typeof value === 'number' && !isInt32(value));
}

function refuseDecimal(...values: NumberValue[]): void {
  if (values.some((value) => value instanceof Decimal128))
    refuse('CommandNotSupported', 'Arithmetic with Decimal128 is not supported by this store');
}

/**
 * A running sum: integers exactly, doubles compensated, as MongoDB sums, so that the order does not show. An integer
 * sum beyond 64 bits becomes a double.
 */
export interface Sum {
  integers: bigint | number;
  total: number;
  compensation: number;
  hasLong: boolean;
  hasDouble: boolean;
  count: number;
}

export function createSum(): Sum {
  return { integers: 0, total: 0, compensation: 0, hasLong: false, hasDouble: false, count: 0 };
}

export function addToSum(sum: Sum, value: NumberValue): void {
  sum.count++;
  if (typeof value === 'number' && isInt32(value) && typeof sum.integers === 'number') {
    sum.integers += value;
    if (!Number.isSafeInteger(sum.integers)) sum.integers = BigInt(sum.integers - value) + BigInt(value);
    return;
  }
  refuseDecimal(value);
  if (isDouble(value)) {
    sum.hasDouble = true;
    compensated(sum, toNumber(value));
  } else {
    if (typeof value === 'bigint') sum.hasLong = true;
    sum.integers = BigInt(sum.integers) + BigInt(value as number | bigint);
  }
}

/** Knuth's two-sum: what rounding took from the total is kept beside it. */
function compensated(sum: Sum, value: number): void {
  const total = sum.total + value;
  const part = total - sum.total;
  if (Number.isFinite(total)) sum.compensation += sum.total - (total - part) + (value - part);
  sum.total = total;
}

export function sumOf(sum: Sum): NumberValue {
  if (sum.hasDouble) return double(totalOf(sum));
  if (sum.hasLong || !isInt32(Number(sum.integers))) {
    const integers = BigInt(sum.integers);
    return integers < minLong || integers > maxLong ? Number(integers) : integers;
  }
  return Number(sum.integers);
}

/** The mean as a double; null of nothing. */
export function meanOf(sum: Sum): NumberValue | null {
  return sum.count === 0 ? null : double(totalOf(sum) / sum.count);
}

function totalOf(sum: Sum): number {
  const rest = { ...sum };
  compensated(rest, Number(sum.integers));
  return rest.total + (Number.isFinite(rest.total) ? rest.compensation : 0);
}
