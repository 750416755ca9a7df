/** A part of a text, from `start` up to `end`, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** The maximum length of a sentence. Longer ones are cut between words, to bound the cost of reading one. */
const maxLength = 2_000;

/**
 * Splits a text into sentences without the white space around them, in order. A sentence ends at a blank line, and
 * after `.`, `!`, `?` or `…` (with the quotation marks and brackets that close after it) if the next word may begin
 * one. Titles (`Lt. Gen.`), initials (`J. Smith`), `No. 3` and abbreviations such as `U.S.` do not end it, except
 * before a word that mostly begins sentences. A line break ends it too, unless the lines are wrapped. Takes time linear
 * in the text.
 */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  const breaksAtLines = !isWrapped(text);
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const end = endAt(text, at, breaksAtLines);
    if (end === undefined) continue;
    addSentence(text, { start, end }, sentences);
    start = end;
    at = end - 1;
  }
  addSentence(text, { start, end: text.length }, sentences);
  return sentences;
}

/** Returns the end of the sentence if the character at `at` ends it; otherwise undefined. */
function endAt(text: string, at: number, breaksAtLines: boolean): number | undefined {
  const character = text.charAt(at);
  if (character === '\n') return breaksAtLines || isBlankUntilLineEnd(text, at + 1) ? at + 1 : undefined;
  if (unspacedEnds.has(character)) return afterClosing(text, at + 1);
  if (!ends.has(character)) return undefined;
  let end = at + 1;
  while (ends.has(text.charAt(end))) end++;
  end = afterClosing(text, end);
  if (end < text.length && !isSpace(text.charAt(end))) return undefined;
  const next = skipSpace(text, end);
  if (next === text.length) return end;
  return mayBegin(text, next) && !(character === '.' && isAbbreviation(text, at, next)) ? end : undefined;
}

const ends: ReadonlySet<string> = new Set(['.', '!', '?', '…', '؟', '۔', '।']);
const unspacedEnds: ReadonlySet<string> = new Set(['。', '！', '？']);
const closing: ReadonlySet<string> = new Set(['"', "'", '”', '’', '»', ')', ']']);
const opening: ReadonlySet<string> = new Set(['"', "'", '“', '‘', '«', '(', '[', '-', '–', '—', '•', '*']);

function afterClosing(text: string, from: number): number {
  let at = from;
  while (closing.has(text.charAt(at))) at++;
  return at;
}

/**
 * Returns whether a sentence may begin at `at`: with any character but a lower-case letter or punctuation that occurs
 * within a sentence.
 */
function mayBegin(text: string, at: number): boolean {
  let first = at;
  while (opening.has(text.charAt(first))) first++;
  const character = text.charAt(first);
  if (character === ',' || character === ';' || character === ':') return false;
  return character === character.toUpperCase();
}

/** Words that do not end a sentence: titles, and words before a name or a number. */
const neverLast: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof gen lt col maj capt sgt cpl pvt pfc spc adm brig cmdr cdr sen rep gov pres rev hon fr st mt ft ' +
    'no nos vol art sec fig vs approx est ca cf al messrs amb atty det insp supt'
  ).split(' '),
);

/** Abbreviations that may end a sentence. */
const mayBeLast: ReadonlySet<string> = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd jr sr etc dept km'.split(
    ' ',
  ),
);

function isAbbreviation(text: string, dot: number, next: number): boolean {
  let start = dot;
  while (start > 0 && dot - start < 12 && isWordCharacter(text.charAt(start - 1))) start--;
  const word = text.slice(start, dot);
  const plain = word.toLowerCase();
  if (neverLast.has(plain)) return true;
  const isDotted = word.length === 1 && text.charAt(start - 1) === '.';
  if (isDotted || mayBeLast.has(plain)) return !beginsSentence(text, next);
  return word.length === 1 && word !== word.toLowerCase() && word !== 'I';
}

/** Words that, with a capital, mostly begin a sentence. */
const beginners: ReadonlySet<string> = new Set(
  (
    'the a an in on at it he she they we this that these those there but and or so if as after before when while since although ' +
    'however meanwhile according both all some many most no one two three its his her their our for from with by to during'
  ).split(' '),
);

function beginsSentence(text: string, at: number): boolean {
  let first = at;
  while (opening.has(text.charAt(first))) first++;
  if (first > at) return true;
  let end = first;
  while (end - first < 12 && isWordCharacter(text.charAt(end))) end++;
  const word = text.slice(first, end);
  return word.charAt(0) !== word.charAt(0).toLowerCase() && beginners.has(word.toLowerCase());
}

function isWordCharacter(character: string): boolean {
  return character !== '' && character.toLowerCase() !== character.toUpperCase();
}

function isSpace(character: string): boolean {
  return character !== '' && character.trim() === '';
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charAt(at))) at++;
  return at;
}

function isBlankUntilLineEnd(text: string, from: number): boolean {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t' || text.charAt(at) === '\r') at++;
  return text.charAt(at) === '\n';
}

/**
 * Returns whether the lines are wrapped at a width, as in mails: at least three are longer than 50 characters, and none
 * is longer than 120.
 */
function isWrapped(text: string): boolean {
  let long = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const length = (feed === -1 ? text.length : feed) - start;
    if (length > 120) return false;
    if (length > 50) long++;
    start += length + 1;
  }
  return long > 2;
}

function addSentence(text: string, span: Span, sentences: Span[]): void {
  const start = skipSpace(text, span.start);
  let end = span.end;
  while (end > start && isSpace(text.charAt(end - 1))) end--;
  if (start >= end) return;
  if (end - start <= maxLength) {
    sentences.push({ start, end });
    return;
  }
  let cut = start + maxLength;
  while (cut > start + maxLength / 2 && !isSpace(text.charAt(cut))) cut--;
  sentences.push({ start, end: cut });
  for (let rest = cut; rest < end; ) {
    const from = skipSpace(text, rest);
    let to = Math.min(from + maxLength, end);
    if (to < end) while (to > from + maxLength / 2 && !isSpace(text.charAt(to))) to--;
    if (from < to) sentences.push({ start: from, end: to });
    rest = Math.max(to, from + 1);
  }
}
