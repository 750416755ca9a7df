import type { CapitalRun } from './capital-runs.ts';
import { type NameMention, sure } from './name-mention.ts';
import { mentionOf, type NameText } from './name-text.ts';
import { keyOfName } from './name-words.ts';

/**
 * Adds what the whole text tells of the rest: a last name alone is the person, the same words are the same name. Returns
 * all mentions in text order; those that are unsure may be changed.
 */
export function resolveNames(
  text: NameText,
  mentions: NameMention[],
  unresolved: readonly CapitalRun[],
): NameMention[] {
  const persons = new Map<string, NameMention>();
  const byKey = new Map<string, NameMention>();
  for (const mention of mentions) {
    if (mention.certainty < sure) continue;
    if (!byKey.has(mention.key)) byKey.set(mention.key, mention);
    if (mention.sort !== 'actor' || mention.kind !== 'PERSON') continue;
    const parts = mention.key.split(' ');
    const last = parts.at(-1) ?? '';
    if (parts.length > 1 && last.length > 2 && !persons.has(last)) persons.set(last, mention);
  }
  for (const { from, to } of unresolved) {
    const key = keyOfName(text.nameOf(from, to));
    const same = byKey.get(key);
    const person = persons.get(key);
    const meaning = same ?? person;
    if (!meaning) continue;
    const { sort, kind, certainty } = meaning;
    const mention = mentionOf(text, { from, to }, { sort, kind, certainty });
    if (mention) mentions.push(mention);
  }
  for (const mention of mentions) {
    const same = byKey.get(mention.key);
    const person = mention.sort === 'actor' || mention.certainty < 0.9 ? persons.get(mention.key) : undefined;
    if (mention.certainty >= sure && !person) continue;
    const better = person ?? same;
    if (!better) continue;
    mention.sort = better.sort;
    mention.kind = better.kind;
    mention.certainty = Math.max(mention.certainty, better.certainty);
  }
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}
