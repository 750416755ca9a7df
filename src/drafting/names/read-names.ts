import type { ActorKind, LocationKind } from '../../generated/schema.ts';
import { kindByName } from '../../import/place-chain.ts';
import { countryAt } from '../../ingest/ground/english/countries.ts';
import { isGenericNoun } from '../../ingest/ground/english/kind-nouns.ts';
import { functionWords, speechWords } from '../../ingest/ground/english/words.ts';
import type { Span } from '../../ingest/ground/sentences.ts';
import { type CapitalRun, capitalRuns, type NameWord, nameWordsOf } from './capital-runs.ts';
import { firstNames } from './first-names.ts';
import {
  keyOfName,
  knownActors,
  locatives,
  noActors,
  ofPlace,
  organizationNouns,
  placeBefore,
  placeNouns,
  regions,
  titleParts,
  titles,
} from './name-words.ts';

/** A name in a text, and what it names. */
export interface NameMention extends Span {
  sort: 'actor' | 'place';
  name: string;
  key: string;
  kind: ActorKind | LocationKind | undefined;
  /** From 0 to 1: how sure it is that the words name an actor or a place. */
  certainty: number;
  /** ISO 3166-1 alpha-2 of a country that is named. */
  country?: string;
  /** Whether the words are the demonym of the country, not its name. */
  isDemonym?: boolean;
}

/** What is known of names before the text is read. */
export interface KnownNames {
  /** Returns what the store knows by this name. */
  stored(key: string): readonly { type: 'Actor' | 'Location'; kind?: string | undefined }[];
  /** Returns the population of the largest town of this name, and its country; undefined if there is none. */
  town(name: string): { population: number; country: string } | undefined;
}

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

export { nameWordsOf };

/** Returns the words of a name as they are written, on one line. */
function nameOf(words: readonly NameWord[], from: number, to: number): string {
  let name = words[from]?.text ?? '';
  for (let at = from + 1; at < to; at++)
    name += `${(words[at]?.gap ?? ' ').replace(/\s+/g, ' ')}${words[at]?.text ?? ''}`;
  return name;
}

/** Returns the names of actors and places in a text, in order. */
export function readNames(words: readonly NameWord[], known: KnownNames): NameMention[] {
  const reader = createReader(words, known);
  for (const run of capitalRuns(words)) reader.readRun(run);
  return reader.finish();
}

const months =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec';
const dayNames = 'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun';
const calendar: ReadonlySet<string> = new Set(`${months} ${dayNames} ramadan eid christmas easter`.split(' '));

/** Words that begin sentences and headings with a capital and name nothing. */
const commonWords: ReadonlySet<string> = new Set(
  (
    'also although amid among anyone around asked because before both but despite during each earlier early even every everyone ' +
    'few finally first five former four further good great here how however i if initial intelligence just last late later left many ' +
    'meanwhile more most moreover much multiple my near nearly never new next no nobody none not nothing now often ok on once one only other ' +
    'others our over people perhaps please previously read recent recently reports right second security separately several shortly ' +
    'similarly since six so some someone soon still such ten then there therefore these they third this those three thus today ' +
    'tomorrow tonight two under unfortunately unlike until video videos watch we well what when where whether which while who why with ' +
    'without witnesses yes yesterday yet you your authorities officials police troops soldiers insurgents residents militants civilians ' +
    'women men children victims gunmen rebels eyewitnesses experts analysts investigators prosecutors doctors medics rescuers ' +
    'photo image file background operation operations attack attacks bombing bombings blast explosion suicide airstrike airstrikes ' +
    'strike strikes casualties update summary question answer according additionally afterwards again all another any approximately at ' +
    'based be being breaking by can coalition combined could did do does due eight fighting following for from god government had has ' +
    'have having he her him his hundreds in including instead is it its joint killed large let like local military mr of off out ' +
    'president seven she should statement terrorists that the their thousands to too up us very was were will would years nine dozens scores'
  ).split(' '),
);

