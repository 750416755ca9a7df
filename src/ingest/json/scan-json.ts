import { shorten, showValue } from '../../errors/show-value.ts';
import {
  explainBrokenString,
  explainComment,
  explainFailure,
  explainMissingComma,
  explainTrailingComma,
} from './explain-syntax.ts';
import { escapeToken } from './json-pointer.ts';
import { type JsonRepair, type RepairedJson, repairJson } from './json-repairs.ts';
import { controlExpected, endOfNumber, endOfString, endOfWord, JsonSyntaxError } from './json-token.ts';
import { lossyNumber, lossyString } from './lossy-json.ts';
import { type BrokenString, readBrokenString } from './read-broken-string.ts';
import { type Fault, type Hint, maxRejections } from './rejection.ts';

/** A fault whose offset in the scanned text is known. */
export interface PlacedFault extends Fault {
  offset: number;
}

/** A value in a file or line: the top-level one or, if that is an array, one of its elements. */
export interface JsonEntry {
  /** `''`, or `/3` for the fourth element of an array. */
  pointer: string;
  start: number;
  end: number;
  /** The first faults, at most `maxRejections`. */
  faults: PlacedFault[];
  faultCount: number;
  /** Whether it is nested too deeply for a recursive parser. */
  tooDeep: boolean;
}

export interface JsonScan {
  entries: JsonEntry[];
  isArray: boolean;
  /** The first syntax errors, in order, at most `maxRejections`; empty for valid JSON. */
  syntax: PlacedFault[];
  syntaxCount: number;
  /**
   * The text without its syntax errors; absent if it has none, or one that cannot be repaired. If present, `entries`
   * are complete.
   */
  repaired?: RepairedJson;
}

const maxDepth = 64;
/** The maximum number of syntax errors that are repaired, to bound memory. */
const maxRepairs = 250_000;

/**
 * Scans JSON text once for what `JSON.parse` does not report: the positions of array elements, repeated keys, nesting
 * deeper than 64 levels, numbers that a double cannot hold, NUL, lone surrogates, and the exact places of syntax
 * errors. Builds no values. After a trailing or missing comma, a comment, or a string with raw line breaks or quotes,
 * the scan continues as if that were repaired; any other syntax error ends it.
 */
