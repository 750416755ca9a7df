import type { EvidenceInput } from '../../entities/article/article.ts';
import type { Method } from '../../generated/schema.ts';
import { mentionsWithin, type Reading } from '../../ingest/ground/reading.ts';
import type { Span } from '../../ingest/ground/sentences.ts';
import { chooseDay, lastDay, tellsOtherTime } from '../dates/choose-day.ts';
import { readDateline } from '../dates/datelines.ts';
import { type DayMention, readDays } from '../dates/read-days.ts';
import type { DraftedNames } from '../names/draft-names.ts';
import { choosePlace, type SitedPlace } from './choose-place.ts';
import { type EventKind, eventKindOf, methodsOf } from './event-words.ts';
import { mentionsIn, mentionsOf } from './mentions.ts';
import { readTolls, type Toll } from './read-tolls.ts';

/** What one sentence says of an incident. */
export interface Report {
  sentence: number;
  span: Span;
  kind: EventKind;
  methods: { meaning: Method; start: number; end: number }[];
  tolls: Toll[];
  day?: DayMention;
  /** The day that a sentence or dateline shortly before gives. */
  carried?: CarriedDay;
  place?: SitedPlace;
}

/** A day that words before a report give. */
export interface CarriedDay {
  /** That of a dateline is approximate. */
  day: DayMention;
  span: Span;
  sentence: number;
  isDateline: boolean;
}

/** The maximum number of sentences from one that gives a day to one that tells what happened on it. */
const maxCarried = 4;

/** What incidents are drafted from. */
export interface IncidentSources {
  /** The text without markup, of the same length as the text. */
  text: string;
  reading: Reading;
  published: string;
  names: DraftedNames;
  quote: (span: Span) => EvidenceInput[];
}

/** Returns what the sentences of a text say of incidents, in text order: those with a toll or a method. */
export function readReports(sources: IncidentSources): Report[] {
  const { text, reading, published, names } = sources;
  const { sentences, sentenceStarts, words } = reading;
  const places = mentionsOf(names.places);
  const persons = mentionsOf(names.actors.filter(({ input }) => input.kind === 'PERSON'));
  const reports: Report[] = [];
  let carried: CarriedDay | undefined;
  for (const [index, span] of sentences.entries()) {
    const sentence = text.slice(span.start, span.end);
    const range = { from: sentenceStarts[index] ?? 0, to: sentenceStarts[index + 1] ?? words.words.length };
    const dateline = readDateline(text, span, published);
    if (dateline?.day) carried = carriedFrom(dateline.day, dateline, index, published);
    const start = dateline?.reportStart ?? span.start;
    const days = readDays(text, { start, end: span.end }, published);
    if (isHeading(sentence, range.to - range.from)) continue;
    const numbers = mentionsWithin(reading.numbers, [range]);
    const tolls = readTolls(
      words,
      range,
      numbers,
      index,
      mentionsIn(persons, span).map(({ mention }) => mention),
    ).filter(({ from }) => (words.starts[from] ?? 0) >= start);
    const methods = methodsOf(sentence);
    if (tolls.length === 0 && methods.length === 0) {
      const day = lastDay(days, text);
      if (day) carried = { day, span, sentence: index, isDateline: false };
      continue;
    }
    const own = mentionsIn(places, { start, end: span.end });
    const place = choosePlace(own, text);
    const day = chooseDay(days, text, words.starts[tolls[0]?.from ?? -1]);
    if (carried?.isDateline && tellsOtherTime(text.slice(start, span.end))) carried = undefined;
    const before = day || !carried || index - carried.sentence > maxCarried ? undefined : carried;
    if (day) carried = { day, span, sentence: index, isDateline: false };
    reports.push({
      sentence: index,
      span: { start: skipSpace(text, start, span.end), end: span.end },
      kind: eventKindOf(
        sentence,
        methods.map(({ meaning }) => meaning),
        tolls,
      ),
      methods: methods.map(({ meaning, start, end }) => ({
        meaning,
        start: span.start + start,
        end: span.start + end,
      })),
      tolls,
      ...(day && { day }),
      ...(before && { carried: before }),
      ...(place && { place }),
    });
  }
  return reports;
}

/** Returns what a dateline tells of events whose day is not written: about when. */
function carriedFrom(
  day: DayMention,
  { start, end }: Span,
  sentence: number,
  published: string,
): CarriedDay | undefined {
  if (day.edtf > published.slice(0, 10)) return undefined;
  return { day: { ...day, edtf: `${day.edtf}~` }, span: { start, end }, sentence, isDateline: true };
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at;
}

function isHeading(sentence: string, words: number): boolean {
  return words < 4 || (!/[.!?”"’)]$/.test(sentence) && words < 14);
}
