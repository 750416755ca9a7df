import type { ActorInput, LocationInput } from '../../entities/article/article.ts';
import { stemOf } from '../../text/stems.ts';
import { countryAt } from './english/countries.ts';
import { isActorNoun, isGenericNoun } from './english/kind-nouns.ts';
import { type Beginnings, beginningsOf } from './english/lexemes.ts';
import { functionWords } from './english/words.ts';
import { firstAtLeast, type TextWords, type WordRange, wordsOf } from './words-of-text.ts';

/** An actor or a place of an article. */
export type Named = ActorInput | LocationInput;

/** An occurrence of a name in a text: the words from `from` up to `to`. */
export interface NameMention extends WordRange {
  owners: readonly Named[];
  /** Whether the words may refer to others too: a bare noun, or a capital that stands for a government. */
  isWeak: boolean;
}

/** The occurrences of the names of an article's actors, or of its places, in its text. */
export interface Names {
  /**
   * Returns whether words in the ranges name an actor or place: by a name, an alias, a last name, an acronym, or a
   * variant of one.
   */
  isNamed(named: Named, ranges: readonly WordRange[]): boolean;
  /** Returns whether the text names an actor or place anywhere. */
  isNamedAnywhere(named: Named): boolean;
  /** All mentions in text order. */
  mentions: readonly NameMention[];
  /**
   * Returns whether a word follows the name of another country than that of the actor or place: `Iraqi forces` does not
   * refer to Afghan ones.
   */
  isOfOtherCountry(named: Named, word: number): boolean;
}

/**
 * The units of a text: a stem for each word, `@IQ` for the first word of a name of a country, and an empty string for
 * the further words of such a name.
 */
export interface Units {
  units: readonly string[];
  /** For each unit, the numbers of its words, ascending. */
  places: ReadonlyMap<string, readonly number[]>;
}

/** A variant of a name: units that occur near each other, in any order. */
interface Form {
  units: readonly string[];
  /** Whether the text must have it in upper case, because it is an acronym. */
  isAcronym?: boolean;
  /** Whether its word must be capitalized, because that part of a proper name may be a common noun too. */
  isProper?: boolean;
  /** Whether a noun of the kind must follow: `US` before `troops`. */
  before?: ActorInput['kind'];
  isWeak?: boolean;
}

/** The maximum number of units of a form. Longer names are recognized by their first words. */
const maxUnits = 8;
/** The maximum number of other words between the units of a name: `American and coalition forces`. */
const maxGap = 6;

/** Reads the units of a text. */
export function unitsOf(text: TextWords, beginnings: Beginnings): Units {
  const units = readUnits(text, beginnings);
  const places = new Map<string, number[]>();
  for (const [at, unit] of units.entries()) {
    if (unit === '') continue;
    const known = places.get(unit);
    if (known) known.push(at);
    else places.set(unit, [at]);
  }
  return { units, places };
}

function readUnits(text: TextWords, { stems, countries }: Beginnings): string[] {
  const { words } = text;
  const units = [...stems];
  let next = 0;
  for (const at of countries) {
    const country = at < next || (words[at] === 'us' && !isUpper(text, at)) ? undefined : countryAt(words, at);
    if (!country || country.isCapital) continue;
    next = at + country.length;
    units[at] = `@${country.code}`;
    units.fill('', at + 1, next);
  }
  return units;
}

function isUpper({ text, starts, ends }: TextWords, at: number): boolean {
  const written = text.slice(starts[at] ?? 0, ends[at] ?? 0);
  return written !== written.toLowerCase() && written === written.toUpperCase();
}

function isCapital({ text, starts }: TextWords, at: number): boolean {
  const first = text.charAt(starts[at] ?? 0);
  return first !== first.toLowerCase();
}

/** Finds the names of an article's actors or places in its text. */
export function findNames(text: TextWords, units: Units, all: readonly Named[], kind: 'actors' | 'locations'): Names {
  const places = new Map<Named, number[][]>();
  const mentions: NameMention[] = [];
  for (const { form, owners } of groupForms(all, kind)) {
    const found = findForm(text, units, form);
    const starts = found.map(({ from }) => from);
    for (const owner of owners) {
      const known = places.get(owner);
      if (known) known.push(starts);
      else places.set(owner, [starts]);
    }
    for (const range of found) mentions.push({ ...range, owners, isWeak: form.isWeak ?? false });
  }
  mentions.sort((a, b) => a.from - b.from || b.to - a.to);
  return {
    mentions,
    isNamed: (named, ranges) =>
      (places.get(named) ?? []).some((found) =>
        ranges.some(({ from, to }) => (found[firstAtLeast(found, from)] ?? to) < to),
      ),
    isNamedAnywhere: (named) => (places.get(named) ?? []).some((found) => found.length > 0),
    isOfOtherCountry(named, word) {
      const before = [word - 2, word - 1].map((at) => units.units[at] ?? '').filter((unit) => unit.startsWith('@'));
      const own = before.length > 0 ? countriesOf(named) : before;
      return own.length > 0 && before.every((unit) => !own.includes(unit));
    },
  };
}

