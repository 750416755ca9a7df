import {
  type Anchors,
  type Days,
  dayOf,
  monthOf,
  oneDay,
  shiftMonth,
  weekdayOf,
  yearAt,
  yearsByWeekday,
  yearsOf,
} from '../calendar.ts';
import { gapAfter, type TextWords } from '../words-of-text.ts';

/** A date in a text: the words from `from` up to `to`. */
export interface DateMention {
  from: number;
  to: number;
  /** The periods that the words may mean; several if the year, or the order of day and month, is not written. */
  meanings: readonly Days[];
  /** Whether a reader would not take the periods literally: `recently`, `early November`, `in recent weeks`. */
  isVague: boolean;
  /** Set if the words count from another day of the text: `two days later` is 2, `the previous day` -1. */
  offset?: number;
  /** Set if no year is written: the day may be of a year that the text names elsewhere. */
  yearless?: { month: number; day: number; last: number };
}

const months = namesOf('january february march april may june july august september october november december', [
  ['jan', 0],
  ['feb', 1],
  ['mar', 2],
  ['apr', 3],
  ['jun', 5],
  ['jul', 6],
  ['aug', 7],
  ['sep', 8],
  ['sept', 8],
  ['oct', 9],
  ['nov', 10],
  ['dec', 11],
]);
/** The days of the week, from 0 for Sunday, as `getUTCDay` counts. */
const weekdays = namesOf('sunday monday tuesday wednesday thursday friday saturday', [
  ['sun', 0],
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
]);
const counts: ReadonlyMap<string, number> = mapOf({
  ...{
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
  },
  ...{ twelve: 12, couple: 2, few: 3, several: 4, fourteen: 14, fifteen: 15, twenty: 20, thirty: 30 },
});
const unitDays: ReadonlyMap<string, number> = mapOf({
  ...{ day: 1, days: 1, night: 1, nights: 1, week: 7, weeks: 7, month: 30, months: 30, year: 365, years: 365 },
  ...{ hour: 1 / 24, hours: 1 / 24, weekend: 7, weekends: 7, fortnight: 14, decade: 3650, decades: 3650 },
});

function mapOf(values: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(values));
}

function namesOf(names: string, short: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  return new Map([...names.split(' ').map((name, index) => [name, index] as const), ...short]);
}

/**
 * Returns the dates in a text, in order and without overlaps, resolved from the anchors. `starts` are the words at
 * which one may begin.
 */
export function datesOf(text: TextWords, starts: readonly number[], anchors: Anchors): DateMention[] {
  const mentions: DateMention[] = [];
  let next = 0;
  for (const at of starts) {
    const mention = at < next ? undefined : readDate(text, at, anchors);
    if (!mention) continue;
    mentions.push(mention);
    next = mention.to;
  }
  return mentions;
}

/** Returns whether a date may begin with a folded word. */
export function mayBeginDate(word: string): boolean {
  return readersOf(word).length > 0;
}

type Reader = (text: TextWords, at: number, anchors: Anchors) => DateMention | undefined;

function readDate(text: TextWords, at: number, anchors: Anchors): DateMention | undefined {
  for (const reader of readersOf(text.words[at] ?? '')) {
    const mention = reader(text, at, anchors);
    if (mention) return mention;
  }
  return undefined;
}

/** Returns the functions that may read a date at a word; none for most words. */
function readersOf(word: string): readonly Reader[] {
  const first = word.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return numeric;
  return byWord.get(word) ?? none;
}

const none: readonly Reader[] = [];
const numeric: readonly Reader[] = [readIso, readDayMonth, readNumeric, readCounted, readYear];
const byWord: ReadonlyMap<string, readonly Reader[]> = new Map<string, readonly Reader[]>([
  ...['today', 'tonight', 'yesterday', 'tomorrow', 'overnight', 'currently'].map(
    (word) => [word, [readToday]] as const,
  ),
  ...[
    'last',
    'past',
    'this',
    'next',
    'previous',
    'current',
    'coming',
    'following',
    'same',
    'earlier',
    'later',
    'previously',
  ].map((word) => [word, [readRelative]] as const),
  ...['recent', 'recently', 'ongoing'].map((word) => [word, [readRecent]] as const),
  ...['early', 'late', 'mid', 'beginning', 'end', 'middle'].map((word) => [word, [readPartOf]] as const),
  ...[...counts.keys()].map((word) => [word, [readCounted]] as const),
  ['day', [readDayBefore]],
  ...[...weekdays.keys()].map((word) => [word, [readWeekday]] as const),
  ...[...months.keys()].map((word) => [word, [readMonthDay, readMonth]] as const),
]);

