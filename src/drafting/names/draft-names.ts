import type { ActorInput, EvidenceInput, LocationInput } from '../../entities/article/article.ts';
import type { ActorKind, LocationKind } from '../../generated/schema.ts';
import { findCountry } from '../../import/countries.ts';
import { joinSlugs, slugOf } from '../../import/slug.ts';
import type { FindTowns, Town } from '../../import/towns.ts';
import type { Span } from '../../ingest/ground/sentences.ts';
import type { StoredEntity } from '../draft.ts';
import { type NameMention, sure } from './name-mention.ts';
import { keyOfName } from './name-words.ts';

/** An actor or place of a draft, with the mentions that it was read from. */
export interface DraftedName {
  mentions: NameMention[];
  certainty: number;
  /** What is unsure about it, if anything is. */
  doubt?: string;
}
export interface DraftedActor extends DraftedName {
  input: ActorInput;
}
export interface DraftedPlace extends DraftedName {
  input: LocationInput;
  isCountry: boolean;
}

export interface DraftedNames {
  places: DraftedPlace[];
  actors: DraftedActor[];
}

/** A text with more names lists the first ones. */
const maxNames = 400;

export interface NameSources {
  text: string;
  articleId: string;
  stored: readonly StoredEntity[];
  findTowns: FindTowns;
  quote: (span: Span) => EvidenceInput[];
}

/** Makes the actors and places of an article from the mentions of their names. Ids are those of the store. */
export function draftNames(mentions: readonly NameMention[], sources: NameSources): DraftedNames {
  const taken = mentions.filter(({ certainty }) => certainty >= sure);
  const byName = storedByName(sources.stored);
  const places = draftPlaces(
    taken.filter(({ sort, isDemonym }) => sort === 'place' && !isDemonym),
    mentions,
    sources,
    byName,
  );
  const actors = draftActors(
    taken.filter(({ sort }) => sort === 'actor'),
    sources,
    byName,
  );
  return { places, actors };
}

function storedByName(
  stored: readonly StoredEntity[],
): (type: StoredEntity['type'], key: string) => StoredEntity | undefined {
  const found = new Map<string, StoredEntity>();
  const ordered = [...stored].sort((a, b) => b.incidents - a.incidents || (a.id < b.id ? -1 : 1));
  for (const isAlias of [false, true]) {
    for (const entity of ordered) {
      for (const name of isAlias ? entity.aliases : [entity.name]) {
        const key = `${entity.type} ${keyOfName(name)}`;
        if (!found.has(key)) found.set(key, entity);
      }
    }
  }
  return (type, key) => found.get(`${type} ${key}`);
}

