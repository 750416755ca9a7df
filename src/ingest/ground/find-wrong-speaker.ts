import type { ActorInput, StatementInput } from '../../entities/article/article.ts';
import { stemOf } from '../../text/stems.ts';
import { functionWords, ownPronouns, personPronouns } from './english/words.ts';
import { type NameSearch, otherNamed } from './find-missing-name.ts';
import { isDescription } from './names.ts';
import { around, mentionsWithin, type Passage, type Reading } from './reading.ts';
import type { Span } from './sentences.ts';
import { firstAtLeast, type WordRange, wordsOf, wordsWithin } from './words-of-text.ts';

/** A verb of speech in a text, and the words around it that may name the speaker. */
export interface SpeechZone extends WordRange {
  /** The words before the verb, and those after it if it follows a quote or is a word such as `according`. */
  ranges: readonly WordRange[];
}

/**
 * The maximum number of words before and after a verb that may name the speaker: `said Col. John Dorrian, a spokesman`.
 */
const maxBefore = 16;
const maxAfter = 14;

/** Finds the verbs of speech outside direct speech, in order, each with the words that may name the speaker. */
export function speechZonesOf(reading: Reading): SpeechZone[] {
  const { words, sentenceStarts, beginnings } = reading;
  const quoted = directSpeechOf(reading);
  const ends = quoted.map(({ end }) => end);
  const zones: SpeechZone[] = [];
  let sentence = 0;
  let previous = 0;
  let nextQuoted = 0;
  for (const at of beginnings.speech) {
    while ((sentenceStarts[sentence + 1] ?? Number.POSITIVE_INFINITY) <= at) sentence++;
    const offset = words.starts[at] ?? 0;
    while ((quoted[nextQuoted]?.end ?? Number.POSITIVE_INFINITY) <= offset) nextQuoted++;
    const isQuoted = (quoted[nextQuoted]?.start ?? Number.POSITIVE_INFINITY) <= offset;
    if (isQuoted) continue;
    const from = Math.max(sentenceStarts[sentence] ?? 0, previous, at - maxBefore);
    const end = Math.min(sentenceStarts[sentence + 1] ?? words.words.length, at + maxAfter);
    const before = outside(reading, { from, to: at }, quoted, ends);
    const isInverted = followsQuote(reading, at) || inverted.has(words.words[at] ?? '') || words.words[at + 1] === 'by';
    zones.push({
      from: at,
      to: at + 1,
      ranges: isInverted ? [...before, ...outside(reading, { from: at + 1, to: end }, quoted, ends)] : before,
    });
    previous = at + 1;
  }
  return zones;
}

/** Words after which the speaker is named: `according to the ministry`, `spokesman John Kirby`. */
const inverted: ReadonlySet<string> = new Set(['according', 'statement', 'spokesman', 'spokeswoman', 'spokesperson']);

/** Returns whether the words before a verb end with a quotation mark or a comma, as in `…,” said John`. */
function followsQuote({ words: { text, starts, ends } }: Reading, at: number): boolean {
  const gap = text.slice(ends[at - 1] ?? 0, starts[at] ?? 0);
  return gap.length < 16 && /["”’,]/.test(gap);
}

/** Returns the parts of a range that are not direct speech. `ends` are the ends of `quoted`. */
function outside(
  { words }: Reading,
  { from, to }: WordRange,
  quoted: readonly Span[],
  ends: readonly number[],
): WordRange[] {
  const ranges: WordRange[] = [];
  let at = from;
  let index = firstAtLeast(ends, words.starts[from] ?? 0);
  for (; index < quoted.length && at < to; index++) {
    const { start, end } = quoted[index] as Span;
    const range = wordsWithin(words, start, end);
    if (range.from >= to) break;
    if (range.from > at) ranges.push({ from: at, to: range.from });
    at = Math.max(at, range.to);
  }
  if (at < to) ranges.push({ from: at, to });
  return ranges;
}

/** The maximum length of direct speech. Longer spans come from quotation marks that were not closed. */
const maxSpeech = 3_000;

/** Finds the spans in double quotation marks, each within one paragraph. */
function directSpeechOf({ article: { text } }: Reading): Span[] {
  const spans: Span[] = [];
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' || at - open > maxSpeech) open = -1;
    if (character === '“' || character === '«') open = at;
    else if (open !== -1 && (character === '”' || character === '»' || character === '"')) {
      spans.push({ start: open, end: at + 1 });
      open = -1;
    } else if (character === '"') open = at;
  }
  return spans;
}

/** The maximum number of sentences between a statement and the words that name its speaker, back and on. */
const maxBack = 4;
const maxOn = 1;

/**
 * Returns why the words do not say that an actor made a statement; undefined if they do, or if there are no quotes. The
 * words around the nearest verb of speech must have a name, an alias or the title of an office of the actor, or must
 * not name another actor. In the latter case the name may be in the sentences of the quotes or in the one before or,
 * after a pronoun, further away.
 */
