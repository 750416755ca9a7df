import { cut, showValue } from '../show-value.ts';
import { escapeToken } from './json-pointer.ts';
import { endOfNumber, endOfString, endOfWord, JsonBreak } from './json-token.ts';
import { type Fault, maxRefusals } from './refusal.ts';
import { unstorableNumber, unstorableString } from './unstorable.ts';

/** A fault whose offset in the scanned text is known. */
export interface PlacedFault extends Fault {
  offset: number;
}

/** What one file or line holds: the value, or each element of an array. */
export interface JsonEntry {
  /** `''`, or `/3` for the fourth element of an array. */
  pointer: string;
  start: number;
  end: number;
  /** The first faults, at most `maxRefusals`. */
  faults: PlacedFault[];
  faultCount: number;
  /** Nested too deeply to be handed to a recursive parser. */
  tooDeep: boolean;
}

export interface JsonScan {
  entries: JsonEntry[];
  isArray: boolean;
  /** The first fault that keeps the text from being JSON at all. */
  syntax?: PlacedFault;
}

const maxDepth = 64;

/**
 * Reads JSON text once for what `JSON.parse` does not tell: where the elements of an array lie, keys that stand twice,
 * nesting deeper than 64, numbers that a double does not hold, NUL and lone surrogates, and exactly where the syntax
 * breaks. Makes no values. Stops at a break of the syntax; goes on after all else.
 */
export function scanJson(text: string, whole: 'file' | 'line'): JsonScan {
  const path: (string | number)[] = [];
  const entries: JsonEntry[] = [];
  let entry = openEntry('', 0);
  let at = 0;

  try {
    skipSpace();
    const isArray = text[at] === '[';
    if (isArray) {
      scanArray(() => {
        entry = openEntry(pointer(), at);
        scanValue();
        closeEntry();
      });
    } else {
      entry.start = at;
      scanValue();
      closeEntry();
    }
    skipSpace();
    if (at < text.length) fail(`the end of the ${whole}`);
    return { entries, isArray };
  } catch (error) {
    if (!(error instanceof JsonBreak)) throw error;
    const { offset, expected } = error;
    const found = foundAt(text, offset) ?? `the end of the ${whole}`;
    return { entries, isArray: false, syntax: { pointer: pointer(), expected, found, offset } };
  }

  function closeEntry(): void {
    entry.end = at;
    entries.push(entry);
  }

  function scanValue(): void {
    const start = at;
    const character = text[at] ?? '';
    if (character === '{') descend(scanObject);
    else if (character === '[') descend(() => scanArray(scanValue));
    else if (character === '"') {
      at = endOfString(text, at);
      report(start, unstorableString(text.slice(start, at)));
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      at = endOfNumber(text, at);
      report(start, unstorableNumber(text.slice(start, at)));
    } else {
      at = endOfWord(text, at);
    }
  }

  function descend(scan: () => void): void {
    if (path.length < maxDepth) {
      scan();
      return;
    }
    report(at, { expected: `at most ${maxDepth} levels deep`, found: cut(showValue(text.slice(at, at + 40))) });
    entry.tooDeep = true;
    skipNested();
  }

  function scanObject(): void {
    const keys = new Set<string>();
    at++;
    skipSpace();
    if (text[at] === '}') {
      at++;
      return;
    }
    for (;;) {
      if (text[at] !== '"') fail(keys.size === 0 ? 'a key in double quotes or "}"' : 'a key in double quotes');
      scanKey(keys);
      skipSpace();
      if (text[at] !== ':') fail('":"');
      at++;
      skipSpace();
      scanValue();
      path.pop();
      skipSpace();
      if (text[at] === '}') break;
      if (text[at] !== ',') fail('"," or "}"');
      at++;
      skipSpace();
    }
    at++;
  }

  function scanKey(keys: Set<string>): void {
    const start = at;
    at = endOfString(text, at);
    const raw = text.slice(start, at);
    const key: string = raw.includes('\\') ? JSON.parse(raw) : raw.slice(1, -1);
    path.push(key);
    report(start, unstorableString(raw), true);
    if (keys.has(key)) report(start, { expected: 'a key that stands once', found: `a second ${showValue(key)}` }, true);
    keys.add(key);
  }

  function scanArray(scanElement: () => void): void {
    at++;
    skipSpace();
    if (text[at] === ']') {
      at++;
      return;
    }
    for (let index = 0; ; index++) {
      path.push(index);
      scanElement();
      path.pop();
      skipSpace();
      if (text[at] === ']') break;
      if (text[at] !== ',') fail('"," or "]"');
      at++;
      skipSpace();
    }
    at++;
  }

  /** Moves past an array or object of any depth, looking at its brackets and strings only. */
  function skipNested(): void {
    let depth = 0;
    do {
      const character = text[at];
      if (character === undefined) fail('a closing bracket');
      if (character === '[' || character === '{') depth++;
      if (character === ']' || character === '}') depth--;
      at = character === '"' ? endOfString(text, at) : at + 1;
    } while (depth > 0);
  }

  function skipSpace(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      at++;
    }
  }

  function report(offset: number, fault: Pick<Fault, 'expected' | 'found'> | undefined, atKey?: true): void {
    if (!fault) return;
    entry.faultCount++;
    if (entry.faults.length === maxRefusals) return;
    entry.faults.push({ ...fault, pointer: pointer(), ...(atKey && { atKey }), offset });
  }

  function fail(expected: string): never {
    throw new JsonBreak(at, expected);
  }

  function pointer(): string {
    return path.map((part) => `/${escapeToken(part)}`).join('');
  }
}

function openEntry(pointer: string, start: number): JsonEntry {
  return { pointer, start, end: start, faults: [], faultCount: 0, tooDeep: false };
}

function foundAt(text: string, at: number): string | undefined {
  if (at >= text.length) return undefined;
  const word = /[^\s,:{}[\]"]{1,80}/uy;
  word.lastIndex = at;
  return showValue(word.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0));
}