function draftPlaces(
  taken: readonly NameMention[],
  all: readonly NameMention[],
  { text, articleId, findTowns, quote }: NameSources,
  stored: ReturnType<typeof storedByName>,
): DraftedPlace[] {
  const places = new Map<string, DraftedPlace>();
  const byKey = new Map<string, DraftedPlace>();
  const countries = new Set(all.flatMap(({ country }) => country ?? []));
  for (const mention of taken) {
    const key = withoutKind(mention.key);
    const known = byKey.get(mention.key) ?? byKey.get(key);
    if (known) {
      known.mentions.push(mention);
      continue;
    }
    if (places.size >= maxNames) continue;
    const place = placeOf(mention, key);
    const same = places.get(place.input.id);
    if (same) same.mentions.push(mention);
    else places.set(place.input.id, place);
    byKey.set(mention.key, same ?? place);
    if (!byKey.has(key)) byKey.set(key, same ?? place);
  }
  const drafted = [...places.values()];
  setParents(drafted, text);
  return drafted;

  function placeOf(mention: NameMention, bareKey: string): DraftedPlace {
    const country = mention.country === undefined ? undefined : findCountry(countryName(mention));
    const found = stored('Location', mention.key) ?? stored('Location', bareKey);
    const evidence = quote(mention);
    const name = found?.name ?? country?.name ?? mention.name;
    const aliases = name === mention.name ? {} : { aliases: [mention.name] };
    const common = { name, ...aliases };
    if (found) {
      const { id, kind, country: code } = found;
      const input: LocationInput = {
        id,
        ...common,
        ...(kind && kind !== 'OTHER' && { kind: kind as LocationKind }),
        ...(code && { country: code }),
        ...(found.point && { point: found.point }),
        evidence,
      };
      return { input, mentions: [mention], certainty: mention.certainty, isCountry: kind === 'COUNTRY' };
    }
    if (country) {
      const input: LocationInput = { id: country.id, ...common, kind: 'COUNTRY', country: country.code, evidence };
      return { input, mentions: [mention], certainty: mention.certainty, isCountry: true };
    }
    const towns =
      mention.kind === undefined || mention.kind === 'CITY' || mention.kind === 'SETTLEMENT'
        ? findTowns(mention.name)
        : [];
    const town = chooseTown(towns, countries);
    const kind = (mention.kind ?? (town && (town.population >= 100_000 ? 'CITY' : 'SETTLEMENT'))) as
      | LocationKind
      | undefined;
    const input: LocationInput = {
      id: placeId(name, articleId),
      ...common,
      ...(kind && { kind }),
      ...(town && {
        country: town.country,
        point: { latitude: round(town.latitude), longitude: round(town.longitude) },
      }),
      evidence,
    };
    const doubt = town
      ? 'the point is that of the largest town of this name in the countries that are named'
      : undefined;
    return {
      input,
      mentions: [mention],
      certainty: town ? Math.min(mention.certainty, 0.85) : mention.certainty,
      isCountry: false,
      ...(doubt && { doubt }),
    };
  }
}

function placeId(name: string, articleId: string): string {
  const slug = slugOf(name);
  return slug.length < 2 ? joinSlugs(articleId, slug) : slug;
}

function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}

function countryName({ name, country = '' }: NameMention): string {
  if (findCountry(name)) return name;
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(country) ?? name;
}

/** Returns the largest town in the countries that are named; of others only a city that everybody means. */
function chooseTown(towns: readonly Town[], countries: ReadonlySet<string>): Town | undefined {
  const within = towns.find(({ country }) => countries.has(country));
  if (within) return within;
  const [largest, second] = towns;
  if (!largest || largest.population < 500_000) return undefined;
  return !second || largest.population > 5 * second.population ? largest : undefined;
}

function withoutKind(key: string): string {
  return key.replace(/ (?:province|district|governorate|county)$/, '');
}

/** `Andar district, Ghazni province` and `Sarmada, Syria` say what is part of what. */
function setParents(places: readonly DraftedPlace[], text: string): void {
  const mentions = places.flatMap((place) => place.mentions.map((mention) => ({ mention, place })));
  mentions.sort((a, b) => a.mention.start - b.mention.start);
  for (const [index, { mention, place }] of mentions.entries()) {
    const next = mentions[index + 1];
    if (!next || next.place === place || place.isCountry || place.input.partOf !== undefined) continue;
    if (text.slice(mention.end, next.mention.start) !== ', ') continue;
    if (!isWider(next.place, place) || isWithin(next.place, place, places)) continue;
    place.input.partOf = next.place.input.id;
  }
  const countries = new Map(places.filter(({ isCountry }) => isCountry).map(({ input }) => [input.country, input.id]));
  for (const { input, isCountry } of places) {
    const parent = isCountry || input.partOf !== undefined ? undefined : countries.get(input.country);
    if (parent !== undefined) input.partOf = parent;
  }
  for (const { input } of places) {
    // The point of a town in another country than its parent is another town's.
    const parent = places.find((each) => each.input.id === input.partOf)?.input;
    if (input.point && parent?.country && input.country && parent.country !== input.country) {
      delete input.point;
      delete input.country;
    }
  }
}

