import { loadTowns } from '../towns.ts';

/** A place of GeoNames with at least 1,000 people. */
export interface FoundCity {
  kind: 'CITY' | 'SETTLEMENT';
  /** ISO 3166-1 alpha-2. */
  country: string;
  latitude: number;
  longitude: number;
}

/**
 * Returns the largest place of this name in the world if it is in one of these countries, otherwise undefined: a text
 * about the United States that names Paris does not mean Paris, Texas. Many names are not found, because spellings
 * differ.
 */
export type FindCity = (name: string, countries: ReadonlySet<string>) => FoundCity | undefined;

/** Loads the cities once, which takes half a second and 100 MB. */
export async function loadCities(): Promise<FindCity> {
  const findTowns = await loadTowns();
  return (name, countries) => {
    const [largest] = findTowns(name);
    if (!largest || !countries.has(largest.country)) return undefined;
    const { country, latitude, longitude } = largest;
    return { kind: largest.population >= cityPopulation ? 'CITY' : 'SETTLEMENT', country, latitude, longitude };
  };
}

const cityPopulation = 100_000;
