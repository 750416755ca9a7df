import DataLoader from 'dataloader';
import type { StoreReader } from '../store/store-reader.ts';
import { type Merge, resolveMerges } from './merges.ts';
import type { SurvivorLoader } from './survivors.ts';

/**
 * Creates a loader from ids to survivors. A batch costs one command if none of the ids was merged, and one more for
 * each step in the longest chain of merges.
 */
export function createSurvivorLoader(store: StoreReader): SurvivorLoader {
  return new DataLoader<string, string>(
    async (ids) => {
      const merges = new Map<string, Merge>();
      for (let asked: readonly string[] = ids; asked.length > 0; ) {
        const found = await findMerges(store, asked);
        for (const merge of found) merges.set(merge._id, merge);
        asked = [...new Set(found.map(({ into }) => into))].filter((id) => !merges.has(id));
      }
      const survivors = resolveMerges([...merges.values()]);
      return ids.map((id) => survivors.get(id) ?? id);
    },
    { name: 'survivor', maxBatchSize: 1000 },
  );
}

function findMerges(store: StoreReader, ids: readonly string[]): Promise<Merge[]> {
  return store.find('merges', { _id: { $in: ids } as never }, { reads: ['into'], limit: ids.length });
}