export function findWrongSpeaker(
  reading: Reading,
  zones: readonly SpeechZone[],
  passage: Passage,
  { statement, speaker }: { statement: StatementInput; speaker: ActorInput },
  search: NameSearch,
): string | undefined {
  if (passage.quotes.length === 0) return undefined;
  const { names, areRelated } = search;
  const speech = nearestZones(reading, zones, passage);
  const ranges = speech.flatMap((zone) => zone.ranges);
  if (ranges.length > 0 && (names.isNamed(speaker, ranges) || hasTitle(reading, speaker, ranges))) return undefined;
  const isElsewhere = mentionsWithin(speech, around(reading, passage)).length === 0;
  if (isElsewhere && names.isNamed(speaker, passage.quotes)) return undefined;
  const isReferredTo =
    refersIn(reading, ranges, speaker, search) || speech.some((zone) => hasBareSubject(reading, zone, search));
  const other = otherNamed(
    names,
    ranges,
    speaker,
    (a, b) => areRelated(a, b) || isConcerned(statement, a as ActorInput),
  );
  if (other && !isReferredTo)
    return `the words next to ${verbOf(reading, speech)} name ${other.name}, not ${speaker.name}`;
  if (names.isNamed(speaker, around(reading, passage, 1)) || hasTitle(reading, speaker, around(reading, passage, 1)))
    return undefined;
  if (isReferredTo && isDescription(speaker)) return undefined;
  if (names.isNamed(speaker, around(reading, passage, maxBack, maxOn))) return undefined;
  return `${speaker.name} is not named near the evidence of the statement`;
}

/** Returns whether an actor may be named beside the verb of a statement as someone other than its speaker. */
function isConcerned({ onBehalfOf, to = [], via = [] }: StatementInput, { id }: ActorInput): boolean {
  return id === onBehalfOf || to.includes(id) || via.includes(id);
}

/**
 * Returns the verbs of speech in the sentences of a passage; if there are none, those of the nearest sentences before,
 * at most `maxBack`, or of the one after.
 */
function nearestZones(reading: Reading, zones: readonly SpeechZone[], passage: Passage): SpeechZone[] {
  for (let back = 0; back <= maxBack; back++) {
    const found = mentionsWithin(zones, around(reading, passage, back, back > 0 ? maxOn : 0));
    if (found.length > 0) return found;
  }
  return [];
}

function refersIn(
  { words }: Reading,
  ranges: readonly WordRange[],
  speaker: ActorInput,
  { refers }: NameSearch,
): boolean {
  return ranges.some(({ from, to }) => {
    for (let at = from; at < to; at++) {
      const word = words.words[at] ?? '';
      if (ownPronouns.has(word) || relatives.has(word)) continue;
      if (personPronouns.has(word) ? speaker.kind === 'PERSON' || speaker.kind === undefined : refers(word, speaker))
        return true;
    }
    return false;
  });
}

/** Pronouns that refer to the person named just before them. */
const relatives: ReadonlySet<string> = new Set(['who', 'whom', 'whose', 'which']);

/** Returns whether the subject is a common noun, as in `The prosecutor rejected`. Any common noun counts. */
function hasBareSubject(
  { words: { words, text, starts } }: Reading,
  { from }: SpeechZone,
  { names }: NameSearch,
): boolean {
  let at = from - 1;
  while (at > from - 4 && (auxiliaries.has(words[at] ?? '') || (words[at] ?? '').endsWith('ly'))) at--;
  const first = text.charAt(starts[at] ?? 0);
  const article = words[at - 1] ?? '';
  const isBare =
    first !== '' && first === first.toLowerCase() && (article === 'the' || article === 'a' || article === 'an');
  return isBare && mentionsWithin(names.mentions, [{ from: at - 1, to: at + 1 }]).length === 0;
}

const auxiliaries: ReadonlySet<string> = new Set('has have had also then was were later again'.split(' '));

/** Returns whether the ranges contain a title of the actor, such as `the foreign minister`. */
function hasTitle({ words }: Reading, { affiliations = [] }: ActorInput, ranges: readonly WordRange[]): boolean {
  const titles = affiliations.flatMap(({ title }) => (title === undefined ? [] : [title]));
  return titles.slice(0, maxTitles).some((title) => {
    const wanted = wordsOf(title)
      .words.filter((word) => !functionWords.has(word))
      .map((word) => stemOf(word));
    return ranges.some(({ from, to }) => {
      const stems = new Set(words.words.slice(from, to).map((word) => stemOf(word)));
      return wanted.length > 0 && wanted.every((stem) => stems.has(stem));
    });
  });
}

const maxTitles = 20;

function verbOf({ words: { text, starts, ends } }: Reading, zones: readonly SpeechZone[]): string {
  const at = zones[0]?.from ?? 0;
  return JSON.stringify(text.slice(starts[at] ?? 0, ends[at] ?? 0));
}
