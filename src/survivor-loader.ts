import DataLoader from 'dataloader';
import type { SurvivorLoader } from './graph/survivors.ts';
import { type Merge, resolveMerges } from './ingest/fold/merges.ts';
import type { StoreReader } from './store/store-reader.ts';

/**
 * One command a batch, which finds nothing where none of the ids was given up; else one more for each further merge in a
 * chain of them.
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
