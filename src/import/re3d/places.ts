import type { LocationInput } from '../../entities/article/article.ts';
import type { LocationKind } from '../../generated/schema.ts';
import { type Country, findCountry } from '../countries.ts';
import { evidenceAt } from '../quotable-text.ts';
import { slugOf } from '../slug.ts';
import type { FindCity } from './city-finder.ts';
import type { NamedThing } from './mentions.ts';

const kindsByName: [RegExp, LocationKind][] = [
  [/\b(?:province|governorate)$/i, 'ADMIN1'],
  [/\bdistrict$/i, 'ADMIN2'],
  [/\b(?:dam|barrage|bridge|airport|highway)$/i, 'INFRASTRUCTURE'],
  [/\b(?:air ?base|airfield|base)\b/i, 'MILITARY_BASE'],
  [/\b(?:river|lake|sea|gulf)\b/i, 'WATER'],
  [/\b(?:mosque|hospital|university|gate|church)\b/i, 'LANDMARK'],
  [/\bborder\b/i, 'BORDER_AREA'],
  [/^(?:north|south|east|west|central|middle east|(?:africa|asia|europe)$)/i, 'REGION'],
  [/\b(?:village|town|camp)\b/i, 'SETTLEMENT'],
  [/\bcity$/i, 'CITY'],
];

/**
 * Returns the locations that a document names, in text order. The text gives no coordinates: towns are looked up by
 * name in the countries that the document names as places or, if there are none, as actors. `lookedUp` lists those
 * found.
 */
export function placesOf(
  text: string,
  things: readonly NamedThing[],
  findCity: FindCity,
): { locations: LocationInput[]; lookedUp: string[] } {
  const places = things.filter(({ sort }) => sort === 'place');
  const named = countriesOf(places);
  const countries = named.size > 0 ? named : countriesOf(things);
  const codes = new Set(countries.keys());
  const locations = new Map<string, LocationInput>();
  const lookedUp: string[] = [];
  for (const place of places) {
    const location = locationOf(place);
    const known = locations.get(location.id) ?? location;
    known.evidence = [
      ...(known.evidence ?? []),
      ...place.mentions.flatMap(({ start, end }) => evidenceAt(text, start, end)),
    ];
    locations.set(location.id, known);
  }
  for (const location of locations.values()) {
    if (location.partOf !== undefined && !locations.has(location.partOf)) delete location.partOf;
  }
  return { locations: [...locations.values()].map(inOrder), lookedUp };

  function locationOf({ name: written, aliases }: NamedThing): LocationInput {
    const country = findCountry(written);
    const within = countryAfterComma([written, ...aliases]);
    const name = country?.name ?? (within ? written.replace(/, [^,]+$/, '') : written);
    const others = [...new Set([written, ...aliases])].filter((alias) => alias !== name);
    const common = { id: country?.id ?? slugOf(name), name, ...(others.length > 0 && { aliases: others }) };
    if (country) return { ...common, kind: 'COUNTRY', country: country.code };
    const named = kindsByName.find(([pattern]) => pattern.test(name))?.[1];
    const found =
      named === undefined || named === 'CITY' ? findCity(name, within ? new Set([within.code]) : codes) : undefined;
    const code = within?.code ?? found?.country;
    // A kind that is not known is left out: if stated, it would win over the kinds of earlier articles.
    const kind = named ?? found?.kind;
    if (found && !lookedUp.includes(name)) lookedUp.push(name);
    return {
      ...common,
      ...(kind !== undefined && { kind }),
      ...(code !== undefined && { country: code }),
      ...(found && { point: { latitude: found.latitude, longitude: found.longitude } }),
      ...(code !== undefined && { partOf: countries.get(code) ?? '' }),
    };
  }
}

/** Returns the ids of the countries that are named, alone or as in `Palmyra, Syria`, by code. */
function countriesOf(things: readonly NamedThing[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { name, aliases } of things) {
    const country = findCountry(name) ?? countryAfterComma([name, ...aliases]);
    if (country) ids.set(country.code, country.id);
  }
  return ids;
}

function countryAfterComma(names: readonly string[]): (Country & { code: string }) | undefined {
  for (const name of names) {
    const country = findCountry(/, ([^,]+)$/.exec(name)?.[1] ?? '');
    if (country) return country;
  }
  return undefined;
}

/** Puts `evidence` last, as in the schema. */
function inOrder({ evidence = [], ...rest }: LocationInput): LocationInput {
  return { ...rest, evidence };
}
