import { Decimal128, Double } from 'bson';
import { CommandError, fail } from '../errors.ts';
import { exact } from './decimal.ts';
import { double, isInt32, type NumberValue, toNumber } from './value.ts';

/*
 * Arithmetic over int32, int64 and double with MongoDB's result types: if an operand is a double, so is the result;
 * else if one is an int64, so is the result; two int32s give an int32, or an int64 if the result needs one. Results of
 * 2^53 and more are exact. Where MongoDB rounds, these functions throw BadValue: for an int64 that meets a double and is
 * none, for a double that is not the exact result, and for a result beyond 64 bits. Decimal128 throws too.
 */

const minLong = -(2n ** 63n);
const maxLong = 2n ** 63n - 1n;

interface Operation {
  ofNumbers(x: number, y: number): number;
  ofIntegers(x: bigint, y: bigint): bigint;
  /** The power of a factor that both operands have, in the result; null if doubles give exact results. */
  degree: 1 | 2 | null;
}

const addition: Operation = { ofNumbers: (x, y) => x + y, ofIntegers: (x, y) => x + y, degree: 1 };
const subtraction: Operation = { ofNumbers: (x, y) => x - y, ofIntegers: (x, y) => x - y, degree: 1 };
const multiplication: Operation = { ofNumbers: (x, y) => x * y, ofIntegers: (x, y) => x * y, degree: 2 };
const division: Operation = { ofNumbers: (x, y) => x % y, ofIntegers: (x, y) => x % y, degree: null };

export function add(a: NumberValue, b: NumberValue): NumberValue {
  return compute(a, b, addition);
}

export function subtract(a: NumberValue, b: NumberValue): NumberValue {
  return compute(a, b, subtraction);
}

export function multiply(a: NumberValue, b: NumberValue): NumberValue {
  return compute(a, b, multiplication);
}

/** The remainder, with the dividend's sign. Two integers give an integer. */
export function remainder(a: NumberValue, b: NumberValue): NumberValue {
  if (toNumber(b) === 0) fail('Location16610', "can't $mod by zero");
  return compute(a, b, division);
}

/** The quotient, always a double. */
export function divide(a: NumberValue, b: NumberValue): NumberValue {
  refuseDecimal(a, b);
  const [x, y] = [asDouble(a), asDouble(b)];
  if (y === 0) fail('BadValue', "can't $divide by zero");
  const quotient = x / y;
  if (Math.abs(quotient) > Number.MAX_SAFE_INTEGER && Number.isFinite(x) && !isExact(quotient, y, x, multiplication))
    throw inexact();
  return double(quotient);
}

function compute(a: NumberValue, b: NumberValue, operation: Operation): NumberValue {
  const { ofNumbers, ofIntegers } = operation;
  refuseDecimal(a, b);
  if (isDouble(a) || isDouble(b)) {
    const [x, y] = [asDouble(a), asDouble(b)];
    const result = ofNumbers(x, y);
    const areFinite = Number.isFinite(x) && Number.isFinite(y);
    if (Math.abs(result) > Number.MAX_SAFE_INTEGER && areFinite && !isExact(x, y, result, operation)) throw inexact();
    return double(result);
  }
  if (typeof a === 'number' && typeof b === 'number') {
    const result = ofNumbers(a, b);
    if (isInt32(result) || Object.is(result, -0)) return result + 0;
    if (Number.isSafeInteger(result)) return BigInt(result);
  }
  return long(ofIntegers(BigInt(a as number | bigint), BigInt(b as number | bigint)));
}

/** Whether the double is the result of the operation on two finite doubles, without rounding. */
function isExact(x: number, y: number, result: number, { ofIntegers, degree }: Operation): boolean {
  if (degree === null) return true;
  if (!Number.isFinite(result)) return false;
  const [left, right, found] = [exact(x), exact(y), exact(result)];
  const bits = Math.max(-left.binaryExponent, -right.binaryExponent);
  const scaled = ({ coefficient, binaryExponent }: typeof left) => coefficient << BigInt(bits + binaryExponent);
  const expected = ofIntegers(scaled(left), scaled(right));
  return expected === found.coefficient << BigInt(bits * degree + found.binaryExponent);
}

/** The number as a double. Throws BadValue for an int64 that is none. */
function asDouble(value: NumberValue): number {
  const number = toNumber(value);
  if (typeof value === 'bigint' && BigInt(number) !== value)
    fail('BadValue', `The int64 ${value} cannot be combined with a double, which cannot hold it exactly`);
  return number;
}

/** Checks that the result fits an int64; throws BadValue otherwise. */
function long(value: bigint): bigint {
  if (value < minLong || value > maxLong) fail('BadValue', 'The result does not fit 64 bits');
  return value;
}

function inexact(): CommandError {
  return new CommandError('BadValue', 'The result exceeds 2^53, and a double cannot hold it exactly');
}

export function isDouble(value: NumberValue): boolean {
  return value instanceof Double || (typeof value === 'number' && !isInt32(value));
}

export function refuseDecimal(...values: NumberValue[]): void {
  if (values.some((value) => value instanceof Decimal128))
    fail('CommandNotSupported', 'Arithmetic with Decimal128 is not supported by this store');
}
