import { equalAfter, equalBefore, isSpace, maxContext, occurrences, type Page } from './page.ts';
import { isWordBoundary } from './word-boundary.ts';

/**
 * Returns an address with a text fragment, so that browsers scroll to the range of the page's text and highlight it
 * (https://wicg.github.io/scroll-to-text-fragment/). The range is named by its words: by the first and the last of them if
 * it is longer than 300 code units or has several lines, and by the words around it if it begins or ends within a word or
 * is not the first that matches. Another fragment of the address remains, another text fragment does not.
 */
export function linkToText(url: string, page: Page, start: number, end: number): string {
  const terms = termsOf(page, start, end);
  if (!terms) return url;
  const { prefix, first, last, suffix } = terms;
  const directive = [
    ...(prefix ? [`${encode(prefix)}-`] : []),
    encode(first),
    ...(last ? [encode(last)] : []),
    ...(suffix ? [`-${encode(suffix)}`] : []),
  ];
  const [address = '', ...fragment] = url.split('#');
  const [element = ''] = fragment.join('#').split(':~:');
  return `${address}#${element}:~:text=${directive.join(',')}`;
}

/** Dashes, commas and ampersands have a meaning in a directive; `encodeURIComponent` leaves the dashes. */
function encode(term: string): string {
  return encodeURIComponent(term.replace(/\s+/gu, ' ')).replaceAll('-', '%2D');
}

/** The words of a text directive. `last` is '' if `first` is the whole range; an unneeded context is ''. */
interface Terms {
  prefix: string;
  first: string;
  last: string;
  suffix: string;
}

/** The longest range that is named by all its words, and the length of the first and last words of others. */
const maxWhole = 300;
const edgeLength = 60;

const lineBreak = /[\n\r\f\v\u2028\u2029]/u;

function termsOf(page: Page, start: number, end: number): Terms | undefined {
  const { text } = page;
  const [from, to] = trimmed(text, start, end);
  if (from >= to) return undefined;
  const range = text.slice(from, to);
  const isLong = range.length > maxWhole || lineBreak.test(range);
  const firstEnd = isLong ? from + firstWords(range) : to;
  const lastStart = isLong ? to - lastWords(range) : from;
  const isWhole = firstEnd >= to || lastStart < firstEnd;
  const need = isWhole ? contextOfWhole(page, from, to) : contextOfEdges(page, from, firstEnd, lastStart, to);
  return {
    prefix: prefixOf(page, from, need.before),
    first: text.slice(from, isWhole ? to : firstEnd),
    last: isWhole ? '' : text.slice(lastStart, to),
    suffix: suffixOf(page, to, need.after),
  };
}

/** How many units before and after a range tell it from what would match earlier; 0 if none are needed. */
interface Context {
  before: number;
  after: number;
}

/** Any difference of an earlier match, before or after it, rules it out. */
function contextOfWhole(page: Page, from: number, to: number): Context {
  const { text, folded, at } = page;
  const [start, end] = [at[from] as number, at[to] as number];
  const least = leastContext(text, from, to);
  const earlier = occurrences(folded, folded.slice(start, end), 0, start);
  const isMatch = (found: number) => isWordBoundary(folded, found) && isWordBoundary(folded, found + end - start);
  if (least.before + least.after === 0 && !earlier.some(isMatch)) return least;
  const room = roomAround(page, from, to);
  const needed = earlier.map((found) => {
    const before = equalBefore(folded, found, start);
    const after = equalAfter(folded, found + end - start, end);
    return Math.min(before < room.before ? before + 1 : maxContext, after < room.after ? after + 1 : maxContext);
  });
  const most = Math.max(0, ...needed);
  return { before: Math.max(least.before, most), after: Math.max(least.after, most) };
}

