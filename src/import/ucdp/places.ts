import type { LocationInput } from '../../entities/article/article.ts';
import type { LocationKind, LocationPrecision } from '../../generated/schema.ts';
import { alpha2Of, countryOf } from '../countries.ts';
import { joinSlugs, slugOf } from '../slug.ts';
import type { GedEvent } from './ged-event.ts';

/** A location, and its name in the event. */
export interface EventPlace {
  location: LocationInput;
  written: string;
}

/**
 * Returns the locations of an event: the place itself, then those that contain it, each part of the next. If the place
 * has the same name as a containing location (an event that is only known by its province), it is that location. The
 * first one gets the point.
 */
export function placesOf(event: GedEvent): [EventPlace, ...EventPlace[]] {
  const { id: countryId, name, code, aliases } = countryOf(event.country);
  const country = (event.iso3 && alpha2Of(event.iso3)) || code;
  const inCountry = country === undefined ? {} : { country };
  const chain: EventPlace[] = [];
  if (event.region !== '') add({ id: slugOf(event.region), name: event.region, kind: 'REGION' }, event.region);
  const others = aliases.length > 0 ? { aliases } : {};
  add({ id: countryId, name, ...others, kind: 'COUNTRY', ...inCountry }, event.country);
  if (event.adm1 !== '') addWithin('ADMIN1', event.adm1);
  if (event.adm2 !== '') addWithin('ADMIN2', event.adm2);
  const same = chain.find(({ written }) => slugOf(written) === slugOf(event.place));
  if (!same) addWithin(kindOf(event), event.place);
  const [first, ...rest] = (same ? chain.slice(0, chain.indexOf(same) + 1) : chain).reverse();
  if (!first) throw new Error('The event has no place');
  const { id, name: called, aliases: also, kind, country: of, partOf } = first.location;
  const point = { latitude: event.latitude, longitude: event.longitude };
  const location: LocationInput = {
    id,
    name: called,
    ...(also && { aliases: also }),
    ...(kind && { kind }),
    ...(of && { country: of }),
    point,
    ...(partOf && { partOf }),
  };
  return [{ location, written: first.written }, ...rest];

  function addWithin(kind: LocationKind, written: string): void {
    const within = chain.at(-1)?.location.id ?? countryId;
    add({ id: joinSlugs(within, slugOf(written)), name: written, kind, ...inCountry }, written);
  }

  function add(location: LocationInput, written: string): void {
    const within = chain.at(-1)?.location.id;
    chain.push({ location: within === undefined ? location : { ...location, partOf: within }, written });
  }
}

/** Returns the precision. From 3 on, the point represents an area. */
export function precisionOf({ wherePrecision }: GedEvent): LocationPrecision {
  if (wherePrecision === 1) return 'EXACT';
  if (wherePrecision === 2) return 'NEAR';
  return wherePrecision === 6 ? 'COUNTRY' : 'AREA';
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

function kindOf({ place, wherePrecision }: GedEvent): LocationKind {
  const name = place.replace(/\s*\([^)]*\)$/, '');
  const byName = kindsByName.find(([pattern]) => pattern.test(name))?.[1];
  if (wherePrecision === 3) return byName ?? 'ADMIN2';
  return byName ?? (wherePrecision === 4 ? 'ADMIN1' : 'OTHER');
}
