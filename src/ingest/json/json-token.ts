/** The offset at which text ceases to be JSON, and what was expected there. */
export class JsonSyntaxError extends Error {
  readonly offset: number;
  readonly expected: string;

  constructor(offset: number, expected: string) {
    super(`Expected ${expected} at ${offset}`);
    this.offset = offset;
    this.expected = expected;
  }
}

/** What the parser expects instead of a control character inside a string. */
export const controlExpected = 'an escape such as \\n instead of a control character';

const jsonNumber = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.+-])/y;
const jsonWord = /(?:true|false|null)(?![\w$])/y;
const jsonEscape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Returns the end of the string that begins with the quote at `start`. Throws `JsonSyntaxError`, as the next two
 * functions do.
 */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) throw new JsonSyntaxError(at, controlExpected);
    if (code === 0x5c) at = endOf(jsonEscape, text, at, 'a JSON escape');
    else if (at >= text.length) throw new JsonSyntaxError(at, 'a closing quote');
    else at++;
  }
}

/** Returns the end of the number that begins at `start`. */
export function endOfNumber(text: string, start: number): number {
  return endOf(jsonNumber, text, start, 'a JSON number');
}

/** Returns the end of the `true`, `false` or `null` that begins at `start`. */
export function endOfWord(text: string, start: number): number {
  return endOf(jsonWord, text, start, 'a JSON value');
}

function endOf(token: RegExp, text: string, start: number, expected: string): number {
  token.lastIndex = start;
  if (!token.test(text)) throw new JsonSyntaxError(start, expected);
  return token.lastIndex;
}
