import type { DateInput } from '../../entities/article/article.ts';
import { parseEdtf } from '../parse/edtf.ts';
import { type Anchors, type Days, dayOf } from './calendar.ts';
import { type DateMention, datesOf, inYear } from './english/dates.ts';
import { beginningsOf } from './english/lexemes.ts';
import { around, mentionsWithin, type Passage, type Reading } from './reading.ts';
import { wordsOf } from './words-of-text.ts';

/** How a mention agrees with a date: it gives the date, or a period that overlaps it, or another date. */
type Agreement = 'gives' | 'holds' | 'differs';

/**
 * Returns why the words give another date than the stated one; undefined if they give it, or no date. If `original`
 * contains a date, it decides; then the quotes, then their sentences. If none of these gives the date, it must be given
 * elsewhere in the text.
 */
export function findWrongDate(reading: Reading, passage: Passage, date: DateInput): string | undefined {
  const claimed = parseEdtf(date.edtf);
  if (!claimed) return undefined;
  const resolve = (mentions: readonly DateMention[]) => resolveIn(reading, passage, mentions);
  const own = date.original === undefined ? [] : resolve(datesInWords(date.original, reading.anchors));
  if (own.length > 0) {
    return agree(reading, own, date.edtf)
      ? undefined
      : `original ${JSON.stringify(date.original)} gives ${describe(own)}, not ${date.edtf}`;
  }
  if (passage.quotes.length === 0) return undefined;
  const quoted = resolve(mentionsWithin(reading.dates, passage.quotes));
  if (quoted.length > 0 && agree(reading, quoted, date.edtf)) return undefined;
  const near = resolve(mentionsWithin(reading.dates, around(reading, passage)));
  if (near.length > 0 && agree(reading, near, date.edtf)) return undefined;
  const precise = near.filter(
    ({ isVague, meanings }) => !isVague && meanings.every(({ first, last }) => first === last),
  );
  if (precise.length > 0 && date.original === undefined) return `the words give ${describe(precise)}, not ${date.edtf}`;
  const all = resolve(reading.dates.slice(0, maxMentions));
  if (all.length === 0 || reading.dates.length > maxMentions || agree(reading, all, date.edtf)) return undefined;
  return `the text does not give ${date.edtf}, but ${describe(all)}`;
}

function datesInWords(words: string, anchors: Anchors): DateMention[] {
  const text = wordsOf(words);
  return datesOf(text, beginningsOf(text).dates, anchors);
}

/**
 * The maximum number of dates that are compared. A text with more is no report of one incident, and comparing all would
 * take too long.
 */
const maxMentions = 60;

/**
 * Resolves mentions that depend on other words of the text. One that counts from another day may count from any day of
 * the text or of the publication. A day without a year may also be in the last year named before the passage, or in the
 * first named after its beginning. Mentions without a meaning are left out.
 */
function resolveIn(reading: Reading, passage: Passage, mentions: readonly DateMention[]): DateMention[] {
  const dates = reading.dates.slice(0, maxMentions);
  let years: readonly number[] | undefined;
  return mentions.flatMap((mention) => {
    const { offset, yearless, meanings } = mention;
    if (offset !== undefined) return [{ ...mention, meanings: countFrom(reading, dates, offset, mention.isVague) }];
    if (!yearless) return meanings.length > 0 ? [mention] : [];
    years ??= yearsAround(dates, passage.quotes[0]?.from ?? 0);
    return [{ ...mention, meanings: [...meanings, ...years.flatMap((year) => inYear(yearless, year))] }];
  });
}

function countFrom({ anchors }: Reading, dates: readonly DateMention[], offset: number, isVague: boolean): Days[] {
  const days = dates.flatMap(({ meanings }) => meanings.filter(({ first, last }) => first === last));
  const from = [...new Set([...days.map(({ first }) => first), ...anchors])];
  const slack = isVague ? Math.ceil(Math.abs(offset) / 4) : 0;
  return from.map((day) => ({ first: day + offset - slack, last: day + offset + slack }));
}

