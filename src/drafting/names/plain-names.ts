import type { CapitalRun } from './capital-runs.ts';
import { firstNames } from './first-names.ts';
import type { KnownNames } from './known-names.ts';
import { isApposed, isBeforeCountry, isBetweenCommas, isSpeaker, speechFollows } from './name-context.ts';
import { placeKind } from './name-kinds.ts';
import type { NameMeaning, NameMention } from './name-mention.ts';
import type { NameText } from './name-text.ts';
import { locatives, noActors, ofPlace, placeNouns } from './name-words.ts';

/** Returns what a single word in capitals names; undefined if nothing, or nothing that can be told. */
export function acronymMeaning(text: NameText, known: KnownNames, at: number): NameMeaning | undefined {
  const word = text.words[at];
  if (!word || noActors.has(word.plain) || /\d/.test(word.text) || word.plain.length > 12) return undefined;
  if (word.plain.length > 4 && known.town(word.text)) return { sort: 'place', kind: 'CITY', certainty: 0.85 };
  if (isInUpperCase(text, at) || word.plain.length > 7) return undefined;
  const count = text.upperCount(at);
  const isBracketed = word.gap.endsWith('(') && (text.words[at + 1]?.gap ?? '').startsWith(')');
  if (speechFollows(text, at + 1)) return { sort: 'actor', kind: 'ORGANIZATION', certainty: 0.85 };
  return { sort: 'actor', kind: 'ORGANIZATION', certainty: isBracketed ? 0.85 : count > 1 ? 0.75 : 0.6 };
}

/**
 * Returns what a name without a noun or title that tells it names, by the words around it; undefined if they do not tell
 * it. `last` is the mention before.
 */
export function plainMeaning(
  text: NameText,
  known: KnownNames,
  { from, to }: CapitalRun,
  last: NameMention | undefined,
): NameMeaning | undefined {
  const name = text.nameOf(from, to);
  const before = text.plainAt(from - 1);
  const isAfterPreposition = locatives.has(before) && text.words[from]?.gap === ' ';
  const isFirstName = firstNames.has(text.plainAt(from));
  const length = to - from;
  const beforeOf = before === 'of' && ofPlace.has(text.plainAt(from - 2));
  if (beforeOf) return { sort: 'place', kind: placeKind(name), certainty: 0.95 };
  const follows = text.plainAt(to);
  const isBeforePlaceNoun =
    (placeNouns.has(follows) || follows === 'area') && text.words[to]?.gap === ' ' && !isFirstName;
  if (
    isBeforePlaceNoun &&
    follows !== 'state' &&
    follows !== 'forces' &&
    follows !== 'building' &&
    follows !== 'states'
  )
    return { sort: 'place', kind: placeKind(name), certainty: 0.93 };
  if (isFirstName && length > 1 && length < 5 && text.isPersonal(from, to))
    return { sort: 'actor', kind: 'PERSON', certainty: 0.9 };
  const town = known.town(name);
  const isPlaceContext = isAfterPreposition || isBetweenCommas(text, from, to, last);
  if (town && !text.isLower(from) && !isSpeaker(text, from, to)) {
    const certainty = isAfterPreposition
      ? 0.95
      : isPlaceContext
        ? 0.9
        : town.population > 300_000
          ? 0.85
          : length > 1
            ? 0.6
            : 0.4;
    return { sort: 'place', kind: town.population >= 100_000 ? 'CITY' : 'SETTLEMENT', certainty };
  }
  if (isBeforeCountry(text, to) && length < 5 && text.isPersonal(from, to))
    return { sort: 'place', kind: placeKind(name), certainty: 0.88 };
  const isGroup =
    /^(?:militants?|fighters?|rebels?|insurgents?|terrorists?|militia|militias|militiamen|network|leader|leaders|commander|group|groups|movement|guerrillas?|gunmen|cell|operatives?|members?|affiliate|affiliates)$/.test(
      follows,
    );
  if (isGroup && text.words[to]?.gap === ' ' && !text.isLower(from) && !isFirstName && !text.isOrdinary(from))
    return { sort: 'actor', kind: 'ARMED_GROUP', certainty: 0.82 };
  if (isSpeaker(text, from, to) && length < 5 && text.isPersonal(from, to) && !text.isLower(from))
    return { sort: 'actor', kind: 'PERSON', certainty: length > 1 ? 0.85 : 0.5 };
  if (length > 1 && length < 5 && isApposed(text, to) && text.isPersonal(from, to))
    return { sort: 'actor', kind: 'PERSON', certainty: 0.8 };
  if (
    isAfterPreposition &&
    !text.isLower(from) &&
    !text.words[from]?.isFirst &&
    length < 4 &&
    before !== 'from' &&
    before !== 'to' &&
    before !== 'into'
  )
    return { sort: 'place', kind: placeKind(name), certainty: before === 'near' || before === 'outside' ? 0.88 : 0.72 };
  return undefined;
}

/** Whether the words around are in capitals too: a heading. */
function isInUpperCase(text: NameText, at: number): boolean {
  return (text.words[at - 1]?.isUpper ?? false) && (text.words[at + 1]?.isUpper ?? false);
}
