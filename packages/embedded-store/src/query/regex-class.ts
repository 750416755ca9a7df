import { CommandError } from '../errors.ts';
import { inAnyCase } from './letter-cases.ts';

/** `[` … `]` in JavaScript, its approximate size in PCRE2, and the position after it. */
interface ParsedClass {
  source: string;
  size: number;
  end: number;
}

/** `\s` is a list, because JavaScript's has more characters. */
const sets: ReadonlyMap<string, string> = new Map([
  ['d', '\\d'],
  ['D', '\\D'],
  ['w', '\\w'],
  ['W', '\\W'],
  ['s', ' \\t-\\r'],
  ['S', '\\0-\\x08\\x0e-\\x1f!-\\u{10ffff}'],
]);

const controls: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
]);

/** Parses the class that begins at a position. The option `i` applies to characters and ranges, not to sets. */
export function parseClass(characters: string[], start: number, ignoreCase: boolean): ParsedClass {
  let position = start + 1;
  const negated = characters[position] === '^';
  if (negated) position++;
  const first = position;
  let [ranges, others, size] = ['', '', 33];
  if (isPosix(characters, start)) throw unsupported('POSIX classes are not supported');
  while (characters[position] !== ']' || position === first) {
    const [low, afterLow] = atomAt(characters, position);
    position = afterLow;
    // Beyond the first 256 characters, a class is a list.
    if ('char' in low && codeOf(low.char) > 255) size += 8;
    const isRange = characters[position] === '-' && characters[position + 1] !== ']';
    if (!isRange) {
      if ('set' in low) others += low.set;
      else ranges += escaped(low.char);
      continue;
    }
    const [high, afterHigh] = atomAt(characters, position + 1);
    position = afterHigh;
    if ('set' in low || 'set' in high) throw unsupported('a range of a class begins or ends with a set');
    if (codeOf(low.char) > codeOf(high.char)) throw unsupported('a range of a class is out of order');
    ranges += `${escaped(low.char)}-${escaped(high.char)}`;
  }
  const characterRanges = ignoreCase && ranges !== '' ? ranges + inAnyCase(ranges).map(escaped).join('') : ranges;
  return { source: `[${negated ? '^' : ''}${characterRanges}${others}]`, size, end: position + 1 };
}

/** One character, or with `ignoreCase` all its case variants. */
export function characterSource(char: string, ignoreCase: boolean): string {
  const variants = ignoreCase ? inAnyCase(escaped(char)) : [];
  return variants.length > 1 ? `[${variants.map(escaped).join('')}]` : escaped(char);
}

type Atom = { char: string } | { set: string };

function atomAt(characters: string[], position: number): [atom: Atom, end: number] {
  const char = characters[position];
  if (char === undefined) throw unsupported('missing ]');
  if (char === '[' && /^[:.=]$/.test(characters[position + 1] ?? ''))
    throw unsupported('POSIX classes are not supported');
  if (char !== '\\') return [{ char }, position + 1];
  const after = characters[position + 1] ?? '';
  const set = sets.get(after);
  if (set !== undefined) return [{ set }, position + 2];
  if (/^[A-Za-z0-9]?$/.test(after) && !controls.has(after)) throw unsupported(`\\${after} is not supported in [ ]`);
  return [{ char: controls.get(after) ?? after }, position + 2];
}

/** Returns whether PCRE2 would read the whole class as a POSIX class outside `[ ]`, which is an error. */
function isPosix(characters: string[], start: number): boolean {
  if (!/^[:.=]$/.test(characters[start + 1] ?? '')) return false;
  return /^\[([:.=])(?:\\[\]\\]|[^\]])*\1\]/.test(characters.slice(start).join(''));
}

function escaped(char: string): string {
  return /^[\w ]$/.test(char) ? char : `\\u{${codeOf(char).toString(16)}}`;
}

function codeOf(char: string): number {
  return char.codePointAt(0) as number;
}

export function unsupported(why: string): CommandError {
  return new CommandError('Location51091', `Regular expression is invalid or not supported by this store: ${why}`);
}
