import type { Document } from 'mongodb';
import type { Store } from '../src/store/open-store.ts';

/** Inserts the documents of each collection, and prints how many and how long it took. */
export async function fillStore(name: string, store: Store, documents: Record<string, Document[]>): Promise<void> {
  const start = performance.now();
  for (const [collection, all] of Object.entries(documents)) {
    for (let i = 0; i < all.length; i += 1000)
      await store.database.collection(collection).insertMany(all.slice(i, i + 1000), { ordered: false });
  }
  const counts = Object.entries(documents).map(([collection, all]) => `${all.length} ${collection}`);
  console.log(`${name}: ${counts.join(', ')} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
