import type { LocationInput } from '../../entities/article/article.ts';
import { isSameDocument } from '../drafts/same-document.ts';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import { takeCounts } from '../fold/count-relations.ts';
import { foldLocations } from '../fold/fold-locations.ts';
import { surroundingsOf } from '../fold/location-context.ts';
import { findChains } from './find-chains.ts';
import type { Budget } from './work.ts';

/**
 * Drafts the locations in `touched`, whose assertions have changed, and those whose ancestors or inherited country
 * change with them. A location without assertions is removed. Returns the stored locations whose `LocationContext`
 * differs, so that the caller can derive the incidents there.
 */
export async function deriveLocations(
  { view, locations, accounts: assertions }: StoreDrafts,
  touched: readonly string[],
  budget: Budget,
): Promise<string[]> {
  await locations.load(touched);
  await assertions.loadEntities('Location', storedOf(touched));
  const { moved, chainOf } = await findChains('Location', locations, assertions, touched);
  await assertions.loadEntities('Location', moved);
  const direct = [...new Set([...touched, ...moved])];
  fold(direct);

  const shifted = storedOf(direct).filter((id) => {
    const [before, after] = [locations.stored(id), locations.get(id)];
    return before?.partOf !== after?.partOf || before?.country !== after?.country;
  });
  const within = await view.findAny<{ _id: string }>('locations', 'within', shifted, { reads: [] });
  const below = new Set(within.map(({ _id }) => _id));
  for (const id of direct) below.delete(id);
  const indirect = budget.admit('Location', [...below]);
  await locations.load(indirect);
  await assertions.loadEntities('Location', indirect);
  // The moved locations are folded again, with those within them, which may inherit another country.
  if (indirect.length > 0) fold([...direct, ...indirect]);
  return storedOf([...direct, ...indirect]).filter((id) => {
    const [before, after] = [surroundingsOf(id, locations.stored), surroundingsOf(id, locations.get)];
    return !isSameDocument(before, after);
  });

  function fold(ids: readonly string[]): void {
    const said = assertions.ofEntities<LocationInput>('Location', ids);
    for (const id of ids) if (!said.has(id)) locations.set(id, undefined);
    for (const folded of foldLocations(said, chainOf, (id) => locations.get(id)?.country)) {
      locations.set(folded._id, takeCounts('Location', folded, locations.stored(folded._id)));
    }
  }

  function storedOf(ids: readonly string[]): string[] {
    return ids.filter((id) => locations.stored(id));
  }
}
