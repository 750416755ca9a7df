/** A string that is not valid JSON, but whose end is clear from the text after it. */
export interface BrokenString {
  /** The offset after its closing quote. */
  end: number;
  /** The offsets of raw control characters, such as line breaks. */
  controls: number[];
  /** The offsets of quotes inside it that are not escaped. */
  quotes: number[];
}

const maxLength = 8 * 2 ** 20;
const jsonEscape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const keyAndColon = /"(?:[^"\\\n]|\\.){0,200}"\s*:/y;
const keyOnLine = /[ \t]*"[^"\n]{1,200}"[ \t]*:/y;
const endOfContainer = /\s*(?:[,}\]]|$)/y;
const space = /\s*/y;

/**
 * Finds the likely end of a string value that begins at `start` within an object (`}`), a list (`]`), or neither (''):
 * the first quote after which the structure continues. Undefined if there is none, if an escape is invalid, or if a
 * line that looks like the next key comes first, because the string then lacks its closing quote. Takes time linear in
 * the string.
 */
export function readBrokenString(text: string, start: number, close: '}' | ']' | ''): BrokenString | undefined {
  const controls: number[] = [];
  const quotes: number[] = [];
  for (let at = start + 1; at < text.length && at - start < maxLength; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) {
      jsonEscape.lastIndex = at;
      if (!jsonEscape.test(text)) return undefined;
      at = jsonEscape.lastIndex - 1;
    } else if (code < 0x20) {
      controls.push(at);
      if (code === 0x0a && matchesAt(keyOnLine, text, at + 1)) return undefined;
    } else if (code === 0x22) {
      if (endsString(text, at + 1, close)) return { end: at + 1, controls, quotes };
      const opening = quotes.at(-1);
      if (opening !== undefined && isKey(text, opening, at)) return undefined;
      quotes.push(at);
    }
  }
  return undefined;
}

/** Returns whether two quotes enclose what looks like a key, and a colon follows. */
function isKey(text: string, opening: number, closing: number): boolean {
  return (
    closing - opening < 40 &&
    /^[\w$]+$/.test(text.slice(opening + 1, closing)) &&
    text[afterSpace(text, closing + 1)] === ':'
  );
}

/** Returns whether the text at `at` continues or ends the container, so that the quote before it ends the string. */
function endsString(text: string, at: number, close: '}' | ']' | ''): boolean {
  const next = afterSpace(text, at);
  const character = text[next];
  if (character === undefined) return close === '';
  if (character === close) return matchesAt(endOfContainer, text, next + 1);
  if (character !== ',' || close === '') return false;
  const item = afterSpace(text, next + 1);
  if (text[item] === close) return true;
  return close === '}' ? matchesAt(keyAndColon, text, item) : /["{[\d-]/.test(text[item] ?? '');
}

function afterSpace(text: string, at: number): number {
  space.lastIndex = at;
  space.test(text);
  return space.lastIndex;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
