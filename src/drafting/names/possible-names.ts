import { capitalRuns, type NameWord } from './capital-runs.ts';
import { nameOf } from './name-text.ts';
import { keyOfName } from './name-words.ts';

/** Returns the keys of all names that a text may contain, to be looked up at once. */
export function possibleNames(words: readonly NameWord[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { from, to } of capitalRuns(words)) {
    for (let start = from; start < to; start++) {
      for (let end = start + 1; end <= to && end - start <= 6; end++) {
        const name = nameOf(words, start, end);
        const key = keyOfName(name);
        if (key.length > 1 && key.length < 120 && !names.has(key)) names.set(key, name);
      }
    }
  }
  return names;
}
