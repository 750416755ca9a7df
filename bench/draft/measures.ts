import type { Draft } from '../../src/drafting/draft.ts';
import type { CasualtyKind } from '../../src/generated/schema.ts';
import { isGenericNoun } from '../../src/ingest/ground/english/kind-nouns.ts';
import { functionWords } from '../../src/ingest/ground/english/words.ts';
import { tokensOf } from '../../src/text/tokens.ts';
import type { AnnotatedText } from './annotated-text.ts';
import { daysOfText } from './days-of-text.ts';

export const measures = [
  'places',
  'actors',
  'provinces',
  'casualties',
  'dates',
  'dates ±1',
  'dates, in step',
  'dates in words',
] as const;
export type Measure = (typeof measures)[number];

/** One annotated thing that the draft has or lacks, or one drafted thing that the annotations have or lack. */
export interface Judged {
  measure: Measure;
  side: 'annotated' | 'drafted';
  isRight: boolean;
  what: string;
}

/** Compares a draft with the annotations of its text. */
export function judge(draft: Draft, annotated: AnnotatedText): Judged[] {
  return [
    ...judgePlaces(draft, annotated),
    ...judgeActors(draft, annotated),
    ...judgeProvince(draft, annotated),
    ...judgeTolls(draft, annotated),
    ...judgeDay(draft, annotated),
  ];
}

/**
 * Places: the distinct named places of a text, once each. A drafted place and an annotated one match if the distinctive
 * words of one name contain those of the other (`Sarmada, Syria` and `Sarmada`; `Idlib province` and `Idlib`), because
 * annotators and draft may draw the ends of a name differently and neither is wrong. A demonym (`Iraqi`) is nothing to
 * be found, as it names no place, but no error where a draft has the country.
 */
function judgePlaces({ article }: Draft, { places }: AnnotatedText): Judged[] {
  if (!places) return [];
  const drafted = (article.locations ?? []).map(({ name, aliases = [], evidence = [] }) => [
    name,
    ...aliases,
    ...evidence.map(({ quote }) => quote),
  ]);
  return judgeNames('places', drafted, places);
}

/**
 * Actors: the distinct names of persons and organizations, matched like places, because of titles (`Gen. Votel`) and
 * heads (WikiEvents marks `Brigade` of `Belfast Brigade`). Common nouns (`the gunmen`) are not counted: what they refer
 * to is no name. A country or people that a draft takes as an actor is no error where the annotators marked the words.
 */
function judgeActors({ article }: Draft, { actors }: AnnotatedText): Judged[] {
  if (!actors) return [];
  const drafted = (article.actors ?? []).map(({ name, aliases = [], evidence = [] }) => [
    name,
    ...aliases,
    ...evidence.map(({ quote }) => quote),
  ]);
  return judgeNames('actors', drafted, actors);
}

function judgeNames(
  measure: Measure,
  drafted: readonly (readonly string[])[],
  { names, also }: { names: readonly string[]; also: readonly string[] },
): Judged[] {
  const wanted = new Map(names.map((name) => [keyOf(name), name]));
  wanted.delete('');
  const accepted = [...wanted.keys(), ...also.map(keyOf)].filter((key) => key !== '').map(wordsOf);
  const keys = drafted.map((all) => all.map((name) => wordsOf(keyOf(name))));
  return [
    ...[...wanted].map(([key, what]) => ({
      measure,
      side: 'annotated' as const,
      isRight: keys.some((all) => all.some((each) => isMatch(each, wordsOf(key)))),
      what,
    })),
    ...keys.map((all, index) => ({
      measure,
      side: 'drafted' as const,
      isRight: all.some((each) => accepted.some((other) => isMatch(each, other))),
      what: drafted[index]?.[0] ?? '',
    })),
  ];
}

/** The words of a name that distinguish it; all if none does. */
function keyOf(name: string): string {
  const words = tokensOf(name);
  const distinctive = words.filter((word) => !functionWords.has(word) && !isGenericNoun(word));
  return (distinctive.length > 0 ? distinctive : words).join(' ');
}

function wordsOf(key: string): ReadonlySet<string> {
  return new Set(key.split(' '));
}

function isMatch(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return small.size > 0 && [...small].every((word) => large.has(word));
}

/**
 * Provinces (ISAF): the province of the event is among the drafted places. A spelling that differs in one letter is the
 * same (`paktya`, `Paktiya`). The precision is that of the incidents whose place is a province.
 */
function judgeProvince({ article }: Draft, { province }: AnnotatedText): Judged[] {
  if (province === undefined) return [];
  const names = (article.locations ?? []).flatMap(({ name, aliases = [] }) => [name, ...aliases]).map(keyOf);
  const isRight = names.some((name) => name === province || skeleton(name) === skeleton(province));
  return [{ measure: 'provinces', side: 'annotated', isRight, what: province }];
}

function skeleton(name: string): string {
  return name.replace(/[aeiouyh ]+/g, '').replace(/(.)\1/g, '$1');
}

