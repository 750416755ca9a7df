import type { DayMention } from './read-days.ts';

/**
 * What a day of a sentence says of the event in it: that it happened then; perhaps, if no other day is written (`said
 * on Monday`, `Tuesday's attack`); or nothing, because it is the day of something else (`Saturday's election`, `since
 * May`).
 */
type DayUse = 'event' | 'perhaps' | 'other';

const events =
  /^(?:['’]s?)?(?: [a-z-]+){0,3}? (?:attacks?|assaults?|bombings?|blasts?|explosions?|strikes?|air ?strikes?|raids?|ambush(?:es)?|shootings?|clash(?:es)?|battles?|fighting|operations?|massacres?|killings?|violence|incidents?|shelling|sieges?|offensives?|engagements?|crash|protests?|riots?|rall(?:y|ies))\b/i;

/** Returns what a day that is written in a text says of the event of its sentence. */
function dayUseOf({ start, end, original }: DayMention, text: string): DayUse {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 60);
  const isAttribute =
    /^['’](?:s\b|(?= ))/.test(after) ||
    (/\bthe $/i.test(before) && /^ [a-z]+/.test(after) && !/^(?:past|last|day|\d)/i.test(original));
  if (isAttribute) return events.test(after) ? 'perhaps' : 'other';
  if (/\b(?:since|until|before|after)(?: on)? $/i.test(before)) return 'other';
  if (/^,? (?:also )?(?:confirm|announc|said|that\b|report)/i.test(after)) return 'perhaps';
  return /\b(?:said|announced|confirmed|told \w+|reported)(?: on)? $/i.test(before) ? 'perhaps' : 'event';
}

/**
 * Returns the day of an event whose toll begins at `at`: the nearest one that says when it happened, else the nearest
 * one that perhaps says so; without a toll the first.
 */
export function chooseDay(days: readonly DayMention[], text: string, at: number | undefined): DayMention | undefined {
  const told = days.filter((day) => dayUseOf(day, text) === 'event');
  const all = told.length > 0 ? told : days.filter((day) => dayUseOf(day, text) === 'perhaps');
  if (at === undefined || all.length < 2) return all[0];
  return [...all].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
}

/** Returns the day that a sentence without an event gives to the sentences after it: the last one that says when. */
export function lastDay(days: readonly DayMention[], text: string): DayMention | undefined {
  return days.findLast((day) => dayUseOf(day, text) === 'event');
}

/** Returns whether a sentence tells of a longer or another time than the day of its report. */
export function tellsOtherTime(sentence: string): boolean {
  return otherTimes.test(sentence);
}

const otherTimes =
  /\b(?:(?:last|past|previous|recent|this|these|next|coming|several|few|two|three|four|five|six|\d+) (?:\w+ )?(?:hours?|days?|nights?|weeks?|months?|years?|decades?|summer|winter|spring|autumn|fall)|throughout|recently|previously|earlier|formerly|historically|so far|to date|since|ago|(?:19|20)\d\d)\b/i;
