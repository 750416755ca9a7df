import { cut } from '../show-value.ts';

/** What a valid JSON token means that cannot be stored as it is written. */
export interface Unstorable {
  expected: string;
  found: string;
}

/** Says of a string, in its quotes, whether it holds NUL or half a surrogate pair, which only escapes can write. */
export function unstorableString(raw: string): Unstorable | undefined {
  if (!raw.includes('\\u')) return undefined;
  const text: string = JSON.parse(raw);
  if (text.includes('\0')) return { expected: 'a string without NUL', found: '\\u0000' };
  const [lone] = /\p{Surrogate}/u.exec(text) ?? [];
  if (lone === undefined) return undefined;
  return { expected: 'a string without lone surrogates', found: `\\u${lone.charCodeAt(0).toString(16)}` };
}

/**
 * Says of a number whether it means something else once it is a double: not finite, other digits than were written, or
 * whole and further from zero than 2^53 - 1. What programs write as the shortest form of a double passes.
 */
export function unstorableNumber(raw: string): Unstorable | undefined {
  if (raw.length <= 15 && !/[eE]/.test(raw)) return undefined;
  const value = Number(raw);
  const isUnsafe = !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
  if (!isUnsafe && significantDigits(raw) === significantDigits(String(value))) return undefined;
  return { expected: 'a number of no more digits than a double holds', found: cut(raw) };
}

function significantDigits(number: string): string {
  return number
    .replace(/[eE].*/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');
}
