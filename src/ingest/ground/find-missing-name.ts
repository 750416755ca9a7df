import type { ActorInput, LocationInput } from '../../entities/article/article.ts';
import { isActorNoun, isPlaceNoun } from './english/kind-nouns.ts';
import { otherPronouns, ownPronouns, personPronouns } from './english/words.ts';
import { isDescription, type Named, type NameMention, type Names } from './names.ts';
import { around, mentionsWithin, type Passage, type Reading } from './reading.ts';
import type { WordRange } from './words-of-text.ts';

/** How to look for a name. */
export interface NameSearch {
  names: Names;
  /** Returns whether the name of one may stand for the other, such as a minister and the government. */
  areRelated(a: Named, b: Named): boolean;
  /** Returns whether a word may refer to an actor or place without its name: a pronoun, or a noun of its kind. */
  refers(word: string, named: Named): boolean;
}

/** The maximum number of sentences between a pronoun or a bare noun and an earlier name. */
const maxBack = 5;
/** The maximum number of sentences between a bare noun and a later name that explains it. */
const maxOn = 2;

/**
 * Returns why a passage does not name an actor or a place; undefined if it does, or if it has no quotes.
 *
 * The name may be in the quotes, in the sentences that they touch, or in the sentence before. If a quote has a pronoun
 * or a noun of the kind, the name may be further away. If a quote names another actor or place and has no such word,
 * the passage does not name this one; unless the evidence is that of the fact's incident (`isOwn` is false), which may
 * name others too.
 */
export function findMissingName(
  reading: Reading,
  passage: Passage,
  named: Named,
  { names, areRelated, refers }: NameSearch,
  isOwn: boolean,
): string | undefined {
  const { quotes } = passage;
  if (quotes.length === 0 || names.isNamed(named, quotes)) return undefined;
  const other = isOwn ? otherNamed(names, quotes, named, areRelated) : undefined;
  const isReferredTo = refersTo(reading, names, quotes, named, { refers, areRelated });
  if (other && !isReferredTo) return `the quote names ${nameOf(other)}, not ${named.name}`;
  if (names.isNamed(named, around(reading, passage, 1))) return undefined;
  if (isReferredTo && isDescription(named) && !names.isNamedAnywhere(named)) return undefined;
  const far = around(reading, passage, maxBack, isReferredTo ? maxOn : 0);
  const isReferredAround =
    isReferredTo || refersTo(reading, names, around(reading, passage), named, { refers, areRelated });
  if (isReferredAround && names.isNamed(named, far)) return undefined;
  return `${named.name} is not named in the sentence of the evidence or in the one before`;
}

/**
 * Returns whether a word in the ranges refers to an actor or place without its name, other than next to the name of
 * another one.
 */
function refersTo(
  { words }: Reading,
  names: Names,
  ranges: readonly WordRange[],
  named: Named,
  { refers, areRelated }: Pick<NameSearch, 'refers' | 'areRelated'>,
): boolean {
  return ranges.some(({ from, to }) => {
    const others = mentionsWithin(names.mentions, [{ from: Math.max(from - 3, 0), to }]).filter(
      (mention) => !mention.isWeak && isOfOthers(mention, named, areRelated),
    );
    let next = 0;
    for (let at = from; at < to; at++) {
      while ((others[next]?.to ?? Number.POSITIVE_INFINITY) + 1 < at) next++;
      const beside = others[next];
      const isBeside = beside !== undefined && at >= beside.from && at <= beside.to + 1;
      const word = words.words[at] ?? '';
      if (isCountedGroup(words.words, at) && !isPerson(named) && !isBeside) return true;
      if (!refers(word, named)) continue;
      if (isPronoun(word) || (!isBeside && !names.isOfOtherCountry(named, at))) return true;
    }
    return false;
  });
}

/** Returns whether a word is the number of a group, as in `the three` or `all four`. */
function isCountedGroup(words: readonly string[], at: number): boolean {
  const before = words[at - 1];
  return (before === 'the' || before === 'all' || before === 'other') && groupNumbers.has(words[at] ?? '');
}

const groupNumbers: ReadonlySet<string> = new Set('two three four five six seven eight nine ten'.split(' '));

function isPerson(named: Named): boolean {
  return named.kind === 'PERSON';
}

function isPronoun(word: string): boolean {
  return personPronouns.has(word) || otherPronouns.has(word);
}

/**
 * Returns another actor or place that is named in the ranges and is not related to this one; undefined if there is
 * none.
 */
export function otherNamed(
  names: Names,
  ranges: readonly WordRange[],
  named: Named,
  areRelated: NameSearch['areRelated'],
): Named | undefined {
  const found = mentionsWithin(names.mentions, ranges).find(
    (mention) => !mention.isWeak && isOfOthers(mention, named, areRelated),
  );
  return found?.owners[0];
}

/** The maximum number of owners of a name that are compared. Many may share one; the first ones decide. */
const maxOwners = 8;

function isOfOthers({ owners }: NameMention, named: Named, areRelated: NameSearch['areRelated']): boolean {
  return owners.slice(0, maxOwners).every((owner) => owner !== named && !areRelated(owner, named));
}

function nameOf({ name }: Named): string {
  return name;
}

/** Returns whether a word may refer to an actor without its name. */
export function refersToActor(word: string, named: Named): boolean {
  const { kind = 'UNIDENTIFIED' } = named as ActorInput;
  if (ownPronouns.has(word)) return true;
  if (personPronouns.has(word)) return kind === 'PERSON' || kind === 'UNIDENTIFIED';
  if (otherPronouns.has(word)) return kind !== 'PERSON' || word.startsWith('who');
  return isActorNoun(word, kind);
}

/** Returns whether a word may refer to a place without its name. */
export function refersToPlace(word: string, named: Named): boolean {
  const { kind = 'OTHER' } = named as LocationInput;
  return isPlaceNoun(word, kind);
}