/** Returns the units of the countries in a name, and of the country of what it names. */
function countriesOf({ name, country }: Named): string[] {
  const text = wordsOf(name);
  const units = readUnits(text, beginningsOf(text)).filter((unit) => unit.startsWith('@'));
  return country === undefined ? units : [...units, `@${country}`];
}

/** Groups equal forms of all names, so that each form is searched only once. */
function groupForms(all: readonly Named[], kind: 'actors' | 'locations'): { form: Form; owners: Named[] }[] {
  const groups = new Map<string, { form: Form; owners: Named[] }>();
  for (const named of all) {
    const forms = kind === 'actors' ? actorForms(named as ActorInput) : placeForms(named as LocationInput);
    const keys = new Set<string>();
    for (const form of forms) {
      const key = JSON.stringify([[...form.units].sort(), form.isAcronym, form.isProper, form.before, form.isWeak]);
      if (form.units.length === 0 || keys.has(key)) continue;
      keys.add(key);
      const group = groups.get(key);
      if (group) group.owners.push(named);
      else groups.set(key, { form, owners: [named] });
    }
  }
  return [...groups.values()];
}

function findForm(
  text: TextWords,
  { units, places }: Units,
  { units: wanted, isAcronym, isProper, before }: Form,
): WordRange[] {
  const lists = wanted.map((unit) => places.get(unit) ?? []);
  const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a));
  const found: WordRange[] = [];
  for (const at of rarest) {
    const range = rangeAround(at, lists);
    if (!range || (isAcronym && !isUpper(text, at)) || (isProper && !isCapital(text, at))) continue;
    if (before && !nounFollows(text, units, range, before)) continue;
    if (found.at(-1)?.from !== range.from) found.push(range);
  }
  return found;
}

/**
 * Returns the words from the first to the last unit; undefined if one of the units does not occur near the word `at`.
 */
function rangeAround(at: number, lists: readonly (readonly number[])[]): WordRange | undefined {
  const reach = maxGap + lists.length;
  let from = at;
  let to = at;
  for (const list of lists) {
    const after = list[firstAtLeast(list, at)] ?? Number.POSITIVE_INFINITY;
    const before = list[firstAtLeast(list, at) - 1] ?? Number.NEGATIVE_INFINITY;
    const nearest = after - at <= at - before ? after : before;
    if (Math.abs(nearest - at) > reach) return undefined;
    from = Math.min(from, nearest);
    to = Math.max(to, nearest);
  }
  return { from, to: to + 1 };
}

function nounFollows(
  { words }: TextWords,
  units: readonly string[],
  { to }: WordRange,
  kind: ActorInput['kind'],
): boolean {
  for (let at = to; at < to + 4 && at < words.length; at++) {
    if (kind && isActorNoun(words[at] ?? '', kind)) return true;
    if (units[at]?.startsWith('@') && at > to + 1) return false;
  }
  return false;
}

function actorForms(actor: ActorInput): Form[] {
  const forms = [actor.name, ...(actor.aliases ?? [])].flatMap((name) => formsOfActorName(name, actor));
  const { kind, country } = actor;
  if (country && (kind === 'STATE' || kind === 'GOVERNMENT')) forms.push({ units: [`@${country}`] });
  if (kind === 'COALITION') forms.push({ units: [stemOf('coalition')], isWeak: true });
  return forms;
}

function formsOfActorName(name: string, { kind = 'UNIDENTIFIED' }: ActorInput): Form[] {
  return partsOfName(name).flatMap((part): Form[] => {
    const { content, distinctive, isDescriptive, initials } = readName(part);
    const forms: Form[] = [formOf(content)];
    const countries = distinctive.filter(({ unit }) => unit.startsWith('@'));
    if (kind === 'PERSON') forms.push(...personForms(content));
    else if (distinctive.length > countries.length) forms.push(partOf(distinctive), ...withoutCountries(content));
    else if (countries.length > 0) forms.push({ ...formOf(countries), before: kind });
    if (countries.length === 0 && (isDescriptive || distinctive.length === 0)) {
      const nouns = content.filter(({ word }) => isActorNoun(word, kind));
      forms.push(...nouns.map(({ unit }) => ({ units: [unit], isWeak: true })));
    }
    if (initials.length > 1) forms.push({ units: [stemOf(initials)], isAcronym: true });
    return forms.map((form) => ({ ...form, units: form.units.slice(0, maxUnits) }));
  });
}

