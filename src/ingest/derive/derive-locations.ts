import type { LocationInput } from '../../article/article.ts';
import { takeCounts } from '../fold/count-relations.ts';
import { foldLocation } from '../fold/fold-location.ts';
import { surroundingsOf } from '../fold/surroundings.ts';
import { isSameDocument } from '../same-document.ts';
import type { StoreDrafts } from '../store-drafts.ts';
import { findChains } from './find-chains.ts';
import type { Budget } from './work.ts';

/**
 * Derives the places of which something else is said, and those whose ancestors change with them. Answers the stored
 * places around which something is different, so that what happened there is to be derived anew.
 */
export async function deriveLocations(
  { view, locations, accounts }: StoreDrafts,
  touched: readonly string[],
  budget: Budget,
): Promise<string[]> {
  await locations.load(touched);
  await accounts.loadThings('Location', storedOf(touched));
  const { moved, chainOf } = await findChains('Location', locations, accounts, touched);
  await accounts.loadThings('Location', moved);
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
  await accounts.loadThings('Location', indirect);
  fold(indirect);
  return storedOf([...direct, ...indirect]).filter((id) => {
    const [before, after] = [surroundingsOf(id, locations.stored), surroundingsOf(id, locations.get)];
    return !isSameDocument(before, after);
  });

  function fold(ids: readonly string[]): void {
    const said = accounts.ofThings<LocationInput>('Location', ids);
    for (const id of ids) {
      const reports = said.get(id);
      const folded = reports && foldLocation(id, reports, chainOf(id));
      locations.set(id, folded && takeCounts('Location', folded, locations.stored(id)));
    }
  }

  function storedOf(ids: readonly string[]): string[] {
    return ids.filter((id) => locations.stored(id));
  }
}
