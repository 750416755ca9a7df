import { badUserInput } from '../errors/bad-user-input.ts';
import type { StoreReader } from '../store/store-reader.ts';
import { ofWord } from '../text/match-name.ts';
import { lettersOf } from '../text/name-keys.ts';
import type { Entities } from './entity.ts';
import { findNear, namedTypes } from './find-named.ts';
import { maxNearWords, nearWords } from './near-words.ts';

/** By folded word: similar words in names and titles. Words without any are left out. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

/** The max number of words of a text whose spellings are looked up. */
const maxWords = 8;

/** Costs one command; none without words. */
export async function findSpellings(
  source: { entities: Entities; store: StoreReader },
  words: readonly string[],
): Promise<Spellings> {
  const sought = words.slice(0, maxWords);
  if (sought.length === 0) return new Map();
  const letters = new Set(sought.map(lettersOf));
  const found = await findNear(source, namedTypes, [...letters].map(ofWord));
  return new Map(
    sought.flatMap((word) => {
      const near = nearWords(word, found);
      return near.length > 0 ? [[word, near] as const] : [];
    }),
  );
}

/** Returns a text for cursors. */
export function formatSpellings(spellings: Spellings): string {
  return JSON.stringify([...spellings]);
}

/** Parses the text in a cursor, undefined for a search without spellings. Throws if a client changed it. */
export function parseSpellings(text: unknown, cursor: string | null | undefined): Spellings {
  if (text === undefined) return new Map();
  try {
    const entries: unknown = JSON.parse(String(text));
    if (Array.isArray(entries) && entries.length <= maxWords && entries.every(isEntry)) return new Map(entries);
  } catch {
    // It is no JSON.
  }
  throw badUserInput('after', 'a cursor that this list returned', cursor);
}

function isEntry(entry: unknown): entry is [string, string[]] {
  if (!Array.isArray(entry) || entry.length !== 2) return false;
  const [word, near] = entry as [unknown, unknown];
  return isWord(word) && Array.isArray(near) && near.length <= maxNearWords && near.every(isWord);
}

function isWord(word: unknown): word is string {
  return typeof word === 'string' && /^[\p{L}\p{N}\p{M}]{1,1000}$/u.test(word);
}
