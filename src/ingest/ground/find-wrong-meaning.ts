import { around, type Meaning, mentionsWithin, type Passage, type Reading } from './reading.ts';

const maxDescribed = 4;

/**
 * Returns why the words of a passage do not mean a method or a kind of casualty; undefined if they do, or may. If the
 * quotes are the fact's own (`isOwn`) and mean another one, they decide. Otherwise the sentences that they touch, and
 * the sentence before, may mean it too.
 */
export function findWrongMeaning<T extends string>(
  reading: Reading,
  { quotes, sentences }: Passage,
  meaning: T,
  mentions: readonly Meaning<T>[],
  isOwn: boolean,
): string | undefined {
  if (quotes.length === 0 || meaning === 'OTHER' || meaning === 'UNKNOWN') return undefined;
  const quoted = mentionsWithin(mentions, quotes);
  if (quoted.some(({ meanings }) => meanings.includes(meaning))) return undefined;
  const others = [...new Set(quoted.flatMap(({ meanings }) => meanings))].slice(0, maxDescribed);
  if (isOwn && others.length > 0) return `the quote says ${others.join(', ')}, not ${meaning}`;
  const near = mentionsWithin(mentions, around(reading, { quotes, sentences }, 1));
  return near.some(({ meanings }) => meanings.includes(meaning)) ? undefined : `the quote does not say ${meaning}`;
}
