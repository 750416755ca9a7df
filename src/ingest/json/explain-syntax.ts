import { shorten } from '../../errors/show-value.ts';
import { nameCharacter } from '../../text/character-names.ts';
import { controlExpected } from './json-token.ts';
import { listPlaces, placeOf } from './places.ts';
import type { Hint } from './rejection.ts';

/** A syntax error that ended a scan. */
export interface SyntaxFailure {
  text: string;
  offset: number;
  expected: string;
  whole: 'file' | 'line';
  /** The offsets of the brackets that are open. */
  opened: readonly number[];
}

/** Returns a hint for raw control characters, or quotes that are not escaped, at these offsets of one string. */
export function explainBrokenString(text: string, offsets: readonly number[]): Hint {
  const [first = 0] = offsets;
  if (text[first] === '"') {
    return (position) =>
      offsets.length === 1
        ? `Write \\" for the quote that belongs to the string. ${orTextFile}`
        : `Write \\" for the ${offsets.length} quotes that belong to the string, at ${listPlaces(offsets, position)}. ${orTextFile}`;
  }
  // A carriage return and its line feed are one line break.
  const breaks = offsets.filter((at) => text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n'));
  const others = offsets.filter((at) => text[at] !== '\n' && text[at] !== '\r');
  return (position) => {
    const parts = [
      ...(breaks.length > 0
        ? [`\\n for ${counted(breaks.length, 'line break')} inside the string, at ${listPlaces(breaks, position)}`]
        : []),
      ...(others.length > 0 ? [`${escapesOf(text, others)}, at ${listPlaces(others, position)}`] : []),
    ];
    return `Write ${parts.join(', and ')}. ${orTextFile}`;
  };
}

/** Offers to keep a long text in a file, so that the author need not escape it. */
const orTextFile = 'Or keep the text in a file in the same folder: "textFile": "name.txt"';

function counted(count: number, what: string): string {
  return count === 1 ? `the ${what}` : `the ${count} ${what}s`;
}

function escapesOf(text: string, offsets: readonly number[]): string {
  const distinct = [...new Set(offsets.map((at) => text.charAt(at)))];
  return distinct.map((character) => `${escapeOf(character)} for ${nameCharacter(character)}`).join(', ');
}

/** Returns the JSON escape of a control character; for NUL, which texts may not contain, `nothing`. */
function escapeOf(character: string): string {
  if (character === '\0') return 'nothing';
  return JSON.stringify(character).slice(1, -1);
}

export function explainTrailingComma(comma: number): Hint {
  return (position) => `Remove the comma at ${placeOf(comma, position)}: nothing follows it`;
}

export function explainMissingComma(text: string, at: number): Hint {
  const end = text.slice(0, at).trimEnd().length;
  return (position) => `A comma is missing after ${placeOf(end - 1, position)}`;
}

export function explainComment(): Hint {
  return () => 'JSON has no comments: remove it';
}

/** Returns a hint for the syntax error that ended a scan; undefined if there is nothing to add to the error. */
export function explainFailure(failure: SyntaxFailure): Hint | undefined {
  for (const explain of explanations) {
    const hint = explain(failure);
    if (hint !== undefined) return typeof hint === 'string' ? () => hint : hint;
  }
  return undefined;
}

/** The explanations in the order in which they are tried: certain ones come before likely ones. */
const explanations: readonly ((failure: SyntaxFailure) => Hint | string | undefined)[] = [
  explainFormat,
  explainEnd,
  explainOddCharacter,
  explainWord,
  explainNumber,
  explainEscape,
  explainKey,
  explainBracket,
  explainStringEnd,
];

/** Explains a file in another format than JSON. */
function explainFormat({ text, offset }: SyntaxFailure): string | undefined {
  if (text.slice(0, offset).trim() !== '')
    return text.startsWith('{\\rtf') ? 'This is a rich text file (RTF)' : undefined;
  const start = text.slice(offset, offset + 40);
  if (/^<[!?a-z]/i.test(start)) return 'This looks like HTML or XML, not JSON';
  if (/^date\s+\d{4}/i.test(start)) return 'A bare text that begins with its date needs a file name that ends in .txt';
  if (/^(?:---|[\w-]+:\s)/.test(start)) return 'This looks like YAML, not JSON';
  return undefined;
}

function explainEnd({ text, offset, expected, whole, opened }: SyntaxFailure): Hint | undefined {
  if (offset < text.length) return undefined;
  const hasLineNote = whole === 'line' && (opened.length > 0 || expected === 'a closing quote');
  const note = hasLineNote
    ? '. In NDJSON each line holds one whole article; if articles take several lines, name the file .json'
    : '';
  const open = opened.at(-1);
  if (open === undefined) return undefined;
  return (position) => `The ${text[open]} at ${placeOf(open, position)} is never closed${note}`;
}

function explainOddCharacter({ text, offset }: SyntaxFailure): string | undefined {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const rest = text.slice(offset, offset + 400);
  const [, quoted] = /^'([^'"\n]{0,200})'/.exec(rest) ?? /^[“”„«‘’‹]([^“”„»‘’›"\n]{0,200})[“”»’›]/u.exec(rest) ?? [];
  if (quoted !== undefined) return `Strings need straight double quotes: write ${shorten(JSON.stringify(quoted))}`;
  if (/['“”„«»‘’‹›`]/u.test(character)) return `${nameCharacter(character)} does not begin a string: write " instead`;
  if (character === '#') return 'JSON has no comments: remove it';
  if (/[\p{Z}\p{Cf}]/u.test(character))
    return `${nameCharacter(character)} is allowed only inside a string: write a plain space, or remove it`;
  return undefined;
}

const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    none: 'null',
    nil: 'null',
    undefined: 'null',
    nan: 'null',
    null: 'null',
    true: 'true',
    false: 'false',
    yes: 'true',
    no: 'false',
    infinity: 'null',
  }),
);

