import { foldText, unseen } from './fold-text.ts';

/** A folded token, with its position in the text: from `start` up to `end`, in code units. */
export interface Token {
  token: string;
  start: number;
  end: number;
}

/**
 * Visits the runs of a text that may contain tokens, in order. A run is a word with its apostrophes, an abbreviation
 * such as `U.S.`, or one character of a script without spaces. `tokensOfRun` returns its tokens, which depend on the
 * run alone.
 */
export function eachRun(text: string, visit: (run: string, start: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const start = at;
    const kind = kindAt(text, at);
    if (kind === separator || kind === dot) {
      at++;
      continue;
    }
    do at++;
    while (kind === inside && kindAt(text, at) === inside);
    // A regular expression is ten times slower than this loop, so it is used only if the kinds do not decide.
    const next = kindAt(text, at);
    if (kind === other || next === other || (next === dot && at === start + 1)) at = runEnd(text, start);
    if (at > start) visit(text.slice(start, at), start);
    else at = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  }
}

/** Returns the tokens of a run, with their positions in it; empty for a run of invisible marks only. */
export function tokensOfRun(run: string): Token[] {
  if (isPlain(run)) return folded(run, 0, run.length);
  if (run.includes('.')) return folded(run.replaceAll('.', ''), 0, run.length);
  const possessive = possessiveEnd.exec(run)?.[0].length ?? 0;
  const word = run.slice(0, run.length - possessive);
  const elided = elision.exec(word)?.[0].length ?? 0;
  return folded(word.slice(elided), elided, run.length);
}

/** Returns the folded tokens of a text, in order. `foldedTokens(text)` joins the same tokens by spaces. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  const cached = new Map<string, Token[]>();
  eachRun(text, (run) => {
    let found = cached.get(run);
    if (found === undefined) {
      found = tokensOfRun(run);
      cached.set(run, found);
    }
    for (const { token } of found) tokens.push(token);
  });
  return tokens;
}

const unspacedScripts =
  '\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}';

/** Apostrophes, and the letter-like signs for ayn, hamza and the soft sign in transliterations. */
const apostrophes = "'’‘`\\uFF07\\u02B9-\\u02CF";
const hebrewSigns = '\\u05F3\\u05F4';

const letter = `[[\\p{L}\\p{N}]--[${unspacedScripts}${apostrophes}]]`;
const inWord = `[[\\p{L}\\p{N}\\p{M}]--[[${unspacedScripts}${apostrophes}]&&[\\p{L}\\p{N}]]]`;
const joint = `(?:[${unseen}]*(?:[${apostrophes}${hebrewSigns}]|(?<=\\p{sc=Hebr})"(?=\\p{sc=Hebr}))[${unseen}]*|[${unseen}]+)`;

const decomposedHangul = '[\\u1100-\\u115F]+[\\u1160-\\u11FF]*';
const unspaced = `[[${unspacedScripts}]&&[\\p{L}\\p{N}]][\\p{M}\\uFF9E\\uFF9F${unseen}]*`;
const initial = `[${letter}--\\p{N}]\\p{M}*`;
const dotted = `${initial}(?:\\.${initial})+(?!${inWord})(?:\\.(?!${inWord}))?`;
const word = `${letter}${inWord}*(?:${joint}${letter}${inWord}*)*`;

const pattern = `${decomposedHangul}|${unspaced}|${dotted}|${word}`;
const runs = new RegExp(pattern, 'gv');
const runHere = new RegExp(pattern, 'vy');

function runEnd(text: string, start: number): number {
  runHere.lastIndex = start;
  return runHere.test(text) ? runHere.lastIndex : start;
}

/** The kinds of code units, which mostly decide where runs begin and end. */
const unknown = 0;
const separator = 1;
const inside = 2;
const alone = 3;
const dot = 4;
const other = 5;

const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): number {
  if (at >= text.length) return separator;
  const unit = text.charCodeAt(at);
  if (kinds[unit] === unknown) kinds[unit] = kindOf(text.charAt(at));
  return kinds[unit] ?? unknown;
}

const isInside = new RegExp(`^${letter}$`, 'v');
const isAlone = new RegExp(`^[${unspacedScripts}]$`, 'v');
const isOther = new RegExp(`^[\\p{M}\\p{Cs}\\uFF9E\\uFF9F\\u1100-\\u11FF${unseen}${apostrophes}${hebrewSigns}"]$`, 'v');

function kindOf(character: string): number {
  if (character === '.') return dot;
  if (isOther.test(character)) return other;
  if (isInside.test(character)) return inside;
  return isAlone.test(character) && /[\p{L}\p{N}]/u.test(character) ? alone : separator;
}

/** Elided words of French and Italian, as in `d'état`, which are not part of the following word. */
const elision = new RegExp(
  `^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|presqu|quelqu|un|quest|gl|[dns]?[ae]ll|coll)[${apostrophes}](?=.)`,
  'iu',
);
const possessiveEnd = new RegExp(`[${unseen}]*[${apostrophes}][${unseen}]*s$`, 'iu');

const silent = new RegExp(`[${apostrophes}${hebrewSigns}"]+`, 'gu');
const leadingMarks = /^\p{M}+/u;

/** Folding may split a character such as ½ into several words. */
function folded(part: string, start: number, end: number): Token[] {
  const text = foldText(part);
  if (isPlain(text)) return [{ token: text, start, end }];
  const tokens = text.replace(silent, '').replace(leadingMarks, '').match(runs) ?? [];
  return tokens.map((token) => ({ token, start, end }));
}

/** Whether a text is exactly one token: letters and digits of a word, or one character of a script without spaces. */
function isPlain(text: string): boolean {
  if (text.length === 1) return kindAt(text, 0) === inside || kindAt(text, 0) === alone;
  for (let at = 0; at < text.length; at++) if (kindAt(text, at) !== inside) return false;
  return text !== '';
}
