import { createRequire } from 'node:module';
import { slugOf } from './slug.ts';

export interface Country {
  /** The id of the country as a location: `syria`. */
  id: string;
  name: string;
  /** ISO 3166-1 alpha-2, or XK. Absent if no country has this name today. */
  code?: string;
  /** Other names within the written one: `Burma` for `Myanmar (Burma)`. */
  aliases: string[];
}

/** Names used by news and by data sets that differ from ISO's: the name from which the id is made, then others. */
const otherNames: Readonly<Record<string, readonly [name: string, ...others: string[]]>> = {
  AE: ['United Arab Emirates', 'UAE'],
  BA: ['Bosnia-Herzegovina', 'Bosnia and Herzegovina', 'Bosnia'],
  BN: ['Brunei', 'Brunei Darussalam'],
  CD: [
    'DR Congo',
    'Democratic Republic of the Congo',
    'Democratic Republic of Congo',
    'Congo, Democratic Republic of the',
    'Zaire',
  ],
  CG: ['Congo', 'Republic of the Congo', 'Republic of Congo', "People's Republic of the Congo", 'Congo-Brazzaville'],
  CI: ['Ivory Coast', "Cote D'Ivoire"],
  CZ: ['Czech Republic', 'Czechia'],
  FM: ['Micronesia', 'Federated States of Micronesia'],
  GB: ['United Kingdom', 'UK', 'U.K.', 'Great Britain', 'Britain'],
  KP: ['North Korea'],
  KR: ['South Korea'],
  LA: ['Laos'],
  MD: ['Moldova'],
  MK: ['North Macedonia', 'Macedonia', 'Macedonia, FYR'],
  MM: ['Myanmar', 'Burma'],
  NL: ['Netherlands', 'Holland'],
  PS: ['Palestine', 'West Bank and Gaza Strip'],
  RU: ['Russia', 'Russian Federation', 'Soviet Union'],
  SK: ['Slovakia', 'Slovak Republic'],
  SY: ['Syria', 'Syrian Arab Republic'],
  SZ: ['Eswatini', 'Swaziland', 'Kingdom of eSwatini'],
  TL: ['East Timor', 'Timor-Leste'],
  TR: ['Turkey', 'Türkiye'],
  TW: ['Taiwan'],
  TZ: ['Tanzania'],
  US: ['United States', 'United States of America', 'USA', 'US', 'U.S.', 'U.S', 'U.S.A.', 'America'],
  VA: ['Vatican City', 'Vatican', 'Holy See'],
  VN: ['Vietnam', 'Viet Nam'],
  XK: ['Kosovo'],
  YE: ['Yemen', 'South Yemen'],
};

const codesByName = new Map(
  Object.entries(otherNames).flatMap(([code, names]) => names.map((name) => [slugOf(name), code] as const)),
);

/**
 * Returns the country of a name as written in a data set, with the code that the data set gives, if it does. Without
 * one, an unknown name, such as a former country's, has no code.
 */
export function countryOf(written: string, given?: string): Country {
  const key = given === undefined ? written : `${given} ${written}`;
  const known = resolved.get(key) ?? resolve(written, given);
  resolved.set(key, known);
  return known;
}

/** Returns the country of a name; undefined if it is not a country's name. */
export function findCountry(written: string): (Country & { code: string }) | undefined {
  const { code, ...country } = countryOf(written);
  return code === undefined ? undefined : { ...country, code };
}

/** Returns the alpha-2 code for an alpha-3 code. */
export function alpha2Of(alpha3: string): string | undefined {
  return isoCountries().alpha3ToAlpha2(alpha3);
}

/** Returns the alpha-2 code for a numeric code, which may lack leading zeros. */
export function alpha2OfNumeric(numeric: string): string | undefined {
  return isoCountries().numericToAlpha2(numeric);
}

const require = createRequire(import.meta.url);

/** Loads the names in all languages when they are first needed; the package finds them only outside the gateway's bundle. */
function isoCountries(): typeof import('i18n-iso-countries') {
  return require('i18n-iso-countries');
}

const resolved = new Map<string, Country>();

function resolve(written: string, given?: string): Country {
  const [, before = written, former] = /^(.*?)\s*\(([^()]+)\)$/.exec(written) ?? [];
  const code = given ?? codeOf(written) ?? codeOf(before);
  const name = (code && otherNames[code]?.[0]) ?? before;
  const aliases = [before, former].filter((alias) => alias !== undefined && alias !== name) as string[];
  return { id: slugOf(name), name, ...(code !== undefined && { code }), aliases };
}

function codeOf(name: string): string | undefined {
  return codesByName.get(slugOf(name)) ?? isoCountries().getAlpha2Code(name, 'en') ?? undefined;
}
