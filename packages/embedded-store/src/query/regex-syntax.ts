import { characterSource, parseClass, unsupported } from './regex-class.ts';

/*
 * The supported syntax of PCRE2, written again in JavaScript's. Without back references and atomic groups, a regular
 * expression only says which strings match, whatever the order in which an engine tries them. So each construct here
 * means the same in both languages once `.`, `^`, `$`, `\s` and the option `i` are spelled out. Everything else is
 * rejected, and so is what differs among PCRE2's versions.
 * https://www.pcre.org/current/doc/html/pcre2pattern.html
 */

/** A part of a pattern. */
interface Part {
  /** In JavaScript, for the flag `u` alone. */
  source: string;
  /** The number of characters that it matches; null if that varies. */
  length: number | null;
  /** Whether it can match the empty text. */
  mayBeEmpty: boolean;
  /** About the number of bytes of the compiled pattern in PCRE2. */
  size: number;
  /** Whether it is an assertion, which cannot have a quantifier. */
  assertion?: true;
}

/** The part, and the position after it. */
type Parsed = [part: Part, end: number];

interface Pattern {
  characters: string[];
  options: string;
  names: Set<string>;
}

const maxDepth = 250;
const maxRepetitions = 65_535;
const maxSize = 65_600;

export function translateRegex(pattern: string, options: string): string {
  const context = { characters: [...pattern], options, names: new Set<string>() };
  const { source, mayBeEmpty, end } = parseAlternatives(context, 0, 0);
  if (end < context.characters.length) throw unsupported('unmatched )');
  // V8 also tries assertions in the middle of a surrogate pair. This prefix advances by whole characters.
  return mayBeEmpty ? `^[^]*?(?:${source})` : source;
}

/** Alternatives up to a `)` or the end. */
function parseAlternatives(pattern: Pattern, start: number, depth: number) {
  if (depth > maxDepth) throw unsupported('parentheses are too deeply nested');
  const alternatives: Part[] = [];
  let end = start - 1;
  do {
    const [part, after] = parseSequence(pattern, end + 1, depth);
    alternatives.push(part);
    end = after;
  } while (pattern.characters[end] === '|');
  const size = alternatives.reduce((sum, part) => sum + part.size + 3, 3);
  if (size > maxSize) throw unsupported('it is too large');
  return {
    source: alternatives.map(({ source }) => source).join('|'),
    lengths: alternatives.map(({ length }) => length),
    mayBeEmpty: alternatives.some((part) => part.mayBeEmpty),
    size,
    end,
  };
}

function parseSequence(pattern: Pattern, start: number, depth: number): Parsed {
  const sequence: Part = { source: '', length: 0, mayBeEmpty: true, size: 0 };
  let position = start;
  while (position < pattern.characters.length && !'|)'.includes(pattern.characters[position] as string)) {
    const [part, end] = parseQuantified(pattern, position, depth);
    sequence.source += part.source;
    sequence.size += part.size;
    sequence.mayBeEmpty &&= part.mayBeEmpty;
    sequence.length = sequence.length === null || part.length === null ? null : sequence.length + part.length;
    position = end;
  }
  return [sequence, position];
}

function parseQuantified(pattern: Pattern, start: number, depth: number): Parsed {
  const [part, end] = parseItem(pattern, start, depth);
  const quantifier = quantifierAt(pattern, end);
  if (quantifier === null) return [part, end];
  const { source, min, max, length } = quantifier;
  if (part.assertion) throw unsupported('a quantifier after an assertion is not supported');
  if (quantifierAt(pattern, end + length) !== null) throw unsupported('a quantifier after another one');
  return [
    {
      source: part.source + source,
      length: part.length !== null && min === max ? part.length * min : null,
      mayBeEmpty: part.mayBeEmpty || min === 0,
      // Only groups are repeated in a compiled pattern.
      size: part.size * (part.source.startsWith('(') ? Math.max(1, Number.isFinite(max) ? max : min) : 1) + 4,
    },
    end + length,
  ];
}

