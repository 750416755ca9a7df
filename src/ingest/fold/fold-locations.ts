import type { LocationInput } from '../../entities/article/article.ts';
import type { LocationDocument } from '../../entities/location/location-document.ts';
import type { AssertionsById } from './assertion.ts';
import { foldLocation } from './fold-location.ts';
import type { Chain } from './part-of.ts';

/**
 * Returns the locations that `said` is about, each after the locations that contain it: a location without a country
 * inherits that of its parent. `countryOf` returns the country of a location that `said` is not about.
 */
export function foldLocations(
  said: AssertionsById<LocationInput>,
  chainOf: (id: string) => Chain,
  countryOf: (id: string) => string | undefined = () => undefined,
): LocationDocument[] {
  const folded = new Map<string, LocationDocument>();
  const chained = [...said].map(([id, assertions]) => ({ id, assertions, chain: chainOf(id) }));
  for (const { id, assertions, chain } of chained.sort((a, b) => a.chain.wholes.length - b.chain.wholes.length)) {
    const [parent] = chain.wholes;
    folded.set(id, foldLocation(id, assertions, chain, parent === undefined ? undefined : countryAt(parent)));
  }
  return [...folded.values()];

  function countryAt(id: string): string | undefined {
    return said.has(id) ? folded.get(id)?.country : countryOf(id);
  }
}
