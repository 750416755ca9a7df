/** Where text ceases to be JSON, and what would have been right there. */
export class JsonBreak extends Error {
  readonly offset: number;
  readonly expected: string;

  constructor(offset: number, expected: string) {
    super(`Expected ${expected} at ${offset}`);
    this.offset = offset;
    this.expected = expected;
  }
}

const jsonNumber = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.+-])/y;
const jsonWord = /(?:true|false|null)(?![\w$])/y;
const jsonEscape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** The end of the string whose quote opens at `start`. Throws a `JsonBreak`, as the other two do. */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) throw new JsonBreak(at, 'an escape such as \\n in place of a control character');
    if (code === 0x5c) at = endOf(jsonEscape, text, at, 'an escape of JSON');
    else if (at >= text.length) throw new JsonBreak(at, 'a closing quote');
    else at++;
  }
}

/** The end of the number that begins at `start`. */
export function endOfNumber(text: string, start: number): number {
  return endOf(jsonNumber, text, start, 'a number as JSON writes it');
}

/** The end of `true`, `false` or `null`. */
export function endOfWord(text: string, start: number): number {
  return endOf(jsonWord, text, start, 'a JSON value');
}

function endOf(token: RegExp, text: string, start: number, expected: string): number {
  token.lastIndex = start;
  if (!token.test(text)) throw new JsonBreak(start, expected);
  return token.lastIndex;
}
