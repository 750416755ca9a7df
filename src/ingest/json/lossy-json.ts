import { shorten } from '../../errors/show-value.ts';

/** A valid JSON token whose value would change when stored. */
export interface LossyToken {
  expected: string;
  found: string;
}

/**
 * Returns the first NUL or lone surrogate in a quoted string; undefined if it has none. Only escapes can produce these.
 */
export function lossyString(raw: string): LossyToken | undefined {
  if (!raw.includes('\\u')) return undefined;
  const text: string = JSON.parse(raw);
  if (text.includes('\0')) return { expected: 'a string without NUL', found: '\\u0000' };
  const [lone] = /\p{Surrogate}/u.exec(text) ?? [];
  if (lone === undefined) return undefined;
  return { expected: 'a string without lone surrogates', found: `\\u${lone.charCodeAt(0).toString(16)}` };
}

/**
 * Returns the fault of a number that would change when it becomes a double: the double is not finite, has other
 * significant digits, or is a whole number beyond 2^53 - 1 or -(2^53 - 1). Undefined if the number is exact in this
 * sense. `0.1` is, because the shortest form of its double has the same digits.
 */
export function lossyNumber(raw: string): LossyToken | undefined {
  if (raw.length <= 15 && !/[eE]/.test(raw)) return undefined;
  const value = Number(raw);
  const isUnsafe = !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
  if (!isUnsafe && significantDigits(raw) === significantDigits(String(value))) return undefined;
  return { expected: 'a number that a double can hold without rounding', found: shorten(raw) };
}

function significantDigits(number: string): string {
  return number
    .replace(/[eE].*/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');
}
