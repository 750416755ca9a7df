import type { Span } from '../../ingest/ground/sentences.ts';
import type { DayMention } from './read-days.ts';

/** A dateline: where and when a report was written. Its place and day are not those of what it reports. */
export interface Dateline extends Span {
  /** Where the report begins, after the dash. */
  reportStart: number;
  /** The day, in the year that brings it nearest to the publication; absent if the dateline has none. */
  day?: DayMention;
}

/** `Nov. 21`, `November 21, 2010`, `Sunday, 21 November 2010` */
const date =
  '(?:\\p{Lu}[a-z]{2,8},\\s)?(?:\\p{Lu}\\p{L}{2,8}\\.?\\s\\d{1,2}|\\d{1,2}\\s\\p{Lu}\\p{L}{2,8}\\.?)(?:,?\\s(?:19|20)\\d\\d)?';
const capitals = "\\p{Lu}{3,}[\\p{Lu} .'-]*(?:, ?[\\p{L}. ]{2,30})?";
const townAndCountry = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+){0,2}, \\p{Lu}[\\p{L}. ]{2,30}";
const dash = '\\s*[–—-]+';

/** `(Jan. 25, 2013) –`, after the place. */
const bracketed = new RegExp(`\\(\\s*(?<date>${date})\\s*\\)(?<dash>${dash})?`, 'u');
/** `KABUL, Afghanistan`, and `Kabul, Afghanistan` if a dash follows the date. */
const placeInCapitals = new RegExp(`(?:${capitals}) ?$`, 'u');
const placeBeforeDash = new RegExp(`(?<!\\p{L})(?:${capitals}|${townAndCountry}) ?$`, 'u');
/** `BAGHDAD, Nov 21 (Reuters) -`, `Baghdad, Nov. 21, 2010 –` */
const unbracketed = new RegExp(
  `^(?:${capitals}|\\p{Lu}[\\p{L}'’ -]{2,40}), (?<date>${date})(?: ?\\([^()]{2,30}\\))?(?=(?<dash>${dash})\\s)`,
  'u',
);
/** `BAGHDAD (AP) –`, `BAGHDAD –` */
const undated = new RegExp(`^${capitals}(?: ?\\([^()]{2,30}\\))?(?=(?<dash>\\s*(?:[–—]|--|-\\s)))`, 'u');

/** The maximum length of what stands before a dateline on its line, such as a heading and a number. */
const maxBefore = 400;
/** The maximum length of a dateline. It bounds the time that the patterns take. */
const maxLength = 120;

/** Returns the dateline of a sentence. `published` is the day of publication. */
export function readDateline(text: string, { start, end }: Span, published: string): Dateline | undefined {
  const sentence = text.slice(start, Math.min(end, start + maxBefore + maxLength));
  const found = findDateline(sentence);
  if (!found) return undefined;
  const { original } = found;
  const dateline = { start: start + found.start, end: start + found.end, reportStart: start + found.reportStart };
  const day = original === undefined ? undefined : dayNear(original, published);
  if (day === undefined || original === undefined) return dateline;
  const at = dateline.start + sentence.slice(found.start, found.end).lastIndexOf(original);
  return { ...dateline, day: { start: at, end: at + original.length, original, edtf: day } };
}

function findDateline(sentence: string): (Omit<Dateline, 'day'> & { original?: string | undefined }) | undefined {
  const date = bracketed.exec(sentence);
  if (date && date.index <= maxBefore) {
    const { date: original, dash: after = '' } = date.groups ?? {};
    const from = Math.max(0, date.index - maxLength);
    const place = (after === '' ? placeInCapitals : placeBeforeDash).exec(sentence.slice(from, date.index));
    const reportStart = date.index + date[0].length;
    if (place) return { start: from + place.index, end: reportStart - after.length, reportStart, original };
  }
  const head = sentence.slice(0, maxLength);
  const found = unbracketed.exec(head) ?? undated.exec(head);
  if (!found) return undefined;
  const { date: original, dash: after = '' } = found.groups ?? {};
  const end = found[0].length;
  return { start: 0, end, reportStart: end + after.length, original };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Returns the day of a date, without a year the one nearest to the publication. */
function dayNear(written: string, published: string): string | undefined {
  const month = [...written.matchAll(/\p{L}{3,}/gu)].flatMap(([word]) => {
    const index = months.indexOf(word.slice(0, 3).toLowerCase());
    return index === -1 ? [] : [index];
  })[0];
  const day = Number(/(?<!\d)\d{1,2}(?!\d)/.exec(written)?.[0]);
  if (month === undefined) return undefined;
  const year = /(?:19|20)\d\d/.exec(written)?.[0];
  const publishedYear = Number(published.slice(0, 4));
  const years = year === undefined ? [publishedYear - 1, publishedYear, publishedYear + 1] : [Number(year)];
  const days = years.flatMap((each) => {
    const time = Date.UTC(each, month, day);
    return new Date(time).getUTCMonth() === month ? [time] : [];
  });
  const at = Date.parse(published.slice(0, 10));
  const [nearest] = days.sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
  return nearest === undefined ? undefined : new Date(nearest).toISOString().slice(0, 10);
}