function explainWord({ text, offset, expected }: SyntaxFailure): string | undefined {
  if (expected !== 'a JSON value') return undefined;
  const [word, letters = ''] = /^[-+]?([A-Za-z]+)/.exec(text.slice(offset, offset + 80)) ?? [];
  const json = words.get(letters.toLowerCase());
  if (word === undefined) return undefined;
  if (json === 'null') return 'Leave the key out, or write null';
  return `Write ${json ?? shorten(JSON.stringify(/^[^\n,{}[\]"]*/.exec(text.slice(offset, offset + 80))?.[0].trim()))}`;
}

function explainNumber({ text, offset, expected }: SyntaxFailure): string | undefined {
  const [written = ''] = /^[^\s,{}[\]":]{1,40}/.exec(text.slice(offset, offset + 40)) ?? [];
  if (
    /^key|a key/.test(expected) &&
    /^\d/.test(written) &&
    /\d,\s?$/.test(text.slice(Math.max(0, offset - 3), offset))
  ) {
    return 'JSON numbers have no commas: write 1000 for 1,000 and 1.5 for 1,5';
  }
  if (expected !== 'a JSON number' && !(expected === 'a JSON value' && /^[+.]/.test(written))) return undefined;
  const value = Number(written);
  if (/^[-+.\d]/.test(written) && Number.isFinite(value)) return `Write ${value}`;
  return /^\d/.test(written) ? `Write ${shorten(JSON.stringify(written))}` : undefined;
}

function explainEscape({ text, offset, expected }: SyntaxFailure): string | undefined {
  if (expected !== 'a JSON escape') return undefined;
  const next = text.charAt(offset + 1);
  if (next === "'") return "Write ' without a backslash";
  const [, hex] = /^\\x([\da-f]{2})/i.exec(text.slice(offset, offset + 4)) ?? [];
  return hex === undefined ? 'Write \\\\ for a backslash' : `Write \\u00${hex}, or \\\\ for a backslash`;
}

function explainKey({ text, offset, expected }: SyntaxFailure): string | undefined {
  const rest = text.slice(offset, offset + 80);
  if (expected === '":"') return /^[,}]/.test(rest) ? 'The key has no value' : 'Write : between a key and its value';
  const [key] = /^[A-Za-z_$][\w$-]*/.exec(rest) ?? [];
  if (expected.startsWith('a key') && key !== undefined) return `Write ${JSON.stringify(key)}`;
  return expected === 'a JSON value' && /^[,}\]]/.test(rest)
    ? 'A value is missing: write null, or leave the key out'
    : undefined;
}

function explainBracket({ text, offset, expected, opened, whole }: SyntaxFailure): Hint | string | undefined {
  const character = text[offset];
  const open = opened.at(-1);
  if (expected === `the end of the ${whole}`) {
    if (character === '}' || character === ']') return 'This bracket closes nothing: remove it';
    return character === '{' || character === ','
      ? 'Write several articles as an array, [{ … }, { … }], or one per line in a file named .ndjson'
      : undefined;
  }
  if (open === undefined || (character !== '}' && character !== ']')) return undefined;
  return (position) => `The ${text[open]} at ${placeOf(open, position)} is closed by ${text[open] === '{' ? '}' : ']'}`;
}

function explainStringEnd({ text, offset, expected }: SyntaxFailure): Hint | string | undefined {
  if (expected === controlExpected) {
    return `The string is not closed on this line. Close it with ", or write ${escapeOf(text.charAt(offset))} for the ${nameCharacter(text.charAt(offset))}. ${orTextFile}`;
  }
  if (!/^"," or/.test(expected)) return undefined;
  if (text[offset] === ';') return 'Write , instead of ;';
  const end = text.slice(0, offset).trimEnd().length - 1;
  if (text[end] !== '"' || text[offset] === '"') return 'A comma is missing here';
  return (position) =>
    `The string ends with the quote at ${placeOf(end, position)}: write \\" if that quote belongs to the string`;
}