/** The first words must not match before the range, and the last words not within it. */
function contextOfEdges(page: Page, from: number, firstEnd: number, lastStart: number, to: number): Context {
  const { text, folded, at } = page;
  const [start, inner, last, end] = [at[from], at[firstEnd], at[lastStart], at[to]] as [number, number, number, number];
  const least = leastContext(text, from, to);
  const before = occurrences(folded, folded.slice(start, inner), 0, start).map(
    (found) => equalBefore(folded, found, start) + 1,
  );
  const after = occurrences(folded, folded.slice(last, end), inner, last).map(
    (found) => equalAfter(folded, found + end - last, end) + 1,
  );
  return { before: Math.max(least.before, ...before), after: Math.max(least.after, ...after) };
}

/** Only whole words match without context. */
function leastContext(text: string, from: number, to: number): Context {
  return { before: isWordBoundary(text, from) ? 0 : 1, after: isWordBoundary(text, to) ? 0 : 1 };
}

/** How much context the lines offer. */
function roomAround(page: Page, from: number, to: number): Context {
  const { at } = page;
  const [lineStart, beforeEnd] = lineBefore(page, from);
  const [afterStart, lineEnd] = lineAfter(page, to);
  return {
    before: (at[beforeEnd] as number) - (at[lineStart] as number),
    after: (at[lineEnd] as number) - (at[afterStart] as number),
  };
}

/** Returns whole words of one line before a position, at least `length` units of them if the line has so many. */
function prefixOf(page: Page, from: number, length: number): string {
  if (length === 0) return '';
  const { text, at } = page;
  const [lineStart, end] = lineBefore(page, from);
  const limit = (at[end] as number) - length;
  let start = end;
  while (start > lineStart && ((at[start] as number) > limit || !isInWord(text[start]) || !isWordBoundary(text, start)))
    start--;
  return text.slice(start, end);
}

function suffixOf(page: Page, to: number, length: number): string {
  if (length === 0) return '';
  const { text, at } = page;
  const [start, lineEnd] = lineAfter(page, to);
  const limit = (at[start] as number) + length;
  let end = start;
  while (end < lineEnd && ((at[end] as number) < limit || !isInWord(text[end - 1]) || !isWordBoundary(text, end)))
    end++;
  return text.slice(start, end);
}

/** Punctuation alone would be a poor context. */
function isInWord(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{N}]/u.test(unit);
}

/** Returns the range of the last line before a position that is not blank, trimmed, at most about 400 units of it. */
function lineBefore({ text }: Page, position: number): [start: number, end: number] {
  let end = position;
  while (end > 0 && isSpace(text[end - 1])) end--;
  let start = end;
  while (start > 0 && end - start < maxContext && !lineBreak.test(text[start - 1] as string)) start--;
  while (start < end && (isSpace(text[start]) || !isWordBoundary(text, start))) start++;
  return [start, end];
}

function lineAfter({ text }: Page, position: number): [start: number, end: number] {
  let start = position;
  while (start < text.length && isSpace(text[start])) start++;
  let end = start;
  while (end < text.length && end - start < maxContext && !lineBreak.test(text[end] as string)) end++;
  while (end > start && (isSpace(text[end - 1]) || !isWordBoundary(text, end))) end--;
  return [start, end];
}

function trimmed(text: string, start: number, end: number): [from: number, to: number] {
  let [from, to] = [start, end];
  while (from < to && isSpace(text[from])) from++;
  while (to > from && isSpace(text[to - 1])) to--;
  return [from, to];
}

/** Returns the length of the first words of a range, within its first line. */
function firstWords(range: string): number {
  const line = (range.split(lineBreak)[0] as string).trimEnd();
  if (line.length <= edgeLength) return line.length;
  let length = edgeLength;
  while (length > 0 && (isSpace(line[length - 1]) || !isWordBoundary(line, length))) length--;
  return length === 0 ? line.length : length;
}

function lastWords(range: string): number {
  const line = (range.split(lineBreak).at(-1) as string).trimStart();
  if (line.length <= edgeLength) return line.length;
  let start = line.length - edgeLength;
  while (start < line.length && (isSpace(line[start]) || !isWordBoundary(line, start))) start++;
  return start === line.length ? line.length : line.length - start;
}