function createReader(words: readonly NameWord[], known: KnownNames) {
  const mentions: NameMention[] = [];
  const unresolved: CapitalRun[] = [];
  const lower = new Set<string>();
  const upperCounts = new Map<string, number>();
  let lastCountry: { to: number; use: CountryUse } | undefined;
  for (const { text, plain, isUpper } of words) {
    if (text === text.toLowerCase()) lower.add(plain);
    if (isUpper) upperCounts.set(plain, (upperCounts.get(plain) ?? 0) + 1);
  }
  const plainAt = (at: number): string => words[at]?.plain ?? '';

  /** Whether a capitalized word is an ordinary one, which has its capital from its place. */
  function isOrdinary(at: number): boolean {
    const word = words[at];
    if (!word) return true;
    if (word.text.length === 1 && word.plain !== 'x') return word.plain === 'a' || word.plain === 'i';
    if (word.isUpper && word.plain !== 'the') return false;
    return functionWords.has(word.plain) || commonWords.has(word.plain) || (word.isFirst && lower.has(word.plain));
  }

  function add(
    from: number,
    to: number,
    sort: NameMention['sort'],
    kind: NameMention['kind'],
    certainty: number,
    more: Partial<NameMention> = {},
  ): void {
    const [first, last] = [words[from], words[to - 1]];
    if (!first || !last || to <= from) return;
    const name = nameOf(words, from, to);
    mentions.push({ start: first.start, end: last.end, sort, kind, certainty, name, key: keyOfName(name), ...more });
  }

  function readRun({ from, to }: CapitalRun): void {
    while (from < to && /^\d+$/.test(plainAt(from))) from++;
    while (from < to && isOrdinary(from) && (plainAt(from) === 'the' || !isKnownFrom(from, to))) from++;
    while (
      to > from &&
      (functionWords.has(plainAt(to - 1)) || !(words[to - 1]?.isCapital ?? false)) &&
      !/^\d/.test(plainAt(to - 1))
    )
      to--;
    for (let at = from; at < to; at++) {
      if (!calendar.has(plainAt(at)) || (plainAt(at) === 'may' && at > from)) continue;
      readRun({ from, to: at });
      readRun({ from: at + 1, to });
      return;
    }
    if (from < to) classify(from, to);
  }

  function isKnownFrom(from: number, to: number): boolean {
    for (let end = to; end > from; end--) {
      const key = keyOfName(nameOf(words, from, end));
      if (end - from > 1 || words[from]?.isUpper) if (knownActors.has(key)) return true;
      if (end - from > 1 && (known.stored(key).length > 0 || regions.has(key))) return true;
    }
    return false;
  }

  function classify(from: number, to: number): void {
    const name = nameOf(words, from, to);
    const key = keyOfName(name);
    const stored = known.stored(key);
    const country = countryOf(from, to);
    if (country?.isWhole) {
      addCountry(from, to, country);
      return;
    }
    if (stored.length > 0) {
      const wanted = locatives.has(plainAt(from - 1)) ? 'Location' : 'Actor';
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
    const last = plainAt(to - 1);
    const nouns = indexWhere(from, to, (word) => organizationNouns.has(word));
    if (to - from === 2 && firstNames.has(plainAt(from)) && !organizationNouns.has(last) && isPersonal(from, to - 1)) {
      addPerson(from, to, 0.85);
      return;
    }
    if (/^(?:hms|uss|usns|rms|mv|ins)$/.test(plainAt(from))) return;
    const isPlaceName = to - from > 1 && (placeNouns.has(last) || placeBefore.has(plainAt(from)));
    if (isPlaceName && !(organizationNouns.has(last) && !placeNouns.has(last))) {
      readPlaceName(from, to);
      return;
    }
    if (nouns !== undefined && to - from > 1) {
      readOrganization(from, to, nouns);
      return;
    }
    if (country) {
      addCountry(from, from + country.length, country);
      if (from + country.length < to) classify(from + country.length, to);
      return;
    }
    const prefix = knownPrefix(from, to);
    if (prefix > from) {
      classify(from, prefix);
      if (prefix < to) readRun({ from: prefix, to });
      return;
    }
    if (to - from === 1 && words[from]?.isUpper) {
      readAcronym(from);
      return;
    }
    readPlain(from, to);
  }

  /** Returns the end of the longest known name at the start of a run of several. */
  function knownPrefix(from: number, to: number): number {
    for (let end = to - 1; end > from; end--) {
      const key = keyOfName(nameOf(words, from, end));
      if (knownActors.has(key) || regions.has(key) || known.stored(key).length > 0) return end;
    }
    return from;
  }

  function countryOf(from: number, to: number) {
    const first = words[from];
    if (first?.plain === 'us' && !first.isUpper) return undefined;
    const plain = words.slice(from, to).map((word) => word.plain);
    const found = countryAt(plain, 0);
    if (!found || found.isCapital) return undefined;
    return { ...found, isWhole: found.length === to - from };
  }

  /**
   * A country is a place where something happens in it, and an actor where it acts or speaks. Elsewhere (`US troops`, a
   * list of allies) its name says neither.
   */
  function addCountry(from: number, to: number, { code, isDemonym }: { code: string; isDemonym: boolean }): void {
    const use = isDemonym ? 'neither' : countryUse(from, to);
    if (!isDemonym) lastCountry = { to, use };
    const more = { country: code, isDemonym };
    if (use === 'actor') add(from, to, 'actor', 'STATE', 0.8, more);
    add(from, to, 'place', 'COUNTRY', use === 'place' ? 0.97 : 0, more);
  }

  function countryUse(from: number, to: number): CountryUse {
    if (isAfterPlaceWord(from)) return isFollowedByNoun(to) ? 'neither' : 'place';
    const before = mentions.at(-1);
    const gap = words[from]?.gap ?? '';
    const previous = words[from - 1];
    const isAfterPlace = before?.sort === 'place' && !before.isDemonym && before.end === previous?.end;
    if (gap === ', ' && isAfterPlace && before.kind !== 'COUNTRY' && before.certainty >= sure) return 'place';
    if (lastCountry && isListed(lastCountry.to, from)) {
      if (lastCountry.use === 'place') return 'place';
    }
    if (isActing(to)) return 'actor';
    return 'neither';
  }

  /** Whether `in`, `northern` or `the city of` stands before a name. */
  function isAfterPlaceWord(from: number): boolean {
    if (words[from]?.gap !== ' ') return false;
    let at = from - 1;
    if (plainAt(at) === 'the') at--;
    while (
      /^(?:north|south|east|west|central)(?:ern|east|west)?(?:ern)?$|^(?:neighbou?ring|war-torn|nearby|all|both|southeastern|northeastern|rural)$/.test(
        plainAt(at),
      )
    )
      at--;
    if (at < from - 1 && plainAt(at + 1) !== 'the') return true;
    if (plainAt(at) === 'of')
      return (
        ofPlace.has(plainAt(at - 1)) ||
        (/^(?:parts?|rest|territory|out|border|people)$/.test(plainAt(at - 1)) && plainAt(at - 1) !== 'people')
      );
    if (/^(?:qaida|qaeda)$/.test(plainAt(at - 1))) return false;
    return countryPrepositions.has(plainAt(at));
  }

  /** Whether a name is an adjective: `in Iraq War`, `in US custody`. */
  function isFollowedByNoun(to: number): boolean {
    const next = words[to];
    return (
      next !== undefined &&
      next.gap === ' ' &&
      /^(?:forces?|troops|military|custody|soldiers|officials|government|army|police|citizens|hands|led|backed)$/.test(
        next.plain,
      )
    );
  }

  function isListed(end: number, from: number): boolean {
    if (from < end || from - end > 2) return false;
    for (let at = end; at < from; at++) if (!/^(?:and|or|the)$/.test(plainAt(at))) return false;
    return /^(?:, | )$/.test(words[end]?.gap ?? '');
  }

  /** Whether a verb follows that only an actor can be the subject of. */
  function isActing(to: number): boolean {
    if (words[to]?.gap !== ' ') return false;
    let at = to;
    while (
      /^(?:has|have|had|also|strongly|will|would|again|today|continues|continue|then)$/.test(plainAt(at)) &&
      at < to + 3
    )
      at++;
    const word = plainAt(at);
    if (word === 'to' && at > to) return true;
    return (speechFollows(at) && !/^(?:called|state)$/.test(word)) || actingVerbs.has(word);
  }

  /** Reads `Gen. Joseph Votel`, `French President Emmanuel Macron`, `Secretary of Defense Ash Carter`. */
  function readTitle(from: number, to: number): boolean {
    let title = -1;
    for (let at = from; at < to; at++) if (isTitle(at)) title = at;
    if (title === -1) return false;
    let start = title;
    while (start > from && (titles.has(plainAt(start - 1)) || titleParts.has(plainAt(start - 1)))) start--;
    let name = title + 1;
    if (name < to && plainAt(name) === 'of') {
      // Secretary of Defense Ash Carter; Minister of Health
      name += 2;
      if (plainAt(name - 1) === 'the') name++;
      while (
        name < to &&
        (titleParts.has(plainAt(name)) || titleParts.has(plainAt(name - 1)) === false) &&
        to - name > 3
      )
        name++;
    }
    if (start > from) {
      if (organizationNouns.has(plainAt(to - 1)) && to - 1 > title) return false;
      classify(from, start);
    } else if (name < to && (organizationNouns.has(plainAt(to - 1)) || placeNouns.has(plainAt(to - 1)))) {
      return false;
    }
    if (name < to && isPersonal(name, to)) addPerson(name, to, 0.93);
    else if (name < to && name > title + 1) readRun({ from: name, to });
    return true;
  }

  function isTitle(at: number): boolean {
    const plain = plainAt(at);
    if (!titles.has(plain)) return false;
    return !(
      plain === 'general' &&
      titleParts.has(plainAt(at - 1)) === false &&
      organizationNouns.has(plainAt(at + 1))
    );
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

  function addPerson(from: number, to: number, certainty: number): void {
    add(from, to, 'actor', 'PERSON', certainty);
  }

  /** Reads `City of London`, `Ministry of Defense`, `Battle of Mosul`. */
  function readOf(from: number, to: number): boolean {
    let of = -1;
    for (let at = from + 1; at < to - 1 && of === -1; at++) if (plainAt(at) === 'of') of = at;
    if (of === -1) return false;
    const head = plainAt(of - 1);
    const rest = plainAt(of + 1) === 'the' ? of + 2 : of + 1;
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
    for (let at = from; at < to; at++) if (test(plainAt(at))) return at;
    return undefined;
  }

  function readOrganization(from: number, to: number, noun: number): void {
    const kind = kindOfOrganization(words.slice(from, to).map((word) => word.plain));
    // A heading in capitals is no name.
    const isHeading = to - from > 7;
    const generic = words
      .slice(from, to)
      .every(({ plain }) => isGenericNoun(plain) || organizationNouns.has(plain) || isCommon(plain));
    const certainty = isHeading ? 0.3 : generic ? 0.55 : words[from]?.isFirst && noun === from ? 0.6 : 0.88;
    add(from, to, 'actor', kind, certainty);
  }

  function readPlaceName(from: number, to: number): void {
    const isGeneric = words
      .slice(from, to)
      .every(({ plain }) => placeNouns.has(plain) || isGenericNoun(plain) || isCommon(plain));
    addPlace(from, to, isGeneric ? (locatives.has(plainAt(from - 1)) ? 0.85 : 0.4) : 0.92);
  }

  function isCommon(plain: string): boolean {
    return commonWords.has(plain) || functionWords.has(plain) || titleParts.has(plain);
  }

  function addPlace(from: number, to: number, certainty: number): void {
    const name = nameOf(words, from, to);
    add(from, to, 'place', placeKind(name), certainty);
  }

  function readAcronym(at: number): void {
    const word = words[at];
    if (!word || noActors.has(word.plain) || /\d/.test(word.text) || word.plain.length > 12) return;
    if (word.plain.length > 4 && known.town(word.text)) {
      add(at, at + 1, 'place', 'CITY', 0.85);
      return;
    }
    if (isInUpperCase(at) || word.plain.length > 7) return;
    const count = upperCounts.get(word.plain) ?? 0;
    const isBracketed = word.gap.endsWith('(') && (words[at + 1]?.gap ?? '').startsWith(')');
    if (speechFollows(at + 1)) add(at, at + 1, 'actor', 'ORGANIZATION', 0.85);
    else add(at, at + 1, 'actor', 'ORGANIZATION', isBracketed ? 0.85 : count > 1 ? 0.75 : 0.6);
  }

  /** Whether the words around are in capitals too: a heading. */
  function isInUpperCase(at: number): boolean {
    return (words[at - 1]?.isUpper ?? false) && (words[at + 1]?.isUpper ?? false);
  }

  function readPlain(from: number, to: number): void {
    const name = nameOf(words, from, to);
    const before = plainAt(from - 1);
    const isAfterPreposition = locatives.has(before) && words[from]?.gap === ' ';
    const isFirstName = firstNames.has(plainAt(from));
    const length = to - from;
    const beforeOf = before === 'of' && ofPlace.has(plainAt(from - 2));
    if (beforeOf) {
      addPlace(from, to, 0.95);
      return;
    }
    const follows = plainAt(to);
    const isBeforePlaceNoun = (placeNouns.has(follows) || follows === 'area') && words[to]?.gap === ' ' && !isFirstName;
    if (
      isBeforePlaceNoun &&
      follows !== 'state' &&
      follows !== 'forces' &&
      follows !== 'building' &&
      follows !== 'states'
    ) {
      addPlace(from, to, 0.93);
      return;
    }
    if (isFirstName && length > 1 && length < 5 && isPersonal(from, to)) {
      addPerson(from, to, 0.9);
      return;
    }
    const town = known.town(name);
    const isPlaceContext = isAfterPreposition || isBetweenCommas(from, to);
    if (town && !lower.has(plainAt(from)) && !isSpeaker(from, to)) {
      const certainty = isAfterPreposition
        ? 0.95
        : isPlaceContext
          ? 0.9
          : town.population > 300_000
            ? 0.85
            : length > 1
              ? 0.6
              : 0.4;
      add(from, to, 'place', town.population >= 100_000 ? 'CITY' : 'SETTLEMENT', certainty);
      return;
    }
    if (isBeforeCountry(to) && length < 5 && isPersonal(from, to)) {
      addPlace(from, to, 0.88);
      return;
    }
    const isGroup =
      /^(?:militants?|fighters?|rebels?|insurgents?|terrorists?|militia|militias|militiamen|network|leader|leaders|commander|group|groups|movement|guerrillas?|gunmen|cell|operatives?|members?|affiliate|affiliates)$/.test(
        follows,
      );
    if (isGroup && words[to]?.gap === ' ' && !lower.has(plainAt(from)) && !isFirstName && !isOrdinary(from)) {
      add(from, to, 'actor', 'ARMED_GROUP', 0.82);
      return;
    }
    if (isSpeaker(from, to) && length < 5 && isPersonal(from, to) && !lower.has(plainAt(from))) {
      addPerson(from, to, length > 1 ? 0.85 : 0.5);
      return;
    }
    if (length > 1 && length < 5 && isApposed(to) && isPersonal(from, to)) {
      addPerson(from, to, 0.8);
      return;
    }
    if (
      isAfterPreposition &&
      !lower.has(plainAt(from)) &&
      !words[from]?.isFirst &&
      length < 4 &&
      before !== 'from' &&
      before !== 'to' &&
      before !== 'into'
    ) {
      addPlace(from, to, before === 'near' || before === 'outside' ? 0.88 : 0.72);
      return;
    }
    unresolved.push({ from, to });
  }

  function isBeforeCountry(to: number): boolean {
    if (words[to]?.gap !== ', ') return false;
    const country = countryOf(to, to + 1) ?? countryOf(to, to + 2) ?? countryOf(to, to + 3);
    return country !== undefined && !country.isDemonym;
  }

  /** Whether a name is between commas after another name, or before a comma and a country. */
  function isBetweenCommas(from: number, to: number): boolean {
    const after = words[to];
    if (after?.gap === ', ' && after.isCapital) {
      const country = countryOf(to, to + 1) ?? countryOf(to, to + 2);
      if (country && !country.isDemonym) return true;
    }
    const before = mentions.at(-1);
    return (
      words[from]?.gap === ', ' &&
      before !== undefined &&
      before.sort === 'place' &&
      !before.isDemonym &&
      before.end === words[from - 1]?.end
    );
  }

  /** Whether a verb of speech stands next to a name. */
  function isSpeaker(from: number, to: number): boolean {
    return speechFollows(to) || (speechWords.has(plainAt(from - 1)) && /[”"’,] ?$/.test(words[from - 1]?.gap ?? ''));
  }

  function speechFollows(at: number): boolean {
    const first = plainAt(at);
    const next = /^(?:has|have|had|also|later|then|who|himself|herself)$/.test(first) ? plainAt(at + 1) : first;
    return (
      speechWords.has(next) &&
      !/^(?:statement|spokesman|spokeswoman|spokesperson|report|claims?|reports?)$/.test(next) &&
      (words[at]?.gap ?? '').trim() === ''
    );
  }

  /** Whether `, 29,`, `, a spokesman` or `, the governor` follows. */
  function isApposed(at: number): boolean {
    const [word, next] = [words[at], words[at + 1]];
    if (word?.gap !== ', ') return false;
    if (/^\d\d$/.test(word.text)) return true;
    if (
      !/^(?:a|an|the|who|whose|head|chief|director|president|spokesman|spokeswoman|spokesperson|deputy|governor|mayor|leader|commander|owner|former|his|her)$/.test(
        word.plain,
      )
    )
      return false;
    return next !== undefined;
  }

  /** Adds what the whole text tells of the rest: a last name alone is the person, the same words are the same name. */
  function finish(): NameMention[] {
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
      const key = keyOfName(nameOf(words, from, to));
      const same = byKey.get(key);
      const person = persons.get(key);
      if (same) add(from, to, same.sort, same.kind, same.certainty);
      else if (person) add(from, to, 'actor', 'PERSON', person.certainty);
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

  return { readRun, finish };
}

type CountryUse = 'place' | 'actor' | 'neither';

const countryPrepositions: ReadonlySet<string> = new Set(
  'in near inside outside into throughout across within around over to from toward towards entering leaving'.split(' '),
);

/** Verbs that a state may be the subject of, besides those of speech. */
const actingVerbs: ReadonlySet<string> = new Set(
  (
    'launched launches attacked attacks bombed bombs shelled struck strikes invaded killed detained arrested captured retaliated supports supported backs backed ' +
    'supplied supplies funds funded sent sends deployed deploys withdrew imposed imposes agreed agrees signed signs seeks sought ' +
    'provided provides provide conducted conducts conduct remains intends plans planned wants refuses refused hosted hosts trained trains armed arms carried ' +
    'offers offered offer stands supports support believes continues rejects joined joins led leads contributed contributes helped helps regrets regards recognizes'
  ).split(' '),
);

/** The certainty from which a name is drafted. */
export const sure = 0.7;

const organizationKinds: readonly [RegExp, ActorKind][] = [
  [/\b(?:coalition|alliance)\b/, 'COALITION'],
  [/\b(?:police|gendarmerie)\b/, 'POLICE'],
  [
    /\b(?:militias?|militants|insurgents|rebels|mujahideen|mujahedeen|brigades|front|liberation|resistance|peshmerga|fighters|jihad)\b/,
    'ARMED_GROUP',
  ],
  [
    /\b(?:army|navy|forces?|guards?|corps|command|brigade|battalions?|regiment|squadron|wing|fleet|troops|infantry|artillery|marines|rangers|commandos|division|patrol)\b/,
    'MILITARY',
  ],
  [/\bparty\b/, 'POLITICAL_PARTY'],
  [/\b(?:times|post|news|press|television|tv|radio|journal|tribune|herald|newspaper|magazine|gazette)\b/, 'MEDIA'],
  [
    /\b(?:ministry|department|bureau|government|authority|administration|parliament|senate|cabinet|congress|court|tribunal|treasury|embassy|consulate|regime|agency|directorate|secretariat)\b/,
    'GOVERNMENT',
  ],
];

/** Returns the kind of an organization by the nouns of its name. */
export function kindOfOrganization(words: readonly string[]): ActorKind {
  const name = words.join(' ');
  return organizationKinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'ORGANIZATION';
}

const placeKinds: readonly [RegExp, LocationKind][] = [
  [/\b(?:province|governorate|region|oblast|state)s?$/i, 'ADMIN1'],
  [/\b(?:district|county|canton|prefecture|subdistrict)s?$/i, 'ADMIN2'],
  [/\b(?:mountains?|island|islands|desert|valley|peninsula|heights|plains?)$/i, 'REGION'],
  [/\b(?:river|lake|sea|gulf|bay|straits?|canal|ocean)\b/i, 'WATER'],
  [/\b(?:air ?base|airfield|base|barracks|fort)\b/i, 'MILITARY_BASE'],
  [/\b(?:dam|bridge|airport|highway|road|street|avenue|station|port|refinery)\b/i, 'INFRASTRUCTURE'],
  [
    /\b(?:mosque|hospital|church|cathedral|temple|shrine|hotel|stadium|arena|market|bazaar|mall|tower|building|palace|castle|prison|museum|theat(?:re|er)|square|park|plaza|monastery)\b/i,
    'LANDMARK',
  ],
];

function placeKind(name: string): LocationKind | undefined {
  return placeKinds.find(([pattern]) => pattern.test(name))?.[1] ?? kindByName(name);
}
