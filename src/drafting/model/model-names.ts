import type { RejectedFact } from '../draft.ts';
import type { NameMention } from '../names/name-mention.ts';
import { keyOfName } from '../names/name-words.ts';
import { type ModelAnswer, rejection } from './model-answer.ts';

/** How sure a name is that a model gives and the text has. */
const certainty = 0.75;

/**
 * Returns the names of an answer that the text has, as mentions. Each one that does not stand in the text as whole words
 * is added to `rejected`. Names that only parts of incidents and statements use count too.
 */
export function modelNames(text: string, answer: ModelAnswer, rejected: RejectedFact[]): NameMention[] {
  const mentions: NameMention[] = [];
  const known = new Set<string>();
  for (const { name, kind } of answer.locations) add('place', name, kind, { name, kind });
  for (const { name, kind } of answer.actors) add('actor', name, kind, { name, kind });
  for (const { location, participants = [] } of answer.incidents) {
    if (location !== undefined) add('place', location, undefined, { location });
    for (const { actor } of participants) add('actor', actor, undefined, { actor });
  }
  for (const { speaker, onBehalfOf } of answer.statements) {
    if (speaker !== undefined) add('actor', speaker, undefined, { speaker });
    if (onBehalfOf !== undefined) add('actor', onBehalfOf, undefined, { onBehalfOf });
  }
  return mentions;

  function add(sort: NameMention['sort'], name: string, kind: NameMention['kind'], fact: object): void {
    const key = keyOfName(name);
    const id = `${sort} ${key}`;
    if (known.has(id)) return;
    known.add(id);
    const start = key === '' || name.length > 200 ? -1 : findWords(text, name);
    if (start === -1) rejected.push(rejection(fact, 'the text does not have this name'));
    else mentions.push({ sort, name, key, kind, certainty, start, end: start + name.length });
  }
}

/** Returns the offset of the first occurrence of words in a text that is no part of longer words; -1 if there is none. */
function findWords(text: string, words: string): number {
  for (let at = text.indexOf(words), tries = 0; at !== -1 && tries < 1_000; at = text.indexOf(words, at + 1), tries++) {
    const [before, after] = [text.slice(Math.max(0, at - 1), at), text.slice(at + words.length, at + words.length + 1)];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}
