import { countryAt } from '../../ingest/ground/english/countries.ts';
import { functionWords } from '../../ingest/ground/english/words.ts';
import type { CapitalRun, NameWord } from './capital-runs.ts';
import { firstNames } from './first-names.ts';
import type { NameMeaning, NameMention } from './name-mention.ts';
import { keyOfName, organizationNouns, placeNouns } from './name-words.ts';
import { commonWords } from './ordinary-words.ts';

/** The words of a text, and what can be said of some of them without regard to other names. Positions count words. */
export interface NameText {
  words: readonly NameWord[];
  /** Returns a word in lower case without accents; empty outside the text. */
  plainAt(at: number): string;
  nameOf(from: number, to: number): string;
  /** Whether a capitalized word is an ordinary one, which has its capital from its place. */
  isOrdinary(at: number): boolean;
  /** Whether the text has the word in lower case too. */
  isLower(at: number): boolean;
  /** Returns how often the text has the word in capitals. */
  upperCount(at: number): number;
  /** Returns the country or people whose name begins a run of words. */
  countryOf(from: number, to: number): NamedCountry | undefined;
  /** Whether words may be the name of a person. */
  isPersonal(from: number, to: number): boolean;
}

export interface NamedCountry {
  code: string;
  /** The number of words. */
  length: number;
  isDemonym: boolean;
  /** Whether the run has no other words. */
  isWhole: boolean;
}

/** Returns the text that these words are. Takes time linear in it; what it returns takes constant time. */
export function createNameText(words: readonly NameWord[]): NameText {
  const lower = new Set<string>();
  const upperCounts = new Map<string, number>();
  for (const { text, plain, isUpper } of words) {
    if (text === text.toLowerCase()) lower.add(plain);
    if (isUpper) upperCounts.set(plain, (upperCounts.get(plain) ?? 0) + 1);
  }
  const plainAt = (at: number): string => words[at]?.plain ?? '';
  return {
    words,
    plainAt,
    nameOf: (from, to) => nameOf(words, from, to),
    isOrdinary,
    isLower: (at) => lower.has(plainAt(at)),
    upperCount: (at) => upperCounts.get(plainAt(at)) ?? 0,
    countryOf,
    isPersonal,
  };

  function isOrdinary(at: number): boolean {
    const word = words[at];
    if (!word) return true;
    if (word.text.length === 1 && word.plain !== 'x') return word.plain === 'a' || word.plain === 'i';
    if (word.isUpper && word.plain !== 'the') return false;
    return functionWords.has(word.plain) || commonWords.has(word.plain) || (word.isFirst && lower.has(word.plain));
  }

  function countryOf(from: number, to: number): NamedCountry | undefined {
    const first = words[from];
    if (first?.plain === 'us' && !first.isUpper) return undefined;
    const plain = words.slice(from, to).map((word) => word.plain);
    const found = countryAt(plain, 0);
    if (!found || found.isCapital) return undefined;
    return { ...found, isWhole: found.length === to - from };
  }

  function isPersonal(from: number, to: number): boolean {
    if (to - from > 5) return false;
    for (let at = from; at < to; at++) {
      if (
        organizationNouns.has(plainAt(at)) ||
        isOrdinary(at) ||
        (at > from && placeNouns.has(plainAt(at)) && plainAt(at) !== 'hill')
      )
        return false;
    }
    return (
      !countryAt(
        words.slice(from, to).map((word) => word.plain),
        0,
      ) || firstNames.has(plainAt(from))
    );
  }
}

/** Returns the words of a name as they are written, on one line. */
export function nameOf(words: readonly NameWord[], from: number, to: number): string {
  let name = words[from]?.text ?? '';
  for (let at = from + 1; at < to; at++)
    name += `${(words[at]?.gap ?? ' ').replace(/\s+/g, ' ')}${words[at]?.text ?? ''}`;
  return name;
}

/** Returns the mention that words are; undefined if there are none. */
export function mentionOf(
  { words }: NameText,
  { from, to }: CapitalRun,
  what: NameMeaning & Partial<NameMention>,
): NameMention | undefined {
  const [first, last] = [words[from], words[to - 1]];
  if (!first || !last || to <= from) return undefined;
  const name = nameOf(words, from, to);
  return { start: first.start, end: last.end, name, key: keyOfName(name), ...what };
}
