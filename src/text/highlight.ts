import type { TextQuery } from './parse-text.ts';
import { stemFilter, stemOf } from './stems.ts';
import { eachRun, type Token, tokensOfRun } from './tokens.ts';

/** A text to show a part of; without `language`, a BCP 47 tag, it is English. */
export interface HighlightedText {
  text: string;
  language?: string;
}

/**
 * The part of the texts that fits a query best, on one line, with what fits between `**` and `**`, and `…` where it is
 * cut, between words: the one with most different phrases, then words, of the query; of equals the first. `length`, in
 * code units, is without those signs and the punctuation at both ends; only a single word or phrase may be longer. Null when nothing fits, as with a query
 * that only says what to leave out. One pass over each text.
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

/** Where the terms of a query are recognised: a word by its stem, a phrase by its last token. */
interface Fits {
  byStem: Map<string, number[]>;
  byLastToken: Map<string, { term: number; tokens: string[] }[]>;
  /** What each term counts for. No number of words outweighs a phrase. */
  weights: number[];
}

function fitsOf({ include }: TextQuery): Fits {
  const fits: Fits = { byStem: new Map(), byLastToken: new Map(), weights: [] };
  for (const [term, { words, phrase }] of include.entries()) {
    if (phrase === undefined) {
      for (const stem of words.flat()) append(fits.byStem, stem, term);
      fits.weights.push(1);
    } else {
      const tokens = phrase.trim().split(' ');
      append(fits.byLastToken, tokens.at(-1) ?? '', { term, tokens });
      fits.weights.push(1000 + tokens.length);
    }
  }
  return fits;
}

/** Where a term stands: from token `first` to token `last` of its text. */
interface Hit {
  term: number;
  first: number;
  last: number;
}

interface Scan {
  starts: number[];
  ends: number[];
  /** By their first tokens. */
  hits: Hit[];
  weights: number[];
}

/** A longer word is none that anyone reads. */
const longestHit = 1000;

function scanText(text: string, language: string | undefined, { byStem, byLastToken, weights }: Fits): Scan {
  const starts: number[] = [];
  const ends: number[] = [];
  const tokens: string[] = [];
  const hits: Hit[] = [];
  const runs = new Map<string, { token: Token; terms: number[]; phrases: { term: number; tokens: string[] }[] }[]>();
  const hit = (term: number, first: number) => {
    const last = tokens.length - 1;
    if ((ends[last] ?? 0) - (starts[first] ?? 0) <= longestHit) hits.push({ term, first, last });
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
      for (const term of terms) hit(term, tokens.length - 1);
      for (const phrase of phrases) {
        const first = tokens.length - phrase.tokens.length;
        if (first >= 0 && phrase.tokens.every((token, i) => tokens[first + i] === token)) hit(phrase.term, first);
      }
    }
  });
  return { starts, ends, hits: hits.sort((a, b) => a.first - b.first), weights };
}

/** Tokens `first` to `last` of a text. */
interface Window {
  first: number;
  last: number;
  score: number;
}

function bestWindow({ starts, ends, hits, weights }: Scan, length: number): Window | undefined {
  let best: Window | undefined;
  let score = 0;
  let oldest = 0;
  const counts = weights.map(() => 0);
  const count = (term: number, change: 1 | -1) => {
    const before = counts[term] ?? 0;
    counts[term] = before + change;
    if (before + Math.min(change, 0) === 0) score += change * (weights[term] ?? 0);
  };
  for (const [newest, hit] of hits.entries()) {
    count(hit.term, 1);
    for (; oldest < newest; oldest++) {
      const left = hits[oldest] ?? hit;
      if ((ends[hit.last] ?? 0) - (starts[left.first] ?? 0) <= length) break;
      count(left.term, -1);
    }
    if (score > (best?.score ?? 0)) best = { first: hits[oldest]?.first ?? hit.first, last: hit.last, score };
  }
  return best;
}

/** The window with as many whole words around it as `length` leaves room for, as many before as after where there are. */
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

function show(text: string, { starts, ends, hits }: Scan, { first, last }: Window): string {
  const before = text.slice(first === 0 ? 0 : ends[first - 1], starts[first]);
  const after = text.slice(ends[last], last + 1 < starts.length ? starts[last + 1] : text.length);
  const opening = /\S{0,8}$/u.exec(first === 0 || /\s/u.test(before) ? before : '')?.[0] ?? '';
  const closing = /^\S{0,8}/u.exec(last + 1 === starts.length || /\s/u.test(after) ? after : '')?.[0] ?? '';
  let shown = opening;
  let at = starts[first] ?? 0;
  for (const [from, to] of marked(hits, first, last)) {
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

/** The hits between two tokens, those that overlap as one. */
function marked(hits: readonly Hit[], first: number, last: number): [from: number, to: number][] {
  const spans: [from: number, to: number][] = [];
  for (const hit of hits) {
    if (hit.first < first || hit.last > last) continue;
    const open = spans.at(-1);
    if (open && hit.first <= open[1]) open[1] = Math.max(open[1], hit.last);
    else spans.push([hit.first, hit.last]);
  }
  return spans;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
