import { isNearWord, typedWord } from '../text/match-name.ts';
import { lettersOf } from '../text/name-keys.ts';
import { tokensOf } from '../text/tokens.ts';
import type { Named } from './find-named.ts';

export const maxNearWords = 5;

/**
 * Returns the words in the names that sound like a folded word or differ from it by forgiven errors, without the word
 * itself: at most 5, those first that occur in the names of what most incidents name.
 */
export function nearWords(token: string, found: readonly Named[]): string[] {
  const word = typedWord(lettersOf(token));
  const written = typedWord(token);
  const counts = new Map<string, number>();
  for (const { names, count } of new Map(found.map((named) => [`${named.type}:${named._id}`, named])).values()) {
    for (const other of new Set(names.flatMap(tokensOf))) {
      const known = counts.get(other);
      if (known !== undefined) counts.set(other, known + count);
      else if (other !== token && isNear(other)) counts.set(other, count);
    }
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, maxNearWords)
    .map(([other]) => other);

  /** Doubled letters make no difference, unless they are the error. */
  function isNear(other: string): boolean {
    const letters = lettersOf(other);
    return letters === word.letters || isNearWord(word, letters) || isNearWord(written, other);
  }
}
