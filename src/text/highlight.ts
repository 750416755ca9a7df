import type { TextQuery } from './parse-text.ts';
import { stemFilter, stemOf } from './stems.ts';
import { eachRun, type Token, tokensOfRun } from './tokens.ts';

/** A text to show an extract of. `language` is a BCP 47 tag, English by default. */
export interface HighlightedText {
  text: string;
  language?: string;
}

/**
 * Returns the extract of the texts that matches a query best, on one line, with matches in `**` and a `…` at each cut.
 * The best extract contains the most distinct phrases of the query, then the most distinct words; the first one wins a
 * tie. Cuts are between words.
 *
 * `length` is the max length in code units, without the added characters and the punctuation at both ends; only a
 * single word or phrase may be longer. Returns null if nothing matches, as for a query that only excludes words. Takes
 * one pass over each text.
 */
export function highlight(texts: readonly HighlightedText[], query: TextQuery, length = 160): string | null {
  const fits = fitsOf(query);
  let best: { text: string; scan: Scan; window: Window } | undefined;
  for (const { text, language } of texts) {
    const scan = scanText(text, language, fits);
    const window = bestWindow(scan, length);
    if (window && window.score > (best?.window.score ?? 0)) best = { text, scan, window };
  }
  return best ? show(best.text, best.scan, widened(best.text, best.scan, best.window, length)) : null;
}

/** The terms of a query by what identifies them in a text: words by their stems, phrases by their last token. */
interface Fits {
  byStem: Map<string, number[]>;
  byLastToken: Map<string, { term: number; tokens: string[] }[]>;
  /** The weight of each term. No number of words outweighs a phrase. */
  weights: number[];
}

function fitsOf({ include }: TextQuery): Fits {
  const fits: Fits = { byStem: new Map(), byLastToken: new Map(), weights: [] };
  for (const [term, { words, phrase, instead }] of include.entries()) {
    if (phrase === undefined) {
      const phrases = instead?.phrases.flatMap((each) => each.words) ?? [];
      for (const stem of new Set([...words, instead?.stems ?? [], ...phrases].flat())) append(fits.byStem, stem, term);
      fits.weights.push(1);
    } else {
      const tokens = phrase.trim().split(' ');
      append(fits.byLastToken, tokens.at(-1) ?? '', { term, tokens });
      fits.weights.push(1000 + tokens.length);
    }
  }
  return fits;
}

/** An occurrence of a term, from token `first` to token `last` of its text. */
interface Occurrence {
  term: number;
  first: number;
  last: number;
}

interface Scan {
  starts: number[];
  ends: number[];
  /** Sorted by their first tokens. */
  occurrences: Occurrence[];
  weights: number[];
}

/** Longer occurrences are not words that anyone would read. */
const maxOccurrenceLength = 1000;

function scanText(text: string, language: string | undefined, { byStem, byLastToken, weights }: Fits): Scan {
  const starts: number[] = [];
  const ends: number[] = [];
  const tokens: string[] = [];
  const occurrences: Occurrence[] = [];
  const runs = new Map<string, { token: Token; terms: number[]; phrases: { term: number; tokens: string[] }[] }[]>();
  const note = (term: number, first: number) => {
    const last = tokens.length - 1;
    if ((ends[last] ?? 0) - (starts[first] ?? 0) <= maxOccurrenceLength) occurrences.push({ term, first, last });
  };
  const mayFit = stemFilter([...byStem.keys()], language);
  eachRun(text, (run, at) => {
    let found = runs.get(run);
    if (found === undefined) {
      found = tokensOfRun(run).map((token) => ({
        token,
        terms: mayFit(token.token) ? (byStem.get(stemOf(token.token, language)) ?? []) : [],
        phrases: byLastToken.get(token.token) ?? [],
      }));
      runs.set(run, found);
    }
    for (const { token, terms, phrases } of found) {
      starts.push(at + token.start);
      ends.push(at + token.end);
      tokens.push(token.token);
      for (const term of terms) note(term, tokens.length - 1);
      for (const phrase of phrases) {
        const first = tokens.length - phrase.tokens.length;
        if (first >= 0 && phrase.tokens.every((token, i) => tokens[first + i] === token)) note(phrase.term, first);
      }
    }
  });
  return { starts, ends, occurrences: occurrences.sort((a, b) => a.first - b.first), weights };
}