const ranks: Readonly<Record<string, number>> = { COUNTRY: 6, REGION: 5, ADMIN1: 4, ADMIN2: 3, CITY: 2, WATER: 0 };

function isWider(outer: DraftedPlace, inner: DraftedPlace): boolean {
  const [a, b] = [ranks[outer.input.kind ?? ''] ?? 1, ranks[inner.input.kind ?? ''] ?? 1];
  return outer.isCountry || (a > b && a > 1);
}

function isWithin(place: DraftedPlace, outer: DraftedPlace, all: readonly DraftedPlace[]): boolean {
  let at: DraftedPlace | undefined = place;
  for (let steps = 0; at && steps < 8; steps++) {
    if (at === outer) return true;
    const parent: string | undefined = at.input.partOf;
    at = parent === undefined ? undefined : all.find(({ input }) => input.id === parent);
  }
  return false;
}

/** Returns the one earlier actor of which a name is the initials, as ISF are of Iraqi Security Forces. */
function actorWithInitials(name: string, earlier: Iterable<DraftedActor>): DraftedActor | undefined {
  if (!/^\p{Lu}{3,8}$/u.test(name)) return undefined;
  const found = [...earlier].filter(({ input }) => initialsOf(input.name) === name);
  return found.length === 1 ? found[0] : undefined;
}

function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 3
    ? ''
    : words
        .filter((word) => /^\p{Lu}/u.test(word))
        .map(([first]) => first)
        .join('');
}

function draftActors(
  taken: readonly NameMention[],
  { articleId, quote }: NameSources,
  stored: ReturnType<typeof storedByName>,
): DraftedActor[] {
  const actors = new Map<string, DraftedActor>();
  const byKey = new Map<string, DraftedActor>();
  const persons = new Map<string, DraftedActor>();
  for (const mention of taken) {
    const known = byKey.get(mention.key) ?? (mention.kind === 'PERSON' ? persons.get(mention.key) : undefined);
    if (known) {
      known.mentions.push(mention);
      known.certainty = Math.max(known.certainty, mention.certainty);
      continue;
    }
    const spelledOut = stored('Actor', mention.key) ? undefined : actorWithInitials(mention.name, actors.values());
    if (spelledOut) {
      spelledOut.mentions.push(mention);
      spelledOut.input.aliases = [...(spelledOut.input.aliases ?? []), mention.name];
      byKey.set(mention.key, spelledOut);
      continue;
    }
    if (actors.size >= maxNames) continue;
    const actor = actorOf(mention);
    const same = actors.get(actor.input.id);
    if (same) same.mentions.push(mention);
    else actors.set(actor.input.id, actor);
    byKey.set(mention.key, same ?? actor);
    if (mention.kind !== 'PERSON') continue;
    const last = mention.key.split(' ').at(-1) ?? '';
    if (!persons.has(last)) persons.set(last, same ?? actor);
  }
  return [...actors.values()];

  function actorOf(mention: NameMention): DraftedActor {
    const found = stored('Actor', mention.key);
    const evidence = quote(mention);
    const name = found?.name ?? mention.name;
    const aliases = name === mention.name ? {} : { aliases: [mention.name] };
    const kind = (found?.kind && found.kind !== 'UNIDENTIFIED' ? found.kind : mention.kind) as ActorKind | undefined;
    const country = found?.country ?? mention.country;
    const isPartial = mention.kind === 'PERSON' && !mention.key.includes(' ');
    const input: ActorInput = {
      id: found?.id ?? (isPartial ? joinSlugs(articleId, slugOf(name)) : slugOf(name)),
      name,
      ...aliases,
      ...(kind && { kind }),
      ...(country && { country }),
      evidence,
    };
    const doubt = isPartial && !found ? 'the text gives only a part of the name' : undefined;
    return { input, mentions: [mention], certainty: mention.certainty, ...(doubt && { doubt }) };
  }
}
