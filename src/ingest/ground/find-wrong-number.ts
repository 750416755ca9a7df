import type { QuantityInput } from '../../entities/article/article.ts';
import { isActorNoun } from './english/kind-nouns.ts';
import { beginningsOf } from './english/lexemes.ts';
import { allNumbersOf, type NumberMention, numbersOf } from './english/numbers.ts';
import { eventNouns } from './english/words.ts';
import { around, mentionsWithin, type Passage, type Reading } from './reading.ts';
import { type TextWords, wordsOf } from './words-of-text.ts';

/**
 * What a number counts. An article before an event, as in `a blast`, does not count people. Numbers of measures and days
 * may be sums and measures, which count no people or things; days may be written as weeks or hours.
 */
export type Counted = 'people' | 'things' | 'measures' | 'days';

/**
 * Returns why the words of a passage do not say a number; undefined if they do, or may. If the quotes say a number,
 * they decide; otherwise the sentences around them do. A number in `original` must be the same.
 */
export function findWrongNumber(
  reading: Reading,
  passage: Passage,
  quantity: QuantityInput,
  counted: Counted,
): string | undefined {
  const claimed = describeQuantity(quantity);
  const written = numbersInWords(quantity.original, counted);
  if (written.length > 0 && !written.some((mention) => says(quantity, mention))) {
    return `original ${JSON.stringify(quantity.original)} says ${describeAll(written)}, not ${claimed}`;
  }
  if (passage.quotes.length === 0 || (written.length > 0 && isOriginalNear(reading, passage, quantity.original ?? '')))
    return undefined;
  const quoted = countsOf(mentionsWithin(numbersFor(reading, counted), passage.quotes), reading.words, counted);
  if (saysAny(quantity, quoted)) return undefined;
  if (quoted.some(isPlain)) return `the quote says ${describeAll(quoted.filter(isPlain))}, not ${claimed}`;
  if (isSilent(quantity)) return undefined;
  const near = countsOf(mentionsWithin(numbersFor(reading, counted), around(reading, passage)), reading.words, counted);
  return saysAny(quantity, near) ? undefined : `the quote does not say ${claimed}`;
}

function numbersFor({ numbers, allNumbers }: Reading, counted: Counted): readonly NumberMention[] {
  return isMeasured(counted) ? allNumbers() : numbers;
}

function isMeasured(counted: Counted): boolean {
  return counted === 'measures' || counted === 'days';
}

function numbersInWords(words: string | undefined, counted: Counted): NumberMention[] {
  if (words === undefined) return [];
  const text = wordsOf(words);
  const starts = beginningsOf(text).numbers;
  return isMeasured(counted)
    ? countsOf(allNumbersOf(text, starts), text, counted)
    : numbersOf(text, starts, () => false);
}

function isOriginalNear({ article: { text }, sentences }: Reading, passage: Passage, original: string): boolean {
  const wanted = original.toLowerCase();
  return passage.sentences.some(({ first, last }) =>
    text
      .slice(sentences[first]?.start ?? 0, sentences[last]?.end ?? 0)
      .toLowerCase()
      .includes(wanted),
  );
}

/** Returns whether the words give a plain number, other than by an article, a vague word or a word for none. */
function isPlain({ form, max }: NumberMention): boolean {
  return form !== 'one' && form !== 'vague' && max !== 0;
}

/**
 * Returns whether a quantity may be expressed without a number, by a name or a plural: 1, or an open number from at
 * most 2.
 */
function isSilent({ min, max }: QuantityInput): boolean {
  return max === undefined ? min <= 2 : min === 1 && max === 1;
}

/**
 * Returns the mentions that count people or things. For people, articles before events are left out. For days, weeks and
 * hours are given as days.
 */
function countsOf(mentions: readonly NumberMention[], words: TextWords, counted: Counted): NumberMention[] {
  if (counted === 'days') return mentions.map((mention) => inDays(mention, words));
  if (counted !== 'people') return [...mentions];
  return mentions.filter(({ form, to }) => form !== 'one' || !eventFollows(words.words, to));
}

function inDays(mention: NumberMention, { words }: TextWords): NumberMention {
  const { min, max, to } = mention;
  const inUnits = daysOf.get(words[to] ?? '') ?? ((number) => number);
  return { ...mention, min: inUnits(min), ...(max !== undefined && { max: inUnits(max) }) };
}

const inWeeks = (number: number) => number * 7;
const inHours = (number: number) => number / 24;
/** The number of days of a number of longer or shorter units. */
const daysOf: ReadonlyMap<string, (number: number) => number> = new Map([
  ['hour', inHours],
  ['hours', inHours],
  ['week', inWeeks],
  ['weeks', inWeeks],
  ['fortnight', (number) => number * 14],
]);

function eventFollows(words: readonly string[], at: number): boolean {
  for (let next = at; next < at + 3; next++) {
    const word = words[next] ?? '';
    if (isActorNoun(word, 'PERSON') || isActorNoun(word, 'COLLECTIVE')) return false;
    if (eventNouns.has(word)) return true;
  }
  return false;
}

/**
 * Returns whether one of the mentions says the number, or the exact ones say it together, as its two ends or as a sum.
 */
function saysAny(quantity: QuantityInput, mentions: readonly NumberMention[]): boolean {
  if (mentions.some((mention) => says(quantity, mention))) return true;
  const { min, max } = quantity;
  const exact = mentions.filter(({ form, min, max }) => (form === 'exact' || form === 'one') && min === max);
  if (exact.length > 1 && max !== undefined && min < max) {
    return exact.some((each) => each.min === min) && exact.some((each) => each.min === max);
  }
  const plain = exact.filter(isPlain);
  return max === min && (isSum(plain, min) || isSum(exact, min));
}

function isSum(mentions: readonly NumberMention[], total: number): boolean {
  return mentions.length > 1 && mentions.reduce((sum, { min }) => sum + min, 0) === total;
}

function says({ min, max, best }: QuantityInput, mention: NumberMention): boolean {
  const { form } = mention;
  if (form === 'vague') return min >= mention.min && min <= (mention.max ?? mention.min);
  const isExact = mention.min === mention.max;
  if (form === 'about') {
    const value = mention.min;
    return (
      value === best ||
      (value >= min && value <= (max ?? Number.POSITIVE_INFINITY) && (min === max || max === undefined || min < max))
    );
  }
  if (best !== undefined && isExact && mention.min === best) return true;
  if (max === undefined) return mention.min === min && (mention.max === undefined || isExact);
  if (mention.min === 0 && mention.max !== undefined && mention.max > 0) return mention.max === max;
  return mention.min === min && mention.max === max;
}

/** Formats a quantity in words: `3`, `at least 41`, `10 to 12`. */
function describeQuantity({ min, max }: { min: number; max?: number }): string {
  if (max === undefined) return `at least ${min}`;
  return min === max ? String(min) : `${min} to ${max}`;
}

const maxDescribed = 5;

function describeAll(mentions: readonly NumberMention[]): string {
  const distinct = [...new Set(mentions.map(describeQuantity))];
  return distinct.slice(0, maxDescribed).join(', ');
}
