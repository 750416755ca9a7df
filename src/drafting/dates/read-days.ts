import { en } from 'chrono-node';
import type { Span } from '../../ingest/ground/sentences.ts';

/** A day, month or year in a text, as it is written, and its EDTF. */
export interface DayMention extends Span {
  edtf: string;
  original: string;
}

/** A sentence longer than this is no prose, and would take chrono-node long. */
const maxSentence = 2_000;

/** Words of which a date has at least one; chrono-node reads other sentences in vain. */
const mayHaveDate =
  /\b(?:19|20)\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b(?:today|yesterday|tonight|overnight|ago|last|this|earlier|morning|evening|afternoon|hours|days?|nights?|week|month|year)\b/i;

const chrono = en.casual.clone();

/**
 * Returns the dates of a sentence, resolved from the day of publication. A date without a year, and a day of the week,
 * is the last one up to that day. Vague words such as `recently` and `last week` are left out. `original` is as
 * written.
 */
export function readDays(text: string, { start, end }: Span, published: string): DayMention[] {
  const sentence = text
    .slice(start, Math.min(end, start + maxSentence))
    // chrono-node takes `the night of Sept. 10` for this night.
    .replace(/\b(?:night|evening|afternoon|morning|hours) of (?=[A-Z\d])/g, (words) => ' '.repeat(words.length));
  if (!mayHaveDate.test(sentence)) return [];
  const reference = new Date(`${published.slice(0, 10)}T12:00:00Z`);
  const found: DayMention[] = readLastDays(sentence, start, reference);
  const read = (from: number, to: number) => found.some((day) => from < day.end && to > day.start);
  for (const result of chrono.parse(sentence, { instant: reference, timezone: 0 })) {
    if (/^overnight$/i.test(result.text.trim())) continue;
    const edtf = edtfOf(result, published.slice(0, 10));
    if (edtf === undefined) continue;
    const [lead = ''] = /^(?:on|in|at|by|since|until) /i.exec(result.text) ?? [];
    const original = result.text.slice(lead.length);
    const from = start + result.index + lead.length;
    if (read(from, from + original.length)) continue;
    found.push({ start: from, end: from + original.length, original, edtf });
  }
  const night = /\bovernight\b/i.exec(sentence);
  if (night && found.length === 0) {
    const before = new Date(reference.getTime() - 86_400_000);
    const at = start + night.index;
    found.push({
      start: at,
      end: at + night[0].length,
      original: night[0],
      edtf: `${isoDay(before)}/${isoDay(reference)}`,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Longer times are vague: `in the past 30 days` means a month. */
const maxLastDays = 7;

/** Reads `over the past 24 hours`, `the last three nights`: from the day on which that time began to the publication. */
function readLastDays(sentence: string, start: number, reference: Date): DayMention[] {
  const pattern =
    /\b(?:past|last) (\d{1,2}|two|three|four|five|six|seven|twenty-four|forty-eight) (hours|days|nights)\b/gi;
  return [...sentence.matchAll(pattern)].flatMap((match) => {
    const [original, written = '', unit = ''] = match;
    const number = smallNumbers.get(written.toLowerCase()) ?? Number(written);
    const days = unit.toLowerCase() === 'hours' ? Math.ceil(number / 24) : number;
    if (days < 1 || days > maxLastDays) return [];
    const at = start + match.index;
    const first = new Date(reference.getTime() - days * 86_400_000);
    return [{ start: at, end: at + original.length, original, edtf: `${isoDay(first)}/${isoDay(reference)}` }];
  });
}

const smallNumbers: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['twenty-four', 24],
  ['forty-eight', 48],
]);

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

type Parsed = ReturnType<typeof chrono.parse>[number];

function edtfOf(result: Parsed, published: string): string | undefined {
  if (/^(?:now|later|earlier|soon|this (?:time|point)|may|mar|sun|sat|second|march)$/i.test(result.text.trim()))
    return undefined;
  const first = dayOf(result.start, published, result.text);
  if (first === undefined) return undefined;
  if (!result.end) return first;
  const last = dayOf(result.end, published, result.text);
  if (last === undefined || last === first) return first;
  return last > first && last.length === first.length ? `${first}/${last}` : undefined;
}

function dayOf(parts: Parsed['start'], published: string, words: string): string | undefined {
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  if (year === null || month === null) return undefined;
  if (parts.isCertain('weekday') && !parts.isCertain('day')) return dayOfWeek(parts, published, words);
  const isRelative =
    /\b(?:ago|last|past|previous|this|next|week|month|year|earlier|later|since|hours?|minutes?)\b/i.test(words);
  if (
    isRelative &&
    !/\b(?:days? ago|last night|this (?:morning|afternoon|evening)|earlier today|later today)\b/i.test(words) &&
    !parts.isCertain('day')
  )
    return undefined;
  if (!parts.isCertain('month') && !parts.isCertain('day')) {
    if (parts.isCertain('hour') && !/today|yesterday|night|morning|evening|afternoon/i.test(words)) return undefined;
    if (!/today|yesterday|night|morning|evening|afternoon|overnight|ago/i.test(words)) return undefined;
  }
  const iso = isoOf(year, month, parts.isCertain('day') || !parts.isCertain('month') ? day : null);
  if (iso === undefined) return undefined;
  if (iso <= published.slice(0, iso.length)) return iso;
  if (parts.isCertain('year') && parts.isCertain('month') && new RegExp(String(year)).test(words)) return undefined;
  return isoOf(year - 1, month, iso.length === 10 ? day : null);
}

/** Returns the last such day of the week up to the day of publication. */
function dayOfWeek(parts: Parsed['start'], published: string, words: string): string | undefined {
  if (/\bnext\b/i.test(words)) return undefined;
  const weekday = parts.get('weekday');
  if (weekday === null) return undefined;
  const day = new Date(`${published}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() - weekday + 7) % 7));
  return day.toISOString().slice(0, 10);
}

function isoOf(year: number, month: number, day: number | null): string | undefined {
  if (year < 1000 || year > 9999) return undefined;
  const text = `${year}-${String(month).padStart(2, '0')}`;
  if (day === null) return text;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? `${text}-${String(day).padStart(2, '0')}` : undefined;
}