/** Tokens `first` to `last` of a text. */
interface Window {
  first: number;
  last: number;
  score: number;
}

function bestWindow({ starts, ends, occurrences, weights }: Scan, length: number): Window | undefined {
  let best: Window | undefined;
  let score = 0;
  let oldest = 0;
  const counts = weights.map(() => 0);
  const count = (term: number, change: 1 | -1) => {
    const before = counts[term] ?? 0;
    counts[term] = before + change;
    if (before + Math.min(change, 0) === 0) score += change * (weights[term] ?? 0);
  };
  for (const [newest, occurrence] of occurrences.entries()) {
    count(occurrence.term, 1);
    for (; oldest < newest; oldest++) {
      const left = occurrences[oldest] ?? occurrence;
      if ((ends[occurrence.last] ?? 0) - (starts[left.first] ?? 0) <= length) break;
      count(left.term, -1);
    }
    if (score > (best?.score ?? 0))
      best = { first: occurrences[oldest]?.first ?? occurrence.first, last: occurrence.last, score };
  }
  return best;
}

/** Extends the window by whole words up to `length`, by the same number of code units on both sides if possible. */
function widened(text: string, { starts, ends }: Scan, { first, last, score }: Window, length: number): Window {
  const start = starts[first] ?? 0;
  const end = ends[last] ?? 0;
  const room = Math.max(length - (end - start), 0);
  const after = Math.min(text.length - end, Math.max(Math.ceil(room / 2), room - start));
  const from = start - (room - after);
  while (first > 0 && (starts[first - 1] ?? 0) >= from) first--;
  while (last + 1 < ends.length && (ends[last + 1] ?? 0) <= end + after) last++;
  return { first, last, score };
}

function show(text: string, { starts, ends, occurrences }: Scan, { first, last }: Window): string {
  const before = text.slice(first === 0 ? 0 : ends[first - 1], starts[first]);
  const after = text.slice(ends[last], last + 1 < starts.length ? starts[last + 1] : text.length);
  const opening = /\S{0,8}$/u.exec(first === 0 || /\s/u.test(before) ? before : '')?.[0] ?? '';
  const closing = /^\S{0,8}/u.exec(last + 1 === starts.length || /\s/u.test(after) ? after : '')?.[0] ?? '';
  let shown = opening;
  let at = starts[first] ?? 0;
  for (const [from, to] of marked(occurrences, first, last)) {
    const start = starts[from] ?? 0;
    const end = ends[to] ?? 0;
    shown += `${text.slice(at, start)}**${text.slice(start, end)}**`;
    at = end;
  }
  shown = `${shown}${text.slice(at, ends[last])}${closing}`.replace(/\s+/gu, ' ');
  const isCutBefore = first > 0 || opening.length < before.trimStart().length;
  const isCutAfter = last + 1 < starts.length || closing.length < after.trimEnd().length;
  return `${isCutBefore ? '…' : ''}${shown}${isCutAfter ? '…' : ''}`;
}

/** Returns the occurrences between two tokens, with overlapping ones joined. */
function marked(occurrences: readonly Occurrence[], first: number, last: number): [from: number, to: number][] {
  const spans: [from: number, to: number][] = [];
  for (const occurrence of occurrences) {
    if (occurrence.first < first || occurrence.last > last) continue;
    const open = spans.at(-1);
    if (open && occurrence.first <= open[1]) open[1] = Math.max(open[1], occurrence.last);
    else spans.push([occurrence.first, occurrence.last]);
  }
  return spans;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