export function scanJson(text: string, whole: 'file' | 'line'): JsonScan {
  const path: (string | number)[] = [];
  const entries: JsonEntry[] = [];
  const syntax: PlacedFault[] = [];
  const repairs: JsonRepair[] = [];
  /** The offsets of the brackets that are open, for messages. */
  const opened: number[] = [];
  let syntaxCount = 0;
  /** Where the last repair ends. */
  let repairedTo = 0;
  /**
   * The start of the value scanned last, if it is a string, because a quote inside it may have been taken for its end;
   * otherwise -1.
   */
  let stringStart = -1;
  let stringEnd = -1;
  let comma = 0;
  let entry = openEntry('', 0);
  let at = 0;

  try {
    skipSpace();
    const isArray = text[at] === '[';
    if (isArray) {
      opened.push(at);
      scanArray(() => {
        entry = openEntry(pointer(), at);
        scanValue();
        closeEntry();
      });
      opened.pop();
    } else {
      entry.start = at;
      scanValue();
      closeEntry();
    }
    skipSpace();
    if (at < text.length) fail(`the end of the ${whole}`);
    if (syntaxCount === 0) return { entries, isArray, syntax, syntaxCount };
    syntax.sort((a, b) => a.offset - b.offset);
    return { entries, isArray, syntax, syntaxCount, repaired: repairJson(text, repairs) };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const { offset, expected } = error;
    reportSyntax(offset, expected, explainFailure({ text, offset, expected, whole, opened }));
    syntax.sort((a, b) => a.offset - b.offset);
    return { entries, isArray: false, syntax, syntaxCount };
  }

  function closeEntry(): void {
    entry.end = at;
    entries.push(entry);
  }

  function scanValue(): void {
    const start = at;
    const character = text[at] ?? '';
    stringEnd = -1;
    if (character === '{') descend(scanObject);
    else if (character === '[') descend(() => scanArray(scanValue));
    else if (character === '"') {
      at = scanString(start);
      stringStart = start;
      stringEnd = at;
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      at = endOfNumber(text, at);
      report(start, lossyNumber(text.slice(start, at)));
    } else {
      at = endOfWord(text, at);
    }
  }

  function scanString(start: number): number {
    let end: number;
    try {
      end = endOfString(text, start);
    } catch (error) {
      const broken = error instanceof JsonSyntaxError && readBrokenString(text, start, closing());
      if (!broken) throw error;
      takeBroken(start, broken);
      return broken.end;
    }
    report(start, lossyString(text.slice(start, end)));
    return end;
  }

  /** Reports and repairs the control characters and quotes inside a string. */
  function takeBroken(start: number, { end, controls, quotes }: BrokenString): void {
    const [control] = controls;
    const [quote] = quotes;
    if (control !== undefined) {
      reportSyntax(control, controlExpected, explainBrokenString(text, controls));
    }
    if (quote !== undefined) reportSyntax(quote, 'an escape, \\", inside a string', explainBrokenString(text, quotes));
    const first = repairs.length;
    for (const each of controls)
      repair(each, 1, ' ', text[each] === '\0' ? ' ' : JSON.stringify(text[each]).slice(1, -1));
    for (const each of quotes) repair(each, 1, "'", '\\"');
    report(start, lossyString(repairJson(text, repairs.slice(first)).valueSource(start, end)));
  }

  function descend(scan: () => void): void {
    if (path.length < maxDepth) {
      opened.push(at);
      scan();
      opened.pop();
      return;
    }
    report(at, { expected: `at most ${maxDepth} levels deep`, found: shorten(showValue(text.slice(at, at + 40))) });
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
      if (!goesOn('}')) break;
      if (text[at] === '}') {
        trailingComma('a key in double quotes');
        break;
      }
    }
    at++;
  }

  /**
   * Moves to the next element of an object or list, or to the closing bracket. Returns whether there is another
   * element.
   */
  function goesOn(close: '}' | ']'): boolean {
    skipSpace();
    if (text[at] === ',') {
      comma = at++;
      skipSpace();
      return true;
    }
    if (text[at] === close) return false;
    const isNewItem = startsItem(text, at, close);
    if (!isNewItem && stringEnd !== -1 && text.slice(stringEnd, at).trim() === '') {
      const broken = readBrokenString(text, stringStart, close);
      if (broken) {
        takeBroken(stringStart, broken);
        at = broken.end;
        stringEnd = -1;
        return goesOn(close);
      }
    }
    const before = at - 1;
    const isFree = /\s/.test(text[before] ?? '') && repairedTo <= before;
    if (!isNewItem || !isFree) fail(`"," or "${close}"`);
    reportSyntax(at, `"," or "${close}"`, explainMissingComma(text, at));
    repair(before, 1, ',', ',');
    return true;
  }

  function trailingComma(expected: string): void {
    reportSyntax(at, expected, explainTrailingComma(comma));
    repair(comma, 1, ' ', ' ');
  }

  /** Returns the bracket that ends the innermost object or list; '' at the top level. */
  function closing(): '}' | ']' | '' {
    const open = text[opened.at(-1) ?? -1];
    return open === '{' ? '}' : open === '[' ? ']' : '';
  }

  function scanKey(keys: Set<string>): void {
    const start = at;
    at = endOfString(text, at);
    const raw = text.slice(start, at);
    const key: string = raw.includes('\\') ? JSON.parse(raw) : raw.slice(1, -1);
    path.push(key);
    report(start, lossyString(raw), true);
    if (keys.has(key)) report(start, { expected: 'a key that occurs once', found: `a second ${showValue(key)}` }, true);
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
      if (!goesOn(']')) break;
      if (text[at] === ']') {
        path.push(index + 1);
        trailingComma('a JSON value');
        path.pop();
        break;
      }
    }
    at++;
  }

  /** Skips an array or object of any depth, reading only its brackets and strings. */
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
      if (code === 0x2f && skipComment()) continue;
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      at++;
    }
  }

  /** Skips a comment and reports it as a syntax error. Returns whether there was one. */
  function skipComment(): boolean {
    const end = endOfComment(text, at);
    if (end === undefined) return false;
    reportSyntax(at, 'JSON without comments', explainComment());
    repair(at, end - at, ' '.repeat(end - at), ' ');
    at = end;
    return true;
  }

  function report(offset: number, fault: Pick<Fault, 'expected' | 'found'> | undefined, atKey?: true): void {
    if (!fault) return;
    entry.faultCount++;
    if (entry.faults.length === maxRejections) return;
    entry.faults.push({ ...fault, pointer: pointer(), ...(atKey && { atKey }), offset });
  }

  function reportSyntax(offset: number, expected: string, hint: Hint | undefined): void {
    syntaxCount++;
    if (syntax.length === maxRejections) return;
    const found = foundAt(text, offset) ?? `the end of the ${whole}`;
    syntax.push({ pointer: pointer(), expected, found, offset, ...(hint && { hint }) });
  }

  function repair(start: number, length: number, inPlace: string, inValue: string): void {
    if (repairs.length === maxRepairs) fail('JSON with fewer syntax errors');
    repairs.push({ at: start, length, inPlace, inValue });
    repairedTo = Math.max(repairedTo, start + length);
  }

  function fail(expected: string): never {
    throw new JsonSyntaxError(at, expected);
  }

  function pointer(): string {
    return path.map((part) => `/${escapeToken(part)}`).join('');
  }
}

function openEntry(pointer: string, start: number): JsonEntry {
  return { pointer, start, end: start, faults: [], faultCount: 0, tooDeep: false };
}

/** Returns whether an item begins at `at`: a key with its colon or, in a list, a value. */
function startsItem(text: string, at: number, close: '}' | ']'): boolean {
  const item = close === '}' ? /"(?:[^"\\\n]|\\.){0,200}"\s*:/y : /["{[]|-?\d/y;
  item.lastIndex = at;
  return item.test(text);
}

/** Returns the end of the comment that begins at `at`; undefined if there is none, or if it is never closed. */
function endOfComment(text: string, at: number): number | undefined {
  if (text[at + 1] === '/') {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end;
  }
  const end = text[at + 1] === '*' ? text.indexOf('*/', at + 2) : -1;
  return end === -1 ? undefined : end + 2;
}

function foundAt(text: string, at: number): string | undefined {
  if (at >= text.length) return undefined;
  const word = /[^\s,:{}[\]"]{1,80}/uy;
  word.lastIndex = at;
  return showValue(word.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0));
}
