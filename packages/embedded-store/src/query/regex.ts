import { CommandError, fail } from '../errors.ts';
import { translateRegex } from './regex-syntax.ts';

/** MongoDB's limit, in bytes. */
const maxPatternBytes = 32_764;

/**
 * A JavaScript RegExp that finds a match in the same strings as PCRE2 does in MongoDB, in UTF mode. Throws
 * Location51091 if the pattern is invalid or has a construct that the store does not support, Location51108 for another
 * option than `i`, `m`, `s` and `u` (which has no effect), and BadValue for a pattern that is too long or has a NUL.
 * https://www.mongodb.com/docs/manual/reference/operator/query/regex/
 */
export function compileRegex(pattern: string, options: string): RegExp {
  if (Buffer.byteLength(pattern) > maxPatternBytes) fail('BadValue', 'Regular expression is too long');
  if (pattern.includes('\0')) fail('BadValue', 'Regular expression cannot contain an embedded null byte');
  for (const option of options) {
    if (!'imsu'.includes(option))
      fail('Location51108', `invalid flag in regex options: ${option}. This store supports i, m, s and u`);
  }
  try {
    return new RegExp(translateRegex(pattern, options), 'u');
  } catch (cause) {
    if (cause instanceof CommandError) throw cause;
    return fail('Location51091', `Regular expression is invalid: ${(cause as Error).message}`);
  }
}

/** The same as a test. It is faster for plain beginnings of texts, of which a list may have hundreds. */
export function compileTest(pattern: string, options: string): Pick<RegExp, 'test'> {
  if (options !== '' || pattern.length > maxPlainLength || !plainStart.test(pattern))
    return compileRegex(pattern, options);
  const start = pattern.slice(1);
  return { test: (text) => text.startsWith(start) };
}

const maxPlainLength = 1000;
const plainStart = /^\^[\p{L}\p{N} <>=~:]+$/u;

/** The text that every match begins with, for index bounds; null unless the pattern is anchored and case-sensitive. */
export function regexPrefix(pattern: string, options: string): { prefix: string; exact: boolean } | null {
  if (options !== '' || !pattern.startsWith('^') || pattern.includes('|')) return null;
  const [, literal = '', rest = ''] = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^A-Za-z0-9])*)(.*)$/s.exec(pattern) ?? [];
  // A quantifier takes the last character back.
  const text = /^[*?{]/.test(rest) ? literal.replace(/(?:\\.|[^\\])$/su, '') : literal;
  const prefix = text.replace(/\\(.)/gsu, '$1');
  return prefix === '' ? null : { prefix, exact: rest === '' };
}
