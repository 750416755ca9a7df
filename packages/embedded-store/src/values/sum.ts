import { CommandError } from '../errors.ts';
import { refuseDecimal } from './arithmetic.ts';
import { double, isInt32, type NumberValue, toNumber } from './value.ts';

/**
 * A running sum. Integers, and the whole parts of doubles, are summed exactly; fractions with compensation, so that the
 * order of the values hardly matters.
 */
export interface Sum {
  whole: bigint | number;
  fraction: number;
  compensation: number;
  /** The sum of infinities and NaN; 0 if there was none. */
  special: number;
  hasFraction: boolean;
  hasLong: boolean;
  hasDouble: boolean;
  count: number;
}

export function createSum(): Sum {
  return {
    whole: 0,
    fraction: 0,
    compensation: 0,
    special: 0,
    hasFraction: false,
    hasLong: false,
    hasDouble: false,
    count: 0,
  };
}

export function addToSum(sum: Sum, value: NumberValue): void {
  sum.count++;
  if (typeof value === 'number' && isInt32(value)) {
    addWhole(sum, value);
    return;
  }
  refuseDecimal(value);
  if (typeof value === 'bigint') {
    sum.hasLong = true;
    sum.whole = BigInt(sum.whole) + value;
  } else addDouble(sum, toNumber(value));
}

function addDouble(sum: Sum, value: number): void {
  sum.hasDouble = true;
  if (!Number.isFinite(value)) {
    sum.special += value;
    return;
  }
  const whole = Math.trunc(value);
  addWhole(sum, whole);
  if (whole === value) return;
  sum.hasFraction = true;
  compensated(sum, value - whole);
}

function addWhole(sum: Sum, value: number): void {
  if (typeof sum.whole === 'number') {
    const total = sum.whole + value;
    if (Number.isSafeInteger(total) && Number.isSafeInteger(value)) {
      sum.whole = total;
      return;
    }
  }
  sum.whole = BigInt(sum.whole) + BigInt(value);
}

/** Knuth's two-sum: `compensation` collects what rounding removes from `fraction`. */
function compensated(sum: Sum, value: number): void {
  const total = sum.fraction + value;
  const part = total - sum.fraction;
  sum.compensation += sum.fraction - (total - part) + (value - part);
  sum.fraction = total;
}

const [minLong, maxLong] = [-(2n ** 63n), 2n ** 63n - 1n];

/**
 * The sum: a double if one of the values was, or if it exceeds 64 bits. Throws BadValue for a double of 2^53 or more that
 * is not the exact sum.
 */
export function sumOf(sum: Sum): NumberValue {
  if (sum.special !== 0) return sum.special;
  if (sum.hasDouble) return double(smallTotal(sum) ?? exactDouble(sum, BigInt(sum.whole)));
  if (typeof sum.whole === 'number' && isInt32(sum.whole) && !sum.hasLong) return sum.whole;
  const whole = BigInt(sum.whole);
  if (sum.hasLong || !isInt32(Number(whole)))
    return whole < minLong || whole > maxLong ? exactDouble(sum, whole) : whole;
  return Number(whole);
}

/** The mean as a double; null if no value was added. Throws BadValue as `sumOf` does. */
export function meanOf(sum: Sum): NumberValue | null {
  if (sum.count === 0) return null;
  if (sum.special !== 0) return sum.special;
  const total = smallTotal(sum);
  if (total !== null) return double(total / sum.count);
  const count = BigInt(sum.count);
  const [quotient, remainder] = [BigInt(sum.whole) / count, BigInt(sum.whole) % count];
  const mean = Number(quotient) + (Number(remainder) + sum.fraction + sum.compensation) / sum.count;
  if (Math.abs(mean) <= Number.MAX_SAFE_INTEGER) return double(mean);
  if (remainder !== 0n) throw inexact();
  return double(exactDouble(sum, quotient));
}

/** The total if its absolute value is less than 2^53; else null. */
function smallTotal(sum: Sum): number | null {
  const whole = Number(sum.whole);
  if (!Number.isSafeInteger(whole)) return null;
  const rest = { ...sum };
  compensated(rest, whole);
  const total = rest.fraction + rest.compensation;
  return Math.abs(total) > Number.MAX_SAFE_INTEGER ? null : total;
}

function exactDouble({ hasFraction }: Sum, whole: bigint): number {
  const number = Number(whole);
  if (hasFraction || !Number.isFinite(number) || BigInt(number) !== whole) throw inexact();
  return number;
}

function inexact(): CommandError {
  return new CommandError('BadValue', 'A sum or mean exceeds 2^53, and a double cannot hold it exactly');
}
