import type { Article, EvidenceInput } from '../../entities/article/article.ts';
import type { CasualtyKind, Method } from '../../generated/schema.ts';
import { createQuoteFinder, type FindQuote } from './anchors.ts';
import { type Anchors, dayOf } from './calendar.ts';
import { type DateMention, datesOf } from './english/dates.ts';
import { type Beginnings, beginningsOf } from './english/lexemes.ts';
import { casualtyWords, type Lexicon, methodWords } from './english/method-words.ts';
import { allNumbersOf, type NumberMention, numbersOf } from './english/numbers.ts';
import { evidenceOf } from './facts.ts';
import { type Span, sentencesOf } from './sentences.ts';
import { firstAtLeast, type TextWords, type WordRange, wordsOf } from './words-of-text.ts';

/** Words of a text that mean one or more methods or kinds of casualties. `from` is the first of them. */
export interface Meaning<T> {
  from: number;
  meanings: readonly T[];
}

/** The words, sentences and mentions of a text, read once for all facts of its article. */
export interface Reading {
  article: Article;
  words: TextWords;
  sentences: readonly Span[];
  /** The offset at which each sentence begins. */
  sentenceOffsets: readonly number[];
  /** The first word of each sentence. */
  sentenceStarts: readonly number[];
  beginnings: Beginnings;
  anchors: Anchors;
  /** The numbers that count something. */
  numbers: readonly NumberMention[];
  /** All numbers: those of sums, measures, dates and names too. */
  allNumbers(): readonly NumberMention[];
  dates: readonly DateMention[];
  methods: readonly Meaning<Method>[];
  casualties: readonly Meaning<CasualtyKind>[];
  findQuote: FindQuote;
}

/** Reads the text of an article in English. Takes time linear in the size of the article. */
export function readArticle(article: Article): Reading {
  const words = wordsOf(article.text);
  const sentences = sentencesOf(article.text);
  const anchors = anchorsOf(article.published);
  const beginnings = beginningsOf(words);
  const dates = datesOf(words, beginnings.dates, anchors);
  const isDate = memberOf(dates);
  let allNumbers: readonly NumberMention[] | undefined;
  return {
    article,
    words,
    sentences,
    sentenceOffsets: sentences.map(({ start }) => start),
    sentenceStarts: sentences.map(({ start }) => firstAtLeast(words.starts, start)),
    beginnings,
    anchors,
    dates,
    numbers: numbersOf(words, beginnings.numbers, isDate),
    allNumbers() {
      allNumbers ??= allNumbersOf(words, beginnings.numbers);
      return allNumbers;
    },
    methods: meaningsOf(words, beginnings.methods, methodWords),
    casualties: meaningsOf(words, beginnings.casualties, casualtyWords),
    findQuote: createQuoteFinder(article.text, [...evidenceOf(article)]),
  };
}

/**
 * Returns the day of publication; for a moment, the days that it falls on in all time zones. Days are numbers, as in
 * `Anchors`.
 */
export function anchorsOf(published: string): Anchors {
  const day =
    dayOf(Number(published.slice(0, 4)), Number(published.slice(5, 7)) - 1, Number(published.slice(8, 10))) ?? 0;
  if (published.length <= 10) return [day];
  const hour = Number(published.slice(11, 13));
  return [day, ...(hour >= 10 ? [day + 1] : []), ...(hour < 12 ? [day - 1] : [])];
}

function memberOf(mentions: readonly WordRange[]): (word: number) => boolean {
  const members = new Set<number>();
  for (const { from, to } of mentions) for (let word = from; word < to; word++) members.add(word);
  return (word) => members.has(word);
}

function meaningsOf<T extends string>(
  { words }: TextWords,
  starts: readonly number[],
  lexicon: Lexicon<T>,
): Meaning<T>[] {
  const found: Meaning<T>[] = [];
  for (const from of starts) {
    const meanings = lexicon.meaningsAt(words, from);
    if (meanings.length > 0) found.push({ from, meanings });
  }
  return found;
}

/** The words that evidence quotes, and the sentences that they touch. */
export interface Passage {
  quotes: readonly WordRange[];
  /** The numbers of the sentences that the quotes touch: first and last of each quote. */
  sentences: readonly { first: number; last: number }[];
}

/** Returns the passage of some evidence. Quotes that the text does not contain are left out. */
export function passageOf(reading: Reading, evidence: readonly EvidenceInput[]): Passage {
  const { words, sentenceOffsets, findQuote } = reading;
  const spans = evidence.flatMap((each) => findQuote(each) ?? []);
  return {
    quotes: spans.map(({ start, end }) => ({
      from: firstAtLeast(words.ends, start + 1),
      to: firstAtLeast(words.starts, end),
    })),
    sentences: spans.map(({ start, end }) => ({
      first: Math.max(firstAtLeast(sentenceOffsets, start + 1) - 1, 0),
      last: Math.max(firstAtLeast(sentenceOffsets, end) - 1, 0),
    })),
  };
}

/** Returns, for each quote, the words of the sentences that it touches, with `before` and `after` more sentences. */
export function around({ sentenceStarts, words }: Reading, { sentences }: Passage, before = 0, after = 0): WordRange[] {
  return sentences.map(({ first, last }) => ({
    from: sentenceStarts[Math.max(first - before, 0)] ?? 0,
    to: sentenceStarts[last + after + 1] ?? words.words.length,
  }));
}

/** Returns the mentions that begin within the ranges, in the order of the ranges. */
export function mentionsWithin<T extends { from: number }>(mentions: readonly T[], ranges: readonly WordRange[]): T[] {
  return ranges.flatMap(({ from, to }) => {
    const found: T[] = [];
    for (let index = firstFrom(mentions, from); index < mentions.length; index++) {
      const mention = mentions[index] as T;
      if (mention.from >= to) break;
      found.push(mention);
    }
    return found;
  });
}

function firstFrom(mentions: readonly { from: number }[], wanted: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.from ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