function readIso(text: TextWords, at: number): DateMention | undefined {
  const [year, month, day] = [0, 1, 2].map((index) => numberAt(text, at + index));
  if (!isYear(text, at) || gapAfter(text, at) !== '-' || gapAfter(text, at + 1) !== '-') return undefined;
  const found = dayOf(year, (month ?? 0) - 1, day);
  return found === undefined ? undefined : exact(at, at + 3, [oneDay(found)]);
}

/** Reads `12 November 2016`, `12th of Nov`, and the first day of `12-14 November`, `12 and 13 November`. */
function readDayMonth(text: TextWords, at: number, anchors: Anchors): DateMention | undefined {
  const { words } = text;
  const day = dayNumber(words[at] ?? '');
  if (day === undefined) return undefined;
  let next = at + 1;
  if (words[next] === 'of') next++;
  const month = months.get(words[next] ?? '');
  if (month !== undefined) return ofDay(text, { from: at, to: next + 1, day, month }, anchors);
  const joined =
    words[next] === 'and' || words[next] === 'to'
      ? next + 1
      : /^\s?[-–—]\s?$/.test(gapAfter(text, at))
        ? next
        : undefined;
  if (joined === undefined || dayNumber(words[joined] ?? '') === undefined) return undefined;
  const after = words[joined + 1] === 'of' ? joined + 2 : joined + 1;
  const later = months.get(words[after] ?? '');
  if (later === undefined) return undefined;
  const year = isYear(text, after + 1) ? numberAt(text, after + 1) : undefined;
  const meanings = yearsOf(year, anchors, later, day).flatMap((each) => dayOf(each, later, day) ?? []);
  return exact(at, joined, meanings.map(oneDay));
}

/**
 * Reads `November 12, 2016`, `Nov. 12`, and the first day of `November 12-14`; the second follows by `readMonthDay`.
 */
function readMonthDay(text: TextWords, at: number, anchors: Anchors): DateMention | undefined {
  const { words } = text;
  const month = months.get(words[at] ?? '');
  const next = words[at + 1] === 'the' ? at + 2 : at + 1;
  const day = dayNumber(words[next] ?? '');
  if (month === undefined || day === undefined || isTime(text, next)) return undefined;
  const second = words[next + 1] === 'and' || words[next + 1] === 'to' ? next + 2 : next + 1;
  const isJoined = second === next + 2 || /^\s?[-–—]\s?$/.test(gapAfter(text, next));
  const last = isJoined ? dayNumber(words[second] ?? '') : undefined;
  if (last === undefined || last <= day || isTime(text, second))
    return ofDay(text, { from: at, to: next + 1, day, month }, anchors);
  const year = isYear(text, second + 1) ? numberAt(text, second + 1) : undefined;
  const meanings = yearsOf(year, anchors, month, day).flatMap((each) => {
    const [first, end] = [dayOf(each, month, day), dayOf(each, month, last)];
    return first === undefined || end === undefined ? [] : { first, last: end };
  });
  const mention = exact(at, second + (year === undefined ? 1 : 2), meanings);
  return year === undefined ? { ...mention, yearless: { month, day, last } } : mention;
}

function ofDay(
  text: TextWords,
  { from, to, day, month }: { from: number; to: number; day: number; month: number },
  anchors: Anchors,
): DateMention | undefined {
  const year = isYear(text, to) ? numberAt(text, to) : undefined;
  const days = yearsOf(year, anchors, month, day).flatMap((each) => dayOf(each, month, day) ?? []);
  const weekday = weekdays.get(text.words[from - 1] ?? '');
  // `Monday, Dec. 26` says its year by the day of the week, whenever the text was published.
  const byWeekday = year === undefined && weekday !== undefined ? yearsByWeekday(anchors, { day, month, weekday }) : [];
  const meanings = (byWeekday.length > 0 ? byWeekday : days).map(oneDay);
  if (meanings.length === 0) return undefined;
  return year === undefined
    ? { ...exact(from, to, meanings), yearless: { month, day, last: day } }
    : exact(from, to + 1, meanings);
}

/** Reads `11/12/2016` and `11.12.2016` in both orders. */
function readNumeric(text: TextWords, at: number): DateMention | undefined {
  const gap = gapAfter(text, at);
  if ((gap !== '/' && gap !== '.') || gapAfter(text, at + 1) !== gap || !isYear(text, at + 2)) return undefined;
  const [a = 0, b = 0, year] = [0, 1, 2].map((index) => numberAt(text, at + index));
  const days = [dayOf(year, a - 1, b), dayOf(year, b - 1, a)].flatMap((day) => day ?? []);
  return days.length === 0 ? undefined : exact(at, at + 3, days.map(oneDay));
}