function yearsAround(dates: readonly DateMention[], word: number): number[] {
  const written = dates.filter(
    ({ meanings, yearless, isVague, offset }) => meanings.length === 1 && !yearless && !isVague && offset === undefined,
  );
  const before = written.findLast(({ from }) => from < word);
  const after = written.find(({ from }) => from >= word);
  return [before, after].flatMap((mention) =>
    mention ? Number(dayText(mention.meanings[0]?.first ?? 0).slice(0, 4)) : [],
  );
}

/**
 * Returns whether a mention gives the date, or all mentions are of longer periods and one overlaps it. For an interval,
 * returns whether both ends agree.
 */
function agree(reading: Reading, mentions: readonly DateMention[], edtf: string): boolean {
  const [first = '', second] = edtf.split('/');
  if (second === undefined) return agreesWith(mentions, first.replace('~', ''), first.endsWith('~'));
  const start = first === '..' || endAgrees(reading, mentions, first, 'first');
  const end = second === '..' || endAgrees(reading, mentions, second, 'last');
  return start && end;
}

function agreesWith(mentions: readonly DateMention[], edtf: string, isApproximate: boolean): boolean {
  const claimed = daysOf(edtf);
  if (!claimed) return true;
  const agreements = mentions.map((mention) => agreementOf(mention, claimed));
  if (agreements.includes('gives')) return true;
  const mayHold =
    isApproximate ||
    mentions.every(({ isVague, meanings }) => isVague || meanings.some(({ first, last }) => last > first));
  return mayHold && agreements.includes('holds');
}

function agreementOf({ meanings, isVague }: DateMention, claimed: Days): Agreement {
  if (!isVague && meanings.some((days) => isWithin(days, claimed))) return 'gives';
  return meanings.some((days) => overlap(days, claimed)) ? 'holds' : 'differs';
}

/**
 * Returns whether the mentions give one end of an interval. It may also be the day of publication, any date of the
 * text, or within two days of a vague one.
 */
function endAgrees(reading: Reading, mentions: readonly DateMention[], edtf: string, end: 'first' | 'last'): boolean {
  const claimed = daysOf(edtf);
  if (!claimed || reading.anchors.some((day) => isWithin({ first: day, last: day }, claimed))) return true;
  return [...mentions, ...reading.dates.slice(0, maxMentions)].some(({ meanings, isVague }) =>
    meanings.some((days) => {
      if (isVague) return overlap({ first: days.first - 2, last: days.last + 2 }, claimed);
      return (
        isWithin({ first: days[end], last: days[end] }, claimed) ||
        (claimed.first === claimed.last && days.first === claimed.first)
      );
    }),
  );
}

function isWithin(days: Days, outer: Days): boolean {
  return days.first >= outer.first && days.last <= outer.last;
}

function overlap(a: Days, b: Days): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** Returns the days of `2016-11-12`, `2016-11` or `2016`; undefined for dates with an open end. */
export function daysOf(edtf: string): Days | undefined {
  const span = parseEdtf(edtf);
  if (span?.start === undefined || span.end === undefined) return undefined;
  return { first: numberOf(span.start), last: numberOf(span.end) };
}

function numberOf(day: string): number {
  const [year, month, date] = day.split('-').map(Number);
  return dayOf(year, (month ?? 1) - 1, date) ?? 0;
}

const maxDescribed = 4;

function describe(mentions: readonly DateMention[]): string {
  const all = mentions.flatMap(({ meanings }) => meanings.slice(0, 2).map(describeDays));
  return [...new Set(all)].slice(0, maxDescribed).join(', ');
}

function describeDays({ first, last }: Days): string {
  return first === last ? dayText(first) : `${dayText(first)}/${dayText(last)}`;
}

/** Formats the number of a day as `YYYY-MM-DD`. */
export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
