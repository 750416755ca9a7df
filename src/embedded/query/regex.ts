import { CommandError, refuse } from '../errors.ts';

/**
 * A PCRE pattern as a JavaScript RegExp that decides the same. `.`, `$` and `\s` mean other things in JavaScript and
 * are spelled out; what has no equal there (inline flags, possessive quantifiers, `\A`, POSIX classes) is refused.
 * https://www.mongodb.com/docs/manual/reference/operator/query/regex/
 */
export function compileRegex(pattern: string, options: string): RegExp {
  for (const option of options) {
    if (!'imsu'.includes(option)) {
      throw refused(`the option ${option} is not there; i, m and s are`);
    }
  }
  if (pattern.includes('\0')) refuse('BadValue', 'Regular expression cannot contain an embedded null byte');
  const source = translate(pattern, options);
  try {
    return new RegExp(source, `u${options.includes('i') ? 'i' : ''}${options.includes('m') ? 'm' : ''}`);
  } catch (cause) {
    throw refused((cause as Error).message);
  }
}

function translate(pattern: string, options: string): string {
  let source = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] as string;
    if (char === '\\') {
      i++;
      source += translateEscape(pattern[i] ?? '', inClass);
    } else if (inClass) {
      if (char === '[' && /[:.=]/.test(pattern[i + 1] ?? '')) throw refused('POSIX classes are not there');
      if (char === ']') inClass = false;
      source += char === '[' ? '\\[' : char;
    } else if (char === '[') {
      inClass = true;
      source += char;
      if (pattern[i + 1] === '^') source += pattern[++i];
      if (pattern[i + 1] === ']') {
        source += '\\]';
        i++;
      }
    } else source += translateOutside(char, pattern.slice(i), options);
  }
  return source;
}

function translateOutside(char: string, rest: string, options: string): string {
  switch (char) {
    case '.':
      return options.includes('s') ? '[^]' : '[^\\n]';
    case '$':
      return options.includes('m') ? '(?=\\n|(?![^]))' : '(?=\\n?(?![^]))';
    case '^':
      return options.includes('m') ? '(?<=\\n|(?<![^]))' : '^';
    case '(':
      if (rest.startsWith('(?') && !/^\(\?(?:[:=!]|<[=!A-Za-z_])/.test(rest)) throw refused('that group is not there');
      if (rest.startsWith('(*')) throw refused('verbs are not there');
      return char;
    case '{':
      return /^\{\d+(?:,\d*)?\}/.test(rest) ? char : '\\{';
    case '}':
    case ']':
      return char;
    default:
      return char;
  }
}

const sameInBoth = /^[dDwWbBnrtf]$/;

function translateEscape(char: string, inClass: boolean): string {
  if (char === 's') return inClass ? ' \\t-\\r' : '[ \\t-\\r]';
  if (char === 'S' && !inClass) return '[^ \\t-\\r]';
  if (sameInBoth.test(char)) return `\\${char}`;
  if (/^[1-9]$/.test(char) && !inClass) return `\\${char}`;
  if (/^[A-Za-z0-9]$/.test(char) || char === '') throw refused(`\\${char} is not there`);
  return /^[\^$\\.*+?()[\]{}|/]$/.test(char) || (char === '-' && inClass) ? `\\${char}` : char;
}

/** The text every match begins with, when the pattern is anchored and case matters: the bounds of an index scan. */
export function regexPrefix(pattern: string, options: string): { prefix: string; exact: boolean } | null {
  if (options !== '' || !pattern.startsWith('^') || pattern.includes('|')) return null;
  const [, literal = '', rest = ''] = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^A-Za-z0-9])*)(.*)$/s.exec(pattern) ?? [];
  // A quantifier takes the last character back.
  const text = /^[*?{]/.test(rest) ? literal.replace(/(?:\\.|[^\\])$/su, '') : literal;
  const prefix = text.replace(/\\(.)/gsu, '$1');
  return prefix === '' ? null : { prefix, exact: rest === '' };
}

function refused(why: string): CommandError {
  return new CommandError('Location51091', `Regular expression is invalid or not supported here: ${why}`);
}