function quantifierAt({ characters }: Pattern, start: number) {
  const first = characters[start];
  if (first === undefined || !'*+?{'.includes(first)) return null;
  let [min, max, length] = [first === '+' ? 1 : 0, first === '?' ? 1 : Number.POSITIVE_INFINITY, 1];
  if (first === '{') {
    // The longest one is `{65535,65535}`.
    const rest = characters.slice(start, start + 40).join('');
    const [whole, from, range, to] = /^\{(\d+)(,(\d*))?\}/.exec(rest) ?? [];
    // Since PCRE2 10.43, a min may be omitted and there may be spaces. Before, these were literals.
    if (whole === undefined && /^\{[ \t]*(?:\d+[ \t]*(?:,[ \t]*\d*)?|,[ \t]*\d+)[ \t]*\}/.test(rest))
      throw unsupported('a quantifier without a min or with spaces is not supported');
    if (whole === undefined) return null;
    min = Number(from);
    max = range === undefined ? min : to === '' ? Number.POSITIVE_INFINITY : Number(to);
    length = whole.length;
    if (min > maxRepetitions || (Number.isFinite(max) && (max > maxRepetitions || max < min)))
      throw unsupported(`the numbers of ${whole} are out of range`);
    // PCRE2 misjudges where a match with `(a|b){0}` may begin.
    if (max === 0) throw unsupported(`${whole} is not supported`);
  }
  const after = characters[start + length];
  if (after === '+') throw unsupported('possessive quantifiers are not supported');
  if (after === '?') length++;
  return { source: characters.slice(start, start + length).join(''), min, max, length };
}

function parseItem(pattern: Pattern, start: number, depth: number): Parsed {
  const { characters, options } = pattern;
  const char = characters[start] as string;
  switch (char) {
    case '(':
      return parseGroup(pattern, start, depth);
    case '[': {
      const { source, size, end } = parseClass(characters, start, options.includes('i'));
      return [character(source, size), end];
    }
    case '\\':
      return [parseEscape(characters[start + 1], options), start + 2];
    case '.':
      return [character(options.includes('s') ? '[^]' : '[^\\n]', 1), start + 1];
    case '^':
      // After a line feed that ends the text there is no line.
      return [assertion(options.includes('m') ? '(?:^|(?<=\\n)(?=[^]))' : '^'), start + 1];
    case '$':
      return [assertion(options.includes('m') ? '(?=\\n|(?![^]))' : '(?=\\n?(?![^]))'), start + 1];
    default:
      if (quantifierAt(pattern, start) !== null) throw unsupported(`nothing precedes the quantifier ${char}`);
      return [literal(char, options), start + 1];
  }
}

function literal(char: string, options: string): Part {
  return character(characterSource(char, options.includes('i')), 1 + Buffer.byteLength(char));
}

function character(source: string, size: number): Part {
  return { source, length: 1, mayBeEmpty: false, size };
}

function assertion(source: string): Part {
  return { source, length: 0, mayBeEmpty: true, size: 1, assertion: true };
}

function parseEscape(char: string | undefined, options: string): Part {
  if (char === undefined) throw unsupported('\\ at the end');
  if (/^[bB]$/.test(char)) return assertion(`\\${char}`);
  if (/^[dDwWnrtf]$/.test(char)) return character(`\\${char}`, 2);
  if (/^[sS]$/.test(char)) return character(char === 's' ? '[ \\t-\\r]' : '[^ \\t-\\r]', 2);
  if (/^[A-Za-z0-9]$/.test(char)) throw unsupported(`\\${char} is not supported`);
  return literal(char, options);
}

function parseGroup(pattern: Pattern, start: number, depth: number): Parsed {
  const head = pattern.characters.slice(start, start + 40).join('');
  const [open = '', kind = '', name] = /^\((?:\?(:|=|!|<=|<!|<([A-Za-z_]\w{0,31})>))?/.exec(head) ?? [];
  const other = pattern.characters[start + open.length];
  // After `(?`, the groups above are all. `(*` begins a verb.
  if (open === '(' && (other === '?' || other === '*')) throw unsupported('this kind of group is not supported');
  if (name !== undefined && pattern.names.has(name)) throw unsupported(`two groups are named ${name}`);
  if (name !== undefined) pattern.names.add(name);
  const { source, lengths, mayBeEmpty, size, end } = parseAlternatives(pattern, start + open.length, depth + 1);
  if (pattern.characters[end] !== ')') throw unsupported('missing )');
  if (kind.startsWith('<') && name === undefined && lengths.includes(null))
    throw unsupported('a lookbehind of variable length is not supported');
  if (/^(?:<?[=!])$/.test(kind)) return [{ ...assertion(`(?${kind}${source})`), size }, end + 1];
  const [first = 0] = lengths;
  const length = lengths.every((one) => one === first) ? first : null;
  // Groups need not capture, since nothing refers to them.
  return [{ source: `(?:${source})`, length, mayBeEmpty, size }, end + 1];
}