function readMonth(text: TextWords, at: number, anchors: Anchors): DateMention | undefined {
  const word = text.words[at] ?? '';
  const month = months.get(word);
  if (month === undefined || !isCapital(text, at)) return undefined;
  if (isYear(text, at + 1)) return exact(at, at + 2, [monthOf(numberAt(text, at + 1) ?? 0, month)]);
  if (
    word === 'may' &&
    !/^(in|since|last|this|until|early|late|mid|of|during|from|by|to|and|between)$/.test(text.words[at - 1] ?? '')
  )
    return undefined;
  const meanings = yearsOf(undefined, anchors, month, 1).map((year) => monthOf(year, month));
  return { ...exact(at, at + 1, meanings), yearless: { month, day: 1, last: 28 } };
}

function readYear(text: TextWords, at: number): DateMention | undefined {
  if (!isYear(text, at)) return undefined;
  const year = numberAt(text, at) ?? 0;
  const [first, last] = [dayOf(year, 0, 1), dayOf(year, 11, 31)];
  return first === undefined || last === undefined ? undefined : exact(at, at + 1, [{ first, last }]);
}

function readWeekday(text: TextWords, at: number, anchors: Anchors): DateMention | undefined {
  const weekday = weekdays.get(text.words[at] ?? '');
  if (weekday === undefined || !isCapital(text, at)) return undefined;
  const before = text.words[at - 1];
  if (months.has(text.words[at + 1] ?? '') && dayNumber(text.words[at + 2] ?? '') !== undefined) return undefined;
  if (dayNumber(text.words[at + 1] ?? '') !== undefined && months.has(text.words[at + 2] ?? '')) return undefined;
  const days = anchors.flatMap((anchor) => {
    const last = anchor - ((weekdayOf(anchor) - weekday + 7) % 7);
    if (before === 'next' || before === 'coming') return [last + 7];
    return before === 'last' || before === 'previous' ? [last, last - 7] : [last];
  });
  return exact(at, at + 1, days.map(oneDay));
}

function readToday({ words }: TextWords, at: number, anchors: Anchors): DateMention {
  const word = words[at];
  const isBefore = word === 'yesterday' && words[at - 1] === 'before';
  const shift = word === 'yesterday' ? (isBefore ? -2 : -1) : word === 'tomorrow' ? 1 : 0;
  const days = anchors.flatMap((anchor) => (word === 'overnight' ? [anchor - 1, anchor] : [anchor + shift]));
  return { from: at, to: at + 1, meanings: days.map(oneDay), isVague: word === 'currently' };
}

/** Reads `last month`, `this week`, `the past three days`, `the previous day`, `last night`, `earlier that day`. */
function readRelative({ words }: TextWords, at: number, anchors: Anchors): DateMention | undefined {
  const word = words[at] ?? '';
  const count = counts.get(words[at + 1] ?? '') ?? plainNumber(words[at + 1] ?? '');
  const unitAt = count === undefined ? at + 1 : at + 2;
  const unit = words[unitAt] ?? '';
  if (/^(day|days|night|morning|evening|afternoon)$/.test(unit) && count === undefined) {
    if (/^(previous|following|next|same)$/.test(word)) {
      return {
        from: at,
        to: unitAt + 1,
        meanings: [],
        isVague: false,
        offset: word === 'previous' ? -1 : word === 'same' ? 0 : 1,
      };
    }
    if (unit === 'days') return vague(at, unitAt + 1, anchors, -14, 0);
    const shift = word === 'last' ? [-1, 0] : word === 'this' ? [0] : undefined;
    return (
      shift && {
        from: at,
        to: unitAt + 1,
        meanings: anchors.flatMap((anchor) => shift.map((by) => oneDay(anchor + by))),
        isVague: false,
      }
    );
  }
  const days = unitDays.get(unit);
  if (days === undefined) {
    if (word === 'earlier' || word === 'previously') return vague(at, at + 1, anchors, -3650, 0);
    return undefined;
  }
  if (word === 'past' || (word === 'last' && count !== undefined)) {
    return vague(at, unitAt + 1, anchors, -Math.ceil((count ?? 1) * days), 0);
  }
  if (unit === 'month')
    return {
      from: at,
      to: unitAt + 1,
      meanings: anchors.map((anchor) => shiftMonth(anchor, shiftOf(word))),
      isVague: false,
    };
  if (unit === 'year')
    return {
      from: at,
      to: unitAt + 1,
      meanings: anchors.map((anchor) => yearAt(anchor, shiftOf(word))),
      isVague: false,
    };
  if (unit === 'week' || unit === 'weekend') {
    const shift = shiftOf(word);
    if (word === 'earlier' || word === 'this') return vague(at, unitAt + 1, anchors, -7, unit === 'weekend' ? 2 : 6);
    return vague(at, unitAt + 1, anchors, shift < 0 ? -14 : 0, shift < 0 ? 0 : 14);
  }
  return count === undefined ? undefined : vague(at, unitAt + 1, anchors, -Math.ceil(count * days), 0);
}