function formOf(words: readonly NameWord[]): Form {
  return { units: words.map(({ unit }) => unit) };
}

/** Returns the form of some words of a name. A single capitalized word matches only a capitalized word. */
function partOf(words: readonly NameWord[]): Form {
  const isProper = words.length === 1 && words.every(({ hasCapital, unit }) => hasCapital && !unit.startsWith('@'));
  return { ...formOf(words), isProper };
}

/**
 * Returns the form of a name without its countries, such as `Venezuelan intelligence`; none if only generic nouns would
 * be left, as of `Iraqi forces`.
 */
function withoutCountries(content: readonly NameWord[]): Form[] {
  const others = content.filter(({ unit }) => !unit.startsWith('@'));
  const isTelling = others.length < content.length && others.some(({ word }) => !isGenericNoun(word));
  return isTelling ? [partOf(others)] : [];
}

/** Returns forms for the last name and the other long parts of a person's name. */
function personForms(content: readonly NameWord[]): Form[] {
  const last = content.findLast(({ word }) => !/^(jr|sr|ii|iii|iv)$/.test(word));
  const parts = content.filter((each) => each === last || (each.word.length > 3 && !isGenericNoun(each.word)));
  return parts.filter(({ unit }) => !unit.startsWith('@')).map((each) => partOf([each]));
}

function placeForms({ name, aliases = [], kind, country }: LocationInput): Form[] {
  const forms = [name, ...aliases].flatMap(partsOfName).flatMap((part): Form[] => {
    const { content, distinctive } = readName(part);
    const all = [formOf(content), ...(distinctive.length > 0 ? [partOf(distinctive)] : [])];
    return all.map((form) => ({ ...form, units: form.units.slice(0, maxUnits) }));
  });
  if (kind === 'COUNTRY' && country) forms.push({ units: [`@${country}`] });
  return forms;
}

/**
 * Splits a name such as `Islamic State (IS)` or `Tabqa Dam, Syria` into parts that may occur alone. The first part
 * includes what follows a comma.
 */
function partsOfName(name: string): string[] {
  const [first = '', ...others] = name.split(/[()]/);
  const comma = first.indexOf(',');
  const parts = comma === -1 ? [first] : [first, first.slice(0, comma)];
  return [...parts, ...others].filter((part) => part.trim() !== '');
}

interface NameWord {
  word: string;
  unit: string;
  hasCapital: boolean;
}

interface NameWords {
  /** The words other than function words; all words if there are no others. */
  content: NameWord[];
  /** The words of `content` that are not nouns for a kind, and those of countries. */
  distinctive: NameWord[];
  /**
   * Whether the name is a description rather than a proper name: it has a common noun, and only its first word and
   * words of countries are capitalized.
   */
  isDescriptive: boolean;
  /** The first letters of its capitalized words. */
  initials: string;
}

function readName(name: string): NameWords {
  const text = wordsOf(name);
  const units = readUnits(text, beginningsOf(text));
  const words = text.words.map((word, at) => ({ word, unit: units[at] ?? '', hasCapital: isCapital(text, at) }));
  const capitals = words.filter(({ hasCapital }) => hasCapital);
  const named = words.filter(({ word, unit }) => unit !== '' && !functionWords.has(word));
  const content = named.length > 0 ? named : words.filter(({ unit }) => unit !== '');
  return {
    content,
    distinctive: content.filter(({ word, unit }) => unit.startsWith('@') || !isGenericNoun(word)),
    isDescriptive:
      capitals.every(({ unit, word }) => unit.startsWith('@') || unit === '' || word === words[0]?.word) &&
      content.some(({ word, unit, hasCapital }) => !unit.startsWith('@') && (!hasCapital || isGenericNoun(word))),
    initials: capitals.map(({ word }) => word.charAt(0)).join(''),
  };
}

/** Returns whether a name is a description, such as `Unknown gunmen`. */
export function isDescription({ name }: Named): boolean {
  return readName(name).isDescriptive;
}
