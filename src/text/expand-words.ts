import { candidateStems, stemOf } from './stems.ts';
import { thesaurusEntries } from './thesaurus-entries.ts';
import { tokensOf } from './tokens.ts';

/** What a search takes for a word besides the word itself. */
export interface Expansion {
  /** Stems of other words. */
  stems: string[];
  phrases: ExpandedPhrase[];
}

/** A phrase instead of a word. It matches if all words do and a text has the beginning, so that its end may be inflected. */
export interface ExpandedPhrase {
  words: string[][];
  beginning: string;
}

/** The expansions by folded word, and the words and phrases in them as people write them. */
export interface Expansions {
  byWord: ReadonlyMap<string, Expansion>;
  added: string[];
}

/** Expands the folded words of a text, in their order, with other spellings of each and with the thesaurus. */
export function expandWords(words: readonly string[], spellings: ReadonlyMap<string, readonly string[]>): Expansions {
  const byWord = new Map<string, { stems: Set<string>; phrases: Map<string, ExpandedPhrase> }>();
  const added = new Set<string>();
  const add = (word: string, other: string) => {
    const tokens = tokensOf(other);
    const expansion = byWord.get(word) ?? { stems: new Set(), phrases: new Map() };
    byWord.set(word, expansion);
    added.add(other);
    if (tokens.length === 1) for (const stem of candidateStems(tokens[0] as string)) expansion.stems.add(stem);
    else {
      const beginning = ` ${tokens.join(' ')}`;
      expansion.phrases.set(beginning, { words: [...new Set(tokens)].map(candidateStems), beginning });
    }
  };
  for (const word of words) for (const other of spellings.get(word) ?? []) add(word, other);
  for (const { covered, others } of meaningsIn(words))
    for (const word of covered) for (const other of others) add(word, other);
  return {
    byWord: new Map(
      [...byWord].map(([word, { stems, phrases }]) => [word, { stems: [...stems], phrases: [...phrases.values()] }]),
    ),
    added: [...added],
  };
}

/** Yields the words that are an entry of the thesaurus, alone or several in a row, with the other entries of its line. */
function* meaningsIn(words: readonly string[]): Generator<{ covered: readonly string[]; others: string[] }> {
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= Math.min(start + maxEntryWords, words.length); end++) {
      const covered = words.slice(start, end);
      const key = keyOf(covered);
      for (const line of lines().get(key) ?? []) {
        yield { covered, others: line.filter((other) => keyOf(tokensOf(other)) !== key) };
      }
    }
  }
}

function keyOf(tokens: readonly string[]): string {
  return tokens.map((token) => stemOf(token)).join(' ');
}

const maxEntryWords = 6;

let known: Map<string, (readonly string[])[]> | undefined;

/** The lines of the thesaurus by the stems of each entry. They are read on first use, which loads the stemmer. */
function lines(): Map<string, (readonly string[])[]> {
  if (known) return known;
  known = new Map();
  for (const line of thesaurusEntries) {
    for (const key of new Set(line.map((entry) => keyOf(tokensOf(entry)))))
      known.set(key, [...(known.get(key) ?? []), line]);
  }
  return known;
}
