import { isGenericNoun } from '../../ingest/ground/english/kind-nouns.ts';
import { functionWords } from '../../ingest/ground/english/words.ts';
import { type CapitalRun, capitalRuns, type NameWord } from './capital-runs.ts';
import { createCountryReader } from './country-names.ts';
import { firstNames } from './first-names.ts';
import type { KnownNames } from './known-names.ts';
import { kindOfOrganization, placeKind } from './name-kinds.ts';
import type { NameMeaning, NameMention } from './name-mention.ts';
import { createNameText, mentionOf } from './name-text.ts';
import {
  keyOfName,
  knownActors,
  locatives,
  ofPlace,
  organizationNouns,
  placeBefore,
  placeNouns,
  regions,
  titleParts,
  titles,
} from './name-words.ts';
import { calendar, commonWords } from './ordinary-words.ts';
import { acronymMeaning, plainMeaning } from './plain-names.ts';
import { resolveNames } from './resolve-names.ts';

/** Returns the names of actors and places in a text, in order. */
export function readNames(words: readonly NameWord[], known: KnownNames): NameMention[] {
  const reader = createReader(words, known);
  for (const run of capitalRuns(words)) reader.readRun(run);
  return reader.finish();
}

function createReader(words: readonly NameWord[], known: KnownNames) {
  const text = createNameText(words);
  const mentions: NameMention[] = [];
  const unresolved: CapitalRun[] = [];
  const countries = createCountryReader(text, mentions);
  return { readRun, finish: () => resolveNames(text, mentions, unresolved) };

  function addMeaning(from: number, to: number, meaning: NameMeaning): void {
    const mention = mentionOf(text, { from, to }, meaning);
    if (mention) mentions.push(mention);
  }

  function add(
    from: number,
    to: number,
    sort: NameMeaning['sort'],
    kind: NameMeaning['kind'],
    certainty: number,
  ): void {
    addMeaning(from, to, { sort, kind, certainty });
  }

  function readRun({ from, to }: CapitalRun): void {
    while (from < to && /^\d+$/.test(text.plainAt(from))) from++;
    while (from < to && text.isOrdinary(from) && (text.plainAt(from) === 'the' || !isKnownFrom(from, to))) from++;
    while (
      to > from &&
      (functionWords.has(text.plainAt(to - 1)) || !(text.words[to - 1]?.isCapital ?? false)) &&
      !/^\d/.test(text.plainAt(to - 1))
    )
      to--;
    for (let at = from; at < to; at++) {
      if (!calendar.has(text.plainAt(at)) || (text.plainAt(at) === 'may' && at > from)) continue;
      readRun({ from, to: at });
      readRun({ from: at + 1, to });
      return;
    }
    if (from < to) classify(from, to);
  }

  function isKnownFrom(from: number, to: number): boolean {
    for (let end = to; end > from; end--) {
      const key = keyOfName(text.nameOf(from, end));
      if (end - from > 1 || text.words[from]?.isUpper) if (knownActors.has(key)) return true;
      if (end - from > 1 && (known.stored(key).length > 0 || regions.has(key))) return true;
    }
    return false;
  }

  function classify(from: number, to: number): void {
    const name = text.nameOf(from, to);
    const key = keyOfName(name);
    const stored = known.stored(key);
    const country = text.countryOf(from, to);
    if (country?.isWhole) {
      countries.addCountry(from, to, country);
      return;
    }
    if (stored.length > 0) {
      const wanted = locatives.has(text.plainAt(from - 1)) ? 'Location' : 'Actor';
      const found = stored.find(({ type }) => type === wanted) ?? stored[0];
      if (found) {
        add(from, to, found.type === 'Actor' ? 'actor' : 'place', found.kind as NameMention['kind'], 0.97);
        return;
      }
    }
    const actor = knownActors.get(key);
    if (actor) {
      add(from, to, 'actor', actor.kind, 0.95);
      return;
    }
    if (regions.has(key)) {
      add(
        from,
        to,
        'place',
        /sea|ocean|gulf|euphrates|tigris|atlantic|pacific|mediterranean/.test(key) ? 'WATER' : 'REGION',
        0.95,
      );
      return;
    }
    if (readTitle(from, to) || readOf(from, to)) return;
    const last = text.plainAt(to - 1);
    const nouns = indexWhere(from, to, (word) => organizationNouns.has(word));
    if (
      to - from === 2 &&
      firstNames.has(text.plainAt(from)) &&
      !organizationNouns.has(last) &&
      text.isPersonal(from, to - 1)
    ) {
      addPerson(from, to, 0.85);
      return;
    }
    if (/^(?:hms|uss|usns|rms|mv|ins)$/.test(text.plainAt(from))) return;
    const isPlaceName = to - from > 1 && (placeNouns.has(last) || placeBefore.has(text.plainAt(from)));
    if (isPlaceName && !(organizationNouns.has(last) && !placeNouns.has(last))) {
      readPlaceName(from, to);
      return;
    }
    if (nouns !== undefined && to - from > 1) {
      readOrganization(from, to, nouns);
      return;
    }
    if (country) {
      countries.addCountry(from, from + country.length, country);
      if (from + country.length < to) classify(from + country.length, to);
      return;
    }
    const prefix = knownPrefix(from, to);
    if (prefix > from) {
      classify(from, prefix);
      if (prefix < to) readRun({ from: prefix, to });
      return;
    }
    if (to - from === 1 && text.words[from]?.isUpper) {
      const meaning = acronymMeaning(text, known, from);
      if (meaning) addMeaning(from, to, meaning);
      return;
    }
    const meaning = plainMeaning(text, known, { from, to }, mentions.at(-1));
    if (meaning) addMeaning(from, to, meaning);
    else unresolved.push({ from, to });
  }

  /** Returns the end of the longest known name at the start of a run of several. */
  function knownPrefix(from: number, to: number): number {
    for (let end = to - 1; end > from; end--) {
      const key = keyOfName(text.nameOf(from, end));
      if (knownActors.has(key) || regions.has(key) || known.stored(key).length > 0) return end;
    }
    return from;
  }

  /** Reads `Gen. Joseph Votel`, `French President Emmanuel Macron`, `Secretary of Defense Ash Carter`. */
  function readTitle(from: number, to: number): boolean {
    let title = -1;
    for (let at = from; at < to; at++) if (isTitle(at)) title = at;
    if (title === -1) return false;
    let start = title;
    while (start > from && (titles.has(text.plainAt(start - 1)) || titleParts.has(text.plainAt(start - 1)))) start--;
    let name = title + 1;
    if (name < to && text.plainAt(name) === 'of') {
      // Secretary of Defense Ash Carter; Minister of Health
      name += 2;
      if (text.plainAt(name - 1) === 'the') name++;
      while (
        name < to &&
        (titleParts.has(text.plainAt(name)) || titleParts.has(text.plainAt(name - 1)) === false) &&
        to - name > 3
      )
        name++;
    }
    if (start > from) {
      if (organizationNouns.has(text.plainAt(to - 1)) && to - 1 > title) return false;
      classify(from, start);
    } else if (name < to && (organizationNouns.has(text.plainAt(to - 1)) || placeNouns.has(text.plainAt(to - 1)))) {
      return false;
    }
    if (name < to && text.isPersonal(name, to)) addPerson(name, to, 0.93);
    else if (name < to && name > title + 1) readRun({ from: name, to });
    return true;
  }

  function isTitle(at: number): boolean {
    const plain = text.plainAt(at);
    if (!titles.has(plain)) return false;
    return !(
      plain === 'general' &&
      titleParts.has(text.plainAt(at - 1)) === false &&
      organizationNouns.has(text.plainAt(at + 1))
    );
  }

  function addPerson(from: number, to: number, certainty: number): void {
    add(from, to, 'actor', 'PERSON', certainty);
  }

  /** Reads `City of London`, `Ministry of Defense`, `Battle of Mosul`. */
  function readOf(from: number, to: number): boolean {
    let of = -1;
    for (let at = from + 1; at < to - 1 && of === -1; at++) if (text.plainAt(at) === 'of') of = at;
    if (of === -1) return false;
    const head = text.plainAt(of - 1);
    const rest = text.plainAt(of + 1) === 'the' ? of + 2 : of + 1;
    if (ofPlace.has(head)) addPlace(rest, to, 0.95);
    else if (
      indexWhere(from, of, (word) => organizationNouns.has(word)) !== undefined ||
      /^(?:university|islamic|army|sons|bank)$/.test(head)
    )
      readOrganization(from, to, of - 1);
    else if (titles.has(head) || titleParts.has(head)) readRun({ from: rest, to });
    else if (placeNouns.has(head) && of - from === 1) addPlace(from, to, 0.85);
    else {
      readRun({ from, to: of });
      readRun({ from: rest, to });
    }
    return true;
  }

  function indexWhere(from: number, to: number, test: (word: string) => boolean): number | undefined {
    for (let at = from; at < to; at++) if (test(text.plainAt(at))) return at;
    return undefined;
  }

  function readOrganization(from: number, to: number, noun: number): void {
    const kind = kindOfOrganization(text.words.slice(from, to).map((word) => word.plain));
    // A heading in capitals is no name.
    const isHeading = to - from > 7;
    const generic = words
      .slice(from, to)
      .every(({ plain }) => isGenericNoun(plain) || organizationNouns.has(plain) || isCommon(plain));
    const certainty = isHeading ? 0.3 : generic ? 0.55 : text.words[from]?.isFirst && noun === from ? 0.6 : 0.88;
    add(from, to, 'actor', kind, certainty);
  }

  function readPlaceName(from: number, to: number): void {
    const isGeneric = words
      .slice(from, to)
      .every(({ plain }) => placeNouns.has(plain) || isGenericNoun(plain) || isCommon(plain));
    addPlace(from, to, isGeneric ? (locatives.has(text.plainAt(from - 1)) ? 0.85 : 0.4) : 0.92);
  }

  function isCommon(plain: string): boolean {
    return commonWords.has(plain) || functionWords.has(plain) || titleParts.has(plain);
  }

  function addPlace(from: number, to: number, certainty: number): void {
    const name = text.nameOf(from, to);
    add(from, to, 'place', placeKind(name), certainty);
  }
}