/**
 * Casualties: kind and number. In WikiEvents each victim of a Life.Die or Life.Injure event whose number the sentence
 * writes before its noun (`six NATO service members`) is to be found in a drafted casualty of the kind with the same
 * number; `more than 300` is drafted as 301 or more and matches 300. A drafted casualty is right if such a victim, or
 * one without a number that can be read, is annotated. ISAF annotates the killed and the captured of one event in all,
 * so a drafted casualty, or the sum of those of an incident, must have the number; captured and arrested are one there,
 * and `several` is 3 for the annotator as it is in a draft.
 */
function judgeTolls({ article }: Draft, { tolls, tollsAlso = [] }: AnnotatedText): Judged[] {
  if (!tolls) return [];
  const drafted = (article.incidents ?? []).flatMap(({ casualties = [] }, incident) =>
    casualties.map(({ kind, count }) => ({ kind, min: count?.min ?? 1, max: count?.max, incident })),
  );
  const isTotal = tolls.some((toll) => toll.isTotal);
  const annotated = tolls.map(({ kinds, count }) => {
    const own = drafted.filter(({ kind }) => kinds.includes(kind));
    return {
      measure: 'casualties' as const,
      side: 'annotated' as const,
      isRight: own.some((each) => isCount(each, count)) || (isTotal && totals(own).includes(count)),
      what: `${kinds.join('/')} ${count}; drafted ${own.map(({ min }) => min).join(', ') || 'none'}`,
    };
  });
  if (isTotal) {
    // One event of the text is annotated, so only the first drafted incident with a toll of each kind is judged.
    const kindsOfTotals = tolls.map(({ kinds }) => kinds);
    const judged = kindsOfTotals.flatMap((kinds) => {
      const first = drafted.find(({ kind }) => kinds.includes(kind))?.incident;
      const own = drafted.filter(({ kind, incident }) => kinds.includes(kind) && incident === first);
      const toll = tolls.find((each) => each.kinds === kinds);
      if (own.length === 0 || !toll) return [];
      const isRight = own.some((each) => isCount(each, toll.count)) || totals(own).includes(toll.count);
      return [
        {
          measure: 'casualties' as const,
          side: 'drafted' as const,
          isRight,
          what: `${kinds.join('/')} ${own.map(({ min }) => min).join(', ')}; annotated ${toll.count}`,
        },
      ];
    });
    return [...annotated, ...judged];
  }
  const distinct = new Map(drafted.map((each) => [`${each.kind} ${each.min}`, each]));
  return [
    ...annotated,
    ...[...distinct].map(([what, each]) => ({
      measure: 'casualties' as const,
      side: 'drafted' as const,
      isRight:
        tolls.some(({ kinds, count }) => kinds.includes(each.kind) && isCount(each, count)) ||
        tollsAlso.some((kinds) => kinds.includes(each.kind)),
      what,
    })),
  ];
}

function isCount({ min, max }: { min: number; max?: number | undefined }, count: number): boolean {
  return min === count || (max === undefined && min === count + 1) || (min === 0 && max === count);
}

function totals(own: readonly { min: number; incident: number }[]): number[] {
  const sums = new Map<number, number>();
  for (const { min, incident } of own) sums.set(incident, (sums.get(incident) ?? 0) + min);
  return [...sums.values()];
}

/**
 * Dates (ISAF): the day of the first drafted incident that has one is that of the annotated event. `overnight` is two
 * days (`2010-09-13/2010-09-14`), and the annotators chose the first as often as the second, so a draft of both is right
 * if one of them is annotated, as a filter by `possibly` would find it. Longer intervals are wrong, however well they
 * fit. An approximate day (that of a dateline) counts as that day. A draft without a day is no error of precision: some
 * releases write none.
 *
 * `dates ±1` counts the days before and after too. `dates, in step` leaves out the releases whose annotations are a day
 * early throughout. `dates in words` is the ceiling: how many annotated days the text carries or implies at all.
 */
function judgeDay({ article }: Draft, { day, text, published }: AnnotatedText): Judged[] {
  if (day === undefined) return [];
  const dated = article.incidents?.find(({ date }) => date !== undefined)?.date?.edtf;
  const away = dated === undefined ? Number.NaN : daysBetween(dated, day.date);
  const what = `${day.date}; drafted ${dated ?? 'none'}`;
  const judged = (measure: Measure, isRight: boolean): Judged[] => [
    { measure, side: 'annotated', isRight, what },
    ...(dated === undefined ? [] : [{ measure, side: 'drafted' as const, isRight, what }]),
  ];
  return [
    ...judged('dates', away === 0),
    ...judged('dates ±1', away <= 1),
    ...(day.isShifted ? [] : judged('dates, in step', away === 0)),
    { measure: 'dates in words', side: 'annotated', isRight: daysOfText(text, published).has(day.date), what },
  ];
}

/** Returns how far a day is from a drafted day or night, in days; NaN for longer intervals. */
function daysBetween(edtf: string, day: string): number {
  const [first = '', last = first] = edtf.replace('~', '').split('/');
  const [from, to, at] = [first, last, day].map((each) => Date.parse(each) / 86_400_000);
  if (from === undefined || to === undefined || at === undefined || !(to - from <= 1)) return Number.NaN;
  return Math.max(from - at, at - to, 0);
}

export const killed: readonly CasualtyKind[] = ['KILLED'];
export const injured: readonly CasualtyKind[] = ['INJURED'];
export const taken: readonly CasualtyKind[] = ['CAPTURED', 'ARRESTED'];
