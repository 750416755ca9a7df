import type { LocationInput, PointInput } from '../entities/article/article.ts';
import type { LocationKind } from '../generated/schema.ts';
import type { Country } from './countries.ts';
import { joinSlugs, slugOf } from './slug.ts';

/** A location, and its name in the data set. */
export interface EventPlace {
  location: LocationInput;
  written: string;
}

/** The columns of a row that say where an event happened. Empty names are left out. */
export interface PlaceColumns {
  region?: string;
  country: { written: string; known: Country; code?: string | undefined };
  adm1: string;
  adm2: string;
  /** `isOwn`: it is no wider place, even if it has the name of one, as the city of Baghdad has. */
  place: { written: string; kind: LocationKind; isOwn?: boolean };
  /** The point of the smallest place; absent if the coordinates are not its own. */
  point?: PointInput | undefined;
}

/**
 * Returns the locations of an event: the place itself, then those that contain it, each part of the next. If the place
 * has the same name as a containing location (an event that is only known by its province), it is that location. Ids
 * contain the ids around them, because names repeat; countries and regions have plain ids.
 */
export function placeChain(columns: PlaceColumns): [EventPlace, ...EventPlace[]] {
  const { country, adm1, adm2, place, point } = columns;
  const { id, name, aliases } = country.known;
  const inCountry = country.code === undefined ? {} : { country: country.code };
  const chain: EventPlace[] = [];
  const { region = '' } = columns;
  if (region !== '') add({ id: slugOf(region), name: region, kind: 'REGION' }, region);
  const others = aliases.length > 0 ? { aliases } : {};
  add({ id, name, ...others, kind: 'COUNTRY', ...inCountry }, country.written);
  if (adm1 !== '') addWithin('ADMIN1', adm1);
  if (adm2 !== '') addWithin('ADMIN2', adm2);
  const same = place.isOwn ? undefined : chain.find(({ written }) => slugOf(written) === slugOf(place.written));
  if (!same && place.written !== '') addWithin(place.kind, place.written);
  const [first, ...rest] = (same ? chain.slice(0, chain.indexOf(same) + 1) : chain).reverse();
  if (!first) throw new Error('The event has no place');
  const { partOf, ...itself } = first.location;
  const location = { ...itself, ...(point && { point }), ...(partOf !== undefined && { partOf }) };
  return [{ location, written: first.written }, ...rest];

  function addWithin(kind: LocationKind, written: string): void {
    const within = chain.at(-1)?.location.id ?? id;
    add({ id: joinSlugs(within, slugOf(written)), name: written, kind, ...inCountry }, written);
  }

  function add(location: LocationInput, written: string): void {
    const within = chain.at(-1)?.location.id;
    chain.push({ location: within === undefined ? location : { ...location, partOf: within }, written });
  }
}

const kindsByName: [RegExp, LocationKind][] = [
  [/^(?:road|\w*\s?highway) /i, 'INFRASTRUCTURE'],
  [/\b(?:military|army|air) ?(?:base|airport|airfield|complex)|\bairbase|\bbase$|\bbarracks/i, 'MILITARY_BASE'],
  [/\bborder/i, 'BORDER_AREA'],
  [/\b(?:suburb|neighbou?rhood|quarter|sector)$/i, 'NEIGHBOURHOOD'],
  [/\b(?:town|village|locality|farms?|camp)$/i, 'SETTLEMENT'],
  [/\bcity$/i, 'CITY'],
  [/\b(?:airport|dam|bridge|highway|road|fields?|plant|station|junction|pipeline|refinery)$/i, 'INFRASTRUCTURE'],
  [/\b(?:river|lake|sea|gulf|reservoir)$/i, 'WATER'],
];

/** Returns the kind of a place whose name says it: `Tiyas Military Airbase (T4)`. */
export function kindByName(written: string): LocationKind | undefined {
  const name = written.replace(/\s*\([^)]*\)$/, '');
  return kindsByName.find(([pattern]) => pattern.test(name))?.[1];
}
