import type { DayMention } from './read-days.ts';

/** Whether a day is that of something else: `Tuesday's attack`, `since Monday`, `said on Monday`. */
export function isOfOther({ start, end }: DayMention, text: string): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  if (/^['’]s\b/.test(after)) return true;
  if (/^,? (?:also )?(?:confirm|announc|said|that\b|report)/i.test(after)) return true;
  if (/\bthe $/i.test(before) && /^ [a-z]+/.test(after)) return true;
  return /\b(?:since|until|before|after|said|announced|confirmed|told \w+|reported)(?: on)? $/i.test(before);
}

/** Returns the day of an event: the one nearest to its toll, which begins at `at`; the first without a toll. */
export function chooseDay(days: readonly DayMention[], at: number | undefined): DayMention | undefined {
  if (at === undefined || days.length < 2) return days[0];
  return [...days].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
}