function shiftOf(word: string): number {
  if (word === 'last' || word === 'previous' || word === 'past') return -1;
  return word === 'next' || word === 'coming' || word === 'following' ? 1 : 0;
}

function readRecent({ words }: TextWords, at: number, anchors: Anchors): DateMention {
  const days = unitDays.get(words[at + 1] ?? '');
  return vague(at, days === undefined ? at + 1 : at + 2, anchors, -Math.ceil((days ?? 30) * 12), 0);
}

/** Reads `early November`, `mid-2016`, `the end of 2015`. */
function readPartOf(text: TextWords, at: number, anchors: Anchors): DateMention | undefined {
  const { words } = text;
  let next = at + 1;
  if (words[next] === 'of') next++;
  if (words[next] === 'the') next++;
  const whole = months.has(words[next] ?? '')
    ? readMonth(text, next, anchors)
    : (readYear(text, next) ?? readRelative(text, next, anchors));
  return whole && { ...whole, from: at, isVague: true };
}

/** Reads `three days ago`, `two weeks later`, `a day after`, `the 1990s`. */
function readCounted({ words }: TextWords, at: number, anchors: Anchors): DateMention | undefined {
  const count = counts.get(words[at] ?? '') ?? plainNumber(words[at] ?? '');
  if (count === undefined || count > 1_000) return undefined;
  let unitAt = at + 1;
  if (words[at] === 'a' && (words[unitAt] === 'few' || words[unitAt] === 'couple')) return undefined;
  if (words[unitAt] === 'of') unitAt++;
  const days = unitDays.get(words[unitAt] ?? '');
  if (days === undefined) return undefined;
  const after = words[unitAt + 1] ?? '';
  const distance = count * days;
  if (after === 'ago') {
    if (days === 1)
      return {
        from: at,
        to: unitAt + 2,
        meanings: anchors.map((anchor) => oneDay(anchor - distance)),
        isVague: count > 2 && words[at] === 'few',
      };
    const slack = Math.max(days / 2, 1);
    return vague(at, unitAt + 2, anchors, -Math.ceil(distance + slack), -Math.floor(distance - slack));
  }
  const sign = after === 'later' || after === 'after' ? 1 : after === 'earlier' || after === 'before' ? -1 : 0;
  if (sign === 0) return undefined;
  return { from: at, to: unitAt + 2, meanings: [], isVague: days !== 1, offset: sign * Math.round(distance) };
}

/** Reads `the day before`, `the day after`. */
function readDayBefore({ words }: TextWords, at: number): DateMention | undefined {
  const after = words[at + 1];
  if ((after !== 'before' && after !== 'after') || words[at + 2] === 'yesterday') return undefined;
  return { from: at, to: at + 2, meanings: [], isVague: false, offset: after === 'before' ? -1 : 1 };
}

function exact(from: number, to: number, meanings: readonly Days[]): DateMention {
  return { from, to, meanings, isVague: false };
}

function vague(from: number, to: number, anchors: Anchors, first: number, last: number): DateMention {
  return {
    from,
    to,
    meanings: anchors.map((anchor) => ({ first: anchor + first, last: anchor + last })),
    isVague: true,
  };
}

function numberAt({ words }: TextWords, at: number): number | undefined {
  return plainNumber(words[at] ?? '');
}

function plainNumber(word: string): number | undefined {
  return word.length > 0 && word.length <= 4 && /^\d+$/.test(word) ? Number(word) : undefined;
}

function isYear({ words }: TextWords, at: number): boolean {
  return /^(1[89]|20)\d\d$/.test(words[at] ?? '');
}

/** Returns the day of a month that is written as `12`, `12th` or `1st`; undefined for other words. */
function dayNumber(word: string): number | undefined {
  if (word.length > 4) return undefined;
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word) ?? [];
  const day = Number(digits);
  return day >= 1 && day <= 31 ? day : undefined;
}

/** Returns whether the number at a word is a time, such as `5 p.m.` or `12:30`, rather than a day. */
function isTime(text: TextWords, at: number): boolean {
  return /^[ap]m$/.test(text.words[at + 1] ?? '') || gapAfter(text, at) === ':';
}

/** Returns whether a word is capitalized in the text: `may` and `march` are months only with a capital. */
function isCapital({ text, starts }: TextWords, at: number): boolean {
  const first = text.charAt(starts[at] ?? 0);
  return first !== first.toLowerCase();
}

/** Returns the period of a mention without a year in this year; none if the year lacks its first or last day. */
export function inYear({ month, day, last }: NonNullable<DateMention['yearless']>, year: number): Days[] {
  if (day === 1 && last === 28) return [monthOf(year, month)];
  const [first, end] = [dayOf(year, month, day), dayOf(year, month, last)];
  return first === undefined || end === undefined ? [] : [{ first, last: end }];
}
